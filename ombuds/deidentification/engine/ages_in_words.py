"""Ages that no figure with 'jaar' tells: halfweg de vijftig, la quarantaine bien sonnée, pushing sixty, Endvierzigerin."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.remembering import remembered
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.streets import street_strength
from ombuds.deidentification.engine.trade_words import STOPS

_NL_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_FR_TENS = "vingt|trente|quarante|cinquante|soixante-dix|soixante|septante|quatre-vingt-dix|quatre-vingts?|huitante|octante|nonante"
_EN_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_DE_TENS = "zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig"
_WORDS = {
    "nl": rf"(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)en(?:{_NL_TENS})|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|{_NL_TENS}|honderd(?:en)?(?:een|twee|drie|vier|vijf)?)",
    "fr": rf"(?:(?:{_FR_TENS})[ \-](?:et[ \-])?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf)|dix-sept|dix-huit|dix-neuf|{_FR_TENS}|dix|onze|douze|treize|quatorze|quinze|seize|cent(?: (?:un|deux|trois|quatre))?)",
    "en": rf"(?:(?:{_EN_TENS})[ \-](?:one|two|three|four|five|six|seven|eight|nine)|{_EN_TENS}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:a|one) hundred(?: and (?:one|two|three|four))?)",
    "de": rf"(?:(?:ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)und(?:{_DE_TENS})|zehn|elf|zwolf|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn|achtzehn|neunzehn|{_DE_TENS}|hundert(?:eins|zwei|drei)?)",
}
_FEW = {
    "nl": "een|twee|drie|vier|vijf|zes|zeven|acht|negen",
    "fr": "un|deux|trois|quatre|cinq|six|sept|huit|neuf",
    "en": "one|two|three|four|five|six|seven|eight|nine",
    "de": "eins?|zwei|drei|vier|funf|sechs|sieben|acht|neun",
}
_FIGURE = r"(?:[1-9]\d|10\d)"
# What makes an age about right: 'net geen', 'près de', 'pushing', 'knapp'.
_ABOUT = {
    "nl": r"(?:(?:halfweg|diep in|ver in|ver over|ver voorbij|al ver in|tegen|rond|ruim|amper|net geen|net niet|bijna|haast|krap|nauwelijks|om en bij|ongeveer|zo rond|zowat|ergens in|al over|over|voorbij|boven|dik in|goed in|hoog in|nog geen|nog net geen|midden|voorin|achterin|begin|eind|eerder|dichter bij|de kaap van)(?: de)?(?: en)? )",
    "fr": r"(?:(?:plus de|pas loin de|pres de|a peine|pas encore|presque|environ|bientot|quelque|passe|au moins|bien plus de|largement plus de|moins de|depasse|fraichement|le cap des|la barre des|dans les) )",
    "en": r"(?:(?:pushing|barely|over|under|nearly|almost|just over|just under|just short of|not quite|close to|closer to|rising|getting on for|going on|hitting|well over|well past|past|around|about|some|turning|at least|not yet|approaching|the wrong side of|the right side of|on the wrong side of|on the right side of|this side of) )",
    "de": r"(?:(?:weit uber|uber|gut uber|knapp uber|knapp unter|knapp|fast|beinahe|noch keine|noch nicht|um die|an die|gegen|rund|etwa|ungefahr|bald|jenseits der|diesseits der|anfang|mitte|ende|hoch in den|stolze|gut|unter) )",
}
_UNIT = {
    "nl": r"(?: (?:jaar|jaren|lentes|levensjaren|lentes jong|jaar jong|maanden|weken|dagen)(?: (?:oud|jong))?)",
    "fr": r"(?: (?:ans|printemps|annees|balais|piges|mois|semaines|jours)(?: (?:et demie?|sonnes|tasses|bien tasses|bien sonnes))?)",
    "en": r"(?: (?:years|summers|winters|springs|months|weeks|days)(?: (?:old|young|of age))?)",
    "de": r"(?: (?:jahre|jahren|lenze|lenzen|sommer|monate|wochen|tage)(?: (?:alt|jung))?)",
}
_HALF = {"nl": " en (?:een )?half", "fr": " ans et demie?", "en": " and a half", "de": "einhalb"}
# Words that are an age by themselves.
_ALONE = {
    "nl": rf"(?:zo'n|een) jaar of (?:{_NL_TENS}|\d\d)|(?:een )?(?:(?:prille|jonge|vroege|late|kranige|kwieke|goede|oudere|rasechte|halve|begin|eind) )?(?:{_NL_TENS})ers?|(?:[a-z]{{3,16}}(?:tig|tien))-?plussers?|(?:(?:bijna|net|pas|nog niet|nog net niet|amper|straks) )(?:meerder|minder)jarig|\d{{2}} lentes(?: jong)?|halfweg de (?:{_NL_TENS})|(?:diep|ver|hoog|al|goed|een eind) in de (?:{_NL_TENS})|(?:de kaap van de (?:{_NL_TENS}|\d\d)|de (?:{_NL_TENS}) (?:voorbij|gepasseerd|gerond))(?: voorbij| gerond| gepasseerd| genaderd)?|hoogbejaarde?|stokoude?|pasgeboren(?:e)?|honderdjarigen?|eeuweling(?:e)?|in (?:mijn|haar|zijn|hun|het) [a-z]{{4,22}}(?:ste|de) levensjaar",
    "fr": r"(?:la |une? |sa |ma )?(?:(?:petite|bonne|jeune|fringante?|fringant|belle) )?(?:vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|septantaine)(?: (?:d'annees|(?:bien |a peine |largement |tout juste |deja )?(?:sonnee|passee|entamee|depassee|revolue|avancee|tassee|epanouie)))|(?:dans )?(?:la|sa|ma) (?:vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|septantaine)(?! d)|"
    r"(?:(?:jeune|vieille?|fringante?|alerte|quasi) )?(?:trentenaires?|quadragenaires?|quinquagenaires?|sexagenaires?|septuagenaires?|octogenaires?|nonagenaires?|(?:presque |quasi )?centenaires?)|(?:(?:presque|bientot|a peine|tout juste|pas encore|encore) )(?:majeure?|mineure?)|\d{2} (?:printemps|balais)|dans (?:ma|sa|leur) [a-z\- ]{5,28}ieme annee|nouveau-nee?s?|agee?s? d'une [a-z]{6,12}aine d'annees|entre deux ages",
    "en": r"(?:well |far |deep )?into (?:his|her|their|my) (?:early |mid |late |mid-)?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|(?:early|mid|late)[ \-](?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|(?:a )?(?:twenty|thirty|forty|fifty|sixty|seventy)(?:-something|-odd|ish|-ish)s?|[a-z]{6,10}(?:-[a-z]{3,5})? (?:years|summers) young|"
    r"(?:quadra|quinqua|sexa|septua|octo|nona)genarians?|centenarians?|(?:nearly|almost|not yet|barely|just) (?:of age|an adult|grown up)|in (?:his|her|their|my) [a-z\-]{5,18}(?:th|st|nd|rd) year|(?:on )?the (?:wrong|right) side of (?:thirty|forty|fifty|sixty|seventy|eighty)|(?:seventeen|fifteen|nine|twelve) going on [a-z]+|(?:baby|generation)[ \-]boomer|a new-?born|newborn",
    "de": r"(?:(?:junge[rn]?|rustige[rn]?|hohe[rn]?|agile[rn]?) )?(?:mitt|anfang|end|spat|mitte-?)-?(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)er(?:in|n)?|(?:jenseits|diesseits) der (?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)|\d{2} lenze|(?:bald|fast|gerade|noch nicht|eben|knapp) (?:voll|minder)jahrig|in (?:meinem|seinem|ihrem) [a-z]{5,24}(?:ten|sten) lebensjahr|"
    r"(?:(?:weit|tief|hoch|gut|schon) )?(?:eine? (?:frau|mann|dame|herr) )?in den (?:zwanzigern|dreissigern|vierzigern|funfzigern|sechzigern|siebzigern|achtzigern)|hochbetagte[rnsm]?(?: von \d{2,3})?|hundertjahrige[rnsm]?|neugeborene[rnsm]?",
}
_YOUNG_OR_OLD = r"(?:kleuter|peuter|baby|zuigeling|dreumes|tiener|puber|jongere|bejaarde|hoogbejaarde|gepensioneerde|grijsaard|oudje|senior|ukkie|bambin|nourrisson|ado|adolescente?|vieillard|retraitee?|pensionnee?|gamine?|bebe|bambine|poupon|toddler|teenager|infant|pensioner|youngster|greis(?:in)?|hochbetagte[rn]?|rentner(?:in)?|jugendliche[rn]?|saugling|kleinkind|knirps|senior(?:in)?)"
ALONE = {language: re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])") for language, words in _ALONE.items()}
OF_ONE = {
    language: re.compile(
        rf"(?<![^\W_])(?P<v>{_YOUNG_OR_OLD} (?:van|de|of|von|d') ?(?:{words}|{_FEW[language]}|\d{{1,3}})(?:{_UNIT[language]})?)(?=[.,;:!?)\n]|\Z| (?P<w>[^\W\d_]+))"
    )
    for language, words in _WORDS.items()
}
_KIN = (
    r"(?:moeder|vader|zoon|dochter|broer|zus|oma|opa|man|vrouw|partner|buurman|buurvrouw|tante|oom|schoonmoeder|schoonvader|mama|papa|kind|kleinzoon|kleindochter|mere|pere|fils|fille|frere|soeur|mari|femme|conjointe?|voisine?|tante|oncle|belle-mere|beau-pere|maman|enfant|grand-mere|grand-pere|"
    r"mother|father|son|daughter|brother|sister|husband|wife|aunt|uncle|neighbour|mum|dad|child|grandmother|grandfather|mutter|vater|sohn|tochter|bruder|schwester|mann|frau|nachbar(?:in)?|kind|grossmutter|grossvater|schwiegermutter|schwiegervater|"
    r"klager|klaagster|verzoeker|verzoekster|betrokkene|plaignante?|requerante?|interessee?|complainant|applicant|beschwerdefuhrer(?:in)?|antragsteller(?:in)?|betroffene[r]?|patiente?|patient(?:in)?|bewoonster|bewoner)"
)
_SAYS = {
    "nl": rf"(?:(?:ik|jij|hij|zij|ze|{_KIN}) (?:ben|bent|is|was|word|wordt|werd|voel me|lijkt)|(?:ben|is|was|word|wordt) (?:ik|hij|zij|ze)|die|wie)",
    "fr": rf"(?:(?:j'|il |elle |on |qui |{_KIN} )(?:ai|a|avait|avais|aura|aurai|approche|frise|va sur ses|va sur|fetera|aurait|est age de|est agee de))",
    "en": rf"(?:(?:i|he|she|who|{_KIN}) (?:am|is|was|will be|turned|turns|would be|has turned|looks)|i'm|he's|she's)",
    "de": rf"(?:(?:ich|er|sie|die|der|{_KIN}) (?:bin|ist|war|werde|wird|wurde|sei)|(?:bin|ist|war|sei) (?:ich|er|sie))",
}
# 'ik ben net geen achttien', 'elle a près de nonante ans', 'he is pushing sixty', 'sie ist über siebzig'.
SAID_OF = {
    language: re.compile(
        rf"(?<![^\W_]){_SAYS[language]} (?:(?:nu|al|net|pas|nog maar|straks|now|just|just turned|only|already|still|schon|gerade|gerade erst|gerade mal|eben|erst|bereits|jetzt|deja|tout juste|seulement|already|maintenant|intussen|inmiddels) )?"
        rf"(?P<v>{_ABOUT[language]}{{0,2}}(?:(?:{words})(?:{_HALF[language]})?|{_FIGURE})(?:{_UNIT[language]})?(?: voorbij| gepasseerd)?)(?=[.,;:!?)\n]|\Z| (?P<w>[^\W\d_]+))"
    )
    for language, words in _WORDS.items()
}
# ', net geen achttien,' and '(bientôt trente ans)': what stands apart after somebody.
APART = {
    language: re.compile(
        rf"(?<=[^\W\d_])(?:, | \()(?:(?:net|pas|just|gerade|erst|tout juste|a peine) )?(?P<v>(?:{_ABOUT[language]}{{1,2}}(?:{words}|{_FIGURE})|(?:{_ABOUT[language]}{{0,2}}(?:{words})(?:{_HALF[language]})?)|{_FIGURE})(?:{_UNIT[language]})?)(?=[,)])"
    )
    for language, words in _WORDS.items()
}
_TELLING = re.compile(
    r"tig$|tigers?$|tien$|plussers?$|lentes$|jarig|levensjaar$|bejaard|eeuweling|stokoud|pasgeboren|taine$|zaine$|genaire|tenaire|majeure?$|mineure?$|printemps$|balais$|ieme$|nee?s?$|ties$|teens$|something|odd$|ish$|young$|genarian|tenarian|age$|year$|side$|boomer|going|newborn|ig(?:er|erin|ern)$|ssig(?:er|erin|ern)?$|lenze$|jahrig|lebensjahr$|betagt|geboren"
)
GOES_ON = frozenset("geworden passes revolus accomplis".split())
Place = tuple[int, int]


@remembered
def _is_telling(word: str) -> bool:
    return _TELLING.search(word) is not None


_ANY_NUMBER = re.compile(
    rf"\d{{1,3}}(?:ste|de|e|j|jr)?|[a-z]+einhalb|{'|'.join((*_WORDS.values(), *_FEW.values()))}"
)


@remembered
def _is_number(word: str) -> bool:
    return word not in ARTICLES and _ANY_NUMBER.fullmatch(word) is not None


ARTICLES = frozenset("een un one eins ein de e".split())
COUNTED_BEFORE = frozenset(
    "nr n no art artikel article articles artikels art bus box bte boite bk punt point lid alinea par paragraaf nummer numero number tel gsm dossier ref kamer chambre zone lijn ligne bus tram trein eur euro e bis ter".split()
)
COUNTED_AFTER = frozenset(
    "euro euros eur uur u h heures heure uhr hours km m2 kg m cm kwh dagen jours days tage werkdagen percent procent pct bis personen personnes people brieven lettres letters".split()
)
BEFORE, AFTER = 75, 35


def around_numbers(reading: Reading) -> list[Place]:
    """Stretches around numbers that may be an age: alone, not among other figures and not before a month."""
    at = sorted(
        index
        for word in filter(_is_number, reading.places)
        for index in reading.places[word]
        if not word.isdigit() or _stands_alone(reading, index)
    )
    merged: list[Place] = []
    for index in at:
        start, end = max(0, reading.starts[index] - BEFORE), reading.ends[index] + AFTER
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _stands_alone(reading: Reading, index: int) -> bool:
    """No figure of a telephone, day, amount, article or house."""
    words, plain = reading.words, reading.plain
    start, end = reading.starts[index], reading.ends[index]
    if words[index][0] == "0" or plain[start - 1 : start] in {"/", "-", "+", "§", "€", "°", ":"}:
        return False
    before, after = words[index - 1] if index else "", words[index + 1] if index + 1 < len(words) else ""
    if (
        before in COUNTED_BEFORE
        or before in MONTHS_BY_NAME
        or after in COUNTED_AFTER
        or after in MONTHS_BY_NAME
    ):
        return False
    if before[-1:].isdigit() and plain[start - 1] != "(":
        return len(before) < 3 and plain[start - 1] not in "./-"
    if after[:1].isdigit() and plain[end : end + 1] in {".", "/", "-", ":", ","}:
        return False
    return street_strength(before) is None


def ages_in_words(reading: Reading, numbers: list[Place]) -> Iterator[Place]:
    """(start, end) in the plain form; they may overlap each other. `numbers`: as `around_numbers` gives them."""
    language = reading.language
    if language not in ALONE:
        return
    for start, end in reading.around(_is_telling, 50, 30):
        for match in matches(ALONE[language], reading, start, end):
            yield match.span()
    for start, end in numbers:
        yield from _said_of_somebody(reading, start, end)


def _said_of_somebody(reading: Reading, start: int, end: int) -> Iterator[Place]:
    language = reading.language
    for match in matches(OF_ONE[language], reading, start, end):
        if _ends(reading, match):
            yield match.span("v")
    for match in matches(SAID_OF[language], reading, start, end):
        if _ends(reading, match) and _is_number_of_years(match["v"], language):
            yield match.span("v")
    for match in matches(APART[language], reading, start, end):
        if not match["v"].isdigit() and _is_number_of_years(match["v"], language):
            yield match.span("v")


def _ends(reading: Reading, match: re.Match[str]) -> bool:
    """No noun follows that is counted: 'ik ben net geen achttien en', not 'il a quarante dossiers'."""
    following = match["w"]
    return following is None or following in STOPS or following in GOES_ON


def _is_number_of_years(said: str, language: str) -> bool:
    """French has an age, so it says 'ans'; elsewhere one is it."""
    return (
        language != "fr"
        or re.search(r"(?:ans|printemps|balais|piges|annees|mois|semaines|jours)", said) is not None
    )
