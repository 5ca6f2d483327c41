"""Which events a sentence really tells: what was only asked for, did not happen or was done by the other side is told as neither.

The attack reads every word, whatever is said about it; a writer who is offered "the amount was refunded" needs more care. Four languages,
read without accents and capitals.
"""

import re
from collections.abc import Iterable

from ombuds.deidentification.intruder.plain import folded_with_case
from ombuds.deidentification.intruder.telling import facts_in

# "not founded" holds the word "founded": who denies it does not tell it.
DENIES = {"unfounded": "founded", "refused": "granted"}
# What is done in the end; whoever asks for it, hopes for it or goes without it does not tell that it happened.
DONE = frozenset(
    "repaid granted corrected cancelled apologised solved mediated explained promised founded error paid decided".split()
)
# What does not happen to somebody who says so: who "got no reminder" tells of none. A refusal and a silence are told by denying.
DENIABLE = DONE | frozenset(
    "reminded fined billed reclaimed damage moved visited called inspected documents wrote letter stopped recommended appealed".split()
)
WISHED = re.compile(
    r"\b(?:"
    # nl
    r"(?:ik|wij|we|hij|zij|ze|men|verzoeker|verzoekster|betrokkene|mevrouw|meneer) (?:vra|vroeg|eis|wil|wens|hoop)\w*"
    r"|(?:vraagt|vragen|vraag|vroeg|vroegen|eist|eiste|hoopt|hoopte) (?:dat|om|of)\b"
    # fr
    r"|demand(?:e|es|ent|ons|ait|aient|ai) (?:que|qu|a|de|d|le|la|l|les|un|une)\b|(?:souhait|voudr|voulai|esper|exig)\w*|veu(?:x|t|lent)\b"
    # en
    r"|(?:i|we|he|she|they|complainant) (?:ask|want|wish|hope|would like|demand)\w*|(?:asks|asked) (?:that|for|to|the)\b"
    # de
    r"|(?:bitte|bittet|bitten|bat|baten)\b|(?:verlang|hoff|mocht|wunsch)\w*|(?:ich|wir|er|sie) (?:will|wollen|wollte)\b"
    r")"
)
DENIED = re.compile(
    r"\b(?:niet|geen|nooit|niets|zonder|n|ne|pas|jamais|aucun\w*|sans|not|no|never|without|nothing|cannot|nicht|kein\w*|nie|niemals|ohne)\b"
)
CLAUSE = re.compile(r"[,;:.!?]|\b(?:maar|mais|but|aber|en|et|and|und)\b")
# A bill is no bank account.
ACCOUNT = re.compile(r"\b(?:vanaf|van|op|naar|per) (?:(?:de|een|mijn|zijn|haar|hun|uw|die|deze) )?rekening\b")
# Who asks to see papers brings none.
ACCESS = re.compile(
    r"\b(?:openbaarheid van|toegang tot|inzage (?:in|van)|acces aux?|consultation de|access to|zugang zu|einsicht in)\b[^,;.]{0,25}\b(?:document|stukken|dokument|unterlagen)"
)
RECEIVED = re.compile(
    r"\b(?:kreeg|kregen|ontving|ontvingen|gekregen|ontvangen|recu|recus|recue|recoit|recois|received|receive|receives|got|bekam|bekamen|bekommen|erhielt|erhielten|erhalten)\b"
)
WROTE = re.compile(
    r"\b(?:schreef|schreven|geschreven|stuurde|stuurden|gestuurd|mailde|gemaild|ecrit|ecrivait|envoye|envoyait|wrote|written|sent|emailed|schrieb|geschrieben|schickte|geschickt|sandte|bewirkten)\b"
)
WE = re.compile(r"\s*(?:wij|we|nous|wir)\b")
OMBUDS = re.compile(
    r"\s*(?:de |het |l |le |la |the |die |der |onze |our |unsere? )?(?:ombuds\w*|mediateur|mediatrice)\b"
)


def truly_told(sentence: str) -> set[str]:
    """The events whose fixed sentence would be true of this sentence."""
    plain = folded_with_case(sentence)
    low = spoken(sentence)
    if WISHED.search(low) and _events(plain) & DONE:
        return (_events(plain) - DONE - {"asked", "reclaimed"}) | {"wished"}
    clauses = [c for c in CLAUSE.split(plain) if c.strip()]
    whole, parts = _events(plain), [(_events(c), c.lower()) for c in clauses]
    found = whole - set().union(*(events for events, _ in parts))  # phrases over the border of a clause
    for events, clause in parts:
        denied = DENIED.search(clause.replace("'", " ").replace("’", " "))
        found |= events - DENIABLE if denied else events
    found -= {yes for no, yes in DENIES.items() if no in whole}
    return set(_of_whom(found, low))


def spoken(sentence: str) -> str:
    """The sentence in plain form, in small letters, its apostrophes as spaces."""
    return " ".join(folded_with_case(sentence).lower().replace("'", " ").replace("’", " ").split())


def _events(plain: str) -> set[str]:
    return {fact.value for fact in facts_in(plain) if fact.kind == "event"}


def _of_whom(found: set[str], low: str) -> Iterable[str]:
    """Who wrote to whom, who asked, what was only awaited."""
    if "billed" in found and ACCOUNT.search(low):
        found.discard("billed")
    if "documents" in found and (ACCESS.search(low) or OMBUDS.match(low)):
        found.discard("documents")
    if "changed_rule" in found:  # "referred to the regulations" sends nobody on
        found.discard("referred")
    if "referred" in found:  # sent on, and not sent a letter
        found.discard("wrote")
    if found & {"founded", "unfounded"}:  # begründet
        found.discard("explained")
    if found & {"waited", "no_answer"}:
        found.discard("decided")
    if "wrote" in found and "no_answer" not in found and not WROTE.search(low):
        found = (found - {"wrote"}) | {"received" if RECEIVED.search(low) else "letter"}
    if "asked" in found and WE.match(low):  # a couple, or the office: nobody can tell
        found = (found - {"asked"}) | {"inquired"}
    if OMBUDS.match(low) and found <= {"complained", "asked", "wrote", "called", "visited"}:
        found = {"examined"} if found else found
    return found
