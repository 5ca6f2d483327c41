"""From the first draft to the day it is issued and gets its number."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.access import can_read
from ombuds.cases.models import Case
from ombuds.investigations.models import Inquiry
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.recommendations.models import NumberCounter, Recommendation, RecommendationText, Source
from ombuds.recommendations.services.permitting import MayNot, insist
from ombuds.recommendations.services.statuses import set_status
from ombuds.recommendations.terms import Act, Addressee, Status
from ombuds.recommendations.workflow import was_issued

DEFAULT_TERM_DAYS = 90


def create(
    *,
    office: Office,
    actor: User,
    title: str,
    text: str,
    language: str,
    cases: "list[Case] | None" = None,
    inquiry: Inquiry | None = None,
    pattern: uuid.UUID | None = None,
    report_year: int | None = None,
    **fields: Any,
) -> Recommendation:
    """A draft, from one or more cases, an inquiry, a pattern (its key) or the report of a year."""
    insist(actor)
    _insist_addressee(fields)
    with transaction.atomic():
        made = Recommendation.objects.create(
            office=office, written_by=actor, **{"year": today().year, **fields}
        )
        RecommendationText.objects.create(
            recommendation=made, language=language, title=title.strip(), text=text.strip(), is_original=True
        )
        for case in cases or []:
            add_source(made, actor=actor, case=case)
        if inquiry is not None:
            add_source(made, actor=actor, inquiry=inquiry)
        if pattern is not None:
            add_source(made, actor=actor, pattern=pattern)
        if report_year is not None:
            add_source(made, actor=actor, report_year=report_year)
        record(Act.CREATE, actor=actor, subject=made)
    return made


def _insist_addressee(fields: dict[str, Any]) -> None:
    if fields.get("addressee", Addressee.BODY) == Addressee.BODY:
        if fields.get("body") is None:
            raise Refusal(_("Choose the service that this recommendation is for."))
        fields["addressee_name"] = ""
    elif not str(fields.get("addressee_name", "")).strip():
        raise Refusal(_("Name the government or parliament."))
    else:
        fields["body"] = None


def add_source(
    recommendation: Recommendation,
    *,
    actor: User,
    case: Case | None = None,
    inquiry: Inquiry | None = None,
    pattern: uuid.UUID | None = None,
    report_year: int | None = None,
) -> Source:
    """Note where it comes from: one of a case, an inquiry, a pattern's key, a year's report. For staff only."""
    insist(actor)
    if case is not None and not can_read(actor, case):
        raise MayNot()
    with transaction.atomic():
        source, created = Source.objects.get_or_create(
            recommendation=recommendation,
            case=case,
            inquiry=inquiry,
            pattern=pattern,
            report_year=report_year,
        )
        if not created:
            raise Refusal(_("This is already one of its sources."))
        record(Act.UPDATE, actor=actor, subject=recommendation, case=case, data={"added": "source"})
    return source


def update(recommendation: Recommendation, *, actor: User, version: int, **fields: Any) -> Recommendation:
    """Change a draft's frame. Once issued, only its theme and whether it may be public."""
    insist(actor)
    if was_issued(recommendation.status):
        fields = {name: value for name, value in fields.items() if name in ("theme", "is_public")}
    else:
        _insist_addressee(fields)
    with transaction.atomic():
        seen = Recommendation.objects.filter(pk=recommendation.pk, version=version)
        if not seen.update(version=F("version") + 1, **fields):
            raise Refusal(
                _("Someone else changed this recommendation while you were writing. Compare, and save again.")
            )
        recommendation.refresh_from_db()
        record(Act.UPDATE, actor=actor, subject=recommendation, data={"fields": sorted(fields)})
    return recommendation


def write_text(
    recommendation: Recommendation, *, actor: User, language: str, title: str, text: str
) -> RecommendationText:
    """The text in one language. The original of an issued recommendation stands; translations can follow."""
    insist(actor)
    if not title.strip() or not text.strip():
        raise Refusal(_("Write a title and a text."))
    old = recommendation.texts.filter(language=language).first()
    if old and old.is_original and was_issued(recommendation.status):
        raise Refusal(_("This recommendation is issued: its text stands. Issue a new one that replaces it."))
    with transaction.atomic():
        kept, _created = RecommendationText.objects.update_or_create(
            recommendation=recommendation,
            language=language,
            defaults={"title": title.strip(), "text": text.strip()},
        )
        record(Act.TRANSLATE, actor=actor, subject=recommendation, data={"language": language})
    return kept


def send_for_comment(recommendation: Recommendation, *, actor: User) -> Recommendation:
    """The addressee sees the draft first (R1)."""
    insist(actor)
    with transaction.atomic():
        set_status(recommendation, Status.SENT_FOR_COMMENT, actor=actor)
        record(Act.SEND_FOR_COMMENT, actor=actor, subject=recommendation)
    return recommendation


def issue(
    recommendation: Recommendation,
    *,
    actor: User,
    answer_due_on: dt.date | None = None,
    on: dt.date | None = None,
) -> Recommendation:
    """The ombudsman issues it: it gets the next number of its year, and a term to answer."""
    insist(actor, Permission.RECOMMENDATIONS_ISSUE)
    day = on or today()
    term = int(recommendation.office.setting("recommendation_answer_days", DEFAULT_TERM_DAYS))
    due = answer_due_on or day + dt.timedelta(days=term)
    if due <= day:
        raise Refusal(_("The term to answer must end after the day of issue."))
    if not recommendation.sources.exists():
        raise Refusal(_("Link the case, inquiry or report that this recommendation comes from."))
    with transaction.atomic():
        number = NumberCounter.take(recommendation.office, day.year)
        numbered = Recommendation.objects.filter(pk=recommendation.pk, sequence__isnull=True)
        if not numbered.update(year=day.year, sequence=number, issued_on=day, answer_due_on=due):
            raise Refusal(_("This recommendation was issued already."))
        recommendation.refresh_from_db()
        set_status(recommendation, Status.ISSUED, actor=actor, on=day)
        record(Act.ISSUE, actor=actor, subject=recommendation, data={"code": recommendation.code})
    return recommendation
