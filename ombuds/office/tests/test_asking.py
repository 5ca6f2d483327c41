"""What other rooms ask the profile."""

import datetime as dt

import pytest

from ombuds.lib.i18n import pick
from ombuds.office import services
from ombuds.office.models import Ground, Office, RetentionRule

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 2)


def test_the_active_office_is_the_current_one(office: Office) -> None:
    assert services.current_office() == office


def test_the_setting_names_another_office(office: Office, flanders: Office, settings: object) -> None:
    settings.OFFICE = "flanders"  # type: ignore[attr-defined]  # pytest-django's fixture
    assert services.current_office() == flanders


def test_without_an_office_there_is_a_sentence(db: None) -> None:
    Office.objects.update(is_active=False)
    with pytest.raises(services.NoOffice) as refused:
        services.current_office()
    assert "ombuds office load brussels" in refused.value.sentence


def test_each_office_has_fifteen_norms_in_three_languages(office: Office, flanders: Office) -> None:
    for each, first in ((office, "N1"), (flanders, "V1")):
        norms = services.norms_on(each, DAY)
        assert len(norms) == 15
        assert norms[0].code == first
        assert all(
            set(norm.labels) >= {"nl", "fr", "en"} and set(norm.meaning) >= {"nl", "fr", "en"}
            for norm in norms
        )


def test_the_first_line_of_flanders_uses_fourteen_norms_and_a_short_list(flanders: Office) -> None:
    first_line, simplified = (
        services.norms_on(flanders, DAY, purpose) for purpose in ("first_line", "simplified")
    )
    assert (len(first_line), len(simplified)) == (14, 6)
    full = {norm.code for norm in services.norms_on(flanders, DAY)}
    mapped = {code for norm in simplified for code in norm.mapping["VO-15"]}
    assert mapped == full
    assert {code for norm in first_line for code in norm.mapping["VO-15"]} == full - {"V12"}


def test_facts_of_two_years_ago_are_an_optional_ground_in_flanders_only(
    office: Office, flanders: Office
) -> None:
    ours, theirs = (
        next(g for g in services.grounds_on(each, DAY) if g.code == "A3") for each in (office, flanders)
    )
    assert (ours.parameters["max_age_months"], theirs.parameters["max_age_months"]) == (36, 12)
    assert not theirs.mandatory
    assert theirs.second_reader


def test_grounds_can_be_asked_by_question_and_by_effect(office: Office) -> None:
    assert {g.code for g in services.grounds_on(office, DAY, "competence")} == {
        "A1",
        "A9",
        "A12",
        "A13",
        "A15",
    }
    assert {g.code for g in services.grounds_on(office, DAY, effect="suspend")} == {"A7", "A8"}
    assert {g.code for g in services.grounds_on(office, DAY, effect="transfer")} == {"A1", "A15"}


def test_a_ground_counts_only_while_it_holds(office: Office) -> None:
    Ground.objects.filter(office=office, code="A3").update(valid_to=dt.date(2025, 12, 31))
    assert "A3" in {g.code for g in services.grounds_on(office, dt.date(2025, 12, 31))}
    assert "A3" not in {g.code for g in services.grounds_on(office, dt.date(2026, 1, 1))}


def test_every_ground_explains_itself_in_three_languages(office: Office, flanders: Office) -> None:
    for ground in (*services.grounds_on(office, DAY), *services.grounds_on(flanders, DAY)):
        for texts in (ground.labels, ground.explanation, ground.legal_bases):
            assert all(pick(texts, language) for language in ("nl", "fr", "en")), ground.code


def test_clocks_of_the_law_and_of_the_house(office: Office, flanders: Office) -> None:
    council = services.clock_rule(office, "council_of_state", DAY)
    assert council is not None
    assert (council.amount, council.unit, council.roll_over, council.legal) == (
        60,
        "calendar_days",
        "flag",
        True,
    )
    assert council.parameters["months"] == 4
    note = services.clock_rule(flanders, "minister_note", DAY)
    first_line = services.clock_rule(flanders, "first_line_answer", DAY)
    assert (note and note.amount, first_line and first_line.amount) == (40, 45)
    assert services.clock_rule(office, "minister_note", DAY) is None


def test_the_longer_retention_starts_in_july_2024(office: Office) -> None:
    def years(day: dt.date) -> list[int]:
        return [r.years for r in services.retention_rules_on(office, day) if r.code == "complaint_files"]

    assert years(dt.date(2024, 6, 30)) == [5]
    assert years(dt.date(2024, 7, 1)) == [10]
    assert RetentionRule.objects.filter(office=office, code="complaint_files").count() == 2


def test_a_word_in_each_language(office: Office, flanders: Office) -> None:
    assert services.term_label(office, "assessment", "partly", "nl") == "Gedeeltelijk gegrond"
    assert services.term_label(flanders, "assessment", "partly", "nl") == "Deels gegrond"
    assert services.term_label(office, "theme", "no_such", "nl") == "no_such"
    theme = services.term(office, "theme", "parking_fine")
    assert theme is not None
    assert theme.parent == "mobility"


def test_every_theme_lies_in_a_policy_domain(office: Office) -> None:
    domains = {term.code for term in services.terms(office, "policy_domain")}
    themes = services.terms(office, "theme", DAY)
    assert len(themes) >= 25
    assert {theme.parent for theme in themes} <= domains


def test_letters_by_code_and_language(office: Office, flanders: Office) -> None:
    ours, theirs = (services.template(each, "L08", "nl", DAY) for each in (office, flanders))
    assert ours is not None
    assert theirs is not None
    assert "45 dagen" in theirs.body
    assert "45 dagen" not in ours.body
    assert services.template(office, "L99", "nl") is None


def test_the_calendar_knows_holidays_and_days_that_are_worked_all_the_same(office: Office) -> None:
    assert not services.closing_calendar(office).is_working_day(dt.date(2026, 7, 21))
    office.closing_days.filter(day="2026-07-21").update(is_open=True)
    assert services.closing_calendar(office).is_working_day(dt.date(2026, 7, 21))


def test_the_outline_of_the_yearly_report(office: Office, flanders: Office) -> None:
    assert [len(services.report_chapters(each, DAY)) for each in (office, flanders)] == [11, 13]
