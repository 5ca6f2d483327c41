"""Trades in every form: from the lists, both genders and plurals, compounds of a listed trade, and by their endings.

`is_trade` is what the lists and their compounds say; `is_agent` also what only ends like the doer of something,
which is believed where a sentence says what somebody is.
"""

from functools import cache, lru_cache
from pathlib import Path

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.lexicons import loading
from ombuds.deidentification.engine.remembering import remembered
from ombuds.deidentification.engine.trade_words import NO_COMPOUNDS, ROLES
from ombuds.deidentification.engine.word_lists import by_first_word

DATA = Path(__file__).parent / "data"
LISTS = DATA / "trades"
SHORTEST_HEAD, SHORTEST_FRONT = 5, 3
# Masculine ending → the other gender, in plain form; the longest that fits counts.
OTHERS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "fr": (
        ("teur", ("trice", "teuse", "teure")), ("eur", ("euse", "eure", "eresse")), ("ier", ("iere",)), ("ien", ("ienne",)), ("er", ("ere",)), ("on", ("onne",)),
        ("ant", ("ante",)), ("in", ("ine",)), ("ois", ("oise",)), ("e", ("ee",)), ("an", ("ane", "anne")), ("if", ("ive",)), ("al", ("ale",)), ("at", ("ate",)),
    ),
    "nl": (
        ("teur", ("trice", "teuse")), ("eur", ("euse", "rice")), ("aar", ("ares", "aarster")), ("ier", ("ierster", "iere")), ("der", ("dster", "derster")),
        ("er", ("ster", "eres", "erin")), ("ist", ("iste",)), ("loog", ("loge",)), ("man", ("vrouw",)), ("icus", ("ica",)), ("ent", ("ente",)), ("ant", ("ante",)), ("boer", ("boerin",)),
        ("knecht", ("meid",)), ("baas", ("bazin",)), ("meester", ("meesteres",)), ("gast", ("gaste",)), ("af", ("afe",)), ("oom", ("ome",)),
    ),
    "de": (
        ("mann", ("frau", "manner", "leute")), ("beamter", ("beamtin", "beamte", "beamten")), ("angestellter", ("angestellte", "angestellten")), ("e", ("in", "innen", "en", "n")),
        ("", ("in", "innen", "s", "n", "en")),
    ),
    "en": (("man", ("woman", "men", "women", "person")), ("master", ("mistress",)), ("or", ("ress",)), ("", ())),
}  # fmt: skip
PLURALS = {"nl": ("s", "en"), "fr": ("s",), "en": ("s",), "de": ()}
# What doers are called: bak|ker, mett|eur, chim|iste, Klavier|stimmer.
AGENTS = {
    "nl": (
        "kundige", "logen", "loog", "loge", "icus", "ica", "icien", "icienne", "iatrist", "iater", "peut", "peute", "eur", "euse", "trice", "ier", "iere", "ist", "iste", "graaf", "grafe", "noom", "nome", "smid", "bediende", "beambte",
        "geneesheer", "chauffeur", "meester", "juffrouw", "knecht", "houder", "houdster", "hulp", "boer", "boerin", "baas", "bazin", "vrouw", "man", "loods", "kok", "coach", "trainer", "ares", "aris",
    ),
    "fr": (
        "eur", "euse", "trice", "ier", "iere", "ien", "ienne", "iste", "logue", "logiste", "iatre", "nome", "graphe", "peute", "thecaire", "pathe",
    ),
    "en": (
        "er", "or", "ist", "ian", "man", "woman", "wright", "smith", "monger", "keeper", "maker", "eer", "ologist", "grapher", "nomer", "iatrist", "hand", "clerk", "worker", "operator", "assistant", "officer", "technician", "nurse",
        "manager", "attendant", "monk", "master", "mistress", "wife", "herd", "ician", "path",
    ),
    "de": (
        "er", "erin", "ist", "istin", "loge", "login", "or", "orin", "eur", "eurin", "euse", "ent", "entin", "ant", "antin", "ar", "arin", "iker", "ikerin", "kraft", "mann", "frau", "leiter", "wirt", "wirtin", "arzt", "arztin", "hilfe",
        "therapeut", "therapeutin", "graf", "grafin", "nom", "nomin", "schmied", "koch", "kochin", "angestellte", "angestellter", "beamter", "beamte", "beamtin", "warter", "warterin", "gehilfe", "gehilfin", "metz", "bote", "botin", "schwester", "meister", "meisterin", "it", "pfleger",
    ),
}  # fmt: skip


LONG_AGENTS = (
    "meester",
    "chauffeur",
    "trainer",
    "geneesheer",
    "werker",
    "bewerker",
    "fluisteraar",
    "handelaar",
    "makelaar",
    "kunstenaar",
)


