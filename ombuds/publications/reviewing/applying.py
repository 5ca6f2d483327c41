"""From what the readers decided to the text that goes on: a preview first, then into the draft."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.audit.services import record
from ombuds.deidentification.engine import Deidentified, Kind, Span, deidentify
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now
from ombuds.publications.aliases import ledger_of, mode_of
from ombuds.publications.models import Publication, Text
from ombuds.publications.reviewing.desk import Desk, secret
from ombuds.publications.reviewing.items import LEAVE, Item, Piece
from ombuds.publications.reviewing.models import DRAFT, SpanDecision
from ombuds.publications.reviewing.settling import Difference, differences, outcome
from ombuds.publications.reviewing.words import MOST_WORDS, folded_words, key_of
from ombuds.publications.terms import Act
from ombuds.publications.writing import write

LONGEST_TITLE = 160


@dataclass(frozen=True)
class Replaced:
    """One piece with the decided places replaced."""

    piece: Piece
    done: Deidentified


def settled_of(desk: Desk) -> list[tuple[str, int, int, str]]:
    """(piece, start, end, verdict) of what was decided after both had read, the last word on each place."""
    first = desk.reviews.get(1)
    if first is None:
        return []
    rows = first.decisions.filter(settles=True, undone_at__isnull=True).order_by("pk")
    return list({(r.piece, r.start, r.end): (r.piece, r.start, r.end, r.verdict) for r in rows}.values())


def has_second(desk: Desk) -> bool:
    second = desk.reviews.get(2)
    return second is not None and second.finished_at is not None


def differences_of(desk: Desk) -> list[Difference]:
    """Empty until the second reader has finished."""
    if not has_second(desk):
        return []
    return differences(desk.items(1), desk.items(2), settled_of(desk))


def outcome_of(desk: Desk) -> list[Item]:
    """What will be replaced. Raises Refusal while the first reading is not finished, or is of another text."""
    first = desk.reviews.get(1)
    if first is None or first.finished_at is None:
        raise Refusal(_("The first reader has not finished yet."))
    if desk.outdated:
        raise Refusal(_("The text has changed since it was read. Read what is new first."))
    second = desk.items(2) if has_second(desk) else []
    return outcome(desk.items(1), second, settled_of(desk))


def replaced(desk: Desk) -> list[Replaced]:
    """Every piece as it would go on; nothing is changed yet. Raises Refusal like `outcome_of`."""
    mode, decided = mode_of(desk.publication), outcome_of(desk)
    if not desk.pieces:
        return []
    ledger = ledger_of(desk.publication, desk.known, desk.pieces[0].language, standing=_standing_names(desk))
    found = []
    for piece in desk.pieces:
        done = deidentify(
            piece.text,
            language=piece.language,
            known=desk.known,
            mode=mode,
            seed=desk.publication.seed,
            ledger=ledger,
            spans=_spans(desk, piece, decided),
        )
        found.append(Replaced(piece, done))
    return found


def _standing_names(desk: Desk) -> set[str]:
    """Names that stay in the text, often invented earlier: nobody new may be called like that."""
    texts = {piece.key: piece.text for piece in desk.pieces}
    left = [item for item in desk.items(1) if item.verdict == LEAVE and item.kind == Kind.PERSON]
    return {texts[item.piece][item.start : item.end] for item in left}


def _spans(desk: Desk, piece: Piece, decided: list[Item]) -> list[Span]:
    """The engine's own spans where they were accepted as they are (with part and entity), else new ones."""
    exact = {(s.start, s.end, s.kind.value): s for s in desk.spans[piece.key]}
    return [
        exact.get((i.start, i.end, i.kind))
        or Span(i.start, i.end, Kind(i.kind), "person", 1.0, i.entity or f"read:{i.key}")
        for i in decided
        if i.piece == piece.key
    ]


def put_in_draft(desk: Desk, *, version: int, seen: str, language: str = "") -> Publication:
    """Write the replaced text into the draft; of a paper, as a quotation at the end of the text in `language`."""
    if seen != desk.seen:
        raise Refusal(_("The text was changed a moment ago. Look at the result again."))
    pieces = replaced(desk)
    texts = _draft_texts(pieces) if desk.source.slug == DRAFT else _quoted(desk.publication, pieces, language)
    with transaction.atomic():
        write(desk.publication, actor=desk.user, version=version, texts=texts)
        _remember_invented(desk, pieces)
        record(Act.NAMES_APPLY, actor=desk.user, subject=desk.publication)
    return desk.publication


def _draft_texts(pieces: list[Replaced]) -> dict[str, dict[str, str]]:
    texts: dict[str, dict[str, str]] = {}
    for one in pieces:
        text = one.done.text[:LONGEST_TITLE] if one.piece.part == "title" else one.done.text
        texts.setdefault(one.piece.language, {})[one.piece.part] = text
    return texts


def _quoted(publication: Publication, pieces: list[Replaced], language: str) -> dict[str, dict[str, str]]:
    text = Text.objects.filter(publication=publication, language=language).first()
    if text is None:
        raise Refusal(_("Choose the language of the text in which it is quoted."))
    words = "\n\n".join(one.done.text.strip() for one in pieces)
    quotation = "\n".join(f"> {line}".rstrip() for line in words.splitlines())
    return {language: {"body": f"{text.body.rstrip()}\n\n{quotation}\n".lstrip()}}


def _remember_invented(desk: Desk, pieces: list[Replaced]) -> None:
    """Names that we invented ourselves need not be decided again: they stay wherever they stand."""
    review, key = desk.reviews[1], secret()
    words = {
        span.replacement: span.kind.value for one in pieces for span in one.done.spans if span.replacement
    }
    rows = [
        SpanDecision(
            review=review, act=review.version, piece="", start=0, end=0, kind=kind, source="invented",
            verdict=LEAVE, everywhere=True, key=key_of(word, key), words=len(folded_words(word)),
            by=desk.user, at=now(),
        )
        for word, kind in words.items()
        if 0 < len(folded_words(word)) <= MOST_WORDS
    ]  # fmt: skip
    SpanDecision.objects.bulk_create(rows)
