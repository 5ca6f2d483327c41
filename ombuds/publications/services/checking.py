"""What must be right before a text goes a step further: languages, known people, and the gate."""

from django.utils.translation import gettext as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.deidentification.engine import Finding, Kind
from ombuds.deidentification.gate import known_in
from ombuds.publications.known import known_identifiers
from ombuds.publications.models import Decision, GateRun, Publication
from ombuds.publications.permitting import (
    Singled,
    StillNamed,
    WrongTongue,
    cases_of,
    insist_publishable,
)
from ombuds.publications.services.attacking import Attacked, attack, digest, is_fresh, last_run, repeated
from ombuds.publications.services.parts import Parts, label, parts_of
from ombuds.publications.tongues import foreign


def findings_of(publication: Publication) -> list[Finding]:
    """All that still names someone of the linked cases, in the order of reading; quick, without the intruder."""
    parts = parts_of(publication)
    languages = {part.where: part.language for part in parts.all if part.language}
    found = known_in(parts.pairs, known_identifiers(cases_of(publication)), languages)
    return [*in_words(publication, found), *_of_files(publication, parts)]


def in_words(publication: Publication, findings: list[Finding]) -> list[Finding]:
    """The same with the parts named for people, each once."""
    named = [
        Finding(label(f.where, publication), f.kind, f.text, f.before, f.after, f.certain, f.start)
        for f in findings
    ]
    return list(dict.fromkeys(named))


def _of_files(publication: Publication, parts: Parts) -> list[Finding]:
    """A file that cannot be read is a finding too, and so is a picture that says where it was taken."""
    unread = _("this file cannot be read, so nobody can say what is in it")
    placed = _("the picture says where it was taken")
    return [
        *(Finding(name, Kind.ORGANISATION, unread, "", "", certain=False) for name in parts.unread),
        *(
            Finding(label(where, publication), Kind.GPS, placed, "", "", certain=True)
            for where in parts.placed
        ),
    ]


def check(publication: Publication, *, actor: User | Actor) -> Attacked:
    """The gate on the text as it is now; a run is good enough while nothing has changed since.

    Raises NeverPublic, StillNamed, or Singled unless the ombudsman has overridden the gate for this very text.
    """
    for case in cases_of(publication):
        insist_publishable(case)
    run = last_run(publication)
    if run is not None and is_fresh(run):
        attacked = repeated(publication, run)
    else:
        attacked = attack(publication, actor=actor)
    _insist_passed(publication, attacked)
    return attacked


def _insist_passed(publication: Publication, attacked: Attacked) -> None:
    run = attacked.run
    if run.passed and not attacked.attempt.findings:
        return
    if found := findings_of(publication):
        raise StillNamed(found)
    if override_of(publication) is None:
        raise Singled(rank=run.rank, size=run.base_size)


def insist_tongues(publication: Publication) -> None:
    """Raises WrongTongue when a text is not in its own language, or holds passages that are still to be translated."""
    for text in publication.texts.all():
        if text.is_complete and (code := foreign(text.body, text.language)):
            raise WrongTongue(code=text.language.upper(), other=code.upper())


def override_of(publication: Publication) -> Decision | None:
    """The ombudsman's word that this very text goes out although the gate did not pass."""
    last = publication.decisions.filter(what=Decision.What.OVERRIDE, digest=digest(publication)).last()
    return last if last is not None and last.passed else None


def is_cleared(publication: Publication) -> bool:
    """Whether the last run on this text passed, or was overridden."""
    run: GateRun | None = last_run(publication)
    return run is not None and (run.passed or override_of(publication) is not None)
