"""Old versions, missing fields and fields from elsewhere do not stand in the list of a compartment."""

import pytest

from ombuds.integrity.vault import Refused, manifest
from ombuds.integrity.vault.manifest import Manifest

KEY, REPORT = bytes(range(32)), b"r" * 16


def second() -> Manifest:
    """Answers, a note, and the answers again."""
    first = Manifest().with_field("answers", 1, b"first")
    return first.with_field("notes", 1, b"note").with_field("answers", 2, b"second")


def test_the_list_knows_the_last_revision_of_each_field() -> None:
    second().check("answers", 2, b"second")
    second().check("notes", 1, b"note")
    second().check_names({"answers", "notes"})
    assert (second().number, second().revision("answers"), second().revision("unknown")) == (3, 2, 0)


@pytest.mark.parametrize(
    ("name", "revision", "sealed"),
    [
        ("answers", 1, b"first"),  # replayed
        ("answers", 2, b"first"),
        ("answers", 1, b"second"),
        ("notes", 1, b"second"),  # swapped
        ("unknown", 1, b"note"),
        ("unknown", 0, b""),
    ],
)
def test_anything_else_is_refused(name: str, revision: int, sealed: bytes) -> None:
    with pytest.raises(Refused):
        second().check(name, revision, sealed)


@pytest.mark.parametrize("names", [set(), {"answers"}, {"answers", "notes", "more"}])
def test_a_field_too_few_or_too_many_is_refused(names: set[str]) -> None:
    with pytest.raises(Refused):
        second().check_names(names)


@pytest.mark.parametrize("revision", [0, 1, 2, 4])
def test_revisions_follow_each_other(revision: int) -> None:
    with pytest.raises(Refused):
        second().with_field("answers", revision, b"new")


def test_the_list_is_sealed_under_its_number() -> None:
    sealed = manifest.seal_manifest(KEY, REPORT, "content", second())
    assert manifest.open_manifest(KEY, REPORT, "content", 3, sealed) == second()
    for report, compartment, number in [
        (b"q" * 16, "content", 3),
        (REPORT, "inner", 3),
        (REPORT, "content", 2),
    ]:
        with pytest.raises(Refused):
            manifest.open_manifest(KEY, report, compartment, number, sealed)


def test_the_same_list_is_written_in_the_same_way() -> None:
    other = Manifest(3, dict(reversed(second().entries.items())))
    nonce = bytes(24)
    assert manifest.seal_manifest(KEY, REPORT, "c", other, nonce) == manifest.seal_manifest(
        KEY, REPORT, "c", second(), nonce
    )


def test_names_outside_ascii_survive() -> None:
    listed = Manifest().with_field("réponse", 1, b"x")
    sealed = manifest.seal_manifest(KEY, REPORT, "c", listed)
    assert manifest.open_manifest(KEY, REPORT, "c", 1, sealed) == listed
