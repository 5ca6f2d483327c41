"""Days by their month, months by their season, seasons by their year, years by "at the time"."""

from datetime import date

from ombuds.deidentification.engine.words import MONTHS
from ombuds.deidentification.intruder.phrasing.before import before
from ombuds.deidentification.intruder.telling import Fact

PREPOSITIONS = {
    "nl": {"on": "op|in|in het|in de|in de loop van|in de maand|tijdens|rond|omstreeks|eind|begin|midden|half", "since": "sinds|sinds het|sinds de|sedert|vanaf|vanaf het", "until": "tot|tot en met", "of": "van|van het|van de|d\\.d\\.|dd\\.?", "before": "voor|vóór", "after": "na"},
    "fr": {"on": "le|en|au|en l'an|dans le courant de|à l['’]|au mois de|au mois d['’]|fin|début|vers|courant|dès le", "since": "depuis le|depuis|à partir du|à partir de|dès", "until": "jusqu['’]au|jusqu['’]en", "of": "du|de|de l['’]|d['’]", "before": "avant le|avant", "after": "après le|après"},
    "en": {"on": "on|in|in the|during|around|at the end of|late|early", "since": "since|from", "until": "until|till", "of": "of|dated", "before": "before|by", "after": "after"},
    "de": {"on": "am|im|im jahr|im jahre|in|um den|gegen|ende|anfang|mitte|im monat", "since": "seit dem|seit|ab dem|ab", "until": "bis zum|bis", "of": "vom|von|des", "before": "vor dem|vor", "after": "nach dem|nach"},
}  # fmt: skip
SEASONS = {
    "nl": {3: "voorjaar", 6: "zomer", 9: "najaar", 12: "winter"},
    "fr": {3: "printemps", 6: "été", 9: "automne", 12: "hiver"},
    "en": {3: "spring", 6: "summer", 9: "autumn", 12: "winter"},
    "de": {3: "Frühjahr", 6: "Sommer", 9: "Herbst", 12: "Winter"},
}
GONE = {
    "nl": {"on": "destijds", "since": "al een tijd", "until": "tot later", "of": "", "before": "eerder", "after": "later", "": "destijds"},
    "fr": {"on": "à l'époque", "since": "depuis un certain temps", "until": "jusque-là", "of": "", "before": "auparavant", "after": "ensuite", "": "à l'époque"},
    "en": {"on": "at the time", "since": "for some time", "until": "until later", "of": "", "before": "before that", "after": "afterwards", "": "at the time"},
    "de": {"on": "damals", "since": "seit einiger Zeit", "until": "bis dahin", "of": "", "before": "zuvor", "after": "danach", "": "damals"},
}  # fmt: skip
MONTH_WITH = {
    "nl": {
        "on": "in",
        "since": "sinds",
        "until": "tot",
        "of": "van",
        "before": "voor",
        "after": "na",
        "": "",
    },
    "fr": {
        "on": "en",
        "since": "depuis",
        "until": "jusqu'en",
        "of": "de",
        "before": "avant",
        "after": "après",
        "": "",
    },
    "en": {
        "on": "in",
        "since": "since",
        "until": "until",
        "of": "of",
        "before": "before",
        "after": "after",
        "": "",
    },
    "de": {
        "on": "im",
        "since": "seit",
        "until": "bis",
        "of": "vom",
        "before": "vor",
        "after": "nach",
        "": "",
    },
}
SEASON_WITH = {
    "nl": {
        "on": "in het",
        "since": "sinds het",
        "until": "tot het",
        "of": "van het",
        "before": "voor het",
        "after": "na het",
        "": "het",
    },
    "fr": {
        "on": "au",
        "since": "depuis le",
        "until": "jusqu'au",
        "of": "du",
        "before": "avant le",
        "after": "après le",
        "": "le",
    },
    "en": MONTH_WITH["en"],
    "de": {
        "on": "im",
        "since": "seit dem",
        "until": "bis zum",
        "of": "vom",
        "before": "vor dem",
        "after": "nach dem",
        "": "das",
    },
}
FRENCH_VOWEL = {
    "au": "à l'",
    "depuis le": "depuis l'",
    "jusqu'au": "jusqu'à l'",
    "du": "de l'",
    "avant le": "avant l'",
    "après le": "après l'",
    "le": "l'",
}


def written(
    text: str, start: int, end: int, fact: Fact, step: Fact | None, language: str
) -> tuple[int, int, str]:
    first, role = _role(text, start, language)
    if step is None or (not step.year and step.grain == "year"):
        return first, end, GONE[language][role]
    if step.grain == "month":
        return first, end, _month(step, role, language)
    if step.grain == "season":
        return first, end, _season(step, role, language)
    return first, end, _year(step.year, role, language)


def _role(text: str, start: int, language: str) -> tuple[int, str]:
    """Where the words before the date begin, and their part; of several the longest."""
    found = [(*before(text, start, words), role) for role, words in PREPOSITIONS[language].items()]
    at, word, role = min(found, key=lambda f: f[0])
    return (at, role) if word else (start, "")


def _month(step: Fact, role: str, language: str) -> str:
    name = MONTHS[language][date.fromordinal(step.low).month - 1]
    lead = MONTH_WITH[language][role]
    if language == "fr" and lead == "de" and name[0] in "ao":
        lead = "d'"
    return _joined(lead, f"{name} {step.year}" if step.year else name)


def _season(step: Fact, role: str, language: str) -> str:
    first = date.fromordinal(step.low).month
    name = SEASONS[language][first]
    year = {"nl": f" van {step.year}"}.get(language, f" {step.year}") if step.year else ""
    lead = SEASON_WITH[language][role]
    if language == "nl" and name in ("zomer", "winter"):
        lead = lead.removesuffix("het") + "de"
    if language == "fr" and name != "printemps":
        lead = FRENCH_VOWEL.get(lead, lead)
    if language == "de" and lead == "das" and name != "Frühjahr":
        lead = "der"
    return _joined(lead, name + year)


def _year(year: int, role: str, language: str) -> str:
    if language == "de":
        lead = {"on": "im Jahr", "of": "aus dem Jahr", "": "im Jahr"}.get(role, MONTH_WITH["de"][role])
    else:
        lead = MONTH_WITH[language][role or "on"]
    return _joined(lead, str(year))


def _joined(lead: str, rest: str) -> str:
    return f"{lead}{rest}" if lead.endswith("'") else f"{lead} {rest}".strip()
