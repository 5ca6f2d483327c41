"""The words of a name or value without the small ones, the same in every language where that can be known.

"Commune d'Ixelles" and "gemeente Elsene" both become #municipality @21009.
"""

from functools import cache

from ombuds.deidentification.intruder.lexicon import Phrases as Table
from ombuds.deidentification.intruder.lexicon import entries_of, rows
from ombuds.deidentification.intruder.lexicon.towns import town_entries
from ombuds.deidentification.intruder.plain import WORD, folded_with_case, stem

SMALL = frozenset(
    """de het een en of van in op te ten ter voor met aan bij uit om naar door over tot als dat die is the a an and or of in on at for with to
    by from as is le la les l un une des du d de et ou en au aux pour avec par sur dans a der die das den dem des ein eine einen einer und oder
    von vom zu zum zur im am fur mit bei auf aus""".split()
)
ONE_TYPE = ("municipality", "welfare_centre")


@cache
def _table() -> Table:
    found = list(town_entries())
    for row in rows("bodies.csv"):
        if row["value"] in ONE_TYPE:
            for language in ("nl", "fr", "en", "de"):
                found += entries_of("body", row["value"], row[f"words_{language}"])
    return Table(found)


def placed_concepts(cased: str) -> list[tuple[str, int, int]]:
    """(concept, start, end) of the words of a text folded with its capitals, in order."""
    found = list(WORD.finditer(cased.lower()))
    words = [m.group() for m in found]
    table = _table()
    concepts: list[tuple[str, int, int]] = []
    at = 0
    while at < len(words):
        entry = next(
            (e for e in table.at(words, at) if not e.capital or cased[found[at].start()].isupper()), None
        )
        if entry is not None:
            last = at + len(entry.words) - 1
            mark = "#" if entry.kind == "body" else "@"
            concepts.append((mark + entry.value, found[at].start(), found[last].end()))
            at = last + 1
            continue
        if words[at] not in SMALL:
            concepts.append((stem(words[at]), *found[at].span()))
        at += 1
    return concepts


def concepts(value: str) -> list[str]:
    cased = folded_with_case(value)
    if cased.islower():
        cased = cased.title()
    return [concept for concept, _, _ in placed_concepts(cased)]
