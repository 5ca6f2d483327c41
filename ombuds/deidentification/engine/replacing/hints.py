"""What stands around a name: titles, kin words and 'née' tell whether it is a woman's or a man's."""

import re

from ombuds.deidentification.engine.folding import plain

# Titles first; kin words by language, since the Dutch 'nicht' is a niece and the German one says no.
TITLES_OF = {
    "f": "mevrouw mevr mw mej mejuffrouw juffrouw madame dame mme mmes mlle mademoiselle mrs ms miss frau zuster",
    "m": "heer dhr meneer monsieur m mr mister sir herr herrn",
}
KIN = {
    "nl": {
        "f": "moeder mama dochter zus zusje tante grootmoeder oma echtgenote vriendin buurvrouw nicht kleindochter schoonmoeder schoonzus schoondochter dochtertje weduwe",
        "m": "vader papa zoon broer oom nonkel grootvader opa echtgenoot man vriend buurman neef kleinzoon schoonvader schoonbroer schoonzoon zoontje broertje weduwnaar",
    },
    "fr": {
        "f": "mere maman fille soeur tante grand-mere epouse femme compagne voisine niece cousine belle-mere belle-soeur belle-fille petite-fille fillette veuve nee",
        "m": "pere papa fils frere oncle grand-pere epoux mari compagnon voisin neveu cousin beau-pere beau-frere beau-fils petit-fils gendre veuf",
    },
    "en": {
        "f": "mother mum mom daughter sister aunt grandmother wife niece granddaughter stepdaughter widow girlfriend",
        "m": "father dad son brother uncle grandfather husband nephew grandson stepson widower boyfriend",
    },
    "de": {
        "f": "mutter tochter schwester tante grossmutter oma ehefrau nachbarin nichte enkelin schwiegermutter schwagerin witwe freundin",
        "m": "nachbarn vater sohn bruder onkel grossvater ehemann mann nachbar neffe enkel vetter schwiegervater schwager witwer freund",
    },
}
KIN_WORDS = frozenset(
    word for genders in KIN.values() for listed in genders.values() for word in listed.split()
)
TITLES = frozenset("mevrouw mevr mw mej mejuffrouw madame dame mme mlle mademoiselle mrs ms miss frau heer dhr meneer monsieur m mm mr herr herrn dr prof me mtr meester maitre huissier gerechtsdeurwaarder deurwaarder bailiff gerichtsvollzieher notaris notaire notary controleur rechter juge judge richter professor ra rechtsanwalt rechtsanwaltin advocaat advocate avocat avocate counsel docteur dokter doktor doctor professor professeur inspecteur inspector inspektor".split())  # fmt: skip
SURE = 5
TOLD = 3
# 'Pierre Renard is de buurman van', 'est ma voisine', ', his sister,'.
IS_KIN = re.compile(
    r"(?: (?:is|was|est|etait|ist|war)|,) (?:l'|(?:de|een|mijn|zijn|haar|ons|onze|le|la|un|une|mon|ma|son|sa|notre|the|a|my|his|her|our|der|die|ein|eine|mein|meine|sein|seine|ihr|ihre) )([a-z\-]+)"
)
BEFORE = re.compile(r"([a-z\-]+)\.?[ \u00a0,:(]{0,3}$")
NEE = re.compile(r"[\s,(]{1,3}(n[eé]e|n[eé]|geboren|born|geb)\b", re.I)


def gender_before(text: str, start: int, end: int, language: str) -> tuple[str, int]:
    """'f', 'm' or '', and how much it says: a title more than a kin word."""
    after = NEE.match(text[end : end + 12])
    if after and after.group(1).lower() in ("née", "né"):
        return ("f" if after.group(1).lower() == "née" else "m"), SURE
    word = _word_before(text, start)
    for gender, titles in TITLES_OF.items():
        if word in titles.split():
            return gender, SURE
    follows = IS_KIN.match(plain(text[end : end + 60]))
    for gender, kin in KIN.get(language, {}).items():
        if word in kin.split():
            return gender, 1
        if follows and follows.group(1) in kin.split():
            return gender, TOLD
    return "", 0


OWN_WIFE = re.compile(
    r"(?<![a-z])(?:mein|dein|sein|ihr|unser|eur)er? frau $|(?<![a-z])(?:mein|dein|sein|ihr|unser|eur)e frau $"
)


def stands_after_title(text: str, start: int) -> bool:
    """'Frau Langer'; not 'meine Frau Agnes', who is somebody's wife."""
    title = _word_before(text, start)
    return title in TITLES and not (
        title == "frau" and OWN_WIFE.search(plain(text[max(0, start - 16) : start]))
    )


def stands_after_kin(text: str, start: int, language: str) -> bool:
    """'zijn broer Stijn', 'ma sœur Nurcan': what follows is a first name."""
    word = _word_before(text, start)
    return any(word in listed.split() for listed in KIN.get(language, {}).values())


SURNAME = re.compile(
    r"(?:achternaam|familienaam|surname|last name|family name|nom de famille|nachnamen?|familiennamen?)(?: (?:is|was|est|ist|war|lautet)| ?:)? (?:(?!is )[a-z]{1,3} )?$"
)


def stands_after_surname(text: str, start: int) -> bool:
    """'met achternaam Peeters', 'dont le nom de famille est Simon': no first name, whatever it looks like."""
    return SURNAME.search(plain(text[max(0, start - 32) : start])) is not None


def title_start(text: str, start: int) -> int:
    """Where the title right before a name begins ('mevrouw ', 'de heer ', 'M. '); `start` when there is none."""
    match = TITLED.search(text[max(0, start - 24) : start])
    return start - len(match.group()) if match else start


def _word_before(text: str, start: int) -> str:
    match = BEFORE.search(plain(text[max(0, start - 24) : start]))
    return match.group(1) if match else ""


TITLED = re.compile(
    r"(?<!\w)(?:de heer|mevrouw|mevr\.?|mw\.?|dhr\.?|meneer|mejuffrouw|madame|mme\.?|mlle\.?|mademoiselle|monsieur|m\.|mr\.?|mrs\.?|ms\.?|miss"
    r"|frau|herrn?|dr\.?|(?:(?:le|la|the|der|die|de) )?(?:docteur|dokter|doctor|doktor)|meester|ma[iî]tre|me\.?)[ \u00a0]{1,2}$",
    re.I,
)
