"""Ages, amounts and times, coarser: in the forties, about 350 euro, half past two."""

import re

from ombuds.deidentification.engine.replacing.evenly import evenly

NUMBER = re.compile(r"\d[\d.,'\s\u00a0\u202f]*\d|\d")
ABOUT = {"nl": "ongeveer", "fr": "environ", "en": "about", "de": "etwa"}
SAID_ALREADY = frozenset(
    "ongeveer circa ca zowat environ about approximately roughly around etwa rund ungefahr quelque nearly bijna presque fast almost meer plus more over".split()
)
CURRENCY = {
    "nl": {"eur": "euro", "usd": "dollar", "gbp": "pond", "chf": "Zwitserse frank"},
    "fr": {"eur": "euros", "usd": "dollars", "gbp": "livres", "chf": "francs suisses"},
    "en": {"eur": "euros", "usd": "dollars", "gbp": "pounds", "chf": "Swiss francs"},
    "de": {"eur": "Euro", "usd": "Dollar", "gbp": "Pfund", "chf": "Schweizer Franken"},
}  # fmt: skip
FEW = {"nl": "enkele", "fr": "quelques", "en": "a few", "de": "einige"}
CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?P<sep>\s?(?:u(?:ur|\.)?|h(?:eures?)?|uhr|[:.])\s?)?(?P<m>\d{2})?(?!\d)(?P<tail>\s?(?:a\.?m\.?|p\.?m\.?)(?![a-z]))?"
)


def amount_value(written: str) -> float | None:
    """1.234,56 and 1 234,56 and 1,234.56 are the same amount."""
    match = NUMBER.search(written)
    if not match:
        return None
    digits = re.sub(r"[\s\u00a0\u202f']", "", match.group())
    decimals = re.search(r"[.,](\d{1,2})$", digits)
    whole = re.sub(r"[.,]", "", digits[: decimals.start()] if decimals else digits)
    return float(f"{whole or 0}.{decimals.group(1) if decimals else 0}") if len(whole) < 15 else None


def sensible(value: float) -> int:
    """Two figures that say something: 347,12 → 350; 1.234,56 → 1.200; 89,10 → 90."""
    if value < 20:
        return int(value // 5 + 0.5) * 5 or 5
    if value < 100:
        return round(value / 10) * 10
    step: int = 10 ** (len(str(int(value))) - 2)
    return round(value / step) * step


def amount(written: str, before: str, language: str) -> str:
    """'ongeveer 350 euro'; the word for 'about' is left out where the text has it, or where an article stands before."""
    value = amount_value(written)
    words = CURRENCY[language]
    even = evenly(written)
    money = words[
        "usd"
        if "$" in even or "dollar" in even or "usd" in even
        else "gbp"
        if "£" in even or "gbp" in even
        else "chf"
        if "chf" in even
        else "eur"
    ]
    if value is None:
        return f"{FEW[language]} {money}"
    if value < 7.5:
        return f"{FEW[language]} {money}"
    number = sensible(value)
    gap = {"nl": ".", "fr": "\u202f", "en": ",", "de": "."}[language]
    figure = f"{number:,}".replace(",", gap) if number >= 1000 else str(number)
    last = (re.findall(r"[a-z]+", evenly(before[-20:])) or [""])[-1]
    articled = last in ("a", "an", "de", "het", "le", "la", "the", "der", "die", "das", "den") and (
        language,
        last,
    ) != ("fr", "de")
    about = "" if last in SAID_ALREADY or articled else f"{ABOUT[language]} "
    return f"{about}{figure} {money}"


def moved_time(written: str, hours: int, language: str = "nl") -> str:
    """Every time of the mention an hour away and on the half hour, in the dress it wore; '' when it holds no figure."""
    out, at, any_found = "", 0, False
    for match in CLOCK.finditer(evenly(written)):
        hour, minute = int(match["h"]), int(match["m"] or 0)
        if hour > 24 or minute > 59:
            continue
        any_found = True
        out += written[at : match.start()] + _clock(written, match, hour, minute, hours)
        at = match.end()
    return out + written[at:] if any_found else _hour_in_words(written, hours, language)


# One to twelve, as the hours are said; French says une heure.
HOURS = {
    "nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf", "fr": "une deux trois quatre cinq six sept huit neuf dix onze douze",
    "en": "one two three four five six seven eight nine ten eleven twelve", "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
}  # fmt: skip
# The hour comes last (kwart over zes, half past six, viertel nach sechs), or in French before its own word.
FRENCH_HOUR = re.compile(r"([^\W\d_]+)(\s+heures?)")


def _hour_in_words(written: str, hours: int, language: str) -> str:
    """'kwart over zes' an hour away; '' when no hour is said in words."""
    if french := FRENCH_HOUR.search(written):
        names, start, word, tail = (
            HOURS["fr"].split(),
            french.start(),
            french.group(1),
            written[french.end() :],
        )
        if word.lower() in names:
            number = (names.index(word.lower()) + hours) % 12
            return f"{written[:start]}{names[number]} heure{'s' if number else ''}{tail}"
        return ""
    spoken = list(re.finditer(r"[^\W\d_]+", written))
    for match in reversed(spoken):
        for names in (
            HOURS[one].split() for one in sorted(("nl", "en", "de"), key=lambda one: one != language)
        ):
            if match.group().lower() in names:
                number = (names.index(match.group().lower()) + hours) % 12
                return written[: match.start()] + names[number] + written[match.end() :]
    return ""


def _clock(written: str, match: re.Match[str], hour: int, minute: int, hours: int) -> str:
    sep = written[match.start("sep") : match.end("sep")] if match["sep"] else ""
    tail = written[match.start("tail") : match.end("tail")] if match["tail"] else ""
    late = tail.strip().lower().startswith("p")
    if tail:
        hour = hour % 12 + (12 if late else 0)
    hour = hour + hours if 0 <= hour + hours <= 23 else hour - hours
    half = 30 if minute >= 30 else 0
    if tail:
        mark = ("p" if hour >= 12 else "a") if tail.strip()[0].islower() else ("P" if hour >= 12 else "A")
        tail = re.sub(r"[apAP]", mark, tail, count=1)
        hour = hour % 12 or 12
    number = f"{hour:02d}" if match["h"].startswith("0") or (":" in sep and not tail) else str(hour)
    minutes = f"{half:02d}" if match["m"] else ""
    return f"{number}{sep}{minutes}{tail}"
