"""What the finders of names took for somebody and is nobody: thanks in another language, 'mon mari', a German adjective before its noun, a season.

Works on what was found, so it costs only where a name was seen. A title before the name, or what the case knows, is never touched.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength, words
from ombuds.deidentification.engine.peoples import SPOKEN_LANGUAGES, is_of_a_people
from ombuds.deidentification.engine.persons.cues import DETERMINERS, LANGUAGE_NAMES, ROLES
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.spans import MODEL, PATTERN

Found = tuple[int, int, float, str, str, str]
AFTER_A_VERB = "A verb follows it"
_KIN = {
    "nl": r"(?:mijn|onze|ons) (?:man|vrouw|zoon|dochter|kind|kinderen|moeder|vader|broer|zus|buurman|buurvrouw|buren|huisbaas)",
    "fr": r"(?:mon|ma|mes|notre|nos) (?:mari|femme|fils|fille|enfants?|mere|pere|frere|soeur|voisine?|voisins|proprietaire|epoux|epouse)",
    "en": r"(?:my|our) (?:husband|wife|son|daughter|child|children|mother|father|brother|sister|neighbours?|landlord|kids)",
    "de": r"(?:mein|meine|meinen|meinem|meiner|unser|unsere) (?:mann|frau|sohn|tochter|kind|kinder|mutter|vater|bruder|schwester|nachbarn?|nachbarin|vermieter)",
}
_IS = {"nl": "is", "fr": "est", "en": "is", "de": "ist"}
# With what is said of whoever it is: 'mon mari est malade'.
KIN = {
    language: re.compile(rf"(?<![^\W_]){kin}(?: {_IS[language]} (?P<how>[^\W\d_]{{3,14}}))?(?![^\W_])")
    for language, kin in _KIN.items()
}
_THANKS = (
    r"(?:hartelijk |heel erg )?(?:dank (?:u|je)(?: wel)?|bedankt)|hartelijk dank|goed[e]?n?(?:dag|morgen|middag|avond)|goeie(?:morgen|middag|avond|dag)|met vriendelijke groet(?:en)?|vriendelijke groeten|geachte|beste (?:mevrouw|heer)|alstublieft|tot ziens|"
    r"merci(?: beaucoup| bien| d'?avance| vielmals| encore)?|bonjour|bonsoir|salut|coucou|bien a vous|cordialement|cher monsieur|chere madame|s'il vous plait|"
    r"thank you(?: very much| so much)?|thanks(?: a lot| so much| in advance)?|(?:kind|best|warm) regards|dear (?:sir|madam|sirs)|dear(?= ?,)|yours (?:sincerely|faithfully)|hello|please(?: help)?|"
    r"(?:vielen|besten|herzlichen) dank(?: im voraus)?|im voraus|danke(?: schon| sehr)?|guten (?:tag|morgen|abend)|(?:mit )?(?:freundlichen|besten|lieben|herzlichen) gru(?:ss|ssen)|viele grusse|sehr geehrte(?: damen und herren| frau| herr)?|damen und herren|auf wiedersehen|"
    r"gracias|grazie|obrigad[oa]|tesekkur(?:ler)?|shukran|choukran|salam(?: aleikum)?|inch'?allah|insh'?allah|hamdoulillah|dziekuje|multumesc|spasiba"
)
_SMALL = r"\n(?:kus(?:jes)?|toedels|laters|doei|dagdag|biz|bizz|bis denne|tschussi|tschau|ciao|ta|cheers|lg|vg|grtjs|merci davance)|dagdag|bjr(?: jai)?|heyy+|oke+|slt|kzit|jsuis|davance|huhu|denne|hallochen"
PHRASES = re.compile(
    rf"(?:(?<=\n)|\A)(?:beste|danke|merci)(?= [^\W\d_]+(?: [^\W\d_]+)? ?,)|(?<![^\W_])(?:{_THANKS})(?![^\W_])|(?:{_SMALL})(?![^\W_])"
)
TRIGGERS = frozenset(
    """mijn onze ons mon ma mes notre nos my our mein meine meinen meinem meiner unser unsere dank bedankt goedendag goedemorgen goedemiddag goedenavond goedenmorgen goedendag goeiemorgen goeiemiddag goeieavond goeiedag groeten groet hartelijk geachte beste alstublieft
    merci bonjour bonsoir salut coucou bien cordialement cher chere beaucoup thank thanks kind best regards dear yours hello please vielen besten herzlichen danke guten freundlichen lieben grussen gruss grusse mit viele damen herren sehr geehrte voraus gracias grazie obrigado obrigada tesekkur tesekkurler
    shukran choukran salam inch inchallah inshallah insh hamdoulillah dziekuje multumesc spasiba kus kusjes toedels laters doei dagdag biz bizz tschussi tschau ciao ta cheers lg vg grtjs davance bjr jai huhu denne hallochen mari mann husband man est is ist""".split()
)
SEASONS = frozenset(
    "lente zomer herfst winter printemps automne hiver summer autumn spring fruhling sommer herbst".split()
)
ENDINGS = ("em", "en", "er", "es", "e")
COPULAS = frozenset("ist sind war waren ware wurde wurden wird bin bist klang klingt ware sein".split())
SUBJECTS = frozenset("es das ich wir man sie er dies alles niemand jemand".split())
ARTICLES = frozenset("der die das mein meine unser unsere ihr ihre sein seine dieser diese dieses".split())
OF_PEOPLE = frozenset(
    "lieber liebe lieben geehrter geehrte geehrten werter werte verehrter verehrte kleine kleiner kleinen junge junger jungen alte alter alten arme armer".split()
)
SPOKEN = re.compile(
    r"(?<![^\W_])(?:talen|taal|moedertaal|tolk(?:en)?|vertaler|spreekt|spreken|spreek|langues?(?: maternelle)?|interpretes?|traducteur|traductrice|parlent?|parle|languages?|mother tongue|interpreters?|translator|speaks?|spoke|sprachen?|muttersprache|dolmetscher(?:in)?|spricht|sprechen|spreche)"
    r"[ .:]{1,14}(?:(?:fur|voor|pour|for|in|en|het|le) )?(?:[^\W\d_]+(?:, ?| (?:en|et|and|und|of|ou|or|oder) ))*\Z"
)


def without_nobodys(text: Text, found: Iterable[Found]) -> Iterator[Found]:
    """The same, in order, without what is nobody and without the words at the edges that are no part of the name."""
    for one in found:
        first = bisect_left(text.starts, one[0])
        last = bisect_left(text.starts, one[1]) - 1
        if first > last:
            yield one
            continue
        start, end = _without_phrases(text, one, first, last)
        if start >= end or _is_nobody(text, one, first, last):
            continue
        if text.in_capitals(first):
            start, end = _in_capitals(text, start, end, first)
        yield one if (start, end) == one[:2] else (start, end, *one[2:])


def _without_phrases(text: Text, one: Found, first: int, last: int) -> tuple[int, int]:
    start, end = one[:2]
    if TRIGGERS.isdisjoint(text.words[max(0, first - 2) : last + 1]):
        return start, end
    titled = one[5] == PATTERN and one[3] == "A title stands before it"
    if titled:
        return start, end
    at = max(0, text.starts[max(0, first - 3)] - 1)
    for begin, finish in _phrases(text, at, min(len(text.plain), end + 30)):
        if finish <= start or end <= begin:
            continue
        if begin <= start:
            start = finish
        else:
            end = begin
    while start < end and not text.plain[start].isalnum():
        start += 1
    while end > start and not text.plain[end - 1].isalnum() and text.plain[end - 1] != ".":
        end -= 1
    return start, end


def _phrases(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Thanks in any language, and whose relative somebody is in another than the text's."""
    for phrase in PHRASES.finditer(text.plain, start, end):
        yield phrase.span()
    for language, pattern in KIN.items():
        if language == text.language:
            continue
        for phrase in pattern.finditer(text.plain, start, end):
            how = phrase["how"]
            said = how is None or (how in words(language) and text.cased[phrase.start("how")].islower())
            yield phrase.start(), phrase.end() if said else phrase.start("how") - 1


