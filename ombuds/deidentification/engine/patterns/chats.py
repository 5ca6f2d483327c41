"""Who speaks in a chat: what stands between the time and the colon of its lines, '16:02 zozo.as: hi', '[08:12] Milou H.: oke'."""

import re
from collections import Counter
from collections.abc import Iterator

from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.persons.cues import ROLES, SMALL
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import Kind, Span

_DAY = r"(?:\d{1,4}[./\-]\d{1,2}[./\-]\d{2,4},? (?:om |at |a |um )?)?"
_TIME = rf"(?<!\S)[\[(]?{_DAY}\d{{1,2}}[:h.u]\d\d(?::\d\d)?(?: ?[ap]m)?[\])]?(?: ?[\-–—|])? "
SAID = re.compile(
    _TIME + r"~ ?(?P<tilde>[^\s:]{2,30}) ?:|" + _TIME + r"(?P<who>[^\n:<>|,;?!]{1,30}?) ?:(?=\s|\Z)"
)
# 'wika 11:53 : badge de la ville', the time behind the name.
SAID_AT = re.compile(
    r"(?<!\S)(?P<who>[^\W\d][^\n:<>|,;?!]{0,28}?) [\[(]?\d{1,2}[:h.u]\d\d(?::\d\d)?[\])]? ?:(?=\s|\Z)"
)
# Who comes and goes: 'pit.from.bütgi ist dem Chat beigetreten'.
CAME = re.compile(
    _TIME
    + r"~? ?(?P<who>[^\n:<>|,;?!]{1,30}?) (?:ist dem chat|hat den chat|ist beigetreten|joined|left|has joined|has left|was added|a rejoint|a quitte|neemt deel|heeft de (?:chat|groep)|is toegevoegd|heeft .{1,30} toegevoegd)(?![^\W_])",
    re.I,
)
TIED = re.compile(r"\w*[^\W_][._\-\d][\w.\-]*\w|\w*\d\w*")
TOKEN = re.compile(r"(?<![\w.@])\w[\w.\-]*")
WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 3
# Who speaks for the service, or is nobody: no name.
NOBODY = ROLES.union(*SMALL.values()) | frozenset(
    """bot chatbot robot assistent assistente assistant assistante agent agente medewerker medewerkster conseiller conseillere helpdesk
    infodesk systeem system systeme automaat automatic automatique service dienst loket guichet operator operateur operatrice beheerder admin
    administrator moderator mitarbeiter mitarbeiterin berater beraterin ombudsman ombudsdienst mediateur mediatrice dispatch centrale balie
    klant client cliente burger citoyen citoyenne citizen kunde kundin burgerin anoniem anonyme anonymous anonym gast guest invite utilisateur
    user gebruiker nutzer ik moi me ich uhr uur heures heure support team info chat bezoeker bezoekster visiteur visiteuse visitor besucher besucherin onbekend inconnu unknown unbekannt""".split()
)
DRESS = re.compile(r"[^\w\n]+\Z")  # what may stand before the line: quotes, bullets, a smiley
FURTHEST = 12
REASON = "A name on a network"


def chats(reading: Reading) -> Iterator[Span]:
    """Linear in the text; nothing where no line begins with a time."""
    if ":" not in reading.plain:
        return
    found = [
        (*match.span("tilde" if match["tilde"] else "who"), bool(match["tilde"]))
        for match in SAID.finditer(reading.cased)
        if _begins_a_line(reading, match.start())
    ]
    found += [
        (*match.span("who"), False)
        for pattern in (SAID_AT, CAME)
        for match in pattern.finditer(reading.cased)
        if _begins_a_line(reading, match.start())
    ]
    said = [reading.plain[start:end] for start, end, _ in found]
    often = Counter(said)
    for (start, end, tilde), who in zip(found, said, strict=True):
        if tilde or _is_tied(who):
            start -= reading.plain[start - 1 : start] == "~"
            yield reading.span(start, end, Kind.HANDLE, 0.8, entity=f"handle:{who}", reason=REASON)
        elif _is_somebody(reading.cased[start:end], who, often[who] > 1):
            yield reading.span(start, end, Kind.PERSON, 0.8, entity=f"name:{who}", reason=REASON)
    yield from _again(reading, {who for who in often if _is_tied(who) and not is_dictionary_word(who)})


def _is_tied(who: str) -> bool:
    """'zozo.as', 'kev_du_6', 'joske1952': nobody's name is written so, nor a number."""
    return TIED.fullmatch(who) is not None and not who.isdigit()


def _begins_a_line(reading: Reading, at: int) -> bool:
    """In the text as it is written: the plain form goes on over the end of a full line."""
    start = reading.folded.original(at, at + 1)[0]
    before = DRESS.sub("", reading.text[max(0, start - FURTHEST) : start])
    return before.endswith("\n") or (not before and start <= FURTHEST)


def _again(reading: Reading, handles: set[str]) -> Iterator[Span]:
    """The same names wherever they stand in the text."""
    for match in TOKEN.finditer(reading.plain) if handles else ():
        said = match.group().rstrip(".-")
        if said in handles:
            end = match.start() + len(said)
            yield reading.span(match.start(), end, Kind.HANDLE, 0.8, entity=f"handle:{said}", reason=REASON)


def _is_somebody(written: str, who: str, often: bool) -> bool:
    """One to three words, none of them a role; a word of the language only when it speaks more than once."""
    words = WORD.findall(who)
    if not 1 <= len(words) <= MOST_WORDS or not NOBODY.isdisjoint(words) or any(map(str.isdigit, who)):
        return False
    if len(words) == 1:
        return often or (len(words[0]) > 1 and not is_dictionary_word(words[0]))
    return all(word[0].isupper() for word in WORD.findall(written))
