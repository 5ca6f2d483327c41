"""What the model of names sees of a word: its form, its lists, its neighbours, its place. All features are short strings."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ombuds.deidentification.engine.lexicons.compounds import has_word_ending, is_compound
from ombuds.deidentification.engine.lexicons.loading import (
    common_words,
    family_strength,
    given_strength,
    proper_words,
    words,
)
from ombuds.deidentification.engine.misread import is_misread_word
from ombuds.deidentification.engine.persons.abbreviations import is_abbreviation
from ombuds.deidentification.engine.persons.cues import (
    ACTS,
    CONJUNCTIONS,
    DETERMINERS,
    FILE_ENDINGS,
    LABELS,
    LOCATIVES,
    NAMES_OF_DAYS,
    PARTICLES,
    ROLES,
    SALUTATIONS,
    SMALL,
    SPEECH,
    STOP,
    SURE_PARTICLES,
)
from ombuds.deidentification.engine.persons.grading import without_possessive
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.towns import names as town_names

READ_AS = str.maketrans("01589", "olsbg")
LONGEST = 25
SPACES = re.compile(r"[ \t\r]+")
REPEATED = re.compile(r"([^\w\s]) ?(?:\1 ?)+")
LABEL = re.compile(r"[^\W_]+(?=[^\w\n]{0,40}:)")
LONGEST_LABEL = 45
# Between a title, an initial or a given name and the family name.
SHOWING = frozenset({" ", ". ", ".", ".-", " (", ", "})
# They stand where names stand, but nobody is called so.
NO_NAMES = FILE_ENDINGS.union("mailto handy tel gsm fax email mail sms http https www nr no".split())
CLASSES = (
    ("R", ROLES), ("B", LABELS), ("G", SALUTATIONS), ("V", SPEECH), ("X", ACTS), ("C", CONJUNCTIONS), ("I", LOCATIVES),
    ("P", PARTICLES), ("Q", SURE_PARTICLES), ("M", NAMES_OF_DAYS), ("S", STOP),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def lists(word: str, language: str) -> str:
    """In which lists a word stands, as a code: given name, family name, word, place, other proper word."""
    bare = without_possessive(word)
    if any(c.isdigit() for c in bare):
        bare = bare.translate(READ_AS)
    given, family = int(given_strength(bare)), int(family_strength(bare))
    is_word = (
        3 if word in common_words(language)
        else 2 if word in words(language)
        else 1 if word in words("en")
        else 0
    )  # fmt: skip
    if not is_word and (has_word_ending(word, language) or is_compound(word, language)):
        is_word = 4
    place = "t" if word in town_names()[0] else "p" if word in proper_words() else "-"
    return f"{given}{family}{is_word}{place}"


@lru_cache(maxsize=50_000)
def classes(word: str, language: str) -> str:
    """What sort of small word or cue it is, as a code; '' for most words."""
    code = "".join(letter for letter, group in CLASSES if word in group)
    if word in DETERMINERS.get(language, ()):
        code += "D"
    return code + "s" if word in SMALL.get(language, ()) else code


@lru_cache(maxsize=50_000)
def of_word(word: str, language: str) -> tuple[str, ...]:
    """The features that the word has wherever it stands."""
    short = word[:LONGEST]
    marked = f"^{short}$"
    code = lists(word, language)
    found = [f"3{marked[i : i + 3]}" for i in range(len(marked) - 2)]
    found += [f"-{short[-3:]}", f"-{short[-4:]}", f"+{short[:3]}", f"z{min(len(short), 12)}"]
    found += [f"g{code[0]}", f"f{code[1]}", f"w{code[2]}", f"o{code[3]}", f"c{classes(word, language)}"]
    if code[2] in "23" or classes(word, language):
        found.append(f"W{word}")
    return tuple(found)


def form(text: Text, index: int) -> str:
    """How it is written: small, with a capital at the start of a sentence or inside, in capitals, in a line of them."""
    if not text.capitals[index]:
        if text.words[index][0].isdigit():
            return "d"
        return "t" if text.is_typed_small else "u" if text.is_small_here(index) else "s"
    if text.in_capitals(index):
        return "U"
    if text.ends[index] - text.starts[index] == 1:
        return "1"
    if text.is_all_capitals(index):
        return "A"
    return "B" if text.starts_sentence(index) else "C"


class Features:
    """The features of the words of one text; what concerns the whole text is looked up once."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.small = frozenset(w for w, capital in zip(text.words, text.capitals, strict=True) if not capital)
        self._signed = frozenset(self._lines_of_signatures())
        self._inside = self._capitals_inside()
        self._shown = self._shown_elsewhere()
        self._labels: dict[int, tuple[int, str] | None] = {}
        self._neighbours: dict[int, str] = {}

    def _lines_of_signatures(self) -> Iterator[int]:
        text = self.text
        for line in range(text.line_count) if text.closings else ():
            start, end = text.line_range(line)
            if end - start < 90 and any(closing in text.plain[start:end] for closing in text.closings):
                yield from range(line + 1, line + 5)

    def _capitals_inside(self) -> frozenset[str]:
        """Words with a capital inside a sentence."""
        text = self.text
        return frozenset(
            text.words[i]
            for i, capital in enumerate(text.capitals)
            if capital and not text.starts_sentence(i) and not text.in_capitals(i)
        )

    def _shown_elsewhere(self) -> dict[str, dict[str, set[int]]]:
        """Word → what shows that it is a name ('T' a title, 'I' an initial, 'G' a given name, 'R' a role before it) → where."""
        text = self.text
        found: dict[str, dict[str, set[int]]] = {}
        for i in range(1, len(text)):
            gap = text.before(i)
            if gap not in SHOWING:
                continue
            word, before = text.words[i], text.words[i - 1]
            if len(word) < 2 or not word[0].isalpha():
                continue
            if is_title(text, i - 1):
                mark = "T"
            elif len(before) == 1 and before.isalpha() and gap.startswith("."):
                mark = "I"
            elif before in ROLES:
                mark = "R"
            elif gap == " " and lists(before, text.language)[0:3:2] == "20":
                mark = "G"
            else:
                continue
            found.setdefault(word, {}).setdefault(mark, set()).add(i)
        return found

    def of(self, index: int) -> list[str]:
        """The features of a word that depend on where it stands."""
        text, language = self.text, self.text.language
        word = text.words[index]
        form = self._form(index)
        code = form + lists(word, language)
        before, after = self._gap(index - 1), self._gap(index)
        left, right = self._neighbour(index - 1), self._neighbour(index + 1)
        left2, right2 = self._neighbour(index - 2), self._neighbour(index + 2)
        kind = classes(word, language)
        line = text.line_of(index)
        start, end = text.line_range(line)
        found = [
            f"F{form}{language}", f"L{code}", f"l{code}{language}", f"<{before}", f">{after}", f"b{before}|{left}", f"a{after}|{right}",
            f"B{before}|{left}|{code}", f"A{after}|{right}|{code}", f"n{left}|{right}", f"m{left2}|{left}|{form}", f"r{right}|{right2}|{form}",
            f"x{before}|{after}|{code}", f"y{kind}|{before}|{left}",
            f"j{'i' if word in self._inside else ''}{'s' if word in self.small else ''}{form}",
            f"J{'i' if word in self._inside else ''}{'s' if word in self.small else ''}{code}",
        ]  # fmt: skip
        shown = self._shown.get(word)
        if shown:
            found += [f"E{mark}{form}" for mark, places in shown.items() if len(places) > (index in places)]
        if line in self._signed:
            found += [f"S{form}", f"s{code}"]
        if end - start < 45:
            found.append(f"h{(end - start) // 8}{form}{before[:1]}")
        label = self._label(line)
        if label and text.starts[index] > label[0]:
            found += [f"k{label[1]}|{form}", f"K{label[1]}|{code}"]
        return found

    def _label(self, line: int) -> tuple[int, str] | None:
        """The word before the colon with which a line begins, and where it ends: 'Nom', 'children', 'cc'."""
        if line not in self._labels:
            start, end = self.text.line_range(line)
            found = LABEL.search(self.text.plain, start, min(end, start + LONGEST_LABEL))
            self._labels[line] = (found.end(), found.group()) if found else None
        return self._labels[line]

    def _form(self, index: int) -> str:
        return form(self.text, index)

    def _gap(self, index: int) -> str:
        """What stands after the word `index`, shortened."""
        if index < 0:
            return "^"
        gap = self.text.gap(index)
        return " " if gap == " " else _shortened(gap)

    def _neighbour(self, index: int) -> str:
        """A word beside it: small and common words themselves, names and rare words by their lists."""
        known = self._neighbours.get(index)
        if known is None:
            known = self._neighbours[index] = self._seen_beside(index)
        return known

    def _seen_beside(self, index: int) -> str:
        text = self.text
        if not 0 <= index < len(text):
            return "^"
        word = text.words[index]
        if word[0].isdigit():
            return f"{min(len(word), 5)}#"
        if is_title(text, index):
            return "*T"
        code = lists(word, text.language)
        if code[2] == "3" or classes(word, text.language):
            return word
        if not text.capitals[index]:
            return word if code[2] == "2" else "~" + code
        return self._form(index) + code


