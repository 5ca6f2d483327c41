"""Days told without figures: last autumn, sinds paasmaandag, lundi soir, Anfang letzten Jahres, two weeks later."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.remembering import remembered
from ombuds.deidentification.engine.scanning import matches

_MONTH = "|".join(sorted((m for m in MONTHS_BY_NAME if len(m) > 3 or m in {"mei", "mai", "may"}), key=len, reverse=True))  # fmt: skip
_YEAR = r"(?:19[5-9]|20[0-4])\d(?![^\W_]|[.,/]\d)"

# Per language: days of the week, parts of a day, seasons, feasts, holidays, modifiers, small words and units.
_NL = {
    "day": "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag",
    "part": "voormiddag|namiddag|ochtend|morgen|middag|avond|nacht",
    "season": "lente|voorjaar|zomer|herfst|najaar|winter|nazomer",
    "feast": r"oudejaars(?:avond|nacht|dag)|oudejaar|nieuwjaars(?:dag|nacht)|nieuwjaar|driekoningen|valentijns?(?:dag)?|carnaval|aswoensdag|palmzondag|witte donderdag|goede vrijdag|paas(?:zondag|maandag|weekend|zaterdag)|pasen|"
    r"(?:o\.?l\.?h\.?[- ])?hemelvaarts?(?:dag|weekend)?|pinkster(?:en|zondag|maandag|weekend)|moederdag|vaderdag|allerheiligen|allerzielen|wapenstilstand(?:sdag)?|sinterklaas(?:dag|avond)?|(?:eerste |tweede )?kerst(?:mis|avond|dag|nacht|periode)|kerst|suikerfeest|offerfeest|de ramadan|koningsdag|dag van de arbeid|nationale feestdag|onze-lieve-vrouw-hemelvaart|halfoogst",
    "holiday": r"(?:kerst|zomer|paas|herfst|krokus|lente|winter|voorjaars|grote |school|carnavals)vakantie|(?:krokus|paas|herfst|kerst|carnavals|zomer)verlof|halfvasten|sinksen|examenperiode|schoolvakantie|verlofperiode|bouwverlof|solden|kermis|feestdagen",
    "last": "vorige|vorig|afgelopen|voorbije|verleden|volgende|volgend|komende|aanstaande|eerstvolgende",
    "this": "deze|dit",
    "unit": "week|maand|jaar|weekend|schooljaar|kwartaal|trimester|semester|kwartaal",
    "units": "dagen|dag|weken|week|maanden|maand|jaar|jaren|uur",
    "edge": "begin|halfweg|eind|einde|midden|half|halverwege|medio|aanvang|eerste helft|tweede helft|rond",
    "of": "van|in|der",
    "the": "de|het",
    "since": "avond van|vooravond van|dag van|sinds|tijdens|in|na|voor|tot|vanaf|rond|met|op|tegen|gedurende|omstreeks|tot in|al sinds",
    "first": "eerste|tweede|derde|vierde|laatste|voorlaatste",
    "after": "later|nadien|erna|daarna|eerder|ervoor|voordien|daarvoor|tevoren|erop|geleden|terug",
}
_FR = {
    "day": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    "part": r"(?: (?:matin|midi|apres-midi|soir|dans la nuit|en fin de journee))",
    "season": "printemps|ete|automne|hiver",
    "feast": r"(?:lundi|dimanche|veille|jour|samedi|vendredi|lendemain) (?:de |du |de la |d')?(?:paques|pentecote|noel|l'ascension|toussaint|carnaval|nouvel an|fete nationale|saint-nicolas|saint-sylvestre)|nouvel an|jour de l'an|epiphanie|saint-valentin|mardi gras|mercredi des cendres|dimanche des rameaux|jeudi saint|vendredi saint|paques|"
    r"ascension|pentecote|fete des meres|fete des peres|assomption|toussaint|armistice|saint-nicolas|reveillon(?: de noel| du nouvel an)?|saint-sylvestre|noel|fete nationale|fete du travail|ramadan|aid(?: el-(?:fitr|kebir|adha))?|carnaval|fetes de fin d'annee|fin d'annee|chandeleur|saint-jean",
    "holiday": r"(?:conges? (?:de |d'|du )(?:carnaval|toussaint|detente|printemps|automne|paques|noel)|vacances de la toussaint|semaine blanche)|(?:grandes )?vacances (?:de |d'|du |scolaires(?: de | d'| du )?)?(?:noel|paques|ete|carnaval|toussaint|printemps|automne|hiver|detente)|rentree(?: scolaire| academique)?|periode des fetes|conges (?:du batiment|d'ete|de paques|de noel)|blocus|soldes",
    "last": "dernier|derniere|passe|passee|prochain|prochaine|precedent|precedente|suivant|suivante",
    "this": "cet|cette|ce",
    "unit": "semaine|mois|annee|an|week-end|trimestre|semestre|annee scolaire|annee academique",
    "units": "jours?|semaines?|mois|ans?|annees?|heures?",
    "edge": "debut|fin|mi|courant|milieu|tout debut|toute fin",
    "of": "de|du|d'|de l'|des|de la",
    "the": "le|la|l'|les",
    "since": "soir de|soir du|jour de|depuis|pendant|durant|avant|apres|jusqu'a|jusqu'en|jusqu'au|en|au|a|a la|des|pour|vers|lors de|autour de|au moment de|dans le courant de",
    "first": "premier|premiere|deuxieme|second|seconde|troisieme|quatrieme|dernier|derniere",
    "after": "plus tard|apres|auparavant|plus tot|avant",
}
_EN = {
    "day": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "part": r"(?: (?:morning|afternoon|evening|night|lunchtime|noon))",
    "season": "spring|summer|autumn|winter",
    "feast": r"new year's (?:day|eve)|new year|twelfth night|epiphany|valentine's(?: day)?|pancake day|shrove tuesday|ash wednesday|palm sunday|maundy thursday|good friday|easter (?:monday|sunday|saturday|weekend|eve)|easter|ascension day|"
    r"whit (?:monday|sunday|weekend)|whitsun|pentecost|mother's day|mothering sunday|father's day|assumption day|all saints'?(?: day)?|all souls'?(?: day)?|armistice day|remembrance sunday|halloween|bonfire night|st nicholas'?(?: day)?|christmas (?:eve|day|night|week|period)|christmas|boxing day|"
    r"ramadan|eid(?: al-(?:fitr|adha))?|diwali|hanukkah|passover|labour day|bank holiday(?: monday)?|thanksgiving|carnival|national day|midsummer",
    "holiday": r"(?:christmas|easter|summer|autumn|half-term|spring|school|carnival|winter) (?:holidays?|break|vacation)|half-term|summer term|autumn term|spring term|the holidays",
    "last": "last|next|past|previous|following|coming",
    "this": "this",
    "unit": "week|month|year|weekend|term|school year|fortnight|quarter",
    "units": "days?|weeks?|months?|years?|hours?|fortnights?",
    "edge": "early|late|mid|early in|late in|beginning of|start of|end of|middle of|the beginning of|the start of|the end of|the middle of|towards the end of|in the course of",
    "of": "of|in|before|after",
    "the": "the",
    "since": "eve of|day of|since|during|in|after|before|until|till|from|around|at|on|over|by|about|towards",
    "first": "first|second|third|fourth|last",
    "after": "later|earlier|afterwards|before|ago|previously",
}
_DE = {
    "day": "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag",
    "part": r"vormittag|nachmittag|morgen|mittag|abend|nacht|fruh",
    "season": "fruhling|fruhjahr|sommer|spatsommer|herbst|spatherbst|winter",
    "feast": r"silvester(?:abend|nacht)?|neujahr(?:stag|snacht)?|dreikonig(?:stag|e)?|heilige drei konige|valentinstag|rosenmontag|karneval|fasching|fastnacht|aschermittwoch|palmsonntag|grundonnerstag|karfreitag|karsamstag|oster(?:n|sonntag|montag|wochenende)|"
    r"christi himmelfahrt|himmelfahrt|pfingst(?:en|sonntag|montag|wochenende)|fronleichnam|muttertag|vatertag|maria himmelfahrt|allerheiligen|allerseelen|waffenstillstand|sankt martin|martinstag|nikolaus(?:tag|abend)?|heiligabend|heiliger abend|weihnacht(?:en|stag|sabend|szeit)|(?:ersten |zweiten |erster |zweiter )?weihnachts(?:feier)?tag|"
    r"ramadan|zuckerfest|opferfest|tag der arbeit|nationalfeiertag|advent|kirmes",
    "holiday": r"(?:weihnachts|oster|sommer|herbst|karnevals|pfingst|winter|schul)ferien|schuljahresende|schulanfang|feiertage[n]?|semesterferien",
    "last": "letzten|letzte|letzter|letztes|vorigen|vorige|voriges|vergangenen|vergangene|vergangenes|kommenden|kommende|kommendes|nachsten|nachste|nachstes|folgenden|folgende",
    "this": "diesen|diese|dieses|diesem|dieser",
    "unit": "woche|monats?|jahres?|wochenendes?|wochenende|schuljahre?s?|quartals?|semesters?",
    "units": "tage[n]?|tag|wochen?|monate[n]?|monat|jahre[n]?|jahr|stunden?",
    "edge": "anfang|ende|mitte|beginn|zu beginn|gegen ende|im laufe",
    "of": "des|im|vom|von|der|vor|nach",
    "the": "der|die|das|dem|den",
    "since": "abend vor|tag vor|seit|wahrend|in|im|nach|vor|bis|ab|um|an|zu|am|zum|uber|gegen|seit dem|in den|in der|vor den|nach den",
    "first": "erste[rn]?|zweite[rn]?|dritte[rn]?|vierte[rn]?|letzte[rn]?",
    "after": "spater|danach|davor|fruher|zuvor|darauf",
}
_NUMBER = (
    r"(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|enkele|een paar|anderhalve|anderhalf|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|quelques|"
    r"a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|several|a few|a couple of|some|ein|eine|einen|einem|einer|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|vierzehn|einige|einigen|wenige|ein paar)"
)


def _pattern(w: dict[str, str], glued: bool) -> re.Pattern[str]:
    """Everything one language says of a moment; `glued` when parts of the day are joined to it (zondagavond)."""
    part = rf"(?:{w['part']})" if glued else w["part"]
    weekday = rf"(?:{w['day']}){part}?"
    daypart = rf"(?:{w['day']}){part}(?!s?[^\W_])"
    the = rf"(?:(?:{w['the']})[ ]?)?"
    when = rf"(?:(?:van |de |of |in |von )?{_YEAR}|(?:van |de |d'|of |des |du |von )?(?:vorig jaar|dit jaar|volgend jaar|l'an(?:nee)? (?:dernier|derniere|passe|passee|prochaine?)|cette annee|(?:last|this|next) year|(?:letzten|dieses|vorigen|nachsten) jahres))"
    thing = rf"(?:{_MONTH}|{w['season']}|{w['holiday']}|{w['unit']})"
    before_last = w["this"].startswith("cet")  # French says the modifier after
    last = (
        rf"(?:{w['season']}|{w['holiday']}|{_MONTH}|{w['unit']}|{weekday}) (?:{w['last']})"
        if before_last
        else rf"(?:{w['last']}) (?:{w['season']}|{w['holiday']}|{_MONTH}|{w['unit']}|{weekday})(?: (?:{weekday}))?"
    )
    lastish = rf"(?:{last}|(?:{w['this']}) (?:{w['season']}))"
    parts = [
        rf"(?:{w['edge']})[ \-](?:(?:{w['of']}) ?)?{the}(?:(?:{w['last']}|{w['this']}) )?(?:{thing}|{w['feast']}|{_YEAR})(?: (?:{w['last']})(?! jaar| year| jahr))?(?:,? {when})?",
        rf"(?:{w['first']}) (?:{w['unit']}|{weekday}|helft|half|quinzaine|halfte|dagen|jours|days|tage|dag|jour|day|tag) (?:(?:{w['of']}) ?){the}(?:(?:{w['last']}|{w['this']}) )?(?:{thing}|{w['feast']}|{_YEAR})(?:,? {when})?",
        rf"{lastish}(?:,? {when})?",
        rf"(?:{w['feast']}|{w['holiday']}) {when}",
        rf"{_NUMBER} (?:{w['units']}) (?:{w['after']})",
        rf"(?:{w['the']}) (?:{w['unit']}|{w['day']}) (?:{w['after']}|erop|ervoor|d'apres|d'avant|after|before|darauf|zuvor)(?!-| (?:de|het|the|le|la|der|die|das|ik|i|je|ich))",
        rf"(?:{w['the']}) (?:{w['unit']}|{w['day']}|dag|jour|day|tag|veille) (?:voor|na|avant|apres|before|after|vor|nach|de|du) ?{the}(?:{w['feast']}|{w['holiday']})",
    ]  # fmt: skip
    cued = [
        rf"(?:{w['since']}) {the}(?P<s>(?:{w['season']}|{w['holiday']}|{w['feast']})(?:,? {when})?)",
        rf"(?:{w['since']}) {the}(?P<m>{_MONTH})(?![ \-]?\d)",
        rf"(?:{w['since']}) {the}(?P<d>(?:{w['day']}){part}?)(?![^\W_])(?!,? ?(?:de |le |the |den |dem )?\d)",
    ]
    free = "|".join(parts)
    return re.compile(rf"(?<![^\W_])(?:(?P<v>{free})|{'|'.join(cued)}|(?P<p>{daypart}))(?![^\W_])")


PATTERNS = {
    "nl": _pattern(_NL, True),
    "fr": _pattern(_FR, False),
    "en": _pattern(_EN, False),
    "de": _pattern(_DE, True),
}
WORDS = {
    language: re.compile(
        rf"^(?:(?:{w['day']})\w{{0,10}}|{_MONTH}|{w['season']}|{w['unit']}|{w['units']}|"
        + r"halfvasten|sinksen|conges?|\w*(?:vakantie|verlof|break|vacances|holidays?|ferien|rentree|kerst\w*|noel|christmas|weihnacht\w*|paas\w*|pasen|paques|easter|oster\w*|pinkster\w*|pentecote|whit|whitsun|pfingst\w*|allerheiligen|toussaint|saints|nieuwjaar\w*|year|an|neujahr\w*|silvester|oudejaar\w*|carnaval|karneval|ramadan|hemelvaart\w*|ascension|himmelfahrt|armistice|reveillon|valentijn\w*|valentin\w*|halloween|suikerfeest|offerfeest|moederdag|vaderdag|muttertag|sinterklaas|nicolas|nikolaus\w*|heiligabend|karfreitag|boxing|term|half|solden|soldes|advent)"
        + r"|hier|gisteren|yesterday|gestern|fortnight|begin|eind|einde|medio|halverwege|midden|debut|fin|courant|milieu|early|late|mid|beginning|anfang|ende|mitte)$"
    )
    for language, w in (("nl", _NL), ("fr", _FR), ("en", _EN), ("de", _DE))
}
YESTERDAY = re.compile(r"(?<![^\W_])(?P<x>(?:(?:begin|eind|midden)(?: van)?(?: de)? jaren (?:\d0|zestig|zeventig|tachtig|negentig|nul)|(?:debut|fin|milieu) des annees (?:\d0|soixante|septante|quatre-vingts?|nonante|deux mille)|(?:early|mid|late) (?:\d0s|seventies|eighties|nineties)|(?:anfang|ende|mitte) der (?:\d0er|siebziger|achtziger|neunziger)(?: jahre)?))(?![^\W_])|(?<![^\W_])(?:depuis|des|jusqu'a) (?P<v>hier|avant-hier)(?![^\W_])|(?P<w>a fortnight ago|a while ago last year)(?![^\W_])")  # fmt: skip
# What every week brings is no day of somebody's.
USUAL = re.compile(
    r"(?<![^\W_])(?:elke|iedere|alle|chaque|tous les|toutes les|every|each|jeden|jede|jedes|open|geopend|ouvert|ouverte|gesloten|ferme|fermee|closed|geoffnet|geschlossen|van maandag|du lundi|from monday|montag bis|telkens op|wekelijks|loket|guichet|schalter|horaire|bereikbaar|joignable|reachable|erreichbar|sprechstunde|openingsuren|normen|regels gelden)[^.!?\n]{0,60}\Z"
)
LATER = re.compile(r"(?:later|nadien|erna|plus tard|apres|spater|danach)$")
# A term that holds for everybody is nobody's day.
IN_GENERAL = re.compile(r"(?:in de regel|normaal|doorgaans|binnen|ten laatste|uiterlijk|en principe|normalement|generalement|dans les|au plus tard|as a rule|usually|normally|within|at the latest|in der regel|normalerweise|innerhalb|spatestens)[^.\n]{0,25}\Z")  # fmt: skip


@remembered
def _languages_of(word: str) -> tuple[str, ...]:
    return tuple(language for language, pattern in WORDS.items() if pattern.match(word))


def moments(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form of days told in words; they may overlap."""
    spoken: dict[str, set[str]] = {}
    for word in filter(_languages_of, reading.places):
        for language in _languages_of(word):
            spoken.setdefault(language, set()).add(word)
    for language in sorted(spoken):
        if language != reading.language and not _is_mixed(reading, language):
            continue
        pattern = PATTERNS[language]
        for start, end in reading.around(spoken[language].__contains__, 45, 45):
            for match in matches(pattern, reading, start, end):
                group = next(g for g in ("v", "s", "m", "d", "p") if match[g] is not None)
                if not _is_usual(reading, match, group):
                    yield match.span(group)
    for match in matches(YESTERDAY, reading):
        yield match.span(next(g for g in ("v", "w", "x") if match[g]))


def _is_mixed(reading: Reading, language: str) -> bool:
    """Whether words that only this language has stand in the text too."""
    telling: dict[str, set[str]] = {
        "nl": {"het", "een", "niet"},
        "fr": {"les", "est", "pas"},
        "en": {"the", "and", "was"},
        "de": {"und", "der", "nicht"},
    }
    return all(word in reading.places for word in telling[language])


def _is_usual(reading: Reading, match: re.Match[str], group: str) -> bool:
    said = match[group]
    if said.startswith("ete") and re.match(r"(?:a|en|ont|ai|as) ete", match.group()):
        return True  # 'a été vendu' is no summer
    if (
        group == "v"
        and LATER.search(said)
        and IN_GENERAL.search(reading.plain, max(0, match.start() - 40), match.start())
    ):
        return True
    if group == "m" and reading.language == "en" and said in {"may", "march"}:
        led = re.match(r"(?:since|until|till|from|by|in|before) (?:last )?(?:may|march)", match.group())
        return led is None and not reading.cased[match.start(group)].isupper()
    if group in {"d", "p", "m", "s"}:
        return USUAL.search(reading.plain, max(0, match.start() - 70), match.start() + 4) is not None
    return False
