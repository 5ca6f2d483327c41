"""Whether one word of a text is a word of someone's name: the same, as it sounds, a pet name, or misspelt."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.lexicons.loading import (
    LANGUAGES,
    Strength,
    common_words,
    family_strength,
    given_strength,
    proper_words,
    words,
)
from ombuds.deidentification.engine.misread import read_by_eye
from ombuds.deidentification.engine.persons.cues import PARTICLES
from ombuds.deidentification.engine.variants import other_forms, sound
from ombuds.deidentification.engine.words import EVERYDAY

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """`part`: 'first', 'last' or 'full'; `pet`: another form of the name, `close` to how it is written."""

    part: str
    confidence: float
    exact: bool = True
    pet: bool = False
    close: bool = True
    particles: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    written: tuple[str, ...] = ()
    company: bool = False  # counts only beside another word of the same name


@dataclass
class Targets:
    """The words of one person's name; words of a text are asked for once each."""

    exact: dict[str, Hit] = field(default_factory=dict)
    fuzzy: dict[str, Hit] = field(default_factory=dict)
    particles: frozenset[str] = frozenset()
    given_particles: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()

    def add(self, word: str, hit: Hit) -> None:
        self.exact.setdefault(word, hit)
        if len(word) > 3:
            self.fuzzy.setdefault(word, hit)

    def match(self, word: str, language: str = "") -> Hit | None:
        """`language`: of the text; a word of another one is a slip here ('maurern' for Maureen in English)."""
        if hit := self.exact.get(word):
            return hit
        if word.endswith("s") and (hit := self.exact.get(word[:-1])) and len(word) > 2:
            return replace(hit, company=True) if is_common(word) else hit  # 'Oumou Falls Antwort'
        if not 4 <= len(word) <= LONGEST:
            return None
        if not word.isalpha() and any(c.isdigit() for c in word):
            hit = next(filter(None, map(self.exact.get, read_by_eye(word))), None)
            return hit or (self._misspelt(word, language) if sum(c.isalpha() for c in word) > 3 else None)
        return self._misspelt(word, language)

    def _misspelt(self, word: str, language: str) -> Hit | None:
        if word in words(language) if language and not is_common(word) else is_dictionary_word(word):
            return None  # a word is no misspelling, see `_is_another`
        heard = ""
        for name, hit in self.fuzzy.items():
            limit = errors_allowed(name)
            if abs(len(name) - len(word)) > limit + 1 and not _is_cut_from(word, name):
                continue
            errors = OSA.distance(word, name, score_cutoff=limit)
            if errors <= limit and (word[0] == name[0] or errors == 1):
                return None if _is_another(word, language) else _with(hit, 1.0 - errors / (len(name) + 1))
            if hit.part == "first" and _is_cut_from(word, name):
                return None if _is_another(word, language) or word in proper_words() else _with(hit, 0.7)
            heard = heard or sound(word)
            if len(name) > 4 and heard == sound(name):
                return _with(hit, 0.85)
        return None


def errors_allowed(name: str) -> int:
    """Typing errors by length: one from four letters, two from eight."""
    return 0 if len(name) < 4 else 1 if len(name) < 8 else 2


def _is_cut_from(word: str, name: str) -> bool:
    """'Seun' of Oluwaseun, 'Aboubac' of Aboubacar: how people shorten a long given name."""
    return len(word) > 3 and len(name) - len(word) > 2 and (name.endswith(word) or name.startswith(word))


def is_slip_of(word: str, particles: frozenset[str]) -> bool:
    """'Van deer Linden', 'C. ee Meyer': a particle with one wrong letter."""
    return any(
        len(word) <= len(particle) + 1 and OSA.distance(word, particle, score_cutoff=1) <= 1
        for particle in particles
        if len(particle) > 1
    )


def _is_another(word: str, language: str = "") -> bool:
    """A word of the language, or a name that many people bear, is no misspelling of one a letter away."""
    if word in words(language) if language and not is_common(word) else is_dictionary_word(word):
        return True
    return len(word) < 7 and Strength.SURE in (given_strength(word), family_strength(word))


def _with(hit: Hit, confidence: float) -> Hit:
    return Hit(
        hit.part, round(confidence, 2), False, hit.pet, hit.close, hit.particles, hit.initials, hit.written
    )


@lru_cache(maxsize=50_000)
def is_dictionary_word(word: str) -> bool:
    return word in EVERYDAY or any(word in words(language) for language in LANGUAGES)


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    return word in EVERYDAY or any(word in common_words(language) for language in LANGUAGES)


def _words(name: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in plain(name)).split()


def _main(words_: Iterable[str]) -> list[str]:
    """The words that name someone by themselves: not the particles, unless there is nothing else."""
    listed = list(words_)
    return [w for w in listed if w not in PARTICLES] or listed


@lru_cache(maxsize=4096)
def targets_of(first: str, last: str) -> Targets:
    """All words by which a person can be named, from the given and the family name as the case file writes them."""
    given, family = _words(first), _words(last)
    particles = frozenset(word for word in family if word in PARTICLES and len(family) > 1)
    found = Targets(
        particles=particles,
        given_particles=frozenset(
            word for word in given if word in PARTICLES and len(given) > 1
        ),  # 'El Mehdi', 'Van Hung'
        initials=frozenset(word[0] for word in given),
    )
    of_family = Hit("last", 1.0, particles=particles, initials=found.initials, written=(last,))
    of_given = Hit("first", 1.0, written=(first,))
    for word in [*_main(family), *_glued(family)]:
        found.add(word, of_family)
    for word in [*_main(given), *(["".join(given)] if len(given) > 1 else [])]:
        found.add(word, of_given)
    if given and family:
        found.add("".join([*given, *family]), Hit("full", 1.0))
        found.add("".join([*family, *given]), Hit("full", 1.0))
    for word in given:
        _add_pet_names(found, word)
    return found


def _add_pet_names(found: Targets, word: str) -> None:
    for form in other_forms(word):
        close = len(form) > 2 and (form[0] == word[0] or form in word)
        found.exact.setdefault(form, Hit("first", 0.8, pet=True, close=close))


def _glued(family: list[str]) -> list[str]:
    """'Vandenbossche', 'Denbossche' (after Van) and, without particles, the halves of a double name together."""
    if len(family) < 2:
        return []
    tails = ["".join(family[cut:]) for cut in range(len(family) - 1)]
    return [*tails, "".join(_main(family))]
