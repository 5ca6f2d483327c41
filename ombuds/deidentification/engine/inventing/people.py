"""One invented person for one true one: same gender, kind of name and number of parts, about the same length."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.inventing.closeness import WORD, Guard, is_close, main_words
from ombuds.deidentification.engine.inventing.lists import first_names, last_names
from ombuds.deidentification.engine.inventing.origins import origin_of
from ombuds.deidentification.engine.lexicons.loading import family_strength
from ombuds.deidentification.engine.words import PARTICLES

TRIES = 60
# One in so many gets a name of another origin: from a story nobody can conclude where a person comes from.
MIXED = 5
COMMON = ("nl", "fr", "arabic", "southern")


@dataclass(frozen=True, slots=True)
class Alias:
    """`gender` is f, m, or '' for a name that both bear."""

    first: str
    last: str
    gender: str = ""


class Inventor:
    """Invents people. The same seed and the same true name give the same alias, whatever came before it.

    Only when that alias is taken or too close to a true name does the next candidate come in.
    """

    def __init__(self, language: str, guard: Guard, seed: str) -> None:
        self.language, self.guard, self.seed = language, guard, seed
        self._taken: set[str] = set()

    def person(self, first: str, last: str, gender: str, family: str = "") -> Alias:
        """`family`: the invented family name of a relative, to be borne again."""
        chance = random.Random(f"{self.seed}:{plain(first)}:{plain(last)}")  # noqa: S311 repeatable, nothing secret
        origin = origin_of(first, last, self.language)
        if chance.randrange(MIXED) == 0:
            origin = chance.choice(COMMON if origin not in ("en", "de") else ("en", "de"))
        given = self._first(first, gender, origin, chance)
        lasts = [family] if family else self._lasts(last, origin, chance)
        for candidate in given:
            for surname in lasts:
                if self.guard.allows_person(candidate, surname):
                    return self._take(candidate, surname, gender)
        return self._take(*self._built(chance), gender)

    def remember(self, alias: Alias) -> None:
        """An alias of an earlier text of this story: not given to anyone else."""
        self._taken |= set(main_words(f"{alias.first} {alias.last}"))

    def _take(self, first: str, last: str, gender: str) -> Alias:
        alias = Alias(first, last, gender)
        self.remember(alias)
        self.guard.used.add(" ".join(WORD.findall(plain(f"{first} {last}"))))
        return alias

    def _is_free(self, name: str) -> bool:
        return not any(word in self._taken for word in main_words(name))

    def _first(self, first: str, gender: str, origin: str, chance: random.Random) -> list[str]:
        """Free given names, the likest in length first; two of them for Marie-Hélène."""
        key = gender if gender in ("f", "m") else "u"
        pool = list(first_names()[origin][key])
        more = [n for other in first_names() if other != origin for n in first_names()[other][key]]
        chance.shuffle(pool)
        chance.shuffle(more)
        parts = [p for p in re.split(r"[\s-]+", first.strip()) if len(p) > 1][:2]
        wanted = len(parts[0]) if parts else 6
        free = _likest([n for n in pool if self._may(n)], wanted) + [n for n in more if self._may(n)]
        if len(parts) == 2 and len(free) > 1:
            joint = "-" if "-" in first or origin == "fr" else " "
            return [f"{a}{joint}{b}" for a, b in pairwise(free) if not is_close(a, main_words(b))]
        return free

    def _may(self, name: str) -> bool:
        return self._is_free(name) and self.guard.allows_word(name)

    def _lasts(self, last: str, origin: str, chance: random.Random) -> list[str]:
        words = WORD.findall(plain(last))
        mains = [w for w in words if w not in PARTICLES] or words
        particles = last_names()[origin][2] if len(mains) < len(words) else ()
        drawn = [
            n for n in _surnames(origin, chance) if self._is_free(n) and self.guard.allows_family_name(n)
        ]
        drawn = _likest(drawn, len(mains[0]) if mains else 8)
        if len(mains) > 1 and not particles:
            joint = "-" if "-" in last else " "
            drawn = [
                f"{a}{joint}{b}" for a, b in zip(drawn, drawn[len(drawn) // 2 :], strict=False) if a != b
            ]
        particle = _particle(last, particles, chance)
        if particle.endswith(" "):  # 'de Alberiano' would be d'Alberiano in a French text
            drawn = [n for n in drawn if plain(n)[0] not in "aeiou"] or drawn
        return [particle + name for name in drawn]

    def _built(self, chance: random.Random) -> tuple[str, str]:
        """When the lists have run out: made-up syllables, tried until they are free."""
        syllables = ("zor", "wil", "bre", "lan", "mu", "ket", "dor", "fi", "ran", "tol", "ves", "gam")
        while True:
            first = "".join(chance.choices(syllables, k=3)).title()
            last = "".join(chance.choices(syllables, k=4)).title()
            if self._may(first) and self._may(last) and self.guard.allows_person(first, last):
                return first, last


def _particle(last: str, particles: tuple[str, ...], chance: random.Random) -> str:
    """The true one where names of that origin bear it too: Van for Van den, El for El."""
    if not particles:
        return ""
    alike = [p for p in particles if plain(last).startswith(plain(p) + " ")]
    chosen = alike[0] if alike else chance.choice(particles)
    return chosen if chosen.endswith(("'", "Mc")) else f"{chosen} "


def _surnames(origin: str, chance: random.Random) -> Iterator[str]:
    roots, endings, _ = last_names()[origin]
    for _try in range(TRIES):
        name = re.sub(r"(.)\1\1", r"\1\1", chance.choice(roots) + chance.choice(endings))
        if not family_strength(plain(name)):  # Lam + rani is a name that people bear
            yield name


def _likest(names: Iterable[str], length: int) -> list[str]:
    """Those of about that length first; within them the order stays, so that chance decides."""
    return sorted(dict.fromkeys(names), key=lambda n: max(0, abs(len(n) - length) - 2))
