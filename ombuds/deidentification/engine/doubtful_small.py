"""In doubt a name, where capitals say nothing: lines typed small, lines in capitals.

There a kind of house tells that its name follows ('bij bakkerij de kroon'), a preposition that somebody sells or hires
('BIJ VOLVO TRUCKS'), and what somebody is that he has a name ('der gerichtsvollzieher lennertz').
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from ombuds.deidentification.engine.around import Around
from ombuds.deidentification.engine.doubtful_words import CHAINS, ORDINARY, ORDINARY_LETTERS, PUBLIC
from ombuds.deidentification.engine.lexicons.loading import (
    LANGUAGES,
    Strength,
    common_words,
    given_strength,
    words,
)
from ombuds.deidentification.engine.organisation_words import LEGAL_FORMS, NO_NAME
from ombuds.deidentification.engine.persons.cues import ACTS, DEEDS, POSSESSIVES, ROLES, SALUTATIONS, SMALL
from ombuds.deidentification.engine.persons.grading import is_misspelt_word
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.spans import Kind
from ombuds.deidentification.engine.trade_words import STOPS

IsType = Callable[[str], bool]
ARTICLES = frozenset("de het t la le les l the der die das den zum zur am im chez au aux ter ten".split())
BEFORE = frozenset(
    "im ins vom beim am zum zur bij naar van voor via aan in chez a au de par pour at from for by bei von fur zu".split()
)
PLACING = frozenset("bij via chez bei at".split())
# Where people say them without an article and without a name: 'naar school gaan', 'in de garage staat'.
VAGUE = frozenset("school schooltje kerk club garage restaurant hotel cafe ziekenhuis hopital maison ferme hof schule kita krankenhaus pension verein transport elektro taxi taxis bedrijf winkel firma ecole societe entreprise association unternehmen versicherungen assurances home center centre".split())  # fmt: skip
TIMES = frozenset(
    """dag dagen week weken maand maanden jaar jaren ochtend avond nacht morgen middag laatste eerste volgende vorige hele zelfde meeste enige tweede derde andere nieuwe tijd keer beste week-end weekend uur
    matin soir jour jours nuit midi temps semaine mois plus premier premiere dernier derniere meme seul seule autre plupart samedi dimanche long
    day days week month year morning evening night first last next same whole other only most best time moment
    tag tage woche monat jahr morgen abend nacht letzte letzten erste ersten nachste nachsten ganze ganzen gleiche anderen selbe zeit meisten""".split()
)
FINITE = (
    ACTS
    | DEEDS
    | frozenset(
        """moest moesten zou zouden mag mogen gaat ging gingen komt kwam belde belt stuurde stuurt gaf geeft nam neemt liet laat zette zet bleef blijft doet deed zijn waren hebben hadden worden werden kunnen konden willen wilden
        devait devrait doivent va vont allait vient venait fait faisait refuse refusait dit disait passe passait sont etaient ont avaient appelle appelait envoie
        should must may might will shall says said gave gives took takes came comes sent sends called calls were are have had
        sollte sollten muss musste mussten will wollte wollten darf durfte geht ging kam kommt gab gibt nahm nimmt rief ruft schickte schickt sind waren haben hatten werden wurden konnte konnten
        wil wilt kan kon moet zal wou hoeft lijkt blijkt staat stond ligt lag houdt hield krijgt kreeg brengt bracht soll muss kann darf mag will hält lässt lasst liess steht stand liegt lag bekommt bekam bringt brachte veut peut doit sait met tient can could would does did""".split()
    )
)
MOST = 3


# Roles that are other words as well: 'hat nicht gerufen', 'de meter werd afgelezen'.
NO_ROLES = frozenset({"nicht", "meter", "peter", "de", "la", "ex"})
# Trades by which people call the shop, and letters before the name of a hospital.
SHOPS = frozenset(
    """kapper kapster bakker slager beenhouwer coiffeur coiffeuse boulanger boucher friseur friseurin backer metzger barber hairdresser butcher baker winkel firma interim az uz chu chr chc cliniques
    supermarkt kringloop traiteur fitness zwembad kita kiga opvang onthaalmoeder""".split()
)
LETTERS = frozenset("az uz chu chr chc".split())


def small_names(text: Text, around: Around, is_type: IsType) -> Iterator[tuple[list[int], Kind]]:
    """Runs of words, each the name of a house or of somebody."""
    kinds = (
        HOUSES
        | (GERMAN if text.language == "de" else frozenset())
        | {word for word in set(text.words) if is_type(word)}
    )
    for index, word in enumerate(text.words):
        if index + 1 >= len(text) or not (word in kinds or word in PLACING or word in ROLES):
            continue
        if text.gap(index) not in {" ", " '", ' "', " ("} or not _says_nothing(text, index + 1):
            continue
        run: list[int] = []
        kind = Kind.ORGANISATION
        if word in kinds and not PUBLIC.match(word):
            run = _after_kind(text, index, around)
        elif word in PLACING:
            run = _after_place(text, index, around)
        if not run and word in ROLES and word not in NO_ROLES:
            run, kind = _after_role(text, index, around), Kind.PERSON
        if run and all(around.is_free(i) for i in run):
            yield run, kind
    for index in _with_articles(text, around):
        yield [index], Kind.PERSON
    for run in (*_owed(text, around), *_second_words(text, around), *_at_work(text, around)):
        yield run, Kind.ORGANISATION


def _with_articles(text: Text, around: Around) -> Iterator[int]:
    """'die mia hatte schon bronchitis': German puts an article before who is talked of, typed small too."""
    for index in range(1, len(text)) if text.language == "de" else ():
        word = text.words[index]
        if (
            text.words[index - 1] in {"die", "der", "den", "dem", "vom", "beim"}
            and text.gap(index - 1) == " "
            and given_strength(word) is Strength.SURE
            and word not in words("de")
            and not text.capitals[index]
            and text.is_small_here(index)
            and around.is_free(index)
            and not is_title(text, index)
        ):
            yield index


# 'een lening bij snel geld in gent', 'eine rechnung von dachbau meuler bekommen', all typed small.
OWED = re.compile(
    r"(?<![^\W_])(?:lening|schuld|schulden|krediet|factuur|facturen|rekening|herinnering|aanmaning|abonnement|contract|kredit|darlehen|rechnung|rechnungen|mahnung|mahnungen|vertrag|abo) (?:bij|van|met|von|bei|mit) "
    r"(?P<v>[^\W\d_]{3,}(?: [^\W\d_]{3,}){0,2}?)(?= (?:in|uit|te|voor|om|over|aus|fur|wegen|zu|die|dat|gekregen|ontvangen|bekommen|erhalten|van|von)(?![^\W_])|[.,;\n]|\Z)"
)


def _owed(text: Text, around: Around) -> Iterator[list[int]]:
    for match in OWED.finditer(text.plain):
        first, last = bisect_left(text.starts, match.start("v")), bisect_left(text.starts, match.end("v")) - 1
        run = list(range(first, last + 1))
        if all(around.is_free(i) and _says_nothing(text, i) and _goes_on(text, i) for i in run):
            yield run


WORKING = re.compile(
    r"(?<![^\W_])(?:werk|werkt|werkte|werkten|gewerkt|travaille|travaillais|bosse|work|works|worked|working|arbeite|arbeitet|arbeitete|arbeiten|gearbeitet|schaffe|schafft|malocht|jobbe|poets|poetst|kuist|kuis|kookt|putzt|putze|kocht|nettoie|cuisine|clean|cleans|cook|cooks)(?: [^\W\d_]{2,12}){0,2} (?:in|bij|voor|a|au|pour|chez|at|for|bei|im|beim|fur) "
    r"(?P<v>(?:(?:de|het|la|le|les|l'|the|der|dem|den) ?)?[^\W\d_]{4,}(?: [^\W\d_]{4,})?)(?= (?:als|comme|as a|as an|en|et|and|und|in|te|a|sinds|seit|depuis|since)(?![^\W_])|[.,\n])"
)


def _at_work(text: Text, around: Around) -> Iterator[list[int]]:
    """'ik werk zelf in de rozerie als opvoedster': whatever stands there is who one works for."""
    for match in WORKING.finditer(text.plain):
        first, last = bisect_left(text.starts, match.start("v")), bisect_left(text.starts, match.end("v")) - 1
        run = list(range(first, last + 1))
        if not all(around.is_free(i) and _says_nothing(text, i) for i in run):
            continue
        said = [i for i in run if text.words[i] not in ARTICLES]
        if said and all(
            _may_name(text, i) and text.words[i] not in common_words(text.language) for i in said
        ):
            yield run


def _second_words(text: Text, around: Around) -> Iterator[list[int]]:
    """'VOLVO TRUCKS EN', 'RENOVA SÜD SOLLTE': the word between a firm and a small word or a verb."""
    for index, word in enumerate(text.words):
        if (
            (around.follows_house(index, firm=True) or _ends_house(text, index, around))
            and around.is_free(index)
            and _says_nothing(text, index)
            and _goes_on(text, index)
            and word not in common_words(text.language)
            and _ends(text, index)
        ):
            yield [index]


def _ends_house(text: Text, index: int, around: Around) -> bool:
    """'mein geschäft bosporus grill', where only the middle was found."""
    return (
        index > 1
        and text.before(index) == " "
        and around.is_named(index - 1)
        and text.words[index - 2] in HOUSES
    )


GERMAN = frozenset("haus villa residenz stift heim saal hutte laden treffpunkt".split())
HOUSES = SHOPS | frozenset(
    "geschaft laden zaak commerce magasin shop store firma firme company bedrijf restaurant cafe frituur friterie imbiss".split()
)


def _says_nothing(text: Text, index: int) -> bool:
    """Whether a capital, or none, tells nothing about the word."""
    return text.in_capitals(index) or (not text.capitals[index] and text.is_small_here(index))


def _after_kind(text: Text, index: int, around: Around) -> list[int]:
    first = index + 1
    if text.words[index] in LETTERS and around.is_place(first):
        return [index]  # 'uz jette'
    if text.words[index] in LETTERS:
        return [index, first] if _may_name(text, first) and text.words[first] not in FINITE else []
    if text.words[first] == "de" and text.language != "nl":
        return []  # 'la pension de gillian'
    article = text.words[first] in ARTICLES
    owned = text.words[index - 1] in POSSESSIVES if index else True
    if article and text.words[index] in VAGUE and index and text.words[index - 1] in ARTICLES:
        return []  # 'in de garage de auto hersteld'
    at = first + 1 if article else first
    led = _leads_in(text, index)
    if not article and not led and text.words[index] in VAGUE:
        return _called(text, index, around)
    run: list[int] = []
    while at < len(text) and len(run) < MOST and _goes_on(text, at) and around.is_free(at):
        if run and text.words[at] in common_words(text.language) and not ((led or owned) and _ends(text, at)):
            break
        run.append(at)
        at += 1
    if not run or (article and len(run) == 1 and not _ends(text, run[-1])):
        return []
    if not article and not led and text.words[run[0]] in common_words(text.language):
        return _called(text, index, around)
    return [first, *run] if article else run


VERBAL = re.compile(r".*(?:t|te|[^aeiou]de)\Z")


def _called(text: Text, index: int, around: Around) -> list[int]:
    """'het bedrijf groen geluk uit', 'MEINE WERKSTATT SCHNELLER REIFEN WILL': two words without an article and no verb
    behind a kind of house can only be what it is called."""
    if text.language not in {"nl", "de"} or VERBAL.match(text.words[index + 1]):
        return []
    run: list[int] = []
    at = index + 1
    while at < len(text) and len(run) < MOST + 1 and around.is_free(at):
        if not (_goes_on(text, at) or (run and _links(text, at))):
            break
        run.append(at)
        at += 1
    while run and _links(text, run[-1]):
        run.pop()
    return run if len(run) > 1 and _ends(text, run[-1]) else []


def _links(text: Text, index: int) -> bool:
    """The EN of 'DE FIRMA ZON EN ZEE', with a word after it that may be more of the name."""
    joined = text.words[index] in {"en", "und"} and text.before(index) == text.gap(index) == " "
    return joined and index + 1 < len(text) and _goes_on(text, index + 1)


def _leads_in(text: Text, index: int) -> bool:
    """'bij bakkerij kroon': a preposition and no article; 'bij de bakkerij' may be any bakery."""
    return index > 0 and text.words[index - 1] in BEFORE and text.words[index] not in VAGUE


def _ends(text: Text, index: int) -> bool:
    """Whether the name of one word is over: a small word, a verb or a sign comes."""
    if text.gap(index) != " ":
        return True
    word = text.words[index + 1]
    return word in FINITE or word in STOPS or any(word in small for small in SMALL.values()) or word in BEFORE


def _goes_on(text: Text, index: int) -> bool:
    word = text.words[index]
    if text.before(index) not in {" ", "'", "-", " & ", "' "}:
        return False
    return _may_name(text, index) and word not in FINITE and word not in TIMES


def _may_name(text: Text, index: int) -> bool:
    word = text.words[index]
    return (
        len(word) > 2
        and word.isalpha()
        and (word not in ORDINARY or word in CHAINS)
        and word not in ORDINARY_LETTERS
        and word not in NO_NAME
        and (word not in STOPS or word in FINITE)
        and word not in ROLES
        and word not in SALUTATIONS
        and word not in LEGAL_FORMS
        and not PUBLIC.match(word)
        and not text.stops(index)
        and not any(word in small for small in SMALL.values())
        and not is_title(text, index)
        and not text.vocabulary.is_word(word)
    )


def _is_unknown(text: Text, index: int) -> bool:
    word = text.words[index]
    if not _may_name(text, index) or word in words(text.language) or is_misspelt_word(word, text.language):
        return False
    return not any(word in common_words(language) for language in LANGUAGES)


def _after_place(text: Text, index: int, around: Around) -> list[int]:
    first = index + 1
    if text.words[first] in {"zum", "zur"} or (text.in_capitals(index) and text.words[first] == "chez"):
        run = _after_kind(text, index, around)  # 'BEI ZUM GOLDENEN ANKER'
        if run:
            return run
    if _is_before_somebody(text, first, around):
        return [first]
    odd = _may_name(text, first) and text.words[first] not in words(text.language) and _ends(text, first)
    if not (odd or _is_unknown(text, first)):
        return []
    run = [first]
    at = first + 1
    while at < len(text) and len(run) < MOST and text.before(at) in {" ", "-", " & "} and around.is_free(at):
        last = text.words[at] not in common_words(text.language) and _ends(text, at)
        if not _may_name(text, at) or not (last or text.words[at] not in words(text.language)):
            break
        run.append(at)
        at += 1
    return run


def _is_before_somebody(text: Text, index: int, around: Around) -> bool:
    """'bij vloeren pieters': a word and a name that was found."""
    after = index + 1
    if not _may_name(text, index) or after >= len(text) or text.gap(index) != " " or text.capitals[index]:
        return False
    return around.is_person(after) and not around.is_known(after)


def _after_role(text: Text, index: int, around: Around) -> list[int]:
    """A word that no list has, or any word between what somebody is and the verb: 'mein vermieter wilden hat'."""
    first = index + 1
    if not around.is_free(first):
        return []
    if _is_unknown(text, first):
        followed = first + 1 < len(text) and text.gap(first) == " " and text.words[first + 1] not in FINITE
        more = followed and around.is_free(first + 1) and _goes_on(text, first + 1)
        return (
            [first, first + 1]
            if more and text.words[first + 1] not in common_words(text.language)
            else [first]
        )
    if text.words[first] in ARTICLES and first + 2 < len(text) and text.gap(first) == " ":
        named = text.words[first + 2] in ACTS and _may_be_called(text, first + 1, around)
        return [first, first + 1] if named else []
    if first + 1 < len(text) and text.words[first + 1] in ACTS and _may_be_called(text, first, around):
        return [] if text.words[first] in common_words(text.language) else [first]
    return []


def _may_be_called(text: Text, index: int, around: Around) -> bool:
    return _may_name(text, index) and text.gap(index) == " " == text.before(index) and around.is_free(index)
