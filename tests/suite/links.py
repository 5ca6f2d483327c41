"""Links in the documents lead somewhere: to a file of this repository, and to a heading that is there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)


def documents() -> list[Path]:
    """The repository papers and everything in docs."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def _anchor(heading: str) -> str:
    words = re.sub(r"[^\w\- ]", "", heading.lower()).strip()
    return re.sub(r" ", "-", words)


def _leads_nowhere(document: Path, target: str) -> bool:
    if re.match(r"[a-z]+:", target):
        return False  # another site or an address; not ours to keep
    path, _hash, anchor = target.partition("#")
    file = (document.parent / path).resolve() if path else document
    if not file.exists():
        return True
    if not anchor or file.suffix != ".md":
        return False
    return anchor not in {_anchor(heading) for heading in _HEADING.findall(file.read_text(encoding="utf-8"))}


def faults() -> list[str]:
    """Each link that leads nowhere, with its document."""
    found = []
    for document in documents():
        text = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in _LINK.findall(text):
            if _leads_nowhere(document, target):
                found.append(f"{document.relative_to(ROOT)}: {target} leads nowhere")
    return found
