"""Privacy review by someone who does not know the case, and approval by the ombudsman."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.models import Entry
from ombuds.audit.services import record
from ombuds.lib.errors import Refusal
from ombuds.publications.authoring.hearing import insist_heard
from ombuds.publications.authoring.services import insist_figures
from ombuds.publications.models import Decision, Publication
from ombuds.publications.permitting import StillNamed, insist
from ombuds.publications.services.attacking import attack, digest, last_run
from ombuds.publications.services.checking import check, findings_of, insist_tongues
from ombuds.publications.terms import Act, State
from ombuds.publications.workflow import may_follow
from ombuds.publications.writing import missing_languages


class LanguageMissing(Refusal):
    """A bilingual office publishes in both languages or not at all."""

    template = _("The text is not complete in every language that is needed: %(languages)s.")


def insist_languages(publication: Publication) -> None:
    """Raises LanguageMissing."""
    if missing := missing_languages(publication):
        raise LanguageMissing(languages=", ".join(code.upper() for code in missing))


def set_state(publication: Publication, state: State) -> None:
    """Guarded by the old state."""
    if not may_follow(publication.state, state):
        raise Refusal(
            _("This step is not possible now: the text is “%(state)s”."),
            state=publication.get_state_display(),
        )
    moved = Publication.objects.filter(pk=publication.pk, state=publication.state)
    if not moved.update(state=state, version=F("version") + 1):
        raise Refusal(_("Someone else took a step with this text at the same moment."))
    publication.refresh_from_db()


def knows_a_case(publication: Publication, user: User) -> bool:
    """Handles, read or touched one of its cases, ever: the record of acts knows."""
    cases = publication.case_links.values_list("case_id", flat=True)
    handles = publication.case_links.filter(case__handler=user).exists()
    return handles or Entry.objects.filter(case_id__in=list(cases), actor_id=user.pk).exists()


def send_to_review(publication: Publication, *, actor: User) -> Publication:
    """Ready for other eyes: complete, each language in its own language, and through the gate."""
    insist(actor)
    insist_languages(publication)
    insist_tongues(publication)
    insist_figures(publication)
    check(publication, actor=actor)
    with transaction.atomic():
        set_state(publication, State.IN_REVIEW)
        record(Act.SEND_TO_REVIEW, actor=actor, subject=publication)
    return publication


def review(publication: Publication, *, actor: User, passed: bool, remark: str = "") -> Decision:
    """Could anyone work out who this is? Asked of someone who did not write it and does not know the case."""
    insist(actor, Permission.PUBLICATIONS_TEXT_REVIEW)
    if publication.writer_id == actor.pk:
        raise Refusal(_("The privacy review is done by someone other than the writer."))
    if knows_a_case(publication, actor):
        raise Refusal(_("You know a case behind this text. Someone who does not know it must do the review."))
    if not passed and not remark.strip():
        raise Refusal(_("Say what must change."))
    if passed:
        check(publication, actor=actor)
    with transaction.atomic():
        decision = _decide(publication, Decision.What.REVIEW, actor, passed, remark)
        set_state(publication, State.REVIEWED if passed else State.DRAFT)
        record(Act.REVIEW, actor=actor, subject=publication, data={"passed": passed})
    return decision


def approve(publication: Publication, *, actor: User, passed: bool = True, remark: str = "") -> Decision:
    """The ombudsman's yes, to exactly the text that was reviewed."""
    insist(actor, Permission.PUBLICATIONS_TEXT_APPROVE)
    if not passed and not remark.strip():
        raise Refusal(_("Say what must change."))
    if passed:
        insist_reviewed(publication)
        insist_heard(publication)
    with transaction.atomic():
        decision = _decide(publication, Decision.What.APPROVAL, actor, passed, remark)
        set_state(publication, State.APPROVED if passed else State.DRAFT)
        record(Act.APPROVE, actor=actor, subject=publication, data={"passed": passed})
    return decision


def override(publication: Publication, *, actor: User, reason: str) -> Decision:
    """The ombudsman lets this very text go out although the intruder finds the case, and says why.

    What names the people of the case stays inside, whoever decides: raises StillNamed.
    """
    insist(actor, Permission.PUBLICATIONS_TEXT_APPROVE)
    if publication.state in (State.PUBLISHED, State.WITHDRAWN):
        raise Refusal(_("This text is published: there is nothing to decide any more."))
    if not reason.strip():
        raise Refusal(_("Say why it may be published in spite of the gate: the reason is kept."))
    if found := findings_of(publication):
        raise StillNamed(found)
    run = last_run(publication) or attack(publication, actor=actor).run
    if run.passed:
        raise Refusal(_("The gate has passed this text: there is nothing to override."))
    with transaction.atomic():
        decision = _decide(publication, Decision.What.OVERRIDE, actor, True, reason)
        record(Act.OVERRIDE, actor=actor, subject=publication, data={"rank": run.rank, "of": run.base_size})
    return decision


def give_back(publication: Publication, *, actor: User) -> Publication:
    """Back to a draft, to change it; review and approval then start anew."""
    insist(actor)
    with transaction.atomic():
        set_state(publication, State.DRAFT)
        record(Act.RETURN, actor=actor, subject=publication)
    return publication


def insist_reviewed(publication: Publication) -> None:
    """Raises Refusal unless the last review passed this exact text."""
    last = publication.decisions.filter(what=Decision.What.REVIEW).last()
    if last is None or not last.passed or last.digest != digest(publication):
        raise Refusal(_("The privacy review must be done first, on the text as it is now."))


def insist_approved(publication: Publication) -> None:
    """Raises Refusal unless the last approval was of this exact text."""
    last = publication.decisions.filter(what=Decision.What.APPROVAL).last()
    if last is None or not last.passed or last.digest != digest(publication):
        raise Refusal(_("The ombudsman must approve the text as it is now."))


def _decide(publication: Publication, what: str, actor: User, passed: bool, remark: str) -> Decision:
    return Decision.objects.create(
        publication=publication,
        what=what,
        passed=passed,
        remark=remark.strip(),
        digest=digest(publication),
        by=actor,
    )
