"""'Maya und Gurdeep': who stands beside a person with 'and' between them is one as well."""

from collections.abc import Iterator

from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength, given_strength
from ombuds.deidentification.engine.persons.chains import Chain
from ombuds.deidentification.engine.persons.cues import CONJUNCTIONS, SALUTATIONS
from ombuds.deidentification.engine.persons.tokens import Text

Found = tuple[int, int, float, str, str, str]
REASON = "It is named beside someone"


def beside_others(text: Text, doubtful: list[Chain], found: list[Found]) -> Iterator[Found]:
    """The doubtful chains that a conjunction ties to a found person, and a single letter after a salutation."""
    starts, ends = {one[0] for one in found}, {one[1] for one in found}
    for chain in doubtful:
        names = [piece for piece in chain if piece.role == "name"]
        first, last = chain[0].index, chain[-1].index
        if not names and len(chain) == 1 and _is_greeted(text, first):
            yield text.starts[first], text.ends[first], 0.6, "It follows a salutation", "initials", "pattern"
        if len(names) != 1 or names[0].grade <= -1 or not _is_known(text, names[0].index):
            continue
        is_tied = (
            last + 2 < len(text)
            and text.words[last + 1] in CONJUNCTIONS
            and text.gap(last) == text.gap(last + 1) == " "
            and text.starts[last + 2] in starts
        ) or (
            first > 1
            and text.words[first - 1] in CONJUNCTIONS
            and text.before(first) == text.before(first - 1) == " "
            and text.ends[first - 2] in ends
        )
        if is_tied:
            yield text.starts[first], text.ends[last], 0.6, REASON, "first", "lexicon"


def _is_known(text: Text, index: int) -> bool:
    word = text.words[index]
    return max(given_strength(word), family_strength(word)) is Strength.SURE


def _is_greeted(text: Text, index: int) -> bool:
    return index > 0 and text.words[index - 1] in SALUTATIONS and text.gap(index)[:1] in {",", "\n", "!"}
