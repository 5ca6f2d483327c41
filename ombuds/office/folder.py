"""Reading the folder of a profile: TOML and letters in, plain rows out. Says nothing about right or wrong."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.lib.errors import Refusal

PROFILES = Path(__file__).parent / "profiles"
BASE_WORDS = PROFILES / "_base" / "vocabularies.toml"
BASE_LETTERS = PROFILES / "_letters"
LANGUAGES = ("nl", "fr", "en")
Row = dict[str, Any]
_LETTER_CODE = re.compile(r"^L(\d{1,3})(S?)$", re.ASCII)
# kind of row → file and the name of its tables there
TABLES = {
    "normset": ("norms.toml", "norm_set"),
    "norm": ("norms.toml", "norm"),
    "ground": ("grounds.toml", "ground"),
    "clockrule": ("clocks.toml", "clock"),
    "retentionrule": ("retention.toml", "retention"),
    "reportchapter": ("report.toml", "chapter"),
}
FILES = (
    "office.toml",
    *dict.fromkeys(file for file, _table in TABLES.values()),
    "vocabularies.toml",
    "closing_days.toml",
)


class NoSuchProfile(Refusal):
    """Neither a folder nor a profile that comes with the program."""

    template = _(
        "There is no profile “%(name)s”. It must be one of %(known)s, or the path of a folder with an office.toml."
    )


class UnreadableProfile(Refusal):
    """A file of the profile cannot be read."""

    template = _("%(file)s cannot be read: %(why)s")


@dataclass(frozen=True)
class Profile:
    """What stands in a folder, in the words of the models."""

    path: Path
    office: Row
    rows: dict[str, list[Row]]
    closing: Row = field(default_factory=dict)

    @property
    def code(self) -> str:
        return str(self.office.get("code", self.path.name))


def known() -> list[str]:
    """The profiles that come with the program."""
    return sorted(path.parent.name for path in PROFILES.glob("[!_]*/office.toml"))


def find(name: str) -> Path:
    """The folder of a profile, by its name or its path. Raises NoSuchProfile."""
    if name in known():
        return PROFILES / name
    path = Path(name) if "\x00" not in name else Path()
    try:
        if name and (path / "office.toml").is_file():
            return path
    except OSError:
        pass  # a name that is too long for a path is not one
    raise NoSuchProfile(name=name[:80], known=", ".join(known()))


def read(path: Path) -> Profile:
    """All files of a folder. Raises UnreadableProfile."""
    office = _toml(path / "office.toml")
    rows = {kind: _tables(path / file, table) for kind, (file, table) in TABLES.items()}
    rows["term"] = _terms(path)
    rows["lettertemplate"] = _letters(path)
    return Profile(path, office, rows, _toml(path / "closing_days.toml"))


def _toml(path: Path) -> Row:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as problem:
        raise UnreadableProfile(file=path.name, why=str(problem)) from problem


def _tables(path: Path, name: str) -> list[Row]:
    found = _toml(path).get(name, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise UnreadableProfile(file=path.name, why=f"[[{name}]]?")
    return [{**row, "order": number} for number, row in enumerate(found)]


def _terms(path: Path) -> list[Row]:
    """The words of the base; the profile's own replace them by code, or come after them."""
    words: dict[str, Row] = {}
    for source in (BASE_WORDS, path / "vocabularies.toml"):
        for vocabulary, entries in _toml(source).items():
            if not isinstance(entries, dict):
                raise UnreadableProfile(file=source.name, why=f"[{vocabulary}]?")
            words[vocabulary] = {**words.get(vocabulary, {}), **entries}
    return [
        _term(vocabulary, code, entry, number)
        for vocabulary, entries in words.items()
        for number, (code, entry) in enumerate(entries.items())
    ]


def _term(vocabulary: str, code: str, entry: Any, number: int) -> Row:
    given = dict(entry) if isinstance(entry, dict) else {"labels": entry}
    labels = {language: given.pop(language) for language in ("nl", "fr", "en", "de") if language in given}
    return {
        "vocabulary": vocabulary,
        "code": code,
        "order": number,
        "labels": labels,
        **given,
    }


def _letters(path: Path) -> list[Row]:
    """Every letter in every language: the profile's own file, else the one that all offices share."""
    files = {
        file.name: file for folder in (BASE_LETTERS, path / "letters") for file in sorted(folder.glob("*.md"))
    }
    letters = [_letter(file) for _name, file in sorted(files.items())]
    names: dict[str, dict[str, str]] = {}
    for letter in letters:
        names.setdefault(letter["code"], {})[letter["language"]] = letter.pop("name")
    return [{**letter, "labels": names[letter["code"]]} for letter in letters]


def letter_code(text: str) -> str:
    """L01, l1 and L1 are the same letter; L16S is the version of L16 for the service."""
    match = _LETTER_CODE.match(text.upper())
    return f"L{int(match[1])}{match[2]}" if match else text


def _letter(path: Path) -> Row:
    """`name`, `audience` and `subject` stand above a line of three hyphens, the text below it."""
    try:
        head, _line, body = path.read_text("utf-8").partition("\n---\n")
    except (UnicodeDecodeError, OSError) as problem:
        raise UnreadableProfile(file=path.name, why=str(problem)) from problem
    given = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    code, _dot, language = path.stem.partition(".")
    number = letter_code(code)
    return {
        "code": number,
        "order": int(match[1]) if (match := _LETTER_CODE.match(number)) else 0,
        "language": language,
        "name": given.get("name", ""),
        "audience": given.get("audience", ""),
        "subject": given.get("subject", "").strip(),
        "body": body.strip() + "\n",
        "file": path.name,
    }
