"""A report that is a complaint moves out: exactly what the reporter agreed to, and nothing of the report besides."""

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.audit.models import Entry as OfficeEntry
from ombuds.cases.models import Case, CaseDocument
from ombuds.handover.services import moving_out
from ombuds.integrity import chests
from ombuds.integrity.models import Entry, Report, Tally
from ombuds.integrity.services import admitting, files, offering
from ombuds.integrity.services.offering import AlreadyAnswered, Offer
from ombuds.integrity.terms import Act, Compartment
from ombuds.integrity.tests.searching import found_in
from ombuds.integrity.tests.test_seized import seized

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
TEXT = "Het loket antwoordt al drie maanden niet op mijn vraag."
OFFER = {"service": "Dienst Parkeren", "text": TEXT, "why": "Dit is een klacht over een dienst."}


@pytest.fixture
def talking(
    team: SimpleNamespace, file_one: Any, upload: Any, unlocked: Any, visitor: Client, office: Any
) -> SimpleNamespace:
    """A report with a file; Lucie handles it, the reporter is back with the code."""
    filed = file_one()
    content = chests.open_chest(filed.report, Compartment.CONTENT, filed.holder)
    assert not files.attach(content, [upload("geheim.txt", b"Bijlage Zilopi")], by="reporter")
    admitting.declare(filed.report, team.lucie, "")
    visitor.post("/integrity/back/", {"code": filed.code})
    return SimpleNamespace(filed=filed, report=filed.report, lucie=unlocked(team.lucie), reporter=visitor)


def _offer(talking: SimpleNamespace, **more: Any) -> str:
    answer = talking.lucie.post(f"/integrity/desk/{talking.report.pk}/complaint/", {**OFFER, **more})
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    return f"/integrity/mine/complaint/{list(offering.offers(talking.report, talking.filed.holder))[-1]}/"


def test_the_reporter_reads_word_for_word_what_would_go(talking: SimpleNamespace) -> None:
    address = _offer(talking)
    assert address in talking.reporter.get("/integrity/mine/").content.decode()
    page = talking.reporter.get(address).content.decode()
    assert TEXT in page
    assert OFFER["why"] in page
    assert not Case.objects.filter(grievances__body_as_written=OFFER["service"]).exists(), "asked, not done"


def test_with_a_yes_there_is_a_case_of_exactly_that(talking: SimpleNamespace) -> None:
    answer = talking.reporter.post(_offer(talking), {"answer": "yes"})
    page = answer.content.decode()
    case = Case.objects.get(grievances__body_as_written=OFFER["service"])
    assert case.reference in page
    code = re.search(r'class="code">([2-9A-Z-]{8,})<', page.replace(case.reference, ""))
    assert code, page[-1500:]
    assert (
        Client().post("/file/", {"reference": case.reference, "code": code[1]})["Location"] == "/file/mine/"
    )
    assert case.submissions.get().text == TEXT
    assert not case.parties.exists()
    talking.report.refresh_from_db()
    assert talking.report.state == "complaint"
    assert talking.report.ended_on
    assert Entry.objects.filter(report=talking.report.pk, act=Act.WENT_OVER).exists()
    assert Tally.objects.get(what="ended", value="complaint").count == 1
    assert offering.offers(talking.report, talking.filed.holder)["handover:0001"]["answer"] == "yes"


def test_the_case_says_nothing_of_the_report(talking: SimpleNamespace, tmp_path: Any) -> None:
    talking.reporter.post(_offer(talking), {"answer": "yes"})
    outside = b"\n".join(
        content for name, content in seized(tmp_path / "none").items() if name.startswith("default")
    )
    report = talking.report
    hidden = [
        "De chef betaalt zijn keuken", "Directeur Janssens", "Bijlage Zilopi", OFFER["why"], str(report.pk), report.pk.hex,
        talking.filed.code,
    ]  # fmt: skip
    assert not found_in(outside, hidden)
    assert found_in(outside, [TEXT]) == [TEXT]
    assert not [e for e in OfficeEntry.objects.all() if "integrity" in e.action or "handover" in e.action]


def test_a_name_goes_over_only_when_the_reporter_types_it(talking: SimpleNamespace) -> None:
    talking.reporter.post(_offer(talking), {"answer": "yes", "name": "Ann Deproef", "email": "ann@x.example"})
    party = Case.objects.get(grievances__body_as_written=OFFER["service"]).parties.get()
    assert (party.full_name, party.email) == ("Ann Deproef", "ann@x.example")


def test_a_file_goes_over_as_its_clean_copy(talking: SimpleNamespace, upload: Any) -> None:
    content = chests.open_chest(talking.report, Compartment.CONTENT, talking.filed.holder)
    from PIL import Image

    picture = Image.new("RGB", (8, 8), "red")
    import io

    raw = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = "Zilopi Verrader"
    picture.save(raw, "JPEG", exif=exif)
    assert b"Zilopi" in raw.getvalue()
    files.attach(content, [upload("foto.jpg", raw.getvalue())], by="reporter")
    offered = talking.lucie.get(f"/integrity/desk/{talking.report.pk}/complaint/").content.decode()
    field = next(name for name, entry in files.listed(content).items() if entry["name"] == "foto.jpg")
    assert "foto.jpg" in offered
    talking.reporter.post(_offer(talking, papers=[field]), {"answer": "yes"})
    paper = CaseDocument.objects.get(case__grievances__body_as_written=OFFER["service"])
    assert paper.document.original_name == "foto.jpg"
    assert b"Zilopi" not in paper.document.file.read()


def test_with_a_no_nothing_goes_over(talking: SimpleNamespace) -> None:
    before = Case.objects.count()
    address = _offer(talking)
    assert talking.reporter.post(address, {"answer": "no"})["Location"] == "/integrity/mine/"
    assert Case.objects.count() == before
    assert talking.reporter.get(address)["Location"] == "/integrity/mine/", "answered once"
    talking.report.refresh_from_db()
    assert talking.report.state == "received"
    assert Entry.objects.filter(act=Act.KEPT_HERE).exists()


def test_a_second_press_makes_no_second_case(talking: SimpleNamespace) -> None:
    address = _offer(talking)
    ticket = re.search(r'name="ticket" value="([^"]+)"', talking.reporter.get(address).content.decode())
    assert ticket
    before = Case.objects.count()
    sent = {"answer": "yes", "ticket": ticket[1]}
    one, two = talking.reporter.post(address, sent), talking.reporter.post(address, sent)
    assert Case.objects.count() == before + 1
    reference = Case.objects.latest("pk").reference.encode()
    assert reference in one.content
    assert reference in two.content


def test_nobody_else_can_answer(talking: SimpleNamespace, team: SimpleNamespace, file_one: Any) -> None:
    _offer(talking)
    other = file_one()
    with pytest.raises(AlreadyAnswered):
        offering.open_offer(other.report, other.holder, "handover:0001")
    with pytest.raises(AlreadyAnswered):
        moving_out.agree(
            talking.report, talking.filed.holder, "answers", moving_out.Agreement(), ticket="t" * 43
        )
    with pytest.raises(admitting.NotDeclared):
        offering.propose(talking.report, team.ines, Offer("x", "y", "z"))
    assert Report.objects.get(pk=talking.report.pk).state == "received"