@lru_cache(maxsize=10_000)
def _shortened(gap: str) -> str:
    return SPACES.sub(" ", REPEATED.sub(r"\1", gap[:40].replace("\n\n", "¶")))[:4]


def runs(text: Text, free: Sequence[bool]) -> Iterator[range]:
    """Stretches of words side by side that may be names, each judged as one sequence."""
    first = None
    wanted = [is_free and is_wanted(text, index) for index, is_free in enumerate(free)]
    for index in range(len(text) - 1, -1, -1):  # small particles before a name belong to its stretch
        if (
            not wanted[index] and free[index] and index + 1 < len(text) and wanted[index + 1]
            and text.words[index] in PARTICLES and len(text.gap(index)) < 3
        ):  # fmt: skip
            wanted[index] = True
    for index, is_wanted_ in enumerate(wanted):
        joined = first is not None and len(text.before(index)) < 5
        if first is not None and not (is_wanted_ and joined):
            yield range(first, index)
            first = None
        if is_wanted_ and first is None:
            first = index
    if first is not None:
        yield range(first, len(text))


def is_wanted(text: Text, index: int) -> bool:
    """Whether a word may be (part of) a name at all: a capital, or small and no common word."""
    word = text.words[index]
    if not word[0].isalpha() or text.vocabulary.is_word(word) or _is_number(word):
        return False
    if word in NO_NAMES or is_abbreviation(text, index):
        return False
    if text.capitals[index]:
        return True
    code = lists(word, text.language)
    if len(word) < 3:  # 'vo', 'hui li', 'eun-ji'
        return len(word) == 2 and "2" in code[:2] and text.is_small_here(index) and not text.stops(index)
    if code[2] == "0" or (code[:2] != "00" and code[2] != "3"):
        return True
    return ("2" in code[:2] or code[2] == "4") and text.is_small_here(index) and not text.stops(index)


def _is_number(word: str) -> bool:
    """'E40', 'b2c': more figures than a scanner reads into a name; 'f1oor', 'Fol1owing': what it made of a usual word."""
    if word.isalpha():
        return False
    return 2 * sum(c.isdigit() for c in word) > len(word) - 2 or is_misread_word(word)
