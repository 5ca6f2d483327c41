"""In doubt a name, in German: there every noun has a capital, so other signs must say what is a name."""

import re
from collections.abc import Iterator, Sequence

from ombuds.deidentification.engine.around import Around
from ombuds.deidentification.engine.doubtful_words import CHAINS, ORDINARY, ORDINARY_LETTERS, PUBLIC
from ombuds.deidentification.engine.keep_words import COMPETENCES, FORMS_OF_BODIES, OFFICE_HOLDERS
from ombuds.deidentification.engine.lexicons import EMPTY, Vocabulary
from ombuds.deidentification.engine.lexicons.compounds import is_compound
from ombuds.deidentification.engine.persons.cues import ROLES, SALUTATIONS, SMALL
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Range, Text, text_of
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import LEXICON, Kind, Span

CONFIDENCE = 0.5
REASON = "It looks like a name"
MOST_LETTERS = 6
LONG = 7
LEADING = frozenset("zum zur am im beim die der das den an in auf le la les l chez au aux de het".split())
# After these letters stand for a house: 'bei der CSC', 'am ZAWM', 'im CPL'.
BEFORE_LETTERS = frozenset(
    "bei beim am im zum zur vom von der dem die das an in des durch fur uber via".split()
)
DESCRIBING = re.compile(
    r"(?:(?:alt|neu|golden|silbern|grun|rot|schwarz|weiss|blau|gelb|bunt|klein|gross|schon|hubsch|frei|froh|frohlich|lustig|glucklich|rein|frisch|gut|echt|wild|suss|heiss|warm|jung|lieb|flink|fleissig|schnell|still|heilig|eifel|hoh|nieder|ober|unter|fein|rund|krumm|stolz|tapfer|munter|sonnig|rosarot|zufrieden)(?:e|en|er|es|em))\Z"
)
# 'Bischöfliche Schule', 'Evangelisches Krankenhaus': what describes has a capital only in a name.
ADJECTIVE = re.compile(
    r"[a-z]{3,}(?:lich|isch|ig|los|bar|sam|haft)(?:e|en|er|es|em)\Z|(?:freie|freien|freier|freies)\Z"
)
# 'ins Marienheim': the saint of the house and what it is.
NAMED_HOUSE = re.compile(
    r"(?:sankt|st|marien|josef|josefs|joseph|katharinen|elisabeth|vinzenz|antonius|nikolaus|franziskus|theresien|annen|anna|petri|peters|paulus|pauls|johannes|johannis|georgs|ursulinen|luisen|augusta|maria|martins|michaels|lambertus|hubertus|herz|christus|barbara|clara|klara|agnes|lukas|markus|raphael|gabriel|benedikt|bonifatius|heilig|mutter|eifel|sonnen|rosen|linden|eichen|buchen|wald|wiesen|berg|tal|see|park|schloss)-?"
    r"(?:heim|stift|haus|hospital|krankenhaus|schule|hof|kloster|klinik|apotheke|stube|garten|blick|residenz)\Z"
)
# 'Ich arbeite seit 2019 als Näherin bei Glückspilz': the verb or noun says that a house follows.
BUSINESS = re.compile(
    r"(?<![^\W_])(?:arbeite[nt]?|arbeitete[nt]?|gearbeitet|angestellt|beschaftigt|tatig|lehre|ausbildung|praktikum|job|minijob|schicht|anstellung|entlassen|gekundigt|arbeitsvertrag|jobbt|jobbe|angefangen|"
    r"kunde|kundin|gekauft|kaufte[n]?|bestellt|bestellte[n]?|gemietet|mietet?e?[n]?|versichert|mitglied|vertrag|rechnung|abo|handyvertrag|termin|angemeldet|eingeschrieben|untergebracht|wohnt|lebt|putzt|putze|kocht|fahrt|fahre|lernt|reparieren|repariert|bekommen|"
    r"schneiderin|installateur|techniker|handwerker|elektriker|klempner|pfleger|pflegerin|kurier|zusteller|vertreter|direktor|direktorin|betreuerin|betreuer|verkauferin|verkaufer|packer|monteur|fahrer|koch|kochin|kellner|kellnerin|putzfrau|arbeiter|arbeiterin|lehrling|azubi|chef|chefin|leiterin|leiter|mitarbeiter|mitarbeiterin|kollege|kollegin|verein|firma|laden|geschaft|wagen|lieferwagen|lieferung|brot|essen)"
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
    mietern hochwasser glatteis tageslicht vollmond sonnenschein dunkelheit gelegenheit arbeitslosigkeit minusgraden nebel schneefall dauerregen ankunft abfahrt abreise anreise ubergabe barzahlung vorlage auszug einzug wohnsitzwechsel arbeitsantritt rentenbeginn vertragsende freigabe sozialhilfe unterlagen antragen akten daten bildern fotos kopien""".split()
)
SMALL_WORDS = SMALL["de"]


def doubtful_houses(
    reading: Reading, found: Sequence[Span], kept: Sequence[Range], vocabulary: Vocabulary | None = None
) -> Iterator[Span]:
    """Names of houses that neither `found` nor `kept` (code points of the original) touches; none where the text is not German."""
    if reading.language != "de":
        return
    text = text_of(reading.folded, reading.language, vocabulary or EMPTY)
    for run in _runs(text, Around(text, found, kept)):
        start, end = text.starts[run[0]], text.ends[run[-1]]
        entity = f"organisation:{reading.plain[start:end]}"
        yield reading.span(
            start, end, Kind.ORGANISATION, CONFIDENCE, source=LEXICON, entity=entity, reason=REASON
        )


def _runs(text: Text, around: Around) -> Iterator[list[int]]:
    """Words side by side, each run the name of a house."""
    after = 0
    for index, capital in enumerate(text.capitals):
        if index < after or not capital or not index or not around.is_free(index):
            continue
        run = _name_at(text, index, around)
        run = run or _on_a_hill(text, index, around) or _opening_house(text, index, around)
        if run:
            after = run[-1] + 1
            yield run


def _name_at(text: Text, index: int, around: Around) -> list[int]:
    word = text.words[index]
    if not _may_begin(text, index, around) or _is_public(word) or is_title(text, index):
        return []
    if _is_second_noun(text, index, around):
        run = _onward(text, index, around)
        return [index - 1, *run] if around.is_free(index - 1) else run
    named = (
        word in CHAINS
        or _are_letters(text, index)
        or _leads(text, index, around)
        or _is_house_of_business(text, index)
        or _is_quoted(text, index)
        or NAMED_HOUSE.match(word) is not None
        or _is_and(text, index, around)
        or _is_of_a_place(text, index, around)
    )
    return _onward(text, index, around) if named else []


OPENING = frozenset("haus residenz villa stift chalet gasthof hotel pension treffpunkt cafe".split())
DOING = frozenset(
    "ist hat war wird wurde hatte verlangt will kann muss teilt schreibt schrieb sagt sagte meldet".split()
)


def _opening_house(text: Text, index: int, around: Around) -> list[int]:
    """'Haus Lebensfreude ist verständigt.', first in its sentence; and 'Radpunkt Nord vermietete'."""
    name, after = index + 1, index + 2
    if after >= len(text) or not text.starts_sentence(index) or text.in_capitals(index):
        return []
    if text.gap(index) != " " or text.gap(name) != " " or not text.capitals[name] or not around.is_free(name):
        return []
    if text.words[index] in OPENING and text.words[after] in DOING and text.words[name] not in SMALL_WORDS:
        return [index, name]
    pair = text.words[name] in QUARTERS and not around.is_place(index) and not text.capitals[after]
    return [index, name] if pair and not _is_public(text.words[index]) else []


QUARTERS = frozenset("nord sud ost west plus express direkt pro team group service24 shop".split())


def _on_a_hill(text: Text, index: int, around: Around) -> list[int]:
    """'das Elternhaus Auf dem Spitzberg': a street that begins with a preposition."""
    third = index + 2
    if text.words[index] not in {"auf", "an", "in", "unter", "hinter", "vor"} or third >= len(text):
        return []
    inside = text.before(index) in {" ", ", ", " ("} and not text.starts_sentence(index)
    small = text.words[index + 1] in {"dem", "der", "den"} and not text.capitals[index + 1]
    if not (inside and small and text.capitals[third] and around.is_free(third)):
        return []
    return [index, index + 1, third]


def _may_begin(text: Text, index: int, around: Around) -> bool:
    if text.in_capitals(index) or text.vocabulary.is_word(text.words[index]) or around.is_body(index - 1):
        return False
    before = text.before(index)
    if text.starts_sentence(index):
        return (before == ' "' and _is_quoted(text, index)) or before == " ("
    return before in {" ", " (", ' "', "-"}


def _leads(text: Text, index: int, around: Around) -> bool:
    """'Zum Anker', 'Goldener Löffel', 'Haus Leoni': a word that the name begins with, and a capital after it."""
    word, following = text.words[index], index + 1
    if following >= len(text) or text.gap(index) != " " or not text.capitals[following]:
        return False
    if around.is_body(following) or _is_public(text.words[following]):
        return False
    if DESCRIBING.match(word) or (text.before(index) == " " and ADJECTIVE.match(word)):
        return True
    if HOUSE.match(word) and around.is_named(following):
        return True
    return word in LEADING and not text.capitals[index - 1] and around.is_free(following)


def _is_of_a_place(text: Text, index: int, around: Around) -> bool:
    """'Frohsinn Walhorn': a noun right before a town."""
    word, following = text.words[index], index + 1
    if following >= len(text) or text.gap(index) != " " or not around.is_place(following):
        return False
    beside = text.before(index) == " " and text.capitals[index - 1]
    if not text.capitals[following] or beside or COUNTED.match(word) or PLACED.match(word):
        return False
    return word not in ROLES and word not in ORDINARY and word not in SMALL_WORDS and word not in PRONOUNS


PLACED = re.compile(
    r"(?:.*(?:bahnhof|strasse|platz|kreuz|kreuzung|ausfahrt|autobahn|raum|region|kreis|bezirk|ort|wohnort|standort|filiale|kanton|land|grenze|richtung|linie|strecke|nahe|post|flughafen|hafen|wald|dorf|viertel|umgebung|grossraum|adresse|anschrift|plz|geburtsort|haltestelle|gleis|zug|bus)|in|nach|aus|bei|ab|von|uber|bis|bezuglich|betreff|datum)\Z"
)


def _is_and(text: Text, index: int, around: Around) -> bool:
    """'von Parkett & Mehr'."""
    following = index + 1
    return (
        following < len(text)
        and text.gap(index) == " & "
        and text.capitals[following]
        and around.is_free(following)
    )


HOUSE = re.compile(
    r"(?:haus|villa|residenz|stift|hof|gut|burg|schloss|saal|chalet|praxis|cafe|kita|krippe|hotel|gasthof|pension|studio|treffpunkt|laden|heim|klinik|kneipe|bar|salon|kindergarten|garage|firma|verein|gruppe|club|chor|imbiss|frituure?|"
    r"\w+(?:haus|heim|laden|markt|stube|praxis|hof|werkstatt|treff|garten|schule|verein|club|stift|handel|bau|betrieb|firma|geschaft))\Z"
)
# What is counted, measured or said together with another noun.
COUNTED = re.compile(
    r"(?:kilo|kilogramm|gramm|liter|meter|zentimeter|kilometer|quadratmeter|euro|cent|prozent|stuck|paar|tasse|tassen|flasche|flaschen|glas|kiste|sack|schluck|seite|seiten|blatt|uhr|stunde|stunden|minute|minuten|tag|tage|tagen|tages|woche|wochen|monat|monate|monats|monaten|jahr|jahre|jahren|jahres|"
    r"ende|anfang|mitte|art|arten|sorte|menge|reihe|gruppe|anzahl|zahl|drittel|halfte|viertel|million|millionen|tausend|dutzend|nr|nummer|zimmer|seiten|mal|grad|watt|volt|kw|kwh|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
    r"januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|familie|eheleute|ehepaar|kollege|kollegin|thema|titel|name|namen|wort|begriff|projekt|modell|typ|marke|stufe|klasse|niveau|pflegestufe|kategorie|datum|betreff|aktenzeichen|zeichen|guten|schonen|sehr|liebe|lieber|deutsch|franzosisch)\Z"
)


def _is_second_noun(text: Text, index: int, around: Around) -> bool:
    """'Treffpunkt Regenbogen', 'Haus Leoni', inside a sentence: a noun right behind a noun is what the first is called."""
    before = index - 1
    first, word = text.words[before], text.words[index]
    if text.before(index) != " " or not text.capitals[before] or text.starts_sentence(before) or not before:
        return False
    if text.before(before) not in {" ", " ("}:
        return False
    if not (text.is_word(before) or is_compound(first, "de")):
        return False
    if not around.is_free(before) and not around.follows_house(index, firm=True):
        return False
    if (
        first in SMALL_WORDS
        or first in PRONOUNS
        or word in PRONOUNS
        or word in SMALL_WORDS
        or COUNTED.match(first)
    ):
        return False
    if is_title(text, before) or first in ROLES or word in ROLES or first in ORDINARY or word in ORDINARY:
        return False
    if first in SALUTATIONS or _is_public(first) or text.is_all_capitals(index) or COUNTED.match(word):
        return False
    if any(_is_public(w) for w in text.words[max(0, before - 3) : before]):
        return False  # 'Dienststelle für Selbstbestimmtes Leben'
    return HOUSE.match(first) is not None or not ABSTRACT.match(word)


PRONOUNS = frozenset(
    "sie ihnen ihr ihre ihrem ihren ihrer ihres du dich dir dein deine deinem deinen deiner euch euer ihrerseits ihretwegen der die das den dem des ein eine einen ich wir folgendes folgende beides alles nichts es er mein meine meinem unser unsere unserem".split()
)
QUOTING = re.compile(
    r"(?:laden|geschaft|cafe|restaurant|gasthof|kneipe|bar|kita|krippe|schule|firma|verein|praxis|haus|heim|hotel|salon|imbiss|club|gruppe|chor|namens|genannt|heisst|hiess|im|ins|vom|beim|bei|zum|zur|der|die|das|\w+(?:laden|geschaft|haus|heim|stube|firma|verein|schule|praxis|gruppe|betrieb|werkstatt|markt))\Z"
)


def _is_quoted(text: Text, index: int) -> bool:
    """'der Laden „Blütenzauber"': a name in quotation marks right behind what it names."""
    if text.before(index) != ' "' or not QUOTING.match(text.words[index - 1]):
        return False
    said = text.plain[text.starts[index] : text.starts[index] + 40]
    return re.match(r"[\w'\-]+(?: [\w'\-]+){0,3}\"", said) is not None


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
    if text.words[index - 1] != "bei":
        return False
    # 'Blumen bei Blütenzauber': one of a kind, in the singular.
    if len(word) >= LONG and not word.endswith(("en", "ern", "eln")):
        return True
    return DONE.match(text.plain, text.ends[index]) is not None


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
