"""The office as it stands in the database after `ombuds demo`."""

import datetime as dt
import hashlib
import json
from collections import Counter
from contextlib import ExitStack
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db.models import Q

from ombuds.accounts.models import User
from ombuds.admissibility.models import AdmissibilityDecision, CompetenceDecision
from ombuds.annualreport.models import Edition
from ombuds.audit.services import verify
from ombuds.authorities.models import Contact
from ombuds.cases.models import Case, Clock, Grievance, Hold, Party, Transition, Wall
from ombuds.cases.services import due_for_destruction, tick
from ombuds.cases.workflow import ENDED, State
from ombuds.correspondence.models import MessageText, Question
from ombuds.demo.plan import plan_cases
from ombuds.demo.staff import PASSWORD
from ombuds.demo.words import LEFTOVER
from ombuds.intake.models import Submission
from ombuds.integrity.models import Admission, Report
from ombuds.integrity.services import dialogue, knowing, setting_up
from ombuds.lib import tokens
from ombuds.publications.models import Frozen, Publication, PublicRecommendation
from ombuds.recommendations.models import Recommendation
from ombuds.recommendations.services import chain_of
from ombuds.statistics.services import broken_balances

MOMENT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
CASES = 60
BOTH = ["default", "integrity"]
pytestmark = pytest.mark.django_db(
    databases=BOTH
)  # each test changes things inside the one loading, and takes them back


