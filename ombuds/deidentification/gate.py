"""The only way to a `DeidentifiedText`: through the check, with the identifiers of the linked cases.

Publications, yearly reports and public pages take this type and no plain `str`, so that nothing that was not
checked can be shown by mistake; mypy says so, and so does the constructor.
"""

from collections.abc import Iterable
from typing import Final, final

from ombuds.deidentification.engine import Finding, KnownIdentifiers, findings_in

_SEAL: Final = object()


@final
class DeidentifiedText:
    """Text that passed the gate. Frozen; made by `passed` only."""

    __slots__ = ("_text",)
    _text: str

    def __init__(self, text: str, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("A DeidentifiedText is made by the gate only.")
        object.__setattr__(self, "_text", text)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("A DeidentifiedText does not change.")

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"<DeidentifiedText of {len(self._text)} characters>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DeidentifiedText) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)


class StillIdentifying(Exception):
    """Something in the text still points at a person of the case."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} identifiers are still there")
        self.findings = findings


def passed(
    parts: Iterable[tuple[str, str]], known: KnownIdentifiers, *, language: str
) -> list[DeidentifiedText]:
    """Each (where, text) as a de-identified text.

    Raises StillIdentifying with everything that was found, over all parts together.
    """
    listed = list(parts)
    if findings := findings_in(listed, known, language):
        raise StillIdentifying(findings)
    return [DeidentifiedText(text, _SEAL) for _, text in listed]
