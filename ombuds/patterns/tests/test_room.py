"""People and patterns: taking in, deciding, walls, signals and what is done about them."""

import datetime as dt
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from ombuds.cases.models import Case
from ombuds.cases.services import raise_wall
from ombuds.investigations.models import Inquiry
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now
from ombuds.patterns import running, services
from ombuds.patterns.access import similar, visible_patterns, visible_signals
from ombuds.patterns.engine.encoding import best_name
from ombuds.patterns.models import Apart, Likeness, Member, Pattern, Signal, SignalCase
from ombuds.patterns.services.arriving import forget
from ombuds.patterns.services.lettering import send_letters
from ombuds.patterns.services.ticking import stand_out
from ombuds.patterns.terms import PatternState, SignalKind, Source
from ombuds.patterns.titles import Titles
from ombuds.recommendations.models import Recommendation

pytestmark = pytest.mark.django_db
WORDS = [
    "De vuilniszakken worden in onze straat al weken niet opgehaald, zegt buurman Quastelier.",
    "Les sacs poubelle ne sont plus ramassés dans notre rue depuis trois semaines.",
    "Het huisvuil blijft al weken op de stoep liggen in onze straat.",
    "Les poubelles de notre rue ne sont plus vidées, l'odeur est insupportable.",
]


@pytest.fixture
def told(make_case: Callable[..., Any], office: Any, settings: Any, tmp_path: Path) -> Callable[..., Case]:
    """Registers a complaint in these words and takes it in."""
    settings.PATTERNS = tmp_path / "patterns"

    def tell(words: str, language: str = "nl", days: int = 0, **fields: Any) -> Case:
        case: Case = make_case(state="open", **fields)
        Case.objects.filter(pk=case.pk).update(received_at=now() - dt.timedelta(days))
        case.refresh_from_db()
        case.submissions.create(
            office=office,
            channel="web",
            language=language,
            fields={"text": words},
            received_at=case.received_at,
        )
        services.take_in(case)
        return case

    return tell


@pytest.fixture
def bins(told: Callable[..., Case], office: Any) -> tuple[Pattern, list[Case]]:
    cases = [told(words, ("nl", "fr")[n % 2], 40 - n) for n, words in enumerate(WORDS)]
    pattern = Pattern.objects.create(office=office, number=500)
    Member.objects.update(pattern=pattern, number=500)
    return pattern, cases


def test_a_new_case_is_compared_with_the_earlier_ones(
    told: Callable[..., Case], people: SimpleNamespace
) -> None:
    first, other = told(WORDS[0]), told("Ik moest de belasting twee keer betalen.")
    third = told(WORDS[2])
    found = similar(people.handler, third)
    assert found
    assert found[0].case == first
    assert other not in [one.case for one in found]
    assert "weken" in found[0].mine
    assert "vuilniszakken" in found[0].theirs
    assert services.take_in(third) is None


def test_a_walled_case_leaves_no_trace(
    bins: tuple[Pattern, list[Case]], people: SimpleNamespace, as_user: Callable[[Any], Client], office: Any
) -> None:
    pattern, cases = bins
    signal = Signal.objects.create(
        office=office,
        kind=SignalKind.PATTERN,
        pattern=pattern,
        raised_on=cases[-1].received_on,
        days=14,
        expected=0.5,
        least=3,
    )
    SignalCase.objects.bulk_create(SignalCase(signal=signal, case=case) for case in cases)
    walled = cases[0]
    raise_wall(walled, actor=people.ombudsman, user=people.handler2, reason="Her brother.")
    seen, hidden = as_user(people.handler), as_user(people.handler2)
    pages = [
        "/staff/patterns/", f"/staff/patterns/{pattern.pk}/", "/staff/patterns/signals/", "/staff/patterns/month/",
        f"/staff/patterns/signals/{signal.pk}/", f"/staff/cases/{cases[2].pk}/alike/", "/staff/patterns/overview/",
    ]  # fmt: skip
    traces = [walled.reference, "Quastelier", "quastelier", "buurman"]
    open_text = "".join(seen.get(page).content.decode() for page in pages)
    assert walled.reference in open_text
    assert "quastelier" in open_text.lower()
    for page in pages:
        answer = hidden.get(page)
        assert answer.status_code == 200, page
        text = answer.content.decode()
        assert not [trace for trace in traces if trace in text], page
    assert visible_patterns(people.handler).get().seen_members == 4
    assert visible_patterns(people.handler2).get().seen_members == 3
    assert visible_signals(people.handler2).get().seen_cases == 3
    assert "quastelier" not in Titles(people.handler2).of(pattern, 50)
    assert walled not in [one.case for one in similar(people.handler2, cases[2])]
    raise_wall(cases[1], actor=people.ombudsman, user=people.handler2, reason="Too.")
    assert hidden.get(f"/staff/patterns/{pattern.pk}/").status_code == 404
    assert hidden.get(f"/staff/patterns/signals/{signal.pk}/").status_code == 404


