"""What stands around a name: titles, kin words and 'née' tell whether it is a woman's or a man's."""

import re

from ombuds.deidentification.engine.folding import plain

FEMALE = (
    "mevrouw mevr mw mej mejuffrouw juffrouw madame mme mmes mlle mademoiselle mrs ms miss frau zuster soeur "
    "moeder mama dochter zus zusje tante grootmoeder oma echtgenote vriendin buurvrouw nicht kleindochter schoonmoeder schoonzus weduwe "
    "mere maman fille soeur tante grand-mere epouse femme compagne voisine niece belle-mere veuve nee "
    "mother mum mom daughter sister aunt grandmother wife niece widow girlfriend "
    "mutter tochter schwester tante grossmutter oma ehefrau nachbarin nichte witwe freundin"
).split()
MALE = (
    "heer dhr meneer monsieur m mm mr mister sir herr herrn vader papa zoon broer oom grootvader opa echtgenoot man vriend buurman neef "
    "kleinzoon schoonvader schoonbroer weduwnaar pere papa fils frere oncle grand-pere epoux mari compagnon voisin neveu beau-pere veuf "
    "father dad son brother uncle grandfather husband nephew widower boyfriend "
    "vater sohn bruder onkel grossvater ehemann nachbar neffe witwer freund"
).split()
TITLES = frozenset("mevrouw mevr mw mej mejuffrouw madame mme mlle mademoiselle mrs ms miss frau heer dhr meneer monsieur m mm mr herr herrn dr prof me mtr meester maitre".split())  # fmt: skip
# 'fils' and 'man' also stand before other things; right before a name they tell enough.
BEFORE = re.compile(r"([a-z\-]+)\.?[ \u00a0,:(]{0,3}$")
NEE = re.compile(r"[\s,(]{1,3}(n[eé]e|n[eé]|geboren|born|geb)\b", re.I)


def gender_before(text: str, start: int, end: int) -> str:
    """'f', 'm' or ''."""
    after = NEE.match(text[end : end + 12])
    if after and after.group(1).lower() in ("née", "né"):
        return "f" if after.group(1).lower() == "née" else "m"
    word = _word_before(text, start)
    if word in FEMALE_SET:
        return "f"
    return "m" if word in MALE_SET else ""


def stands_after_title(text: str, start: int) -> bool:
    return _word_before(text, start) in TITLES


def title_start(text: str, start: int) -> int:
    """Where the title right before a name begins ('mevrouw ', 'de heer ', 'M. '); `start` when there is none."""
    match = TITLED.search(text[max(0, start - 24) : start])
    return start - len(match.group()) if match else start


def _word_before(text: str, start: int) -> str:
    match = BEFORE.search(plain(text[max(0, start - 24) : start]))
    return match.group(1) if match else ""


FEMALE_SET, MALE_SET = frozenset(FEMALE), frozenset(MALE)
TITLED = re.compile(
    r"(?<!\w)(?:de heer|mevrouw|mevr\.?|mw\.?|dhr\.?|meneer|mejuffrouw|madame|mme\.?|mlle\.?|mademoiselle|monsieur|m\.|mr\.?|mrs\.?|ms\.?|miss"
    r"|frau|herrn?|dr\.?|meester|ma[iî]tre|me\.?)[ \u00a0]{1,2}$",
    re.I,
)
