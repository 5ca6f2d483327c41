"""Letters that people wrote by hand, with marks in the text: [[kind|must go]], {{kind|must stay}}, ((kind|either))."""

import json
import re
from pathlib import Path
from typing import Any

from benchmarks.letters.piece import Document

HEAD = re.compile(r"=== (\S+) \| (nl|fr|en|de)\s*$")
MARK = re.compile(
    r"\[\[([a-z_]+)(?:/([a-z_]+))?(\*?)\|(.*?)\]\]|\{\{([a-z_]+)\|(.*?)\}\}|\(\(([a-z_]+)\|(.*?)\)\)", re.S
)


# Words that some hands put inside a mark and others before it: to mask them or not is the same.
BEFORE = {
    "person": re.compile(
        r"(?:(?:de heer en mevrouw|the late|de heer|mevrouw|mevr|meneer|mijnheer|dhr|mw|mej|juffrouw|juf|mister|mrs?|ms|miss|madame|madam|mme|mlle|mademoiselle|monsieur|maître|maitre|me|"
        r"frau|herrn?|fräulein|dr|docteur|doctor|dokter|prof|professor|father|pater|zuster|sœur|schwester|pastoor|inspector|inspecteur|officer|"
        r"famille|familie|family|signora?|señora?|nonkel|tante|tonton|uncle|aunt|onkel|oma|opa|ons|onze)\.? )+",
        re.IGNORECASE,
    ),
    "organisation": re.compile(r"(?:de|het|den|een|the|le|la|les|die|der|das|dem|du|des) |l['’]|'t "),
    "reference": re.compile(r"(?:dossier|ticket|zaak|file|case|ref|nr|no|n°|nummer|number|numéro|akte|acte|Akte|Az)\.?:? "),
}  # fmt: skip


def letters(path: Path) -> list[Document]:
    """The documents of one file: '=== id | language', a line with the case file or '-', the text. ValueError on a bad case file."""
    blocks: list[tuple[str, str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if head := HEAD.match(line):
            blocks.append((head[1], head[2], []))
        elif blocks:
            blocks[-1][2].append(line)
    return [_document(*block) for block in blocks]


def _document(name: str, language: str, lines: list[str]) -> Document:
    head, raw = lines[0].strip(), "\n".join(lines[1:]).strip("\n")
    document = Document(name, language, "N", "", casefile=json.loads(head) if head not in {"-", ""} else {})
    at = 0
    for mark in MARK.finditer(raw):
        document.text += raw[at : mark.start()]
        start = len(document.text)
        document.text += mark[4] or mark[6] or mark[8] or ""
        span: dict[str, Any] = {"start": start, "end": len(document.text)}
        if mark[1]:
            if (
                mark[1] in BEFORE
                and (before := BEFORE[mark[1]].match(mark[4]))
                and before.end() < len(mark[4])
            ):
                span["start"] = start + before.end()
                document.neutral.append({"start": start, "end": span["start"], "kind": "title"})
            span |= {"kind": mark[1], "origin": mark[2] or "", "known": bool(mark[3]), "part": ""}
            document.spans.append(span)
        elif mark[5]:
            document.keep.append(span | {"kind": mark[5]})
        else:
            document.neutral.append(span | {"kind": mark[7]})
        at = mark.end()
    document.text += raw[at:]
    return document
