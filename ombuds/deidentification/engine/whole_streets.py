"""All of a street where only a piece of it was found: a small word before it, a king's number, a box, its town.

Works on finished spans of the original.
"""

import re
from dataclasses import replace

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.spans import Span
from ombuds.deidentification.engine.towns import names as town_names

POINT_AFTER = re.compile(
    r"(?:(?<=/\d)|(?<=/\d\d)|(?<=bus \d)|(?<= b \d)|(?<=bte \d))\.\d{1,2}(?!\d)"
)  # '12/2.1'
# 'rue du Zodiaque 22 forest', 'mechelsestraat 87, lier'.
TOWN_AFTER = re.compile(r",? (?:[aà] |te |in )?(?P<town>[a-z][a-z\-]{2,24})(?= ?(?:[.,;\n]|\Z|0\d|\+\d))")
CAPITAL_TOWN_AFTER = re.compile(r", (?P<town>[A-ZÀ-Þ][\w'’\-]{1,24})(?= ?(?:[.,;)\n]|\Z))")
# 'au 58 de la |rue de la Poudrière', 'qui habite Au Fond des Rys 133', 'Nous logeons En Bergerue 4', 'à grand-rue 374'.
BEFORE = re.compile(
    r"(?<=[a-zà-ÿ] )(?:Au|Aux|En|Sur|Sous|Devant|Derrière|Ter|Ten|Op|Aan|Achter|Onder|Boven|Hof te)(?: (?:la|le|les|de|den|het|der|du|des))? \Z|(?<=habite )au \Z|(?<=habité )au \Z|(?<![^\W_])[Gg]rand[-'’]\Z"
    r"|(?<![^\W_])(?:Koning(?:in)?|Prins(?:es)?|Roi|Reine|Prince(?:sse)?|König(?:in)?|Keizer|Kardinaal|Generaal|Général|Maréchal|Maarschalk|Burgemeester|Bourgmestre|Pastoor|Kanunnik) \Z"
    r"|(?<![\w.,])(?:n° ?|numéro )?\d{1,4}[a-z]?,? de (?:la |l['’])?\Z"
)
LONGEST_BEFORE = 24
# 'Avenue Albert |I 359'.
KING = re.compile(
    r"(?<=[a-zéè]) (?:I{1,3}|IV|V|VI{1,3}|1er|Ier)(?:(?:,? \d{1,4}[a-z]?)(?![^\W_])|(?=[.,;)\n]|\Z))"
)


def whole_street(text: str, span: Span, next_one: int) -> Span:
    """The span grown, unless `next_one`, where the next span begins, is in the way."""
    if before := BEFORE.search(text, max(0, span.start - LONGEST_BEFORE), span.start):
        span = replace(span, start=before.start())
    if (king := KING.match(text, span.end)) and king.end() <= next_one:
        span = replace(span, end=king.end())
    if not text[span.end - 1 : span.end].isdigit():
        return span
    more = TOWN_AFTER.match(text, span.end) or CAPITAL_TOWN_AFTER.match(text, span.end)
    if more is None or plain(more["town"]) not in town_names()[0]:
        more = POINT_AFTER.match(text, span.end)
    return replace(span, end=more.end()) if more and more.end() <= next_one else span
