"""A case as the intruder sees it: all its texts, its structured facts, and the names of its people.

Integrity reports are in another database and never here.
"""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from ombuds.cases.models import Case
from ombuds.deidentification.engine.language import guess
from ombuds.deidentification.engine.words import LANGUAGES
from ombuds.deidentification.intruder import BaseCase
from ombuds.publications.known import identifiers_of

CHUNK = 400
# Related rows whose words are read, and which of their columns hold words.
WORDS: dict[str, tuple[str, ...]] = {
    "grievances": ("summary", "body_as_written"),
    "submissions": ("text",),
    "notes": ("text",),
    "questions": ("text",),
    "information_requests": ("text", "answer"),
    "outcomes": ("reasoning", "remark"),
    "remedies": ("asked", "service_words", "check_note"),
    "proposals": ("text",),
    "steps": ("title", "note"),
    "evidence": ("description",),
    "competencedecisions": ("reasons",),
    "admissibilitydecisions": ("reasons",),
    "suspensions": ("reason",),
    "reviews": ("why", "reasons"),
}
FURTHER: list[str] = [
    "parties",
    "handler",
    "grievances__body__aliases",
    "grievances__findings__norm",
    "messages__texts",
    "questions__answers",
    "papers__document",
]
TOGETHER: list[str] = [*WORDS, *FURTHER]


def read(cases: "QuerySet[Case]") -> Iterator[BaseCase]:
    """Every case of the query, a few hundred at a time."""
    keys = cases.order_by("pk").values_list("pk", flat=True)
    for some in _chunks(keys.iterator()):
        rows = Case.objects.filter(pk__in=some).select_related("office", "handler")
        yield from (of(case) for case in rows.prefetch_related(*TOGETHER).order_by("pk"))


def of(case: Case) -> BaseCase:
    """One case. Its id is the random key, which says nothing to anybody."""
    texts = tuple(dict.fromkeys(text for text in _texts(case) if text.strip()))
    known = case.language in LANGUAGES  # somebody may have written in a language that no staff member speaks
    return BaseCase(
        id=id_of(case),
        language=case.language if known else guess(texts[0]) if texts else "nl",
        texts=texts,
        facts={name: told for name, values in _facts(case).items() if (told := _once(values))},
        names=identifiers_of(case),
    )


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))


def _chunks(keys: Iterable[int]) -> Iterator[list[int]]:
    some: list[int] = []
    for key in keys:
        some.append(key)
        if len(some) == CHUNK:
            yield some
            some = []
    if some:
        yield some


def _texts(case: Case) -> Iterator[str]:
    for relation, columns in WORDS.items():
        for row in getattr(case, relation).all():
            yield from (str(getattr(row, column) or "") for column in columns)
    for submission in case.submissions.all():
        yield from (v for v in submission.fields.values() if isinstance(v, str) and len(v.split()) >= 3)
    for message in case.messages.all():
        yield from (text.body for text in message.texts.all())
    for question in case.questions.all():
        yield from (answer.text for answer in question.answers.all())
    for grievance in case.grievances.all():
        yield from (finding.reasoning for finding in grievance.findings.all())
    yield from (paper.document.text for paper in case.papers.all())


def _facts(case: Case) -> dict[str, list[str]]:
    """What the columns say. Dates as ISO, labels in every language, since a text may be in any."""
    bodies = [g.body for g in case.grievances.all() if g.body is not None]
    parties = list(case.parties.all())
    norms = [f.norm for g in case.grievances.all() for f in g.findings.all()]
    days = (case.facts_on, case.decision_on, case.notified_on, case.contacted_service_on, case.received_on)
    return {
        "body": [name for body in bodies for name in body.names.values()],
        "theme": [case.theme, *(g.theme for g in case.grievances.all())],
        "town": [party.town for party in parties],
        "postcode": [party.postcode for party in parties],
        "date": [day.isoformat() for day in days if day],
        "born": [party.born_on.isoformat() for party in parties if party.born_on],
        "norm": [label for norm in norms for label in norm.labels.values()],
        "outcome": [case.assessment, case.result, case.remedied],
        "channel": [case.channel],
        "kind": [case.kind],
    }


def id_of(case: Case) -> str:
    """The name of the case in the index: its random key."""
    return case.key.hex