@cache
def trades() -> dict[str, list[tuple[str, ...]]]:
    """The trades by their first word, longest first; each in every form."""
    found: dict[str, set[tuple[str, ...]]] = {
        first: set(forms) for first, forms in by_first_word(DATA / "professions.txt").items()
    }
    for language in loading.LANGUAGES:
        for words in listed(language):
            for last in forms_of(words[-1], language):
                form = (*words[:-1], last)
                found.setdefault(form[0], set()).add(form)
    return {first: sorted(forms, key=lambda f: (-len(f), f)) for first, forms in found.items()}


def listed(language: str) -> list[tuple[str, ...]]:
    """The file of one language: a trade a word, underscores for the spaces inside it."""
    lines = (LISTS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    whole = " ".join(line for line in lines if not line.startswith("#"))
    parts = (plain(word).replace("-", " ").replace("_", " ").replace("'", " ") for word in whole.split())
    return [tuple(words) for p in parts if len(words := p.split()) and len(p) > 2]


def forms_of(word: str, language: str) -> set[str]:
    """The word, its other gender, and the plurals of both."""
    forms = {word}
    for ending, others in OTHERS[language]:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)] if ending else word
            forms.update(stem + other for other in others)
            break
    return forms | {f + s for f in forms for s in PLURALS[language]}


# No trade alone, one with something before it.
DOERS = {
    "nl": "redder badmeester maakster weefster breister naaister veegster verkoopster bestuurster begeleidster verzorgster herstelster leidster bewaakster speelster danseres ontwerpster loopster rijdster teelster snijdster legster zetster bindster gietster kloster klosser ruimer vanger temmer jutter venter sjouwer duiker zager slijper slijpster brander brouwer brouwster smelter wever tolk trimmer expert leider coach dirigent inspecteur instructeur monteur operator schilder smid kweekster titelaar binder gieter smeder stemmer hakker rooier bouwer maker snijder legger zetter handler handelaar teler kweker houder wachter bewaker steller opkoper verkoper bezorger plukker bestuurder begeleider verzorger hersteller plaatser reiniger wasser drager lader loper rijder kundige werker arbeider leraar leerkracht therapeut specialist ontwikkelaar ontwerper technieker",
    "de": "fahrer fuhrer pfleger lehrer verkaufer arbeiter techniker helfer erzieher meister bauer macher warter wachter leger setzer handler zuchter halter wirt reiniger putzer trager lader zusteller betreiber therapeut entwickler berater schleifer stimmer besitzer inhaber flechter binder giesser schnitzer brenner roster hersteller angestellte angestellter spezialist vermieter",
}


@cache
def heads() -> frozenset[str]:
    """Trades of one word that may end a compound: orgel|bouwer, Karosserie|spengler."""
    alone = {form[0] for forms in trades().values() for form in forms if len(form) == 1}
    for language, doers in DOERS.items():
        for doer in doers.split():
            alone |= forms_of(doer, language)
    return frozenset(w for w in alone if len(w) >= SHORTEST_HEAD and w not in NO_COMPOUNDS)


@remembered
def is_compound_trade(word: str) -> bool:
    """A listed trade with something before it, as Dutch and German join them."""
    if len(word) < SHORTEST_HEAD + SHORTEST_FRONT or word in ROLES:
        return False
    return any(word[cut:] in heads() for cut in range(SHORTEST_FRONT, len(word) - SHORTEST_HEAD + 1))


@lru_cache(maxsize=65_536)
def is_agent(word: str, language: str) -> bool:
    """Whether the word can be what somebody does; weak by itself: believed after 'ik ben', 'she is a'."""
    if word in ROLES or len(word) < 4 or not word.isalpha():
        return False
    if any(form == (word,) for form in trades().get(word, ())) or is_compound_trade(word):
        return True
    if len(word) < (5 if language == "en" else 6):
        return False
    known = loading.words(language)
    if language == "nl" and len(word) > 5 and word.endswith(("er", "ster")) and word not in known:
        return True  # a long word that no list has: 'rietmattenknoper'; the comparatives are listed
    if language == "nl" and (
        word.endswith(LONG_AGENTS) or (len(word) > 7 and word.endswith("aar") and word not in known)
    ):
        return True
    if language == "nl" and word.endswith(("er", "ster", "aar", "ers", "sters", "aars")):
        return _is_dutch_doer(word, known)
    if language == "fr" and word.endswith("euse"):
        return word[:-4] + "eur" in known  # 'nombreuse' has no 'nombreur'
    return word.endswith(AGENTS.get(language, ()))


def _is_dutch_doer(word: str, known: frozenset[str]) -> bool:
    """'vlechter' has a plural in -s, 'lichter' and 'groter' have none; a compound is judged by its last part."""
    single = word[:-1] if word.endswith("s") and not word.endswith("sters") else word.removesuffix("s")
    if single in known:
        return single + "s" in known
    return any(
        single[cut:] in known and single[cut:] + "s" in known and single[cut:] not in ROLES
        for cut in range(SHORTEST_FRONT, len(single) - 4)
    )
