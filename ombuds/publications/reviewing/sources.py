"""What can be read for names: the draft, and the papers of its cases from which the writer may want to quote."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.cases.models import Case, CaseDocument
from ombuds.cases.terms import Act as CaseAct
from ombuds.correspondence.models import MessageText
from ombuds.correspondence.terms import State as MessageState
from ombuds.deidentification.engine.language import guess
from ombuds.intake.models import Submission
from ombuds.publications.models import Publication, Text
from ombuds.publications.reviewing.items import Piece
from ombuds.publications.reviewing.models import DRAFT
from ombuds.publications.writing import required_languages

PARTS = ("title", "summary", "body")
LONGEST = 200_000  # characters of one paper; a longer one is read in parts


@dataclass(frozen=True)
class Source:
    """Something to read. `case` is empty for the draft; a paper that is too long has no pieces."""

    slug: str
    label: str
    pieces: tuple[Piece, ...]
    case: Case | None = None


def draft_of(publication: Publication) -> Source:
    """Title, summary and text in every language that has words; the required languages first."""
    first = required_languages(publication.office)
    texts = sorted(publication.texts.all(), key=lambda t: (t.language not in first, t.language))
    return Source(DRAFT, _("The draft"), tuple(piece for text in texts for piece in _pieces(text)))


def _pieces(text: Text) -> Iterator[Piece]:
    for part in PARTS:
        if words := getattr(text, part):
            yield Piece(f"{text.language}-{part}", text.language, part, words)


def papers_of(publication: Publication, user: User) -> list[Source]:
    """The words of complainants, letters and papers of those linked cases that this person may read."""
    links = publication.case_links.values("case_id")
    cases = Case.objects.visible_to(user).filter(pk__in=links).order_by("pk")
    return [source for case in cases for source in _of_case(case)]


def _of_case(case: Case) -> Iterator[Source]:
    submissions = Submission.objects.filter(case=case).order_by("received_at")
    for number, submission in enumerate(submissions, 1):
        label = _("%(reference)s: what they wrote (%(number)d)") % {
            "reference": case.reference,
            "number": number,
        }
        yield from _paper(f"submission-{submission.pk}", label, submission.text, submission.language, case)
    sent = MessageText.objects.filter(message__case=case).exclude(message__state=MessageState.DRAFT)
    for text in sent.select_related("message").order_by("message__created_at", "order"):
        label = f"{case.reference}: {text.message.get_kind_display()} {text.message.letter}".strip()
        yield from _paper(f"letter-{text.pk}", label, text.body, text.language, case)
    for paper in CaseDocument.objects.filter(case=case).select_related("document"):
        yield from _paper(f"paper-{paper.pk}", f"{case.reference}: {paper}", paper.document.text, "", case)


def _paper(slug: str, label: str, text: str, language: str, case: Case) -> Iterator[Source]:
    """The paper; a very long one in parts, each of which is read by itself."""
    if not text.strip():
        return
    spoken = language if language in ("nl", "fr", "en", "de") else guess(text[:LONGEST])
    parts = in_parts(text)
    for number, part in enumerate(parts, 1):
        own = slug if number == 1 else f"{slug}.{number}"
        name = label if len(parts) == 1 else _("%(paper)s, part %(number)d of %(all)d") % {
            "paper": label, "number": number, "all": len(parts),
        }  # fmt: skip
        yield Source(own, name, (Piece(f"{spoken}-body", spoken, "body", part),), case)


def in_parts(text: str, longest: int = LONGEST) -> list[str]:
    """The text cut where a paragraph, a sentence or at least a word ends; put together again it is the same."""
    parts = []
    while len(text) > longest:
        at = (
            next(
                (
                    p
                    for sign in ("\n\n", "\n", ". ", " ")
                    if (p := text.rfind(sign, longest // 2, longest)) > 0
                ),
                longest - 1,
            )
            + 1
        )
        parts.append(text[:at])
        text = text[at:]
    return [*parts, text]


def source_of(publication: Publication, slug: str, user: User) -> Source:
    """The draft, or a paper that this person may read; else as if it did not exist. Raises Http404."""
    if slug == DRAFT:
        return draft_of(publication)
    for source in papers_of(publication, user):
        if source.slug == slug:
            return source
    raise Http404


def record_read(source: Source, user: User) -> None:
    """Whoever reads a paper of a case has read the case, and cannot be its blind reader."""
    if source.case is not None:
        record(CaseAct.READ, actor=user, subject=source.case, case=source.case)
