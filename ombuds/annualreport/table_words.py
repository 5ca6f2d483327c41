"""The words in tables that anyone wrote: notes under a table, and the lines that people enter. They go through the gate like every text."""

from collections.abc import Iterator, Mapping
from typing import Any

from ombuds.accounts.models import User
from ombuds.annualreport.models import Edition
from ombuds.annualreport.outline import ENTERED
from ombuds.deidentification.gate import DeidentifiedText, NotChecked
from ombuds.publications.services.clearing import clear
from ombuds.publications.services.parts import Part
from ombuds.statistics.tables import Table

Public = Mapping[str, Table]
Words = Mapping[str, DeidentifiedText]  # plain → the same, through the gate


def cleared(edition: Edition, public: Public, actor: User, in_spite: str) -> Words:
    """The gate's yes to every note and every entered line. Raises StillNamed or Singled."""
    found: dict[str, DeidentifiedText] = {}
    for name, parts in _parts(public):
        clearance = clear(
            parts,
            office=edition.office,
            actor=actor,
            about=f"annualreport:{edition.year}:{name}"[:80],
            in_spite=in_spite,
        )
        found |= {part.text: clearance.of(part.text) for part in parts}
    return found


def _parts(public: Public) -> Iterator[tuple[str, list[Part]]]:
    """The notes of all tables together, since they repeat each other; the lines of each entered table as one text."""
    notes = {
        (note[language], language) for table in public.values() for note in table.notes for language in note
    }
    told = [
        Part(f"notes/{n}", text, language)
        for n, (text, language) in enumerate(sorted(notes), 1)
        if text.strip()
    ]
    if told:
        yield "notes", told
    for code, table in public.items():
        if code in ENTERED:
            lines = {(label, language) for row in table.rows for language, label in row.labels.items()}
            yield (
                code,
                [Part(f"{code}/{n}", text, language) for n, (text, language) in enumerate(sorted(lines), 1)],
            )


def sealed(tree: dict[str, Any], words: Words) -> dict[str, Any]:
    """The content tree with those words as the gate gave them back. Raises NotChecked for any that it has not seen."""

    def of(labels: Mapping[str, str]) -> dict[str, str]:
        missing = [text for text in labels.values() if text.strip() and text not in words]
        if missing:
            raise NotChecked(f"{len(missing)} words of a table that the gate did not see")
        return {language: words[text] for language, text in labels.items() if text.strip()}

    for block in (
        block for chapter in tree["chapters"] for block in chapter["blocks"] if block["type"] == "table"
    ):
        table = block["table"]
        table["notes"] = [of(note) for note in table["notes"]]
        if table["key"] in ENTERED:
            table["rows"] = [
                {**{k: v for k, v in row.items() if k != "labels"}, "own_labels": of(row["labels"])}
                for row in table["rows"]
            ]
    return tree
