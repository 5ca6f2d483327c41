"""Organisations, professions and illnesses in coarser words: a school, a care worker, an illness."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ombuds.deidentification.engine.grammar import Phrase, Sort
from ombuds.deidentification.engine.replacing.aids import how_someone_is, instead_of_the_chair
from ombuds.deidentification.engine.replacing.evenly import evenly

COLUMNS = ("nl", "fr", "en", "de")
# The second, third … organisation of its kind in one story.
OTHERS = {
    "nl": ("", "andere", "derde", "vierde", "vijfde", "zesde"), "fr": ("", "autre", "troisième", "quatrième", "cinquième", "sixième"),
    "en": ("", "other", "third", "fourth", "fifth", "sixth"), "de": ("", "ander-", "dritt-", "viert-", "fünft-", "sechst-"),
}  # fmt: skip
FEMALE = {
    "nl": re.compile(r"(?:ster|sters|lerares|trice|euse|vrouw|moeder|boerin)$"),
    "fr": re.compile(r"(?:iere|euse|trice|enne|ante|ee|esse|onne|femme|ice|ente|ine)s?\b"),
    "de": re.compile(r"(?:in|innen|frau|schwester|kraft|mutter)$"),
}
WOMEN_FIRST = re.compile(r"\b(?:la|une|ma|sa|cette|comme une|die|eine|meine|ihre|seine)\s*$")
MEN_FIRST = re.compile(r"\b(?:le|un|mon|son|ce|der|ein|mein|ihr|sein|den|dem|einem|einen)\s*$")
IS = frozenset("ben bent is was waren werd word wordt zijn suis es est sommes etes sont etais etait am are were be been bin bist ist sind war waren wird wurde very zeer erg tres sehr ernstig gravement schwer".split())  # fmt: skip
FRAIL = {"nl": "kwetsbaar", "fr": "fragile", "en": "vulnerable", "de": "gesundheitlich angeschlagen"}


@dataclass(frozen=True, slots=True)
class Entry:
    seen: re.Pattern[str]
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def _tables() -> dict[str, tuple[Entry, ...]]:
    path = Path(__file__).resolve().parent / "data" / "softer.toml"
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: tuple(
            Entry(re.compile(row["seen"]), tuple((row.get("nouns") or row["people"]).split("|")))
            for row in rows
        )
        for name, rows in listed.items()
    }


def sort_of_organisation(written: str) -> int:
    """The row of the table that describes it; the last one when nothing tells."""
    return _row("organisation", written)


def _row(table: str, written: str) -> int:
    even = evenly(written)
    return next(i for i, entry in enumerate(_tables()[table]) if entry.seen.search(even))


KINDS = re.compile(
    r"(?<!\w)(?:firma|bedrijf|onderneming|school|basisschool|kleuterschool|ziekenhuis|kliniek|apotheek|garage|bank|advocatenkantoor|creche|kinderdagverblijf|vzw|vereniging|winkel"
    r"|bakkerij|slagerij|rusthuis|woonzorgcentrum|cafe|restaurant|hotel|societe|firme|entreprise|ecole|clinique|hopital|pharmacie|banque|etude|cabinet|asbl|association|agence|boulangerie"
    r"|boucherie|athenee|lycee|college|institut|universite|maison de repos|company|firm|hospital|clinic|pharmacy|nursery|charity|university|bakery|schule|grundschule|klinik|krankenhaus|apotheke"
    r"|[a-z]+bakkerij|brouwerij|frituur|drukkerij|[a-z]*makerij|uitzendkantoor|immokantoor|makelaarskantoor|[a-z]+centrum|psychiatrisch centrum|atheneum|[a-z]+school|internaat|boekhandel|kapsalon|opvang|tehuis|spoelerij|wasserij"
    r"|fromagerie|friterie|brasserie|imprimerie|librairie|taverne|traiteur|bureau d'interim|internat|centre(?: [a-z]+(?:ique|al|ier|atif))?|centre de jour|creche|agence immobiliere|salon de coiffure|salon|atelier|carrosserie|menuiserie"
    r"|(?:rehabilitation|day|sports|youth|medical|health|community|care) cent(?:re|er)|agency|academy|shop|pub|bookshop|brewery|practice|care home|boarding school"
    r"|einrichtung|[a-z]+zentrum|gasthof|gasthaus|druckerei|gartnerei|autohaus|pflegeheim|altenheim|spedition|brauerei|buchhandlung|praxis|athenaum|tagesklinik|molkerei|sagewerk"
    r"|gesellschaft|werkstatt|verein|kita|kinderkrippe|supermarkt|buchladen|reinigungsfirma|wascherei|cafe|restaurant"
    r"|supermarkt|supermarche|supermarket|societe de nettoyage|maison medicale|nursing home|cleaning firm|laundry|tearoom|riding school|schoonmaakbedrijf|residence|snack|snackbar|haus|nachtwinkel|night ?shop|camping|campingplatz|jardinerie|gartnerei|magasin|laden|geschaft|backerei|metzgerei|kanzlei|seniorenheim|gmbh) $"
)


def kind_before(before: str, language: str) -> int:
    """1 for the space after a word that says already what it is ('la clinique '), else 0."""
    found = KINDS.search(evenly(before[-30:]))
    return int(found is not None and (language == "de" or before[-30:][found.start()].islower()))


APPOSED = re.compile(r"(?<![a-z])([a-z]+)(?P<mark>, | \()(?:(?:de|het|the|la|le|l'|die|das|der|den|dem) ?)?$")


def apposed(before: str, after: str, sort: int, language: str) -> int:
    """What goes along of 'unsere Schule, das Schuman-Institut,': everything from the first comma; 0 where it must stay."""
    found = APPOSED.search(evenly(before[-40:]))
    noun = evenly(_noun("organisation", sort, language)[0]).split()[-1]
    if not found or found.group(1) != noun or after != {", ": ",", " (": ")"}[found["mark"]]:
        return 0
    return len(found.group()) - len(found.group(1))


def organisation(start: int, end: int, sort: int, number: int, known: bool, language: str) -> Phrase:
    """`number`: which of its kind in the story, from 0; `known`: the reader has met it already ('the school')."""
    noun, gender = _noun("organisation", sort, language)
    other = OTHERS[language][min(number, len(OTHERS[language]) - 1)]
    if language == "nl" and number == 1 and gender == "n" and not known:
        other = "ander"
    return Phrase(
        start, end, f"{other} {noun}".strip(), Sort.NOUN, definite=known, gender=gender, new=not known
    )


def _noun(table: str, row: int, language: str) -> tuple[str, str]:
    word = _tables()[table][row].words[COLUMNS.index(language)]
    noun, _, mark = word.rpartition(" ")
    if language == "nl":
        return noun, "n" if mark == "het" else "c"
    return (noun, mark) if language == "fr" else (word, "f" if language == "de" else "")


def profession(start: int, end: int, written: str, before: str, language: str, near: str = "") -> Phrase:
    """A sector instead of the trade, in the same gender; no article of its own (ik ben verpleegster).

    `near`: the gender of whoever is spoken of there, for trades that do not say it (elle est comptable).
    """
    row = _row("profession", written)
    forms = _tables()["profession"][row].words[COLUMNS.index(language)].split("/")
    even, woman = evenly(written).strip(), False
    if language in FEMALE:
        ahead = evenly(before[-12:])
        first = even.split()[0] if even else ""
        if language == "fr" and first == "aide":
            first = re.sub(r"(?:gere|ale)$", "iere", even.split()[-1])  # ménagère, familiale
        says_so = bool(FEMALE[language].search(first)) or (near == "f" and _is_either(first, language))
        woman = bool(WOMEN_FIRST.search(ahead)) or (not MEN_FIRST.search(ahead) and says_so)
    text = forms[1] if woman and len(forms) > 1 else forms[0]
    if _is_plural(even, text, language):
        text = _plural(text, language)
    return Phrase(
        start, end, text, Sort.NOUN, gender="f" if woman else "m" if language != "nl" else "c", bare=True
    )


def _is_either(trade: str, language: str) -> bool:
    """'comptable', 'dentiste', 'architecte': said of a woman and of a man."""
    return (
        language == "fr"
        and re.search(r"(?:iste|able|aire|ecte|eute|logue|phe|que|ourgue|iatre|easte|ire)$", trade)
        is not None
    )


def _plural(text: str, language: str) -> str:
    """'agents publics', 'employés du commerce', 'travailleurs non salariés', 'medewerkers in de zorg'."""
    if language == "en":
        return f"{text}s"
    first, _, rest = text.partition(" ")
    if language == "fr" and rest and not rest.startswith(("de ", "du ", "de l’")):
        rest += "s"
    return f"{first}s {rest}".strip()


def _is_plural(even: str, text: str, language: str) -> bool:
    if language == "nl":
        return even.endswith(("sters", "ers", "kundigen")) and text.split()[0].endswith(("er", "ster"))
    if language == "fr":
        even = even.split(" ")[0]  # the facteur of 'facteur d'orgues'
    return language in ("fr", "en") and even.endswith("s") and not even.endswith(("ss", "ais", "ois", "cons"))


def health(start: int, end: int, written: str, before: str, language: str, *, new: bool = False) -> Phrase:
    """'een ziekte', 'une maladie'; after 'is' or 'suis' a word for how someone is; `new`: the text told of none yet."""
    if chair := instead_of_the_chair(written, before, language):
        return Phrase(start - chair[0], end, chair[1])
    if (adverb := how_someone_is(written, before)) is not None:
        return Phrase(start - adverb, end, FRAIL[language])
    last = (re.findall(r"[a-z]+", evenly(before[-20:])) or [""])[-1]
    if last in IS:
        return Phrase(start, end, FRAIL[language])
    noun, gender = _noun("health", _row("health", written), language)
    return Phrase(start, end, noun, Sort.NOUN, gender=gender, new=new)
