"""What is wrong with a rewritten story. Written apart from the engine: its own folding, distance and reading of dates."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from benchmarks.stories.cast import Cast
from benchmarks.stories.sentences import MONTHS
from benchmarks.stories.telling import Slot, Told, ending
from ombuds.deidentification.engine import Deidentified

PUBLIC = (
    Path(__file__).resolve().parents[2] / "ombuds/deidentification/engine/inventing/data/public_persons.csv"
)
SMALL_WORDS = frozenset(
    "de den der van la le du des del el ait t d al ben da di von mac fitz o vander".split()
)
PERSON_FORMS = (
    "full",
    "first",
    "First",
    "last",
    "initials",
    "INV",
    "poss",
    "Poss",
    "comma",
    "upper",
    "poss_last",
)


@dataclass(frozen=True)
class Fault:
    kind: str
    what: str


def fold(text: str) -> str:
    special = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "ß": "s", "œ": "o", "æ": "a", "’": "'"})
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(special)


def words(text: str) -> list[str]:
    return [w for w in re.findall(r"[a-z]+", fold(text)) if w not in SMALL_WORDS]


def distance(a: str, b: str, limit: int = 2) -> int:
    """Levenshtein, by rows; anything over `limit` is `limit` + 1."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


@lru_cache(maxsize=1)
def public() -> tuple[str, ...]:
    with PUBLIC.open(encoding="utf-8") as lines:
        return tuple(" ".join(words(r["name"])) for r in csv.DictReader(lines))


# Small words right before a value, which may change with it.
SMALL = r"(?:de|que|lorsque|lorsqu|dans|en|aux|on|zu|à|du|au|le|la|l|van|op|in|am|die|der|dem|bei|an|a|to|for|by|d|qu|lorsqu|een|die|the|einer|eine|une|un)(?: |['’])"


def landed(told: Told, done: Deidentified) -> tuple[dict[Slot, str], list[Fault]]:
    """What stands now where each true value stood, and every word outside the values that was changed.

    The spans say what was replaced; whether they tell the truth is seen by putting the text together again.
    """
    if _rebuilt(told.text, done) != done.text:
        return {}, [Fault("spans do not give the text", told.text[:80])]
    faults = [Fault("words around have changed", around) for around in _around(told, done)]
    found: dict[Slot, str] = {}
    for slot in told.slots:
        pieces, at = [], slot.start
        for span in done.spans:
            if span.start < slot.end and slot.start < span.end:
                small = told.text[span.start : slot.start] if span.start < slot.start else ""
                new = span.replacement.removeprefix(small)
                if small and new == span.replacement:
                    new = _bare(new)
                pieces += [told.text[at : max(at, span.start)], new]
                at = span.end
        found[slot] = "".join([*pieces, told.text[at : slot.end]]).strip()
    return found, faults


def _rebuilt(text: str, done: Deidentified) -> str:
    pieces, at = [], 0
    for span in done.spans:
        pieces += [text[at : span.start], span.replacement]
        at = span.end
    return "".join([*pieces, text[at:]])


def _around(told: Told, done: Deidentified) -> Iterator[str]:
    """Replaced stretches that are no value: all but a small word before one, and the point that '…' swallows."""
    for span in done.spans:
        met = [s for s in told.slots if s.start < span.end and span.start < s.end]
        written = told.text[span.start : span.end]
        if len(met) != 1:
            if span.replacement != written:
                yield f"{written} → {span.replacement}"
            continue
        before = told.text[span.start : met[0].start]
        if span.replacement.startswith(before):
            before = ""
        after = told.text[met[0].end : span.end]
        point = after == "." and span.replacement.endswith("…")
        if not re.fullmatch(rf"(?:{SMALL})?", before, re.I) or (after and not point):
            yield f"{written} → {span.replacement}"


