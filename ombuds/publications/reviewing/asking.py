"""After some decisions the engine could learn a word: which, and whether to ask."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.words import PARTICLES
from ombuds.deidentification.models import LexiconEntry
from ombuds.deidentification.services import learn
from ombuds.lib.errors import Refusal
from ombuds.publications.reviewing.desk import Desk
from ombuds.publications.reviewing.models import SpanDecision
from ombuds.publications.reviewing.words import folded_words

SHORTEST, MOST = 3, 4


@dataclass(frozen=True)
class Question:
    """“Is Bloem never a name?” about one or more words of a decided place."""

    decision: int
    is_name: bool
    words: list[str]
    language: str


def question_about(desk: Desk, turn: int, decision: int) -> Question | None:
    """None when there is nothing to learn: no name, known from the case file, undone, or taught already."""
    review = desk.reviews.get(turn)
    row = review.decisions.filter(pk=decision, undone_at__isnull=True).first() if review else None
    if row is None or row.kind != "person" or row.source == "known":
        return None
    is_name = row.verdict == "mask"
    if is_name and row.source != "person":
        return None  # the engine found it by itself
    return _question(desk, row, is_name)


def _question(desk: Desk, row: SpanDecision, is_name: bool) -> Question | None:
    piece = next((p for p in desk.pieces if p.key == row.piece), None)
    if piece is None:
        return None
    said = piece.text[row.start : row.end].replace("-", " ").replace("’", "'").split()
    wanted = [w.strip(".,;:()'\"") for w in said]
    wanted = [w for w in wanted if w.isalpha() and len(w) >= SHORTEST and plain(w).strip() not in PARTICLES]
    if is_name:  # the engine hears a taught name where it has its capital
        wanted = [w for w in wanted if w[0].isupper()]
    taught = LexiconEntry.objects.filter(
        office=desk.publication.office, folded__in=[plain(w).strip() for w in wanted]
    ).standing()
    known = set(taught.values_list("folded", flat=True)) | _of_the_case(desk)
    words = [w for w in dict.fromkeys(wanted) if plain(w).strip() not in known]
    return Question(row.pk, is_name, words[:MOST], piece.language) if words else None


def _of_the_case(desk: Desk) -> set[str]:
    """Names of the parties are found in every text of their case; they do not belong in a list for all cases."""
    return {word for person in desk.known.people for word in folded_words(person.key)}


def teach(desk: Desk, turn: int, decision: int, words: list[str]) -> int:
    """Put the chosen words of the question into the lexicon. Returns how many. Raises Refusal."""
    question = question_about(desk, turn, decision)
    chosen = [word for word in question.words if word in words] if question else []
    if question is None or not chosen:
        raise Refusal(_("Choose at least one word."))
    for word in chosen:
        learn(
            office=desk.publication.office, word=word, is_name=question.is_name, actor=desk.user,
            language=question.language,
        )  # fmt: skip
    return len(chosen)
