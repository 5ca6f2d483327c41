"""For reports: people by letter or role, dates by month, all else by what it is."""

from ombuds.deidentification.engine.grammar import Phrase, Sort, possessive
from ombuds.deidentification.engine.placeholders import placeholder
from ombuds.deidentification.engine.replacing import redaction
from ombuds.deidentification.engine.replacing.days import by_month, days_in
from ombuds.deidentification.engine.replacing.forms import without_possessive
from ombuds.deidentification.engine.replacing.story import Story
from ombuds.deidentification.engine.spans import Kind


def phrase(story: Story, index: int) -> Phrase:
    span = story.spans[index]
    if span.kind is Kind.PERSON:
        return _person(story, index)
    if span.kind is Kind.DATE:
        return month(story, index) or redaction.phrase(story, index)
    return redaction.phrase(story, index)


def month(story: Story, index: int) -> Phrase | None:
    """'in maart 2025' for 'op 3 maart 2025'; what names no month ('vorige dinsdag') goes."""
    span, written = story.spans[index], story.written(index)
    days = days_in(written)
    if not days:
        return Phrase(span.start, span.end, placeholder(Kind.DATE, story.language))
    return Phrase(span.start, span.end, by_month(written, story.language), Sort.MONTH)


def _person(story: Story, index: int) -> Phrase:
    span, person = story.spans[index], story.people[index]
    letter = story.ledger.letter(person)
    _, apostrophe = without_possessive(story.written(index), person, story.language)
    ending = possessive(letter, story.language, apostrophe) if apostrophe is not None else ""
    return Phrase(span.start, span.end, letter + ending, Sort.NAME)
