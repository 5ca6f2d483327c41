"""An age by its decade, in words that fit where the figure stood: in de veertig, une quarantaine d'années, in her forties."""

import re

from ombuds.deidentification.engine.grammar.phrase import Phrase, Sort
from ombuds.deidentification.engine.replacing.evenly import evenly

TENS_NL = {
    20: "twintig",
    30: "dertig",
    40: "veertig",
    50: "vijftig",
    60: "zestig",
    70: "zeventig",
    80: "tachtig",
}
TENS_FR = {
    10: "quinzaine",
    20: "vingtaine",
    30: "trentaine",
    40: "quarantaine",
    50: "cinquantaine",
    60: "soixantaine",
}
MORE_FR = {70: "soixante-dix", 80: "quatre-vingts", 90: "quatre-vingt-dix"}
TENS_EN = {
    20: "twenties",
    30: "thirties",
    40: "forties",
    50: "fifties",
    60: "sixties",
    70: "seventies",
    80: "eighties",
}
TENS_DE = {
    20: "Zwanzigern",
    30: "Dreißigern",
    40: "Vierzigern",
    50: "Fünfzigern",
    60: "Sechzigern",
    70: "Siebzigern",
    80: "Achtzigern",
}
OWNER = {"f": "her", "m": "his", "I": "my"}
# Whoever the age is about stands right after it: the words change places (a 42-year-old woman → a woman in her forties).
PERSONS = {
    "nl": "vrouw man moeder vader dochter zoon meisje jongen buurvrouw buurman inwoner inwoonster patiënt patiënte klager klaagster dame heer weduwe weduwnaar student studente zelfstandige bediende leerling",
    "en": "woman man mother father daughter son girl boy neighbour resident patient complainant lady gentleman widow widower student pensioner pupil",
    "de": "frau mann mutter vater tochter sohn mädchen junge nachbarin nachbar einwohnerin einwohner patientin patient witwe witwer studentin student schülerin schüler",
}
HER = frozenset("woman mother daughter girl lady widow".split())
HIS = frozenset("man father son boy gentleman widower".split())
ADJECTIVE = {
    "nl": re.compile(r"jarige?$"),
    "en": re.compile(r"year[- ]olds?$|yr[- ]old$"),
    "de": re.compile(r"jahrige[rnms]?$"),
}
COUNT_EN = {
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
}
COUNT_DE = {
    20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig", 90: "neunzig",
}  # fmt: skip
# After these words no noun follows to which the age belongs: "the 42-year-old who called".
GOES_ON = frozenset(
    """who and or from in was is has had with of at on to living said says then now that which whose
    die en of uit in was is heeft had met van op te zei zegt toen nu dat wiens wier aan door""".split()
)
# 'Ik word 62', 'he turns 62': nobody turns in his sixties.
BECOMES = {
    "nl": re.compile(r"(?<![a-z])(?:word|wordt|werd|worden) $"),
    "en": re.compile(r"(?<![a-z])(?:turn|turns|turned|turning|become|becomes|became) $"),
    "de": re.compile(r"(?<![a-z])(?:werde|wird|wurde|werden) $"),
}
NEVER = re.compile(r"(?!)")
NUMBER = re.compile(r"\d{1,3}")
OLDEST = 130


