"""The attack as a whole: true values, facts, wording and all of it together, on exactly what will be published."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ombuds.deidentification.intruder.attackers import Attacker, Thresholds
from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.fitting import Mask, fitting
from ombuds.deidentification.intruder.holding import Holding
from ombuds.deidentification.intruder.plain import key
from ombuds.deidentification.intruder.proposing import proposals
from ombuds.deidentification.intruder.publication import Publication, Said
from ombuds.deidentification.intruder.residue import true_values
from ombuds.deidentification.intruder.scoring import (
    Scores,
    distinct,
    of_facts,
    of_words,
    probabilities,
    rank_of,
    ranked,
)
from ombuds.deidentification.intruder.searching import Searchers, by_chance, more_than_chance
from ombuds.deidentification.intruder.series import are_alike, standing_out
from ombuds.deidentification.intruder.singling import filled_up, fitting_count, known_to, rare_sets
from ombuds.deidentification.intruder.spelling_out import why
from ombuds.deidentification.intruder.telling import Fact
from ombuds.deidentification.intruder.together import Together, with_earlier, with_tables
from ombuds.deidentification.intruder.traces import shingles
from ombuds.deidentification.intruder.verdict import (
    Attack,
    FactsResult,
    Match,
    Singling,
    TrueValue,
    Verdict,
    WordingResult,
)
from ombuds.deidentification.intruder.version import full_version
from ombuds.deidentification.intruder.weighing import singling_facts
from ombuds.deidentification.intruder.within import copies, only_some
from ombuds.deidentification.intruder.wording import CaseText, Comparison, case_text, likeness

SHORT_LIST = 30
# A rare word: so few cases use it that, told beside others, it helps to find one.
WORDS_WEIGHED = 60
LIKENESS = 14.0
PRINT = 0.8
EVIDENCE = np.float32(0.35)
MOST_PRINTS = 8.0
NEARLY_AS_GOOD = 1.0
# The likeliest of a hundred cases in a language may have so many times the even share.
FEW_SHARE = 16
LEAST_COMFORT = 12
MOST_COMFORT = 100
# Mending keeps the true case so many times further down than passing needs.
ROOM = 2


def examine(parts: Sequence[tuple[str, str]], language: str, held: Holding) -> Verdict:
    """Attack a publication with all that the intruder holds.

    `parts`: (where, text) of everything that will be public, in any language. Never raises on any text.
    """
    return Examination(Publication(parts, language), held).verdict()


@dataclass(frozen=True, eq=False)
class Examination:
    """One attack; every step is computed once, when it is first asked for."""

    publication: Publication
    held: Holding

    @property
    def base(self) -> Base:
        return self.held.base

    @property
    def thresholds(self) -> Thresholds:
        return self.held.thresholds

    # -- facts --------------------------------------------------------------------------------------------------------

    @cached_property
    def named(self) -> tuple[int, ...]:
        """Numbers of the true cases that are in the base."""
        numbers = (self.base.number(id_) for id_ in sorted(self.held.truth))
        return tuple(n for n in numbers if n is not None)

    @cached_property
    def told(self) -> list[tuple[Said, Mask]]:
        """The facts told that at least one case carries, each once."""
        found: dict[str, tuple[Said, Mask]] = {}
        for said in (*self.publication.told, *self.publication.named(self.base)):
            if said.name not in found:
                found[said.name] = (said, fitting(said.fact, self.base, self.thresholds))
        return [(said, mask) for said, mask in found.values() if mask.any()]

    @cached_property
    def rare_words(self) -> list[tuple[Said, Mask]]:
        """Words of the text that few cases use, and no fact told covers; as facts of kind "word"."""
        limit = max(5, min(200, len(self.base) // 100))
        terms = {
            stem: place
            for stem, place in self.publication.terms.items()
            if not any(s.where == place[0] and s.start < place[2] and place[1] < s.end for s, _ in self.told)
        }
        listed = sorted(terms)
        counts = self.base.count("terms", [key(stem) for stem in listed])
        rare = sorted((int(c), stem) for c, stem in zip(counts, listed, strict=True) if 0 < c <= limit)
        found = []
        for _, stem in rare[:WORDS_WEIGHED]:
            where, start, end = terms[stem]
            text = dict(self.publication.parts)[where][start:end]
            said = Said(where, start, end, text, Fact("word", stem, start, end))
            found.append((said, fitting(said.fact, self.base, self.thresholds)))
        return found

    def share(self, event: str) -> float:
        """The share of all cases that tell of an event, 0 to 1; -1 for what only some cases of a series tell."""
        if self.is_series:
            holders = sum(self._tells(n, event) for n in self.named)
            if holders and only_some(holders, len(self.named), self.thresholds.shared_by):
                return -1.0
        count = int(self.base.count("facts", [key(f"event={event}")])[0])
        return count / max(len(self.base), 1)

    # -- scores -------------------------------------------------------------------------------------------------------

    @cached_property
    def fact_scores(self) -> Scores:
        return of_facts(self.told, self.base)

    @cached_property
    def word_scores(self) -> Scores:
        scores = of_words(self.publication, self.base)
        prints = np.zeros_like(scores)
        for text_words in self.publication.words:
            for print_ in np.unique(shingles(text_words)):
                holders = self.base.who("prints", int(print_))
                if 0 < len(holders) <= self.thresholds.shared_by:
                    prints[holders] += np.float32(PRINT)
        return scores + np.minimum(prints, np.float32(MOST_PRINTS))

    @cached_property
    def short_list(self) -> tuple[CaseText, ...]:
        """The cases that are read closely: the best by facts and words, and the true ones."""
        best = ranked(self.fact_scores + self.word_scores, self.base, SHORT_LIST)
        return tuple(case_text(n, self.base) for n in dict.fromkeys([*best, *self.named]))

    @cached_property
    def closeness(self) -> Scores:
        """(room,) the weight of shared characters, for the short list; the others count as a case in the same language does."""
        scores = np.zeros(self.base.room, dtype=np.float32)
        if self.short_list:
            values = {case.number: likeness(self.publication, case) for case in self.short_list}
            middle = self._usual_likeness
            for number, value in values.items():
                scores[number] = LIKENESS * (value - middle)
        return scores

    @cached_property
    def _usual_likeness(self) -> float:
        """What any case in the text's language shares: the middle of the better half of a sample, or of the short list in a small base."""
        sample = [case_text(n, self.base) for n in by_chance(self.base)]
        values = sorted(likeness(self.publication, case) for case in sample or self.short_list)
        return values[len(values) * 3 // 4]

    @cached_property
    def searchers(self) -> Searchers:
        first = {"facts": self.fact_scores, "rare words": self.fact_scores + self.word_scores}
        return Searchers(self.publication, self.base, self.supposed, first, LIKENESS)

    @cached_property
    def combined(self) -> Scores:
        return self.fact_scores + self.word_scores + self.closeness

    @cached_property
    def read(self) -> Scores:
        """(room,) what reading the files adds, as evidence: a third of it, because words and letters come in company."""
        return EVIDENCE * (self.word_scores + self.closeness)

    @cached_property
    def supposed(self) -> tuple[int, ...]:
        """The true cases, or the best candidate when they are not named."""
        return self.named or tuple(ranked(self.combined, self.base, 1))

    @cached_property
    def probability_of(self) -> dict[int, float]:
        chances = probabilities(self.fact_scores + self.read, self.base, self.thresholds.notional)
        best = ranked(self.combined, self.base, 5)
        return {n: float(chances[n]) for n in dict.fromkeys([*best, *self.supposed])}

    @property
    def probability(self) -> float:
        return max((self.probability_of[n] for n in self.supposed), default=0.0)

    @cached_property
    def rank(self) -> int:
        """Of the true case; of an unnamed one how many cases are as good as the best (1: one stands out)."""
        if self.named:
            return self.searchers.places.get("together", 0)
        if not len(self.base):
            return 0
        living = self.combined[self.base.alive]
        return int((living >= living.max() - NEARLY_AS_GOOD).sum())

    # -- the four attackers -------------------------------------------------------------------------------------------

    @cached_property
    def attacks(self) -> tuple[Attack, ...]:
        return tuple(self._attack(a) for a in self.thresholds.attackers) if len(self.base) else ()

    def _attack(self, attacker: Attacker) -> Attack:
        told = known_to(attacker, self.told)
        within = self.same_body if attacker.same_body else None
        k, _ = fitting_count(told, self.base, self.supposed, within)
        k = filled_up(k, distinct(told), self.base, self.thresholds)
        scores = of_facts(told, self.base)
        if attacker.reads_files:
            scores = scores + self.read
        if within is not None:
            scores = np.where(within, scores, np.float32(-1e3))
        chances = probabilities(scores, self.base, self.thresholds.notional)
        chance = max((float(chances[n]) for n in self.supposed), default=0.0)
        passed = k >= attacker.k and chance <= attacker.probability
        names = tuple(sorted({s.fact.kind for s, _ in told}))
        return Attack(attacker.name, k, round(chance, 6), attacker.k, attacker.probability, passed, names)

    @cached_property
    def same_body(self) -> Mask | None:
        """The cases of the body that the true case is about; None when it has none."""
        found = np.zeros(self.base.room, dtype=np.bool_)
        for number in self.supposed:
            for said, mask in self.told:
                if said.fact.kind == "field body" and mask[number]:
                    found |= mask
        return found if found.any() else None

    @cached_property
    def places(self) -> dict[str, int]:
        """Searcher to the place of the true case, when it is named."""
        return self.searchers.places if self.named else {}

    @property
    def place_needed(self) -> int:
        """How far down the true case must stand for each searcher: the first fiftieth of the files in its language, at least the first five."""
        return 0 if len(self.base) < 200 else max(5, min(self.thresholds.place, self.searchers.pool // 50))

    @cached_property
    def is_series(self) -> bool:
        """Whether so many true cases are named that the text is about all of them and about none in particular."""
        many = self.thresholds.shared_by
        return len(self.named) >= many and are_alike(self.searchers.nearness, many)

    # -- the rest -----------------------------------------------------------------------------------------------------

    @cached_property
    def true_values(self) -> list[TrueValue]:
        sure = self.named or (self.supposed if self.probability > 0.5 else ())
        return true_values(self.publication, self.base, sure, self.held.never_names)

    @cached_property
    def comparison(self) -> Comparison:
        def order(case: CaseText) -> tuple[bool, float, int]:
            return case.number not in self.supposed, -float(self.combined[case.number]), case.number

        nearest = tuple(sorted(self.short_list, key=order))
        return Comparison(self.publication, self.base, nearest, self.thresholds)

    @cached_property
    def matches(self) -> list[Match]:
        """By words; and by meaning, which is slow, when nothing else stops the text."""
        by_words = [*self.comparison.by_words, *self.of_one_in_series]
        return by_words if by_words or self.stopped_otherwise else self.comparison.by_meaning()

    @cached_property
    def of_one_in_series(self) -> list[Match]:
        """Sentences that only some cases of the series have, or nearly so; those that are copies anyway left out."""
        if not self.is_series:
            return []
        known = {(match.where, match.start) for match in self.comparison.by_words}
        left = [s for s in self.publication.sentences if (s.where, s.start) not in known]
        cases = [case_text(n, self.base) for n in self.named]
        weigh = self.comparison.rarity
        return copies(left, self.publication.languages, cases, self.thresholds, self._tells, weigh)

    def _tells(self, number: int, event: str) -> bool:
        return number in self.base.who("facts", key(f"event={event}"))

    @property
    def stopped_otherwise(self) -> bool:
        """Whether the text is stopped by anything but its wording."""
        return bool(
            self.true_values
            or any(not a.passed for a in self.attacks)
            or self.rare
            or self.together
            or (len(self.base) and self.found)
        )

    @cached_property
    def together(self) -> list[Together]:
        earlier = with_earlier(self.told, self.held.earlier, self.base, self.supposed, self.thresholds)
        return [*earlier, *with_tables(self.told, self.held.tables, self.base, self.thresholds)]

    @cached_property
    def rare(self) -> list[tuple[Said, ...]]:
        told = [*distinct(self.told), *self.rare_words]
        found = rare_sets(told, self.base, self.supposed, self.thresholds.rare_facts)
        if self.named:
            return found
        # Half of the words of any base stand in one case only: one of them alone points at nobody when no case is named.
        return [group for group in found if len(group) > 1 or group[0].fact.kind != "word"]

    @cached_property
    def insider_k(self) -> int:
        return min((a.k for a in self.attacks if a.name == "insider"), default=len(self.base))

    @cached_property
    def singling_out(self) -> list[Singling]:
        return singling_facts(
            self.told, self.rare_words, self.rare, self.base, self.supposed, self.thresholds
        )

    @property
    def found(self) -> bool:
        """Whether the searcher finds the case with all that he has."""
        most = self.thresholds.probability
        return bool(self.near) or self.probability > (most if self.named else min(most, self._stands_out))

    @property
    def _stands_out(self) -> float:
        """What the likeliest of unnamed cases may have; more where few cases are in the language of the text, among which some one always is likelier."""
        return max(self.thresholds.stands_out, 50 / len(self.base), FEW_SHARE / self.searchers.pool)

    @property
    def near(self) -> dict[str, int]:
        """The searchers that have the true case near the top, where that is more than chance: see `more_than_chance`.

        Of a series some case is always near the top: there the searchers count for which it stands out from the others.
        """
        if not self.place_needed:
            return {}
        listed = {name: place for name, place in self.places.items() if place <= self.place_needed}
        if self.is_series:
            alone = standing_out(self.searchers.nearness, self.thresholds.shared_by)
            listed = {name: place for name, place in listed.items() if name in alone}
        elif not more_than_chance(listed):
            return self._upper
        return listed if more_than_chance(listed) else {}

    @property
    def _upper(self) -> dict[str, int]:
        """The searchers that have the true case in the first tenth of the files in its language, if most of them do: where these are few."""
        tenth = min(self.thresholds.place, self.searchers.pool // 10)
        listed = {name: place for name, place in self.places.items() if place <= tenth}
        return listed if 2 * len(listed) > len(self.places) else {}

    @property
    def comfortable(self) -> bool:
        """Passed, and no searcher has the case near the top, nor do most of them have it in the upper part: what mending aims at.

        Where few cases are in the language of the text the first places are a larger share of them, and count further down.
        """
        if not self.passed or self.is_series:
            return self.passed
        needed = max(ROOM * self.place_needed, min(LEAST_COMFORT, self.searchers.pool // 8))
        listed = sorted(self.places.values())
        middle = listed[len(listed) // 2] if listed else 0
        upper = min(MOST_COMFORT, self.searchers.pool // 12) if self.place_needed else 0
        return all(place > needed for place in listed) and (middle > upper or not listed)

    @property
    def passed(self) -> bool:
        return not (self.stopped_otherwise or self.matches)

    def verdict(self) -> Verdict:
        wording_rank = min(
            (rank_of(n, self.word_scores + self.closeness, self.base) for n in self.supposed), default=0
        )
        shares = {case.number: case for case in self.short_list}
        score = max(
            (likeness(self.publication, shares[n]) for n in self.supposed if n in shares), default=0.0
        )
        listed = sorted(self.probability_of.items(), key=lambda item: (-item[1], item[0]))[:5]
        return Verdict(
            true_values=tuple(self.true_values),
            facts=FactsResult(
                k=self.insider_k,
                attacks=self.attacks,
                singling_out=tuple(self.singling_out),
                rare_sets=tuple(tuple(s.text for s in group) for group in self.rare[:20]),
            ),
            wording=WordingResult(wording_rank, score, tuple(self.matches)),
            rank=self.rank,
            probability=self.probability,
            passed=self.passed,
            why=why(self),
            proposals=() if self.passed else proposals(self),
            candidates=tuple((self.base.case(n).id, p) for n, p in listed),
            attack_version=full_version(),
            seed=self.held.seed,
            base_size=len(self.base),
            base_digest=self.base.digest,
            truth=tuple(sorted(self.held.truth)),
            places=tuple(sorted(self.places.items())),
            together=tuple(f"{t.kind} {t.id}: {t.k}" for t in self.together),
        )
