"""An index is used by those only who read texts as its makers did."""

import ast
from pathlib import Path

import pytest

from ombuds.deidentification.intruder import Base, BaseCase, segment, version

HERE = Path(version.__file__).parent


def test_an_index_made_by_other_readers_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "base.index"
    with monkeypatch.context() as earlier:
        earlier.setattr(segment, "reading_version", lambda: "an older one")
        Base.of([BaseCase("a", "nl", ("Een brief over een boom.",))]).save(path)
        assert len(Base.load(path)) == 1
    with pytest.raises(ValueError, match="other readers"):
        Base.load(path)


def test_all_that_reads_a_case_into_the_index_counts() -> None:
    """What `segment` imports, and what that imports, within the intruder."""
    found, waiting = set(), ["segment"]
    while waiting:
        name = waiting.pop()
        if name in found or name == "lexicon" or name.startswith("lexicon."):
            continue
        found.add(name)
        for node in ast.walk(ast.parse((HERE / f"{name}.py").read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
                f"{__package__.rpartition('.')[0]}."
            ):
                waiting.append(str(node.module).removeprefix(f"{__package__.rpartition('.')[0]}."))
    assert {f"{name}.py" for name in found} <= set(version.READERS)
    assert "lexicon" in version.READERS
