"""A person who walks through the public form in tests."""

import datetime as dt
from typing import Any

from django.test import Client

from ombuds.intake.models import Draft

ANSWERS: dict[str, dict[str, Any]] = {
    "language": {"language": "fr"},
    "service": {"body_text": "taxe communale à Ixelles"},
    "which": {"body": "none"},
    "contacted": {"contacted": "yes"},
    "answer": {"contacted_on": "2026-01-12", "answered": "no_answer", "service_answer": ""},
    "story": {"text": "J'ai payé deux fois la même taxe.\nPersonne ne répond."},
    "wish": {"wish": "Un remboursement"},
    "dates": {"facts_on": "2026-01-05", "decision_on": "", "notified_on": "", "mentions_ombudsman": ""},
    "papers": {},
    "behalf": {"behalf": "self"},
    "you": {"first_name": "Zoë", "last_name": "D'Ölmé-van den Berg", "postcode": "1050", "town": "Ixelles"},
    "reach": {"email": "zoe@people.example", "prefers": "mail"},
    "needs": {"needs": ["large_print"], "interpreter": "", "needs_text": ""},
}


class Walker:
    """A browser and the answers that its owner gives."""

    def __init__(self) -> None:
        self.client: Any = Client()  # its responses know more than their type says

    def start(self, **data: Any) -> Any:
        return self.client.post("/complaint/", data)

    def answer(self, step: str, go: str = "next", **answers: Any) -> Any:
        return self.client.post(f"/complaint/{step}/", {"go": go, **answers})

    def walk(self, until: str = "check", **changes: dict[str, Any]) -> str:
        """Answer page after page, wherever the form leads; returns the page where it stopped."""
        self.start()
        at = "language"
        for _page in range(30):
            if at == until:
                return at
            answers = {**ANSWERS, **changes}.get(at, {})
            response = self.answer(at, **answers)
            assert response.status_code == 302, (at, response.context["form"].errors)
            at = response.url.strip("/").split("/")[-1]
        raise AssertionError("the form does not end")

    @property
    def draft(self) -> Draft:
        return Draft.objects.get(owner=None)

    def take_time(self) -> None:
        """As long as a person needs."""
        Draft.objects.update(started_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))

    def send(self) -> Any:
        self.take_time()
        return self.client.post("/complaint/check/", follow=True)


def code_on(page: Any) -> str:
    """The secret code that a receipt shows."""
    code: str = page.context["code"]
    return code