def test_destroyed_content_leaves_the_patterns_too(
    bins: tuple[Pattern, list[Case]],
    people: SimpleNamespace,
    office: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    _pattern, cases = bins
    with django_capture_on_commit_callbacks(execute=True):
        services.destroy_content(cases[0])
    assert not Member.objects.filter(case=cases[0]).exists()
    assert not Likeness.objects.filter(other=cases[0]).exists()
    with running.opened(office) as engine:
        assert cases[0].pk not in engine.rows
        assert cases[0].pk not in [n.id for n in engine.chain.look(WORDS[0], "nl")]
    assert cases[0] not in [one.case for one in similar(people.handler, cases[2])]


def test_what_a_kill_left_in_the_engine_is_gone_the_next_night(
    bins: tuple[Pattern, list[Case]], office: Any
) -> None:
    _pattern, cases = bins
    services.destroy_content(cases[0])  # and the machine stops before the engine has heard of it
    with running.opened(office) as engine:
        assert cases[0].pk in engine.rows
        held = len(engine.rows)

    assert forget(office) == 1  # the first thing that the night does
    assert forget(office) == 0

    with running.opened(office) as engine:
        assert cases[0].pk not in engine.rows
        assert len(engine.rows) == held - 1


def _made_by_another(office: Any) -> Path:
    manifest = running.home(office) / running.VECTORS / "manifest.json"
    manifest.write_text(manifest.read_text().replace(best_name(), "an encoder of before"))
    return manifest


def test_what_another_encoder_made_is_made_anew_the_next_night(
    bins: tuple[Pattern, list[Case]], people: SimpleNamespace, office: Any
) -> None:
    _pattern, cases = bins
    _made_by_another(office)
    assert not running.is_built(office)
    services.tick(office, dt.date(2026, 3, 2))
    assert running.is_built(office)
    with running.opened(office) as engine:
        assert {case.pk for case in cases} <= set(engine.rows)
    assert [one.case for one in similar(people.handler, cases[2])]


def test_a_destroyed_case_leaves_what_another_encoder_made(
    bins: tuple[Pattern, list[Case]], office: Any, django_capture_on_commit_callbacks: Any
) -> None:
    _pattern, cases = bins
    manifest = _made_by_another(office)
    with django_capture_on_commit_callbacks(execute=True):
        services.destroy_content(cases[0])
    assert not manifest.parent.exists()


def test_whoever_destroys_a_case_does_not_wait_for_the_engine(
    bins: tuple[Pattern, list[Case]], office: Any
) -> None:
    """The one who has it open may be waiting in the database for the end of this very transaction."""
    _pattern, cases = bins
    with running.opened(office) as engine:
        services.destroy_content(cases[0])
        assert cases[0].pk in engine.rows


def test_what_people_decide_stands_after_a_rebuild(
    bins: tuple[Pattern, list[Case]], people: SimpleNamespace, office: Any
) -> None:
    pattern, cases = bins
    made = services.split(pattern, [cases[3]], actor=people.handler, title="Smell")
    assert Apart.objects.filter(case=cases[0], other=cases[3]).exists()
    services.rebuild(office)
    place = Member.objects.get(case=cases[3])
    assert (place.pattern, place.source) == (made, Source.PERSON)
    others = Member.objects.exclude(case=cases[3]).values_list("number", flat=True)
    assert made.number not in others


def test_a_rebuild_goes_on_where_it_was_stopped(
    bins: tuple[Pattern, list[Case]], office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []
    add = running.Running.add

    def stops(self: running.Running, case: Case) -> Any:
        taken.append(case.pk)
        if len(taken) == 3:
            raise KeyboardInterrupt
        return add(self, case)

    monkeypatch.setattr(running.Running, "add", stops)
    with pytest.raises(KeyboardInterrupt):
        services.rebuild(office)
    done = services.rebuild(office)
    assert done["cases"] == 4
    assert len(taken) == 5  # two, the one that failed, and the two that were left


def test_merging_and_setting_aside(
    bins: tuple[Pattern, list[Case]], people: SimpleNamespace, office: Any
) -> None:
    pattern, _cases = bins
    other = Pattern.objects.create(office=office, number=501)
    services.merge(pattern, other, actor=people.handler)
    pattern.refresh_from_db()
    assert (pattern.state, pattern.merged_into) == (PatternState.MERGED, other)
    assert other.members.filter(source=Source.PERSON).count() == 4
    with pytest.raises(Refusal):
        services.dismiss(other, actor=people.handler, version=other.version, reason=" ")
    services.dismiss(other, actor=people.handler, version=other.version, reason="Holidays.")
    with pytest.raises(Refusal):
        services.watch(other, actor=people.handler2, version=1)
    with pytest.raises(Refusal):
        services.watch(other, actor=people.intake, version=other.version)


def test_a_signal_becomes_an_inquiry_with_its_cases(
    bins: tuple[Pattern, list[Case]], people: SimpleNamespace, office: Any, as_user: Callable[[Any], Client]
) -> None:
    pattern, cases = bins
    signal = Signal.objects.create(
        office=office,
        kind=SignalKind.NEAR,
        pattern=pattern,
        raised_on=cases[0].received_on,
        days=28,
        expected=1.2,
        least=4,
    )
    SignalCase.objects.bulk_create(SignalCase(signal=signal, case=case) for case in cases)
    browser, base = as_user(people.handler), f"/staff/patterns/signals/{signal.pk}/"
    assert b"4 complaints in 28 days" in browser.get(base).content
    assert browser.post(base + "settle/", {"s-state": "dismissed"}).status_code == 422
    answer = browser.post(base + "inquiry/", {"i-title": "Waste", "i-question": "Why?"})
    inquiry = Inquiry.objects.get()
    assert answer["Location"] == f"/staff/inquiries/{inquiry.pk}/"
    assert {link.case for link in inquiry.case_links.all()} == set(cases)
    assert inquiry.bodies.count() == 1
    with pytest.raises(Refusal):
        services.open_inquiry(Signal.objects.get(), actor=people.handler, title="x", question="y")


def test_a_signal_becomes_a_recommendation_that_rests_on_all_its_cases(
    bins: tuple[Pattern, list[Case]], people: SimpleNamespace, office: Any, as_user: Callable[[Any], Client]
) -> None:
    pattern, cases = bins
    signal = Signal.objects.create(
        office=office, kind=SignalKind.NEAR, pattern=pattern, raised_on=cases[0].received_on, days=28, least=4
    )
    SignalCase.objects.bulk_create(SignalCase(signal=signal, case=case) for case in cases)
    browser, base = as_user(people.handler), f"/staff/patterns/signals/{signal.pk}/"
    refused = browser.post(base + "recommendation/", {"r-title": "Collect on time", "r-text": ""})
    assert refused.status_code == 422
    assert b"Collect on time" in refused.content
    body = cases[0].grievances.get().body
    assert body is not None
    filled = {
        "r-body": body.pk,
        "r-language": "nl",
        "r-title": "Op tijd",
        "r-text": "Haal het afval op tijd op.",
    }
    answer = browser.post(base + "recommendation/", filled)
    made = Recommendation.objects.get()
    assert answer["Location"] == f"/staff/recommendations/{made.pk}/"
    assert {source.case for source in made.sources.all() if source.case} == set(cases)
    assert [source.pattern for source in made.sources.all() if source.pattern] == [pattern.key]
    assert answer["Location"].encode() in browser.get(base).content
    assert browser.post(base + "recommendation/", filled).status_code == 422


def test_one_serious_complaint_is_a_signal(told: Callable[..., Case], people: SimpleNamespace) -> None:
    case = told("Mijn gezin wordt morgen op straat gezet en ik denk aan zelfmoord.")
    signal = Signal.objects.get()
    assert (signal.kind, signal.rules) == (SignalKind.SERIOUS, ["need"])
    other = told("De trein had vertraging.")
    assert not Signal.objects.filter(case_links__case=other).exists()
    with pytest.raises(Refusal):
        services.raise_serious(other, actor=people.handler, words=" ")
    services.raise_serious(other, actor=people.handler, words="The third accident there.")
    assert Signal.objects.filter(case_links__case=other).exists()
    assert visible_signals(people.editor).count() == 0
    assert case.pk in SignalCase.objects.values_list("case_id", flat=True)


def test_the_pages_take_what_people_type(
    bins: tuple[Pattern, list[Case]], people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    pattern, cases = bins
    browser, base = as_user(people.handler), f"/staff/patterns/{pattern.pk}/"
    assert browser.get("/staff/patterns/?page=9999999999999&state=x").status_code == 200
    assert browser.get("/staff/patterns/month/?month=13-13").status_code == 200
    assert (
        browser.post(base + "name/", {"n-version": 1, "n-title": "Bins", "n-description": ""}).status_code
        == 302
    )
    assert browser.post(base + "name/", {"n-version": 1, "n-title": "Late"}).status_code == 422
    assert b"Bins" in browser.get(base).content
    assert (
        browser.post(base + "state/", {"s-version": 2, "s-act": "dismiss", "s-reason": ""}).status_code == 422
    )
    assert browser.post(base + "join/", {"j-reference": "NOPE"}).status_code == 422
    assert browser.post(base + "split/", {"case": ["x", "99999999999999999999"]}).status_code == 422
    assert browser.post(f"{base}cases/{cases[0].pk}/leave/").status_code == 302
    assert Member.objects.get(case=cases[0]).pattern is None
    like = Likeness.objects.filter(case=cases[2]).first()
    assert like is not None
    there = f"/staff/cases/{cases[2].pk}/alike/{like.pk}/"
    assert browser.post(there, {"verdict": "other"}).status_code in (302, 404)


def test_the_watcher_builds_first_and_takes_in_what_came(
    told: Callable[..., Case], make_case: Callable[..., Any], office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.nice", lambda step: step)
    case = make_case(state="open")
    case.submissions.create(
        office=office, channel="web", language="nl", fields={"text": WORDS[0]}, received_at=case.received_at
    )
    call_command("patterns", "watch", "--once")
    assert Member.objects.get().case == case
    assert running.is_built(office)
    call_command("patterns", "watch", "--once")
    out = StringIO()
    call_command("patterns", "similar", "--text", WORDS[2], "--lang", "nl", "--json", stdout=out)
    assert [one["reference"] for one in json.loads(out.getvalue())["similar"]] == [case.reference]


def test_similar_says_what_is_missing(office: Any, settings: Any, tmp_path: Path) -> None:
    settings.PATTERNS = tmp_path / "nothing"
    with pytest.raises(CommandError, match="rebuild"):
        call_command("patterns", "similar", "--text", "x")
    with pytest.raises(CommandError, match="--top"):
        call_command("patterns", "similar", "--text", "x", "--top", "0")


def replayed(lines: list[str], tmp_path: Path) -> list[dict[str, Any]]:
    path, out = tmp_path / "in.jsonl", StringIO()
    path.write_text("\n".join(lines), encoding="utf-8")
    call_command("patterns", "replay", str(path), "--json", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_replay_answers_each_line_and_ends_with_a_summary(tmp_path: Path) -> None:
    lines = [
        json.dumps(
            {"id": n, "date": f"2025-01-{n + 1:02}", "lang": ("nl", "fr")[n % 2], "body": "x", "text": words}
        )
        for n, words in enumerate(WORDS)
    ]
    found = replayed(lines, tmp_path)
    assert [set(one) for one in found[:4]] == [{"id", "similar", "pattern", "signals"}] * 4
    assert found[2]["similar"][0]["id"] in (0, 1)
    assert found[4]["summary"]["complaints"] == 4


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"id": 1, "date": "soon", "text": "x"}'])
def test_replay_says_what_is_wrong_with_a_line(line: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="1"):
        replayed([line], tmp_path)


def test_the_letter_of_the_month_goes_once_and_quotes_no_complaint(
    bins: tuple[Pattern, list[Case]],
    people: SimpleNamespace,
    office: Any,
    settings: Any,
    mailoutbox: list[Any],
) -> None:
    settings.MAIL_URL = "mail.example"
    month = bins[1][-1].received_on.replace(day=1)
    first = (month + dt.timedelta(32)).replace(day=2)
    assert send_letters(office, first.replace(day=9)) == 0
    assert send_letters(office, first) == 1
    assert send_letters(office, first) == 0
    assert [mail.to for mail in mailoutbox] == [[people.ombudsman.email]]
    assert f"month={month:%Y-%m}" in mailoutbox[0].body
    assert "quastelier" not in mailoutbox[0].body.lower()
    assert "vuilniszakken" not in mailoutbox[0].body.lower()


def test_a_service_that_stands_out_on_a_theme_is_a_signal(
    told: Callable[..., Case], office: Any, people: SimpleNamespace
) -> None:
    for number in range(60):
        told("De trein had vertraging.", days=20 + 11 * number, theme="transport")
    for number in range(12):
        told("De bus reed niet.", days=number, theme="transport", body="mivb")
    day = now().date()
    assert stand_out(office, day) >= 1
    signal = Signal.objects.filter(kind=SignalKind.BODY_THEME).get()
    assert signal.theme == "transport"
    assert signal.case_links.count() == 12
    assert stand_out(office, day) == 0