def _is_nobody(text: Text, one: Found, first: int, last: int) -> bool:
    if one[5] == PATTERN and one[3] != AFTER_A_VERB:
        return False
    if _is_spoken(text, first, last):
        return True
    if first == last and text.words[first] in SEASONS:
        return _is_season(text, first)
    if first == last and one[5] == MODEL and _is_small_thing(text, first):
        return True
    return text.language == "de" and _is_described(text, first, last)


def _is_spoken(text: Text, first: int, last: int) -> bool:
    """'Talen: Frans, Engels, Tigrinya'."""
    for word in text.words[first : last + 1]:
        if not (word in LANGUAGE_NAMES or word in SPOKEN_LANGUAGES or is_of_a_people(word)):
            return False
    start = text.starts[first]
    return SPOKEN.search(text.plain, max(0, start - 60), start) is not None


def _is_small_thing(text: Text, index: int) -> bool:
    """'un bon moulin', 'vol met zand' typed small: an everyday word after an article or a quality."""
    if text.capitals[index] or not text.is_word(index) or text.before(index) != " ":
        return False
    before = text.words[index - 1]
    return before in DETERMINERS.get(text.language, ()) or before in BEFORE_THINGS


BEFORE_THINGS = frozenset(
    "bon bonne vieux vieille petit petite grand grande nouveau nouvelle gros grosse du de met vol veel goede oude nieuwe kleine grote good old new big mit viel voll".split()
)


BEFORE_SEASONS = frozenset(
    "de het deze die elke vorige volgende in der die den dem im am vom zum jeden letzten nachsten diesen the this last next every each le la l cet cette en au du chaque midden einde begin".split()
)
ALSO = frozenset("en und and et of oder or ou".split())


