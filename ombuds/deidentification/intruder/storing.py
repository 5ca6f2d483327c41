"""A case as one JSON document, and back."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from ombuds.deidentification.engine.known import Address, KnownIdentifiers, Person
from ombuds.deidentification.intruder.case import BaseCase


def document(case: BaseCase) -> bytes:
    names = asdict(case.names) if case.names is not None else None
    if names is not None:
        names = {name: value for name, value in names.items() if value}
    held = [
        case.id,
        case.language,
        list(case.texts),
        {k: list(v) for k, v in sorted(case.facts.items())},
        names,
    ]
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"), default=_iso).encode(
        "utf-8", "surrogatepass"
    )


def _iso(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value)


def from_document(content: bytes) -> BaseCase:
    id_, language, texts, facts, names = json.loads(content.decode("utf-8", "surrogatepass"))
    return BaseCase(
        id_,
        language,
        tuple(texts),
        {k: tuple(v) for k, v in facts.items()},
        None if names is None else _names(names),
    )


def _names(held: dict[str, Any]) -> KnownIdentifiers:
    special: dict[str, Any] = {
        "people": tuple(Person(**p) for p in held.get("people", ())),
        "addresses": tuple(Address(**a) for a in held.get("addresses", ())),
    }
    for name, value in held.items():
        if name not in special:
            special[name] = tuple(_value(v) if "date" in name else v for v in value)
    return KnownIdentifiers(**special)


def _value(held: Any) -> Any:
    """A date where it reads as one: that is what the engine compares."""
    if isinstance(held, str) and len(held) == 10 and held[4] == held[7] == "-":
        try:
            return date.fromisoformat(held)
        except ValueError:
            return held
    return held
