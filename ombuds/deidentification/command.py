"""What `ombuds deidentify` prints: JSON with the new text and every span, offsets in code points of the input."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ombuds.deidentification.engine import KnownIdentifiers, Mode, deidentify, from_case_file
from ombuds.deidentification.engine.language import guess


class CaseFileUnreadable(Exception):
    """The case file or a line is not the JSON that is expected."""


def answer(text: str, language: str, known: KnownIdentifiers, mode: Mode, seed: int) -> dict[str, Any]:
    done = deidentify(
        text, language=guess(text) if language == "auto" else language, known=known, mode=mode, seed=seed
    )
    return {
        "text": done.text,
        "spans": [
            {
                "start": span.start,
                "end": span.end,
                "kind": span.kind.value,
                "source": span.source,
                "confidence": round(span.confidence, 3),
                "replacement": span.replacement,
            }
            for span in done.spans
        ],
    }


def read_case_file(text: str) -> KnownIdentifiers:
    return from_case_file(_object(text, _("The case file")))


def read_lines(text: str, language: str, mode: Mode, seed: int) -> Iterator[str]:
    """One answer a line, in the order of the input.

    Raises CaseFileUnreadable naming the first line that cannot be read.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            document = _object(line, _("Line %(number)d") % {"number": number})
            case_file = document.get("casefile")
            known = from_case_file(case_file) if isinstance(case_file, dict) else KnownIdentifiers()
            chosen = document.get("lang") if document.get("lang") in ("nl", "fr", "en", "de") else language
            said = answer(str(document.get("text", "")), str(chosen), known, mode, seed)
            yield json.dumps({"id": document.get("id"), **said}, ensure_ascii=False)


def _object(text: str, what: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CaseFileUnreadable(_("%(what)s is not valid JSON.") % {"what": what}) from error
    if not isinstance(value, dict):
        raise CaseFileUnreadable(_("%(what)s must be a JSON object.") % {"what": what})
    return value
