"""Towns, their parts, cities and countries: alone a place, after a postcode part of an address."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ombuds.deidentification.engine.address_lines import after_town, before_postcode
from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.lexicons import loading
from ombuds.deidentification.engine.organisation_words import STAYS
from ombuds.deidentification.engine.reading import WORD, Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import LEXICON, PATTERN, Kind, Span
from ombuds.deidentification.engine.town_words import AMBIGUOUS, CUES, NEVER, THINGS, WHOLE_COUNTRY
from ombuds.deidentification.engine.words import MONTHS

DATA = Path(__file__).parent / "data"
Names = dict[str, list[tuple[str, ...]]]
MONTH_WORDS = frozenset(plain(m) for months in MONTHS.values() for m in months)
# B-1050 Elsene, 1050 Elsene, L-1234, 59000 Lille, 1012 AB Amsterdam; a scanner reads 1 as l and 0 as O.
POSTCODE = re.compile(
    r"[0-9lobfdn](?<![\w,./].)(?<!\d-.)(?:(?<=[bfdln])[ \-–]{1,2}\d{4,5}|(?<=l)-\d{4}|[0-9o]{3,4}(?:\s[a-z]{2}(?=\s))?)(?![^\W_]|[.,/]\d)"
)
BRITISH = re.compile(r"[A-Z](?<![^\W_].)[A-Z]?\d[A-Z\d]? \d[A-Z]{2}(?!\w)")
NEXT = re.compile(r"[ \t]{1,3}(?P<n>[A-Z][^\W\d_]*[10]?[^\W\d_]+(?:[\-'][^\W\d_]+)*(?:[ ](?:[A-Z][^\W\d_]*(?:[\-'][^\W\d_]+)*|de|den|ten|sur|la|le|lez|aan|am|an|der|op))*)(?:[ ](?:[1-9]\d?|cedex)(?!\w))?(?![^\W_])")  # fmt: skip
ADDRESS_LABEL = re.compile(r"(?:adresse|anschrift|adres|address|kantoor|cabinet|office|kanzlei)\s")
SMALL = frozenset("de den ten sur la le lez aan am an der op".split())


@cache
def names() -> tuple[Names, frozenset[str]]:
    """Town names by their first word, longest first; and the postcodes of Belgium."""
    found: dict[str, set[tuple[str, ...]]] = {}
    postcodes: set[str] = set()
    for line in (DATA / "towns.csv").read_text(encoding="utf-8").splitlines():
        listed, _, codes = line.partition(";")
        postcodes.update(codes.split())
        _add(found, listed.split("|"))
    for line in (DATA / "more_places.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _add(found, line.split(";"))
    ordered = {first: sorted(forms, key=len, reverse=True) for first, forms in found.items()}
    return ordered, frozenset(postcodes)


def _add(found: dict[str, set[tuple[str, ...]]], listed: list[str]) -> None:
    for name in listed:
        words = tuple(WORD.findall(plain(name)))
        if words and " ".join(words) not in NEVER:
            found.setdefault(words[0], set()).add(words)
            if words[0] in {"sint", "saint", "sainte"} and len(words) > 1:
                short = {"sint": "st", "saint": "st", "sainte": "ste"}[words[0]]
                found.setdefault(short, set()).add((short, *words[1:]))


def towns(reading: Reading) -> Iterator[Span]:
    yield from _after_postcode(reading)
    known, _ = names()
    for first in known.keys() & reading.places.keys():
        for index in reading.places[first]:
            count = _words_at(reading, index, known[first])
            if count and (confidence := _confidence(reading, index, count)):
                yield _place(reading, reading.starts[index], reading.ends[index + count - 1], confidence)
    yield from _contracted(reading)
    yield from _dated(reading)
    yield from _headed(reading)
    yield from _unlisted(reading)


# French melts the article of a town into the word before it: Le Roeulx, 'au Roeulx'; Les Bons Villers, 'aux Bons-Villers'. Others mask it too, but
# fiction has to know that it is a town.
MELTED = {"au": "le", "du": "le", "aux": "les", "des": "les"}


def _contracted(reading: Reading) -> Iterator[Span]:
    known, _ = names()
    for index in reading.at(MELTED.keys() & reading.places.keys()):
        if index + 1 == len(reading.words) or not reading.is_capital(index + 1):
            continue
        article = MELTED[reading.words[index]]
        for form in known.get(article, ()):
            rest = form[1:]
            last = index + len(rest)
            if rest and tuple(reading.words[index + 1 : last + 1]) == rest:
                yield _place(reading, reading.starts[index + 1], reading.ends[last], 0.85)
                break


def _place(reading: Reading, start: int, end: int, confidence: float) -> Span:
    entity = f"place:{reading.plain[start:end]}"
    return reading.span(
        start,
        end,
        Kind.PLACE,
        confidence,
        source=LEXICON,
        entity=entity,
        part="town",
        reason="The name of a place",
    )


def _words_at(reading: Reading, index: int, forms: list[tuple[str, ...]]) -> int:
    """How many words of the text at `index` are one of these names; 0 for none."""
    for form in forms:
        if tuple(reading.words[index : index + len(form)]) == form:
            last = index + len(form) - 1
            between = reading.plain[reading.starts[index] : reading.ends[last]]
            if not re.search(r"[^\w\s\-'./’]|\n\s*\n", between):
                return len(form)
    return 0


def _confidence(reading: Reading, index: int, count: int) -> float:
    words = reading.words[index : index + count]
    name = " ".join(words)
    cued = index > 0 and reading.words[index - 1] in CUES and _is_close(reading, index)
    capital = reading.is_capital(index)
    if name in WHOLE_COUNTRY and not capital:
        return 0.0
    if name in AMBIGUOUS and not (name == "brussels" and reading.language == "en"):
        # 'Halle' is a town in 'te Halle', a hall in 'Diese Halle'; with a postcode it is found apart.
        opens = index == 0 or reading.plain[
            max(0, reading.starts[index] - 2) : reading.starts[index]
        ].strip() in {".", "!", "?"}
        return 0.7 if capital and cued and not opens else 0.0
    if not capital and name in THINGS:
        at = reading.starts[index]
        return 0.7 if HOME.search(reading.plain, max(0, at - 30), at) else 0.0
    typed_small = (
        not capital
        and cued
        and reading.plain[reading.starts[index] - 30 : reading.starts[index]]
        == reading.cased[reading.starts[index] - 30 : reading.starts[index]]
    )
    if typed_small and index > 1 and reading.words[index - 2] not in {"gaat", "ga"}:
        return 0.7
    if capital or (count > 1 and name not in AMBIGUOUS):
        return 0.85
    return 0.7 if (cued or len(name) > 6) and name not in AMBIGUOUS else 0.0


# Somebody is at home there, whatever the word is.
HOME = re.compile(
    r"(?<![^\W_])(?:habit\w+|vis|vit|vivons|vivait|reside|residant|domiciliee?|demeurant|commune|ville|gare|quartier|woon\w*|wonen|gemeente|stad|station|wohn\w+|gemeinde|stadt|bahnhof|lives?|living|town|village|dorp|dorf) (?:a |in |te |de |d'|of |von |bij )?\Z"
)


def _is_close(reading: Reading, index: int) -> bool:
    return reading.starts[index] - reading.ends[index - 1] <= 2


def _after_postcode(reading: Reading) -> Iterator[Span]:
    known, postcodes = names()
    for match in matches(POSTCODE, reading):
        code = re.sub(r"\D", "", match.group().replace("o", "0").replace("l", "1") if match.group()[0].isdigit() else match.group())  # fmt: skip
        prefixed = match.group()[0] in "bfdn" or match.group()[1:2] == "-"
        dutch = _is_dutch(reading, *match.span())
        after_code = match.end()
        if not dutch and re.search(r" [a-z]{2}$", match.group()):
            after_code -= 3  # 'born in 1946 in Bukavu', '7100 La Louvière'
        end = _town_end(reading, after_code, known)
        real = code in postcodes or prefixed or dutch or len(code) == 5
        if end and real and not _is_year(reading, match.start(), code, end):
            start = _line_start(reading, match.start())
            follows = after_town(reading, end) if start == match.start() else None
            yield _address(reading, start, follows or end, 0.9)
        elif prefixed and code and match.group()[0] == "b" and len(code) == 4:
            yield _address(reading, match.start(), match.end(), 0.8)
    for match in matches(BRITISH, reading, cased=True):
        yield _address(reading, match.start(), match.end(), 0.8)


def _is_dutch(reading: Reading, start: int, end: int) -> bool:
    """'1012 AB', unless all around is in capitals: '2022 HE LOST'."""
    shouted = reading.cased[max(0, start - 12) : end + 12].isupper()
    return not shouted and re.search(r"\d{4} [A-Z]{2}$", reading.cased[start:end]) is not None


def _line_start(reading: Reading, start: int) -> int:
    """What stands before a postcode is its street, whatever it is called: 'Meir 50, '."""
    first = before_postcode(reading, start)
    if first is None:
        return start
    label = ADDRESS_LABEL.search(reading.plain, first, start)
    return label.end() if label else first


def _address(reading: Reading, start: int, end: int, confidence: float) -> Span:
    return reading.span(
        start, end, Kind.ADDRESS, confidence, source=PATTERN, part="postcode", reason="A postcode and a town"
    )


def _town_end(reading: Reading, at: int, known: Names) -> int | None:
    """Where the town after a postcode ends: a known one in any case, or words with a capital."""
    word = WORD.match(reading.plain, at + len(re.match(r"[ \t\n]{0,3}", reading.plain[at : at + 3]).group()))  # type: ignore[union-attr]  # it matches nothing at least
    if word is not None:
        for form in known.get(word.group(), ()):
            pattern = r"[ \-'.]{1,2}".join(map(re.escape, form))
            match = re.compile(rf"{pattern}(?![^\W_])").match(reading.plain, word.start())
            if match:
                return match.end()
    match = NEXT.match(reading.cased, at)
    if match is None:
        small = word is not None and word.group() in {
            "brussels",
            "antwerp",
            "ghent",
            "bruges",
            "liege",
            "ostend",
        }
        return word.end() if small and word is not None else None
    name = match["n"]
    while name and name.rsplit(" ", 1)[-1].lower() in SMALL and " " in name:
        name = name.rsplit(" ", 1)[0]
    return match.start("n") + len(name) if len(name) > 2 and not _is_calendar(name) else None


def _is_calendar(name: str) -> bool:
    return name.split(" ")[0].lower() in MONTH_WORDS or name.lower() in NEVER


def _is_year(reading: Reading, start: int, code: str, end: int) -> bool:
    """'in maart 2020 Brussel' is a year; 'in 2020 Antwerpen' too; a comma before makes it a postcode."""
    if not re.fullmatch(r"19[5-9]\d|20[0-4]\d", code):
        return False
    before = reading.plain[max(0, start - 14) : start].rstrip()
    if re.search(r"\d[a-h]? (?:in|te|a|at)$", before):
        return False  # 'Kerkstraat 16 bus 6 in 2000 Antwerpen'
    if re.search(r"[a-z]\.? \d{1,2}(?:st|nd|rd|th)?$", before) and not MONTH_WORDS.isdisjoint(before.split()):
        return True  # 'February 23 1980', and a tab behind it
    last = before.rsplit(" ", 1)[-1].rsplit("\n", 1)[-1]
    return last in MONTH_WORDS or last in {"in", "en", "sinds", "depuis", "seit", "since", "van", "jaar", "annee", "jahr"} or re.search(r"\d[./\-]$", before) is not None  # fmt: skip


# 'te Vlissegem', 'né à Rodt': a capital after such a word is a place, on the list or not.
UNLISTED = re.compile(
    r"(?<![^\W_])(?:te|nabij|wonende te|wonende in|woont in|woon in|afkomstig uit|geboren (?:te|in)|[Nn][ée]{1,2}(?:\(e\))? à|[Nn]ee? a|habite à|habite a|domicilié[e]? à|domiciliee? a|demeurant à|demeurant a|résidant à|residant a|born in|lives in|living in|residing in|leeft in|lebt in|lebte in|vit à|vivait à|vécu à|lived in|stammt aus|comes from|vient de|komt uit|natif de|native de|originaire de|gebürtig aus|wohnhaft in|wohne in|wohnt in) (?P<n>[A-Z][^\W\d_]{2,}(?:-[^\W\d_]+)*)(?![^\W_])"
)


# 'au lieu-dit Fond des Vaux', 'overstroomd door de Herk', 'an der Haltestelle Bushof': a name after a word for a spot.
AROUND_HERE = re.compile(
    r"(?<![^\W_])(?:lieu-?dit|lieux-dits|plaatselijk genaamd|ter plaatse(?: genaamd)?|Flurname|[Gg]ehucht|[Hh]ameau|[Ww]eiler|[Hh]amlet(?: of)?|[Rr]uisseau|[Rr]ivi[eè]re|[Rr]ivier|[Bb]eek|[Oo]verstroomd door|[Oo]verstroming van|[Cc]rue|d[eé]bordement|[Dd]ebordement|[Ff]looded by|[Rr]iver|[Ff]luss|[Bb]ach|[Hh]altestelle|[Bb]ushaltestelle|[Bb]ushalte|[Tt]ramhalte|[Hh]alte|[Aa]rr[eê]t|[Bb]us stop|[Tt]ram stop|[Mm]étro|[Mm]etrostation|[Mm]etro station) (?:de la |de l'|de |du |des |d'|le |la |les |het |the |der |die |van de |van |am |an der )?[\"«“„]?(?P<n>[A-Z][\w\-']+(?: (?:de |du |des |la |d'|van |der )*[A-Z][\w\-']+){0,3})(?![^\W_])"
)
# 'uit Gellik', 'In Ohain a household': less sure, so only when the word is in no dictionary.
LIKELY = re.compile(
    r"(?<![^\W_])(?:[Uu]it|[Ii]n|[Àà]|[Ff]rom|[Nn]ear|[Bb]ij|[Aa]us|[Nn]ach|[Dd]e|[Vv]ers) (?P<n>[A-Z][^\W\d_]{3,}(?:-[^\W\d_]+)*)(?= (?:lebt|lebte|leben|lebten|wohnt|wohnen|wohnte|arbeitet|lives|woonde|wonen|habitait|is|was|woont|wohnt|lives|habite|a|een|un|une|ein|eine|betaalt|paie|pays|zahlt|de|het|la|le|the|der|die|das|stond|werd|kreeg|kregen|ist|hat|op|op|le|on|am|que|dat|that|dass|losgefahren|vertrokken|geboren|nee?|born|received|reçu|ont)(?![^\W_])|[,.;)\n]|\Z)"
)


# 'Essen, 29 juni 2021', 'Ans, le 05/03/2020' at the head of a letter.
DATED = re.compile(
    r"^[ \t]*(?P<n>[^\W\d_][^\W\d_]+(?:[ \-'][^\W\d_]+){0,4}),? (?:(?:le|den|de|op|on|the|am|dd\.?) )?(?:(?:[Mm]aandag|[Dd]insdag|[Ww]oensdag|[Dd]onderdag|[Vv]rijdag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|Montag|Dienstag|Mittwoch|Donnerstag|Freitag),? (?:den )?)?\d{1,2}(?:er|st|nd|rd|th|\.)? ?(?:[./\-] ?\d{1,2} ?[./\-] ?\d{2,4}|[^\W\d_]{3,9}\.? (?:\d{4}|'\d\d))[ \t]*$",
    re.MULTILINE,
)
# 'Celles, le printemps 2024', 'Recht, Pfingstmontag 2023', 'Celles, le 8 janvier', 'Balen, 2020-09-18'.
HEADED = re.compile(
    r"^[^\w\n]{0,6}(?P<n>[^\W\d_][^\W\d_]+(?:[ \-'][^\W\d_]+){0,4}), (?P<when>[^\n]{4,34}?)\.?[ \t]*$",
    re.MULTILINE,
)
CALENDAR = re.compile(
    r"(?<![^\W_])(?:printemps|ete|automne|hiver|lente|voorjaar|zomer|herfst|najaar|winter|fruhling|fruhjahr|sommer|herbst|spring|summer|autumn|paques|pasen|easter|ostern|pentecote|pinkster\w*|pfingst\w*|noel|kerst\w*|christmas|weihnacht\w*|toussaint|allerheiligen|sinterklaas|nikolaus|"
    r"whit|monday|maandag|lundi|montag|ascension|hemelvaart|himmelfahrt|carnaval|karneval|nouvel an|nieuwjaar|neujahr|new year|"
    + "|".join(sorted(MONTH_WORDS))
    + r")(?![^\W_])|^(?:le |den |de |op |on |the )?(?:\d{1,2} ?[./\-] ?\d{1,2}(?: ?[./\-] ?\d{2,4})?|(?:19|20)\d\d-\d\d-\d\d)$"
)
# 'Gemeente: Izegem', 'Localité : Liège'.
LABELLED = re.compile(
    r"^[^\w\n]{0,6}(?:\d{1,2}[.)] ?)?(?:woon|geboorte|verblijf|werk)?(?:gemeente|plaats|stad|dorp|woonplaats|localite|ville|commune|village|lieu(?: de naissance| de residence)?|town|city|place(?: of birth)?|village|wohnort|geburtsort|ort|gemeinde|stadt)[ .]{0,20}: {0,3}(?P<n>[^\n,;:()\d]{2,40}?)[ \t]*$",
    re.MULTILINE,
)
NO_HEAD = frozenset(
    "date datum call tel appel anruf betreft objet betreff re gedaan fait done opgemaakt etabli pour vom dated ontvangen recu received geboren born ne nee envoye verzonden sent gesendet brief lettre letter uw ons votre notre your our dd le op am du van de d.d on the since sinds depuis seit tot until bis vanaf from ab".split()
)


def _dated(reading: Reading) -> Iterator[Span]:
    for match in matches(DATED, reading, cased=True):
        said = match["n"].lower().split()
        short = len(said) <= 4 and not any(w in NO_HEAD or w in MONTH_WORDS for w in said)
        known = said[0].split("-")[0].split("'")[0] in names()[0]
        if short and (known or match["n"][0].isupper()) and not (match["n"].isupper() and not known):
            yield _place(reading, *match.span("n"), 0.75)


def _headed(reading: Reading) -> Iterator[Span]:
    """A known town before a day told in words, and whatever stands after a label for a place."""
    for match in matches(HEADED, reading):
        words = WORD.findall(match["n"])
        listed = any(tuple(words) == form for form in names()[0].get(words[0], ()))
        if listed and CALENDAR.search(match["when"]) and len(match["when"].split()) < 6:
            yield _place(reading, *match.span("n"), 0.75)
    for match in matches(LABELLED, reading):
        words = WORD.findall(match["n"])
        if words and len(words) < 5 and not any(w in NO_PLACE for w in words):
            yield _place(reading, *match.span("n"), 0.7)


NO_PLACE = frozenset(
    "gemeente commune ville stad stadt gemeinde dienst service de het la le l onbekend inconnu inconnue unbekannt unknown geen aucune none keine zie voir siehe see idem id".split()
) - {"de", "het", "la", "le", "l"}


def _unlisted(reading: Reading) -> Iterator[Span]:
    for match in matches(LIKELY, reading, cased=True):
        word = match["n"].lower()
        prefixed = match.group()[:2].lower() not in {"de", "bi", "na", "ve"}
        if prefixed and _is_no_word(word) and not match["n"].isupper() and word not in STAYS:
            yield _place(reading, *match.span("n"), 0.6)
    for match in matches(AROUND_HERE, reading, cased=True):
        word = match["n"].lower()
        if not match["n"].isupper() and word not in NEVER and word not in MONTH_WORDS:
            yield _place(reading, *match.span("n"), 0.65)
    for match in matches(UNLISTED, reading, cased=True):
        name = match["n"]
        if not name.isupper() and name.lower() not in MONTH_WORDS and name.lower() not in NEVER:
            yield _place(reading, *match.span("n"), 0.7)


def _is_no_word(word: str) -> bool:
    """No dictionary of ours has it, and it is not somebody's first name."""
    if any(word in loading.words(language) for language in ("nl", "fr", "en", "de")):
        return False
    return word not in MONTH_WORDS and word not in loading.given_names() and word not in NEVER
