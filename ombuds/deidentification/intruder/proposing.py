"""What to change, sentence by sentence: drop, coarsen, rewrite, merge; each with what it brings."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from ombuds.deidentification.intruder.coarsening import coarsened
from ombuds.deidentification.intruder.fitting import fitting
from ombuds.deidentification.intruder.phrasing import bodies
from ombuds.deidentification.intruder.plain import Sentence
from ombuds.deidentification.intruder.publication import Said
from ombuds.deidentification.intruder.rewriting import level
from ombuds.deidentification.intruder.saying import Saying
from ombuds.deidentification.intruder.scoring import distinct, ranked
from ombuds.deidentification.intruder.selecting import least_loss
from ombuds.deidentification.intruder.telling_apart import gives_away
from ombuds.deidentification.intruder.verdict import Proposal

if TYPE_CHECKING:
    from ombuds.deidentification.intruder.examining import Examination

# With the case itself enough for a series.
MOST_MERGED = 8
AWAY = "gives most away"
AT_ONCE = 3
# Steps for a fact inside a name of a body or other field that has to go: a town becomes "a municipality of the region".
BROADLY = 2


def proposals(examination: "Examination") -> tuple[Proposal, ...]:
    """In reading order; those of one sentence after each other."""
    texts = dict(examination.publication.parts)
    anew = Anew(examination, Saying(lambda where, sentence: sentence in texts[where]))
    found = [
        *_of_values(examination),
        *_of_wording(examination, anew),
        *_of_facts(examination, anew),
        *_of_words(examination, anew),
        *_merging(examination),
    ]
    if examination.found and all(p.kind == "merge" for p in found):
        found += _of_sentences(examination, anew)
    kept: dict[tuple[str, int, int, str], Proposal] = {}
    for proposal in found:
        kept.setdefault((proposal.where, proposal.start, proposal.end, proposal.kind), proposal)
    return tuple(sorted(kept.values(), key=lambda p: (p.where, p.start, p.end, p.kind)))


def sentence_at(examination: "Examination", where: str, start: int) -> Sentence | None:
    for sentence in examination.publication.sentences:
        if sentence.where == where and sentence.start <= start < sentence.end:
            return sentence
    return None


class Anew:
    """Says sentences anew, each once and no two alike."""

    def __init__(self, examination: "Examination", saying: Saying) -> None:
        self.examination, self.saying = examination, saying
        self.done: set[tuple[str, int]] = set()

    def __call__(self, sentence: Sentence, gain: float, reason: str) -> Iterator[Proposal]:
        """One step less telling; nothing for a sentence that was treated already or has nothing less to say."""
        publication = self.examination.publication
        if (sentence.where, sentence.start) in self.done:
            return
        self.done.add((sentence.where, sentence.start))
        whole, language = dict(publication.parts)[sentence.where], publication.languages[sentence.where]
        step = self.saying.less(sentence, whole, language, self.examination.share)
        if step is not None:
            # A title goes as a whole, however many sentences it has.
            start, end = (
                (0, len(whole)) if sentence.where.endswith("title") else (sentence.start, sentence.end)
            )
            yield Proposal(sentence.where, start, end, whole[start:end], *step, gain, reason)


def _of_values(examination: "Examination") -> Iterator[Proposal]:
    for value in examination.true_values:
        sentence = sentence_at(examination, value.where, value.start)
        text = sentence.text if sentence is not None else value.text
        yield Proposal(
            value.where, value.start, value.end, text, "drop", "…", 1.0, f"true value: {value.kind}"
        )


def _of_wording(examination: "Examination", anew: Anew) -> Iterator[Proposal]:
    for match in examination.matches:
        sentence = Sentence(match.where, match.start, match.end, match.sentence)
        yield from anew(sentence, match.score, f"wording: {match.kind}")


def _of_facts(examination: "Examination", anew: Anew) -> Iterator[Proposal]:
    """The coarsenings that together reach the thresholds with the least loss; of every mention of the fact."""
    if (
        not any(not a.passed for a in examination.attacks)
        and not examination.rare
        and not examination.together
    ):
        return
    steps = least_loss(examination)
    told = examination.publication.told
    for said in (*told, *examination.publication.named(examination.base)):
        if said.name not in steps:
            continue
        inside = [t for t in told if t.where == said.where and t.start < said.end and said.start < t.end]
        general = _general_body(examination, said, inside)
        changes = (
            [general]
            if general is not None
            else [
                c
                for t in dict.fromkeys([said, *inside])
                if (c := _coarser(examination, t, steps.get(t.name, BROADLY)))
            ]
        )
        yield from changes
        sentence = sentence_at(examination, said.where, said.start)
        if not changes and sentence is not None:
            yield from anew(sentence, _gain(examination, said), f"fact: {said.fact.kind}")


def _coarser(examination: "Examination", said: Said, steps: int) -> Proposal | None:
    text = dict(examination.publication.parts)[said.where]
    sentence = sentence_at(examination, said.where, said.start)
    language = examination.publication.languages[said.where]
    new = coarsened(text, said.start, said.end, said.fact, language, steps=steps)
    if new is None:
        return None
    gain, whole = _gain(examination, said), sentence.text if sentence is not None else said.text
    return Proposal(said.where, new.start, new.end, whole, "coarsen", new.replacement, gain, said.fact.kind)


def _general_body(examination: "Examination", said: Said, inside: list[Said]) -> Proposal | None:
    """The whole name of a body that is more than a town's; None for any other fact."""
    town = next((t.text for t in inside if t.fact.kind == "place"), "")
    if said.fact.kind not in ("body", "field body") or bodies.is_of_town(said.text, town):
        return None
    text, language = (
        dict(examination.publication.parts)[said.where],
        examination.publication.languages[said.where],
    )
    start, end, words = bodies.written(
        text, said.start, said.end, language if language in bodies.GENERAL else "nl"
    )
    sentence = sentence_at(examination, said.where, said.start)
    if sentence is not None and start <= sentence.start:
        words = words[0].upper() + words[1:]
    whole = sentence.text if sentence is not None else said.text
    return Proposal(said.where, start, end, whole, "coarsen", words, _gain(examination, said), said.fact.kind)


