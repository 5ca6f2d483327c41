"""Every span that a tool missed or wrongly masked, with 40 characters around it, for those who mend the engine."""

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.judging.scoring import Mask, coverage, is_covered
from benchmarks.letters.piece import Document

AROUND = 40


def misses(document: Document, masks: Sequence[Mask]) -> Iterator[tuple[str, str]]:
    """(what, line): what is "MISSED kind", "MASKED kind" (should have been left) or "TOUCHED kind" (must stay)."""
    covered = coverage(document.text, masks)
    for span in document.spans:
        if not is_covered(covered, span["start"], span["end"]):
            known = " known" if span["known"] else ""
            partly = " partly" if any(covered[span["start"] : span["end"]]) else ""
            yield (
                f"MISSED {span['kind']}",
                _line(document, span["start"], span["end"], f"{span['part']}{known}{partly}"),
            )
    for span in document.keep:
        if any(covered[span["start"] : span["end"]]):
            yield (
                f"TOUCHED {span['kind']}",
                _line(document, span["start"], span["end"], _whose(masks, span["start"], span["end"])),
            )
    yield from _wrongly(document, masks)


def _wrongly(document: Document, masks: Sequence[Mask]) -> Iterator[tuple[str, str]]:
    fine = bytearray(len(document.text))
    for span in document.spans + document.neutral + document.keep:
        fine[span["start"] : span["end"]] = b"\x01" * (span["end"] - span["start"])
    for start, end, kind in masks:
        wrong = sum(not fine[at] and document.text[at].isalnum() for at in range(start, min(end, len(fine))))
        if wrong:
            yield f"MASKED {kind}", _line(document, start, end, f"{wrong} too many")


def _whose(masks: Sequence[Mask], start: int, end: int) -> str:
    return "as " + ", ".join(sorted({kind for a, b, kind in masks if a < end and b > start}))


def _line(document: Document, start: int, end: int, note: str) -> str:
    text = document.text
    shown = f"{text[max(0, start - AROUND) : start]}⟦{text[start:end]}⟧{text[end : end + AROUND]}"
    return f"{document.id:16} {note:22} {shown!r}"


def summary(found: Sequence[tuple[str, str]]) -> list[str]:
    """ "  12 MISSED person" for each sort, most frequent first."""
    return [f"{count:6} {what}" for what, count in Counter(what for what, _ in found).most_common()]
