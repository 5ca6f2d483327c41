"""Acceptance scenarios 1, 2 and 9: who is competent, for what, for whom."""

import datetime as dt
from typing import Any

import pytest

from ombuds.authorities.models import Body, Competence
from ombuds.authorities.services import judge, route

pytestmark = pytest.mark.django_db
DAY = dt.date(2025, 3, 1)


def _judge(office: Any, code: Any, purpose: Any = "complaint", on: Any = DAY, reporter: Any = None) -> Any:
    return judge(office, Body.objects.get(code=code), purpose, on, reporter)


def test_a_complaint_on_a_mivb_fine_goes_to_the_mivb_ombudsman_and_a_disclosure_comes_to_us(
    office: Any,
) -> None:
    answer = route("boete van de MIVB", office, lang="nl")
    assert answer.competence == "refer"
    assert answer.refer_to == "Ombudsdienst van de MIVB"
    disclosure = route("fraude bij de MIVB", office, kind="disclosure", lang="nl")
    assert (disclosure.competence, disclosure.code) == ("competent", "mivb")
    assert _judge(office, "mivb").refer_to == Body.objects.get(code="ombudsman-mivb")


def test_the_cpas_of_woluwe_saint_lambert_is_ours_and_its_municipality_is_not(office: Any) -> None:
    assert _judge(office, "cpas-21018").verdict == "competent"
    assert _judge(office, "municipality-21018").verdict == "refer"
    assert route("CPAS de Woluwe-Saint-Lambert", office, lang="fr").competence == "competent"
    assert route("commune de Woluwe-Saint-Lambert", office, lang="fr").competence == "refer"


def test_a_report_about_a_flemish_municipality_goes_to_audit_vlaanderen_and_about_an_intermunicipal_body_to_vo(
    flanders: Any,
) -> None:
    municipality = _judge(flanders, "municipality-41002", "disclosure", reporter="staff")
    assert municipality.verdict == "refer"
    assert municipality.refer_to.code == "meldpunt-audit-vlaanderen"
    assert _judge(flanders, "fluvius", "disclosure", reporter="staff").verdict == "competent"


def test_schaerbeek_had_its_own_ombudsman_until_we_opened(office: Any) -> None:
    assert (
        _judge(office, "municipality-21015", on=dt.date(2020, 6, 1)).refer_to.code == "mediateur-schaerbeek"
    )
    assert _judge(office, "municipality-21015", on=dt.date(2022, 9, 1)).verdict == "competent"


def test_the_same_body_is_judged_differently_by_the_two_offices(office: Any, flanders: Any) -> None:
    assert _judge(office, "vdab").refer_to.code == "vlaamse-ombudsdienst"
    assert _judge(flanders, "vdab").verdict == "competent"
    assert _judge(flanders, "actiris").refer_to.code == "ombuds-brussels"


def test_a_flemish_municipality_without_agreement_goes_to_its_own_complaint_desk_first(flanders: Any) -> None:
    assert _judge(flanders, "municipality-41002").verdict == "first_line"
    assert _judge(flanders, "municipality-34022").verdict == "competent"
    assert _judge(flanders, "municipality-44021").refer_to.code == "ombuds-gent"


def test_a_record_for_one_type_of_reporter_goes_before_the_record_for_all(office: Any, people: Any) -> None:
    body = Body.objects.get(code="actiris")
    Competence.objects.create(
        office=office,
        body=body,
        matter="disclosure",
        reporter="supplier",
        verdict="none",
        reason={"en": "Not them."},
    )
    assert _judge(office, "actiris", "disclosure").verdict == "competent"
    assert _judge(office, "actiris", "disclosure", reporter="supplier").verdict == "refer"


def test_a_body_without_a_record_follows_the_body_above_it_and_else_a_person_judges(office: Any) -> None:
    above = Body.objects.get(code="actiris")
    part = Body.objects.create(
        code="actiris-desk", names={"nl": "Loket"}, kind="agency", level="brussels_region", parent=above
    )
    assert judge(office, part, "complaint", DAY).verdict == "competent"
    part.parent = None
    assert judge(office, part, "complaint", DAY).verdict == "unknown"


def test_all_nineteen_municipalities_and_welfare_centres_are_there_and_judged(office: Any) -> None:
    for kind, others in (("municipality", {"21009", "21018"}), ("cpas", {"21009"})):
        codes = [f"{kind}-210{number:02}" for number in range(1, 20)]
        verdicts = {code[-5:]: _judge(office, code).verdict for code in codes}
        assert {nis for nis, verdict in verdicts.items() if verdict == "refer"} == others
        assert set(verdicts.values()) == {"competent", "refer"}
