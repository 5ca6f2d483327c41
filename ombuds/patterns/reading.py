"""What a case says, in the person's own words, and in which language."""

from collections.abc import Sequence

from ombuds.cases.models import Case
from ombuds.deidentification.engine.language import guess
from ombuds.patterns.engine import splitting


def text_of(case: Case) -> str:
    """All that the person sent; the summaries of the grievances where nothing was sent in words."""
    sent = [submission.text for submission in case.submissions.all() if submission.text.strip()]
    return "\n".join(sent) or "\n".join(grievance.summary for grievance in case.grievances.all())


def language_of(case: Case) -> str:
    """Of the first thing sent, else guessed: the language of the case is the one that letters are written in."""
    for submission in case.submissions.all():
        if submission.text.strip():
            return (submission.language or guess(submission.text))[:2]
    return (case.language or "nl")[:2]


def sentence_of(case: Case, number: int) -> str:
    """One sentence, shortened; empty when the words are gone."""
    found = splitting.sentences(text_of(case))
    return found[number][:400] if number < len(found) else ""


def telling(case: Case, weights: Sequence[Sequence[float]]) -> list[tuple[str, float]]:
    """The sentences that weigh most, with their weight."""
    found = splitting.sentences(text_of(case))
    return [(found[int(number)], float(weight)) for number, weight in weights if int(number) < len(found)]
