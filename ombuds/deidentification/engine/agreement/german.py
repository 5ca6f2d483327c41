"""German."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.agreement.problem import Problem, Rule, titled

MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
FEMININE = (
    "Schule|Klinik|Apotheke|Kanzlei|Firma|Bank|Gewerkschaft|Vereinigung|Organisation|Versicherung|Gaststätte|Baufirma|Reinigungsfirma|"
    "Transportfirma|Autowerkstatt|Immobilienagentur|Kinderkrippe|Hochschule|Arztpraxis|Seniorenresidenz|Krankheit|Behinderung|Erkrankung|Behandlung"
)
WITH = "bei|mit|von|zu|aus|nach|seit|gegenüber"

RULES = (
    Rule(re.compile(rf"\b(?:das|den|dem|des|ein|einen|einem|eines|mein|meinem|im|am|vom|zum|beim) (?:anderen? |dritten? )?(?:{FEMININE})\b", re.I), "The article is not feminine."),
    Rule(re.compile(rf"\b(?:{WITH}) (?:die|eine|meine|ihre|seine) (?:andere )?(?:{FEMININE})\b", re.I), "This preposition takes the dative."),
    Rule(re.compile(rf"\b(?:{WITH}) (?:der|einer) andere (?:{FEMININE})\b", re.I), "The adjective ends in -en in the dative."),
    Rule(re.compile(rf"\b(?:am|den) (?:{MONTHS})\b"), "im before a month, am before a day."),
    Rule(re.compile(rf"\bim \d{{1,2}}\. ?(?:{MONTHS}|\d)"), "am before a day, im before a month."),
    Rule(re.compile(rf"\b(?:seit|ab|bis|vor|nach) (?:dem|zum) (?:{MONTHS})\b"), "No article between this preposition and a month."),
    Rule(re.compile(r"\b(?:am|im|in) \d{4}er Jahre\b|\bin den \d{4}er Jahre\b"), "in den … Jahren."),
    Rule(re.compile(r"\bden (?:Zwanzig|Dreißig|Vierzig|Fünfzig|Sechzig|Siebzig|Achtzig)er\b"), "in den …ern."),
    Rule(re.compile(r"\b(ein|eine|einer|einem|von|in|bei|mit|am|im|zu) \1\b", re.I), "The same small word twice."),
    Rule(re.compile(r"\betwa (?:etwa|rund|ungefähr)\b"), "About, twice."),
)  # fmt: skip
TITLES = {"m": r"Herrn?", "f": r"Frau"}


def names(text: str, name: str, gender: str) -> Iterator[Problem]:
    yield from titled(text, name, gender, TITLES)
    hisses = name[-1].lower() in "sxzßşšžź" or name.lower().endswith("ce")
    wrong = r"['’]?s(?!\w)" if hisses else r"['’](?![\w“])"
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?:{wrong})", text):
        yield Problem(match.start(), match.end(), match.group(), "The genitive ending does not fit the name.")
