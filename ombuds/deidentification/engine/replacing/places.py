"""Addresses, towns and countries, replaced: an invented street and town in the shape of the true one."""

import re
from dataclasses import dataclass

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.grammar import Phrase, Sort
from ombuds.deidentification.engine.replacing.evenly import evenly

POSTCODE = re.compile(r"(?<![\w/])(?:[a-z]{1,2}[\-– ])?(\d{4,5})(?![\w/])(?:\s?[a-z]{2}(?=\s))?")
NUMBER = re.compile(r"(?<!\w)(?:nr\.?|n°|no\.?|nummer|numero)?\s?(\d{1,4})\s?(?:bis|ter|[a-h])?(?!\w)")
BOX = re.compile(
    r"[,/]?\s*(?<!\w)(?:bus|bte|boite|box|app\.?|appt\.?|appartement|apartment|flat|etage|verdieping|wohnung)\.?\s?[\w./]{1,6}|(?<=\d)\s?/\s?\w{1,4}(?:\.\d{1,2})?"
)
# What a street is called after, by language: (pattern of the street word, its invented successor, its article's gender).
STREETS = (
    ("fr", re.compile(r"^(?:[\d\s,]*)(rue|chaussee|ch\.|place|pl\.|drive|ruelle|route|rte|drove|dreve|cite|residence|cour|voie)\b"), "rue", "f"),
    ("fr", re.compile(r"^(?:[\d\s,]*)(avenue|av\.?|allee|impasse|esplanade)(?=[\s.])"), "avenue", "f"),
    ("fr", re.compile(r"^(?:[\d\s,]*)(boulevard|bd\.?|blvd\.?|square|quai|chemin|clos|sentier|parvis|passage)(?=[\s.])"), "boulevard", "m"),
    ("nl", re.compile(r"(?:plein|hof|pad|park|hofje|veld)\b"), "plein", "n"),
    ("de", re.compile(r"(?:strasse|straße|str\.|gasse|allee)"), "straße", "f"),
    ("de", re.compile(r"(?:platz|ring|damm|ufer)\b"), "weg", "m"),
    ("en", re.compile(r"\b(?:street|road|avenue|lane|close|drive|square|st\.|rd\.)"), "Street", ""),
    ("nl", re.compile(r"(?:straat|str\.?|laan|ln\.?|steenweg|stwg\.?|weg|lei|dreef|kaai|markt|baan|vest|gaarde|berg|singel|gracht|wal)\b"), "straat", "c"),
)  # fmt: skip
ABROAD = {
    "country": """marokko maroc morocco turkije turquie turkey turkei algerije algerie algeria algerien tunesie tunisie tunisia tunesien congo kongo rwanda ruanda
      burundi kameroen cameroun cameroon kamerun senegal guinee guinea nigeria ghana somalie somalia eritrea erythree ethiopie ethiopia syrie syria syrien irak iraq iran
      afghanistan pakistan india inde indien china chine vietnam thailand philippines filipijnen philippinen japan japon polen pologne poland roemenie roumanie romania rumanien
      bulgarije bulgarie bulgaria oekraine ukraine rusland russie russia russland albanie albania albanien kosovo servie serbie serbia serbien bosnie bosnia italie italy italien
      spanje espagne spain spanien portugal griekenland grece greece griechenland frankrijk france frankreich duitsland allemagne germany deutschland nederland pays-bas netherlands
      niederlande luxemburg luxembourg engeland angleterre england royaume-uni ierland irlande ireland usa amerika amerique america etats-unis canada kanada brazilie bresil brazil
      brasilien colombia colombie ecuador equateur peru perou cuba georgie georgia armenie armenia libanon liban lebanon egypte egypt zwitserland suisse switzerland schweiz
      oostenrijk autriche austria osterreich hongarije hongrie hungary ungarn togo benin mali niger angola mauritanie zweden suede sweden denemarken noorwegen finland""".split(),
    "city": """parijs paris london londen londres amsterdam rotterdam utrecht maastricht eindhoven tilburg breda koln keulen cologne aken aachen aix-la-chapelle berlin berlijn hamburg
      munchen frankfurt dusseldorf trier rijsel lille roubaix lyon marseille rabat casablanca tanger tangier nador oujda fes marrakech istanbul ankara izmir kinshasa lubumbashi
      kigali bujumbura dakar conakry lagos accra warschau varsovie warsaw krakow boekarest bucarest sofia kiev kyiv moskou moscou rome roma milaan milan napels madrid barcelona
      lissabon lisbonne lisbon porto athene athenes new-york manchester birmingham dublin""".split(),
}  # fmt: skip
# The article that some countries bear, which goes with them.
OWN_ARTICLE = {
    "nl": re.compile(r"(?<!\w)([dD]e|[hH]et)[ \u00a0]$"),
    "fr": re.compile(r"(?!)"),  # the grammar of French sees to it
    "en": re.compile(r"(?<!\w)([tT]he)[ \u00a0]$"),
    "de": re.compile(r"(?<!\w)([dD]er|[dD]ie|[dD]en|[dD]em|[iI]m|[iI]ns|[vV]om|[bB]eim|[nN]ach)[ \u00a0]$"),
}
COUNTRIES, CITIES = frozenset(ABROAD["country"]), frozenset(ABROAD["city"])
NOUNS = {
    "country": {"nl": ("ander land", "n"), "fr": ("autre pays", "m"), "en": ("other country", ""), "de": ("anderes Land", "n")},
    "city": {"nl": ("stad in het buitenland", "c"), "fr": ("ville à l’étranger", "f"), "en": ("city abroad", ""), "de": ("Stadt im Ausland", "f")},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a written address; '' where it has none. `order` is 'number' when the number comes first."""

    street: str
    street_word: str
    gender: str
    language: str
    number: str
    postcode: str
    town: str
    number_first: bool


def parts_of(written: str) -> Parts:
    even = evenly(written)
    code = next((m for m in POSTCODE.finditer(even) if _is_postcode(even, m)), None)
    town = written[code.end() :].strip(" ,.-–()\n") if code else ""
    head = written[: code.start()] if code else written
    head_even = BOX.sub(lambda m: " " * len(m.group()), evenly(head))
    if not code and "," in head:
        before, _, after = head.rpartition(",")
        if after.strip() and not re.search(r"\d", after) and not _street(evenly(after)):
            head, head_even, town = before, head_even[: len(before)], after.strip()
    found = _street(head_even)
    number = next((m for m in NUMBER.finditer(head_even)), None)
    first = bool(number and found and number.start() < 2)
    language, word, gender = found or ("", "", "")
    name = _name(head) if found or not town else ""
    return Parts(
        name,
        word,
        gender,
        language,
        number.group(1) if number else "",
        code.group(1) if code else "",
        town,
        first,
    )


def _name(head: str) -> str:
    """The street alone, without house number, letter and box, so that it is the same street wherever it stands."""
    even = evenly(head)
    for pattern in (BOX, NUMBER):
        even = pattern.sub(lambda match: "\0" * len(match.group()), even)
    kept = "".join(
        " " if gone == "\0" or char in "0123456789," else char for char, gone in zip(head, even, strict=True)
    )
    return " ".join(kept.split()).strip(" /-–")


def _is_postcode(even: str, match: re.Match[str]) -> bool:
    """Four or five figures before a name or at the end, when something stands before or nothing else is there."""
    after = even[match.end() :].strip(" ,.-–()\n")
    return bool(re.match(r"[a-z]", after)) or (not after and match.start() > 0)


def _street(even: str) -> tuple[str, str, str] | None:
    for language, pattern, word, gender in STREETS:
        if pattern.search(even.strip()):
            return language, word, gender
    return None


def street_name(word: str, name: str, language: str) -> str:
    """'Lampenierstraat', 'rue des Roitelets', 'Lantern Street', 'Laternenstraße'."""
    if language == "fr":
        return f"{word} {name}"
    if language == "en":
        return f"{name} {word}"
    return f"{name}{word}"


def abroad(start: int, end: int, written: str, before: str, language: str) -> Phrase | None:
    """'another country', 'a city abroad' for places outside Belgium; None for the others."""
    name = plain(written).strip()
    kind = "country" if name in COUNTRIES else "city" if name in CITIES else ""
    if not kind:
        return None
    if language == "de":
        return _german_abroad(start, end, kind, before)
    noun, gender = NOUNS[kind][language]
    if article := OWN_ARTICLE[language].search(before):
        start -= len(before) - article.start(1)
    return Phrase(start, end, noun, Sort.ABROAD, gender=gender)


def _german_abroad(start: int, end: int, kind: str, before: str) -> Phrase:
    """'aus der Türkei', 'in die Schweiz', 'im Kongo' and 'nach Paris' by one noun in the right case, its own article gone."""
    oblique, joint = False, ""
    if found := OWN_ARTICLE["de"].search(before):
        word = found.group(1)
        start -= len(before) - found.start(1)
        oblique = word in ("der", "den", "dem", "im", "vom", "beim")
        joint = {"im": "in ", "vom": "von ", "beim": "bei ", "nach": "in ", "ins": "in "}.get(
            word.lower(), ""
        )
    else:
        last = (re.findall(r"[a-z]+", evenly(before[-12:])) or [""])[-1]
        oblique = last in ("in", "aus", "von", "bei", "zu", "seit", "mit")
    if kind == "city":
        text = f"{joint}eine{'r' if oblique else ''} Stadt im Ausland"
    else:
        text = joint + ("einem anderen Land" if oblique else "ein anderes Land")
    is_first = found is not None and found.group(1)[0].isupper()
    return Phrase(start, end, text[:1].upper() + text[1:] if is_first else text)
