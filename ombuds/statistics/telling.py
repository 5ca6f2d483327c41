"""What texts tell of figures that the tables hide: letters, stories, forewords beside a report. Imports no Django.

Who releases knows the true figures, so a sentence is caught when it names the line of a table and says the very number
(or the share) that the table hides there: in digits or as a word, in Dutch, French or English. A sentence about another
year is left alone, and so is a number that counts nothing we count (days, euros, articles).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.disclosure.texts import ARTICLES, SENTENCES, WORDS
from ombuds.statistics.tables import Cell, Kind, Labels, Table

SHORTEST = (
    4  # letters of a label that is looked for in any case; shorter ones must be written as in the table
)
LONGEST = 160  # of a sentence, when it is shown to the person who must change it
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LAST_YEAR = re.compile(
    r"\b(?:vorige?e?n? jaar|jaar (?:ervoor|voordien)|an(?:née)? (?:derni[eè]re?|pass[ée]e?|précédente?)|(?:last|previous) year|year before)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?:klacht|dossier|melding|verzoek|vraag|vragen|zaak|zaken|mensen|personen|plainte|signalement|demande|affaire|réclamation"
    r"|personne|gens|complaint|case|file|report|request|grievance|people|person)",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"(?<![\w.,/§:–-])\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?![\w/:])|(?<![\w.,/§:–-])\d+(?![\w/:]|[.,]\d)"
)
SHARE = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d+)?)\s?(?:%|procent|percent|pour cent)", re.IGNORECASE)
# What a number counts that is none of ours.
OTHERWISE = re.compile(
    r"\s?(?:%|€|\$|eur|uur|heure|hour|jaar|ans?\b|year|maand|mois|month|we[ek]|semaine|dag|jour|day|minu|procent|percent|pour cent"
    r"|km\b|m²|januari|februari|maart|april|mei\b|juni|juli|augustus|september|oktober|november|december"
    r"|janvier|février|mars\b|avril|mai\b|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|january|february|march|may\b|june|july|august|october)",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?:€|§|\bart(?:ikel|icle|\.)?|\bstuk|\bn[°ro]\.?|\bpag(?:e|ina)|\bpoint|\bpunt)\s?$", re.IGNORECASE
)
# An article counts only where it is said with weight: « één enkele », « une seule », “only one”.
WEIGHT = re.compile(
    r"één|enkele|slechts|amper|maar één|seule?\b|unique|qu'une?\b|only|single|just one", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that readers have or will have beside the tables; `years`: what it can be about where it names none."""

    name: str
    body: str
    years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that says what a table hides."""

    text: str
    sentence: str
    title: Labels  # of the table
    line: Labels
    column: Labels


@dataclass(frozen=True, slots=True)
class Secret:
    """A figure that a table hides. A sentence gives it away when it has a name of each of `names`, and the number."""

    title: Labels
    line: Labels
    column: Labels
    names: tuple[
        frozenset[str], ...
    ]  # of the line; of the column too, where lines alone have figures that are shown
    year: int | None
    value: int
    whole: int | None = None
    key: tuple[str, ...] = ()  # where it stands, for those who asked


def tell(
    texts: Iterable[Text], public: Iterable[Table], exact: Mapping[str, Table], *, year: int | None = None
) -> list[Told]:
    """Return each sentence that says a figure which `public` hides; `exact` holds the same tables as they were counted.

    `year`: what columns are about that name no year; without it, any.
    """
    return tell_secrets(
        texts,
        [s for table in public if table.key in exact for s in _secrets(table, exact[table.key], year)],
    )


def tell_secrets(texts: Iterable[Text], secrets: Sequence[Secret]) -> list[Told]:
    """Return each sentence that says one of these figures."""
    found: dict[tuple[str, str], Told] = {}
    for text, sentence, secret in said(texts, secrets):
        told = Told(text.name, sentence[:LONGEST], secret.title, secret.line, secret.column)
        found.setdefault((text.name, sentence), told)
    return list(found.values())


def said(texts: Iterable[Text], secrets: Sequence[Secret]) -> Iterator[tuple[Text, str, Secret]]:
    """Yield each sentence with each of these figures that it says."""
    for text in texts if secrets else ():
        body = text.body.casefold()
        near = [
            secret
            for secret in secrets
            if all(any(n.casefold() in body for n in names) for names in secret.names)
        ]
        for sentence in SENTENCES.split(text.body) if near else ():
            plain = " ".join(re.sub(r"[*_#>`]+", " ", sentence).split())
            for secret in near if plain else ():
                if _says(plain, secret, text.years):
                    yield text, plain, secret


def _secrets(table: Table, exact: Table, year: int | None) -> Iterator[Secret]:
    true = {row.key: row for row in exact.rows}
    places = {column.key: i for i, column in enumerate(exact.columns)}
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=False):
            if not isinstance(cell, Hidden) or column.kind is not Kind.COUNT:
                continue
            if row.key not in true or column.key not in places:
                continue
            value = true[row.key].cells[places[column.key]]
            whole: Cell = exact.totals[places[column.key]] if exact.totals is not None else None
            if isinstance(value, int) and value:
                yield Secret(
                    table.title, row.labels, column.labels, (named(row.labels),),
                    int(column.key) if YEAR.fullmatch(column.key) else year, value, whole if isinstance(whole, int) else None,
                )  # fmt: skip


def named(labels: Labels) -> frozenset[str]:
    """Return the names by which a sentence can mean a line, in every language."""
    return frozenset(name.strip() for name in labels.values() if len(name.strip()) > 1)


def _says(sentence: str, secret: Secret, about: frozenset[int]) -> bool:
    if not all(any(_named(sentence, name) for name in names) for names in secret.names):
        return False
    years = {int(each) for each in YEAR.findall(sentence)} or _before(sentence, about)
    if secret.year is not None and years and secret.year not in years:
        return False
    beside = frozenset[str]().union(*secret.names)
    counted = bool(COUNTED.search(sentence)) or sentence.lstrip().startswith("|")
    return any(counted or _beside(sentence, beside, at) for at in _places(sentence, secret.value)) or (
        counted and _shares(sentence, secret)
    )


def _before(sentence: str, about: frozenset[int]) -> frozenset[int]:
    """“Last year” is the year before the one that the text is about."""
    return about | {year - 1 for year in about} if LAST_YEAR.search(sentence) else about


def _named(sentence: str, name: str) -> bool:
    flags = re.IGNORECASE if len(name) >= SHORTEST else 0
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence, flags) is not None


def _places(sentence: str, value: int) -> Iterator[tuple[int, int]]:
    """Yield where the sentence says the number."""
    for match in NUMBER.finditer(sentence):
        if int(re.sub(r"\D", "", match[0])) == value and not _otherwise(sentence, match.span()):
            yield match.span()
    for match in re.finditer(r"[^\W\d_]+", sentence):
        word = match[0].casefold()
        if WORDS.get(word) == value and not _otherwise(sentence, match.span()):
            around = sentence[max(0, match.start() - 20) : match.end() + 20]
            if word not in ARTICLES or WEIGHT.search(around):
                yield match.span()


def _otherwise(sentence: str, at: tuple[int, int]) -> bool:
    """Whether the number counts days, euros or the articles of a law."""
    return bool(OTHERWISE.match(sentence, at[1]) or BEFORE.search(sentence[: at[0]]))


def _beside(sentence: str, names: Iterable[str], at: tuple[int, int]) -> bool:
    """Whether the number stands right before or after the label: « Parking: 3 », « 3 × parking », « Parking (3) »."""
    before, after = (
        sentence[: at[0]].casefold().rstrip(" :=(–-|\t"),
        sentence[at[1] :].casefold().lstrip(" ×x|\t"),
    )
    return any(before.endswith(name.casefold()) or after.startswith(name.casefold()) for name in names)


def _shares(sentence: str, secret: Secret) -> bool:
    """Whether a percentage in the sentence is the share of the hidden figure in its whole."""
    if not secret.whole:
        return False
    share = 100 * secret.value / secret.whole
    for match in SHARE.finditer(sentence):
        digits = match[1].replace(",", ".")
        half = 0.5 * 10.0 ** -len(digits.partition(".")[2])
        if abs(float(digits) - share) <= half + 1e-9:
            return True
    return False
