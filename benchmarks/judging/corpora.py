"""Labelled texts from elsewhere: CoNLL columns or JSON lines, as documents with gold spans.

CoNLL: a token and its label on a line (first and last column), sentences parted by empty lines; labels B-PER, I-PER or PER.
JSON lines: {"text", "spans": [{"start", "end", "kind"}], "lang"?, "id"?}; offsets in code points.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.letters.piece import Document

PERSON = frozenset({"PER", "PERSON", "B-PER", "I-PER", "B-PERSON", "I-PERSON", "person"})
SENTENCES = 20  # of a CoNLL file that make one document


def read(path: Path, language: str) -> list[Document]:
    """Only spans of persons are gold; the rest of the labels is not ours to judge. ValueError names a bad line."""
    if path.suffix == ".jsonl":
        return list(_json_lines(path, language))
    return list(_conll(path.read_text(encoding="utf-8").splitlines(), path.stem, language))


def _json_lines(path: Path, language: str) -> Iterator[Document]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            data: dict[str, Any] = json.loads(line)
            spans = [
                _span(span["start"], span["end"])
                for span in data["spans"]
                if span.get("kind", "person") in PERSON
            ]
            yield Document(
                str(data.get("id", f"{path.stem}-{number}")),
                data.get("lang", language),
                path.stem,
                data["text"],
                spans,
            )
        except (KeyError, TypeError, ValueError) as problem:
            raise ValueError(f"{path.name}, line {number}: {problem!r}") from problem


def _conll(lines: Iterable[str], name: str, language: str) -> Iterator[Document]:
    tokens: list[tuple[str, str]] = []
    sentences = number = 0
    for line in [*lines, ""]:
        columns = line.split()
        if columns and not line.startswith(("-DOCSTART-", "# ")):
            tokens.append((columns[0], columns[-1]))
        elif tokens and tokens[-1][0] != "\n":
            tokens.append(("\n", "O"))
            sentences += 1
            if sentences % SENTENCES == 0:
                yield _built(tokens, f"{name}-{number}", name, language)
                tokens, number = [], number + 1
    if tokens:
        yield _built(tokens, f"{name}-{number}", name, language)


def _built(tokens: list[tuple[str, str]], name: str, style: str, language: str) -> Document:
    text, before = "", "O"
    spans: list[dict[str, Any]] = []
    for token, label in tokens:
        if text and token not in {".", ",", ";", ":", ")", "?", "!", "\n"} and not text.endswith(("\n", "(")):
            text += " "
        start = len(text)
        text += token
        if label in PERSON:
            if before in PERSON and not label.startswith("B-"):
                spans[-1]["end"] = len(text)
            else:
                spans.append(_span(start, len(text)))
        before = label
    return Document(name, language, style, text, spans)


def _span(start: int, end: int) -> dict[str, Any]:
    return {"start": int(start), "end": int(end), "kind": "person", "origin": "", "known": False, "part": ""}