def _is_season(text: Text, index: int) -> bool:
    """'in de Lente', 'Winter en Zomer', 'Spring came'; not where somebody may be called so."""
    before = text.words[index - 1] if index and text.before(index) in {" ", "'"} else ""
    after = text.words[index + 1] if index + 1 < len(text) and text.gap(index) == " " else ""
    pairs = (before in ALSO and text.words[index - 2] in SEASONS) or (
        after in ALSO and text.words[index + 2 : index + 3] and text.words[index + 2] in SEASONS
    )
    opens = (
        text.starts_sentence(index)
        and bool(after)
        and (not text.capitals[index + 1] or text.in_capitals(index))
    )
    if before in {"de", "den", "der"} and text.capitals[index - 1] and not text.starts_sentence(index - 1):
        return text.in_capitals(index)  # 'Jan De Winter'
    return before in BEFORE_SEASONS or bool(pairs) or opens


# German adjectives that people are called by as well; plain form, without their ending.
ADJECTIVES = frozenset(
    """hart klug sauer kalt rein grob bar still zahm fromm herb frech schwarz braun weiss grun blau rot gelb lang kurz hell heller dunkel froh bos wild fein lieb jung alt arm ernst edel edl dick dunn leer frisch stolz heiss warm kuhl gross klein hoch hoh tief flach breit schmal eng weit
    schwer leicht stark schwach schnell langsam laut leise neu gut schlecht schon teuer teur billig gesund krank mud nass trocken feucht sauber ruhig nett freundlich barsch streng mild sanft rau roh stumpf scharf spitz rund gerade krumm schief steil glatt weich zart derb dumm schlau gescheit toll
    blod dreist keck kuhn tapfer feig treu ehrlich falsch wahr echt blank satt hungrig voll fest lose reif faul trag traurig lustig heiter glucklich wutend zornig bitter suss peinlich selten haufig genau rasch flink klar trub finster grau bunt blass bleich golden heilig ewig einzig eigen fremd
    gemein gram reich arg schlimm schlicht stur stumm taub blind lahm matt munter frei offen offn link recht unnutz lauter stattlich redlich hubsch herzlich kraftig schmutzig dreckig muffig schimmlig leid blind""".split()
)


def is_adjective(word: str) -> bool:
    return word in ADJECTIVES or any(word.removesuffix(e) in ADJECTIVES for e in ENDINGS if word.endswith(e))


def _is_described(text: Text, first: int, last: int) -> bool:
    """'Harte Worte', 'Frech war der Ton', 'schwarzer Schimmel'."""
    word = text.words[first]
    if given_strength(text.words[last]) is Strength.SURE or last - first > 1:
        return False
    if last > first:
        return text.starts_sentence(first) and is_adjective(word) and text.is_word(last)
    if _follows_adjective(text, first):
        return text.is_word(first)
    if not text.starts_sentence(first) or not is_adjective(word) or given_strength(word) is Strength.SURE:
        return False
    return _is_before_noun(text, first) or _is_said_of(text, first)


def _follows_adjective(text: Text, index: int) -> bool:
    if not index or text.before(index) != " ":
        return False
    before = text.words[index - 1]
    described = before.endswith(ENDINGS) and before not in OF_PEOPLE and is_adjective(before)
    return described and (not text.capitals[index - 1] or text.starts_sentence(index - 1))


def _is_before_noun(text: Text, index: int) -> bool:
    """'Grobe Fehler': the adjective of the noun behind it."""
    after = index + 1
    if after >= len(text) or text.gap(index) != " " or not text.capitals[after]:
        return False
    inflected = text.words[index].endswith(ENDINGS)
    return inflected and text.is_word(after) and given_strength(text.words[after]) is Strength.NONE


def _is_said_of(text: Text, index: int) -> bool:
    """'Sauer bin ich', 'Zahm ist der Hund'; 'Klug war nicht da' is somebody."""
    after = text.words[index + 1 : index + 4]
    if len(after) < 2 or text.gap(index) != " " or after[0] not in COPULAS:
        return False
    if after[1] in SUBJECTS:
        return True
    noun = after[2] if len(after) > 2 else ""
    return after[1] in ARTICLES and noun not in ROLES | {"meinung", "ansicht"} and text.capitals[index + 3]


BEFORE_NAME = frozenset("ben bin war was ist is est am suis were are etait etais".split())
SELF = frozenset("ik ich je i hij zij ze he she er sie il elle naam name nom".split())
PLACED = re.compile(
    r" (?:IN|TE|AUS|BEI|UIT|AT|FROM|OF|CHEZ|A|SEIT|SINDS|DEPUIS|EN|AND|UND|ET)\Z| (?:IN|TE|AUS|UIT|AT|CHEZ|SEIT|SINDS|DEPUIS) (?!'?T |DE |DEN |DER |HET )"
)


def _in_capitals(text: Text, start: int, end: int, first: int) -> tuple[int, int]:
    """'ICH |BIN| KARL WEBER', 'MARIA KLEIN |IN EUPEN|'."""
    word = text.words[first]
    verb = word in BEFORE_NAME and (word != "ben" or (first > 0 and text.words[first - 1] in SELF))
    if verb and text.ends[first] < end and text.gap(first) == " ":
        start = text.starts[first + 1]
    placed = PLACED.search(text.cased, start, end)
    return start, placed.start() if placed else end
