"""Employers, schools, associations and firms: they point at a person. Public services are kept by `keeping`."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ombuds.deidentification.engine.houses import houses
from ombuds.deidentification.engine.lexicons.loading import (
    Strength,
    common_words,
    family_strength,
    given_strength,
    words,
)
from ombuds.deidentification.engine.organisation_lines import announced, is_a_clause
from ombuds.deidentification.engine.organisation_words import (
    AFTER_TYPE,
    CUE,
    INSIDE,
    LEGAL_FORMS,
    LEGAL_FORMS_FIRST,
    LOWER_CUE,
    NO_NAME,
    NO_TYPES,
    STAYS,
    TYPE_ENDINGS,
    TYPES,
    TYPES_LAST,
)
from ombuds.deidentification.engine.persons.cues import HARDLY_WORDS
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.remembering import remembered
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import LEXICON, PATTERN, Kind, Span
from ombuds.deidentification.engine.streets import street_strength
from ombuds.deidentification.engine.trade_words import STOPS
from ombuds.deidentification.engine.words import EVERYDAY

GAPS = frozenset({" ", "-", "'", " & ", "&", " + ", ". ", " '", "' ", ' "', "'-", " - ", "+", "/", "."})
LONGEST = 8
REASON = "The name of a firm, school or association"
# Legal forms that in lower case are words: sa mère, ev.
ALSO_WORDS = frozenset({"sa", "ag", "sc", "se", "eg", "ev", "sas", "inc", "limited"})


def organisations(reading: Reading) -> Iterator[Span]:
    """Spans that may overlap each other; a legal form says most, then the kind of house, then 'works at'."""
    found = (
        *_with_legal_form(reading),
        *_of_a_type(reading),
        *_after_a_cue(reading),
        *_of_plain_words(reading),
        *_beside_a_number(reading),
        *_and_company(reading),
        *announced(reading, is_type),
        *houses(reading),
    )
    for start, end, confidence in found:
        if IN_STREET.search(reading.plain, max(0, start - 22), start):
            continue
        entity = f"organisation:{reading.plain[start:end]}"
        source = PATTERN if confidence > 0.85 else LEXICON
        yield reading.span(
            start,
            end,
            Kind.ORGANISATION,
            confidence,
            source=source,
            entity=entity,
            reason=REASON,
        )


# 'rue du |Collège - Marchienne': the street is called after it.
IN_STREET = re.compile(
    r"(?<![^\W_])(?:rue|avenue|av\.|boulevard|bd|chaussee|chemin|ruelle|venelle|clos|impasse) (?:du|de la|de l'|des) ?\Z"
)


def _with_legal_form(reading: Reading) -> Iterator[tuple[int, int, float]]:
    for index in reading.at(LEGAL_FORMS & reading.places.keys()):
        upper = reading.cased[reading.starts[index] : reading.ends[index]].isupper()
        if reading.words[index] in ALSO_WORDS and not upper:
            continue
        prefix = index > 0 and reading.words[index - 1] in INSIDE  # 'van VZW De Vlinder'
        first = index if prefix else _chain_start(reading, index)
        end = reading.ends[index]
        if first < index:
            yield reading.starts[first], end, 0.9
        elif small := _small_firm(reading, index):
            yield reading.starts[small], end, 0.86
        elif reading.words[index] in LEGAL_FORMS_FIRST:
            last = _chain_end(reading, index + 1)
            if last > index:
                yield reading.starts[index], reading.ends[last], 0.88
            elif follower := _small_after(reading, index):
                yield reading.starts[index], reading.ends[follower], 0.86


THE = re.compile(r"(?:(?<![^\W_])(?:at|for|to|from|by|with|of|in|near|join|joined|run|runs)|:) the \Z")


def _is_the(reading: Reading, first: int) -> bool:
    """'goes to the Daisies nursery', 'Employer: the Harbour charity'."""
    return THE.search(reading.plain, max(0, reading.starts[first] - 16), reading.starts[first]) is not None


# Legal forms that are no other word, in small letters too.
CLEAR_FORMS = frozenset("nv bv bvba vzw asbl sprl srl gmbh cvba scrl ltd llc vog".split())


def _small_firm(reading: Reading, index: int) -> int | None:
    """'hvac solutions nv' typed without capitals: up to three words before it that are no small words."""
    abbreviated = (
        reading.language == "nl" and reading.plain[reading.ends[index] : reading.ends[index] + 1] == "."
    )
    if reading.words[index] not in CLEAR_FORMS or (reading.words[index] == "bv" and abbreviated):
        return None
    first = index
    while (
        first > 0
        and index - first < 3
        and reading.plain[reading.ends[first - 1] : reading.starts[first]] in {" ", "-", "'"}
    ):
        word = reading.words[first - 1]
        if (
            word in STOPS
            or word in INSIDE
            or word in NO_NAME
            or word in EVERYDAY
            or reading.is_capital(first - 1)
        ):
            break
        first -= 1
    return first if first < index else None


def _small_after(reading: Reading, index: int) -> int | None:
    """'bij vzw ateljee': a legal form that is no other word and the next word, typed small."""
    follower = index + 1
    if reading.words[index] not in {"vzw", "asbl", "vog", "bvba", "sprl"} or follower >= len(reading.words):
        return None
    word = reading.words[follower]
    is_small = word in STOPS or word in INSIDE or word in NO_NAME or word in EVERYDAY
    gap = reading.plain[reading.ends[index] : reading.starts[follower]]
    return None if gap != " " or is_small or len(word) < 4 else follower


def _of_a_type(reading: Reading) -> Iterator[tuple[int, int, float]]:
    for index in reading.at(filter(is_type, reading.places)):
        last = _chain_end(reading, index + 1)
        if _is_name_of_house(reading, index, last):
            yield reading.starts[_first_of_type(reading, index)], reading.ends[last], 0.8
        elif (first := _joined(reading, index)) < index:
            yield reading.starts[first], reading.ends[index], 0.82
        elif follower := _lower_name(reading, index):
            yield reading.starts[index], reading.ends[follower], 0.6
    for index in reading.at(TYPES_LAST & reading.places.keys()):
        bracketed = reading.plain[reading.starts[index] - 1 : reading.starts[index]] == "("
        whose = reading.words[index] == "home" and index and reading.words[index - 1] == "s"
        if not (_is_shouted(reading, index) or bracketed or whose):  # not 'at Ebrahimi's home'
            yield from _before_type(reading, index)


def _is_name_of_house(reading: Reading, index: int, last: int) -> bool:
    """Whether the words behind a kind of house, as far as `last`, are its name."""
    return last > index and not _is_stayer(reading, index + 1, last) and not _is_address(reading, last)


def _first_of_type(reading: Reading, index: int) -> int:
    """Where a name with the kind of house at `index` before it begins: the kind counts when it has a capital or is foreign."""
    if ":" in reading.plain[reading.ends[index] : reading.starts[index + 1]]:
        return index + 1  # 'ihre Schule: César-Franck-Athenäum'
    if not reading.is_capital(index):
        elided = reading.plain[reading.starts[index + 1] - 1] == "'"  # "kinderdagverblijf 't Sloeberke"
        if elided or reading.words[index] not in words(reading.language):
            return index
        first = index + 1
        while reading.words[first] in AFTER_TYPE and not reading.is_capital(first):
            first += 1  # 'la maison de repos Les Trois Pommiers'
        return first
    if reading.words[index] in {"club", "school", "garage"}:
        return _chain_start(reading, index)
    return _adjective_before(reading, index)


def _before_type(reading: Reading, index: int) -> Iterator[tuple[int, int, float]]:
    """'Little Owls Nursery', and 'at Bakery Aux Délices'."""
    first = _chain_start(reading, index)
    if first < index and NUMBER_WORDS.match(reading.words[first]):
        return  # 'Number of the company: 0834…'
    if first == index and reading.is_capital(index) and _is_inside(reading, index):
        last = _chain_end(reading, index + 1)
        if _is_name_of_house(reading, index, last):
            yield reading.starts[index], reading.ends[last], 0.75
            return
    if not reading.is_capital(index) and index - first < 2 and not _is_the(reading, first):
        return
    if first < index and not (index - first == 1 and reading.words[first] in TYPES_LAST):
        yield reading.starts[first], reading.ends[index], 0.8


def _is_inside(reading: Reading, index: int) -> bool:
    """Inside a sentence, after a small word."""
    beside = index > 0 and reading.plain[reading.ends[index - 1] : reading.starts[index]] == " "
    return beside and not reading.is_capital(index - 1) and reading.language != "de"


@remembered
def is_type(word: str) -> bool:
    return word in TYPES or (len(word) > 8 and word.endswith(TYPE_ENDINGS) and word not in NO_TYPES)


SAINTS = frozenset(
    "sint st saint sainte sankt heilig heilige onze don mater koning koningin prins prinses paus".split()
)
ADJECTIVE = re.compile(r"(?:lich|isch|ig|al|ell|iv)es?\Z|(?:frei|neu|hoh|alt)es?\Z")


def _joined(reading: Reading, index: int) -> int:
    """'Sint-Ritacollege', 'Koning Albertschool': the kind of house is the end of the name itself."""
    first = index
    while first and index - first < 4:
        gap = reading.plain[reading.ends[first - 1] : reading.starts[first]]
        word = reading.words[first - 1]
        is_saint = word in SAINTS and reading.words[index] not in TYPES
        if not (gap == "-" and (reading.is_capital(first - 1) or is_saint)) and not (gap == " " and is_saint):
            break
        first -= 1
    return first if any(word in SAINTS for word in reading.words[first:index]) else index


def _adjective_before(reading: Reading, index: int) -> int:
    """'Bischöfliches Institut Eupen', 'naar Vrije Basisschool De Linde': what sort of house it is, said first."""
    before = index - 1
    if before < 0 or not reading.is_capital(before) or reading.words[before] in NO_NAME:
        return index
    if reading.plain[reading.ends[before] : reading.starts[index]] != " ":
        return index
    if reading.language == "de":
        return before if ADJECTIVE.search(reading.words[before]) else index
    is_word = reading.words[before] in words(reading.language) and reading.words[before] not in STAYS
    inside = before > 0 and reading.plain[reading.ends[before - 1] : reading.starts[before]] == " "
    return before if is_word and inside and not reading.is_capital(before - 1) else index


OF_FAMILIES = frozenset("zn zonen fils sohne sons filles dochters zoon gebroeders freres".split())


# Kinds of houses that nobody speaks of without a name.
CLEAR_TYPES = frozenset("wzc rvt kapsalon".split())


def _lower_name(reading: Reading, index: int) -> int | None:
    """'bij garage de smet' in a text without capitals: the next word or two."""
    last = None
    start = reading.starts[index]
    if reading.words[index] not in CLEAR_TYPES and not LOWER_CUE.search(
        reading.plain, max(0, start - 24), start
    ):
        return None
    for follower in range(index + 1, min(len(reading.words), index + 5)):
        gap = reading.plain[reading.ends[follower - 1] : reading.starts[follower]]
        word = reading.words[follower]
        if gap not in {" ", "-", "'", " '", " & "}:
            break
        if word in INSIDE or word in OF_FAMILIES:
            last = follower if word in OF_FAMILIES else last
            continue
        if word in LEGAL_FORMS and last is not None:
            return follower
        if last is None and word in AFTER_TYPE:
            continue  # 'chez la maison de repos sacré-cœur'
        if word in EVERYDAY or word in NO_NAME or word in STOPS or word.isdigit():
            break
        hyphened = "-" in (gap, reading.plain[reading.ends[follower] : reading.ends[follower] + 1])
        if word in common_words(reading.language) and word not in OF_FAMILIES and not hyphened:
            break  # 'van de school belde'
        last = follower
    return last


def _after_a_cue(reading: Reading) -> Iterator[tuple[int, int, float]]:
    """'werkt bij X', 'employeur : X', 'works at X', 'Arbeitgeber X'."""
    for match in matches(CUE, reading):
        first = _index_at(reading, match.end())
        if first is None or not reading.is_capital(first) or _is_shouted(reading, first):
            continue
        last = _chain_end(reading, first)
        if last >= first and not _is_stayer(reading, first, last):
            article = first and reading.starts[first - 1] >= match.start() and reading.is_capital(first - 1)
            begin = first - 1 if article and reading.words[first - 1] in ARTICLES else first
            yield reading.starts[begin], reading.ends[last], 0.8  # 'from De Clercq'


# 'bij De Groene Kas', 'naar Les Glycines', 'at The Busy Bee': the article itself has a capital inside a sentence.
ARTICLED = re.compile(
    r"(?<![^\W_])(?:bij|naar|voor|van|aan|vanuit|door|chez|au|aux|a|pour|par|de|at|for|from|by|of|to|bei|zu|fur|von|zur|zum|la|het|home|foyer|maison|asbl|vzw|vog|school|ecole|creche|club|team|groep|residence|residentie|rusthuis|resto|cafe|internaat|dagcentrum|kita|in) "
    r"(?P<v>(?:De|Het|'t|Le|La|Les|L'|The|Die|Der|Das|Den|Ons|Onze|Notre|Our|Zum|Zur|Au|Aux|In 't) ?[A-Z][\w'\-]{1,40}(?: (?:[A-Z][\w'\-]{1,40}|de|du|des|la|van|der|of|en|et|and|und|&)){0,4})(?![^\W_])"
)


def _of_plain_words(reading: Reading) -> Iterator[tuple[int, int, float]]:
    known = (words(reading.language), words("nl" if reading.language == "fr" else "fr"))
    for match in matches(ARTICLED, reading, cased=True):
        said = re.findall(r"[^\W\d_]+", match["v"])
        name = [w.lower() for w in said if w[0].isupper()][1:] or [said[-1].lower()]
        plain = all((w in known[0] or w in known[1]) and w not in NO_NAME | STAYS for w in name)
        if plain and (len(name) > 1 or family_strength(name[0]) is not Strength.SURE):
            trailing = re.search(r"(?: (?:de|du|des|la|van|der|of|en|et|and|und|&))+\Z", match["v"])
            yield match.start("v"), match.end("v") - (len(trailing.group()) if trailing else 0), 0.6


# 'Little Owls Nursery (company number 0834…)', 'Les Glycines (BE 0…)'.
NUMBERED = re.compile(
    r"(?P<v>[A-Z][\w'&.\-]{0,40}(?:[ \n](?:[A-Z][\w'&.\-]{0,40}|&|de|du|des|la|le|les|van|der|het|of|and|en|et|und)){0,5})(?:,| \(|,? (?:met|avec|with|mit)?)[ ]?(?i:(?:BCE|KBO|ZDU|BTW|TVA|VAT|ondernemingsn|num[eé]ro d'entreprise|company n|enterprise n|unternehmensn|UN )[^\d\n]{0,18}|BE[ \-]?)(?=[01o]?\d{3}[. ]?\d{3})"
)


def _beside_a_number(reading: Reading) -> Iterator[tuple[int, int, float]]:
    for match in matches(NUMBERED, reading, cased=True):
        said = match["v"].split()
        if is_a_clause([w.lower() for w in said]):
            continue
        first = next(
            (
                i
                for i, w in enumerate(said)
                if w.lower() not in NO_NAME and not (i == 0 and w.lower() in EVERYDAY)
            ),
            None,
        )
        if (
            first is None
            or any(c.isdigit() for c in match["v"])
            or NUMBER_WORD.search(match["v"].lower())
            or all(w.lower() in STAYS or w.lower() in ACCOUNT for w in said)
        ):
            continue
        if first == 1 and reading.plain[max(0, match.start("v") - 4) : match.start("v")].rstrip(" ")[
            -1:
        ] not in {"", ".", "!", "?", "\n"}:
            first = 0  # 'aan De Groene Kas (0834…)': inside a sentence the article is of the name
        start = match.start("v") + (match["v"].find(said[first]) if first else 0)
        yield _after_somebody(reading, start, match.end("v")), match.end("v"), 0.82


def _after_somebody(reading: Reading, start: int, end: int) -> int:
    """Where the firm begins in 'Filip Segers van Rombouts Bouw'."""
    for index in range(bisect_left(reading.starts, start) + 1, bisect_left(reading.starts, end) - 1):
        if reading.words[index] in OF and _parts_somebody(reading, index):
            return reading.starts[index + 1]
    return start


# 'Goethals & Co', 'Rombouts & Daughters', 'Blumen & Mehr': the second half is nobody's name.
COMPANY = re.compile(
    r"(?<![^\W_])(?P<v>(?:[A-Z][\w'\-]{1,40} ){0,2}[A-Z][\w'\-]{1,40} ?& ?(?P<and>[A-Z][\w'\-]{1,40}))(?![^\W_])"
)
OF_COMPANIES = frozenset("co cie ko zn zoon zonen fils sohn sohne son sons daughter daughters dochters dochter tochter partners partner partenaires associates associes broers bros freres".split())  # fmt: skip


def _and_company(reading: Reading) -> Iterator[tuple[int, int, float]]:
    for match in matches(COMPANY, reading, cased=True):
        half = match["and"].lower()
        is_word = half in words(reading.language) and half not in STAYS | NO_NAME
        is_name = family_strength(half) is not Strength.NONE or given_strength(half) is not Strength.NONE
        if half in OF_COMPANIES or (is_word and not is_name):
            yield *match.span("v"), 0.82


# « Chez Titi », „Zum Goldenen Löffel": a name in quotation marks with its capitals; no speech, which a colon leads in.
QUOTED = re.compile(
    r"(?<![:\w])[ \n(]\"[ ]?(?P<v>[A-Z][\w'\-]{1,30}(?: (?:[A-Z][\w'\-]{1,30}|de|la|le|du|des|van|der|den|het|the|of|zum|zur|am|im|en|et|and|und|&)){0,3} [A-Z][\w'\-]{1,30})[ ]?\"(?![\w?!])"
)


def _quoted(reading: Reading) -> Iterator[tuple[int, int, float]]:
    for match in matches(QUOTED, reading, cased=True):
        said = re.findall(r"[^\W\d_]+", match["v"].lower())
        if said[0] not in SAYING and not any(word in STAYS or word in SAYING for word in said):
            yield *match.span("v"), 0.6


# They begin what somebody says or writes, no name of a house.
SAYING = frozenset(
    """geachte beste dag hallo ja nee neen niet geen ik wij hij zij u je wat wie waarom hoe dank bedankt cher chere bonjour oui non pas je nous vous il elle on que qui pourquoi merci
    dear hello yes no not i we you he she what who why how thanks please sehr liebe lieber guten ja nein nicht kein ich wir sie er es was wer warum wie danke bitte dossier akte file artikel article""".split()
)


NUMBER_WORDS = re.compile(r"(?:number|numero|nummer|name|nom|naam|address|adresse)\Z")
NUMBER_WORD = re.compile(r"(?:unternehmensn|ondernemingsn|mwst|btw|tva|vat|kbo|bce)[^ ]*$")
ACCOUNT = frozenset(
    {
        "iban",
        "rekening",
        "konto",
        "compte",
        "account",
        "btw",
        "tva",
        "vat",
        "nr",
        "kbo",
        "bce",
        "ondernemingsnummer",
        "unternehmensnummer",
        "bic",
    }
)


def _index_at(reading: Reading, at: int) -> int | None:
    index = bisect_left(reading.starts, at)
    near = index < len(reading.starts) and reading.starts[index] - at <= 2
    return index if near else None


def _is_shouted(reading: Reading, index: int) -> bool:
    around = reading.cased[max(0, reading.starts[index] - 30) : reading.ends[index]]
    return around.isupper()


def _is_address(reading: Reading, last: int) -> bool:
    """'Kanzlei Bergstraße 254' is an office in a street."""
    numbered = re.match(r",? \d{1,4}(?!\d)", reading.plain[reading.ends[last] : reading.ends[last] + 7])
    return numbered is not None and street_strength(reading.words[last]) == "strong"


def _is_stayer(reading: Reading, first: int, last: int) -> bool:
    return all(word in STAYS or word in NO_NAME for word in reading.words[first : last + 1])


def _chain_end(reading: Reading, first: int) -> int:
    """The last word of a name that begins at `first`; `first - 1` when no name begins there."""
    last = first - 1
    shouting = first < len(reading.words) and _is_shouted(reading, first)
    for follower in range(first, min(len(reading.words), first + LONGEST)):
        gap = reading.plain[reading.ends[follower - 1] : reading.starts[follower]] if follower else " "
        word = reading.words[follower]
        if _breaks_off(reading, follower, first, gap):
            break
        if word in LEGAL_FORMS:
            return follower if last >= first else last
        if word in AFTER_TYPE and last < first:
            continue
        if follower == first and word == "chez" and reading.is_capital(follower):
            continue  # 'friterie Chez Momo'
        if follower == first and word in ARTICLES and reading.is_capital(follower) and not shouting:
            continue  # 'VoG Die Schwalben'
        joined = gap in {"'", "'-"} and last == follower - 1
        if shouting and word in words(reading.language):
            break
        if (
            (reading.is_capital(follower) or joined)
            and word not in NO_NAME
            and not (shouting and word in EVERYDAY)
        ):
            last = follower
        elif word not in INSIDE:
            break
    return last


def _breaks_off(reading: Reading, follower: int, first: int, gap: str) -> bool:
    """Whether the word cannot be of the name that begins at `first` and goes as far as the word before."""
    before = reading.words[follower - 1] if follower else ""
    opens = gap.strip() in {'"', ":", "'", ""} and not _ends_line(reading, follower)
    wrapped = gap == "\n" and before in INSIDE
    if gap not in GAPS and not (opens if follower == first else wrapped):
        return True
    if gap == ". " and len(before) > 3:
        return True
    # 'ging bei VoG Die Schwalben zur Schule'
    after = reading.words[follower + 1] if follower + 1 < len(reading.words) else ""
    return reading.words[follower] in {"zur", "zum"} and is_type(after)


def _ends_line(reading: Reading, follower: int) -> bool:
    """Whether the word begins another line, which is another thing: a label, the next entry of a form."""
    gap = reading.plain[reading.ends[follower - 1] : reading.starts[follower]] if follower else ""
    if "\n" not in gap:
        return False
    after = reading.plain[reading.ends[follower] : reading.ends[follower] + 30].split("\n")[0]
    return gap.count("\n") > 1 or ":" in after or after.startswith(".")


ARTICLES = frozenset("de het le la les the die der das den ons onze notre our".split())


OF = frozenset("of van von de at bei bij chez from und and et en".split())


def _parts_somebody(reading: Reading, index: int) -> bool:
    """A word between who somebody is and the firm: 'John Smith and Haverals Ltd', but 'James Smith and Sons'."""
    if reading.words[index] in {"und", "and", "et", "en"}:
        before = reading.words[index - 2] if index > 1 else ""
        if given_strength(before) is not Strength.SURE or reading.words[index + 1] in OF_COMPANIES:
            return False
    return _is_somebody(reading, index - 1)


def _is_somebody(reading: Reading, index: int) -> bool:
    """A family name that is no word, or one after a given name: who stands before 'of' is a person, no firm."""
    word = reading.words[index]
    if not reading.is_capital(index) or family_strength(word) is Strength.NONE:
        return False
    if word not in words(reading.language):
        return True
    before = reading.words[index - 1] if index else ""
    known = before in HARDLY_WORDS or before not in words(reading.language)
    return given_strength(before) is Strength.SURE and known and reading.is_capital(index - 1)


def _chain_start(reading: Reading, index: int) -> int:
    """The first word of a name that ends at `index`, over capitals and the small words between them."""
    first = index
    shouting = _is_shouted(reading, index)
    for previous in range(index - 1, max(-1, index - LONGEST), -1):
        gap = reading.plain[reading.ends[previous] : reading.starts[previous + 1]]
        word = reading.words[previous]
        is_saint = word in SAINTS  # "St. Brendan's Hospice vzw"
        if gap not in GAPS | {" ("} or (gap == ". " and previous < index - 1 and not is_saint):
            break
        if gap == " (" and not reading.plain.startswith((")", ".)"), reading.ends[index]):
            break  # 'die Bank (VoG Orange)'
        if word in OF and previous and _parts_somebody(reading, previous):
            break  # 'Luís da Silva of Rombouts Roofing'
        if word in NO_NAME or (shouting and word in EVERYDAY):
            break
        if reading.is_capital(previous) or word in TYPES:
            first = previous
        elif word not in INSIDE:
            break
    while (
        first < index and not reading.is_capital(first) and reading.words[first] not in {"t", "s", "d", "l"}
    ):
        first += 1
    if 0 < first < index and reading.words[first - 1] in ARTICLES and reading.is_capital(first - 1):
        gap = reading.plain[reading.ends[first - 1] : reading.starts[first]]
        return first - 1 if gap in {" ", "'"} and not shouting else first  # 'Le Petit Prince asbl'
    return first
