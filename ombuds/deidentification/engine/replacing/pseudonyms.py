"""For reports: people by letter or role, dates by month, all else by what it is."""

from ombuds.deidentification.engine.grammar import Phrase, Sort, begins_sentence, possessive
from ombuds.deidentification.engine.placeholders import LETTERS, placeholder
from ombuds.deidentification.engine.replacing import redaction, roles
from ombuds.deidentification.engine.replacing.days import by_month, days_in
from ombuds.deidentification.engine.replacing.forms import without_possessive
from ombuds.deidentification.engine.replacing.hints import title_start
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
    """A role where the case file tells one that nobody else bears and every mention can take it, else a letter."""
    span, person = story.spans[index], story.people[index]
    if role := story.roles.get(person.key):
        start = title_start(story.text, span.start)
        before = story.text[max(0, start - 40) : start]
        taken, words = roles.in_words(role, person.gender, before, story.language)
        if story.language == "en" and is_possessive(story, index):
            words += "’s"
        if begins_sentence(before):
            words = words[:1].upper() + words[1:]
        return Phrase(start - taken, span.end, words)
    letter = story.ledger.letter(person)
    _, apostrophe = without_possessive(story.written(index), person, story.language)
    ending = possessive(letter, story.language, apostrophe) if apostrophe is not None else ""
    return Phrase(span.start, span.end, letter + ending, Sort.NAME)


def is_possessive(story: Story, index: int) -> bool:
    return without_possessive(story.written(index), story.people[index], story.language)[1] is not None


def keep_letters(story: Story) -> None:
    """Who is told by a letter already goes on to be: a text that was written so comes back unchanged."""
    written: dict[str, set[str]] = {}
    for index, person in story.people.items():
        body = without_possessive(story.written(index), person, story.language)[0]
        written.setdefault(person.key, set()).add(body.strip(" ."))
    for key, forms in written.items():
        if len(forms) == 1 and (letter := next(iter(forms))) in LETTERS and len(letter) == 1:
            story.ledger.keep_letter(key, letter)


def settle_roles(story: Story) -> None:
    """Before the first word is written: who is told by role in this text."""
    chosen = roles.one_each(dict.fromkeys(story.people.values()))
    for index, person in story.people.items():
        span, role = story.spans[index], chosen.get(person.key, "")
        owns = is_possessive(story, index)
        if role and not roles.fits(story.text, span.start, span.end, story.language, role, owns):
            del chosen[person.key]
    story.roles = {k: r for k, r in chosen.items() if k not in story.ledger.letters}
