"""Redaction: '[naam]', or '[persoon 1]' among several, '[rekeningnummer]'; nothing around it is touched."""

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.grammar import Phrase
from ombuds.deidentification.engine.inventing.towns import canonical
from ombuds.deidentification.engine.placeholders import NUMBERED, placeholder
from ombuds.deidentification.engine.replacing.forms import without_possessive
from ombuds.deidentification.engine.replacing.story import Story
from ombuds.deidentification.engine.spans import Kind

# What 'Jans' and 'Jan's' keep of their ending.
ENDINGS = {"nl": "’s", "en": "’s", "de": "s"}


def phrase(story: Story, index: int) -> Phrase:
    span = story.spans[index]
    number = story.ledger.number(span.kind, _entity(story, index)) if _helps(story, span.kind) else 0
    text = placeholder(span.kind, story.language, number)
    if (
        span.kind is Kind.PERSON
        and without_possessive(story.written(index), story.people[index], story.language)[1]
    ):
        text += ENDINGS.get(story.language, "")
    return Phrase(span.start, span.end, text)


def _helps(story: Story, kind: Kind) -> bool:
    """A number tells two people apart; one alone needs none."""
    if kind not in NUMBERED:
        return False
    return (
        story.ledger.has_numbered(kind)
        or len({_entity(story, i) for i, s in enumerate(story.spans) if s.kind is kind}) > 1
    )


def _entity(story: Story, index: int) -> str:
    if story.spans[index].kind is Kind.PERSON:
        return story.people[index].key
    if story.spans[index].kind is Kind.PLACE:
        return canonical(story.written(index))
    return plain(story.written(index))
