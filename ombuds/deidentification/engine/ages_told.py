"""Ages told by a bare number where the sentence says what it is: op mijn 41ste, Toen ik 41 was, at 41 I, Mit 41 kann ich, (41)."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.ages_in_words import _KIN, _WORDS, GOES_ON
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength, words
from ombuds.deidentification.engine.matching import is_dictionary_word
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.streets import street_strength
from ombuds.deidentification.engine.towns import names as town_names
from ombuds.deidentification.engine.trade_forms import is_agent
from ombuds.deidentification.engine.trade_words import STOPS

_SINGLE = {
    "nl": "een|twee|drie|vier|vijf|zes|zeven|acht|negen",
    "fr": "un|deux|trois|quatre|cinq|six|sept|huit|neuf",
    "en": "one|two|three|four|five|six|seven|eight|nine",
    "de": "eins?|zwei|drei|vier|funf|sechs|sieben|acht|neun",
}
_UNIT = {
    "nl": "(?: (?:jaar|maanden|weken)(?: (?:oud|jong))?)?",
    "fr": " (?:ans|mois|semaines)(?: et demie?)?",
    "en": "(?: (?:years|months|weeks)(?: old)?| years of age)?",
    "de": "(?: (?:jahren?|monaten?|wochen)(?: alt)?)?",
}


def _number(language: str) -> str:
    return rf"(?:1?\d{{1,2}}(?:[.,]5)?|{_WORDS[language]}|{_SINGLE[language]})"


def _told(language: str) -> str:
    return f"{_number(language)}{_UNIT[language]}"


_NAMES = r"(?: [a-z][\w'\-]{1,20}){0,2}"
_KIDS = r"(?:kinderen|kids|dochters|zonen|zoons|jongens|meisjes|kleinkinderen|enfants|filles|fils|garcons|petits-enfants|children|daughters|sons|boys|girls|grandchildren|kinder|tochter|sohne|jungen|madchen|enkel|ouders|parents|eltern|wij|we|zij|ze|they|nous|ils|elles|wir|sie)"
_PERSON = rf"(?:{_KIN}|dame|heer|weduwe|weduwnaar|persoon|jongen|meisje|baby|bebe|kleuter|monsieur|personne|garcon|jeune|lady|gentleman|woman|man|boy|girl|person|widow|widower|herr|junge|madchen|witwe|witwer|person|oudste|jongste|middelste|aine|ainee|cadet|cadette|eldest|youngest|alteste[rn]?|jungste[rn]?|kleine|huisgenoot|huisgenote|vriend|vriendin|vriendje|ami|amie|friend|freund|freundin|kleinzoon|kleindochter|petit-fils|petite-fille|grandson|granddaughter|enkelin|enkel|neef|nicht|neveu|niece|nephew|nichte|neffe)"
# Per language; 'v' is the age, 'w' the word that follows where one may.
_NEXT = r"(?=[.,;:!?)\n]|\Z| (?P<w>[^\W\d_]+))"
_NO_CHILDREN = r"(?! (?:kinderen|kleinkinderen|dochters|zonen|jaar|enfants|filles|fils|children|kids|daughters|sons|kinder|tochter|sohne|brothers|broers|zussen|personen|people|maanden|months|leden))(?![^\W_])"
_FORMS = {
    "nl": [
        rf"(?:op|met|na|voor|sinds|vanaf|tot) (?:mijn|haar|zijn|hun|je|uw) (?P<v>(?:{_number('nl')}(?:ste|de|e)?)(?: jaar| jaren| levensjaar| verjaardag)?){_NEXT}",
        rf"(?:toen|sinds|tot|voor|nadat|zodra|wanneer|als|omdat|nu|hoewel|ook al) (?:ik|hij|zij|ze|we|wij|{_PERSON}{_NAMES}|[a-z]+) (?:nog maar |nog |pas |amper |al |net )?(?P<v>{_told('nl')}) (?:was|is|ben|werd|word|wordt|waren|zijn)(?![^\W_])",
        rf"(?:zijn|waren|worden) (?:allebei|beide|beiden|alle twee|respectievelijk|nu|intussen|al|nog maar|pas) (?P<v>{_told('nl')}){_NEXT}",
        rf"(?:wordt|word|werd|worden) (?:dit jaar|volgend jaar|volgende maand|volgende week|binnenkort|straks|vandaag|morgen|vorige week|vorig jaar|onlangs|in [a-z]+|deze zomer|al|bijna|net|pas) (?P<v>{_told('nl')}){_NEXT}",
        rf"(?:{_PERSON}){_NAMES} van (?P<v>{_told('nl')}){_NO_CHILDREN}",
        rf"(?:^|[.!?\n] )(?:op|met) (?P<v>{_told('nl')}) (?=(?:kan|ben|heb|moet|wil|mag|zou|sta|werk|woon|ga|nog|al|is|wordt|werd|had|was|kreeg|verhuisde|begon|stopte|ging|kwam|[a-z]+(?:de|te)) (?:ik|hij|zij|ze|je|men|verhuizen|beginnen|werken|\w+))",
        rf"(?:is|ben|was|zijn|bent) (?:ondertussen|intussen|inmiddels|toen|nu|pas|al|nog maar|maar|net|bijna|amper|ongeveer|dan) (?P<v>{_told('nl')}){_NEXT}",
    ],
    "fr": [
        rf"(?:tous deux|tous les deux|toutes deux|chacun|respectivement) (?P<v>{_told('fr')})(?![^\W_])",
        rf"(?:ont|avaient|auront) (?P<v>{_number('fr')}(?:, {_number('fr')})* et {_number('fr')} ans)(?![^\W_])",
        rf"(?:{_PERSON}){_NAMES} de (?P<v>{_told('fr')})(?![^\W_])",
        rf"(?:j'aurai|aura|auront|j'avais|avait|j'ai eu|a eu|fete|fetera|a fete|va avoir|vais avoir|vient d'avoir|approche des|depasse les|n'a que|n'ai que|n'avait que|a deja|ai deja|a maintenant|a encore|du haut de ses|vu mes|malgre mes|malgre ses|avec mes|avec ses|sur mes|sur ses|depuis mes|depuis ses|jusqu'a mes|jusqu'a ses) (?P<v>{_told('fr')})(?! (?:de|d')(?! age)| d')(?![^\W_])",
        rf"(?:^|[.!?\n] |, |(?<![^\W_])(?:deja|encore|seule?|vivre|demenager|travailler|mourir|morte?|decedee?) )a (?P<v>{_told('fr')})(?=[ ,.])(?! (?:de|d')[ ]?(?:prison|service|carriere|travail|distance))",
    ],
    "en": [
        rf"(?:at )?(?:the )?(?P<v>age of {_told('en')})(?![^\W_])",
        rf"(?:when|since|until|before|once|because|as|now that|although) (?:i|he|she|we|they|{_PERSON}{_NAMES}|[a-z]+) (?:was|were|is|am|are|turned|turns|became|had turned|reached) (?:only |just |about |already |nearly )?(?P<v>{_told('en')}){_NEXT}",
        rf"(?:are|were) (?:both|all|respectively|now|already|only|just) (?P<v>{_told('en')}){_NEXT}",
        rf"(?:^|[.!?\n] |, |(?<![^\W_])(?:move|moving|moved|work|working|start|starting|died|alone|retire|retired|and|still|even) )at (?P<v>{_told('en')})(?=,? (?:i|he|she|we|they|my|his|her|it|is|was|and|with|you|the|nobody|one)(?![^\W_])|[,.;])",
        rf"(?:he|she|i|{_PERSON}) (?:was|were|am|is|turned|will be|would be|has just turned|just turned) (?:then |already |only |just |now |nearly |almost |about |still )?(?P<v>{_told('en')})(?= (?:then|at the time|now|today|years|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|last|this|next|when)(?![^\W_])|[.,;)!])",
        rf"(?:now|today|then|aged?) (?P<v>{_told('en')})(?=, (?:he|she|i|they|who|and|we|lives?|still))",
        rf"(?:{_PERSON}){_NAMES} (?:of|aged?) (?P<v>{_told('en')}){_NO_CHILDREN}",
        rf"(?:baby|infant|toddler|child|boy|girl|son|daughter|twins) of (?P<v>{_number('en')} (?:weeks|months|years))(?![^\W_])",
    ],
    "de": [
        rf"(?:^|[.!?\n] |, |(?<![^\W_])(?:noch|schon|erst|und|dass ich|weil ich|umziehen|allein) )mit (?P<v>{_told('de')})(?= (?:kann|bin|habe|muss|will|darf|soll|ist|wird|war|noch|schon|zog|ging|kam|fing|begann|man|werde|hat|wurde|kannst|mochte|geht|fallt|steht|lebt|arbeite|arbeitet|[a-z]+te)(?![^\W_])|[.,;])",
        rf"(?:mit|trotz|wegen|seit|nach|vor|zu) (?:meinen|seinen|ihren|meiner|seiner|ihrer|deinen) (?P<v>{_told('de')}){_NEXT}",
        rf"(?:als|seit|bis|weil|wenn|obwohl|da|sobald|bevor|nachdem) (?:ich|er|sie|wir|es|{_PERSON}{_NAMES}|[a-z]+) (?:erst |noch |schon |gerade |knapp |nur )?(?P<v>{_told('de')}) (?:war|ist|bin|wurde|werde|wird|waren|sind)(?![^\W_])",
        rf"(?:sind|waren|werden|sei|seien) (?:beide|alle beide|jetzt|schon|erst|inzwischen|bereits|nun|gerade) (?P<v>{_told('de')}){_NEXT}",
        rf"(?:wird|werde|wurde|werden) (?:im [a-z]+|bald|heute|morgen|dieses jahr|nachstes jahr|nachsten monat|letzte woche|demnachst|gerade|schon|letztes jahr|jetzt|nachste woche) (?P<v>{_told('de')}){_NEXT}",
        rf"(?:ist|war|bin|sei) (?:damals|jetzt|erst|schon|inzwischen|mittlerweile|bereits|nun|gerade|dann|auch|fast|etwa|noch|heute|gerade mal) (?P<v>{_told('de')}){_NEXT}",
        rf"(?:{_PERSON}){_NAMES} (?:von|mit) (?P<v>{_told('de')}){_NO_CHILDREN}",
    ],
}


def _joined(forms: list[str]) -> re.Pattern[str]:
    """All forms in one pass; the age of the n-th is 'v<n>', the word after it 'w<n>'."""
    told = (f.replace("(?P<v>", f"(?P<v{n}>").replace("(?P<w>", f"(?P<w{n}>") for n, f in enumerate(forms))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(told)})", re.MULTILINE)


FORMS = {language: _joined(forms) for language, forms in _FORMS.items()}
# 'Mijn kinderen zijn 12 en 7', 'My children are 4, 6 and 9': two ages, one mark.
CHILDREN = {
    language: re.compile(
        rf"(?<![^\W_]){_KIDS} (?:zijn|waren|are|were|sind|waren|ont|avaient) (?:nu |now |jetzt |pas |only |erst |nog maar )?(?P<v>{_number(language)}(?:, {_number(language)}){{0,4}} (?:en|and|und|et) {_number(language)}{_UNIT[language]}){_NEXT}"
    )
    for language in _WORDS
}
# 'De dame, 41,', 'My mother (41)', 'mijn oudste, Ilyas (14)', 'Anna, 41, lebt'.
APART = {
    language: re.compile(
        rf"(?<![^\W_]){_PERSON}{_NAMES}(?:, | \(|,? aged )(?P<v>{_number(language)}(?:{_UNIT[language].removesuffix('?')})?)(?=[,)]|\.\Z|;|(?<=[a-z])\.(?= |\n))"
    )
    for language in _WORDS
}
NAMED = re.compile(r"(?<![^\W_])(?P<n>[A-Z][^\W\d_]{1,}), (?P<v>[1-9]\d?)(?=,|\)|;| (?:en|and|und|et) )")
# 'is winkelier, 49, en', 'a glazier, 53, who': beside a trade.
BESIDE_TRADE = re.compile(
    r"(?<![^\W_])(?P<t>[^\W\d_]{5,}), (?P<v>[1-9]\d)(?=, (?:en|et|and|und|die|who|qui|der|lives|woont|wohnt|habite|is|ist|has|heeft|hat)(?![^\W_]))"
)
NOT_AFTER = re.compile(r"[.,]\d|\s?(?:€|%|eur|km|kg|uur|h(?![^\W_])|m2|x(?![^\W_]))")
# How long, not how old.
OF_A_CAREER = frozenset(
    "dienst ervaring werk trouwe getrouwd huwelijk carriere loopbaan experience service marriage work dienstzeit berufserfahrung erfahrung arbeit ehe geleden later ago".split()
)
# 'Samir is eenendertig en', 'TIMUR IST ACHT': a name before the verb, the number spelt.
NAME_IS = {
    language: re.compile(
        rf"(?<![^\W_])(?P<n>[^\W\d_]{{3,}}) (?:is|was|ist|war|turned|wordt) (?:nu |now |jetzt |pas |erst |only |al |already |schon )?(?P<v>{_WORDS[language]}{_UNIT[language]}){_NEXT}"
    )
    for language in _WORDS
}
OLDEST = 110


def ages_told(reading: Reading, numbers: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form; they may overlap each other. `numbers`: where an age may stand."""
    language = reading.language
    if language not in FORMS:
        return
    names = NAME_IS[language] if language != "fr" else None
    for start, end in numbers:
        for pattern in (FORMS[language], CHILDREN[language], APART[language]):
            for match in matches(pattern, reading, start, end):
                if span := _age(reading, match):
                    yield span
        for match in matches(names, reading, start, end) if names else ():
            named = reading.cased[match.start("n")].isupper() and given_strength(match["n"])
            if named and (span := _age(reading, match)):
                yield span
        yield from _beside_one_name(reading, start, end)
        for match in matches(BESIDE_TRADE, reading, start, end):
            if is_agent(match["t"], language):
                yield match.span("v")


def _beside_one_name(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in matches(NAMED, reading, start, end, cased=True):
        name = match["n"].lower()
        sure = given_strength(name) is Strength.SURE
        street = street_strength(name) or is_dictionary_word(name) or name in town_names()[0]
        if (
            (not street and reading.plain[match.end("v") : match.end("v") + 2] == ", ")
            or sure
            or (given_strength(name) and name not in words(reading.language))
        ):
            yield match.span("v")


def _age(reading: Reading, match: re.Match[str]) -> tuple[int, int] | None:
    """Where the age stands; None when a noun follows that is counted, or when nobody is that old."""
    told = [name for name, said in match.groupdict().items() if said is not None and name != "n"]
    start, end = match.span(next(name for name in told if name[0] == "v"))
    said = reading.plain[start:end]
    figures = re.findall(r"\d+", said)
    if any(int(n) > OLDEST or n[0] == "0" for n in figures) or NOT_AFTER.match(reading.plain, end):
        return None
    following = next((match[name] for name in told if name[0] == "w"), None)
    if following is None or following in GOES_ON:
        return start, end
    counted = (
        following in OF_A_CAREER
        if re.search(r"(?:jaar|jahre|jahren|years)$", said)
        else following not in STOPS
    )
    return None if counted else (start, end)
