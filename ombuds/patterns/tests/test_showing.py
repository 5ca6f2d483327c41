"""What the pages show and to whom: the map, a pattern that moved, the trial of the search, the letter of the month."""

import datetime as dt
import json
from collections.abc import Callable
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from ombuds.cases.models import Case, Party
from ombuds.cases.services import raise_wall
from ombuds.lib.today import today
from ombuds.patterns import overview, services
from ombuds.patterns.access import similar
from ombuds.patterns.drifting import drift
from ombuds.patterns.mapping import BRUSSELS, PROVINCES, maps
from ombuds.patterns.models import Likeness, Member, Pattern, RecallTrial
from ombuds.patterns.monthly import gather
from ombuds.patterns.services.lettering import words as letter
from ombuds.patterns.titles import Titles

pytestmark = pytest.mark.django_db


def lives(case: Case, postcode: str) -> None:
    Party.objects.filter(case=case).delete()
    Party.objects.create(case=case, role="complainant", postcode=postcode)


def counts(user: Any, office: Any) -> tuple[dict[str, int], dict[str, int]]:
    day = today()
    found = maps(user, office, day - dt.timedelta(60), day)
    towns, provinces = ({area.name: area.now for area in one.areas} for one in found)
    return towns, provinces


def test_every_municipality_and_province_has_a_tile_of_its_own() -> None:
    assert len(BRUSSELS) == len(set(BRUSSELS.values())) == 19
    assert len(PROVINCES) == len(set(PROVINCES.values())) == 5


def test_the_map_counts_cases_where_people_live(
    make_case: Callable[..., Any], people: SimpleNamespace, office: Any
) -> None:
    for postcode in ("1060", "1060 ", "9000", "3000", "1300", "abc"):
        lives(make_case(state="open"), postcode)
    towns, provinces = counts(people.handler, office)
    assert len(towns) == 19
    assert sum(towns.values()) == 2
    assert max(towns, key=lambda name: towns[name]).startswith(("Sint-Gillis", "Saint-Gilles"))
    assert sorted(provinces.values()) == [0, 0, 0, 1, 1]  # Walloon Brabant is no Flemish province


def test_behind_a_wall_there_is_no_trace_in_the_map_the_score_and_the_letter(
    make_case: Callable[..., Any], people: SimpleNamespace, office: Any, as_user: Callable[[Any], Client]
) -> None:
    """Two teams: one may see the case, the other is walled off from it."""
    pattern = Pattern.objects.create(office=office, number=500)
    cases = [make_case(state="open", theme="waste") for _ in range(4)]
    for case in cases:
        case.submissions.create(
            office=office, channel="web", language="nl", received_at=case.received_at,
            fields={"text": "De vuilniszakken van Quastelier blijven liggen."},
        )  # fmt: skip
        Member.objects.create(
            case=case, pattern=pattern, number=500, received_on=case.received_on, telling=[[0, 1.0]]
        )
    walled, other = cases[0], cases[1]
    lives(walled, "1081")
    Likeness.objects.create(case=other, other=walled, score=0.913, strength=0.87)
    raise_wall(walled, actor=people.ombudsman, user=people.handler2, reason="Her brother.")
    month = today().replace(day=1)
    seen, hidden = (gather(user, office, month) for user in (people.handler, people.handler2))
    assert seen.count == hidden.count + 1
    assert letter(seen)[1] != letter(hidden)[1]
    for user, there in ((people.handler, 1), (people.handler2, 0)):
        towns, _provinces = counts(user, office)
        assert towns["Koekelberg"] == there
        assert sum(towns.values()) == 3 + there
        assert len(similar(user, other)) == there
        page = as_user(user).get(f"/staff/cases/{other.pk}/alike/").content.decode()
        assert (walled.reference in page) is bool(there)
        drawn = as_user(user).get("/staff/patterns/overview/").content.decode()
        assert (">1</text>" in drawn) is bool(there)


