"""A first draft from cases, with everything that names their people replaced: letters in a report, fiction in a story."""

import secrets
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.cases.access import can_read
from ombuds.cases.models import Case
from ombuds.deidentification.engine import deidentify
from ombuds.deidentification.services import vocabulary_of
from ombuds.lib.errors import Refusal
from ombuds.office.models import Office
from ombuds.publications.aliases import ledger_of, mode_of
from ombuds.publications.known import known_identifiers
from ombuds.publications.models import CaseLink, Publication, Text
from ombuds.publications.permitting import MayNot, cases_of, insist, insist_publishable
from ombuds.publications.services import telling
from ombuds.publications.terms import Act
from ombuds.publications.writing import (
    insist_editable,
    optional_languages,
    required_languages,
    write,
)


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
        replace: telling.Replace | None = None
        for language in [*required_languages(office), *optional_languages(office)]:
            text = Text(publication=publication, language=language)
            if listed and language in required_languages(office):
                replace = replace or _replacer(publication, listed)
                _fill(text, listed, replace)
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


def pull_facts(publication: Publication, case: Case, *, actor: User) -> Publication:
    """Put what the file says, naming nobody, at the end of the text in each required language."""
    insist(actor)
    insist_editable(publication)
    if not publication.case_links.filter(case=case).exists():
        link_case(publication, case, actor=actor)
    texts = {}
    replace = _replacer(publication, cases_of(publication))
    for text in publication.texts.filter(language__in=required_languages(publication.office)):
        body = f"{text.body}\n\n{telling.told(case, text.language, replace)}".strip()
        texts[text.language] = {"body": body}
    written = write(publication, actor=actor, version=publication.version, texts=texts)
    record(Act.PULL_FACTS, actor=actor, subject=publication)
    return written


def _insist_linkable(case: Case, actor: User) -> None:
    if not can_read(actor, case):
        raise MayNot()
    insist_publishable(case)


def _link(publication: Publication, case: Case, actor: User) -> CaseLink:
    link = CaseLink.objects.create(publication=publication, case=case, added_by=actor)
    # The case's own record does not say which publication: reading it must not lead outside-in.
    record(Act.LINK, actor=actor, subject=publication)
    return link


def _fill(text: Text, cases: list[Case], replace: telling.Replace) -> None:
    """Facts in the text's own language; passages in another one are marked as still to be translated."""
    language = text.language
    text.title = replace(telling.title(cases, language), language)[:160]
    text.summary = telling.summary(language)
    text.body = "\n\n".join(telling.told(case, language, replace) for case in cases)


def _replacer(publication: Publication, cases: list[Case]) -> telling.Replace:
    """(passage, its language) → the same without its people, who are called alike in all texts of the publication."""
    mode, known = mode_of(publication), known_identifiers(cases)
    ledger = ledger_of(publication, known, required_languages(publication.office)[0])
    vocabulary = vocabulary_of(publication.office)

    def replace(passage: str, spoken: str) -> str:
        return deidentify(
            passage, language=spoken, known=known, ledger=ledger, mode=mode, vocabulary=vocabulary
        ).text

    return replace
