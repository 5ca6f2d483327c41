"""News and reports that nobody wrote as a letter: invented people of many origins, in prose."""

import pytest

from ombuds.deidentification.tests.names.marked import covered, paragraphs, stray

LEAST_COVERED = {"nl": 0.97, "fr": 0.97, "en": 0.97, "de": 0.94}


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_people_in_running_text_are_covered(language: str) -> None:
    found = [
        (one.text[a:b], ok)
        for one in paragraphs(language)
        for (a, b), ok in zip(one.people, covered(one, language), strict=True)
    ]

    assert sum(ok for _, ok in found) >= LEAST_COVERED[language] * len(found), [
        n for n, ok in found if not ok
    ]


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_little_else_is_taken_for_a_person(language: str) -> None:
    wrong = [name for one in paragraphs(language) for name in stray(one, language)]

    assert len(wrong) <= 2, wrong
