"""Two letters at the start of a sentence that are nobody's initials: 'P.S. See above', 'N.B. Anrufen', 'I.A. Cormann'."""

from ombuds.deidentification.engine.persons.tokens import Text

# Forms of companies, roll numbers and the like; never somebody's letters.
NOBODYS = frozenset(
    "bv nv sa cv ag kg rg rv gd mb bs ar tv cd dvd usa eu uk wc tl vr pc ok aub svp zb dh ua oa".split()
)
BEFORE_WORDS = frozenset({"ps", "nb"})
PAIRS = BEFORE_WORDS | {"wg", "ls", "pp", "ia", "iv"}


def is_abbreviation(text: Text, index: int) -> bool:
    """Whether the word is the first or the second letter of one. 'P.S. Janssens' may be a name, 'P.S. See' is none."""
    if len(text.words[index]) > 1:
        return False
    return _begins(text, index) or (index > 0 and _begins(text, index - 1))


def _begins(text: Text, index: int) -> bool:
    after = index + 2
    if after > len(text) or text.gap(index) != "." or not text.gap(index + 1).startswith("."):
        return False
    pair = text.words[index] + text.words[index + 1]
    if pair not in PAIRS or not text.starts_sentence(index):
        return False
    return pair not in BEFORE_WORDS or after == len(text) or text.is_word(after) or not text.capitals[after]
