"""The questionnaire: pages of questions, some shown only after certain answers. Pure: definition and answers in, sentences out.

Definition: {"pages": [{"code", "title", "questions": [{"code", "kind", "label", "hint"?, "required"?, "options"?, "show_if"?}]}]}.
Texts are {nl, fr, en}. Kinds: line, text, one, many, yes, day. `show_if` is {"question": code, "in": [answers]} and names a
question of an earlier page, or an earlier one of the same page.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

BUILT_IN = Path(__file__).with_name("data") / "questionnaire.json"
KINDS = ("line", "text", "one", "many", "yes", "day")
WITH_OPTIONS = ("one", "many")
Definition = Mapping[str, Any]
Answers = Mapping[str, Any]


def built_in() -> dict[str, Any]:
    """The questions that come with the program: version 0."""
    found: dict[str, Any] = json.loads(BUILT_IN.read_text(encoding="utf-8"))
    return found


def all_questions(definition: Definition) -> Iterator[dict[str, Any]]:
    """In order, over all pages."""
    for page in definition["pages"]:
        yield from page["questions"]


def is_shown(question: Mapping[str, Any], answers: Answers) -> bool:
    """Does this question come up, after these answers?"""
    condition = question.get("show_if")
    if not condition:
        return True
    given = answers.get(condition["question"])
    values = given if isinstance(given, list) else [given]
    return any(value in condition["in"] for value in values)


def shown(page: Mapping[str, Any], answers: Answers) -> list[dict[str, Any]]:
    """The questions of a page that come up. What is asked on the page itself counts once it is answered."""
    return [question for question in page["questions"] if is_shown(question, answers)]


def pages_shown(definition: Definition, answers: Answers) -> list[dict[str, Any]]:
    """Pages that have a question to ask."""
    return [page for page in definition["pages"] if shown(page, answers)]


def kept(definition: Definition, answers: Answers) -> dict[str, Any]:
    """Only the answers to questions that came up: a branch that was left leaves nothing behind."""
    found: dict[str, Any] = {}
    for question in all_questions(definition):
        if question["code"] in answers and is_shown(question, found):
            found[question["code"]] = answers[question["code"]]
    return found


def faults(definition: Any) -> list[tuple[str, str]]:
    """What is wrong with a definition: (code of the question or page, code of the fault)."""
    found: list[tuple[str, str]] = []
    seen: dict[str, dict[str, Any]] = {}
    if not definition.get("pages"):
        found.append(("", "empty"))
    for page in definition.get("pages", []):
        if not page["questions"]:
            found.append((page["code"], "empty"))
        for question in page["questions"]:
            found += [(question["code"], fault) for fault in _faults_of(question, seen)]
            seen[question["code"]] = question
    return found


def _faults_of(question: dict[str, Any], before: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    if question["code"] in before:
        yield "twice"
    if question["kind"] not in KINDS:
        yield "kind"
    if question["kind"] in WITH_OPTIONS and not question.get("options"):
        yield "options"
    if not all(question["label"].get(language) for language in ("nl", "fr", "en")):
        yield "label"
    condition = question.get("show_if")
    if condition:
        asked = before.get(condition["question"])
        if asked is None:
            yield "condition"
        elif set(condition["in"]) - set(answers_of(asked)):
            yield "condition_answer"


def answers_of(question: Mapping[str, Any]) -> list[str]:
    """The codes that can be answered."""
    return (
        ["yes", "no"]
        if question["kind"] == "yes"
        else [option["code"] for option in question.get("options", [])]
    )


NEEDED = (
    "body",
    "persons",
    "head",
)  # what the declaration of handlers and the addressee of the report rest on


def find(definition: Definition, code: str) -> tuple[int, int] | None:
    """Page and place of a question."""
    for number, page in enumerate(definition["pages"]):
        for place, question in enumerate(page["questions"]):
            if question["code"] == code:
                return number, place
    return None


def with_question(definition: Definition, page: str, question: dict[str, Any]) -> dict[str, Any]:
    """Changed where it stands, or added at the end of the page."""
    made: dict[str, Any] = json.loads(json.dumps(definition))
    where = find(made, question["code"])
    if where:
        made["pages"][where[0]]["questions"][where[1]] = question
    else:
        next(each for each in made["pages"] if each["code"] == page)["questions"].append(question)
    return made


def without(definition: Definition, code: str) -> dict[str, Any]:
    """A question less; a page that asks nothing any more goes with it."""
    made: dict[str, Any] = json.loads(json.dumps(definition))
    for page in made["pages"]:
        page["questions"] = [question for question in page["questions"] if question["code"] != code]
    made["pages"] = [page for page in made["pages"] if page["questions"]]
    return made


def moved(definition: Definition, code: str, step: int) -> dict[str, Any]:
    """Up (-1) or down (1) on its page; at the edge, to the page beside it."""
    made: dict[str, Any] = json.loads(json.dumps(definition))
    where = find(made, code)
    if where is None:
        return made
    number, place = where
    here = made["pages"][number]["questions"]
    question = here.pop(place)
    if 0 <= place + step <= len(here):
        here.insert(place + step, question)
    elif 0 <= number + step < len(made["pages"]):
        beside = made["pages"][number + step]["questions"]
        beside.insert(0 if step > 0 else len(beside), question)
    else:
        here.insert(place, question)
    made["pages"] = [page for page in made["pages"] if page["questions"]]
    return made


def new_code(definition: Definition) -> str:
    """A code that no question has: answers of all versions stand under codes."""
    taken = {question["code"] for question in all_questions(definition)}
    number = len(taken) + 1
    while f"q{number}" in taken:
        number += 1
    return f"q{number}"
