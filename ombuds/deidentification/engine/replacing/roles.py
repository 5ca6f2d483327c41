"""People told by their role in the case: de dochter, la fille, the daughter, die Tochter; a letter where that does not fit."""

import re
from collections.abc import Iterable

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.grammar.french import elided, of, to, with_article
from ombuds.deidentification.engine.grammar.words import last_word
from ombuds.deidentification.engine.replacing.evenly import evenly
from ombuds.deidentification.engine.replacing.hints import KIN_WORDS, title_start
from ombuds.deidentification.engine.replacing.persons import TruePerson

# role → (nl f/m, fr f/m, en, de f/m); the names that a case file may use for it.
ROLES: dict[str, tuple[str, str, str, str]] = {
    "daughter": ("dochter", "fille", "daughter", "Tochter"), "son": ("zoon", "fils", "son", "Sohn"),
    "mother": ("moeder", "mère", "mother", "Mutter"), "father": ("vader", "père", "father", "Vater"),
    "sister": ("zus", "sœur", "sister", "Schwester"), "brother": ("broer", "frère", "brother", "Bruder"),
    "wife": ("echtgenote", "épouse", "wife", "Ehefrau"), "husband": ("echtgenoot", "époux", "husband", "Ehemann"),
    "partner": ("partner", "compagne/compagnon", "partner", "Partnerin/Partner"),
    "neighbour": ("buurvrouw/buurman", "voisine/voisin", "neighbour", "Nachbarin/Nachbar"),
    "doctor": ("arts", "médecin", "doctor", "Ärztin/Arzt"), "lawyer": ("advocate/advocaat", "avocate/avocat", "lawyer", "Anwältin/Anwalt"),
    "employer": ("werkgeefster/werkgever", "employeuse/employeur", "employer", "Arbeitgeberin/Arbeitgeber"),
    "landlord": ("verhuurster/verhuurder", "propriétaire", "landlord", "Vermieterin/Vermieter"),
    "tenant": ("huurster/huurder", "locataire", "tenant", "Mieterin/Mieter"),
    "witness": ("getuige", "témoin", "witness", "Zeugin/Zeuge"), "teacher": ("lerares/leraar", "enseignante/enseignant", "teacher", "Lehrerin/Lehrer"),
    "guardian": ("voogd", "tutrice/tuteur", "guardian", "Vormundin/Vormund"),
}  # fmt: skip
SAME = {"neighbor": "neighbour", "buur": "neighbour", "buurvrouw": "neighbour", "buurman": "neighbour", "voisin": "neighbour", "voisine": "neighbour",
        "dochter": "daughter", "fille": "daughter", "zoon": "son", "fils": "son", "arts": "doctor", "medecin": "doctor", "advocaat": "lawyer",
        "avocat": "lawyer", "avocate": "lawyer", "spouse": "partner", "moeder": "mother", "mere": "mother", "vader": "father", "pere": "father"}  # fmt: skip
WOMEN, MEN = frozenset("daughter mother sister wife".split()), frozenset("son father brother husband".split())
EPICENE_MASCULINE = frozenset(["médecin", "témoin"])
COLUMNS = {"nl": 0, "fr": 1, "en": 2, "de": 3}
# After these a name is called out or signed: a role would not be said there.
CALLED = re.compile(
    r"(?<![a-z])(?:geachte|beste|lieve|dag|chere?|cher|bonjour|dear|hello|hi|liebe[rs]?|sehr geehrte[rs]?|hallo|nee?|namens|nom|naam|name)[\s:,]*(?:[a-z]+\.?\s)?$"
)
# "Mon épouse Marie", "my son, Tom": the noun is said already, and a second one would stumble over it.
OWNED = re.compile(
    r"(?<![a-z])(?:mijn|m'n|onze|ons|zijn|haar|hun|jouw|uw|mon|ma|mes|notre|nos|son|sa|ses|leur|votre|my|our|his|her|their|your"
    r"|mein[a-z]{0,2}|unser[a-z]{0,2}|sein[a-z]{0,2}|ihr[a-z]{0,2})\s[a-z-]+,?\s$"
)
# "Ibrahim, son fils de 17 ans", "Tom is de zoon van": who it is follows.
FOLLOWS = re.compile(
    r",? (?:(?:is|was|est|etait|ist|war) )?(?:de|het|mijn|zijn|haar|ons|onze|uw|le|la|mon|ma|son|sa|notre|votre|leur|the|my|his|her|our|your|their|der|die|das|mein[a-z]{0,2}|sein[a-z]{0,2}|ihr[a-z]{0,2}|unser[a-z]{0,2}) ([a-z]+)"
)
DATIVE = frozenset("bei mit von zu aus nach seit gegenüber".split())
FOR_MELTED = {"von": "vom", "zu": "zum", "bei": "beim"}


def role_of(person: TruePerson) -> str:
    """A key of ROLES; '' for those that need a letter (the complainant, whom a text names most)."""
    role = plain(person.role).replace("_", " ").strip()
    role = SAME.get(role, role)
    return role if role in ROLES else ""


def fits(text: str, start: int, end: int, language: str, role: str, possessive: bool) -> bool:
    """Whether a role can stand at this mention.

    Not after a greeting, not as a signature, not after its own noun or one that somebody's word leads, not in a Dutch or German genitive.
    """
    before = text[max(0, start - 40) : start]
    if OWNED.search(evenly(before)):
        return False
    said = plain(last_word(before.rstrip(" ,") + " ")[0])
    if said and said in plain("/".join(ROLES[role])).split("/"):
        return False
    if possessive and language in ("nl", "de"):
        return False
    follows = FOLLOWS.match(evenly(text[end : end + 60]))
    if follows and (
        follows.group(1) in KIN_WORDS or follows.group(1) in evenly("/".join(ROLES[role])).lower().split("/")
    ):
        return False
    if CALLED.search(evenly(text[max(0, title_start(text, start) - 30) : start])):
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[end:].partition("\n")[0]
    return bool(re.search(r"[^\W\d_]{3}", line))


def in_words(role: str, gender: str, before: str, language: str) -> tuple[int, str]:
    """(characters of `before` to take back, 'the daughter' as it must stand there)."""
    forms = ROLES[role][COLUMNS.get(language, COLUMNS["en"])].split("/")
    woman = role in WOMEN or (role not in MEN and gender == "f")
    noun = forms[0] if woman or len(forms) == 1 else forms[1]
    if language == "fr":
        return _french(noun, "f" if woman and noun not in EPICENE_MASCULINE else "m", before)
    if language == "de":
        return _german(noun, woman, before)
    return 0, f"{'de' if language == 'nl' else 'the'} {noun}"


def _french(noun: str, gender: str, before: str) -> tuple[int, str]:
    whole = with_article(noun, gender, definite=True)
    word, taken = last_word(before)
    if word in ("de", "d'"):
        return taken, of(whole)
    if word == "à":
        return taken, to(whole)
    return (taken, f"que {whole}") if word == "qu'" else elided(before, whole)


def _german(noun: str, woman: bool, before: str) -> tuple[int, str]:
    word, taken = last_word(before)
    if word not in DATIVE:
        return 0, f"{'die' if woman else 'der'} {noun}"
    if not woman and word in FOR_MELTED:
        return taken, f"{FOR_MELTED[word]} {noun}"
    return 0, f"{'der' if woman else 'dem'} {noun}"


def one_each(people: Iterable[TruePerson]) -> dict[str, str]:
    """Key of a person → role, for those who alone bear it in the case."""
    roles = {p.key: role for p in people if (role := role_of(p))}
    return {key: role for key, role in roles.items() if list(roles.values()).count(role) == 1}
