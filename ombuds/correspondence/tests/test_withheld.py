"""A complainant who asked us not to give the name to the service: no letter, question or paper shows it."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ombuds.audit.models import Actor
from ombuds.cases.services import store_documents
from ombuds.cases.tests.factories import PERSON
from ombuds.correspondence.services import ask, change_draft, draft, merge, send
from ombuds.correspondence.tests.test_letters import BROUGHT
from ombuds.lib.errors import Refusal

PERSONAL = ("Fatiha", "Ölme", "Benali", "fatiha@people", "455 00 00", "Verzonnenstraat")


@pytest.fixture
def case(make_case: Any) -> Any:
    return make_case("open", name_withheld=True)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_no_letter_to_outside_names_the_person(case: Any, office: Any, language: str) -> None:
    rows = office.lettertemplates.filter(
        language=language, audience__in=["service", "minister", "parliament"]
    )
    assert rows.count() > 10
    for row in rows:
        made = merge(case, row.code, language, BROUGHT)
        text = made.texts[0].subject + made.texts[0].body + made.addressee.envelope
        assert not [word for word in PERSONAL if word in text], row.code


@pytest.mark.parametrize(
    "slip",
    [
        "Madame VAN DEN OLME-BENALI dit",
        "fatiha@people.example",
        "tel. 0032/455 000 001",
        "verzonnenstraat 12",
    ],
)
def test_a_slip_of_the_writer_is_stopped(case: Any, people: Any, slip: str) -> None:
    message = draft(case, "L12", actor=people.handler, language="fr")
    change_draft(message, actor=people.handler, texts={"fr": ("Dossier", f"Bonjour, {slip}.")})
    if message.channel == "post":
        message.sent_to = "Service"
    with pytest.raises(Refusal, match="asked us not to give"):
        send(message, actor=people.handler)
    with pytest.raises(Refusal, match="asked us not to give"):
        ask(case, actor=people.handler, body=case.grievances.first().body, text=f"Why? {slip}")


def test_a_paper_with_the_name_is_not_shown(case: Any, people: Any) -> None:
    file = SimpleUploadedFile("proof.txt", f"Dear {PERSON['last_name']}".encode())
    papers, _wrong = store_documents(case, [file], actor=Actor.COMPLAINANT, source="complainant")
    with pytest.raises(Refusal, match=r"proof\.txt"):
        ask(
            case,
            actor=people.handler,
            body=case.grievances.first().body,
            text="Why?",
            shown=[papers[0].document],
        )


def test_letters_to_the_person_name_the_person(case: Any) -> None:
    assert "Ölme" in merge(case, "L11", "fr").texts[0].body
