"""File numbers, roll numbers of courts, customer and meter numbers: after a word that announces them, or by their form."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.lexicons.loading import common_words, words
from ombuds.deidentification.engine.patterns.loose_references import NOBODYS
from ombuds.deidentification.engine.patterns.reference_forms import is_reference
from ombuds.deidentification.engine.patterns.reference_words import COURT_WORDS, STRONG_WORDS, WEAK_WORDS
from ombuds.deidentification.engine.patterns.rules import END, LINK, START, digits_of
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

PIECE = r"[a-z0-9]{1,20}(?:[./\-_–:+#|\\][a-z0-9]{1,20}){0,10}(?:\*\*)?"
# A number of several groups with single spaces: FIN 44 8812 B.
VALUE = rf"(?P<v>(?:(?!gsm|tel|fax|btw|tva|vat|iban|van|vom|of|du|de|dd|le|la|op|am|on|role|rolle|plate|form|und|and)[a-z]{{1,6}} )?(?=[a-z./\-]{{0,14}}\d){PIECE}(?: (?:\d{{1,6}}|(?=[a-z./\-]{{0,3}}\d){PIECE})(?![^\W_])){{0,5}}(?: [a-z](?![^\W_]|['.]))?)"
OF_WHOM = r"(?:[. ]{1,2}(?:(?:van|de|der|des|of|du|d'|l'|la|het|the|ons|uw|onze|notre|votre|our|your|unser|ihr) ?){0,2}(?:dienst|service|behorde|administration|administratie|verwaltung|office|kantoor|departement|department|amt|gemeente|commune|body))?"
NAMED = re.compile(rf"(?:\s?/\s?[a-z]{{3,14}})?{OF_WHOM}{LINK}{VALUE}(?![^\W_])")
COMPOSED = re.compile(
    r"(?:nummer|nr|numer|zeichen|kenmerk|referentie|reference|referenz)$|^(?:refnr|dosnr|klantnr|dossiernr|zaaknr)"
)
STRUCTURED = re.compile(
    r"(?:\+\+\+|\*\*\*|/)?\s?(?<![\d/+*])[0-9](?<!\w.)\d{2}\s?/\s?\d{4}\s?/\s?\d{5}(?!\d)\s?(?:\+\+\+|\*\*\*)?"
)
PLUS = re.compile(r"(?:\+\+\+|\*\*\*)\s?\d{3}\s?/?\s?\d{4}\s?/?\s?\d{5}\s?(?:\+\+\+|\*\*\*)")
RUN = re.compile(
    rf"[0-9]{START}\d{{2,5}}(?: \d{{2,6}}){{3,8}}{END}(?!\s?(?:€|eur|[.,]\d))|[0-9]{START}\d{{6,40}}{END}"
)
DIGITS = re.compile(r"[0-9]+")
BACK = re.compile(r"[a-z0-9](?:[a-z0-9./_\-–:]{0,40})\Z")
FORWARD = re.compile(r"[a-z0-9./_\-–:]{0,60}")
LABELS = frozenset(
    {
        "RRN",
        "IP",
        "RN",
        "NN",
        "NR",
        "GSM",
        "VAT",
        "BTW",
        "MWST",
        "UST",
        "BCE",
        "ZDU",
        "TVA",
        "TEL",
        "LE",
        "EST",
        "IBAN",
        "BIS",
        "PV",
        "EAN",
        "REF",
        "AR",
        "RG",
        "KBO",
        "NRN",
        "NISS",
        "INSZ",
        "DE",
        "OF",
    }
)
# 'fo 2018-5565' typed without capitals.
SMALL_BEFORE = re.compile(r"(?<![^\W_])[a-z]{2,4} \Z")
COPULAS = frozenset({"IS", "EST", "IST", "WAS", "WAR"})
LETTERS_BEFORE = re.compile(r"(?<![^\W_])(?!EU|EG|CE|EC|NR|ART|BTW|TVA|IN|OP|DE)[A-Z]{2,4} \Z")
ROLL = re.compile(
    r"[arg](?<![^\W_].)\.?\s?[rga/]{1,2}\.?(?![a-z])\s?(?:n[°ro]\.?|nr\.?|no\.?)?\s?[:.]?\s?(?P<v>\d{1,4}[./](?:[a-z]{1,4}[./])?\d{1,7}(?:[/.\-][a-z0-9\-]{1,10}){0,3})(?![^\W_])"
)


# 'afdeling 2, sectie B, nr. 45C': a parcel in the land register.
PARCEL = re.compile(
    r"(?<![^\W_])(?:(?:\d{1,2}(?:e|de|ste|eme|re)? ?)?(?:afdeling|afd\.?|division|div\.?|gemarkung) ?\d{0,2},? ?)?(?:sectie|section|flur) [a-z],? (?:(?:perceel|parcelle|parzelle)?(?:nummer|numero)? ?(?:nr\.?|n°|no\.?)? ?)\d{1,4} ?[a-z]?\d{0,2}(?![^\W_])"
)


# 'CD 123 456 789 BE', 'N° SP 7.654.321', 'badge K-2291'.
# 'ECLI:BE:GHGNT:2023:ARR.20230405.2': a published decision of this country leads to its case; what Luxembourg and Strasbourg decided is law.
ECLI = re.compile(
    r"ecli ?: ?(?!eu|ce)[a-z]{2} ?: ?[a-z]{2,10} ?: ?\d{4} ?: ?[a-z0-9](?:[.\-]?[a-z0-9]){2,28}"
)
# 'OB 2024 1182': letters, a year and a number apart.
APART = re.compile(
    r"(?<![^\W_])(?!(?:EU|EG|CE|EC|NR|ART|IN|OP|DE|EN|ET|AN|AU|LE|LA|ON|OF|IM|AM|AB|BY|TO|VAN|UND|AND|DEN|DU|VOM|SIND|EUR|MEI|MAI|MAY)[ \n])[A-Z]{2,4}[ \n](?:19|20)\d\d[ \n]\d{3,6}(?![^\W_]|[.,]\d| ?(?:€|%|EUR|eur))"
)
# However its figures are grouped, also over the end of a line.
POSTAL = re.compile(
    r"(?<![^\W_])(?!OP|OM|AU|OF|ON|OR|TO|AN|AM|UM)(?:[A-Z]{2}|[rcel][a-dx](?= ?\d))(?:[ .\-]?\n? ?\d){8,10}[ \n]{0,2}(?:BE|FR|NL|DE|LU|GB|IE|IT|ES|PT|PL|CH|AT|CZ|RO|BG|HU|HR|GR|TR|MA|SE|DK|FI|NO|US|CA|CN|HK|JP|CG|CD|be|fr|nl|gb|lu)(?![^\W_])"
)
# '13.810.20', '2291.448.17'; a telephone and an amount have their own finders.
GROUPED = re.compile(
    r"(?<![\d.,/\-+])(?<!€ )\d{1,7}(?<!\b0)\.\d{3,7}\.\d{2}(?![^\W_]|[.,/\-]\d| \d(?!\d)|\s?(?:€|eur))"
)
# The 18 figures of a meter in Belgium, in whatever groups, also over the end of a line.
METER = re.compile(r"5[ .\-]?(?<!\w.)(?<!\w..)4(?:[ .\-]{0,2}\n? ?\d){16}(?!\d|[.,]\d)")
EAN = re.compile(
    r"(?<![^\W_])ean[ \-]?(?:code|nummer|numero|number|nr|no|n°)?[ .:=(\n]{0,4}(?:is |est |ist )?(?P<v>\d(?:[ .\-/]{0,2}\n? ?\d){11,18})(?!\d)"
)
NUMBERED = re.compile(
    r"(?:(?<![^\W_])(?:N°|[Nn]o\.?|[Nn]r\.?|[Nn]um[eé]ro|[Nn]ummer) (?:(?:van|de|of) )?(?P<v>[A-Z]{1,4} ?\d[\d.]{4,12}\d))(?![^\W_])"
)
BADGE = re.compile(
    r"(?<![^\W_])(?:badge|matricule|matrikel|stamnummer|personeelsnummer|dienstnummer|insigne|dienstausweis)(?:nummer|number)?(?: (?:nr\.?|no\.?|n°))?[ :]{1,2}(?P<v>[a-z]{0,3}[\-./ ]?\d{2,8})(?![^\W_])"
)


def references(reading: Reading) -> Iterator[Span]:
    yield from _announced(reading)
    yield from _rolls(reading)
    for match in matches(ECLI, reading) if "ecli" in reading.plain else ():
        yield reference_span(
            reading, *match.span(), 0.95, "The form of a roll number of a court", Kind.COURT_NUMBER
        )
    for match in matches(APART, reading, cased=True):
        yield reference_span(reading, *match.span(), 0.65, "The form of a file number")
    for match in matches(PARCEL, reading):
        yield reference_span(reading, *match.span(), 0.85, "A parcel in the land register")
    yield from _of_posts_and_badges(reading)
    for pattern in (PLUS, STRUCTURED):
        for match in matches(pattern, reading):
            yield reference_span(reading, *match.span(), 0.95, "The form of a structured communication")
    for match in matches(RUN, reading):
        if len(digits_of(match.group())) >= 7 and not _is_counted(reading, match.end()):
            spaced = " " in match.group()
            if not spaced or len(digits_of(match.group())) >= 12:
                yield reference_span(reading, *match.span(), 0.7, "A long number")
    yield from _by_form(reading)


def _of_posts_and_badges(reading: Reading) -> Iterator[Span]:
    for match in matches(POSTAL, reading, cased=True):
        yield reference_span(reading, *match.span(), 0.8, "The form of a number of a parcel in the post")
    for match in matches(GROUPED, reading):
        yield reference_span(reading, *match.span(), 0.65, "The form of a file number")
    yield from _of_meters(reading)
    for match in matches(NUMBERED, reading, cased=True):
        yield reference_span(reading, *match.span("v"), 0.75, "A number after a word for a file")
    for match in matches(BADGE, reading):
        yield reference_span(reading, *match.span("v"), 0.75, "A number after a word for a file")


def _of_meters(reading: Reading) -> Iterator[Span]:
    for match in matches(METER, reading):
        yield reference_span(reading, *match.span(), 0.9, "The form of a file number")
    for match in matches(EAN, reading) if "ean" in reading.plain else ():
        yield reference_span(reading, *match.span("v"), 0.9, "A number after a word for a file")


def reference_span(
    reading: Reading, start: int, end: int, confidence: float, reason: str, kind: Kind = Kind.REFERENCE
) -> Span:
    key = "".join(c for c in reading.plain[start:end] if c.isalnum())
    start -= reading.plain[start - 1 : start] == "#"
    return reading.span(start, end, kind, confidence, entity=f"{kind}:{key}", reason=reason)


def _announced(reading: Reading) -> Iterator[Span]:
    for word, indexes in reading.places.items():
        court = word in COURT_WORDS
        strong = court or word in STRONG_WORDS or (len(word) > 5 and COMPOSED.search(word) is not None)
        if not strong and word not in WEAK_WORDS:
            continue
        for index in indexes:
            match = NAMED.match(reading.plain, reading.ends[index])
            if not match:
                continue
            start = match.start("v")
            if word not in NUMBER_WORDS:  # 'Nr. RG 24/118/A'
                start += _words_before(reading.cased[start : match.end("v")])
            end = _with_letters_between(reading, match.end("v"))
            if _fits(reading.plain[start:end], strong):
                kind = Kind.COURT_NUMBER if court else Kind.REFERENCE
                confidence = 0.9 if strong else 0.75
                yield reference_span(
                    reading, start, end, confidence, "A number after a word for a file", kind
                )


NUMBER_WORDS = frozenset({"nr", "n", "no"})


def _with_letters_between(reading: Reading, end: int) -> int:
    """'24 WAR 0119', 'VL 24 B 118': a group of capitals inside the number."""
    more = LETTERS_BETWEEN.match(reading.cased, end)
    return more.end() if more and (more["p"] or "").lower() not in NOBODYS else end


LETTERS_BETWEEN = re.compile(
    r"(?: (?P<p>[A-Z]{1,4})|(?<=[ \d][A-Z])) \d{2,6}(?![\w/]|[.,\-:]\d| ?(?:€|%|eur|EUR))"
)
DAY = re.compile(
    r"\d{1,2}[./\-]\d{1,2}[./\-]\d{2,4}$|(?:19|20)\d\d[./\-]\d{1,2}[./\-]\d{1,2}$|\d{1,2}[:uh.]\d{2}$|(?:19|20)\d\d(?:[\-/](?:19|20)?\d\d)?$"
)


def _words_before(cased: str) -> int:
    """How long the words are that stand before the number and are no part of it: 'est 2020/OMB', 'RRN 68…'."""
    letters, space, _rest = cased.partition(" ")
    if not space or not letters.isalpha():
        return 0
    part_of_it = letters.isupper() and letters not in LABELS
    return 0 if part_of_it else len(letters) + 1


def _fits(value: str, strong: bool) -> bool:
    digits = len(digits_of(value))
    if DAY.match(value) or re.match(r"\d{1,2} (?:\d{1,2} )?(?:19|20)\d\d$", value):
        return False
    if strong:
        return digits >= 3 or (digits >= 2 and any(c.isalpha() for c in value) and len(value) > 3)
    return is_reference(value) or digits >= 5


def _with_small_letters(reading: Reading, start: int) -> int:
    """The letters before a number, when they are no word: 'fo 2018-5565'."""
    small = SMALL_BEFORE.search(reading.plain, max(0, start - 5), start)
    if small is None or small.group() != reading.cased[small.start() : small.end()]:
        return start
    word = small.group().strip()
    announces = word.upper() in LABELS or word in WEAK_WORDS | STRONG_WORDS | COURT_WORDS
    return start if announces or word in words(reading.language) else small.start()


def _rolls(reading: Reading) -> Iterator[Span]:
    for match in matches(ROLL, reading):
        yield reference_span(
            reading, *match.span("v"), 0.85, "The form of a roll number of a court", Kind.COURT_NUMBER
        )


COUNTED = re.compile(
    r"\s?(?:€|eur|%|inwoners|habitants|inhabitants|einwohner|euro|stuks|personen|people|personnes|km|kwh|kg|m2|m3|dollar)"
)


def _is_counted(reading: Reading, end: int) -> bool:
    return COUNTED.match(reading.plain, end) is not None


def _by_form(reading: Reading) -> Iterator[Span]:
    """Tokens that mix figures with letters, slashes and dashes: 2024/KL/00123, OMB-24-0193."""
    plain, done = reading.plain, 0
    for match in DIGITS.finditer(plain):
        if match.start() < done:
            continue
        back = BACK.search(plain[max(done, match.start() - 41) : match.start()])
        start = match.start() - (len(back.group()) if back else 0)
        end = FORWARD.match(plain, match.end()).end()  # type: ignore[union-attr]  # it matches nothing at least
        while end > match.end() and not plain[end - 1].isalnum():
            end -= 1
        done = end
        start -= plain[start - 1 : start] == "#"
        edge = plain[start - 1 : start]
        if edge not in {"@", "§", "$"} and is_reference(plain[start:end], reading.cased[start:end]):
            letters = LETTERS_BEFORE.search(reading.cased, max(0, start - 5), start)
            said = letters.group().strip() if letters else ""
            if (
                letters
                and said not in LABELS
                and not (
                    (len(said) > 2 or said in COPULAS)
                    and said.lower() in common_words(reading.language)  # 'THE FORM WAS 2A02:4C1B'
                )
            ):
                start = letters.start()
            else:
                start = _with_small_letters(reading, start)
            yield reference_span(reading, start, end, 0.7, "The form of a file number")