def faults_of(told: Told, done: Deidentified, avoid: list[str]) -> Iterator[Fault]:
    places, faults = landed(told, done)
    yield from faults
    yield from _surviving(told, done, places)
    yield from _dates(told, places)
    aliases = {}
    for who, person in zip("ABC", told.cast.people, strict=True):
        forms = {
            s: t
            for s, t in places.items()
            if s.what.split(".")[0] == who and s.what.split(".")[-1] in PERSON_FORMS
        }
        alias = _alias(forms)
        if alias is None:
            continue
        aliases[who] = alias
        yield from _consistent(told, person.first, forms, alias)
        yield from _colliding(told.cast, alias, avoid)
    yield from _distinct(told.cast, aliases)


def _surviving(told: Told, done: Deidentified, places: dict[Slot, str]) -> Iterator[Fault]:
    for slot, text in places.items():
        if fold(text) == fold(slot.value) and not slot.what.endswith((".job", ":month")):
            yield Fault("not replaced", f"{slot.what}: {slot.value}")
    text = " ".join(words(done.text))
    around = set(words(_without(told)))
    for person in told.cast.people:
        for word in words(f"{person.first} {person.last}"):
            if len(word) > 2 and word not in around and re.search(rf"\b{word}s?\b", text):
                yield Fault("name survives", word)
            if len(word) > 5 and any(distance(word, w, 1) < 2 for w in text.split() if w not in around):
                yield Fault("name nearly survives", word)
    yield from _values_left(told, done)


def _values_left(told: Told, done: Deidentified) -> Iterator[Fault]:
    said = {s.what.split(":")[0] for s in told.slots}
    # Days side by side can hold the figures of a number by chance: only what stood in the story can survive in it.
    before, digits = (re.sub(r"\D", "", text) for text in (told.text, done.text))
    for name in ("iban", "national_number", "phone", "reference"):
        value = re.sub(r"\D", "", getattr(told.cast, name))
        if value and value in before and value in digits:
            yield Fault("number survives", name)
    for what in ("t1", "t2"):
        town = told.cast.towns[int(what[1]) - 1]
        if (
            (what in said or what == "t1")
            and fold(town) not in fold(_without(told))
            and re.search(rf"\b{fold(town)}\b", fold(done.text))
        ):
            yield Fault("town survives", town)
    if (
        fold(told.cast.street) in fold(done.text)
        or told.cast.amount in done.text
        or told.cast.plate in done.text
    ):
        yield Fault("value survives", "street, amount or plate")


def _without(told: Told) -> str:
    """The words of the sentences themselves."""
    pieces, at = [], 0
    for slot in told.slots:
        pieces.append(told.text[at : slot.start])
        at = slot.end
    return " ".join([*pieces, told.text[at:]])


def _bare(text: str) -> str:
    """Without the small words that were captured with it (d'Anne, de Karim, op 3 maart)."""
    return re.sub(rf"^(?:{SMALL})+", "", text)


def _alias(forms: dict[Slot, str]) -> tuple[str, str] | None:
    """(first, last) as the full form says, else from the parts; None when it cannot be told."""
    by_form = {s.what.split(".")[1]: t for s, t in forms.items()}
    first = by_form.get("first") or by_form.get("First") or ""
    last = by_form.get("last") or ""
    if "full" in by_form:
        full = by_form["full"]
        if first and full.startswith(first + " "):
            return first, full[len(first) + 1 :]
        if last and full.endswith(" " + last):
            return full[: -len(last) - 1], last
        given, _, family = full.partition(" ")
        return given, family
    return (first, last) if first or last else None


def _consistent(
    told: Told, true_first: str, forms: dict[Slot, str], alias: tuple[str, str]
) -> Iterator[Fault]:
    first, last = alias
    owned = first + ending(first, told.language) if first else ""
    expected = {
        "full": f"{first} {last}", "first": first, "First": first, "last": last, "initials": f"{first[:1]}. {last}",
        "INV": f"{last.upper()} {first}", "poss": owned, "Poss": owned, "comma": f"{last}, {first}", "upper": f"{first} {last}".upper(),
        "poss_last": last + ending(last, told.language) if last else "",
    }  # fmt: skip
    for slot, text in forms.items():
        form = slot.what.split(".")[1]
        if form in ("full", "INV", "initials", "comma", "upper") and not (first and last):
            continue
        if told.language == "fr" and form == "initials" and text.startswith("M. "):
            continue  # in French that is Monsieur
        if expected[form] and fold(text) != fold(expected[form]):
            yield Fault("inconsistent", f"{slot.value} → {text}, expected {expected[form]}")


