"""What `ombuds deidentify` prints: JSON with the new text and every span, offsets in code points of the input."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from ombuds.deidentification.engine import KnownIdentifiers, Mode, Span, deidentify, from_case_file
from ombuds.deidentification.engine.known import CaseFileWrong
from ombuds.deidentification.engine.language import guess

LANGUAGES = ("nl", "fr", "en", "de")


class CaseFileUnreadable(Exception):
    """The case file or a line is not the JSON that is expected."""


def answer(text: str, language: str, known: KnownIdentifiers, mode: Mode, seed: int) -> dict[str, Any]:
    spoken = guess(text) if language == "auto" else language
    done = deidentify(text, language=spoken, known=known, mode=mode, seed=seed)
    return {"text": done.text, "spans": [_as_data(span) for span in done.spans]}


def _as_data(span: Span) -> dict[str, Any]:
    return {
        "start": span.start,
        "end": span.end,
        "kind": span.kind.value,
        "source": span.source,
        "confidence": round(span.confidence, 3),
        "replacement": span.replacement,
        "entity": span.entity,
        "reason": span.reason,
    }


def read_case_file(text: str) -> KnownIdentifiers:
    return _known(_object(text, _("The case file")), _("The case file"))


def read_lines(lines: Iterable[str], language: str, mode: Mode, seed: int) -> Iterator[str]:
    """One answer a line, in the order of the input, each as soon as it is ready.

    Raises CaseFileUnreadable naming the first line that cannot be read.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = _("Line %(number)d") % {"number": number}
            document = _object(line, where)
            known = _known(document.get("casefile"), where)
            chosen = document.get("lang") if document.get("lang") in LANGUAGES else language
            said = answer(_text(document.get("text"), where), str(chosen), known, mode, seed)
            yield json.dumps({"id": document.get("id"), **said}, ensure_ascii=False)


def _known(case_file: Any, where: str) -> KnownIdentifiers:
    if case_file is None:
        return KnownIdentifiers()
    try:
        return from_case_file(case_file)
    except CaseFileWrong as wrong:
        sentence = _("%(where)s: “%(key)s” has a value of the wrong kind.")
        raise CaseFileUnreadable(sentence % {"where": where, "key": wrong.key}) from wrong


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        sentence = _("%(where)s: “%(key)s” has a value of the wrong kind.")
        raise CaseFileUnreadable(sentence % {"where": where, "key": "text"})
    return value


def _object(text: str, what: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CaseFileUnreadable(_("%(what)s is not valid JSON.") % {"what": what}) from error
    if not isinstance(value, dict):
        raise CaseFileUnreadable(_("%(what)s must be a JSON object.") % {"what": what})
    return value
