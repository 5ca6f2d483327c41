"""Words to share: as long as each network allows, cut between words, always with the address."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.deidentification.gate import stored
from ombuds.publications.sharing import NETWORKS, cut, posts

ADDRESS = "https://ombuds.example/publications/6a1f0f9e-0000-4000-8000-000000000000/?lang=nl"


@given(st.text(max_size=400), st.text(max_size=4000))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_every_post_fits_and_ends_with_the_address(title: str, summary: str) -> None:
    for post in posts(stored(title), stored(summary), ADDRESS):
        assert post.counted <= post.network.most
        assert post.text.endswith(ADDRESS)
        if not post.network.link:
            assert len(post.text) <= post.network.most


def test_a_long_summary_is_cut_between_words() -> None:
    (bluesky,) = (
        p
        for p in posts(stored("Een boete te veel"), stored("woord " * 200), ADDRESS)
        if p.network.name == "Bluesky"
    )
    assert "…" in bluesky.text
    assert "woor…" not in bluesky.text
    assert bluesky.counted > 250


@pytest.mark.parametrize(
    ("text", "most", "expected"), [("kort", 10, "kort"), ("een twee drie", 9, "een twee…")]
)
def test_cutting(text: str, most: int, expected: str) -> None:
    assert cut(text, most) == expected
    assert len({n.name for n in NETWORKS}) == len(NETWORKS)


def test_words_that_did_not_pass_the_gate_are_never_shared() -> None:
    for title, summary in (("Plain", stored("Cleared")), (stored("Cleared"), "Plain")):
        with pytest.raises(TypeError, match="passed the gate"):
            posts(title, summary, ADDRESS)  # type: ignore[arg-type]  # refused by mypy too
