"""Numbers that a state gives to people and to firms."""

import re
from collections.abc import Iterator

from stdnum.be import bis, nn, vat

from ombuds.deidentification.engine.patterns.rules import (
    END,
    LINK,
    START,
    digits_of,
    has_before,
    matches_after,
)
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

F = "[0-9oli]"
SEP = r"[ .\-/\u2022\n]{0,2}"
NATIONAL = re.compile(
    rf"[0-9]{START}{F}{SEP}{F}{{2}}{SEP}{F}{{2}}[ .\-/–\n]{{0,3}}{F}{{3}}[ .\-/\n]{{0,3}}{F}{{2}}{END}(?![.\-]\d)"
)
NATIONAL_WORDS = frozenset(
    """rijksregister rijksregisternummer rijksregisternr rrn nrn rn niss insz nr rr inss nis nationaal national registre numero bis bisnummer
    nationalregister nationalregisternummer identificatienummer sis ssin enr bsn burgerservicenummer sofinummer nir matricule
    steuer steueridentifikationsnummer sozialversicherungsnummer securite sociale nino insurance""".split()
)
NATIONAL_CUE = re.compile(
    r"rijksregister|\brrn?\b|\bnrn\b|\bn[rn]\b|\bniss\b|\binsz\b|registre nat|national|\bbis\b|nationalregister|identificatie|identification|identit|\bssin\b|\bbsn\b|burgerservice|\bnir\b|securite sociale|sozialvers|steuer-?id|national insurance"
)
NAMED_NATIONAL = re.compile(
    r"(?:[\s\-]{0,2}(?:national|register|registre|number|nummer|numero|nr|no|n°|secu|sociale|insurance|id))*"
    r"[\s:.\-]{1,4}(?P<v>(?:[12] ?)?[0-9](?:[ .\-/]{0,3}[0-9]){8,14})(?![^\W_])"
)
BRITISH = re.compile(rf"[a-z]{START}[a-z] ?\d{{2}} ?\d{{2}} ?\d{{2}} ?[a-d]{END}")
FRENCH = re.compile(
    rf"[12]{START} ?\d{{2}} ?(?:0[1-9]|1[0-2]) ?(?:\d{{2}}|2[ab]) ?\d{{3}} ?\d{{3}}(?: ?\d{{2}})?{END}"
)
ELECTRONIC = re.compile(rf"[0-9]{START}{F}{{2}}[\-. ]{F}{{7}}[\-. ]{F}{{2}}{END}")
ZONE = re.compile(r"[a-z0-9<]{2,40}<<[a-z0-9<]{3,40}")
DOCUMENT_WORDS = frozenset(
    """paspoort paspoortnummer passeport passport reisepass pass identiteitskaart identiteitskaartnummer identite identity id idkaart eid
    personalausweis personalausweises reisepasses identiteitskaarten ausweis ausweisnummer rijbewijs rijbewijsnummer conduire permis driving licence license fuhrerschein fuhrerscheinnummer
    verblijfskaart verblijfstitel verblijfsvergunning sejour residence aufenthaltstitel aufenthaltskarte kaartnummer kaart carte card
    vreemdelingenkaart dienstkaart lidkaart mobib isi ehic europese""".split()
)
DOCUMENT = re.compile(
    rf"(?:\s(?:kaart|card|permit|licence|license|d'identite|electronique|van belgie|belge|belgian|de conduire|de sejour|card)){{0,2}}{LINK}"
    r"(?P<v>(?=[a-z0-9.\-/ ]{0,20}\d[a-z0-9.\-/ ]{0,6}\d)(?:[a-z]{1,3}[ .\-]?)?\d[a-z0-9]{0,14}(?:[ .\-/][a-z0-9]{1,10}(?=[^\w]|$)(?<=\d)){0,4})(?![^\W_])"
)
RESIDENCE = re.compile(
    rf"b{START} ?(?:\d{{3}} ?\d{{3}} ?\d{{3}}|\d{{3}} ?\d{{4}} ?\d{{2}}|\d{{7}} ?\d{{2}}){END}"
)
PASSPORT = re.compile(rf"[a-z]{START}[a-z] ?\d{{6}}{END}")
PASSPORT_CUE = re.compile(
    r"pas(?:poort|seport|sport)|reisepass|identi|ausweis|rijbewijs|permis de conduire|driving|fuhrerschein"
)
FIRM = re.compile(
    rf"[0-9be]{START}(?:(?<=b)e[ .\-]{{0,2}})?[0-9o]?\d{{2,3}}[. \-]?\d{{3}}[. \-]?\d{{3}}{END}(?![.\-]\d)"
)
FIRM_DOTTED = re.compile(r"(?:be[ .\-]{0,2})?[012o]?\d{3}\.\d{3}\.\d{3}$")
FIRM_CUE = re.compile(
    r"\bbtw\b|\btva\b|\bvat\b|\bkbo\b|\bbce\b|\bcbe\b|\bzdu\b|ondernem|entreprise|enterprise|company|unternehmen|\brpr\b|\brpm\b|\bmwst\b|\bust\b|firmennummer|vestiging|etablissement|handelsregister|registre de commerce"
)
FIRM_WORDS = frozenset(
    """btw tva vat kbo bce cbe zdu ondernemingsnummer ondernemingsnr entreprise enterprise company unternehmensnummer rpr rpm mwst ust
    vestigingsnummer etablissement kvk siret siren hrb hra rcs handelsregister onss rsz lei duns""".split()
)
NAMED_FIRM = re.compile(rf"(?:[\s\-.]{{1,2}}(?:idnr|nr|id|registration|number))?{LINK}(?:[\w ]{{0,14}}?\s)?(?P<v>(?:[a-z]{{2}} ?)?\d(?:[ .\-/]?[0-9b]){{4,15}})(?![^\W_])")  # fmt: skip
FOREIGN_VAT = re.compile(rf"[nfdl]{START}(?:(?<=n)l ?\d{{9}} ?b ?\d{{2}}|(?<=f)r ?[a-z0-9]{{2}} ?\d{{3}} ?\d{{3}} ?\d{{3}}|(?<=d)e ?\d{{9}}|(?<=l)u ?\d{{8}}){END}")  # fmt: skip


