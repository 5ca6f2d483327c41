"""Changes a publication until the attack finds nothing any more, keeping as much of its sense as can be kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ombuds.deidentification.intruder.examining import Examination
from ombuds.deidentification.intruder.holding import Holding
from ombuds.deidentification.intruder.plain import Sentence, sentences, words
from ombuds.deidentification.intruder.proposing import AWAY, proposals
from ombuds.deidentification.intruder.publication import Publication
from ombuds.deidentification.intruder.rewriting import level, ways_to_say
from ombuds.deidentification.intruder.saying import INSTEAD, Saying
from ombuds.deidentification.intruder.spelling_out import said
from ombuds.deidentification.intruder.telling_apart import gives_away
from ombuds.deidentification.intruder.verdict import Proposal, Reason, Verdict
from ombuds.deidentification.intruder.wording import stems

ROUNDS = 40
HALF = 0.5
LITTLE = 0.3
# While the case is plainly found, so many sentences are said anew at a time.
AT_ONCE = 3
SOMEONE = {
    "nl": "de betrokkene",
    "fr": "la personne concernée",
    "en": "the person concerned",
    "de": "die betroffene Person",
}


@dataclass(frozen=True, slots=True)
class MendedText:
    """`kept`: share of the sentences that survive in sense, 0 to 1."""

    parts: tuple[tuple[str, str], ...]
    verdict: Verdict
    applied: tuple[Proposal, ...]
    kept: float
    why: tuple[Reason, ...] = ()

    def why_not(self, language: str = "en") -> str:
        """Why it still fails, or why little of it is left; empty when all is well."""
        return " ".join(said(reason, language) for reason in self.why)


@dataclass
class _Draft:
    """The text as it stands, what was changed, and how many sentences went."""

    parts: list[tuple[str, str]]
    languages: Mapping[str, str]
    applied: list[Proposal] = field(default_factory=list)
    saying: Saying = field(init=False)

    def __post_init__(self) -> None:
        self.saying = Saying(self.says)

    def apply(self, changes: Iterable[Proposal]) -> bool:
        """Put the changes in from the end to the beginning; of overlapping ones the larger. Whether anything changed."""
        before = list(self.parts)
        texts = dict(self.parts)
        taken: list[tuple[str, int, int]] = []
        for change in sorted(changes, key=lambda c: (c.where, -(c.end - c.start))):
            if any(w == change.where and change.start < e and s < change.end for w, s, e in taken):
                continue
            taken.append((change.where, change.start, change.end))
            self.applied.append(change)
        chosen = {(c.where, c.start, c.end): c for c in self.applied[len(self.applied) - len(taken) :]}
        for where, start, end in sorted(taken, key=lambda t: -t[1]):
            text, new = texts[where], chosen[where, start, end].replacement
            texts[where] = text[:start] + new + text[end:] if new else text[:start].rstrip(" ") + text[end:]
        self.parts = [(where, texts[where].strip("\n ") or self._instead(where)) for where, _ in self.parts]
        return self.parts != before

    def says(self, where: str, sentence: str) -> bool:
        """Whether a part says just that already."""
        return any(sentence in text for name, text in self.parts if name == where)

    def _instead(self, where: str) -> str:
        """What stands for a title or summary of which nothing is left."""
        return INSTEAD.get(where.rpartition("/")[2].lower(), {}).get(self.languages[where], "")


def mend(parts: Sequence[tuple[str, str]], language: str, held: Holding) -> MendedText:
    """Apply the proposals until `examine` passes; deterministic for a seed.

    A sentence survives in sense when it stands, is told more coarsely, or is said anew; it does not when it was left out.
    """
    languages = Publication(parts, language).languages
    draft = _Draft([(where, text) for where, text in parts], languages)
    first = [s for where, text in parts for s in sentences(where, text)]

    def look() -> Examination:
        return Examination(Publication(draft.parts, language, languages), held)

    examination = look()
    good: tuple[Examination, list[tuple[str, str]], int] | None = None
    for _ in range(ROUNDS):
        if examination.comfortable:
            break
        if examination.passed:
            good = examination, draft.parts, len(draft.applied)
        if not draft.apply(_changes(examination, draft)):
            break
        examination = look()
        if good is not None and survival(first, draft.parts, languages) < LITTLE:
            examination, draft.parts = good[:2]  # more would leave hardly anything, and it passes
            del draft.applied[good[2] :]
            break
    verdict = examination.verdict()
    kept = survival(first, draft.parts, languages)
    few = (Reason("few_kept", (("share", f"{kept:.0%}"),)),) if verdict.passed and kept < HALF else ()
    why = few if verdict.passed else verdict.why
    return MendedText(tuple(draft.parts), verdict, tuple(draft.applied), kept, why)


def survival(
    before: Sequence[Sentence], after: Sequence[tuple[str, str]], languages: Mapping[str, str]
) -> float:
    """The share of sentences that survive in sense: more than half of their words still stand in one sentence, or what they tell of is told by
    one of the fixed sentences (the event, or its class)."""
    left = [s.text for where, text in after for s in sentences(where, text)]
    own = [stems(words(text)) for text in left]
    survive = 0
    for sentence in before:
        mine = stems(words(sentence.text))
        stands = any(len(mine & theirs) > len(mine) * HALF for theirs in own)
        told = ways_to_say(sentence.text, languages[sentence.where])
        survive += stands or any(text.strip() in told for text in left)
    return survive / len(before) if before else 1.0


def _changes(examination: Examination, draft: _Draft) -> list[Proposal]:
    """The changes of one round: values, wording and facts first; when they are done, the sentence that gives most away."""
    found = []
    for proposal in proposals(examination):
        if proposal.kind == "merge" or proposal.start == proposal.end or proposal.reason == AWAY:
            continue
        if proposal.reason == "true value: person":
            found.append(_with(proposal, SOMEONE[examination.publication.languages[proposal.where]]))
        elif proposal.kind in ("rewrite", "drop") and not proposal.reason.startswith("true value"):
            sentence = Sentence(proposal.where, proposal.start, proposal.end, proposal.sentence)
            found += _anew(sentence, examination, draft, proposal.gain, proposal.reason)
        else:
            found.append(proposal)
    if found:
        return found
    ordered = gives_away(examination)
    far = examination.rank <= 1 and examination.probability > 0.9
    own = [pair for pair in ordered if level(pair[0].text) == 0][:AT_ONCE]
    chosen = own if far and own else ordered[:1]
    return [change for s, gain in chosen for change in _anew(s, examination, draft, gain, AWAY)]


def _anew(
    sentence: Sentence, examination: Examination, draft: _Draft, gain: float, reason: str
) -> Iterator[Proposal]:
    """One step less telling; what was told already is told once."""
    whole = dict(draft.parts)[sentence.where]
    language = examination.publication.languages[sentence.where]
    step = draft.saying.less(sentence, whole, language, examination.share)
    if step is not None:
        # A title goes as a whole, however many sentences it has.
        start, end = (0, len(whole)) if sentence.where.endswith("title") else (sentence.start, sentence.end)
        yield Proposal(sentence.where, start, end, whole[start:end], *step, gain, reason)


def _with(proposal: Proposal, replacement: str) -> Proposal:
    return Proposal(
        proposal.where,
        proposal.start,
        proposal.end,
        proposal.sentence,
        proposal.kind,
        replacement,
        proposal.gain,
        proposal.reason,
    )
