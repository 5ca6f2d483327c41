"""Every body that a text may be about, with a score that says how plainly the text says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from ombuds.authorities.matching import traps
from ombuds.authorities.matching.entries import BRUSSELS, Register
from ombuds.authorities.matching.normal import Token, tokens
from ombuds.authorities.matching.spotting import BODY, PLACE, Index, Mention, longest_only
from ombuds.authorities.matching.topics import Topic, Topics

MUNICIPALITY, WELFARE, POLICE = "municipality", "cpas", "politie"
# Municipalities that control parking themselves (the others gave it to parking.brussels): both are ours, but for
# those with an ombudsman of their own.
OWN_PARKING = frozenset("21002 21005 21009 21013 21014 21016 21017 21018 21019".split())
BRUSSELS_CITY = "21004"
# How sure each kind of find makes us; a body's own name counts 97 to 100.
WHOLE_TEXT, NAMED_PLACE, KIND_AND_PLACE, SUBJECT_AND_PLACE = 90, 98, 90, 88
LOCAL_WORD, AIMED_AT, WHICH_ONE_NAMED, WHICH_ONE, WEAK, PLACE_ONLY = 68, 63, 72, 60, 46, 45
FIRST_NAMED = 1.5
SHORT_TEXT = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body (or, with an empty code, « some municipality ») and how sure the text makes us."""

    code: str
    score: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a text."""

    candidates: tuple[Candidate, ...]
    tokens: tuple[Token, ...]
    wants_place: bool = False


class Reader:
    """Reads texts against one register."""

    def __init__(self, register: Register) -> None:
        self.register = register
        named = [entry for entry in register.bodies.values() if not entry.place or entry.aliases]
        self._index = Index(named, list(register.places.values()))
        self._topics = Topics(register.subjects)
        self._known = (
            self._topics.vocabulary
            | traps.MUNICIPAL_WORDS
            | traps.WELFARE_WORDS
            | traps.POLICE_WORDS
            | traps.PUBLIC_WORDS
            | traps.AGAINST
            | traps.FALSE_FRIENDS
            | frozenset().union(*traps.REGION_WORDS.values())
        )
        self._postcodes: dict[str, list[str]] = {}
        for place in register.places.values():
            for code in place.postcodes:
                self._postcodes.setdefault(code, []).append(place.nis)

    def read(self, text: str) -> Reading:
        """All candidates, best first."""
        found = [self._mended(token) for token in tokens(text)]
        mentions = self._mentions(found)
        bodies = [m for m in mentions if m.what == BODY]
        places = self._home_first([m for m in mentions if m.what == PLACE])
        places += self._by_postcode(found, [*places, *bodies])
        blocked = {i for m in bodies if not self._is_generic(m.code) for i in range(m.start, m.end)}
        topics = self._topics.find(found, blocked | {i for m in places for i in range(m.start, m.end)})
        candidates = [
            *self._from_names(found, bodies, places),
            *self._from_places(found, bodies, places, topics),
            *self._from_topics(found, topics, places),
        ]
        wants_place = not places and self._is_local(found, topics)
        if wants_place:
            named = any(t.text in traps.MUNICIPAL_WORDS | traps.WELFARE_WORDS for t in found)
            score = WHICH_ONE_NAMED if named else WHICH_ONE
            candidates.append(Candidate("", score, "local body without a place"))
        return Reading(tuple(_best(candidates)), tuple(found), wants_place)

    def _mended(self, token: Token) -> Token:
        """« Gemene » is a gemeente, « CAPS » is a CPAS."""
        if token.text in self._known or token.filler:
            return token
        meant = traps.MENDED_SHORT.get(token.text, "")
        if not meant and len(token.text) >= 6:
            near = (w for w in traps.MENDED if OSA.distance(token.text, w, score_cutoff=1) <= 1)
            meant = next(near, "")
        return replace(token, text=meant) if meant else token

    def _mentions(self, found: Sequence[Token]) -> list[Mention]:
        exact = self._index.exact(found)
        known = self._known | {t.text for t in found if self._topics.knows(t.text)}
        return longest_only([*exact, *self._index.fuzzy(found, exact, known)])

    def _is_generic(self, code: str) -> bool:
        return self.register.bodies[code].level in traps.GENERIC_LEVELS

    def _home_first(self, places: list[Mention]) -> list[Mention]:
        """Of two places with one name, the one in our own region: Berchem, Sint-Gillis."""
        home = self.register.home
        return [
            m
            for m in places
            if self.register.places[m.code].region == home
            or not any(
                o.start < m.end and m.start < o.end and self.register.places[o.code].region == home
                for o in places
            )
        ]

    def _by_postcode(self, found: Sequence[Token], places: list[Mention]) -> list[Mention]:
        codes = []
        for i, token in enumerate(found):
            homes = self._postcodes.get(token.text, []) if len(token.text) == 4 else []
            year = token.text[:2] in ("19", "20")
            home = [n for n in homes if self.register.places[n].region == self.register.home]
            homes = home or homes
            if len(homes) > 1 and BRUSSELS_CITY in homes:
                homes = [n for n in homes if n != BRUSSELS_CITY]
            if len(homes) == 1 and not year and not places and not _is_amount(found, i):
                codes.append(Mention(PLACE, homes[0], i, i + 1, 100))
        return codes

    def _from_names(
        self, found: Sequence[Token], bodies: list[Mention], places: list[Mention]
    ) -> list[Candidate]:
        candidates = []
        content = sum(not t.filler for t in found)
        for rank, m in enumerate(bodies):
            generic = self._is_generic(m.code)
            span = sum(not t.filler for t in found[m.start : m.end])
            score = m.weight * (1 if m.likeness == 1 else 0.55 + 0.4 * m.likeness)
            if generic and span < content:
                score = min(score, 72 + 3 * (span - 1)) if m.weight < 100 or span == 1 else score - 12
            if self.register.bodies[m.code].level in traps.WEAK_LEVELS:
                score = min(score, WEAK)
            score += _direction(found, m) + (0 if generic or rank else FIRST_NAMED)
            candidates.append(Candidate(m.code, score, "sector" if generic else "name"))
        return candidates

    def _from_places(
        self, found: Sequence[Token], bodies: list[Mention], places: list[Mention], topics: list[Topic]
    ) -> list[Candidate]:
        candidates = []
        content = sum(not t.filler for t in found)
        for m in places:
            likeness = 1 if m.likeness == 1 else 0.6 + 0.36 * m.likeness
            span = sum(
                not t.filler
                for i, t in enumerate(found)
                if any(o.code == m.code and o.start <= i < o.end for o in places)
            )
            welfare, police, municipal = (
                _near(found, m, group)
                for group in (traps.WELFARE_WORDS, traps.POLICE_WORDS, traps.MUNICIPAL_WORDS)
            )
            if welfare:
                candidates.append(
                    Candidate(
                        f"{WELFARE}-{m.code}",
                        (NAMED_PLACE if welfare < 4 else KIND_AND_PLACE) * likeness,
                        "welfare centre",
                    )
                )
            elif police:
                candidates.append(Candidate(POLICE, 92 * likeness, "police"))
            elif municipal or self._is_city_name(found, m):
                candidates.append(
                    Candidate(
                        f"{MUNICIPALITY}-{m.code}",
                        (NAMED_PLACE if municipal < 4 else KIND_AND_PLACE) * likeness,
                        "municipality",
                    )
                )
            else:
                score = WHOLE_TEXT if span == content else PLACE_ONLY
                if span < content <= SHORT_TEXT and _is_aimed_at(found, m):
                    score = AIMED_AT
                if self._is_region_too(m) and span == content:
                    score = PLACE_ONLY + 10
                candidates.append(Candidate(f"{MUNICIPALITY}-{m.code}", score * likeness, "place"))
        return candidates

    def _is_region_too(self, m: Mention) -> bool:
        return m.code == BRUSSELS_CITY and self.register.home == BRUSSELS

    def _is_city_name(self, found: Sequence[Token], m: Mention) -> bool:
        """« Ville de Bruxelles », « Bruxelles-Ville » are names in themselves."""
        return any(t.text in traps.MUNICIPAL_WORDS for t in found[m.start : m.end])

    def _from_topics(
        self, found: Sequence[Token], topics: list[Topic], places: list[Mention]
    ) -> list[Candidate]:
        candidates: list[Candidate] = []
        for topic in topics:
            for region, nis in self._whereabouts(found, places):
                target = topic.subject.targets.get(region) or topic.subject.targets.get("any")
                candidates += self._target(target or "", topic, nis)
        return candidates

    def _whereabouts(self, found: Sequence[Token], places: list[Mention]) -> list[tuple[str, str]]:
        """Region and municipality that a text names, else our own region."""
        if places:
            return [(self.register.places[m.code].region, m.code) for m in places]
        for region, names in traps.REGION_WORDS.items():
            if region != self.register.home and any(t.text in names for t in found):
                return [(region, "")]
        return [(self.register.home, "")]

    def _target(self, target: str, topic: Topic, nis: str) -> Iterable[Candidate]:
        if not target:
            return []
        if target in self.register.bodies:
            return [Candidate(target, topic.score, topic.term)]
        if not nis:
            return [Candidate("parking-brussels", topic.score, topic.term)] if target == "@parking" else []
        if target == "@municipality?":
            return [Candidate(f"{MUNICIPALITY}-{nis}", LOCAL_WORD, topic.term)]
        score = max(SUBJECT_AND_PLACE, topic.score)
        if target == "@parking":
            own = nis in OWN_PARKING
            return [
                Candidate(f"{MUNICIPALITY}-{nis}", score + (2 if own else -1), topic.term),
                Candidate("parking-brussels", score + (-1 if own else 2), topic.term),
            ]
        if target == "@police":
            return [Candidate(POLICE, score, topic.term)]
        local = WELFARE if target == "@cpas" else MUNICIPALITY
        return [Candidate(f"{local}-{nis}", score, topic.term)]

    def _is_local(self, found: Sequence[Token], topics: list[Topic]) -> bool:
        """Whether the text speaks of a municipality or welfare centre without saying which."""
        local = traps.MUNICIPAL_WORDS | traps.WELFARE_WORDS
        home = self.register.home
        return any(t.text in local for t in found) or any(
            topic.subject.targets.get(home, "") in ("@municipality", "@cpas") for topic in topics
        )


def _is_amount(found: Sequence[Token], at: int) -> bool:
    after = found[at + 1].text if at + 1 < len(found) else ""
    return after in ("euro", "euros", "eur", "e", "kwh", "m2", "m3", "km", "frank", "francs")


def _is_aimed_at(found: Sequence[Token], m: Mention) -> bool:
    """« Klacht over Jette », « problème avec Evere »."""
    before = found[m.start - 1].text if m.start else ""
    return before in traps.AGAINST | {"met", "avec", "with", "about"}


def _direction(found: Sequence[Token], m: Mention) -> float:
    """A little more for whom the complaint is against, less for what is only the cause."""
    if any(t.text in traps.BECAUSE_OF for t in found[max(0, m.start - 3) : m.start]):
        return -6
    before = [t.text for t in found[max(0, m.start - 3) : m.start] if t.text in traps.AGAINST]
    return 4 if before else 0


def _near(found: Sequence[Token], m: Mention, group: frozenset[str]) -> int:
    """How many words away the nearest word of this group is (0: none)."""
    distances = [
        m.start - i if i < m.start else i - m.end + 1
        for i, token in enumerate(found)
        if token.text in group and not m.start <= i < m.end
    ]
    return max(1, min(distances)) if distances else 0


def _best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One per body; two reasons for the same body make it a little surer."""
    best: dict[str, Candidate] = {}
    for c in sorted(candidates, key=lambda c: -c.score):
        if c.code in best:
            first = best[c.code]
            if first.why != c.why:
                best[c.code] = Candidate(c.code, first.score + 1.5, first.why)
        else:
            best[c.code] = c
    return sorted(best.values(), key=lambda c: (-c.score, c.code))
