"""Bank accounts, payment cards, and amounts to the cent."""

import re
from collections.abc import Iterator

from stdnum import iban, luhn

from ombuds.deidentification.engine.patterns.rules import END, START, digits_of, has_before, matches_after
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

SEP = r"[ .\-/\u2022]{0,2}"
# Letters that a scanner or a finger takes for figures are allowed where figures must stand.
FIGURE = "[0-9oli]"
IBAN = re.compile(
    rf"[a-z]{START}[a-z]\s?{FIGURE}{{2}}(?:{SEP}[a-z]{{4}})?(?:{SEP}(?:\n ?)?(?=[a-z]{{0,3}}\d)[a-z0-9]{{4}}){{2,7}}"
    rf"(?:{SEP}(?:\n ?)?(?=[a-z]{{0,2}}\d)[a-z0-9]{{1,3}})?{END}"
)
# 'on 0032 492 …', 'au 0486 …': a small word and a telephone number.
SMALL_WORD = re.compile(r"(?:on|au|is|op|of|or|et|en|to|le|la|at|am|um|im|ab|de|du|or|ou|by) ")
DAY = re.compile(r"[a-z]{2} \d{1,2}[./\-]\d{1,2}[./\-](?:19|20)\d\d")
ACCOUNT_WORDS = frozenset(
    """iban rekening rekeningnummer rekeningnr bankrekening bankrekeningnummer zichtrekening spaarrekening compte bancaire account konto
    kontonummer bankkonto bankverbindung rek reknr""".split()
)
ACCOUNT_CUE = re.compile(
    r"\biban\b|rekening|\bcompte\b|account|konto|\brek\b|\bbic\b|terugbetal|rembours|virement|overschrijv"
)
OLD_ACCOUNT = re.compile(rf"[0-9]{START}\d{{2}}[\-. ]\d{{7}}[\-. ]\d{{2}}{END}")
NAMED_ACCOUNT = re.compile(
    r"[\s:.\-]{1,3}(?:(?:nummer|number|numero|nr|no|n°|bancaire|met|avec)[\s:.]{1,3}){0,2}(?P<v>(?:[a-z]{2}\s?)?\d(?:[ .\-]?[0-9x*]){7,30})(?![^\W_])"
)
MASKED = re.compile(rf"[a-z]{START}[a-z][0-9*x]{{2}}(?:{SEP}[0-9*x]{{4}}){{2,4}}{END}")
CARD = re.compile(rf"[0-9]{START}(?:{SEP}(?:\n ?)?\d){{12,18}}{END}")
GROUPS_OF_FOUR = re.compile(
    r"\d{4}(?:[ \-.]?\n ?|[ \-.])\d{4}(?:[ \-.]?\n ?|[ \-.])\d{4}(?:[ \-.]?\n ?|[ \-.])\d{4}"
)
CARD_CUE = re.compile(
    r"kaart|carte|card|visa|maestro|mastercard|bancontact|amex|karte|american express|credit|debit"
)
CARD_END = re.compile(
    r"(?:x{4}|\*{4}|•{4})[ \-]?(?:(?:x{4}|\*{4}|•{4})[ \-]?){0,3}\d{4}(?!\w)|\d{4}[ \-]?(?:\d\d)?[x*•]{2,4}[ \-]?[x*•]{4}[ \-]?\d{4}(?!\w)"
)

CURRENCY = r"(?:€|[ec]ur(?:os?|o's)?|\$|usd|£|gbp|chf|fr\.?|francs?|frank(?:en)?|bef|pond|pounds?|dirhams?|dh|lires?|zl|ron|dollars?)"
# A scanner reads 0 as o and 1 as l.
MONEY = r"\d[\dol]{0,2}(?:[ .,'][\dol]{3}){1,3}[.,][\dol]{2}|\d[\dol]{0,6}[.,][\dol]{2}"
AMOUNT_BEFORE = re.compile(rf"[€$£ecugb](?<![^\W_].)(?:(?<=[€$£])|(?:(?<=e)urs?(?:os?)?|(?<=c)hf|(?<=u)sd|(?<=g)bp|(?<=b)ef))\s?[:\-]?\s?(?P<n>{MONEY})(?![.,]?\d)")  # fmt: skip
AMOUNT_AFTER = re.compile(
    rf"[0-9]{START}(?<![\d][.,][0-9])(?:[\dol]{{0,2}}(?:[ .,'][\dol]{{3}}){{1,3}}|[\dol]{{0,6}})[.,][\dol]{{2}}\s?{CURRENCY}(?![^\W_])"
)
AMOUNT_SPLIT = re.compile(
    rf"(?<![\d.,])[0-9]{START}\d{{0,5}} ?(?:€|eur(?:os?)?) ?(?:(?:et|en|and|und)\s\d{{2}}\s?(?:cents?|centimes?|c)|\d{{2}}(?:\s?(?:cents?|centimes?|c))?)"
    r"(?![^\W_]|[.,/\-]\d|\s?(?:€|eur))"
)
AMOUNT_BARE = re.compile(rf"[0-9]{START}\d{{0,2}}(?:[. ']\d{{3}}){{1,3}},\d{{2}}(?![.,]?\d|\s?%|[^\W_])|[0-9]{START}\d{{0,2}}(?:,\d{{3}}){{1,3}}\.\d{{2}}(?![.,]?\d|\s?%|[^\W_])|[0-9]{START}\d{{0,5}}[.,]\d{{2}}(?![.,]?\d|\s?%|[^\W_]|\s?(?:uur|u\b|h\b|heures|uhr|m\b|m2|kg|km|l\b|pct|procent|percent|pour|kwh|gb))")  # fmt: skip
AMOUNT_CUE = re.compile(
    r"(?:bedrag|montant|somme|\bsom|amount|betrag|summe|saldo|solde|balance|totaal|total|gesamt|kost\w*|cout|cost|prijs|prix|price|boete|amende|"
    r"\bfine|geldbusse|huur|loyer|rent|miete|premie|prime|toelage|allocation|uitkering|factuur|facture|invoice|rechnung|te betalen|a payer|"
    r"schuld|dette|debt|inkomen|revenu|income|terugbetal\w*|rembours\w*|teruggave|restitution|supplement|toeslag|betaald?|paye|paid)\W{1,3}"
    r"(?:(?:van|de|of|von|is|est|d'un|ten|belope|bedraagt|s'eleve|a|in)\W{1,2}){0,3}\Z"
)


