"""In doubt a name, in German: there every noun has a capital, so other signs must say what is a name."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.around import Around
from ombuds.deidentification.engine.doubtful_words import ORDINARY, ORDINARY_LETTERS, PUBLIC
from ombuds.deidentification.engine.keep_words import COMPETENCES, FORMS_OF_BODIES, OFFICE_HOLDERS
from ombuds.deidentification.engine.persons.cues import ROLES, SMALL
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text

MOST_LETTERS = 6
LEADING = frozenset("zum zur am im beim die der das den an in auf le la les l chez au aux de het".split())
# After these letters stand for a house: 'bei der CSC', 'am ZAWM', 'im CPL'.
BEFORE_LETTERS = frozenset(
    "bei beim am im zum zur vom von der dem die das an in des durch fur uber via".split()
)
DESCRIBING = re.compile(
    r"(?:alt|neu|golden|silbern|grun|rot|schwarz|weiss|blau|gelb|bunt|klein|gross|schon|hubsch|frei|froh|frohlich|lustig|glucklich|rein|frisch|gut|echt|wild|suss|heiss|warm|jung|lieb|flink|fleissig|schnell|still|heilig|eifel|hoh|nieder|ober|unter|fein|rund|krumm|stolz|tapfer|munter|sonnig|rosarot|zufrieden)(?:e|en|er|es|em)\Z"
)
# 'Ich arbeite seit 2019 als Näherin bei Glückspilz': the verb or noun says that a house follows.
BUSINESS = re.compile(
    r"(?<![^\W_])(?:arbeite[nt]?|arbeitete[nt]?|gearbeitet|angestellt|beschaftigt|tatig|lehre|ausbildung|praktikum|job|minijob|schicht|anstellung|entlassen|gekundigt|arbeitsvertrag|jobbt|jobbe|angefangen|"
    r"kunde|kundin|gekauft|kaufte[n]?|bestellt|bestellte[n]?|gemietet|mietet?e?[n]?|versichert|mitglied|vertrag|rechnung|abo|handyvertrag|termin|angemeldet|eingeschrieben|untergebracht|wohnt|lebt|putzt|putze|kocht|fahrt|fahre|lernt|reparieren|repariert|bekommen|"
    r"schneiderin|verkauferin|verkaufer|packer|monteur|fahrer|koch|kochin|kellner|kellnerin|putzfrau|arbeiter|arbeiterin|lehrling|azubi|chef|chefin|leiterin|leiter|mitarbeiter|mitarbeiterin|kollege|kollegin|verein|firma|laden|geschaft|wagen|lieferwagen|lieferung|brot|essen)"
    r"(?: (?!ich |er |sie |es |wir )[^\s.;:!?]{1,20}){0,6}? (?:bei|von)\Z"
)
# 'Ich habe das Rad bei Speiche gekauft.'
DONE = re.compile(
    r"(?: [^\s.,;:!?]{1,20}){0,4}? (?:gekauft|bestellt|gearbeitet|gemietet|angestellt|beschaftigt|eingekauft|abgeholt|versichert|angefangen|gelernt|untergebracht|angemeldet|repariert|gegessen|gekundigt|tatig)(?![^\W_])"
)
# Abstract words that follow 'bei' without an article.
ABSTRACT = re.compile(
    r".*(?:ung|ungen|heit|heiten|keit|keiten|ion|ionen|itat|tum|schaft|schaften|nis|nissen|gabe|nahme|gang|gangs|lauf|schluss|zug|bruch|fall|fallen|wechsel|verlust|beginn|ende|recht|pflicht|geld|kosten|zeit|stelle|stellen|amt|behorde|behorden|gericht|kasse|dienst)\Z"
)
USUAL = frozenset(
    """fragen bedarf regen schnee nacht tag gelegenheit wind licht mir ihnen ihr ihm tod geburt krankheit unfall problemen freunden freundinnen eltern kindern verwandten bekannten nachbarn kollegen leuten menschen frauen mannern erhalt eingang strafe
    nachweis interesse zweifel notfall notfallen gewitter hitze kalte sturm frost kerzenlicht tisch tageslicht arzten anwalten polizei post bank gott familie familien vater mutter oma opa bruder schwester tante onkel herrn frau herr dr doktor hausbesuch arbeit hause haus briefen anrufen rentnern mietern kunden
    mietern unterlagen antragen akten daten bildern fotos kopien""".split()
)
SMALL_WORDS = SMALL["de"]


def german(text: Text, around: Around) -> Iterator[list[int]]:
    """Runs of words, each the name of a house."""
    after = 0
    for index, capital in enumerate(text.capitals):
        if index < after or not capital or not index or not around.is_free(index):
            continue
        run = _name_at(text, index, around)
        if run:
            after = run[-1] + 1
            yield run


def _name_at(text: Text, index: int, around: Around) -> list[int]:
    if text.in_capitals(index) or text.starts_sentence(index) or text.vocabulary.is_word(text.words[index]):
        return []
    before = text.before(index)
    if before not in {" ", " (", ' "', "-"} or around.is_body(index - 1):
        return []
    if _is_public(text.words[index]) or is_title(text, index):
        return []
    word = text.words[index]
    if _are_letters(text, index):
        return _onward(text, index, around)
    following = index + 1
    hangs = (
        following < len(text)
        and text.gap(index) == " "
        and text.capitals[following]
        and around.is_free(following)
    )
    if hangs and word in LEADING and not text.capitals[index - 1] and not _is_public(text.words[following]):
        return _onward(text, index, around)
    if hangs and DESCRIBING.match(word) and not _is_public(text.words[following]):
        return _onward(text, index, around)
    if _is_house_of_business(text, index):
        return _onward(text, index, around)
    if around.follows_house(index) and before == " " and not text.is_word(index - 1) and word not in ROLES:
        return []
    return []


def _are_letters(text: Text, index: int) -> bool:
    word = text.words[index]
    if not text.is_all_capitals(index) or not word.isalpha() or not 2 <= len(word) <= MOST_LETTERS:
        return False
    if word in ORDINARY_LETTERS or word in ORDINARY:
        return False
    return text.words[index - 1] in BEFORE_LETTERS


def _is_house_of_business(text: Text, index: int) -> bool:
    word = text.words[index]
    if text.words[index - 1] not in {"bei", "von"} or text.capitals[index - 1]:
        return False
    if word in USUAL or word in SMALL_WORDS or word in ORDINARY or word in ROLES or ABSTRACT.match(word):
        return False
    if BUSINESS.search(text.plain, max(0, text.starts[index] - 90), text.ends[index - 1]) is not None:
        return True
    return text.words[index - 1] == "bei" and DONE.match(text.plain, text.ends[index]) is not None


def _onward(text: Text, first: int, around: Around) -> list[int]:
    """The words with a capital that follow, with 'und' and 'am' between them."""
    last, follower = first, first + 1
    while follower < min(len(text), first + 6) and text.before(follower) in {" ", "-", " & ", "&", "'"}:
        if not around.is_free(follower) or _is_public(text.words[follower]):
            break
        if text.capitals[follower] and text.words[follower] not in SMALL_WORDS:
            last = follower
        elif text.words[follower] not in {
            "und",
            "am",
            "im",
            "zum",
            "zur",
            "der",
            "den",
            "dem",
            "de",
            "du",
            "la",
            "van",
        }:
            break
        elif text.capitals[follower]:
            last = follower
        follower += 1
    return list(range(first, last + 1))


def _is_public(word: str) -> bool:
    return (
        word in COMPETENCES
        or word in FORMS_OF_BODIES
        or word in OFFICE_HOLDERS
        or PUBLIC.match(word) is not None
    )