def age_phrase(text: str, start: int, end: int, language: str, gender: str = "") -> Phrase | None:
    """The words for the age at text[start:end]; None when it names no figure (then it is coarse already)."""
    written = text[start:end]
    match = NUMBER.search(written)
    if not match or int(match.group()) > OLDEST:
        return None
    decade = min(int(match.group()) // 10 * 10, 90)
    even = evenly(written).strip()
    pattern = ADJECTIVE.get(language)
    if pattern and pattern.search(even):
        return _adjective(text, start, end, decade, language, gender)
    if not match.start() and BECOMES.get(language, NEVER).search(evenly(text[max(0, start - 12) : start])):
        return Phrase(start, end, _becoming(decade, language))
    if not match.start() and (phrase := _after_of(text, start, end, decade, language, gender)):
        return phrase
    if re.fullmatch(r"\D{0,12}", written[: match.start()]) and match.start():
        return _after_words(text, start, start + match.start(), end, decade, language, gender)
    return Phrase(start, end, said(decade, language, gender), Sort.PLAIN)


def _after_words(
    text: str, start: int, number: int, end: int, decade: int, language: str, gender: str
) -> Phrase:
    """'aged 42', 'âgée de 42 ans', 'im Alter von 42 Jahren': the words before the figure stay where they fit."""
    lead = evenly(text[start:number])
    if language == "en" and lead.startswith("age"):
        return Phrase(start, end, said(decade, language, gender))
    if language == "de" and "von" in lead:
        return Phrase(number, end, f"etwa {decade or 8} Jahren")
    return Phrase(number, end, said(decade, language, gender))


def _becoming(decade: int, language: str) -> str:
    """'Ik word een zestiger', 'I turn sixty-something', 'ich werde rund sechzig'."""
    if language == "nl":
        return (
            "een kind"
            if decade < 10
            else "een tiener"
            if decade < 20
            else f"een {TENS_NL.get(decade, 'negentig')}er"
        )
    if language == "en":
        return (
            f"{COUNT_EN[decade]}-something" if decade >= 20 else "a teenager" if decade else "a little older"
        )
    return f"rund {COUNT_DE.get(decade, 'zehn')}"


def _after_of(text: str, start: int, end: int, decade: int, language: str, gender: str) -> Phrase | None:
    """'a lady of 72' → 'a lady in her seventies'; 'eine Frau von 78 Jahren' → 'von etwa 70 Jahren'."""
    before = evenly(text[max(0, start - 6) : start])
    if language == "en" and before.endswith(" of ") and 10 <= decade <= 80:
        return Phrase(start - 3, end, said(decade, language, gender))
    if language != "de" or not re.search(r"(?<![a-z])(?:von|mit|ab) $", before):
        return None
    if "jahren" in evenly(text[start:end]):
        return Phrase(start, end, f"etwa {decade or 8} Jahren")
    if evenly(text[end : end + 7]).startswith(" jahren"):
        return Phrase(start, end, f"etwa {decade or 8}")
    return None


def said(decade: int, language: str, gender: str = "") -> str:
    """'in de veertig', "une quarantaine d'années", 'in her forties', 'in den Vierzigern'."""
    if language == "fr":
        if decade < 10:
            return "moins de dix ans"
        return f"une {TENS_FR[decade]} d’années" if decade in TENS_FR else f"plus de {MORE_FR[decade]} ans"
    if language == "en":
        owner = OWNER.get(gender, "their")
        return (
            "under ten"
            if decade < 10
            else "over ninety"
            if decade > 80
            else f"in {owner} {TENS_EN.get(decade, 'teens')}"
        )
    if language == "de":
        return (
            "unter zehn"
            if decade < 10
            else "unter zwanzig"
            if decade < 20
            else "über neunzig"
            if decade > 80
            else f"in den {TENS_DE[decade]}"
        )
    return (
        "onder de tien"
        if decade < 10
        else "onder de twintig"
        if decade < 20
        else "boven de negentig"
        if decade > 80
        else f"in de {TENS_NL[decade]}"
    )


def _adjective(text: str, start: int, end: int, decade: int, language: str, gender: str) -> Phrase:
    following = re.match(r"([ \u00a0]{1,2})([^\W\d_]+)", text[end : end + 40])
    noun = following.group(2) if following else ""
    if noun.lower() in PERSONS[language].split():
        gender = "f" if noun in HER else "m" if noun in HIS else gender
        joint = " van " if language == "nl" else " "
        return Phrase(
            start,
            end + following.end() if following else end,
            f"{noun}{joint}{said(decade, language, gender)}",
        )
    if language == "nl" and noun == "leeftijd":
        return Phrase(start, end, "jonge" if decade < 20 else f"ruim {TENS_NL.get(decade, 'negentig')}jarige")
    if (
        noun
        and noun.lower() not in GOES_ON
        and (words := _before_noun(text[start:end], noun, decade, language))
    ):
        return Phrase(start, end, words)
    return Phrase(start, end, _person(text[:start], decade, language, gender))


def _before_noun(written: str, noun: str, decade: int, language: str) -> str:
    """'a thirty-something nurse', 'de jonge Noor', 'seine jugendliche Schwester'; '' where the noun is none."""
    if language == "en":
        return f"{COUNT_EN[decade]}-something" if decade >= 20 else "teenage" if decade else "young"
    if language == "nl":
        return f"ruim {TENS_NL.get(decade, 'negentig')}jarige" if decade >= 20 else "jonge"
    ending = ADJECTIVE["de"].search(evenly(written))
    if not noun[0].isupper() or written[-8:-7].isupper() or not ending:
        return ""
    bent = ending.group().removeprefix("jahrig")
    return (
        f"rund {COUNT_DE[decade]}jährig{bent}"
        if decade >= 20
        else f"{'jugendlich' if decade else 'jung'}{bent}"
    )


def _person(before: str, decade: int, language: str, gender: str) -> str:
    """The age alone stands for the person: de veertiger, a person in their forties, die Vierzigerin."""
    if language == "nl":
        return "kind" if decade < 10 else "tiener" if decade < 20 else f"{TENS_NL.get(decade, 'negentig')}er"
    if language == "en":
        return (
            "child"
            if decade < 10
            else "teenager"
            if decade < 20
            else f"person {said(decade, language, gender)}"
        )
    article = (re.findall(r"[a-z]+", evenly(before[-10:])) or [""])[-1]
    woman = gender == "f" or article in ("die", "eine")
    stem = {10: "Jugendliche", 90: "Neunziger"}.get(decade) or TENS_DE.get(
        decade, "Minderjährige"
    ).removesuffix("n")
    return stem if stem.endswith("e") else stem + ("in" if woman else "")