def identity_numbers(reading: Reading) -> Iterator[Span]:
    yield from _national(reading)
    yield from _documents(reading)
    yield from _firms(reading)


def _figures(text: str) -> str:
    return digits_of(text.translate(str.maketrans("oli", "011")))


def _national(reading: Reading) -> Iterator[Span]:
    for match in matches(NATIONAL, reading):
        if confidence := _national_confidence(reading, match):
            reason = "The form and check digits of a national number" if confidence > 0.9 else "The form of a national number"  # fmt: skip
            yield reading.span(*match.span(), Kind.NATIONAL_NUMBER, confidence, reason=reason)
    for match in matches_after(reading, NATIONAL_WORDS, NAMED_NATIONAL):
        if has_before(reading, match.start("v"), NATIONAL_CUE):
            yield reading.span(
                *match.span("v"),
                Kind.NATIONAL_NUMBER,
                0.7,
                reason="A number after a word for a national number",
            )
    for match in matches(FRENCH, reading):
        yield reading.span(
            *match.span(), Kind.NATIONAL_NUMBER, 0.7, reason="The form of a French social security number"
        )
    for match in matches(BRITISH, reading):
        if reading.cased[match.start()].isupper():
            yield reading.span(
                *match.span(), Kind.NATIONAL_NUMBER, 0.8, reason="The form of a British insurance number"
            )


def _national_confidence(reading: Reading, match: re.Match[str]) -> float:
    digits = _figures(match.group())
    if len(digits) != 11 or sum(c.isdigit() for c in match.group()) < 8:
        return 0.0
    if nn.is_valid(digits) or bis.is_valid(digits):
        return 0.99
    if has_before(reading, match.start(), NATIONAL_CUE):
        return 0.8
    grouped = len(re.findall(r"[ .\-/–]+", match.group()))
    plausible = 0 < int(digits[2:4]) % 20 <= 12 and int(digits[4:6]) <= 31
    return 0.6 if grouped >= 3 and (plausible or grouped == 4) else 0.0


def _documents(reading: Reading) -> Iterator[Span]:
    for match in matches(ELECTRONIC, reading):
        yield reading.span(
            *match.span(), Kind.IDENTITY_DOCUMENT, 0.9, reason="The form of an identity card number"
        )
    for match in matches(RESIDENCE, reading):
        yield reading.span(
            *match.span(), Kind.IDENTITY_DOCUMENT, 0.8, reason="The form of a residence card number"
        )
    for match in matches(PASSPORT, reading):
        capital = reading.cased[match.start() : match.start() + 2].isupper()
        if has_before(reading, match.start(), PASSPORT_CUE) or (capital and " " not in match.group()):
            yield reading.span(
                *match.span(), Kind.IDENTITY_DOCUMENT, 0.7, reason="The form of a passport number"
            )
    for match in matches_after(reading, DOCUMENT_WORDS, DOCUMENT):
        value = match["v"]
        if len(digits_of(value)) >= 5 and not re.match(
            r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|\d{1,2} \d{1,2} \d{4}$", value
        ):
            yield reading.span(
                *match.span("v"),
                Kind.IDENTITY_DOCUMENT,
                0.8,
                reason="A number after a word for an identity document",
            )
    for match in matches(ZONE, reading) if "<<" in reading.plain else ():
        yield reading.span(
            *match.span(), Kind.IDENTITY_DOCUMENT, 0.9, reason="The machine-readable lines of a document"
        )


def _firms(reading: Reading) -> Iterator[Span]:
    for match in matches(FIRM, reading):
        if confidence := _firm_confidence(reading, match):
            yield reading.span(
                *match.span(), Kind.COMPANY_NUMBER, confidence, reason="The form of a company number"
            )
    for match in matches(FOREIGN_VAT, reading):
        if (
            reading.cased[match.start()].isupper()
            and len(digits_of(match.group())) >= 8
            and has_before(reading, match.start(), FIRM_CUE)
        ):
            yield reading.span(
                *match.span(), Kind.COMPANY_NUMBER, 0.8, reason="The form of a foreign VAT number"
            )
    for match in matches_after(reading, FIRM_WORDS, NAMED_FIRM):
        if len(digits_of(match["v"])) >= 6:
            yield reading.span(
                *match.span("v"), Kind.COMPANY_NUMBER, 0.7, reason="A number after a word for a company"
            )


def _firm_confidence(reading: Reading, match: re.Match[str]) -> float:
    said = match.group().replace("o", "0")
    digits = digits_of(said)
    prefixed = said.startswith("be")
    if len(digits) not in (9, 10):
        return 0.0
    if len(digits) == 9 and not prefixed and not has_before(reading, match.start(), FIRM_CUE):
        return 0.0
    valid = vat.is_valid(digits.zfill(10)) or (len(digits) == 10 and digits[0] == "2")
    if valid and (
        prefixed or FIRM_DOTTED.match(match.group()) or has_before(reading, match.start(), FIRM_CUE)
    ):
        return 0.95
    if prefixed or has_before(reading, match.start(), FIRM_CUE):
        return 0.92
    return 0.6 if FIRM_DOTTED.match(match.group()) and len(digits) == 10 and digits[0] in "012" else 0.0
