"""French signs stay on the line of the word before them."""

import pytest

from ombuds.lib.templatetags.ombuds import typeset


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("Rapport : les allocations", "fr", "Rapport\u00a0: les allocations"),
        ("Et après ?", "fr", "Et après\u00a0?"),
        ("« Un guichet » fermé", "fr", "«\u00a0Un guichet\u00a0» fermé"),
        ("Rapport : de toelagen", "nl", "Rapport : de toelagen"),
        ("Rapport: les", "fr", "Rapport: les"),
    ],
)
def test_a_sign_does_not_begin_a_line(text: str, language: str, shown: str) -> None:
    assert typeset(text, language) == shown
