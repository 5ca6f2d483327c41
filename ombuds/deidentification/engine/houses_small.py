"""Names of houses typed small, in French and English: chez blanc bonheur, au home les bleuets, goes to little oaks.

There is no capital to tell them, so what stands before must: no article and no pronoun after 'chez', a kind of house, 'works at'.
"""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.doubtful_words import PUBLIC
from ombuds.deidentification.engine.houses_owed import SMALL as SMALL_OWED
from ombuds.deidentification.engine.lexicons.loading import words
from ombuds.deidentification.engine.organisation_words import AFTER_TYPE, TYPES
from ombuds.deidentification.engine.persons.cues import ACTS, DEEDS, POSSESSIVES, ROLES, SMALL, TITLES
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.trade_words import STOPS

Place = tuple[int, int]
EVERYBODY = frozenset().union(*SMALL.values())
FINITE = ACTS | DEEDS
INSIDE_WORD = re.compile(r"[^\W_]+")
# 'chez blanc bonheur': no article and no pronoun, so a name whatever its words are.
AT = {
    "fr": re.compile(r"(?<![^\W_])[Cc]hez (?P<v>[a-z][\w\-]*(?:[ ']{1,2}[a-z][\w\-]*){0,4})"),
    "en": re.compile(
        r"(?<![^\W_])(?:lady|woman|man|guy|girl|boy|people|someone|somebody|boss|manager|driver|team|owner|staff|shop) (?:from|at|of) (?P<v>[a-z][\w\-]*(?: [a-z][\w\-]*){1,4})"
    ),
}
MOST_CAPITALS = 5  # within some lines, where all is typed small
# What ends a name, or is where everybody goes.
NOBODYS = frozenset(
    "home work school night noon upstairs downstairs next across above below town city office moi toi soi certains certaines plusieurs beaucoup quelques divers tout tous toute toutes chacun chacune qui celui celle ceux celles feu eux l d j comme avec puis here there reception belgium brussels n m s t".split()
)
MOST_SMALL = 3
ARTICLES = frozenset({"le", "les", "la", "l'", "chez", "the"})
# Kinds of houses in a line typed small; the name comes after them: 'au home les bleuets', 'le salon belle époque'.
KINDS = {
    "fr": re.compile(
        r"(?<![^\W_])(?:boulangerie|patisserie|boucherie|garage|salon|salon de coiffure|pharmacie|creche|cafe|friterie|resto|restaurant|home|hotel|librairie|brasserie|ecole|clinique|menuiserie|societe|firme|asbl|residence|imprimerie|snack|pizzeria|pressing|fleuriste|magasin|agence|maison de repos|maison medicale|centre medical|refuge|foyer|epicerie|quincaillerie|auto-ecole|carrosserie|traiteur|camping|gite) (?P<v>(?P<a>les?|la|l'|du|des|de la|de l'|aux?|chez)? ?(?P<n>[a-z][\w\-]*(?:[ ']{1,2}[a-z][\w\-]*){0,3}))"
    ),
    "en": re.compile(
        r"(?<![^\W_])(?:nursery|bakery|pharmacy|barber|barbers|hairdresser|hairdressers|salon|surgery|care home|nursing home|cafe|pub|restaurant|hotel|garage|creche|charity|bookshop|takeaway|chip shop|launderette) (?P<v>(?P<a>the)? ?(?P<n>[a-z][\w\-]*(?: [a-z][\w\-]*){0,3}))"
    ),
}
# What any such house has, or when somebody goes there.
OF_ANY = frozenset(
    """coin quartier village voisin voisine centre ville rue gare garde matin soir midi jour nuit lundi mardi mercredi jeudi vendredi samedi dimanche semaine mois coiffure repos beaute danse musique langue
    mere pere fils fille maman papa meme seul autre plus lendemain reste secteur personnel patient patients enfant enfants coiffeur commune communale primaire maternelle secondaire libre publique prive privee moment
    least first last times risk hand stake present university church court once bed sleep sea hospital college lunch dinner breakfast night noon midnight weekends weekend christmas easter various different both
    bus door owner manager staff bill fees fee place places teacher teachers worker workers assistant counter window car park next near nearby""".split()
)
# 'travaille à la rose des vents' typed small.
WORKS = re.compile(
    r"(?<![^\W_])(?:travaill\w+|bosse\w*|employee?|engagee?|caissiere?|vendeuse|vendeur|serveuse|serveur|cuisinier|aide-menagere|stage) (?:a|pour|chez) (?P<v>(?:la |le |les |l')[a-z]{3,}(?: (?:des|du|de la|d'|aux?) ?[a-z]{3,}))(?![^\W_])"
)
# 'i am baker at crust', 'goes to little oaks in' typed small.
SMALL_AT = re.compile(
    r"(?<![^\W_])(?:works?|worked|working|job|shift|[a-z]{2,}(?:er|ist|man|maid|ess|nurse|cook|chef|clerk)) at (?P<v>[a-z][\w\-]{3,}(?: [a-z][\w\-]{3,}){0,2})|(?<![^\W_])(?:goes|go|went|going) to (?P<w>[a-z][\w\-]{2,} [a-z][\w\-]{3,}(?: [a-z][\w\-]{3,})?)"
)
# 'livreur pour takeaway', 'driver for uber': a word that the language does not have.
FOR = re.compile(
    r"(?<![^\W_])(?:travaill\w+|boss\w+|chauffeur|chauffeuse|livreur|livreuse|coursier|extras|menages|menage|nettoyage|interim|vendeur|vendeuse|caissier|caissiere|employee?|ouvrier|driver|courier|rider|work|works|worked|working|clean|cleans|deliver|delivers|cook|cashier|cleaner|packer) (?:pour|for|with) (?P<v>[a-z][a-z\-]{2,20})(?![^\W_])"
)
ENDS = EVERYBODY | FINITE | NOBODYS | POSSESSIVES | ROLES | TITLES | STOPS


