"""Reads a case base written by any program: one JSON object a line, with whatever names its fields have."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ombuds.deidentification.engine.known import KnownIdentifiers, from_case_file
from ombuds.deidentification.engine.language import guess
from ombuds.deidentification.intruder.case import BaseCase

IDS = ("id", "case_id", "case", "reference", "ref", "number")
LANGUAGES = ("lang", "language", "taal", "langue")
TEXTS = (
    "text",
    "texts",
    "complaint",
    "letters",
    "letter",
    "decision",
    "decisions",
    "story",
    "body_text",
    "notes",
    "documents",
    "mails",
    "description",
    "narrative",
    "summary",
    "answer",
)
CASE_FILES = ("casefile", "case_file", "identifiers", "known")
NESTED = ("facts", "fields", "attributes", "structured")
SAME = {"place": {"place", "town", "postcode"}}  # told by the facts already, under another name
LONG = 200


class LineUnreadable(ValueError):
    """A line is not a case; `line` is its number, from 1."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"line {line}: {why}")
        self.line = line
        self.why = why


def cases_of(lines: Iterable[str]) -> Iterator[BaseCase]:
    """The cases of a JSON Lines file, in order; empty lines are left out.

    Raises LineUnreadable at the first line that is not a JSON object.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            held = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise LineUnreadable(number, "not valid JSON") from error
        if not isinstance(held, dict):
            raise LineUnreadable(number, "not a JSON object")
        yield case_of(held, number)


def case_of(held: Mapping[str, Any], number: int = 0) -> BaseCase:
    """One case from its JSON object. What has no known name is a fact; long strings are texts."""
    facts: dict[str, tuple[str, ...]] = {}
    texts: list[str] = []
    names: KnownIdentifiers | None = None
    used = next((name for name in IDS if _scalar(held.get(name))), None)
    for name, value in held.items():
        low = name.lower()
        if name == used or low in LANGUAGES:
            continue
        if low in CASE_FILES and isinstance(value, Mapping):
            names = from_case_file(value)
            facts |= {k: v for k, v in _facts_of_file(value).items() if not facts.keys() & SAME.get(k, {k})}
        elif low in TEXTS:
            texts += _texts(value)
        elif low in NESTED and isinstance(value, Mapping):
            facts |= _facts(value)
        else:
            found = [v for v in _values(value) if len(v) <= LONG]
            texts += [v for v in _values(value) if len(v) > LONG]
            if found:
                facts[low] = tuple(found)
    language = next((str(held[n])[:2].lower() for n in LANGUAGES if isinstance(held.get(n), str)), "")
    if language not in ("nl", "fr", "en", "de"):
        language = guess(texts[0]) if texts else "nl"
    return BaseCase(str(held[used]) if used else str(number), language, tuple(texts), facts, names)


def _facts_of_file(held: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """What a case file tells besides identifying: date of birth, body, town."""
    found = {"born": tuple(_values(held.get("dob"))), "body": tuple(_values(held.get("body")))}
    address = held.get("address")
    for one in address if isinstance(address, list) else [address]:
        if isinstance(one, Mapping):
            found["place"] = (
                *found.get("place", ()),
                *_values(one.get("town")),
                *_values(one.get("postcode")),
            )
    return {name: values for name, values in found.items() if values}


def _facts(held: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {str(name).lower(): tuple(_values(value)) for name, value in held.items() if _values(value)}


def _scalar(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip() != ""


def _values(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [v for inner in value.values() for v in _values(inner)]
    if isinstance(value, list | tuple):
        return [v for inner in value for v in _values(inner)]
    return [str(value).strip()] if _scalar(value) else []


def _texts(value: Any) -> list[str]:
    """Texts in any nesting: a string, a list, {"nl": …}, [{"text": …, "date": …}]."""
    if isinstance(value, Mapping):
        inner = [
            v
            for name, v in value.items()
            if name.lower() in TEXTS or name.lower() in ("nl", "fr", "en", "de", "body", "content")
        ]
        return [t for v in inner or value.values() for t in _texts(v)]
    if isinstance(value, list | tuple):
        return [t for v in value for t in _texts(v)]
    return [value] if isinstance(value, str) and value.strip() else []
