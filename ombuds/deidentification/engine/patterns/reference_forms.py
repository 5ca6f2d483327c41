"""Whether a token with figures in it looks like a file number, or like one of the many things that do not identify."""

import re

NOT = re.compile(
    r"\d{1,2}[./\-]\d{1,2}[./\-]\d{2,4}|(?:19|20)\d\d[./\-]\d{1,2}[./\-]\d{1,2}"  # days
    r"|\d{1,2}[./\-](?:19|20)\d\d|(?:19|20)\d\d[./\-]\d{1,2}"  # months
    r"|(?:19|20)\d\d[\-/–](?:19|20)?\d\d"  # years
    r"|(?:19|20)\d\d-[ivx]{1,4}|[tqk]w?\d-(?:19|20)\d\d|(?:19|20)\d\d[\-/]?[tqk]w?\d"
    r"|\d{1,2}[uh:.]\d{0,2}(?:[\-–]\d{1,2}[uh:.]?\d{0,2})?u?"  # hours
    r"|\d{1,2}-\d{1,2}[uh]"
    r"|\d+(?:[.,]\d+)*-?(?:er|re|e|de|ste|eme|ieme|st|nd|rd|th|bis|ter|quater|quinquies|a|b|c|d|m|cm|mm|km|m2|m3|kg|g|mg|ml|l|w|kw|kwh|mwh|gb|mb|tb|v|hz|eur|euros?|x|u|h|min|sec|s|p|pp|k|mio|pct|dagen|jours|days)"
    r"|[a-z]{1,2}[\- ]?\d{4,5}"  # postcodes with their country
    r"|(?:iso|en|nbn|din|bs|ral|covid|sars|cov|wcag|windows|office|iphone|galaxy|bmw|audi|rtx|ps|mp|utf|sha|md|http|tls|html|pdf|usb|word|excel)[\-.]?[a-z\d.\-]*"
    r"|(?:art|artt|artikel|article|par|al|p|pp|pg|blz|pag|nr|n|no|bijl|ann|annexe|hfst|ch|fig|tab|punt|point|stap|step|etape|fase|phase)[.\-:]?\d[\d./\-a-z]*"
    r"|\d{1,5}(?:/\d{1,3})?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|undecies)(?:[/.]\d+)*"
    r"|\d{1,4}-[a-z]{2,}(?:-[a-z]+)*|\d{1,3}(?:\.\d{3})+(?:-\d{1,3}(?:\.\d{3})+)?|\d+[./]\d{1,3}|(?!(?:19|20)\d\d-\d{4}|(?!1[5-9]|20)\d{4}-\d{2}\Z)\d{1,4}(?:[\-–]\d{1,4})"
    r"|[a-z]{4,}-\d{1,3}|\d{1,4}s"
    r"|(?:\d{1,3}[.:]){1,5}\d{1,3}\.?|[ivxlc]+[./\-]\d{1,2}(?:[./\-]\d{1,2})?|(?![a-z]\d{3}\.\d{3}\Z)[a-z]\d{1,3}(?:[./\-][a-z]?\d{1,3})?"
)


def is_reference(token: str, cased: str = "") -> bool:
    """`token` in plain form without spaces; `cased` the same with its capitals, when known."""
    if NOT.fullmatch(token) or len(token) < 5:
        return False
    digits = sum(c.isdigit() for c in token)
    letters = sum(c.isalpha() for c in token)
    signs = len(token) - digits - letters
    if not letters:
        return _figures_only(token, digits, signs)
    if digits < 2 or _is_word(token):
        return False
    if signs:
        return digits >= 3 or (digits >= 2 and signs >= 2)
    return digits >= 4 and (len(token) >= 6) and (not cased or cased.upper() == cased or digits >= 5)


def _figures_only(token: str, digits: int, signs: int) -> bool:
    if not signs:
        return digits >= 7
    if re.fullmatch(r"\d{2}\.\d{4,6}|(?!1[5-9]|20)\d{4}-\d{2}", token):  # the last is no span of years
        return True
    if re.fullmatch(r"(?:19|20)\d\d/\d{2,7}(?:[/\-]\d+)*|(?:19|20)\d\d[.\-]\d{4,7}", token):
        return True
    return (
        digits >= 6
        and bool(re.search(r"[/\-_]", token))
        and not re.fullmatch(r"\d+(?:\.\d+)*[/\-]\d{1,2}", token)
    )


def _is_word(token: str) -> bool:
    """'2-kamerappartement', '30-jarige', 'covid-19-maatregel'."""
    return re.search(r"[a-z]{6,}", token) is not None and sum(c.isdigit() for c in token) < 4
