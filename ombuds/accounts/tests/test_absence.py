"""Away, and covered."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from ombuds.accounts import services
from ombuds.accounts.models import Absence
from ombuds.lib.today import today

pytestmark = pytest.mark.django_db


def _days(first: int, last: int) -> dict[str, str]:
    return {
        "first_day": (today() + timedelta(days=first)).isoformat(),
        "last_day": (today() + timedelta(days=last)).isoformat(),
    }


def test_a_handler_notes_their_own_absence_and_takes_it_back(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    browser = as_user(people.handler)
    answer = browser.post(reverse("accounts:plan_own_absence"), _days(1, 5) | {"cover": people.handler2.pk})
    assert answer.status_code == 302
    absence = people.handler.absences.get()
    assert people.handler2.name.encode() in browser.get(reverse("accounts:me")).content
    assert b"You cover for" in as_user(people.handler2).get(reverse("accounts:me")).content
    browser.post(reverse("accounts:cancel_own_absence", args=[absence.pk]))
    assert not Absence.objects.exists()


def test_cover_counts_only_on_the_days(people: SimpleNamespace) -> None:
    with time_machine.travel("2025-07-01 10:00"):
        day = today()
        services.plan_absence(
            actor=people.handler,
            user=people.handler,
            first_day=day + timedelta(days=1),
            last_day=day + timedelta(days=2),
            cover=people.handler2,
        )
        assert services.covered_by(people.handler2) == []
    with time_machine.travel("2025-07-03 23:30+02:00"):
        assert services.covered_by(people.handler2) == [people.handler]
    with time_machine.travel("2025-07-04 00:30+02:00"):
        assert services.covered_by(people.handler2) == []


def test_coming_back_early_ends_an_absence_yesterday(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    with time_machine.travel("2025-07-01 10:00"):
        services.plan_absence(
            actor=people.administrator,
            user=people.handler,
            first_day=today(),
            last_day=today() + timedelta(days=9),
            cover=people.handler2,
        )
    with time_machine.travel("2025-07-04 10:00"):
        absence = people.handler.absences.get()
        services.cancel_absence(actor=people.handler, absence=absence)
        assert absence.last_day == today() - timedelta(days=1)
        with pytest.raises(services.EndedAlready):
            services.cancel_absence(actor=people.handler, absence=absence)


def test_who_is_away_cannot_cover_and_nobody_is_away_twice(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    browser = as_user(people.handler)
    browser.post(reverse("accounts:plan_own_absence"), _days(1, 5) | {"cover": people.handler2.pk})
    twice = browser.post(reverse("accounts:plan_own_absence"), _days(5, 9) | {"cover": people.handler2.pk})
    assert b"There is an absence in these days already." in twice.content
    other = as_user(people.handler2).post(
        reverse("accounts:plan_own_absence"), _days(3, 4) | {"cover": people.handler.pk}
    )
    assert b"Choose somebody else as cover" in other.content
    turned = browser.post(reverse("accounts:plan_own_absence"), _days(30, 20) | {"cover": people.handler2.pk})
    assert b"The last day lies before the first day." in turned.content


def test_the_absence_of_somebody_else_is_not_mine_to_cancel(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    as_user(people.handler).post(
        reverse("accounts:plan_own_absence"), _days(1, 5) | {"cover": people.handler2.pk}
    )
    absence = people.handler.absences.get()
    url = reverse("accounts:cancel_own_absence", args=[absence.pk])
    assert as_user(people.handler2).post(url).status_code == 404
    assert (
        as_user(people.administrator)
        .post(reverse("accounts:cancel_absence", args=[people.handler.pk, absence.pk]))
        .status_code
        == 302
    )
