"""The only way to a `DeidentifiedText`: an attempt on exactly these texts, and a clearance that came of it.

Publications, yearly reports and public pages take this type and no plain `str`, so that nothing that was not
attacked can be shown by mistake; mypy says so, the database fields say so (`fields`), and so does the constructor.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol, final

from ombuds.deidentification.engine import Finding, KnownIdentifiers, findings_in

_SEAL: Final = object()
Parts = Sequence[tuple[str, str]]


@final
class DeidentifiedText(str):
    """Text that passed the gate. Made by a `Clearance` only; whatever is done to it gives a plain `str` again."""

    __slots__ = ()

    def __new__(cls, text: str, seal: object) -> "DeidentifiedText":
        if seal is not _SEAL:
            raise TypeError("A DeidentifiedText is made by the gate only.")
        return super().__new__(cls, text)

    def __copy__(self) -> "DeidentifiedText":
        return self

    def __deepcopy__(self, _memo: object) -> "DeidentifiedText":
        return self

    def __getnewargs__(self) -> Any:
        raise TypeError("A DeidentifiedText is not pickled: it would lose where it came from.")


def insist_deidentified(*texts: DeidentifiedText) -> None:
    """For those who have no mypy: raises TypeError for text that did not pass the gate."""
    for text in texts:
        if not isinstance(text, DeidentifiedText):
            raise TypeError("Only text that passed the gate goes to the public.")


EMPTY: Final = DeidentifiedText("", _SEAL)


class StillIdentifying(Exception):
    """Something in the text still points at a person of the case."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} identifiers are still there")
        self.findings = findings


class StillTraceable(Exception):
    """The intruder finds the case by its facts or its wording."""


class NotChecked(Exception):
    """A text that was not among those that the gate saw."""


class Verdict(Protocol):
    """What the intruder says (`intruder.examine`)."""

    @property
    def passed(self) -> bool: ...

    def as_json(self) -> Mapping[str, Any]: ...


@final
class Clearance:
    """The gate's yes to exactly these texts, and to no other."""

    __slots__ = ("_seen",)

    def __init__(self, texts: Iterable[str], seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("A Clearance is given by an attempt only.")
        self._seen = frozenset(_hash(text) for text in texts)

    def of(self, text: str) -> DeidentifiedText:
        """The text, sealed. Raises NotChecked when it is not one of those that were checked, to the letter."""
        if text and _hash(text) not in self._seen:
            raise NotChecked(f"{len(text)} characters that the gate did not see")
        return DeidentifiedText(text, _SEAL)


@dataclass(frozen=True)
class Attempt:
    """What the check of known identifiers and the intruder found in these parts."""

    parts: Parts
    findings: list[Finding]
    verdict: Verdict

    @property
    def passed(self) -> bool:
        return not self.findings and self.verdict.passed

    @property
    def digest(self) -> str:
        """SHA-256 of exactly what was checked: where and text of every part, in order."""
        return digest_of(self.parts)

    def clearance(self, *, overridden: bool = False) -> Clearance:
        """The way to `DeidentifiedText`.

        Raises StillIdentifying whoever overrides: what names the people of the case never goes out.
        Raises StillTraceable when the intruder finds the case, unless the ombudsman took that on themself.
        """
        if self.findings:
            raise StillIdentifying(self.findings)
        if not (self.verdict.passed or overridden):
            raise StillTraceable
        return Clearance((text for _where, text in self.parts), _SEAL)


def attempt(
    parts: Parts,
    known: KnownIdentifiers,
    verdict: Verdict,
    *,
    languages: Mapping[str, str],
    official: Collection[str] = (),
) -> Attempt:
    """The verdict, which was given on these parts, together with the check of what the linked cases know.

    `languages`: that of each part by its `where`; a part that is not named there is read as Dutch. `official`: parts that are the name of
    a public service as the register has it, which nobody can change: they are not searched.
    """
    searched = [part for part in parts if part[0] not in official]
    return Attempt(parts, known_in(searched, known, languages), verdict)


def known_in(parts: Parts, known: KnownIdentifiers, languages: Mapping[str, str]) -> list[Finding]:
    """What the linked cases know and these parts still say, each once."""
    found = [
        finding
        for where, text in parts
        for finding in findings_in([(where, text)], known, languages.get(where, "nl"))
    ]
    return list(dict.fromkeys(found))


def digest_of(parts: Parts) -> str:
    """SHA-256 of the parts in their order."""
    sha = hashlib.sha256()
    for where, text in parts:
        for piece in (where, text):
            encoded = piece.encode("utf-8", "surrogatepass")
            sha.update(len(encoded).to_bytes(8, "big") + encoded)
    return sha.hexdigest()


def stored(text: str) -> DeidentifiedText:
    """For `fields` only: what comes out of a column into which nothing else could be written."""
    return DeidentifiedText(text, _SEAL)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
