"""Street addresses that no case file names: street, number, box, postcode and town, in the ways of four languages."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.address_lines import BOX_WORDS, LIVING
from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength
from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.remembering import remembered
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span
from ombuds.deidentification.engine.street_forms import BEFORE, BOXES, FRENCH_NAME, POST_BOX, TAIL
from ombuds.deidentification.engine.street_words import (
    ABBREVIATED,
    ALONE_WITH_A_NAME,
    CALENDAR_WORDS,
    ENDINGS,
    FIRST_WORDS,
    FRENCH_PARTICLES,
    FRENCH_STRONG,
    FRENCH_WEAK,
    LAST_WORDS,
    LOWER_STREETS,
    NAME_PARTICLES,
    NO_NAME,
    NO_STREETS,
    NOT_BEFORE,
)
from ombuds.deidentification.engine.trade_words import STOPS
from ombuds.deidentification.engine.words import EVERYDAY

REASON = "The form of an address"
LOWER_ENDINGS = ("straat", "laan", "steenweg", "dreef")
IN_A_STREET = re.compile(r"(?<![^\W_])(?:in|aan|op|van|langs|naar|uit) de \Z")
Found = tuple[int, int, float]
FULL_LINE = 50


def _ends_a_line(reading: Reading, number: re.Match[str]) -> bool:
    """A number at the end of a short line has nothing to do with the street below it."""
    if "\n" not in number.group()[len(number["v"]) :]:
        return False
    return number.end("v") - (reading.plain.rfind("\n", 0, number.start("v")) + 1) < FULL_LINE


AFTER_AN_HOUR = re.compile(r"\d ?(?:heures?|h|uur|u|uhr) \Z")
# 's Gravenstraat, 's-Hertogenlaan: the tick and its letter belong to the name.
HIS = re.compile(r"'[st][ \-]\Z")
FLAT = re.compile(
    r"(?<![^\W_])(?:flat|apartment|apt\.?|unit|suite|room|app\.?|appartement|studio|wohnung)\s[\w.]{1,5},\s\Z"
)


def streets(reading: Reading) -> Iterator[Span]:
    """Streets with or without a number; postcodes and towns are found apart and joined to them."""
    for start, end, confidence in _all(reading):
        yield reading.span(start, end, Kind.ADDRESS, confidence, part="street", reason=REASON)


def _all(reading: Reading) -> Iterator[Found]:
    yield from _by_ending(reading)
    for word in (FRENCH_STRONG | FRENCH_WEAK) & reading.places.keys():
        for index in reading.places[word]:
            if found := _french(reading, index):
                yield found
    for match in matches(ALONE, reading, cased=True):
        yield (*match.span(), 0.75)
    for match in matches(SHOUTED_ARTICLE, reading, cased=True) if "'T " in reading.cased else ():
        yield (*match.span(), 0.75)
    for match in matches(POST_BOX, reading):
        yield (*match.span(), 0.8)
    for match in matches(IN_THE_STREET, reading, cased=True):
        if " " in match["v"] or not is_dictionary_word(match["v"].lower()):
            yield (*match.span("v"), 0.75)


# 'IN 'T ZAND 3'; 'VAN 'T HOF' is somebody.
SHOUTED_ARTICLE = re.compile(
    r"(?<![^\W_])(?<!VAN )(?<!OP )'T [A-Z]{3,20} \d{1,3}[A-Z]?(?![^\W_]|[.,/:]\d| ?(?:JAAR|UUR|EURO|DAGEN|WEKEN|MAANDEN|KEER|€))"
)


@remembered
def street_strength(word: str) -> str | None:
    """'strong' for words that can hardly be anything but a street, 'weak' for those that need a number."""
    if word in LAST_WORDS:
        return "two words"
    for ending, strength in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            # Verstraete, Vanderstraeten: somebody's name rather than a street.
            if word in NO_STREETS or family_strength(word) is Strength.SURE:
                return "weak" if ending in {"straat", "strasse"} else None
            return strength
    return None


def _by_ending(reading: Reading) -> Iterator[Found]:
    """Kerkstraat 12, Koning Albertlaan, Hauptstraße 4, 12 Church Street."""
    for word in filter(street_strength, reading.places):
        strength = street_strength(word) or ""
        for index in reading.places[word]:
            if found := _one(reading, index, strength):
                yield found


def _one(reading: Reading, index: int, strength: str) -> Found | None:
    word, end = reading.words[index], reading.ends[index]
    start = _street_start(reading, index, strength)
    if start == reading.starts[index] and strength == "two words":
        return None
    tail = TAIL.match(reading.plain, end)
    if not tail and word.endswith(ABBREVIATED) and reading.plain[end : end + 1] == ".":
        tail = TAIL.match(reading.plain, end + 1)
    if tail and not (strength == "weak" and _is_year(tail.group().strip(" ,"))):
        return start, tail.end(), 0.9
    before = _number_before(reading, start) if strength != "weak" else None
    small_name = start < reading.starts[index]
    if before is not None and (reading.is_capital(index) or small_name):
        flat = FLAT.search(reading.plain, max(0, before - 22), before)
        return flat.start() if flat else before, end, 0.85
    if strength == "weak" and _is_in_a_street(reading, index, start):
        return start, end, 0.75
    named = strength == "strong" or (strength == "two words" and word in ALONE_WITH_A_NAME)
    if not named or (strength == "strong" and word in NO_STREETS):
        return None
    small = word.endswith(LOWER_ENDINGS) and IN_A_STREET.search(reading.plain, max(0, start - 12), start)
    return (start, end, 0.8) if reading.is_capital(index) or small else None


def _is_in_a_street(reading: Reading, index: int, start: int) -> bool:
    """'in de Bredabaan', 'op de Zandpoortvest': a capital within a Dutch sentence, and no word of the dictionary."""
    word = reading.words[index]
    return (
        reading.language == "nl"
        and reading.is_capital(index)
        and not reading.is_shouted(index)
        and word not in NO_STREETS
        and not is_dictionary_word(word)
        and IN_A_STREET.search(reading.plain, max(0, start - 12), start) is not None
    )


AFTER_FIGURES = re.compile(r"\d[ .\-]?\Z")  # the last of a longer number: '0021 7655, anders camionet weg'


def _number_before(reading: Reading, start: int) -> int | None:
    match = BEFORE.search(reading.plain, max(0, start - 24), start)
    if (
        match is None
        or _is_year(match["v"])
        or _ends_a_line(reading, match)
        or AFTER_AN_HOUR.search(reading.plain, 0, match.start("v"))
        or AFTER_FIGURES.search(reading.plain, max(0, match.start("v") - 2), match.start("v"))
    ):
        return None
    return match.start("v")


def _is_year(number: str) -> bool:
    digits = number.strip()
    return len(digits) == 4 and digits.isdigit() and digits[:2] in {"19", "20"}


def _street_start(reading: Reading, index: int, strength: str) -> int:
    """Back over the words of the name: Burgemeester De Vos|straat, Sint-Pieters|laan, Kölner |Straße."""
    words, starts, ends = reading.words, reading.starts, reading.ends
    hyphened = reading.plain[ends[index - 1] : starts[index]] == "-" if index else False
    shouting = _is_one_case(reading, index) and not (hyphened and reading.is_capital(index - 1))
    # German writes every noun with a capital: there only a name that is hyphened or stands apart is taken along.
    plain_nouns = reading.language == "de" and strength != "two words"
    loud = _is_loud(reading, index)
    start = index
    for previous in range(index - 1, max(-1, index - 7), -1):
        gap = reading.plain[ends[previous] : starts[previous + 1]]
        first = words[previous] in FIRST_WORDS
        joined = gap in {"-", "'"}
        if not joined and gap != " " and not (gap in {". ", "."} and (first or len(words[previous]) == 1)):
            break
        if words[previous] in NOT_BEFORE or (words[previous] in NAME_PARTICLES and not joined):
            if words[previous] in NOT_BEFORE:
                break
            continue
        named = (
            reading.is_capital(previous)
            and not shouting
            and (loud or not _is_loud(reading, previous))
            and not plain_nouns
            and words[previous] not in LIVING
        )
        if not (joined or first or named):
            break
        start = previous
    left = starts[_with_article(reading, start, index, shouting)]
    if left == starts[index] and not reading.is_capital(index):
        left = starts[_small_name_start(reading, index, strength)]
    return left - 3 if HIS.search(reading.plain, max(0, left - 4), left) else left


def _is_loud(reading: Reading, index: int) -> bool:
    """In capitals, which a street that is not has not before it: 'I LIVE AT Bremlaan 139'. The ß has none."""
    word = reading.cased[reading.starts[index] : reading.ends[index]]
    return len(word) > 1 and not any(c.islower() for c in word if c != "ß")


def _with_article(reading: Reading, start: int, index: int, shouting: bool) -> int:
    """'De Keyserlei' and 'Van Eyckstraat' keep their first word, unless it opens a sentence."""
    first = start - 1
    if first < 0 or shouting or reading.words[first] not in {"de", "van", "den", "der", "ter", "ten"}:
        return start
    apart = reading.plain[reading.ends[first] : reading.starts[start]] != " "
    if apart or not reading.is_capital(first) or _opens(reading, first):
        return start
    return first


def _small_name_start(reading: Reading, index: int, strength: str) -> int:
    """Typed without capitals: 'address: primrose hill road 149', 'u vindt mij op rode kruisstraat 134'.

    The words since the sign or the small word that leads to an address, three at most; before a street of two words
    one word without any.
    """
    first = index
    while (
        first and index - first < 4 and reading.plain[reading.ends[first - 1] : reading.starts[first]] == " "
    ):
        word = reading.words[first - 1]
        if word in LEADING or word in LIVING:
            return first
        if reading.is_capital(first - 1) or word in STOPS or word in NO_NAME or word in NOT_BEFORE:
            break
        first -= 1
    before = reading.plain[max(0, reading.starts[first] - 2) : reading.starts[first]]
    if not before or before.rstrip(" ")[-1:] in {":", ",", "(", "\n", ";", "-", ""}:
        return first if index - first < 4 else index
    number = before[-2:-1].isdigit()
    if number and first < index:
        return first
    return index - 1 if strength == "two words" and first < index else index


LEADING = frozenset(
    "at in te op aan unter naar nach to from uit aus bij near langs office kanzlei kantoor cabinet".split()
)


def _opens(reading: Reading, index: int) -> bool:
    """Whether the word opens a sentence or line, where its capital says nothing."""
    before = reading.plain[max(0, reading.starts[index] - 3) : reading.starts[index]]
    return not before.strip() or before.rstrip()[-1] in ".!?:;\n" or "\n" in before


def _is_one_case(reading: Reading, index: int) -> bool:
    """Capitals only, or none: there a capital does not set a name apart."""
    word = reading.cased[reading.starts[index] : reading.ends[index]]
    return word.isupper() or word.islower()


def _french(reading: Reading, index: int) -> Found | None:
    """rue de la Loi 16, 16 rue de la Loi bte 4, av. Louise, Grand-Place 1."""
    start, end = reading.starts[index], reading.ends[index]
    if _is_verb(reading, index) or HEADING.match(reading.plain, end):
        return None
    if reading.words[index] == "chaussee" and reading.plain[max(0, start - 7) : start] in {
        "rez-de-",
        "rez de ",
    }:
        return None
    if reading.words[index] == "residence" and set(reading.words[index + 1 : index + 2]) & OF_STAY:
        return None
    strong = reading.words[index] in FRENCH_STRONG
    before = _number_before(reading, start)
    name_end = _name_end(reading, index)
    named = name_end > end
    match = FRENCH_NAME.match(reading.plain, end) if strong or named or before is not None else None
    if match and (
        _is_one_name(reading, match["n"])
        or AT_CAPITALS.fullmatch(reading.cased[match.start("n") : match.end("n")])
    ):
        return start if before is None else before, _with_point(reading, match), 0.9
    if not named and reading.words[index] in LOWER_STREETS and not reading.is_capital(index):
        name_end = _lower_name_end(reading, index)
        named = name_end > end
    if not named or (before is None and not strong):
        return None
    box = BOXES.match(reading.plain, name_end)
    return start if before is None else before, box.end() if box else name_end, 0.82


# 'Nom | lien | rue' over the rows of a table.
HEADING = re.compile(r"[ \t]*(?:[|;\t][^\n]*)?\n[^\n|;\t]{1,60}[|;\t]")
OF_STAY = frozenset(
    "card cards permit permits status certificate registration document right rights".split()
)  # 'residence card 837'
POINT_OF_A_BOX = re.compile(r"\.\d{1,3}(?!\d|[./]\d)")


def _with_point(reading: Reading, street: re.Match[str]) -> int:
    """'rue Haute boîte 2|.1': where the box stands for the number, its second half goes along."""
    if street["n"].rpartition(" ")[2] not in BOX_WORDS:
        return street.end()
    more = POINT_OF_A_BOX.match(reading.plain, street.end())
    return more.end() if more else street.end()


# 'rue |aux Laines 178', 'venelle |aux Quatre Chemins 297'.
AT_CAPITALS = re.compile(r"(?:aux?|a la|a l')(?: ?[A-Z][\w'\-]{1,30}){1,4}")


def _is_verb(reading: Reading, index: int) -> bool:
    """'la DIV a placé Monsieur'; and 'le bail cite Henri', where the text writes its accents."""
    said = reading.text[slice(*reading.folded.original(reading.starts[index], reading.ends[index]))]
    if reading.words[index] == "cite":
        return said == "cite" and "é" in reading.text
    return said.lower().endswith("é")


def _is_one_name(reading: Reading, name: str) -> bool:
    """Not a sentence that happens to end in a number: 'la place que j'ai payée 12'."""
    words = name.replace("-", " ").replace("'", " ").replace(".", " ").split()
    if not words:
        return False
    if words[0] in LIVING:
        return False  # 'dans sa rue. Habite place du Marché 15'
    if words[0] in {"a", "au", "aux", "en", "in", "op", "le", "porte"} and {
        "numero",
        "role",
        "dossier",
        "nummer",
        "nom",
    } & set(words):
        return False
    if words[0] in {"a", "au", "aux", "en", "in", "op"} or all(w in FRENCH_PARTICLES for w in words):
        return False
    return not any(
        w in NO_NAME
        or w in TELLING
        or (w in CALENDAR_WORDS and (i == 0 or words[i - 1] not in DAYS_OF_STREETS))
        for i, w in enumerate(words)
    )


