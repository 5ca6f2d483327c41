"""Acceptance scenario 5: the Council of State clock, and the proof of it."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from ombuds.correspondence import paper
from ombuds.correspondence.services import draft, merge
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

FILED = dt.datetime(2025, 2, 24, 9, 30, tzinfo=ZoneInfo("Europe/Brussels"))


@time_machine.travel(dt.datetime(2025, 3, 3, 10, tzinfo=ZoneInfo("Europe/Brussels")), tick=False)
def test_5_twenty_days_used_forty_left(make_case: Any, people: Any) -> None:
    case = make_case("open", received_at=FILED, notified_on=dt.date(2025, 2, 3))
    body = merge(case, "L28", "nl").texts[0].body
    for words in ("20 ", "40 ", "3 februari 2025", "24 februari 2025", "24 juni 2025", "3 augustus 2025"):
        assert words in body, words
    message = draft(case, "L28", actor=people.handler, language="fr")
    assert "3 août 2025" in message.texts.get().body
    assert paper.render(message).startswith(b"%PDF")


def test_without_the_day_of_notification_there_is_no_proof(make_case: Any) -> None:
    with pytest.raises(Refusal, match="when the decision was notified"):
        merge(make_case("open"), "L28", "nl")


def test_a_refusal_lets_the_clock_run_again(make_case: Any) -> None:
    with time_machine.travel(dt.datetime(2025, 4, 10, 10, tzinfo=ZoneInfo("Europe/Brussels")), tick=False):
        case = make_case("triage", received_at=FILED, notified_on=dt.date(2025, 2, 3))
        case.transitions.create(act="cases:case:refuse", to_state="refused", at=dt.datetime.now(dt.UTC))
        body = merge(case, "L28", "en").texts[0].body
    assert "20 May 2025" in body


def test_no_proof_of_a_suspension_that_never_was(make_case: Any, people: Any) -> None:
    case = make_case("open", notified_on=today() - dt.timedelta(days=90))
    with pytest.raises(Refusal, match="nothing left to suspend"):
        merge(case, "L28", "nl")
