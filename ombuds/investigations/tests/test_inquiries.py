from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.investigations import services
from ombuds.investigations.models import Inquiry
from ombuds.lib.errors import Refusal


@pytest.fixture
def inquiry(office: Any, people: SimpleNamespace) -> Inquiry:
    return services.open_inquiry(
        office=office, actor=people.handler, title="Parking permits", question="Why do renewals take months?"
    )


def test_cases_join_and_are_flagged_as_structural(
    inquiry: Inquiry, make_case: Callable[..., Any], people: SimpleNamespace
) -> None:
    case = make_case(state="open")
    services.join_inquiry(inquiry, case, actor=people.handler, reason="Same delay.")
    case.refresh_from_db()
    assert case.systemic
    with pytest.raises(Refusal):
        services.join_inquiry(inquiry, case, actor=people.handler)
    services.leave_inquiry(inquiry, case, actor=people.handler)
    case.refresh_from_db()
    assert not case.systemic


def test_an_inquiry_closes_with_a_conclusion(inquiry: Inquiry, people: SimpleNamespace) -> None:
    services.move_inquiry(inquiry, actor=people.handler, to="writing")
    with pytest.raises(Refusal):
        services.move_inquiry(inquiry, actor=people.handler, to="closed")
    inquiry = services.change_inquiry(
        inquiry, actor=people.handler, version=inquiry.version, conclusion="Too few hands."
    )
    services.move_inquiry(inquiry, actor=people.handler, to="closed")
    assert inquiry.closed_on is not None
    with pytest.raises(Refusal):
        services.move_inquiry(inquiry, actor=people.handler, to="dropped", reason="x")


def test_two_writers_are_noticed(inquiry: Inquiry, people: SimpleNamespace) -> None:
    services.change_inquiry(inquiry, actor=people.handler, version=1, title="One")
    with pytest.raises(Refusal):
        services.change_inquiry(inquiry, actor=people.handler2, version=1, title="Two")


def test_the_pages_of_an_inquiry(
    inquiry: Inquiry, make_case: Callable[..., Any], people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    browser, case = as_user(people.handler), make_case(state="open")
    base = f"/staff/inquiries/{inquiry.pk}/"
    assert browser.get("/staff/inquiries/?page=99999999999999999999&state=x").status_code == 200
    made = browser.post(
        "/staff/inquiries/new/", {"title": "Water bills", "kind": "thematic", "question": "Why?"}
    )
    assert made.status_code == 302
    assert browser.post(base + "cases/", {"j-reference": "no such"}).status_code == 422
    assert browser.post(base + "cases/", {"j-reference": case.reference.lower()}).status_code == 302
    assert case.reference in browser.get(base).content.decode()
    changed = {"title": "Permits", "kind": "thematic", "question": "Why?", "conclusion": "So.", "seen": "1"}
    assert browser.post(base + "edit/", changed).status_code == 302
    assert browser.post(base + "edit/", changed).status_code == 422
    norm = inquiry.office.norms.all()[0]
    found = {"f-norm": norm.pk, "f-verdict": "breached", "f-reasoning": "Slow."}
    assert browser.post(base + "findings/", found).status_code == 302
    assert browser.post(base + "move/", {"m-to": "writing"}).status_code == 302
    assert browser.post(base + f"cases/{case.pk}/leave/").status_code == 302
    assert as_user(people.administrator).get(base).status_code == 403
    assert as_user(people.intake).post(base + "move/", {"m-to": "closed"}).status_code == 403


def test_services_are_named_one_a_line(
    inquiry: Inquiry, people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    browser, base = as_user(people.handler), f"/staff/inquiries/{inquiry.pk}/"
    form = {"title": "Permits", "kind": "thematic", "question": "Why?", "seen": str(inquiry.version)}
    wrong = browser.post(f"{base}edit/", {**form, "bodies": "parking-brussels\nZzyzx Qwfp"})
    assert wrong.status_code == 422
    assert "“Zzyzx Qwfp”" in wrong.content.decode()
    assert browser.post(f"{base}edit/", {**form, "bodies": "parking-brussels\n\n"}).status_code == 302
    assert [body.code for body in inquiry.bodies.all()] == ["parking-brussels"]
    again = browser.get(f"{base}edit/").content.decode()
    assert str(inquiry.bodies.get()) in again
