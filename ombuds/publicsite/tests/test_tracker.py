"""A reader follows what became of recommendations, and learns no count that a table hides."""

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.lib.today import today
from ombuds.publications import services as publishing
from ombuds.recommendations import services as recommending
from ombuds.recommendations.effect import Estimate, Verdict
from ombuds.recommendations.effect_words import public_effect, public_sentence
from ombuds.recommendations.models import Effect, Recommendation


@pytest.fixture
def tracked(make_case: Any, people: SimpleNamespace) -> list[Recommendation]:
    """Two recommendations to two addressees, both public; one is planned and measured."""
    found = []
    for number, (addressee, name) in enumerate((("government", "Government"), ("parliament", "Parliament"))):
        one = recommending.create(
            office=make_case(state="closed").office, actor=people.handler, cases=[make_case(state="closed")], language="nl",
            title=f"Antwoord op tijd {number}", text="Antwoord binnen dertig dagen.", kind="parliament",
            addressee=addressee, addressee_name=name, theme=("payments", "permits")[number],
        )  # fmt: skip
        recommending.write_text(
            one,
            actor=people.handler,
            language="fr",
            title=f"Répondre à temps {number}",
            text="Répondez dans les trente jours.",
        )
        recommending.issue(one, actor=people.ombudsman, on=today() - dt.timedelta(days=400))
        found.append(one)
    recommending.promise(found[0], actor=people.handler, words="Woorden van de dienst")
    Effect.objects.create(
        recommendation=found[0], changed_on=today(), theme="payments", counts=[3] * 30, change=24,
        first_month=dt.date(2024, 1, 1), computed_on=today(),
        found={"verdict": "fewer", "observed": 41, "expected": 78.0, "low": 25.0, "high": 60.0},
    )  # fmt: skip
    for one in found:
        publishing.release_recommendation(one, actor=people.ombudsman, in_spite="Invented for a test.")
    return found


def test_the_tracker_is_filtered_and_says_whether_complaints_stopped(
    tracked: list[Recommendation], client: Client
) -> None:
    everything = client.get("/recommendations/?lang=en").content.decode()
    assert "Antwoord op tijd 0" in everything
    assert "Antwoord op tijd 1" in everything
    assert "About 45% fewer complaints than expected (between 30% and 75% fewer)." in everything
    only = client.get("/recommendations/", {"lang": "en", "to": "Parliament"}).content.decode()
    assert "Antwoord op tijd 1" in only
    assert "Antwoord op tijd 0" not in only
    odd = client.get("/recommendations/", {"lang": "en", "to": "Nobody", "year": "19x", "theme": "x" * 5000})
    assert "Antwoord op tijd 0" in odd.content.decode()


def test_the_page_shows_the_plan_in_dates_and_not_in_the_words_of_the_service(
    tracked: list[Recommendation], client: Client
) -> None:
    one = tracked[0]
    shown = client.get(f"/recommendations/{one.year}-{one.sequence}/?lang=en").content.decode()
    assert "The addressee promises a measure" in shown
    assert "Woorden van de dienst" not in shown
    assert ">41<" not in shown
    assert "78" not in shown


def test_the_feed_tells_what_moved(tracked: list[Recommendation], client: Client) -> None:
    feed = client.get("/recommendations/changes.nl.atom")
    assert feed["Content-Type"].startswith("application/atom+xml")
    text = feed.content.decode()
    assert text.count("<entry") == 2
    assert "Woorden van de dienst" not in text
    assert client.get("/recommendations/changes.xx.atom").status_code == 404


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        (Estimate(Verdict.FEWER, 41, 78.0, 25.0, 60.0), "fewer:45:30:75"),
        (Estimate(Verdict.MORE, 95, 60.0, -58.0, -12.0), "more:60:20:95"),
        (Estimate(Verdict.FEWER, 2, 12.0, 5.0, 15.0), "too_few"),
        (Estimate(Verdict.UNCLEAR, 30, 33.0, -5.0, 9.0), "unclear"),
        (Estimate(Verdict.TOO_FEW, 3), "too_few"),
    ],
)
def test_the_public_gets_rounded_shares_of_enough_complaints(found: Estimate, kept: str) -> None:
    assert public_effect(found) == kept
    assert public_sentence(kept)


def test_an_effect_that_is_computed_again_and_says_the_same_moves_nothing(
    tracked: list[Recommendation],
) -> None:
    office = tracked[0].office
    assert publishing.changed_recommendations(office) == []
    Effect.objects.update(computed_on=today() + dt.timedelta(days=31), counts=[3] * 31)
    assert publishing.changed_recommendations(office) == []
