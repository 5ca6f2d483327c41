"""One text, rewritten: what is found, what takes its place, and the small words around it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ombuds.deidentification.engine.finding import find
from ombuds.deidentification.engine.grammar import Phrase, fitted
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.lexicons import Vocabulary
from ombuds.deidentification.engine.placeholders import COLUMN, MORE, ours, typed
from ombuds.deidentification.engine.replacing import fiction, pseudonyms, redaction
from ombuds.deidentification.engine.replacing.ledger import Ledger
from ombuds.deidentification.engine.replacing.leftovers import nothing_left
from ombuds.deidentification.engine.replacing.result import Deidentified, apply
from ombuds.deidentification.engine.replacing.story import Story
from ombuds.deidentification.engine.spans import PERSON, Kind, Mode, Span

SAID = re.compile(r"\S")
SHOUTED_FROM = 12
WRITERS: dict[Mode, Callable[[Story, int], Phrase | None]] = {
    Mode.REDACT: redaction.phrase,
    Mode.PSEUDONYM: pseudonyms.phrase,
    Mode.FICTION: fiction.phrase,
}


def deidentify(
    text: str,
    *,
    language: str = "nl",
    known: KnownIdentifiers | None = None,
    mode: Mode = Mode.PSEUDONYM,
    seed: int = 0,
    ledger: Ledger | None = None,
    spans: Sequence[Span] | None = None,
    vocabulary: Vocabulary | None = None,
    keep_office_holders: bool | None = None,
) -> Deidentified:
    """Replace everything `find` finds, or `spans` where a person decided; the same seed gives the same text.

    A given `ledger` decides the mode and the seed, and remembers who became whom. A text that it wrote itself comes
    back as it is.
    """
    known = known or (ledger.known if ledger else KnownIdentifiers())
    found = (
        sorted(spans, key=lambda s: s.start)
        if spans is not None
        else find(text, language, known, vocabulary, keep_office_holders=keep_office_holders)
    )
    if mode is Mode.MARK:
        return Deidentified(text, tuple(found), mode)
    ledger = ledger or Ledger(language, mode, known, seed)
    if ledger.is_ours(text):
        return Deidentified(text, (), ledger.mode)
    if ledger.mode is Mode.REDACT:
        found = _without_ours(text, found, ledger)
    grammar = language if language in COLUMN else "en"
    story = Story.of(text, grammar, ledger, found, known)
    if ledger.mode is Mode.FICTION:
        ledger.name_all({p.key: p.gender for p in story.people.values()})
    if ledger.mode is Mode.PSEUDONYM:
        pseudonyms.keep_letters(story)
        pseudonyms.settle_roles(story)
    mended = _mended(story, WRITERS[ledger.mode])
    if ledger.mode is not Mode.FICTION:
        mended = nothing_left(text, found, mended, grammar)
    done = Deidentified(apply(text, mended), tuple(mended), ledger.mode)
    ledger.sign(done.text)
    return done


def _without_ours(text: str, spans: list[Span], ledger: Ledger) -> list[Span]:
    """Without what lies in a placeholder that already stands there; new numbers go on after the last one."""
    standing = ours(text)
    ledger.number_after(max((number for _, _, number in standing), default=0))
    return [s for s in spans if not any(start < s.end and s.start < end for start, end, _ in standing)]


def _mended(story: Story, writer: Callable[[Story, int], Phrase | None]) -> list[Span]:
    done: list[Span] = []
    at = 0
    for index, span in enumerate(story.spans):
        if span.start < at:  # swallowed by the one before: a noun that changed places with its age
            if span.end > at:  # half of it: the rest goes without a word
                done.append(replace(span, start=at))
                at = span.end
            continue
        phrase = writer(story, index)
        if phrase is None and span.source == PERSON and span.kind is not Kind.PERSON:
            phrase = Phrase(span.start, span.end, typed(span.kind, story.language))  # a reader wants it gone
        if phrase is None:
            at = max(at, span.end)
            continue
        start, end, words = _placed(story, span, phrase, at)
        done.append(replace(span, start=start, end=end, replacement=words))
        at = end
    return done


def is_shouted(text: str, start: int, end: int) -> bool:
    """Whether everything around is in capitals: 'I AM in my twenties AND' would be two voices."""
    letters = [c for c in text[max(0, start - 40) : start] + text[end : end + 40] if c.isalpha()]
    return len(letters) >= SHOUTED_FROM and all(c.isupper() or c.lower() == c.upper() for c in letters)


def _placed(story: Story, span: Span, phrase: Phrase, at: int) -> tuple[int, int, str]:
    """The stretch that changes, at least the span, and what comes there."""
    text = story.text
    taken, words = 0, phrase.text
    if story.ledger.mode is not Mode.REDACT:
        taken, words = fitted(
            text[at : phrase.start], phrase, story.language, opens=SAID.search(text, 0, at) is None
        )
    if story.language == "fr" and "'" in text and "’" not in text:
        words = words.replace("’", "'")
    start, end = phrase.start - taken, max(phrase.end, span.end)
    if story.ledger.mode is Mode.FICTION and "@" not in words and is_shouted(text, start, end):
        words = words.upper()
    if start > span.start:
        words, start = text[span.start : start] + words, span.start
    if phrase.end < span.end:
        words += text[phrase.end : span.end]
    if (
        words.endswith(MORE)
        and text[end : end + 1] == "."
        and text[end : end + 2] != ".."
        and story.ledger.mode is Mode.FICTION
    ):
        end += 1
    return start, end, words
