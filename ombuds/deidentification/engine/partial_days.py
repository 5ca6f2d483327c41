"""Days that are told in part or by the calendar: de 12de, Pfingstmontag, the week before Easter, in '98, Q3 2022."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.remembering import remembered
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.trade_words import STOPS

_MONTH = "|".join(sorted((m for m in MONTHS_BY_NAME if len(m) > 3 or m in {"mei", "mai", "may"}), key=len, reverse=True))  # fmt: skip
_YEAR = r"(?:19[5-9]|20[0-4])\d"
_YEARS = rf"{_YEAR}(?:[ ]?[\-/–][ ]?(?:20)?\d\d)?(?![^\W_]|[.,/]\d)"
_DAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
# Feasts that are no other word, so that they need no 'since' or 'on' before them.
_FEAST = (
    # Dutch
    r"oudejaars?(?:avond|nacht|dag)?|oud en nieuw|nieuwjaars?(?:dag|nacht)?|jaarwisseling|driekoningen|lichtmis|valentijnsdag|carnavals?(?:maandag|zondag|dinsdag|vrijdag|week)|vette dinsdag|rozenmaandag|aswoensdag|halfvasten|palmzondag|witte donderdag|goede vrijdag|(?:stille|paas|beloken) zaterdag|beloken pasen|"
    r"paas(?:zondag|maandag|weekend|zaterdag|dag|tijd|week)|pasen|sinksen|(?:o\.?l\.?[hv]\.?[- ])?hemelvaart(?:sdag|sweekend)?|pinkster(?:en|zondag|maandag|weekend|dag)|sacramentsdag|moederdag|vaderdag|allerheiligen|allerzielen|wapenstilstand(?:sdag)?|sint-maarten(?:sdag)?|sinterklaas(?:dag|avond)|pakjesavond|"
    r"(?:eerste |tweede )?kerst(?:mis|avond|dag|nacht|weekend|week)|suikerfeest|offerfeest|koningsdag|dodenherdenking|bevrijdingsdag|halfoogst|onnozele kinderen|guldensporenslag|sint-jan(?:sdag)?|"
    # French
    r"jour de l'an|nouvel[ -]an|epiphanie|chandeleur|mardi gras|mercredi des cendres|mi-careme|dimanche des rameaux|jeudi saint|vendredi saint|samedi saint|(?:lundi|dimanche|samedi) (?:de |d[eu] |de la )?(?:paques|pentecote)|(?:jeudi de l'|jeudi d')ascension|(?<=l')ascension|(?<=de )paques|(?<=a )paques|pentecote|fete-dieu|"
    r"assomption|toussaint|jour des morts|armistice|saint-nicolas|saint-sylvestre|reveillon(?: de noel| du nouvel an)?|(?<!pere )(?<!papa )noel|saint-jean|saint-martin|saint-valentin|fete nationale|aid(?: el-(?:fitr|kebir|adha))|"
    # English
    r"new year'?s (?:day|eve)|new year(?!')|twelfth night|epiphany|candlemas|shrove tuesday|pancake day|ash wednesday|mid-lent|palm sunday|maundy thursday|good friday|holy week|easter(?: monday| sunday| saturday| weekend| eve)?|ascension day|whit (?:monday|sunday|weekend)|whitsun(?:day|tide)?|pentecost|corpus christi|mothering sunday|mother's day|"
    r"father's day|all saints'?(?: day)?|all souls'?(?: day)?|armistice day|remembrance (?:sunday|day)|halloween|hallowe'en|bonfire night|guy fawkes(?: night)?|st nicholas'?(?: day)?|st patrick's day|christmas(?: eve| day| night| week)?|boxing day|hogmanay|bank holiday(?: monday| weekend)?|midsummer(?:'s (?:day|eve))?|(?:michaelmas|hilary|trinity|lent) term|michaelmas|lammas|eid(?: al-(?:fitr|adha))|"
    r"the ides of march|april fool'?s'? day|"
    # German
    r"silvester(?:abend|nacht)?|neujahrs?(?:tag|nacht)?|jahreswechsel|jahreswende|dreikonig(?:stag|e|en)?|heilige[n]? drei konige[n]?|lichtmess|valentinstag|weiberfastnacht|altweiber|rosenmontag|veilchendienstag|faschingsdienstag|aschermittwoch|palmsonntag|grundonnerstag|karfreitag|karsamstag|karwoche|oster(?:n|sonntag|montag|samstag|wochenende)|"
    r"christi himmelfahrt|pfingst(?:en|sonntag|montag|samstag|wochenende)|fronleichnam|muttertag|vatertag|maria himmelfahrt|allerheiligen|allerseelen|totensonntag|volkstrauertag|sankt-?(?: )?martin(?:stag)?|martinstag|buss- und bettag|nikolaus(?:tag|abend)?|heiligabend|heilige[rn] abend|(?:erste[rn]? |zweite[rn]? )?weihnachts?(?:en|tag|abend|feiertag|woche)|"
    r"zuckerfest|opferfest|(?:erste[rn]?|zweite[rn]?|dritte[rn]?|vierte[rn]?) advent(?:ssonntag)?|johannistag"
)
_HOLIDAY = (
    r"(?:kerst|zomer|paas|herfst|krokus|lente|winter|carnavals|voorjaars)(?:vakantie|verlof)|grote vakantie|bouwverlof|schoolvakantie|"
    r"(?:grandes )?vacances (?:de |d'|du |de la |scolaires(?: de | d'| du )?)?(?:noel|paques|ete|carnaval|toussaint|printemps|automne|hiver|detente)|grandes vacances|vacances scolaires|conge (?:de |d'|du )(?:carnaval|toussaint|detente|printemps|automne|paques|noel|batiment)|rentree(?: scolaire| academique)?|"
    r"(?:christmas|easter|summer|autumn|half-term|spring|school|carnival|winter) (?:holidays?|break|vacation)|half-term|(?:summer|autumn|spring|winter|michaelmas|hilary|trinity|lent) term|"
    r"(?:weihnachts|oster|sommer|herbst|karnevals|pfingst|winter|schul|fruhjahrs)ferien"
)
_MODIFIED = r"(?:(?:van|de|d'|of|in|von|des jahres|du|des) ?)?(?:het jaar |l'annee |the year |jahr )?"
_TOLD = rf"(?:,? {_MODIFIED}(?:{_YEARS}|'\d\d(?!\d)|vorig jaar|dit jaar|volgend jaar|l'an(?:nee)? (?:dernier|derniere|passe|passee)|cette annee|(?:last|this|next) year|(?:letzten|vergangenen|dieses|vorigen|nachsten) jahres))"
_WHEN = f"{_TOLD}?"
_COUNT = r"(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|enkele|een paar|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|quelques|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|ein|eine|einen|zwei|drei|vier|funf|sechs|sieben|acht|zehn|einige|wenige)"
_UNITS = r"(?:dagen|dag|weken|week|maanden|maand|jours?|semaines?|mois|days?|weeks?|months?|tage|tag|wochen?|monate?)"
_BESIDE = r"(?:voor|na|avant|apres|before|after|vor|nach|following|preceding|volgend op|qui (?:suit|suivait|precede|precedait))"
_EVENT = rf"(?:{_FEAST}|{_HOLIDAY}|{_MONTH})"
_THE = r"(?:(?:de|het|le|la|les|the|den|dem|der|die|das) |l')?"
BESIDE = re.compile(
    rf"(?<![^\W_])(?:(?:{_COUNT} {_UNITS}|daags|kurz|kort|juste|just|shortly|right|gleich|direkt) {_BESIDE} {_THE}(?:{_EVENT})"
    rf"|{_THE}(?:dag|avond|week|weekend|nacht|jour|soir|semaine|week-end|day|evening|night|tag|abend|woche|wochenende|veille|lendemain|surlendemain|eve|vooravond|nacht|{_DAY}) (?:{_BESIDE}|van|of|de|du|des|de la|d'|vom|von) ?{_THE}(?:{_FEAST}|{_HOLIDAY})"
    rf"|(?:le|au|du|la) (?:lendemain|surlendemain|veille|avant-veille|matin|soir) (?:de |du |de la |de l'|des |d')(?:{_FEAST}|{_HOLIDAY}|paques|l'ascension)"
    rf"|(?:autour|aux alentours|aux environs|au moment) (?:de |du |de la |de l'|des )(?:{_FEAST}|{_HOLIDAY}|paques)){_WHEN}(?![^\W_])"
)
FEAST = re.compile(rf"(?<![^\W_])(?:{_FEAST}){_WHEN}(?![^\W_])(?!-)")
_ORDINAL = r"(?:eerste|tweede|derde|vierde|laatste|premiere?|deuxieme|troisieme|quatrieme|dernier|first|second|third|fourth|last|erste[ns]?|zweite[ns]?|dritte[ns]?|vierte[ns]?|letzte[ns]?|[1-4](?:de|ste|e|er|eme|st|nd|rd|th|\.))"
YEARS = re.compile(
    rf"(?<![^\W_])(?:(?:{_HOLIDAY}){_TOLD}"
    rf"|{_ORDINAL} (?:kwartaal|trimester|semester|jaarhelft|trimestre|semestre|quarter|term|half|quartal|halbjahr) (?:van |de |of |in |du |des |von )?(?:het jaar )?{_YEARS}"
    rf"|{_ORDINAL} (?:schooldag|lesdag|jour (?:d'ecole|de classe)|school day|day of (?:term|school)|schultag)(?: (?:van |de |of |in |du |des |von )?(?:het jaar )?{_YEARS})?"
    rf"|(?:kwartaal|trimester|semester|trimestre|semestre|quarter|quartal|q|t|s) ?[1-4](?:,? (?:van|de|of|in)? ?)?[ /\-]?{_YEARS}"
    rf"|(?:eerste|tweede|derde|vierde|laatste|erste[nr]?|zweite[nr]?|dritte[nr]?|vierte[nr]?|letzte[nr]?|first|second|third|fourth|last) (?:{_MONTH})(?:week|weekend|woche|wochenende| week| weekend)){_WHEN}(?![^\W_])"
)
# 'arbeitete von März bis Juni 2024', 'sinds 2021 in', 'depuis 2016'.
RANGE = re.compile(
    rf"(?<![^\W_])(?P<v>{_MONTH})(?= (?:bis|tot|tot en met|to|until|till|a|au|jusqu'en|jusqu'au|t/m) (?:\d{{1,2}}\.? )?(?:{_MONTH})(?![^\W_]))"
)
SINCE = re.compile(
    rf"(?<![^\W_])(?:sinds|sedert|depuis|since|seit|vanaf|des) (?:het jaar |l'annee |the year |dem jahr )?(?P<v>{_YEAR})(?![^\W_]|[.,/\-]\d)"
)
LATELY = re.compile(
    r"(?<![^\W_])(?:demain|tomorrow|vanmorgen|vanochtend|vanmiddag|vannamiddag|vanavond|vannacht|deze (?:morgen|ochtend|middag|namiddag|avond|nacht)|ce (?:matin|midi|soir)|cet apres-midi|cette nuit|heute (?:morgen|mittag|nacht))(?![^\W_])|(?<![^\W_])(?:avant-hier|apres-demain|overmorgen|ubermorgen|vorvorgestern|the day (?:after tomorrow|before yesterday)|(?:hier|demain) (?:matin|soir|midi|apres-midi)|(?:morgen|heute) (?:fruh|abend|nachmittag|vormittag)|morgen(?:avond|ochtend|middag|namiddag|vroeg)|(?:tomorrow|this) (?:morning|evening|afternoon|night)"
    r"|(?:voici|voila|ca fait) (?:deja |bientot |pres d'|environ |plus d'|a peine )?(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|vingt|quelques|\d{1,2}) (?:jours?|semaines?|mois|ans?|annees?)(?: et demie?)?|vor (?:anderthalb|eineinhalb|zweieinhalb|gut|rund|einem halben|einer halben)(?: \w{3,6})? ?(?:tagen|wochen|monaten|jahren|monat|woche|jahr|stunde)"
    r"|(?:anderhalve?|a year and a half|eighteen months|a month and a half|anderthalb) ?(?:maand|jaar|week|dag)? (?:geleden|ago)|\d{1,2}(?:de|ste|st|nd|rd|th)? (?:dezer|instant|courant|inst\.?)|le \d{1,2} (?:courant|du courant|de ce mois))(?![^\W_])"
)
# 'de 12de', 'le 12', 'the 12th', 'am 12.': a day alone, when no noun follows that it counts.
THE_DAY = {
    "nl": re.compile(r"(?<![^\W_])(?:de|den) (?P<v>(?:[12]?\d|3[01])(?:de|ste|en|e))(?![^\W_])"),
    "fr": re.compile(r"(?<![^\W_])(?:le|du|au) (?P<v>(?:1er|[12]?\d|3[01]))(?![^\W_]|[.,:/\-]\d|[ ]?[€%/])"),
    "en": re.compile(r"(?<![^\W_])the (?P<v>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?![^\W_])"),
    "de": re.compile(r"(?<![^\W_])(?:am|vom|zum|dem|den|ab|bis) (?P<v>(?:[12]?\d|3[01])\.)(?=$|[ ,\n;)])"),
}
ENDS = re.compile(r"[ \n]?[.,;:!?)\n]|[ ]?\Z|[ ][\-–]")
NO_DAY = frozenset("jaar ans years jahre in en van de of und or et ou and oder a au te bij zu pour voor".split()) - {"en", "and", "et", "und"}  # fmt: skip
FOLLOWING = re.compile(
    r"[ \n](?:(?P<n>(?:en|et|and|und|of|ou|or|oder) (?:de |le |the |den )?\d)|(?P<w>[^\W\d_]+))"
)
REALLY = frozenset(
    "juste seulement sans only without ohne zonder toen enfin eindelijk finally plutot liever rather vergeblich vergeefs encore again opnieuw nochmals te laat late spat trop tard kwam came est fut etait suis".split()
)
# What everybody's calendar has: 'gesloten op Allerheiligen', 'elke Kerstmis'.
USUAL = re.compile(
    r"(?<![^\W_])(?:elke|iedere|elk|chaque|tous les|toutes les|every|each|jeden|jede|jedes|gesloten|ferme|fermee|closed|geschlossen|kerstpremie|prime|premie|eindejaars\w*|feestdagen|public holidays?|jours feries|feiertage)(?![^\W_])[^.!?\n]{0,40}\Z"
)
CALENDAR = re.compile(
    r"^(?:oudejaar\w*|oud|nieuwjaar\w*|jaarwisseling|driekoningen|lichtmis|valenti\w*|carn\w*|vette|rozenmaandag|aswoensdag|halfvasten|palm\w*|witte|goede|good|stille|beloken|paas\w*|pasen|sinksen|hemelvaart\w*|pinkster\w*|sacramentsdag|moederdag|vaderdag|allerheiligen|allerzielen|wapenstil\w*|maarten|sinterklaas\w*|pakjesavond|"
    r"kerst\w*|suikerfeest|offerfeest|koningsdag|dodenherdenking|bevrijdingsdag|halfoogst|onnozele|guldensporenslag|sint-jan|jour|nouvel|epiphanie|chandeleur|gras|cendres|careme|rameaux|saint|paques|ascension|pentecote|dieu|assomption|toussaint|morts|armistice|reveillon|noel|nationale|aid|"
    r"new|twelfth|epiphany|candlemas|shrove|pancake|ash|lent|maundy|holy|easter|whit\w*|corpus|mothering|day|all|remembrance|hallow\w*|bonfire|fawkes|st|christmas|boxing|hogmanay|bank|midsummer|michaelmas|hilary|trinity|lammas|eid|ides|"
    r"silvester\w*|neujahr\w*|jahreswe\w+|dreikonig\w*|heilig\w*|lichtmess|weiber\w*|altweiber|rosenmontag|veilchen\w*|fasching\w*|aschermittwoch|grundonnerstag|kar(?:freitag|samstag|woche)|oster\w*|christi|pfingst\w*|fronleichnam|muttertag|vatertag|maria|allerseelen|totensonntag|volkstrauertag|sankt|martinstag|bettag|nikolaus\w*|weihnacht\w*|zuckerfest|opferfest|advent\w*|johannistag|"
    r"\w*(?:vakantie|verlof|ferien)|vacances|conges?|rentree|holidays?|break|vacation|term|half|kwartaal|trimester|semester|jaarhelft|trimestre|semestre|quarter|quartal|halbjahr|school\w*|lesdag|schultag|q[1-4]?|[a-z]{3,9}(?:week|weekend|woche|wochenende))$"
)
# 'in '98', 'depuis '04', 'summer of '12'.
SHORT_YEARS = re.compile(r"'(?<=[a-z] ')\d\d(?![^\W_])")
BEFORE_SHORT = re.compile(
    r"(?<![^\W_])(?:in|en|of|back in|depuis|sinds|since|seit|van|im jahr|anno|uit|from|de|l'ete|zomer|herfst|winter|lente|summer|autumn|spring|hiver|printemps|sommer|herbst) \Z"
)


@remembered
def _is_of_calendar(word: str) -> bool:
    return CALENDAR.search(word) is not None


SOON = re.compile(
    r"demain|tomorrow|van(?:morgen|ochtend|middag|namiddag|avond|nacht)|deze|ce|cet|cette|heute|hier|veille|overmorgen|ubermorgen|vorvorgestern|yesterday|morgen\w*|this|voici|voila|fait|vor|anderhalve?|half|year|anderthalb|eighteen|dezer|instant|courant|inst|sinds|sedert|depuis|since|seit|vanaf|des|"
    + _MONTH
)


@remembered
def _is_lately(word: str) -> bool:
    return SOON.fullmatch(word) is not None


def partial_days(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form; they may overlap each other and what other finders of days see."""
    for start, end in reading.around(_is_of_calendar, 40, 40):
        for pattern in (BESIDE, FEAST, YEARS):
            for match in matches(pattern, reading, start, end):
                if not USUAL.search(reading.plain, max(0, match.start() - 60), match.start()):
                    yield match.span()
    for start, end in reading.around(_is_lately, 40, 40):
        for pattern in (RANGE, SINCE):
            for match in matches(pattern, reading, start, end):
                yield match.span("v")
        for match in matches(LATELY, reading, start, end):
            yield match.span()
    yield from _days_alone(reading)


def _days_alone(reading: Reading) -> Iterator[tuple[int, int]]:
    """'de 12de', 'in '98', and yesterday in French, which is 'here' in Dutch and German."""
    for match in matches(SHORT_YEARS, reading):
        if BEFORE_SHORT.search(reading.plain, max(0, match.start() - 14), match.start()):
            yield match.span()
    for index in reading.places.get("hier", ()) if reading.language == "fr" else ():
        yield reading.starts[index], reading.ends[index]
    if the_day := THE_DAY.get(reading.language):
        for match in matches(the_day, reading):
            if _counts_nothing(reading, match.end("v")):
                yield match.span("v")


def _counts_nothing(reading: Reading, end: int) -> bool:
    """Whether a small word or the end of a clause follows: 'de 12de was', not 'de 12de verdieping' or 'le 12 mars'."""
    if ENDS.match(reading.plain, end):
        return True
    following = FOLLOWING.match(reading.plain, end)
    if following is None or following["n"]:
        return False
    word = following["w"]
    if reading.language == "de" and reading.cased[following.start("w")].isupper():
        return False
    return (word in STOPS and word not in NO_DAY) or word in REALLY