# Verbs that go on after a street: 'allée du Stade portait la plaque 2-ABC-123'.
TELLING = frozenset(
    "portait porte avait etait appartient appartenait montre indique affiche coute vaut compte comptait ont avaient plaque".split()
)
# 'rue du Onze-Novembre', 'avenue du 8 Mai 1945', 'place du Quatre Août'.
DAYS_OF_STREETS = frozenset(
    "onze huit quatre premier vingt sept dix 11 8 4 1er 1 21 20 7 3 trois cinq neuf".split()
)


def _is_day_of(reading: Reading, index: int) -> bool:
    return reading.words[index - 1] in DAYS_OF_STREETS


def _name_end(reading: Reading, index: int) -> int:
    """Over small words to the last word with a capital: rue de la |Montagne aux |Herbes."""
    end, last = reading.ends[index], reading.ends[index]
    shouting = reading.cased[reading.starts[index] : end].isupper()
    for follower in range(index + 1, min(len(reading.words), index + 9)):
        gap = reading.plain[reading.ends[follower - 1] : reading.starts[follower]]
        initial = (
            gap == ". "
            and len(reading.words[follower - 1]) < 4
            and reading.words[follower - 1] not in {"rue", "bus", "box", "bte"}
        )
        wrapped = gap == "\n" and (follower == index + 1 or reading.words[follower - 1] in FRENCH_PARTICLES)
        if (gap not in {" ", "-", "'"} and not initial and not wrapped) or (
            shouting and follower > index + 4
        ):
            break
        word = reading.words[follower]
        if word in NO_NAME or (word in CALENDAR_WORDS and not _is_day_of(reading, follower)):
            break
        if word in DAYS_OF_STREETS and not CALENDAR_WORDS.isdisjoint(
            reading.words[follower + 1 : follower + 2]
        ):
            continue  # 'rue du 4 Août'
        if reading.is_capital(follower) and not (shouting and word in FRENCH_PARTICLES):
            last = reading.ends[follower]
        elif word not in FRENCH_PARTICLES and gap != "-":
            break
    return last


