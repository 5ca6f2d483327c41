"""A first draft from cases, with everything that names their people replaced: letters in a report, fiction in a story."""

import secrets
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.cases.access import can_read
from ombuds.cases.models import Case
from ombuds.deidentification.engine import Mode, deidentify
from ombuds.deidentification.engine.language import guess
from ombuds.deidentification.engine.replacing import Ledger
from ombuds.investigations.services import current_findings
from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick
from ombuds.office.models import Office
from ombuds.publications.known import known_identifiers
from ombuds.publications.models import CaseLink, Publication, Text
from ombuds.publications.services.permitting import MayNot, insist, insist_publishable
from ombuds.publications.services.writing import optional_languages, required_languages
from ombuds.publications.terms import Act, Kind

MODES = {Kind.STORY: Mode.FICTION}


def draft(
    *,
    office: Office,
    actor: User,
    kind: str,
    cases: Iterable[Case] = (),
    theme: str = "",
    seed: int | None = None,
) -> Publication:
    """Start a publication. With cases, a text in each language is drafted from what their files say."""
    insist(actor)
    listed = list(cases)
    for case in listed:
        _insist_linkable(case, actor)
    with transaction.atomic():
        publication = Publication.objects.create(
            office=office,
            kind=kind,
            theme=theme or (listed[0].theme if listed else ""),
            seed=secrets.randbelow(1_000_000) if seed is None else seed,
            writer=actor,
        )
        for case in listed:
            _link(publication, case, actor)
        for language in [*required_languages(office), *optional_languages(office)]:
            text = Text(publication=publication, language=language)
            if listed and language in required_languages(office):
                _fill(text, listed)
            text.save()
        record(Act.DRAFT, actor=actor, subject=publication, data={"kind": kind})
    return publication


def link_case(publication: Publication, case: Case, *, actor: User) -> CaseLink:
    """The text rests on this case too: from now on the check knows its people."""
    insist(actor)
    _insist_linkable(case, actor)
    if publication.case_links.filter(case=case).exists():
        raise Refusal(gettext_lazy("This case is linked already."))
    with transaction.atomic():
        return _link(publication, case, actor)


def _insist_linkable(case: Case, actor: User) -> None:
    if not can_read(actor, case):
        raise MayNot()
    insist_publishable(case)


def _link(publication: Publication, case: Case, actor: User) -> CaseLink:
    link = CaseLink.objects.create(publication=publication, case=case, added_by=actor)
    # The case's own record does not say which publication: reading it must not lead outside-in.
    record(Act.LINK, actor=actor, subject=publication)
    return link


def _fill(text: Text, cases: list[Case]) -> None:
    kind = text.publication.kind
    mode = MODES.get(Kind(kind), Mode.PSEUDONYM)
    known = known_identifiers(cases)
    ledger = Ledger(text.language, mode, known, text.publication.seed)
    with override(text.language):
        title = _("A complaint about %(body)s") % {"body": _services(cases, text.language)}
        body = "\n\n".join(_told(case, text.language) for case in cases)
        summary = _("What happened, what we found and what came of it.")
    spoken = guess(body) if body else text.language
    text.title = deidentify(title, language=text.language, known=known, ledger=ledger, mode=mode).text[:160]
    text.summary = summary
    text.body = deidentify(body, language=spoken, known=known, ledger=ledger, mode=mode).text


def _services(cases: list[Case], language: str) -> str:
    names = [
        pick(g.body.names, language)
        for case in cases
        for g in case.grievances.select_related("body")
        if g.body
    ]
    return ", ".join(dict.fromkeys(names)) or _("a public service")


def _told(case: Case, language: str) -> str:
    """What the file says, under plain headings. The person's own words are the source, to be rewritten by a person."""
    words = [s.text for s in case.submissions.order_by("received_at") if s.text.strip()]
    grievances = [f"- {g.summary}" for g in case.grievances.all()]
    findings = [f"- **{pick(f.norm.labels, language)}**: {f.reasoning}" for f in current_findings(case)]
    outcome = case.outcomes.filter(state="set").first()
    remedies = [
        f"- {r.asked} {r.get_checked_display() if r.checked else ''}".strip() for r in case.remedies.all()
    ]
    parts = ["## " + _("What happened"), *words[:1], *(grievances if not words else [])]
    parts += ["## " + _("What we found"), "\n".join(findings) or _("We did not have to assess this.")]
    parts += ["## " + _("What came of it"), outcome.reasoning if outcome else "", "\n".join(remedies)]
    parts.append(f"{case.get_assessment_display()}. {case.get_result_display()}." if case.assessment else "")
    return "\n\n".join(part for part in parts if part)
