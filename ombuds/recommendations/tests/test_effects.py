"""Counting the complaints by which a recommendation is measured, and showing what became of them."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ombuds.cases.models import Case, Wall
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.recommendations import services
from ombuds.recommendations.models import Effect, Recommendation
from ombuds.recommendations.tests.test_recommendations import draft

MakeCase = Callable[..., Any]
AsUser = Callable[[Any], Client]


def months_ago(many: int) -> dt.datetime:
    number = today().year * 12 + today().month - 1 - many
    return dt.datetime(number // 12, number % 12 + 1, 10, 12, tzinfo=dt.UTC)


@pytest.fixture
def story(make_case: MakeCase, people: SimpleNamespace) -> Recommendation:
    """Three complaints a month on one theme for two years; carried out a year ago, then one every other month."""
    template = make_case(state="closed")
    body = template.grievances.get().body
    for month in range(1, 37):
        many = 3 if month > 12 else month % 2
        for _one in range(many):
            case = make_case(state="closed")
            Case.objects.filter(pk=case.pk).update(received_at=months_ago(month), theme="")
            case.grievances.update(body=body, theme="late_answer")
    Case.objects.filter(pk=template.pk).update(received_at=months_ago(0))
    return services.issue(
        draft(template, people, theme="late_answer"), actor=people.ombudsman, on=months_ago(20).date()
    )


def test_the_page_says_whether_the_complaints_stopped(
    story: Recommendation, people: SimpleNamespace, as_user: AsUser
) -> None:
    page = as_user(people.handler)
    address = reverse("recommendations:effect", args=[story.pk])
    answer = page.post(
        address, {"e-changed_on": months_ago(13).date().isoformat(), "e-this_body_only": "on"}, follow=True
    )
    shown = answer.content.decode()
    assert "Fewer complaints than expected: 6 instead of" in shown
    assert "<svg" in shown
    effect = Effect.objects.get()
    assert (sum(effect.counts), len(effect.counts), effect.change) == (78, 36, 24)
    stopped = page.post(reverse("recommendations:stop_effect", args=[story.pk]), follow=True)
    assert "Nobody said yet" in stopped.content.decode()


def test_a_month_leads_to_the_complaints_that_it_counts(
    story: Recommendation, people: SimpleNamespace, as_user: AsUser
) -> None:
    services.measure_effect(story, actor=people.handler, changed_on=months_ago(13).date())
    page, day = as_user(people.handler), months_ago(20)
    address = reverse("recommendations:effect_cases", args=[story.pk, day.year, day.month])
    shown = page.get(reverse("recommendations:recommendation", args=[story.pk])).content.decode()
    assert f'href="{address}">3</a>' in shown
    assert "/figures/definitions/#effect" in shown
    listed = page.get(address).content.decode()
    counted = Case.objects.filter(received_at=day)
    assert counted.count() == 3
    assert all(case.reference in listed for case in counted)
    assert listed.count('<th scope="row"') == 3
    nowhere = reverse("recommendations:effect_cases", args=[story.pk, day.year, 13])
    assert page.get(nowhere).status_code == 404


def test_the_list_of_a_month_has_no_case_that_the_reader_may_not_see(
    story: Recommendation, people: SimpleNamespace, as_user: AsUser
) -> None:
    services.measure_effect(story, actor=people.handler, changed_on=months_ago(13).date())
    day = months_ago(20)
    hidden = Case.objects.filter(received_at=day).first()
    assert hidden is not None
    Wall.objects.create(case=hidden, user=people.handler, reason="family")
    address = reverse("recommendations:effect_cases", args=[story.pk, day.year, day.month])
    assert hidden.reference not in as_user(people.handler).get(address).content.decode()


def test_a_walled_case_is_in_no_count(story: Recommendation, people: SimpleNamespace) -> None:
    one = Case.objects.filter(received_at=months_ago(20)).first()
    assert one is not None
    before = services.measure_effect(story, actor=people.handler, changed_on=months_ago(13).date())
    Wall.objects.create(case=one, user=people.intake, reason="family")
    after = services.measure_effect(story, actor=people.handler, changed_on=months_ago(13).date())
    assert sum(before.counts) - sum(after.counts) == 1


def test_the_theme_of_the_grievance_counts_and_another_theme_does_not(
    story: Recommendation, people: SimpleNamespace
) -> None:
    of_theme = services.measure_effect(
        story,
        actor=people.handler,
        changed_on=months_ago(13).date(),
        theme="late_answer",
        this_body_only=False,
    )
    assert sum(of_theme.counts) == 78
    other = services.measure_effect(
        story, actor=people.handler, changed_on=months_ago(13).date(), theme="fees", this_body_only=False
    )
    assert sum(other.counts) == 0
    assert other.found["verdict"] == "too_few"


def test_a_new_month_is_taken_in_once(story: Recommendation, people: SimpleNamespace) -> None:
    services.measure_effect(story, actor=people.handler, changed_on=months_ago(13).date())
    services.tick(story.office, today())  # the answer is late, too
    Effect.objects.update(computed_on=today().replace(day=1) - dt.timedelta(days=1))
    assert services.tick(story.office, today()) == 1
    assert services.tick(story.office, today()) == 0


def test_an_old_file_carried_over_is_no_year_without_the_problem(
    story: Recommendation, make_case: MakeCase, people: SimpleNamespace
) -> None:
    old = make_case(state="closed")
    Case.objects.filter(pk=old.pk).update(received_at=months_ago(70))
    effect = services.measure_effect(story, actor=people.handler, changed_on=months_ago(13).date())
    assert (effect.first_month, len(effect.counts)) == (months_ago(36).date().replace(day=1), 36)
    assert effect.change == 24


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (dt.timedelta(days=1), {}),
        (dt.timedelta(days=-5000), {}),
        (dt.timedelta(0), {"this_body_only": False}),
    ],
)
def test_a_measure_that_tells_nothing_is_refused(
    make_case: MakeCase, people: SimpleNamespace, changed: dt.timedelta, words: dict[str, Any]
) -> None:
    one = services.issue(draft(make_case(state="closed"), people), actor=people.ombudsman)
    with pytest.raises(Refusal):
        services.measure_effect(one, actor=people.handler, changed_on=today() + changed, **words)
    assert not Effect.objects.exists()