def _colliding(people: Cast, alias: tuple[str, str], avoid: list[str]) -> Iterator[Fault]:
    mine = words(" ".join(alias))
    for person in people.people:
        true = words(f"{person.first} {person.last}")
        for word in mine:
            if any(distance(word, t) <= 2 for t in true if len(t) > 1):
                yield Fault("collides with a true name", f"{' '.join(alias)} / {person.first} {person.last}")
    whole = " ".join(mine)
    if alias[0] and alias[1]:
        for other in (*avoid, *public()):
            if distance(whole, other) <= 2:
                yield Fault("collides with a living person", f"{whole} / {other}")


def _distinct(people: Cast, aliases: dict[str, tuple[str, str]]) -> Iterator[Fault]:
    listed = [(who, a) for who, a in aliases.items() if a[0] and a[1]]
    for index, (who, alias) in enumerate(listed):
        for other, second in listed[index + 1 :]:
            true = [people.people["ABC".index(w)].last for w in (who, other)]
            if alias == second or alias[0] == second[0]:
                yield Fault("two people, one alias", " ".join(alias))
            if (fold(alias[1]) == fold(second[1])) != (true[0] == true[1]):
                yield Fault("family names do not follow", f"{alias} {second}")


def _dates(told: Told, places: dict[Slot, str]) -> Iterator[Fault]:
    offsets = set()
    loose: list[tuple[Slot, str]] = []
    for slot, text in places.items():
        if not re.match(r"d\d:", slot.what) or not text:
            continue
        if slot.what.endswith((":month", ":day")):
            loose.append((slot, text))
            continue
        true, new = _true_date(told, slot), read_date(text, told.language)
        if new is None:
            yield Fault("date unreadable", text)
            continue
        offsets.add((new - true).days)
        if slot.what.endswith("weekday") and fold(slot.value).split()[0].strip(",") != fold(text).split()[
            0
        ].strip(","):
            yield Fault("weekday changed", f"{slot.value} → {text}")
        if (new - true).days % 7 or new == true:
            yield Fault("not whole weeks", f"{slot.value} → {text}")
    if len(offsets) > 1:
        yield Fault("intervals changed", str(sorted(offsets)))
    if len(offsets) == 1:
        yield from _loose_dates(told, loose, offsets.pop())


def _true_date(told: Told, slot: Slot) -> date:
    return told.cast.dates[int(slot.what[1]) - 1]


def _loose_dates(told: Told, loose: list[tuple[Slot, str]], offset: int) -> Iterator[Fault]:
    """Days without a year and months without a day went as far as the whole dates did."""
    months = MONTHS[told.language]
    for slot, text in loose:
        true = _true_date(told, slot)
        day = timedelta(days=offset)
        same_month = [d for d in told.cast.dates if (d.year, d.month) == (true.year, true.month)]
        if slot.what.endswith(":day"):
            expected = {f"{(true + day).day} {months[(true + day).month - 1]}"}
            text = re.sub(r"(?<=\d)(?:er|\.)(?= )", "", text)
        else:
            moved = [d + day for d in (*same_month, true.replace(day=15))]
            expected = {f"{months[m.month - 1]} {m.year}" for m in moved}
        if text not in expected:
            yield Fault("loose date astray", f"{slot.value} → {text}, expected {sorted(expected)}")


def read_date(text: str, language: str) -> date | None:
    """The day that is written in figures or words; None when there is none."""
    figures = re.search(r"(\d{2})/(\d{2})/(\d{4})", text)
    spoken = re.search(r"(\d{1,2})(?:er|\.)? ([^\W\d]+) (\d{4})", text)
    try:
        if figures:
            return date(*map(int, figures.groups()[::-1]))
        if spoken and spoken.group(2) in MONTHS[language]:
            month = MONTHS[language].index(spoken.group(2)) + 1
            return date(int(spoken.group(3)), month, int(spoken.group(1)))
    except ValueError:
        return None
    return None