def accounts(reading: Reading) -> Iterator[Span]:
    plain = reading.plain
    for match in IBAN.finditer(plain):
        end, confidence = _iban(reading, match)
        day = DAY.match(plain, match.start())
        if confidence and not day and not SMALL_WORD.match(reading.cased, match.start()):
            yield reading.span(
                match.start(),
                end,
                Kind.IBAN,
                confidence,
                reason="The form and check digits of a bank account",
            )
    for match in OLD_ACCOUNT.finditer(plain):
        if has_before(reading, match.start(), ACCOUNT_CUE):
            yield reading.span(
                *match.span(), Kind.IBAN, 0.92, reason="The old form of a Belgian bank account"
            )
    for match in MASKED.finditer(plain):
        if sum(c in "x*" for c in match.group()) > 3:
            yield reading.span(*match.span(), Kind.IBAN, 0.8, reason="A bank account, partly hidden")
    for match in matches_after(reading, ACCOUNT_WORDS, NAMED_ACCOUNT):
        yield reading.span(
            *match.span("v"), Kind.IBAN, 0.7, reason="A number after a word for a bank account"
        )
    yield from _cards(reading)


def _iban(reading: Reading, match: re.Match[str]) -> tuple[int, float]:
    """Where the account ends, and how sure: the words and numbers after it may have been taken along."""
    plain = reading.plain
    for end in range(match.end(), match.start() + 14, -1):
        whole = not plain[end : end + 1].isalnum() and plain[end - 1].isalnum()
        if whole and _is_iban(plain[match.start() : end]):
            return end, 0.99
    said = re.sub(r"[^a-z0-9]", "", match.group())
    # A wrong check digit: a typing error when the form or the words around say what it is.
    if said.startswith("be") and len(said) >= 16:
        return _end_of(plain, match.start(), 16), 0.6
    if has_before(reading, match.start(), ACCOUNT_CUE):
        return match.end(), 0.6
    return match.end(), 0.4 if sum(c.isdigit() for c in said) >= 12 and len(said) >= 15 else 0.0


def _is_iban(text: str) -> bool:
    said = re.sub(r"[^a-z0-9]", "", text)
    figures = said[:2] + said[2:].translate(str.maketrans("oli", "011"))
    return any(iban.is_valid(form.upper(), check_country=False) for form in (said, figures))


def _end_of(plain: str, start: int, length: int) -> int:
    """Where the given number of letters and figures from `start` on ends."""
    while length:
        length -= plain[start].isalnum()
        start += 1
    return start


DAY_BELOW = re.compile(r"\n(?:19|20)\d\d[-./]")


def _cards(reading: Reading) -> Iterator[Span]:
    for match in matches(CARD, reading):
        digits = digits_of(match.group())
        grouped = GROUPS_OF_FOUR.match(match.group()) is not None
        if match.group().count("\n") > 1 or DAY_BELOW.search(match.group()):
            continue  # a column of numbers; a number over a day
        if luhn.is_valid(digits) and (digits[0] in "3456" or grouped):
            yield reading.span(
                *match.span(), Kind.CARD, 0.9, reason="The form and check digit of a payment card"
            )
        elif (is_announced := has_before(reading, match.start(), CARD_CUE)) or grouped:
            confidence = 0.95 if is_announced and grouped else 0.6
            yield reading.span(*match.span(), Kind.CARD, confidence, reason="The form of a payment card")
    for match in matches(CARD_END, reading):
        yield reading.span(*match.span(), Kind.CARD, 0.7, reason="A payment card, partly hidden")


def amounts(reading: Reading) -> Iterator[Span]:
    """Amounts to the cent; round ones stay, since they single nobody out."""
    plain = reading.plain
    for pattern in (AMOUNT_BEFORE, AMOUNT_AFTER, AMOUNT_SPLIT):
        for match in pattern.finditer(plain):
            if pattern is AMOUNT_SPLIT or not _is_hundreds(match.group()):
                yield reading.span(*match.span(), Kind.AMOUNT, 0.9, reason="An amount to the cent")
    for match in AMOUNT_BARE.finditer(plain):
        said = match.group()
        cued = AMOUNT_CUE.search(plain[max(0, match.start() - 40) : match.start()]) is not None
        if (re.search(r"[. ',]\d{3}[.,]\d{2}$", said) or cued) and not _is_round(said):
            yield reading.span(*match.span(), Kind.AMOUNT, 0.8, reason="An amount to the cent")


def _is_hundreds(said: str) -> bool:
    """'500,00 euro' and '1.000,00 €' single nobody out; 640,00 does."""
    match = re.search(r"(\d[\d .',]*)[.,](\d{2})(?!\d)", said)
    return match is not None and match.group(2) == "00" and digits_of(match.group(1)).endswith("00")


def _is_round(said: str) -> bool:
    match = re.search(r"(\d[\d .',]*)[.,](\d{2})(?!\d)", said)
    return match is not None and match.group(2) == "00" and digits_of(match.group(1)).endswith("0")