def houses_typed_small(reading: Reading) -> Iterator[Place]:
    """(start, end) in the plain form; they may overlap each other."""
    yield from _after_at(reading)
    if reading.language == "fr":
        yield from _where_somebody_works(reading)
    if reading.language == "en":
        yield from _where_somebody_goes(reading)
    yield from _after_a_kind(reading)
    small = SMALL_OWED.get(reading.language)
    for match in small.finditer(reading.plain) if small else ():
        named = _houses_own(match, "v")
        typed_small = reading.cased[match.start() : match.end()].islower()
        if len(named) > 1 and typed_small and _is_small_around(reading, match.start("v")):
            yield match.start("v"), match.start("v") + named[-1].end()
    for match in matches(FOR, reading, cased=True) if reading.language in {"fr", "en"} else ():
        if match["v"] not in words(reading.language) | ENDS and not match["v"].endswith("'"):
            yield match.span("v")


def _after_at(reading: Reading) -> Iterator[Place]:
    pattern, least = AT.get(reading.language), 1 if reading.language == "fr" else 2
    for match in matches(pattern, reading, cased=True) if pattern else ():
        named = _named(match, "v")
        if len(named) >= least:
            yield match.start("v"), match.start("v") + named[-1].end()


def _where_somebody_works(reading: Reading) -> Iterator[Place]:
    for match in matches(WORKS, reading):
        said = INSIDE_WORD.findall(match["v"])
        common = any(PUBLIC.match(word) or word in TYPES or word in OF_ANY for word in said)
        if not common and _is_small_around(reading, match.start("v")):
            yield match.span("v")


def _where_somebody_goes(reading: Reading) -> Iterator[Place]:
    for match in matches(SMALL_AT, reading, cased=True):
        group, least = ("v", 1) if match["v"] else ("w", 2)
        named = _houses_own(match, group)
        if len(named) >= least and _is_small_around(reading, match.start()):
            yield match.start(group), match.start(group) + named[-1].end()


def _after_a_kind(reading: Reading) -> Iterator[Place]:
    """Typed small, or in capitals throughout: 'LA BOULANGERIE PAIN DORÉ REFUSE'."""
    pattern = KINDS.get(reading.language)
    for match in matches(pattern, reading) if pattern else ():
        said = reading.cased[match.start() : match.end()]
        if not (said.isupper() or (said.islower() and _is_small_around(reading, match.start("v")))):
            continue
        named = _houses_own(match, "n")
        rare = bool(named) and named[0].group() not in words(reading.language)
        if named and (match["a"] in ARTICLES or len(named) > 1 or rare):
            yield match.start("v"), match.start("n") + named[-1].end()


def _houses_own(match: re.Match[str], group: str) -> list[re.Match[str]]:
    """The words of the name; none where they say what any such house has: 'la pharmacie de garde', 'école communale'."""
    named = _named(match, group)
    articled = group == "n" and match["a"] is not None
    for word in named:
        if PUBLIC.match(word.group()) or (word.group() in AFTER_TYPE and not articled):
            return []
    return [] if not named or named[0].group() in OF_ANY else named


def _named(match: re.Match[str], group: str) -> list[re.Match[str]]:
    """The words that may be of the name, up to a small word, a verb, or somebody."""
    named: list[re.Match[str]] = []
    for word in INSIDE_WORD.finditer(match[group]):
        if len(named) == MOST_SMALL or word.group() in ENDS or word.group().isdigit():
            break
        named.append(word)
    return named


def _is_small_around(reading: Reading, at: int) -> bool:
    around = reading.cased[max(0, at - 150) : at + 100]
    return sum(c.isupper() for c in around) < MOST_CAPITALS
