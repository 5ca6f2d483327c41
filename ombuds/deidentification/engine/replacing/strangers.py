"""Words that a find took along although they are nobody's name: the 'Als' of 'Als Peeters', the 'Frage' of 'Evas Frage'."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.inventing.lists import municipalities
from ombuds.deidentification.engine.lexicons.loading import (
    Strength,
    common_words,
    family_strength,
    given_strength,
    words,
)
from ombuds.deidentification.engine.persons.cues import SMALL
from ombuds.deidentification.engine.replacing.hints import stands_after_title
from ombuds.deidentification.engine.spans import Kind, Span
from ombuds.deidentification.engine.words import MONTHS, PARTICLES

WORD = re.compile(r"[^\W\d_]+(?:['’](?=[sS](?!\w))[sS]|['’](?!\w))?")
ORGANISATION_END = re.compile(
    r"(?<=[\w'’][\w'’])[.!?][\"'»”’)]*\s+(?=[^\W\d_a-zß-ÿ])|\s+\((?=[^\W\d_]{2})(?![^()]*\))"
)
# The article of a whole family: les Dupont, the Foxsbys, die Müllers.
PLURAL = {
    language: re.compile(words or "(?!)")
    for language, words in {"nl": "", "fr": "[Ll]es", "en": "[Tt]he", "de": "[Dd]ie"}.items()
}
SAINT = re.compile(r"(?:[Ss]int|[Ss]t\.?|[Ss]ainte?|[Ss]te\.?|[Ss]ankt)[- ]?$")
# Before these a town is meant, also where the finder of names took it for a person.
LOCATIVE = re.compile(
    r"(?<!\w)(in|te|naar|uit|à|a|de|d'|vers|au|aux|du|des|from|to|near|at|of|nach|aus|bei|von) ?$", re.I
)
MELTED = {"au": "le", "du": "le", "aux": "les", "des": "les"}
HOUSES = frozenset(
    "institut instituut institute schule school ecole klinik kliniek clinique krankenhaus ziekenhuis hopital hospital gymnasium atheneum athenee college lyceum lycee stiftung stichting fondation".split()
)
PREPOSITIONS = frozenset(
    "an am im in bei mit aan bij met op om tot uit voor door a au par pour chez sur from to by at for with on".split()
)
MELTINGS = frozenset("in im am vom zum zur beim".split())
PRONOUNS = frozenset(
    "he she they we you it il elle ils elles nous vous hij zij ze wij er sie es wir ihr".split()
)
MONTH_NAMES = frozenset(plain(month) for months in MONTHS.values() for month in months)
LOOSE = " \t\r\n.,;:!?"
BEGINS = re.compile(r"(?:^|[.!?:\n\"«“„(–]\s*)$")


def without_strangers(text: str, span: Span, names: frozenset[str], language: str) -> Span | None:
    """The person span without everyday words at its edges; None when nothing else is left.

    `names`: every word of the names of the case, in plain form; these are never dropped, nor is any word that
    somebody bears as a name.
    """
    found = list(WORD.finditer(text, span.start, span.end))
    if not found or len(found) == 1:
        return None if found and _is_nobody(text, span, found[0], names, language) else span
    first, last = found[0], found[-1]
    if len(first.group()) == 1 and _goes_on(text, found, names, language):
        return replace(span, end=first.end(), entity="", part="initials")  # 'bij B. De wagen'
    if PLURAL[language].fullmatch(first.group()) and plain(first.group()) not in names:
        return replace(span, start=found[1].start(), part="")
    if _is_preposition(text, first, found[1], names):
        return replace(span, start=found[1].start(), part="")
    is_named = plain(found[1].group()) in names  # 'der Fall Ng'
    if _is_word(first.group(), names, language) and (is_named or _opens(text, first.start())):
        return replace(span, start=found[1].start(), part="")
    owns = language == "de" and _owns(found[-2].group(), names)
    is_compound = text[found[-2].end() : last.start()] == "-" and plain(found[-2].group()) in names
    if (owns or is_compound) and _is_word(last.group(), names, language):
        return replace(span, end=found[-2].end(), part="")
    return span


def _is_preposition(text: str, first: re.Match[str], second: re.Match[str], names: frozenset[str]) -> bool:
    """'Zu Ali sagte er', 'Dank an Ann': a small word of the sentence before a name of the case."""
    word, following = plain(first.group()), plain(second.group())
    return (
        word in PARTICLES | PREPOSITIONS
        and word not in names
        and (following in names or following.removesuffix("s") in names)
        and _opens(text, first.start())
    )


def _opens(text: str, start: int) -> bool:
    """Whether the word at `start` has its capital from the sentence, or none at all."""
    return text[start].islower() or BEGINS.search(text[max(0, start - 8) : start]) is not None


def _is_word(written: str, names: frozenset[str], language: str) -> bool:
    word = plain(written).strip("'’")
    if len(word) < 2 or word in names or word.removesuffix("s") in names:
        return False
    return word in words(language) and not (given_strength(word) or family_strength(word))


def _goes_on(text: str, found: list[re.Match[str]], names: frozenset[str], language: str) -> bool:
    """Whether only words of the next sentence follow the letter; on a new line that may be any word of the language."""
    rest = found[1:]
    second = rest[0].group()[0] if len(plain(re.sub(r"['’][sS]?$", "", rest[0].group()))) == 1 else ""
    if second and second != found[0].group():
        return False  # 'G.L.' is one person
    if "\n" in text[found[0].end() : rest[0].start()] and _is_word(rest[0].group(), names, language):
        rest = rest[1:]
    return all(_is_common(m.group(), names, language) for m in rest)


def _is_common(written: str, names: frozenset[str], language: str) -> bool:
    """A word of every page, a particle, a month or a letter: what may follow the letter that stands for somebody."""
    word = plain(re.sub(r"['’][sS]?$", "", written))
    if word in names or word.removesuffix("s") in names:
        return False
    if (
        len(word) == 1
        or word in PARTICLES
        or word in MONTH_NAMES
        or word in MELTINGS
        or word in SMALL.get(language, ())
    ):
        return True
    return word in common_words(language) and not (given_strength(word) or family_strength(word))


def _owns(written: str, names: frozenset[str]) -> bool:
    """'Evas', 'Iris’' before a noun."""
    stem = plain(re.sub(r"(?:['’][sS]?|s)$", "", written))
    return stem != plain(written) and (stem in names or given_strength(stem) is Strength.SURE)


def _is_nobody(text: str, span: Span, only: re.Match[str], names: frozenset[str], language: str) -> bool:
    """A word of every page that begins a sentence, guessed to be a name: 'Lorsque'."""
    word = plain(only.group())
    whole = text[span.start : span.end].strip(" .,") == only.group()
    if not whole or word in names or not _opens(text, only.start()):
        return False
    if word in PRONOUNS or word in PREPOSITIONS:
        return True
    return word in common_words(language) and _is_word(word, names, language)


def with_saint(text: str, span: Span) -> Span:
    """'St.-Nikolaus-Hospital' with the saint that was left outside."""
    found = SAINT.search(text[max(0, span.start - 8) : span.start])
    before = span.start - len(found.group()) if found else span.start
    return replace(span, start=before) if not text[before - 1 : before].isalnum() else span


def as_house(text: str, span: Span) -> Span:
    """'das Robert-Schuman-Institut' is a school, not a man."""
    last = re.split(r"[\s\-]", plain(text[span.start : span.end]))[-1]
    return replace(span, kind=Kind.ORGANISATION, part="", entity="") if last in HOUSES else span


def as_town(text: str, span: Span) -> Span:
    """A town where a town is meant: 'née à La Louvière', « l'Athénée royal d'Uccle »."""
    name = plain(text[span.start : span.end]).replace("’", "'").strip()
    found = LOCATIVE.search(text[max(0, span.start - 8) : span.start].replace("’", "'"))
    article = MELTED.get(found.group(1).lower(), "") if found else ""
    forms = {f"{article} {name}", f"{article} {name.replace('-', ' ')}"} if article else {name}
    if found and forms & municipalities().keys():
        return replace(span, kind=Kind.PLACE, part="town", entity="")
    return span


def sentences_apart(
    text: str, span: Span, names: frozenset[str], entities: Mapping[str, str]
) -> Iterator[Span]:
    """An organisation that begins in the sentence before it, cut there: 'Félix. Garage Lambotte' is a man and a garage.

    `entities`: what ties the organisations of this text together, by their names in plain form.
    """
    ends = [m for m in ORGANISATION_END.finditer(text, span.start, span.end) if _ends(text, m.start(), names)]
    starts = [span.start, *(m.end() for m in ends)]
    stops = [*(m.start() for m in ends), span.end]
    for start, stop in zip(starts, stops, strict=True):
        start += len(text[start:stop]) - len(text[start:stop].lstrip(LOOSE))
        if start >= stop:
            continue
        if (start, stop) == (span.start, span.end):
            yield span
            continue
        written = plain(text[start:stop])
        piece = replace(span, start=start, end=stop, entity=entities.get(written, f"organisation:{written}"))
        yield piece if stop == span.end else _what_it_is(text, piece, names)


def _ends(text: str, at: int, names: frozenset[str]) -> bool:
    """A full stop after a word of four letters or more, a name of the case or a town; 'St. Jozef' and 'Dr. Martens' go on."""
    word = re.sub(r"['’]s?$", "", re.split(r"[^\w'’]", text[max(0, at - 40) : at])[-1])
    return len(word) > len("Ste") or plain(word) in names or plain(word) in municipalities()


def _what_it_is(text: str, span: Span, names: frozenset[str]) -> Span:
    written = plain(text[span.start : span.end])
    if stands_after_title(text, span.start):
        return replace(span, kind=Kind.PERSON, part="", entity="")
    if written.strip() in municipalities():
        return replace(span, kind=Kind.PLACE, part="town", entity="")
    listed = re.findall(r"[^\W\d_]+", written)
    if any(w in names or w.removesuffix("s") in names or given_strength(w) for w in listed):
        return replace(span, kind=Kind.PERSON, part="", entity="")
    return span
