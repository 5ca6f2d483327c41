"""How old people are: 42 jaar, âgé de 42 ans, 42-year-old, een veertiger, la quarantaine."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.address_lines import NO_FIRST
from ombuds.deidentification.engine.ages_english import ages_english
from ombuds.deidentification.engine.ages_french import ages_french
from ombuds.deidentification.engine.ages_in_words import ages_in_words, around_numbers
from ombuds.deidentification.engine.ages_noted import ages_noted
from ombuds.deidentification.engine.ages_told import ages_told
from ombuds.deidentification.engine.day_words import MONTHS_BY_NAME
from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength, given_strength, words
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.remembering import remembered
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.spans import Kind, Span
from ombuds.deidentification.engine.streets import street_strength
from ombuds.deidentification.engine.trade_forms import is_agent

_N = (
    r"(?:\d{1,3}(?:[.,]5)?|l\d|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)?en?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|(?:tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|"
    r"(?:vingt|trente|quarante|cinquante|soixante|septante|huitante|quatre-vingts?|nonante)(?:[ \-](?:et[ \-])?(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze))?|(?:dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf)|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|"
    r"(?:ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)und(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)|(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig))"
)
_SMALL = r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|un|deux|trois|quatre|cinq|six|sept|huit|neuf|one|two|three|four|five|six|seven|eight|nine|ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)"
_ANY = rf"(?:{_N}|{_SMALL})"
_AND = r"(?:\s(?:en|et|and|und)\s(?:een|\d{1,2}|un|one|ein|une?)?\s?(?:maand(?:en)?|mois|months?|monate?n?|half|halbes|demi|jours?|dagen))?"
SAID = re.compile(
    rf"(?<![^\W_])(?:{_ANY}[\s\-]?jarig(?:e|en)?|{_ANY}[\s\-]year[\s\-]olds?|{_ANY}[\s\-]?jahrig(?:e[nrsm]?)?|{_ANY}\s(?:years?|months?|weeks?){_AND} (?:old|of age)|{_ANY}\s(?:jaar|maanden|weken){_AND} (?:oud|jong)|{_ANY}\s(?:jahre|monate|wochen){_AND} (?:alt|jung)|"
    rf"agee?s? (?:de |d')(?:environ |a peine |presque )?{_ANY} (?:ans|mois|semaines){_AND}|aged {_ANY}|im alter von {_ANY}(?: jahren| monaten)?|de leeftijd van {_ANY}(?: jaar)?|(?:l'|d')age de {_ANY} ans|"
    r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)ers?|een [a-z]{3,6}tiener|"
    r"(?:septua|octo|nona|sexa|quadra|quinqua)genarians?|centenarians?|(?:mitt|anfang|end|eind|begin|mid)-?(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)er(?:in)?|(?:begin|eind|mid)-?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig)ers?|"
    r"(?:ein|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf)einhalb jahre alt|\d{1,2} ?(?:½|1/2|1⁄2) (?:jaar oud|years old|jahre alt|ans)|aged [a-z]+ and a half|"
    r"(?:quadra|quinqua|sexa|septua|octo|nona|tri?en)genaires?|(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)er(?:in)?|"
    r"(?:begin|midden|eind|achter|voor|achterin|in|ver in) de (?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|(?:dans )?(?:la|sa|ma) (?:vingtaine|trentaine|quarantaine|cinquantaine|soixantaine)(?! d)|"
    r"in (?:his|her|their|my) (?:early |mid |late |mid-)?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|(?:in den|anfang|mitte|ende) (?:zwanzigern?|dreissigern?|vierzigern?|funfzigern?|sechzigern?|siebzigern?|achtzigern?))(?![^\W_])"
)
SHORT = re.compile(r"(?<![^\W_])(?:is|ben|est|ist|bin)\s(?P<v>\d{1,3}\s?(?:j|y|yo|jr)\.?)(?![^\W_])")
BEFORE_VERB = re.compile(
    rf"(?<![^\W_])(?P<v>{_N}\s?(?:jaar|jr?\.?|jahre|ans|years){_AND})(?=\s(?:was|is|waren|war|wurde|werd|werden)(?![^\W_]))"
)
# '71 ans, clerc de notaire', 'nog maar 64 jr.', 'op mijn 90 jaar'.
APART = re.compile(
    rf"(?:(?:^|[.,;:(]\s|\n|(?<![^\W_])(?:nog maar|slechts|pas|alors que|que|only|erst|nur|mit|op (?:mijn|haar|zijn)|a (?:mes|ses)|avec ses|at my|mit meinen)\s))(?P<v>{_N}\s?(?:jaar|jr\.?|ans|jahre|j\.|years|yrs)(?:\s(?:oud|old|alt|jung|jong|passes|a peine))?)(?=,|\s(?:en|et|and|und|begin|on|fangt|alt|passes)\s|\.\s?,|\.?\)|\.$)",
    re.MULTILINE,
)
LABEL = re.compile(r"(?<![^\W_])(?:leeftijd|age|alter|oud)\s?(?:is |van |est |ist |[:=]\s?)(?P<v>\d{1,3}(?:\s?(?:jaar|ans|years|jahre|j|y|yo|jr))?" + _AND + r")(?![^\W_]|[.,]\d)")  # fmt: skip
AFTER_PERSON = re.compile(
    r"(?:(?<![^\W_])(?:ik ben|zij is|hij is|ze is|is|was|werd|wordt|ben|bent|zijn|j'ai|a|as|ai|a eu|avait|avais|ont|aura|i am|i'm|are|were|turned|turns|bin|ist|war|wurde|wird|"
    r"moeder|vader|zoon|dochter|kind|kinderen|fils|fille|enfants?|mere|pere|mari|femme|son|daughter|child|children|mother|father|sohn|tochter|kinder|mutter|vater|vrouw|man|zus|broer|soeur|frere|sister|brother|oma|opa)\s?[,(]?\s?)"
    r"(?:(?:toen|nu|pas|bijna|al|reeds|maintenant|presque|almost|now|jetzt|deja|damals|erst|just|only|then|a peine|seulement|environ|ongeveer|about|fast|schon|net|alors|exactement|intussen|inmiddels|ondertussen|meanwhile|inzwischen|already|still)\s){0,2}"
    rf"(?P<v>{_N}\s(?:jaar|ans|jahre|years|maanden|mois|monate|months){_AND}(?:\s(?:oud|old|alt|jong|of age))?)(?!\s(?:lang|geleden|later|durant|de (?:service|loyaute|experience|mariage|travail|prison|retard|garantie)|of (?!age)|in dienst|getrouwd|werk|ervaring|bezig|experience|im dienst|d'|verheiratet|long|ago|plus|wacht|attend|zu spat|dienst|garantie|vertraging|na |apres|nach|after|before|voor|avant|vor ))(?![^\W_])"
)
# 'une dame de 78 ans', 'avoir 36 ans', 'sie sei 45 Jahre', 'der 57 Jahre ist', 'ses 90 ans', 'dans sa 82e année'.
_UNIT = r"(?:jaar|jr\.?|ans|annees|jahren?|years|yrs)"
_SOMEBODY = r"(?:vrouw|man|dame|heer|persoon|jongen|meisje|kind|zoon|dochter|moeder|vader|oma|opa|bewoner|bewoonster|weduwe|weduwnaar|iemand|femme|homme|monsieur|personne|garcon|fille|fils|enfant|mere|pere|veuve|veuf|jeune|adolescente?|bebe|woman|lady|gentleman|person|boy|girl|lad|child|son|daughter|mother|father|widow|widower|man|frau|herr|mann|person|junge|madchen|kind|sohn|tochter|mutter|vater|witwe|witwer|jemand|patiente?|patientin|koppel|couple|tweeling|baby|kleuter|buurvrouw|buurman|voisine?|neighbour|nachbar(?:in)?|locataire|huurder|klant|cliente?)"
OF_SOMEBODY = re.compile(
    rf"(?<![^\W_]){_SOMEBODY}[ ,]{{1,2}}(?:(?:van|de|of|von|mit|a peine|amper|nauwelijks|barely|kaum|agee? de|deja|bijna|pres de|nearly|over|ruim|uber) ){{1,2}}(?P<v>{_ANY}(?: {_UNIT}| maanden| mois| months| monaten?)?)(?![^\W_]| (?:enfants|kinderen|children|kindern|personnes|mensen|people|leden|membres|sterren|etoiles|grands?|kamers|ces|the|those|them|us|which|our|my|deux))"
    rf"|(?<![^\W_])(?:avoir|ayant|aurait|auront|aurons|fete[rs]?|fetera|feter|souffle|sei|seien|ware|waren|werde|being|be|turned|turning|turns|reached|reaching|wordt|worden|werd|zou|feestelijk|viert|vierde|bereikte|feierte|feiert)(?: (?:volgende|deze) (?:week|maand)| next (?:week|month)| ses| mes| deja| a peine| schon| al| juist| net| just| over| bijna| presque| haar| zijn| ihren| seinen)* (?P<w>{_N}(?: {_UNIT}(?: (?:oud|alt|old))?)?)(?![^\W_]|[.,]\d| ?(?:€|eur|%|van|de|d'|of|a(?! peine)|km|kg|m2|x|keer|fois|times|mal|minuten|minutes|dagen|jours|days|tage|weken|uur|maand|mois|brieven|lettres|letters|briefe|personen|people|personnes|euro))"
    rf"|(?<![^\W_])(?:die|dat|wie|der|das|qui|that|who|ik|hij|zij|ze|er|sie|ich) (?:nu |al |schon |jetzt |bijna |fast |amper |pas |erst )?(?P<x>{_N} {_UNIT}) (?:is|ben|bent|zijn|ist|bin|sind|war|was|wordt|word|wird|werde)(?![^\W_])"
    rf"|(?<![^\W_])(?:ses|mes|haar|zijn|ihren|seinen|sa|ma|his|her) (?P<y>{_N}(?:e|eme|ste|de|th)? (?:ans|annee|verjaardag|birthday|geburtstag|anniversaire|levensjaar|lebensjahr))(?![^\W_])"
    rf"|(?<![^\W_])(?:is|ist|est|was|war|ben|bin|am)(?: er| nu| al| schon| jetzt| now| intussen| inmiddels| deja| bijna| only| pas| just| ondertussen)* (?P<z>{_N})(?= (?:en|und|and|et) (?:woon|woont|wohnt?|wohne|lebe|lebt|leef|live|lives|heb|heeft|habe|hat|has|have|kan|kann|can|alleen|alone|allein|ziek|krank|ill|sick|retired|gepensioneerd|alleenstaand|weduwe|weduwnaar))"
)
FULL_YEARS = re.compile(
    r"(?<![^\W_])(?:(?:une? |la |sa )?(?:trentaine|quarantaine|cinquantaine|soixantaine|septantaine|vingtaine) d'annees|(?:dans )?(?:sa|ma) \d{2}e annee|(?:de )?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig) (?:voorbij|gepasseerd)|(?:voor in|achter in|begin|midden|eind) (?:de )?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|"
    r"(?:anfang|mitte|ende) (?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)|(?:uber|knapp|fast) (?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)(?= (?:jahre|und|ist|war|[.,]))|(?:early|mid|late)[ \-](?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|"
    r"im (?:hohen|stolzen|zarten) alter von \d{1,3}|op (?:haar|zijn|mijn) \d{1,2}(?:ste|de)|in (?:haar|zijn) \d{1,2}(?:ste|de) levensjaar|(?:tachtig|negentig|zeventig|zestig)plussers?|(?:\d0)[ \-]?plusser|born \d{1,2} years ago|geboren \d{1,2} jaar geleden|nee? il y a \d{1,2} ans|vor \d{1,2} jahren geboren)(?![^\W_])"
)
# 'Viktor Lauwers, 37, ziek': a bare number between commas after a name.
NAMED = re.compile(
    r"[A-Z][\w'\-]{1,40}\.?,? \(?(?P<v>[1-9]\d?)(?=,|\)| (?:a|an|een|une?|ein|eine|jaar|ans|years)(?![^\W_])|\n|;)"
)
BRACKETS = re.compile(r"[(,](?<=[(,])\s?(?:(?:toen|alors|damals|then|nu|now|jetzt|aged?|oud|leeftijd)\s)?(?P<v>\d{1,3}(?:\s?(?:jaar|jr\.?|j\.?|ans|jahre|years|yrs?|y\.?o\.?))?" + _AND + r"(?:\s(?:oud|old|alt|jung|of age|passes|a peine))?)(?:\s(?:alors|toen|damals|then|at the time))?(?:\s?[),]|\s(?=(?:and|en|et|und)\s))")  # fmt: skip
# 'I am 57 and', 'was only 44 then': a number alone, when nothing follows that it could count.
ALONE = re.compile(
    r"(?<![^\W_])(?:i am|i'm|he is|she is|he was|she was|victim is|applicant is|complainant is|was only|is only|ik ben|zij is|hij is|ze is|was pas|is pas|ich bin|er ist|sie ist|war erst|and is|and was|en is|en was|und ist|und war|called [a-z' \-]{3,30} and is)"
    r"\s(?P<v>\d{2}|[6-9])(?=(?:,|\.(?!\d)|\s(?:and (?:an? |have |not |cannot |can't |still |live)|en (?:ik |heb |een |kan |woon |nog )|und (?:ich |habe |ein |kann |wohne )|then|now|toen|nu|damals|jetzt)))"
)
YEARS = re.compile(r"(?:jaar|jr|jr\.?|j\.?|ans|jahre|years|yrs?|y\.?o)")
DEADLINE = re.compile(r"(?:verjaring|termijn|delai|period|prescription|verjahrung|garantie|waarborg|contrat|contract|geldig|valable|valid|boete)")  # fmt: skip
REASON = "An age"


WORDS_OF_AGE = re.compile(
    r"jaar|jari|jahr|^ans$|^ages?$|^agee?s?$|^aged$|years?$|year$|^yrs?$|^yo$|^jr?$|maand|^mois$|months?$|monat|weken|semaines|weeks|wochen|^oud$|^old$|^alter$|leeftijd|genaire|genarian|centenarian|halb$|^half$|einhalb|geworden|turned|"
    r"tigers?$|igerin$|igern?$|tieners?$|plussers?$|taine$|zaine$|(?:n|r|f|x|h)ties$|tig$|zig$|ssig$|^\d{1,3}[jy]r?$|^demi$"
)
# 'mijn zoon is zeven', 'my wife is 35 and', 'mon fils a sept ans'.
OF_KIN = re.compile(
    rf"(?<![^\W_])(?:hij|zij|ze|he|she|er|sie|il|elle|{_SOMEBODY})(?:, [^,.;\n]{{2,60}},)? (?:is|ist|was|war|wordt|wird|a|avait|aura)(?: (?:nu|al|now|jetzt|just|only|pas|net|schon|deja|maintenant|bijna|nearly|fast|presque|nog maar|a peine))? (?P<v>{_ANY}(?: {_UNIT}(?: (?:oud|old|alt))?)?)(?=[,.;)]| (?:en|and|und|et)(?![^\W_]))"
)
# 'net achttien geworden', 'gerade 18 geworden', 'bijna 70,'.
BECOME = re.compile(
    rf"(?<![^\W_])(?:net|pas|juist|onlangs|gerade|eben|bald|straks|just turned|recently turned|about to turn|vient d'avoir|va avoir|aura bientot|binnenkort) (?P<v>{_N})(?= (?:geworden|ans|jaar)(?![^\W_])|[,.;]| (?:and|en|und|et)(?![^\W_]))"
)
# 'is nog maar 67 jaar', 'wordt 20j', "n'a que 78 ans".
BARELY = re.compile(
    rf"(?<![^\W_])(?:is nog maar|is maar|is pas|is amper|zijn nog maar|n'a que|n'a encore que|n'ai que|n'avait que|a a peine|is only|is barely|is just|was only|ist erst|ist nur|ist gerade|war erst|wordt|worden|werd) (?P<v>{_N} ?(?:jaar|jr?\.?|ans|years|jahre|y\.?o?)(?: (?:oud|old|alt|jung|jong))?)(?=[.,;!?)\n]|\Z| (?:en|et|and|und|passes|oud|old|alt)(?![^\W_]))"
)
# 'who is 5 now', ', nu 7 jaar.', '43 jaar ben ik', 'im 25 and', 'word volgende maand 79', 'mijn leeftijd van 64', 'nog maar 7 jaar'.
TOLD = re.compile(
    rf"(?<![^\W_])(?:who|that|he|she) is (?P<a>{_ANY}|\d) now(?![^\W_])|, (?:nu|now|jetzt|inzwischen|intussen|inmiddels|aujourd'hui|maintenant|heute) (?P<b>\d{{1,2}}(?:\s(?:jaar|ans|years|jahre)(?: (?:oud|old|alt))?)?)(?=[.,;)\n]|\Z)"
    rf"|(?<![^\W_])(?P<c>{_N} (?:jaar|ans|jahre|years)) (?:ben ik|bin ich|que j'ai|am i|heb ik)(?![^\W_])|(?<![^\W_\d.])(?:i'?m|je suis) (?P<d>[1-9]\d)(?= (?:and|but|et|mais|now|jaar|ans|years)|[.,;)])"
    r"|(?<![^\W_])(?:word|wordt|werd|turn|turns|turning|werde|wird|aurai|aura) (?:(?:volgende|deze|binnenkort|straks|over een|next|this|nachste[nrs]?|kommende[nrs]?|diesen|bald|soon|bientot|le mois prochain|l'an prochain) ?(?:week|maand|jaar|zomer|month|year|monat|jahr|woche)? ?)(?P<e>\d{1,3}(?: (?:jaar|ans|jahre|years))?)(?=[.,;!\n)]|\Z| (?:en|and|und|et)(?![^\W_]))"
    r"|(?<![^\W_])(?:mijn|haar|zijn|hun|my|his|her|mon|son) (?P<f>(?:leeftijd van|age of|age de) \d{1,3})(?![\d]|[.,]\d)|(?<![^\W_])(?:nog\s(?:maar|geen)|slechts|amper|only|erst|nur)\s(?P<g>\d{1,2}\s(?:jaar|years|jahre)(?: (?:oud|old|alt))?)(?=[.,;!?\n)])"
)
# 'TIMUR IS 4.'
NAME_IS = re.compile(
    r"(?<![^\W_])(?P<w>[A-Z][^\W\d_]{2,}) (?:is|IS|ist|IST|wordt|WORDT|turned) (?P<v>\d{1,2})(?=[.;,!)]| (?:and|en|und|AND|EN|UND) |\Z|\n)"
)
# '- Wagner, Alexej, Sohn, 15', 'his daughter, 6'.
IN_LIST = re.compile(
    rf"(?<![^\W_]){_SOMEBODY}, (?P<v>\d{{1,2}})(?=[ \t]*(?:[,;)\n]|\Z|\.(?!\d))|[ \t]+[-–*•(])"
)
OTHER_GROUPS = ("v", "w", "x", "y", "z")
FORMS = (
    (BARELY, 0.75),
    (BECOME, 0.65),
    (LABEL, 0.85),
    (AFTER_PERSON, 0.75),
    (SHORT, 0.7),
    (BEFORE_VERB, 0.7),
    (APART, 0.7),
)


@remembered
def _is_word_of_age(word: str) -> bool:
    return WORDS_OF_AGE.search(word) is not None


def ages(reading: Reading) -> Iterator[Span]:
    for start, end in reading.around(_is_word_of_age, 70, 40):
        for match in matches(SAID, reading, start, end):
            if not re.match(r"\d{3}", match.group()) or re.match(r"10[0-5]", match.group()):
                yield reading.span(*match.span(), Kind.AGE, 0.9, reason=REASON)
        for pattern, confidence in FORMS:
            for match in matches(pattern, reading, start, end):
                if pattern is AFTER_PERSON and _is_a_career(reading, match.end("v")):
                    continue
                yield reading.span(*match.span("v"), Kind.AGE, confidence, reason=REASON)
        for match in matches(FULL_YEARS, reading, start, end):
            yield reading.span(*match.span(), Kind.AGE, 0.8, reason=REASON)
    numbers = around_numbers(reading)
    found = (
        *ages_in_words(reading, numbers),
        *ages_told(reading, numbers),
        *(ages_noted(reading) if numbers else ()),
        *ages_french(reading, numbers),
        *ages_english(reading, numbers),
    )
    for start, end in found:
        yield reading.span(start, end, Kind.AGE, 0.7, reason=REASON)
    yield from _told_of_somebody(reading, numbers)
    yield from _in_brackets(reading)


def _is_a_career(reading: Reading, end: int) -> bool:
    """'Ich war dreißig Jahre Lokführer': for how long, not how old."""
    following = re.compile(r" ([^\W\d_]{5,})").match(reading.plain, end)
    return following is not None and is_agent(following[1], reading.language)


DECIMALS = re.compile(r"[.,]\d")


def _told_of_somebody(reading: Reading, numbers: list[tuple[int, int]]) -> Iterator[Span]:
    """'une dame de 78 ans', 'Viktor Lauwers, 37', 'I am 57 and'."""
    for start, end in numbers:
        for match in matches(OF_KIN, reading, start, end):
            if "ans" in match["v"] or reading.language != "fr":
                yield reading.span(*match.span("v"), Kind.AGE, 0.7, reason=REASON)
        for match in matches(IN_LIST, reading, start, end):
            yield reading.span(*match.span("v"), Kind.AGE, 0.65, reason=REASON)
        for match in matches(OF_SOMEBODY, reading, start, end):
            group = next(g for g in OTHER_GROUPS if match[g] is not None)
            if not _is_counted_ever(match[group]):
                yield reading.span(*match.span(group), Kind.AGE, 0.7, reason=REASON)
    yield from _beside_names(reading)
    for match in matches(TOLD, reading):
        yield reading.span(
            *match.span(next(g for g in "abcdefg" if match[g] is not None)), Kind.AGE, 0.65, reason=REASON
        )
    for match in matches(NAME_IS, reading, cased=True):
        if _is_age_of_somebody(reading, match):
            yield reading.span(*match.span("v"), Kind.AGE, 0.65, reason=REASON)


def _is_age_of_somebody(reading: Reading, match: re.Match[str]) -> bool:
    """'Sofie is 2'; not 'Dat is 2,5 procent'."""
    word = match["w"].lower()
    named = given_strength(word) > 0 or family_strength(word) is Strength.SURE
    return named and DECIMALS.match(reading.plain, match.end("v")) is None


def _beside_names(reading: Reading) -> Iterator[Span]:
    """'Viktor Lauwers, 37', 'achahbar 27 jaar', 'I am 57 and'."""
    for match in matches(AFTER_NAME, reading):
        if match["w"] not in words(reading.language) and not match["w"].isdigit():
            yield reading.span(*match.span("v"), Kind.AGE, 0.6, reason=REASON)
    for match in matches(NAMED, reading, cased=True):
        if _is_name_before(reading, match.start("v")):
            yield reading.span(*match.span("v"), Kind.AGE, 0.6, reason=REASON)
    for match in matches(ALONE, reading):
        yield reading.span(*match.span("v"), Kind.AGE, 0.65, reason=REASON)


def _in_brackets(reading: Reading) -> Iterator[Span]:
    for match in matches(BRACKETS, reading):
        named = YEARS.search(match["v"]) is not None
        before = reading.plain[max(0, match.start() - 40) : match.start()]
        is_person = match.start() > 1 and _capital_before(reading, match.start())
        is_person = is_person or _somebody_before(reading, match.start())
        bare = match.group()[0] == "(" and is_person and 0 < int(re.findall(r"\d+", match["v"])[0]) < 105
        if (named and not DEADLINE.search(before)) or (bare and match.group()[-1] in "),"):
            yield reading.span(*match.span("v"), Kind.AGE, 0.7, reason=REASON)


def _is_counted_ever(said: str) -> bool:
    """No bare small word: 'een', 'two', 'a couple of 3'."""
    return not re.search(r"\d|[a-z]{4}", said)


AFTER_NAME = re.compile(
    rf"(?<![^\W_])(?P<w>[^\W\d_]{{2,}})[ ,]{{1,2}}(?P<v>{_N} {_UNIT})(?=[,.;\n)]| (?:een|une?|an?|ein|eine)(?![^\W_])|\Z)"
)
BEFORE_AGE = re.compile(
    r"(?:(?:[A-Z]\.)?[A-Z][\w'\-]{1,40}|[A-Z]\.)(?:[ \-](?:[A-Z][\w'\-]{0,40}\.?|van|de|der|den|von|le|la|du|el|al|d'))* [A-Z][\w'\-]{1,40}\.?, \(?\Z"
)


def _is_name_before(reading: Reading, at: int) -> bool:
    """Two words with a capital and a comma, none of them a street, an article of law or a month."""
    match = BEFORE_AGE.search(reading.cased, max(0, at - 60), at)
    if match is None:
        return False
    said = re.findall(r"[a-z]+", match.group().lower())
    return not any(street_strength(w) or (len(w) > 1 and w in NO_FIRST) or w in MONTHS_BY_NAME for w in said)


ONE_BEFORE = re.compile(r"(?<![^\W_])(?P<w>[A-Z][^\W\d_]+) ?\Z")


def _somebody_before(reading: Reading, at: int) -> bool:
    """'our daughter Nahid (5)': one name, or a word with a capital that no dictionary has."""
    found = ONE_BEFORE.search(reading.cased, max(0, at - 30), at)
    if found is None or street_strength(found["w"].lower()):
        return False
    word = found["w"].lower()
    if given_strength(word) > 0 or (family_strength(word) > 0 and word not in words(reading.language)):
        return True
    return (
        not any(word in words(language) for language in ("nl", "fr", "en", "de")) and not found["w"].isupper()
    )


def _capital_before(reading: Reading, at: int) -> bool:
    """'Jan Peeters (42)': the two words before begin with a capital."""
    return (
        re.search(
            r"[A-Z][\w'\-]{1,40} (?:[\w'\-]+ )?[A-Z][\w'\-]{1,40} ?\Z", reading.cased[max(0, at - 40) : at]
        )
        is not None
    )
