"""Where a name comes from, roughly, and whether it is a woman's or a man's: from small lists and endings."""

import re
from functools import lru_cache

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.inventing.lists import first_names
from ombuds.deidentification.engine.lexicons import gender_of

FIRSTS = {
    "arabic": "mohamed mohammed ahmed ali hassan youssef fatima fatma khadija aicha yasmina omar ibrahim mustapha said hamza amina nadia leila abdel abdellah ilyas imane hind",
    "turkish": "mehmet mustafa ayse fatma emre murat hakan hatice zeynep yusuf ahmet ali hasan huseyin ibrahim burak cem sibel gul ebru",
    "slavic": "anna olga natalia piotr jan ivan dmitri sergei tatiana ewa magdalena jana milan goran dejan marija oleksandr andriy ion mihai florin elena andreea",
    "african": "mamadou fatou aissatou ousmane moussa kwame chidi emmanuel grace jean-bosco claudine immaculee patrice ngozi abena kofi awa",
    "southern": "joao jose maria manuel antonio giuseppe giovanni francesca paolo carlos juan carmen ana pedro luigi maria rosa miguel",
}  # fmt: skip
ENDINGS = (
    ("arabic", re.compile(r"^(?:el|al|ben|bou|ait|abd|ould)\b|^(?:ben|bou|abd)[a-z]{3}|(?:aoui|oui|ouch|ani|iri|ali|ouni|ssi)$")),
    ("turkish", re.compile(r"(?:oglu|kaya|demir|turk|yilmaz|celik|ozturk|dogan|arslan|koc|aydin)$")),
    ("slavic", re.compile(r"(?:sk[iya]|wicz|czyk|enko|ov[ai]?|ev[a]?|vic|ic|iuk|escu|czak)$")),
    ("african", re.compile(r"^(?:mb|nd|nk|ng|tsh|kab|kas|mu[kt]|lu[kmb]|ou[ea]|dial|dio|tra|sow|camara|kone)[a-z]|(?:wa|ndo|mba|nga|bila)$")),
    ("southern", re.compile(r"(?:elli|etti|ini|ucci|oni|acci|eira|eiro|inho|ez|ossi|aro|ello|ilva|antos)$")),
    ("nl", re.compile(r"^(?:van|vander|vanden|ver)|^de (?!la)|(?:ens|ers|mans|aert|aerts|inck|ckx|eels|sen|stra|sma|ink)$")),
    ("fr", re.compile(r"^(?:du|la|le|des|d) |(?:eau|eaux|ier|ard|ont|aux|oit|ault|ette|elle|ois|et|in)$")),
    ("de", re.compile(r"^von |(?:mann|berger|stein|bauer|schmidt|muller|meier|maier|hofer)$")),
)  # fmt: skip
BY_ENDING = {
    "f": ("a", "ette", "ine", "elle", "ienne", "iet", "lies", "leen", "tje", "ke"),
    "m": ("us", "aan", "bert", "rik", "iel", "oud"),
}
LONG_ENOUGH = 4
# Where the lists, which know all countries, say something else than people here would.
HERE = {"pierre": "m", "hassan": "m", "jose": "m", "renee": "f", "chris": "", "wei": "", "ming": "", "li": ""}


def origin_of(first: str, last: str, language: str) -> str:
    """A key of `first_names()`; the language of the text when the name says nothing.

    Rare origins are not told apart: an invented name must not single anyone out.
    """
    given = re.findall(r"[^\W\d_]+", plain(first))
    for origin, names in FIRSTS.items():
        if given and given[0] in names.split() and origin not in ("slavic", "southern"):
            return origin
    family = plain(last).replace("'", " ")
    for origin, pattern in ENDINGS:
        if pattern.search(family):
            return origin
    for origin in ("nl", "fr"):
        if given and given[0] in _gendered()[origin]:
            return origin
    return language if language in first_names() else "nl"


def likely_gender(first: str) -> str:
    """'f', 'm', or '' when unsure: our own lists first, then a few endings."""
    words = re.findall(r"[^\W\d_]+", plain(first))
    if not words or len(words[0]) < 2:
        return ""
    if words[0] in HERE:
        return HERE[words[0]]
    for by_name in _gendered().values():
        if words[0] in by_name:
            return by_name[words[0]]
    if said := gender_of(plain(first)):
        return said
    if len(words[0]) < LONG_ENOUGH:
        return ""
    return next((gender for gender, ends in BY_ENDING.items() if words[0].endswith(ends)), "")


@lru_cache(maxsize=1)
def _gendered() -> dict[str, dict[str, str]]:
    return {
        origin: {plain(n): gender for gender in ("f", "m") for n in by_gender[gender]}
        | {plain(n): "" for n in by_gender["u"]}
        for origin, by_gender in first_names().items()
    }