def _lower_name_end(reading: Reading, index: int) -> int:
    """'rue joseph wauters' typed without capitals: small words, then at most three others."""
    last, taken = reading.ends[index], 0
    for follower in range(index + 1, min(len(reading.words), index + 7)):
        gap = reading.plain[reading.ends[follower - 1] : reading.starts[follower]]
        word = reading.words[follower]
        if gap not in {" ", "-", "'"} or word.isdigit() or word in NO_NAME:
            break
        if word in FRENCH_PARTICLES:
            continue
        if (word in EVERYDAY and taken) or (taken == 2 and gap == " "):
            break
        last, taken = reading.ends[follower], taken + 1
    return last


# 'Steenweg op Aalst', 'Chaussée de Mons', 'Grand-Place': streets without a number too.
ALONE = re.compile(
    r"(?<![^\W_])(?:[A-Z][\w\-]{1,30}se )?(?:Steenweg|Baan|Weg) (?:op|naar|van) [A-Z][\w\-]+|(?<![^\W_])(?:Grand-Place|Grand Place|Grand-Rue|Grote Markt|Marktplein|Kerkplein|Rathausplatz|Marktplatz|Kirchplatz|Stationsplein|Vismarkt|Oude Markt|Korenmarkt|Dorpsplein|Stadsplein)(?= (?:in|te|a|at|zu|de|van) [A-Z])"
)


# 'in der Straße Obere Ibern', 'in die Straße Am Bahndamm': a name without a street word of its own.
IN_THE_STREET = re.compile(
    r"(?<![^\W_])(?:[Dd]er|[Dd]ie) Stra(?:ß|ss)e (?P<v>(?:(?:Am|Im|Zum|Zur|An der|An den|Auf der|Auf dem|In der|In den|Unter den|Hinter der|Hinter dem|Ober(?:e|er|en|es)|Unter(?:e|er|en|es)|Alte[rn]?|Neue[rn]?|Hohe[rn]?) )?[A-ZÄÖÜ][\w\-]{2,})"
)
