"""References that nothing announces: 'over KL 25 0042', 'Siehe auch P.24.0113.', letters in capitals and groups of figures."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.matching import is_common
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span

_ENDS = r"(?![\w/]|[.,\-:]\d| ?(?:€|%|eur))"
FORMS = (
    re.compile(
        rf"(?<![\w./\-])(?P<p>[A-Z]{{2,4}}) (?:\d{{2,4}}[ ./\-]\d{{2,6}}|\d{{2,6}}/\d{{1,4}})(?: [A-Z])?{_ENDS}"
    ),
    re.compile(rf"(?<![\w./\-])(?P<p>[A-Z])\.\d{{2}}\.\d{{3,5}}{_ENDS}"),
    re.compile(rf"(?<![\w./\-])(?P<p>[A-Z]) \d{{6,8}}{_ENDS}"),
    re.compile(rf"(?<![\w./\-])(?P<p>[A-Z]{{2,4}}) (?:0\d{{3,6}}|\d{{5,8}}|\d{{3,6}} [A-Z](?![.\w])){_ENDS}"),
    # '7 C 118/24', '12 Sa 44/2023': a court in Germany.
    re.compile(
        rf"(?<![\w./,\-])\d{{1,4}} (?P<p>[A-Z][A-Za-z]{{0,2}}) \d{{1,6}}/\d{{2}}(?:\d{{2}})?(?: [a-z](?!\w))?{_ENDS}"
    ),
    re.compile(rf"(?<![\w./,\-])\d{{2,4}} (?P<p>[A-Z]{{2,3}}) \d{{2,5}}{_ENDS}"),
)
# Money, telephones, taxes, norms and laws are written so as well.
NOBODYS = frozenset(
    """eur usd chf gbp tel gsm fax mob btw tva vat mwst ust be lu bce kbo zdu iban bic nbn iso en iec din sts ptv ce eg eu ec un vn kb ar mb am kgs cao cct kg km cm mm kwh kw pc cp jc pk art nr no ip tv fc pb bp cs pl po apt bus bte box
    uur bis tot van met per jan feb mar mrt apr mei mai may jun jul aug sep sept okt oct oktober nov dec dez juin juil avr fev aout ma di wo do vr za zo bw cc ccp ger stgb bgb zgb en nl fr de id nn nrn rrn rn inss insz niss ssin ehic""".split()
)


def loose_references(reading: Reading) -> Iterator[Span]:
    for pattern in FORMS:
        for match in matches(pattern, reading, cased=True):
            letters = match["p"].lower()
            if letters in NOBODYS or letters in MONTHS_BY_NAME or (len(letters) > 1 and is_common(letters)):
                continue
            yield reading.span(
                *match.span(),
                Kind.REFERENCE,
                0.55,
                entity=f"reference:{match.group().lower()}",
                reason="The form of a file number",
            )