def _gain(examination: "Examination", said: Said) -> float:
    """How rare the fact is, in nats: what telling it gives away."""
    count = int(fitting(said.fact, examination.base, examination.thresholds).sum())
    return round(float(np.log((len(examination.base) + 1) / (count + 1))), 3)


def _of_words(examination: "Examination", anew: Anew) -> Iterator[Proposal]:
    """Sentences with rare words that only few cases use."""
    for group in examination.rare:
        for said in group:
            sentence = sentence_at(examination, said.where, said.start)
            if said.fact.kind == "word" and sentence is not None:
                yield from anew(sentence, _gain(examination, said), "rare words")


def _of_sentences(examination: "Examination", anew: Anew) -> list[Proposal]:
    """Nothing in particular stops the text, and yet it is found: the sentences that give most away, anybody's own words before fixed ones."""
    given = sorted(gives_away(examination), key=lambda pair: level(pair[0].text))
    found = (proposal for sentence, gain in given for proposal in anew(sentence, gain, AWAY))
    return list(islice(found, AT_ONCE))


def _merging(examination: "Examination") -> Iterator[Proposal]:
    """Cases so like this one that both can be told as one story."""
    told = distinct(examination.told)
    if not examination.supposed or not told or examination.is_series:
        return
    shared = np.zeros(examination.base.room, dtype=np.float32)
    for said, mask in told:
        if said.fact.kind in ("topic", "event", "field theme", "field outcome") and any(
            mask[n] for n in examination.supposed
        ):
            shared += mask
    shared[list(examination.supposed)] = -1
    like = [n for n in ranked(shared, examination.base, MOST_MERGED) if shared[n] > 1]
    if like:
        names = ", ".join(examination.base.case(n).id for n in like)
        where, text = examination.publication.parts[0]
        yield Proposal(where, 0, 0, text[:80], "merge", names, float(len(like)), "like cases")
