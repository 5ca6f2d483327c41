"""What other rooms ask: one body for a name, suggestions, and that loading twice changes nothing."""

from typing import Any

import pytest

from ombuds.authorities import reading
from ombuds.authorities.matching.effective import timeline
from ombuds.authorities.models import Body, Competence
from ombuds.authorities.services import find_body, suggest

pytestmark = pytest.mark.django_db


def test_a_name_without_doubt_is_one_body_and_a_doubtful_one_is_none(office: Any) -> None:
    assert find_body(office, "ville de Bruxelles") == Body.objects.get(code="municipality-21004")
    assert find_body(office, "famiris") == Body.objects.get(code="famiris")
    assert find_body(office, "municipality-21001") == Body.objects.get(code="municipality-21001")
    assert find_body(office, "Woluwe") is None
    assert find_body(office, "\x00") is None


def test_suggestions_come_with_what_would_be_answered(office: Any) -> None:
    first = suggest("boete van de MIVB", office, lang="nl")[0]
    assert first.body.code == "mivb"
    assert first.verdict == "refer"
    assert first.refer_to == Body.objects.get(code="ombudsman-mivb")
    assert "eigen ombudsdienst" in first.reason
    assert suggest("", office) == []


def test_loading_twice_changes_nothing(office: Any) -> None:
    from ombuds.office.loading import load

    before = Competence.objects.count(), Body.objects.count()
    assert load("brussels") == []
    assert (Competence.objects.count(), Body.objects.count()) == before


def test_every_body_has_one_answer_a_day_for_complaints_and_disclosures() -> None:
    for office in ("brussels", "flanders"):
        register = reading.register(office)
        for entry in list(register.bodies.values())[::7]:
            rows = timeline(entry, register.rules)
            for matter in ("complaint", "disclosure"):
                mine = [row for row in rows if row.matter == matter]
                assert sum(row.valid_to is None for row in mine) <= 1, entry.code


def test_rules_and_targets_name_what_exists() -> None:
    for office in ("brussels", "flanders"):
        register = reading.register(office)
        levels = {entry.level for entry in register.bodies.values()}
        for rule in register.rules:
            kind, _, value = rule.about.partition(":")
            assert kind != "body" or value in register.bodies, rule
            assert kind != "level" or value in levels, rule
            assert not rule.refer_to or rule.refer_to in register.members, rule
        for subject in register.subjects:
            assert all(
                target[0] == "@" or target in register.bodies for target in subject.targets.values()
            ), subject