def test_a_pattern_that_moved_says_so(
    make_case: Callable[..., Any], people: SimpleNamespace, office: Any, as_user: Callable[[Any], Client]
) -> None:
    pattern = Pattern.objects.create(office=office, number=500)
    told = ("De bewonerskaart kwam te laat per post.", "De bewonerskaart kwam niet aan via de app.")
    for number in range(16):
        case = make_case(state="open")
        day = today() - dt.timedelta(400 if number < 8 else 30)
        case.submissions.create(
            office=office, channel="web", language="nl", fields={"text": told[number // 8]},
            received_at=case.received_at,
        )  # fmt: skip
        Member.objects.create(case=case, pattern=pattern, number=500, received_on=day, telling=[[0, 1.0]])
    for number in range(12):
        other = make_case(state="open")
        other.submissions.create(
            office=office, channel="web", language="nl", received_at=other.received_at,
            fields={"text": f"De buurman van huis {number} klaagt over bomen in {('Gent', 'Aalst')[number % 2]}."},
        )  # fmt: skip
        Member.objects.create(case=other, number=900 + number, received_on=today(), telling=[[0, 1.0]])
    moved = drift(Member.objects.filter(pattern=pattern), Titles(people.handler))
    assert moved is not None
    assert "app" in moved.new_words
    assert "post" in moved.old_words
    assert "bewonerskaart" not in [*moved.new_words, *moved.old_words]
    page = as_user(people.handler).get(f"/staff/patterns/{pattern.pk}/").content.decode()
    assert 'id="drift"' in page
    few = drift(
        Member.objects.filter(pattern=pattern, received_on__gt=today() - dt.timedelta(60)),
        Titles(people.handler),
    )
    assert few is None


def test_the_search_is_tried_each_night_and_the_administrator_sees_it(
    make_case: Callable[..., Any], people: SimpleNamespace, office: Any, as_user: Callable[[Any], Client],
    settings: Any, tmp_path: Any,
) -> None:  # fmt: skip
    settings.PATTERNS = tmp_path / "patterns"
    with pytest.raises(CommandError):
        call_command("patterns", "check")
    for number in range(12):
        case = make_case(state="open")
        case.submissions.create(
            office=office, channel="web", language="nl", received_at=case.received_at,
            fields={"text": f"De bus van lijn {number} rijdt nooit op tijd, zegt reiziger {chr(97 + number)}."},
        )  # fmt: skip
        services.take_in(case)
    services.tick(office, today())
    trial = RecallTrial.objects.get()
    assert (trial.held, trial.questions, trial.recall) == (12, 12, 1.0)
    out = StringIO()
    call_command("patterns", "check", "--questions", "5", "--json", stdout=out)
    assert json.loads(out.getvalue())["questions"] == 5
    address = "/staff/patterns/search/"
    admin = as_user(people.administrator)
    assert "100.0" in admin.get(address).content.decode()
    assert as_user(people.handler).get(address).status_code == 403
    RecallTrial.objects.update(recall=0.9)
    assert 'data-color="danger"' in admin.get(address).content.decode()


def test_a_pattern_is_new_in_the_month_of_its_third_complaint_however_slowly_it_grew(
    make_case: Callable[..., Any], people: SimpleNamespace, office: Any
) -> None:
    month = today().replace(day=1)
    for number, earlier in ((501, 2), (502, 3)):
        pattern = Pattern.objects.create(office=office, number=number, title=str(number))
        for place in range(4):
            day = month - dt.timedelta(40) if place < earlier else month
            Member.objects.create(
                case=make_case(state="open"), pattern=pattern, number=number, received_on=day, telling=[]
            )
    found = gather(people.handler, office, month).new
    assert [pattern.number for pattern in found] == [501]


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [(10, 0, "up"), (0, 10, "down"), (4, 2, ""), (2, 4, ""), (30, 10, "up"), (3, 0, "")],
)
def test_a_change_is_one_when_chance_seldom_makes_it_also_from_nothing(
    now: int, before: int, said: str
) -> None:
    assert overview.Row("Themes", now, before, 0.5).direction == said


def test_what_grows_with_the_office_does_not_rise() -> None:
    assert overview.Row("Themes", 40, 20, 2 / 3).direction == ""
    assert overview.Row("Themes", 40, 20, 1 / 3).direction == "up"
    assert overview.Row("Themes", 9000, 6000, 0.5).direction == "up"
    assert overview.Row("Themes", 0, 9, 0.0).direction == ""
