"""Amounts, ages and lengths of time told in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMBER = r"(?P<number>\d{1,3}(?:[. ]\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
AMOUNT = re.compile(
    rf"(?<![\w.,/-]){NUMBER}\s*(?:,-\s*)?(?:euro?s?|eur)\b"
    r"|\b(?:eur|euro)\s+(?P<number2>\d{1,3}(?:[. ,]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{1,2})?)(?![\w/-])"
    r"|\b(?P<tens>tientallen euro'?s?|dizaines d'euros|tens of euros|paar dutzend euro|dutzende euro)"
    r"|\b(?P<hundreds>(?:enkele |enige |verschillende )?honderden euro'?s?|(?:quelques |plusieurs )?centaines d'euros|(?:a few|several) hundred euros?"
    r"|hundreds of euros|(?:einige|mehrere) hundert euro|hunderte euro)"
    r"|\b(?P<thousands>(?:enkele |enige |verschillende )?duizenden euro'?s?|(?:quelques |plusieurs )?milliers d'euros|(?:a few|several) thousand euros?"
    r"|thousands of euros|(?:einige|mehrere) tausend euro|tausende euro)"
)
AGE = re.compile(
    r"\b(?P<exact>\d{1,3})\s*[- ]?(?:jaar oud|jarige?n?|years? old|year-olds?|year old|jahre alt|jahrigen?r?)\b"
    r"|\b(?:leeftijd van|aged?(?: of)?|agee?s? de|age de|is|ben|was|alter von|van)\s+(?P<told>\d{2})(?:\s*(?:jaar|ans|years|jahren?))?\b(?![.,]?\d|\s*(?:%|eur|maand|mois|month|dagen|jours|days|dag|jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec))"
    r"|\b(?P<french>\d{1,2}) ans\b"
    r"|\b(?P<dutch>\d{2}) jaar\b(?! geleden| later| lang| wacht)"
)
COUNTS = {
    word: number
    for number, words in {
        1: "een un une one ein eine einen", 2: "twee deux two zwei", 3: "drie trois three drei", 4: "vier quatre four", 5: "vijf cinq five funf",
        6: "zes six sechs", 7: "zeven sept seven sieben", 8: "acht huit eight", 9: "negen neuf nine neun", 10: "tien dix ten zehn",
        11: "elf onze eleven", 12: "twaalf douze twelve zwolf", 14: "veertien quatorze fourteen vierzehn", 15: "vijftien quinze fifteen funfzehn",
        18: "achttien eighteen achtzehn", 20: "twintig vingt twenty zwanzig",
    }.items()
    for word in words.split()
}  # fmt: skip
UNITS = {
    "d": "dag dagen jour jours day days tag tage tagen",
    "w": "week weken semaine semaines weeks woche wochen",
    "m": "maand maanden mois month months monat monate monaten",
    "y": "jaar jaren annee annees ans year years jahr jahre jahren",
}
UNIT_OF = {name: unit for unit, names in UNITS.items() for name in names.split()}
ANY_UNIT = re.compile(
    r"dag|week|wek|maand|jaar|jar|jour|sema|mois|anne|ans|day|month|year|tag|woch|monat|jahr"
)
LENGTH = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))})[- ](?P<unit>{'|'.join(sorted(UNIT_OF, key=len, reverse=True))})\b"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """`kind`: amount (cents), age (years) or duration; [low, high] what it may be; `value` for a duration: "3m"."""

    start: int
    end: int
    kind: str
    low: int
    high: int
    value: str = ""


def cents(written: str) -> int:
    """Both "1.234,50" and "1,234.50" are 123450."""
    digits = written.replace(" ", "")
    decimals = re.search(r"[.,](\d{1,2})$", digits)
    whole = re.sub(r"\D", "", digits[: decimals.start()] if decimals else digits)
    return int(whole or 0) * 100 + (int(decimals[1].ljust(2, "0")) if decimals else 0)


def quantities(text: str) -> Iterator[Quantity]:
    """Every amount, age and length of time in a plain text."""
    if "eur" in text:
        yield from _amounts(text)
    if not any(c.isdigit() for c in text):
        yield from _lengths(text)
        return
    yield from _ages(text)
    yield from _lengths(text)


def _lengths(text: str) -> Iterator[Quantity]:
    if not ANY_UNIT.search(text):
        return
    for match in LENGTH.finditer(text):
        count = match["count"]
        number = int(count) if count.isdigit() else COUNTS[count]
        unit = UNIT_OF[match["unit"]]
        is_age = unit == "y" and number >= 16
        if (
            number
            and not is_age
            and not (count in {"een", "un", "une", "ein", "one", "eine"} and unit == "d")
        ):
            yield Quantity(*match.span(), "duration", number, number, f"{number}{unit}")


def _amounts(text: str) -> Iterator[Quantity]:
    for match in AMOUNT.finditer(text):
        number = match["number"] or match["number2"]
        if number:
            value = cents(number)
            yield Quantity(*match.span(), "amount", value, value)
        else:
            low = 1_000 if match["tens"] else 10_000 if match["hundreds"] else 100_000
            yield Quantity(*match.span(), "amount", low, low * 10 - 1)


def _ages(text: str) -> Iterator[Quantity]:
    for match in AGE.finditer(text):
        age = int(match["exact"] or match["told"] or match["french"] or match["dutch"])
        if age <= 110 and (match["exact"] or age >= 16):
            yield Quantity(*match.span(), "age", age, age)
