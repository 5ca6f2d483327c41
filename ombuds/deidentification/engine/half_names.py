"""No half names: a capital that touches what was found of somebody or of a firm belongs to it.

Works on finished spans of the original. In German, where every noun has a capital, only words that no list has are taken.
"""

import re
from dataclasses import replace

from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.doubtful_words import JOINING, ORDINARY, ORDINARY_LETTERS, PUBLIC
from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.keep_words import COMPETENCES, FORMS_OF_BODIES, OFFICE_HOLDERS
from ombuds.deidentification.engine.lexicons.compounds import has_word_ending, is_compound
from ombuds.deidentification.engine.lexicons.loading import (
    Strength,
    family_strength,
    given_strength,
    proper_words,
)
from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.organisation_words import LEGAL_FORMS, TYPES
from ombuds.deidentification.engine.persons.cues import (
    ACTS,
    DEEDS,
    LABELS,
    NAMES_OF_DAYS,
    POSSESSIVES,
    ROLES,
    SALUTATIONS,
    SMALL,
    STOP,
    TITLES,
)
from ombuds.deidentification.engine.spans import KNOWN, LEXICON, MODEL, Kind, Span
from ombuds.deidentification.engine.trade_forms import is_agent

NAMED = frozenset({Kind.PERSON, Kind.ORGANISATION})
_WORD = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ][\w’'\-]{0,30}"
AFTER = re.compile(rf" (?P<w>{_WORD})(?![^\W_]|\.\w)")
# Inside a sentence only: a small letter, a comma or a figure stands before.
BEFORE = re.compile(rf"(?<=[a-zß-öø-ÿ,;0-9] )(?P<w>{_WORD}) \Z")
# 'Thomas KÖNIG': the family name in capitals.
LARGE_AFTER = re.compile(r" (?P<w>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’\-]{3,30})(?![^\W_]|\.)")
# 'Ch. Van Laer', 'Th. Born'; 'Achterbergh tot Oudenhove', 'Graf von Hohenlinden zu Traun'; 'VAN | DE VELDE'.
SHORT_BEFORE = re.compile(
    r"(?<![^\W_])(?:(?:Ch|Th|Ph|Chr|Jos|Joh|Jac|Alf|Aug|Fred|Ed|Em|Guil|Gust|Herm|Hub|Wilh|Gebr|Kl|Tr|Kr|Ij|IJ)\.[ -]?|(?<=[A-Z] )VAN )\Z"
)
OF_A_HOUSE = re.compile(r" (?:tot|zu) (?P<w>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,25})(?![^\W_])")
NOBLE = re.compile(
    r"(?<![^\W_])(?:von|Graf|Gräfin|Freiherr|Freifrau|Baron|Baronin|Edler|Ritter|Fürst|Prinz)(?![^\W_])"
)
# 'G. Fischer-Maraite', where the letter was taken for another word's; the M. of French is Monsieur.
INITIALS_BEFORE = re.compile(r"(?<![^\W_.])(?<!\d[ .])(?:[A-LN-Z]\.[ -]?){1,3}\Z")
# 'Klein Andreas': a family name that is a word, first in its sentence or entry.
FAMILY_BEFORE = re.compile(r"(?:^|[.!?:;\n(] ?)(?P<w>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,20}) \Z")
# 'kazuki yu', 'brenda day': typed small, a short family name or a word before a sign.
SMALL_AFTER = re.compile(r" (?P<w>[a-zß-öø-ÿ]{2,12})(?=[ \t]*[.,;:)!?\n]|\Z)")
# 'MIEP TEN BERGE' where all is large; 'Mein Arbeitgeber, Logistik Ourtal,'.
LARGE_BEFORE = re.compile(r"(?<![^\W_])(?P<w>[A-ZÀ-ÖØ-Þ]{2,20}(?:-[A-ZÀ-ÖØ-Þ]{2,20})?) \Z")
APPOSED_BEFORE = re.compile(r"(?<=[a-zß-öø-ÿ], )(?P<w>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,25}) \Z")
# 'Heidberg-Institut', 'GAS-Klinik': the kind of house hangs on the name.
HOUSE_AFTER = re.compile(
    r"-(?:Institut|Schule|Klinik|Hospital|Krankenhaus|Heim|Haus|Stift|Stiftung|Zentrum|Apotheke|Kolleg|Gymnasium|Athenäum|Verein|Werke?|Garage|Bäckerei|school|college|instituut|ziekenhuis|apotheek)(?![^\W_])",
    re.IGNORECASE,
)
SAINT_BEFORE = re.compile(r"(?<![^\W_])(?:St|Ste|Sankt|Sint|Saint|Sainte)(?:\. ?-?|-| )\Z")
EVERYBODY = frozenset().union(*SMALL.values())
NOBODYS = (
    EVERYBODY | LABELS | ROLES | SALUTATIONS | TITLES | STOP | ORDINARY | ORDINARY_LETTERS | LEGAL_FORMS
    | TYPES | COMPETENCES | FORMS_OF_BODIES | OFFICE_HOLDERS | NAMES_OF_DAYS
)  # fmt: skip
NEVER_SHOUTED = NOBODYS | ACTS | DEEDS | POSSESSIVES
NEVER = LABELS | ROLES | SALUTATIONS | TITLES | ORDINARY | POSSESSIVES | NAMES_OF_DAYS
HANGING = NAMED | {Kind.PLACE, Kind.ADDRESS}
LONG_ADVERB = 4
SURE = 0.9
MOST = 3
DAY = re.compile(r"[a-z]{2,8}(?:dag|day|tag|di)\Z|dimanche\Z|mittwoch\Z")


def half_names(text: str, spans: list[Span], language: str) -> list[Span]:
    """The same spans in order, those of people and firms grown; none overlaps the next."""
    grown: list[Span] = []
    for at, span in enumerate(spans):
        if span.kind in NAMED and span.source != KNOWN:
            before = grown[-1].end if grown else 0
            following = spans[at + 1].start if at + 1 < len(spans) else len(text)
            span = _whole(text, span, before, following, language)
        if span.kind in HANGING and span.source != KNOWN and (house := HOUSE_AFTER.match(text, span.end)):
            span = replace(span, end=house.end(), kind=Kind.ORGANISATION, entity="", part="")
        last = grown[-1] if grown else None
        if last and _are_one(text, last, span):
            grown[-1] = replace(
                last, end=span.end, entity="", part="full" if span.kind is Kind.PERSON else ""
            )
        elif last and {last.kind, span.kind} <= NAMED and _is_shouted_between(text, last, span):
            grown[-1] = replace(last, end=span.end, kind=Kind.ORGANISATION, entity="", part="")
        else:
            grown.append(span)
    return grown


# 'Corry van 't Hof', where only the first and the last word were found; 'Licht en Ruimte', a firm of two words.
PARTICLES = re.compile(
    r" (?:van|van de|van der|van den|van ['’]t|de|de le|de la|du|der|den|ter|ten|von|von der|di|da|del|el|al) ['’]?"
)
AND = re.compile(r" (?:en|et|und|and|EN|ET|UND|AND|&|of|aan de|an der|auf|op) ")
# 'Atelier Zonder | de | Zorgen': small words between what are pieces of one house.
JOINT = re.compile(r"(?: [a-zà-ÿ'’]{1,6}){1,2} ?")


def _are_one(text: str, last: Span, span: Span) -> bool:
    if KNOWN in {last.source, span.source} or not {last.kind, span.kind} <= NAMED:
        return False
    between = text[last.end : span.start]
    if NOBLE.search(text, last.start, last.end) and between in {" zu ", " von und zu ", " von "}:
        return True
    first, second = (plain(text[s.start : s.end]) for s in (last, span))
    given = given_strength(second.split()[0]) is Strength.SURE
    ticked = last.kind is Kind.PERSON and text[span.start] in "'’"  # 'Corry van | 't Hof'
    if ticked and given_strength(first) is Strength.SURE and between == " van ":
        return True
    if last.kind is span.kind is Kind.PERSON:
        alone = given_strength(first) is Strength.SURE and PARTICLES.fullmatch(between) is not None
        return not given and (alone or between == " tot ")
    house = last.kind is Kind.ORGANISATION and JOINT.fullmatch(between) is not None
    if house and not given and " " not in second and all(plain(w) in JOINING for w in between.split()):
        return span.kind is Kind.ORGANISATION or span.source == MODEL
    if AND.fullmatch(between) is None or given or given_strength(first) is Strength.SURE:
        return False
    guessed = all(s.source in {LEXICON, MODEL} and s.confidence < SURE for s in (last, span))
    return guessed and " " not in first and " " not in second


# 'BAKKERIJ 'T GOUDEN BROODJE' where the middle was not found.
SHOUTED = re.compile(r" (?P<w>[A-ZÀ-ÖØ-Þ]{2,20})(?: (?P<x>[A-ZÀ-ÖØ-Þ]{2,20}))? |\s(?P<y>[a-zß-öø-ÿ]{2,20}) ")


# 'Atelier Zonder Zorgen', where what follows the small word was not found.
AFTER_JOINT = re.compile(
    rf" (?:zonder|met|onder|boven|aan de|aan het|op de|in 't|sans|sous|aux|à la|au|without|under|by the|on the|ohne|unter|an der|am|auf der|auf dem|im|zum|zur|mit) (?P<w>{_WORD})(?![^\W_]|\.\w)"
)
# 'DE FIRMA ZON EN ZEE'.
SHOUTED_AND = re.compile(r" (?:EN|ET|UND|AND|&) (?P<w>[A-ZÀ-ÖØ-Þ]{3,20})(?= |[.,!?\n]|\Z)")


def _may_be_shouted(word: str) -> bool:
    said = plain(word)
    return said not in NEVER_SHOUTED and not PUBLIC.match(said)


def _is_shouted_between(text: str, last: Span, span: Span) -> bool:
    if last.kind is not Kind.ORGANISATION or KNOWN in {last.source, span.source}:
        return False
    between = SHOUTED.fullmatch(text[last.end : span.start])
    if between is None or not (
        text[span.start : span.end].isupper() or text[last.start : span.end].islower()
    ):
        return False
    words = [word for word in between.groups() if word]
    return all(plain(word) in JOINING or _may_be_shouted(word) for word in words)


def _whole(text: str, span: Span, before: int, following: int, language: str) -> Span:
    start, end = span.start, span.end
    if span.kind is Kind.PERSON:
        start, end = _person_edges(text, span, before, following)
    elif (
        (more := AFTER_JOINT.match(text, end, following)) and _is_of_name(more["w"], span.kind, language)
    ) or ((more := SHOUTED_AND.match(text, end, following)) and _may_be_shouted(more["w"])):
        end = more.end()
    if saint := SAINT_BEFORE.search(text, max(before, start - 8), start):
        start = saint.start()
    if text[end - 1 : end].islower():
        end = _end(text, span, end, following, language)
    apposed = APPOSED_BEFORE.search(text, max(before, start - 30), start) if language == "de" else None
    if apposed and text[end : end + 1] in {",", "."} and _may_be_apposed(plain(apposed["w"])):
        start = apposed.start()
    if text[start].isupper():
        start = _start(text, span, start, before, language)
    return span if (start, end) == (span.start, span.end) else replace(span, start=start, end=end)


def _may_be_apposed(said: str) -> bool:
    return said not in NOBODYS and not PUBLIC.match(said) and not is_agent(said, "de")


def _person_edges(text: str, span: Span, before: int, following: int) -> tuple[int, int]:
    """With letters before it, and with what is said of its house."""
    start, end = span.start, span.end
    given = LARGE_BEFORE.search(text, max(before, start - 42), start)
    if (
        given
        and text[start:end].isupper()
        and given_strength(plain(given["w"]).split("-")[0]) is Strength.SURE
    ):
        start = given.start() if plain(given["w"]) not in NEVER | EVERYBODY else start
    if letters := INITIALS_BEFORE.search(text, max(before, start - 12), start):
        start = letters.start()
    said = plain(text[span.start : span.end])
    if given_strength(said) is Strength.SURE:
        start, end = _beside_given(text, start, end, before, following)
    if first := SHORT_BEFORE.search(text, max(before, start - 12), start):
        van = not first.group().endswith("VAN ") or text[start : start + 2] == "DE"
        start = first.start() if van else start
    if more := OF_A_HOUSE.match(text, end, following):
        noble = " zu " not in more.group() or NOBLE.search(text, start, end) is not None
        end = more.end() if noble and not DAY.match(plain(more["w"])) else end
    large = LARGE_AFTER.match(text, end, following)
    return start, large.end() if large and text[end - 1].islower() and _may_be_large(
        plain(large["w"])
    ) else end


def _beside_given(text: str, start: int, end: int, before: int, following: int) -> tuple[int, int]:
    """Half a name, and that a first name: with the family name that is a word."""
    small = SMALL_AFTER.match(text, end, following) if text[start:end].islower() else None
    if small and _is_family(plain(small["w"])) and (end + len(small.group()) < len(text)):
        return start, small.end()
    family = FAMILY_BEFORE.search(text, max(before, start - 30), start)
    if family and _is_family(plain(family["w"])):
        return family.start("w"), end
    return start, end


def _is_family(said: str) -> bool:
    if said in NEVER or said in EVERYBODY or PUBLIC.match(said):
        return False
    return family_strength(said) is Strength.SURE and given_strength(said) is not Strength.SURE


def _end(text: str, span: Span, end: int, following: int, language: str) -> int:
    for _ in range(MOST):
        more = AFTER.match(text, end, following)
        if more is None or not _is_of_name(more["w"], span.kind, language):
            break
        end = more.end()
    return end


def _start(text: str, span: Span, start: int, before: int, language: str) -> int:
    guessed = span.source == MODEL and " " not in text[span.start : span.end]
    for _ in range(MOST):
        more = BEFORE.search(text, max(before, start - 34), start)
        if more is None:
            break
        kind = Kind.ORGANISATION if guessed else span.kind
        if not (_is_of_name(more["w"], kind, language) or _is_odd(text, more, language)):
            break
        start = more.start()
    return start


def _may_be_large(said: str) -> bool:
    if family_strength(said) is not Strength.NONE:
        return said not in ORDINARY_LETTERS
    return said not in NOBODYS and not PUBLIC.match(said) and not is_dictionary_word(said)


def _is_odd(text: str, found: re.Match[str], language: str) -> bool:
    """The Samen of 'de coöperatie Samen Zon': an adverb with a capital inside a sentence."""
    said = plain(found["w"])
    inside = text[found.start() - 2 : found.start()].strip().islower() and len(said) >= LONG_ADVERB
    return inside and language != "de" and said in EVERYBODY | STOP and said not in NEVER


def _is_of_name(word: str, kind: Kind, language: str) -> bool:
    said = plain(word)
    if said in NOBODYS or PUBLIC.match(said) is not None or is_agent(said, language):
        return False
    if said in MONTHS_BY_NAME or DAY.match(said) or is_compound(said, language):
        return False
    known = is_dictionary_word(said) or said in proper_words() or has_word_ending(said, language)
    if language == "de":
        return not known or (kind is Kind.PERSON and given_strength(said) is Strength.SURE)
    if kind is Kind.ORGANISATION:
        return True
    return not known or family_strength(said) is Strength.SURE