def run(*words: str) -> str:
    out = StringIO()
    call_command("demo", *words, stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.fixture(scope="module")
def said(django_db_setup: None, django_db_blocker: Any) -> Any:
    """The demo, loaded once for the tests of this file and taken away after them."""
    from django.db import transaction

    with django_db_blocker.unblock(), time_machine.travel(MOMENT, tick=False), ExitStack() as stack:
        for alias in BOTH:
            stack.enter_context(transaction.atomic(using=alias))
        yield run("--cases", str(CASES))
        for alias in BOTH:
            transaction.set_rollback(True, using=alias)


@pytest.fixture(autouse=True)
def moment(said: str, db: None) -> Any:
    with time_machine.travel(MOMENT, tick=False):
        yield


def digest_of_everything() -> str:
    """What two runs have to agree on, whatever numbers the rows got."""
    parts = [
        *Case.objects.order_by("reference").values_list(
            "reference", "key", "state", "received_at", "assessment", "closed_at"
        ),
        *Transition.objects.order_by("case__reference", "at", "pk").values_list(
            "case__reference", "act", "at"
        ),
        *Clock.objects.order_by("case__reference", "rule", "pk").values_list(
            "case__reference", "rule", "due_on", "met_on"
        ),
        *Party.objects.order_by("case__reference", "pk").values_list("case__reference", "last_name", "email"),
        *MessageText.objects.order_by("message__key", "language").values_list("language", "subject", "body"),
        *Question.objects.order_by("key").values_list("key", "text", "due_on", "answered_at"),
        *Frozen.objects.order_by("slug", "language").values_list("slug", "language", "html"),
    ]
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def test_a_second_run_changes_nothing_and_says_what_is_there(said: str) -> None:
    before, people = digest_of_everything(), User.objects.count()
    again = run("--cases", str(CASES))
    assert "here already" in again
    assert str(Case.objects.count()) in again
    assert digest_of_everything() == before
    assert User.objects.count() == people


def test_the_table_names_staff_services_and_complainants(said: str) -> None:
    who = run("--who")
    assert who in said
    assert "veerle@ombuds.example" in who
    assert "Klaprozen" in who
    codes = [line.split() for line in who.splitlines() if line.strip().startswith("OM.")]
    assert len(codes) == 2
    for reference, code, _language in codes:
        case = Case.objects.get(reference=reference)
        assert tokens.matches(code, case.code_digest, "case-file")
    contacts = Contact.objects.filter(
        email__in=[word for word in who.split() if word.startswith("ombuds-contact@")]
    )
    assert contacts.count() == 2


def test_every_state_is_there_and_every_old_file_too() -> None:
    assert set(Case.objects.values_list("state", flat=True)) == set(State)
    office = Case.objects.all()[0].office
    assert due_for_destruction(office)
    assert Hold.objects.exists()
    assert Wall.objects.exists()


def test_the_balance_of_every_year_holds() -> None:
    office = Case.objects.all()[0].office
    for year in (2024, 2025, 2026):
        assert broken_balances(office, year) == []
        start, end = dt.datetime(year, 1, 1, tzinfo=dt.UTC), dt.datetime(year + 1, 1, 1, tzinfo=dt.UTC)
        open_before = _open_at(start)
        came = Case.objects.filter(received_at__gte=start, received_at__lt=end).count()
        went = Case.objects.filter(closed_at__gte=start, closed_at__lt=end).count()
        assert open_before + came - went == _open_at(end)


def _open_at(day: dt.datetime) -> int:
    return (
        Case.objects.filter(received_at__lt=day)
        .filter(Q(closed_at__isnull=True) | Q(closed_at__gte=day))
        .count()
    )


def test_ended_cases_have_an_end_and_open_ones_have_none() -> None:
    ended = Q(state__in=ENDED)
    assert not Case.objects.filter(ended, closed_at__isnull=True).exists()
    assert not Case.objects.filter(~ended, closed_at__isnull=False).exists()
    assert not Clock.objects.filter(case__in=Case.objects.filter(ended), met_on__isnull=True).exists()
    for case in Case.objects.all():
        last = case.transitions.last()
        assert last is not None
        assert last.to_state == case.state or case.state in (State.RETENTION, State.DESTROYED)


def test_opened_cases_were_judged_competent_and_admissible() -> None:
    for case in Case.objects.filter(transitions__act="cases:case:open").distinct():
        assert CompetenceDecision.objects.current().filter(case=case, verdict="ours").exists()
        assert AdmissibilityDecision.objects.current().filter(case=case, verdict="admitted").exists()
    assert not Grievance.objects.filter(
        case__kind="complaint", body__isnull=True, case__state=State.OPEN
    ).exists()


def test_the_record_holds_and_no_letter_has_a_gap() -> None:
    assert verify().broken is None
    texts = MessageText.objects.values_list("subject", "body")
    assert texts
    assert not [body for subject, body in texts if "⟦" in subject + body or "\x02" in subject + body]
    words = [
        str(value)
        for fields in Submission.objects.values_list("fields", flat=True)
        for value in fields.values()
        if value
    ]
    assert not [text for text in words if LEFTOVER.search(text) and text != "[]"]


def test_nobody_has_a_real_address_or_a_national_number() -> None:
    mails = [*Party.objects.values_list("email", flat=True), *User.objects.values_list("email", flat=True)]
    assert {mail.rsplit(".", 1)[-1] for mail in mails if mail} <= {"example", "org", "com", "net"}
    assert all("example" in mail.split("@")[1] for mail in mails if mail)
    assert set(Party.objects.values_list("national_number", flat=True)) == {""}


def test_recommendations_stories_and_reports_came_out_of_the_cases() -> None:
    statuses = Counter(Recommendation.objects.values_list("status", flat=True))
    assert len(statuses) >= 5
    assert max(len(chain_of(row)) for row in Recommendation.objects.all()) == 3
    assert PublicRecommendation.objects.count() >= 8
    frozen = Counter(Frozen.objects.values_list("language", flat=True))
    assert frozen["nl"] == frozen["fr"] >= 8
    assert {"draft", "in_review", "published"} <= set(Publication.objects.values_list("state", flat=True))
    released = Edition.objects.filter(state="released").values_list("year", flat=True)
    assert set(released) == {2024, 2025}


def test_the_tick_finds_hardly_anything_left_to_say() -> None:
    office = Case.objects.all()[0].office
    tick(office, MOMENT.date())
    assert tick(office, MOMENT.date()) == 0


def test_the_timer_catches_up_and_then_has_nothing_to_do() -> None:
    """`ombuds tick`, all rooms, twice: mails, drafts, first line, recommendations, clocks."""
    first, second = ticked(), ticked()
    assert first["failed"] == second["failed"] == []
    assert not any(second["changed"].values()), second
    late = Clock.objects.filter(
        rule="first_line_answer", due_on__lt=MOMENT.date(), met_on=None, cancelled=False
    )
    assert not late.filter(case__state=State.FIRST_LINE).exists()
    assert verify().broken is None


def ticked() -> dict[str, Any]:
    out = StringIO()
    call_command("tick", "--json", stdout=out)
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def test_two_runs_with_one_seed_agree() -> None:
    assert plan_cases(CASES, 1, MOMENT) == plan_cases(CASES, 1, MOMENT)
    references = {plan.reference: plan.key for plan in plan_cases(CASES, 1, MOMENT)}
    assert dict(Case.objects.values_list("reference", "key")) == references


def test_a_database_with_cases_of_its_own_is_left_alone() -> None:
    User.objects.filter(email="noor@ombuds.example").update(email="somebody@office.example")
    try:
        with pytest.raises(CommandError, match="cases of its own"):
            run()
        with pytest.raises(CommandError, match="not here yet"):
            run("--who")
    finally:
        User.objects.filter(email="somebody@office.example").update(email="noor@ombuds.example")


def test_a_silly_number_of_cases_is_refused_with_a_sentence() -> None:
    with pytest.raises(CommandError, match="1 to 200000"):
        run("--cases", "0")


def test_the_sealed_channel_has_two_reports_at_work_and_none_new(said: str) -> None:
    reader = setting_up.unlock(login="lucie", passphrase=PASSWORD)
    assert reader is not None
    assert not knowing.changes(reader), "she knows her colleague"
    reports = list(Report.objects.all())
    assert len(reports) == 2
    assert all(report.acknowledged_on and dialogue.conversation(report, reader) for report in reports)
    assert not Admission.objects.filter(declared_on=None).exists(), "nobody has to declare before looking"
