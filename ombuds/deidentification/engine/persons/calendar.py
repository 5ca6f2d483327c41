"""People who are called as a month, a day or an office, behind what they are: « L'inspecteur Janvier a noté », 'A man called Friday'.

French and English write what the calendar holds beside a figure or a preposition; behind a rank or a relative it is a name.
"""

import re
from collections.abc import Callable, Iterator

from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.spans import PATTERN

Found = tuple[int, int, float, str, str, str]
REASON = "A label for a name stands before it"
_SOMEBODY = (
    r"(?:inspecteur|inspectrice|commissaire|brigadier|agent|agente|sergent|lieutenant|capitaine|adjudant|juge|avocate?|notaire|huissier|docteur|voisine?|collegue|fils|fille|mari|femme|soeur|frere|oncle|tante|cousine?|amie?|infirmiere?|assistante sociale|concierge|locataire|proprietaire|appelee?|nommee?|surnommee?|s'appelle|prenommee?|bailli|experte?|temoin"
    r"|inspector|superintendent|sergeant|constable|officer|commissioner|judge|bailiff|doctor|nurse|neighbour|neighbor|colleague|son|daughter|husband|wife|sister|brother|uncle|aunt|cousin|friend|caretaker|tenant|landlord|landlady|called|named|detective|warden|witness|caseworker|teacher|tutor|driver)"
)
_DAYS = r"(?:Janvier|Fevrier|Mars|Avril|Mai|Juin|Juillet|Aout|Septembre|Octobre|Novembre|Decembre|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|January|March|April|May|June|July|August|Monday|Friday|Sunday|Saturday|Noel|Paques|Printemps|Winter|Summer|Spring|Autumn|Easter|Christmas|Winters|Summers)"
NAMED = re.compile(
    rf"(?<![^\W_])(?i:{_SOMEBODY})(?: |, )(?P<v>{_DAYS}(?:-[A-Z]\w+)?)(?= [a-z']{{1,14}}(?! ?\d)|[,;)\n]|\.(?!\d)|\Z)(?! (?:and|or|to|et|ou|au|a) (?:{_DAYS}|\d))"
)
# 'The chair, Abbot, closed'; « le président, Labbé, a levé »: between commas, whatever it means.
BETWEEN = re.compile(
    r"(?<![^\W_])(?i:chair|chairman|chairwoman|clerk|treasurer|secretary|rapporteur|president|presidente|tresorier|tresoriere|secretaire|greffier|greffiere|foreman|manager|supervisor|contremaitre|chef|gerante?|directeur|directrice), (?P<v>[A-Z][a-z\-]{2,20}), (?=[a-z])"
)
LANGUAGES = frozenset({"fr", "en"})


def called_as_days(text: Text, is_free: Callable[[int], bool]) -> Iterator[Found]:
    """(start, end, confidence, reason, part, source) in the plain form."""
    if text.language not in LANGUAGES:
        return
    for pattern in (NAMED, BETWEEN):
        for match in pattern.finditer(text.cased):
            if not match["v"].isupper():
                yield (*match.span("v"), 0.7, REASON, "last", PATTERN)
