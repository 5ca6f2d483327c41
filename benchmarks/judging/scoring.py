"""Counts for one tool on documents with gold spans.

A gold span is found when every code point of it is masked by anything, spaces, commas and signs too; the `letters` count is content
with letters and digits. Precision is by code points; neutral stretches count for nobody, but as wrong in the `hard` figure.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.letters.piece import Document

DIRECT = frozenset({
    "person", "address", "birth_date", "national_number", "iban", "card", "phone", "email", "url", "handle", "ip", "plate",
    "identity_document", "company_number", "reference", "court_number", "organisation", "gps",
})  # fmt: skip
QUASI = frozenset({"date", "age", "profession", "place"})
OTHER = frozenset({"time", "amount", "health", "family"})
AWKWARD = (
    "awkward"  # names that are words, or one letter long: hard for another reason than where they come from
)
UNKNOWN = "?"  # labelled texts from elsewhere do not say where a name comes from
LEAST = 30  # of one origin, before its recall counts for the gap

Mask = tuple[int, int, str]  # start, end (exclusive), the tool's own kind


@dataclass
class Score:
    """Sums over documents; every figure is a property, in percent, and None when there was nothing to count."""

    documents: int = 0
    leaking: int = 0
    gold: Counter[str] = field(
        default_factory=Counter
    )  # by kind, and by "origin:x", "style:x", "known", "form:x"
    found: Counter[str] = field(default_factory=Counter)
    letters: int = 0
    same_kind: int = 0
    masked: int = 0  # code points, without those of neutral stretches
    right: int = 0
    neutral: int = 0  # masked code points of neutral stretches
    kept: int = 0
    touched: int = 0

    def add(self, document: Document, masks: Sequence[Mask]) -> None:
        covered = coverage(document.text, masks)
        leak = False
        for span in document.spans:
            whole = is_covered(covered, span["start"], span["end"])
            for key in keys(document, span):
                self.gold[key] += 1
                self.found[key] += whole
            self.letters += letters_covered(document.text, covered, span["start"], span["end"])
            self.same_kind += whole and any(
                m[0] < span["end"] and m[1] > span["start"] and m[2] == span["kind"] for m in masks
            )
            leak = leak or (not whole and span["kind"] in DIRECT)
        self.documents += 1
        self.leaking += leak
        self.gold[f"whole:{document.style}"] += 1
        self.found[f"whole:{document.style}"] += not leak
        self.kept += len(document.keep)
        self.touched += sum(any(covered[span["start"] : span["end"]]) for span in document.keep)
        self._precision(document, covered)

    def _precision(self, document: Document, covered: bytearray) -> None:
        role = bytearray(len(document.text))
        for value, spans in ((1, document.spans), (2, document.neutral)):
            for span in spans:
                role[span["start"] : span["end"]] = bytes([value]) * (span["end"] - span["start"])
        for at, value in enumerate(role):
            if covered[at] and value == 2:
                self.neutral += 1
            elif covered[at]:
                self.masked += 1
                self.right += value

    def share(self, keys: Iterable[str]) -> float | None:
        wanted = list(keys)
        total = sum(self.gold[key] for key in wanted)
        return 100 * sum(self.found[key] for key in wanted) / total if total else None

    @property
    def recall(self) -> float | None:
        return self.share(DIRECT | QUASI | OTHER)

    @property
    def direct(self) -> float | None:
        return self.share(DIRECT)

    @property
    def known(self) -> float | None:
        return self.share(["known"])

    @property
    def quasi(self) -> float | None:
        return self.share(QUASI)

    @property
    def other(self) -> float | None:
        return self.share(OTHER)

    @property
    def letters_recall(self) -> float | None:
        """As if spaces and signs inside a span could stay."""
        total = sum(self.gold[kind] for kind in DIRECT | QUASI | OTHER)
        return 100 * self.letters / total if total else None

    @property
    def precision(self) -> float | None:
        return 100 * self.right / self.masked if self.masked else None

    @property
    def hard_precision(self) -> float | None:
        """As if titles and generic words beside a name, which may be masked or not, had to stay."""
        total = self.masked + self.neutral
        return 100 * self.right / total if total else None

    @property
    def leak(self) -> float | None:
        return 100 * self.leaking / self.documents if self.documents else None

    @property
    def keep_touched(self) -> float | None:
        return 100 * self.touched / self.kept if self.kept else None

    @property
    def kind_right(self) -> float | None:
        found = sum(self.found[kind] for kind in DIRECT | QUASI | OTHER)
        return 100 * self.same_kind / found if found else None

    def by(self, prefix: str) -> dict[str, tuple[float, int]]:
        """Recall and number of gold spans of every key "prefix:name", by name."""
        names = sorted(key for key in self.gold if key.startswith(prefix + ":"))
        return {
            key.split(":", 1)[1]: (100 * self.found[key] / self.gold[key], self.gold[key]) for key in names
        }

    @property
    def gap(self) -> float | None:
        """Points between the best and the worst origin of names, of those with enough spans to tell."""
        recalls = [
            recall
            for name, (recall, count) in self.by("origin").items()
            if count >= LEAST and name not in (AWKWARD, UNKNOWN)
        ]
        return max(recalls) - min(recalls) if len(recalls) > 1 else None


def keys(document: Document, span: dict[str, object]) -> Iterator[str]:
    kind = str(span["kind"])
    yield kind
    yield f"style:{document.style}"
    if span.get("known") and kind in DIRECT:
        yield "known"
    if kind == "person":
        yield f"origin:{span.get('origin') or UNKNOWN}"
        yield f"form:{span.get('part') or '?'}"


def coverage(text: str, masks: Sequence[Mask]) -> bytearray:
    """One byte a code point: 1 where any mask lies."""
    covered = bytearray(len(text))
    for start, end, _ in masks:
        start, end = max(0, start), min(len(text), end)
        if start < end:
            covered[start:end] = b"\x01" * (end - start)
    return covered


PERSONS = frozenset({"person", "PERSON", "PER", "persoon", "patient", "name", "NAME"})


def persons_precision(document: Document, masks: Sequence[Mask]) -> tuple[int, int]:
    """(letters that are of a gold person, letters) of the masks that the tool itself calls a person."""
    masked = coverage(document.text, [mask for mask in masks if mask[2] in PERSONS])
    gold = coverage(
        document.text, [(span["start"], span["end"], "person") for span in document.spans + document.neutral]
    )
    letters = [at for at, char in enumerate(document.text) if masked[at] and char.isalnum()]
    return sum(gold[at] for at in letters), len(letters)


def is_covered(covered: bytearray, start: int, end: int) -> bool:
    return all(covered[start:end])


def letters_covered(text: str, covered: bytearray, start: int, end: int) -> bool:
    return all(covered[at] or not text[at].isalnum() for at in range(start, end))
