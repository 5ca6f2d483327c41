"""The administrator looks after people, roles and teams."""

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.test import Client
from django.urls import reverse

from ombuds.accounts import services
from ombuds.accounts.models import RoleAssignment, Team, User
from ombuds.accounts.permissions import Permission, Role
from ombuds.accounts.terms import Act
from ombuds.audit.models import Entry
from ombuds.lib.hostile import STRINGS
from ombuds.lib.today import today

pytestmark = pytest.mark.django_db


def test_administrator_adds_a_person_who_chooses_a_password_and_logs_in(
    people: SimpleNamespace, as_user: Callable[[Any], Client], client: Client
) -> None:
    admin = as_user(people.administrator)
    data = {
        "name": "Anneke van 't Hof",
        "email": "Anneke@Office.example",
        "language": "nl",
        "phone": "",
        "team": "",
    }
    assert admin.post(reverse("accounts:add_person"), data).status_code == 302
    anneke = User.objects.get(email="anneke@office.example")
    page = admin.post(reverse("accounts:password_link", args=[anneke.pk]))
    link = page.context["link"]
    assert link in page.content.decode()

    form = client.get(link, follow=True)
    assert form.status_code == 200
    password = "een-heel-lang-wachtwoord"
    answer = client.post(form.redirect_chain[-1][0], {"new_password1": password, "new_password2": password})
    assert answer.headers["Location"] == reverse("account_login")
    assert b"does not work any more" in client.get(link, HTTP_ACCEPT_LANGUAGE="en").content
    assert (
        client.post(
            reverse("account_login"), {"login": "anneke@office.example", "password": password}
        ).headers["Location"]
        == "/staff/"
    )
    assert Entry.objects.filter(action=Act.LOGGED_IN, actor_id=anneke.pk).exists()


def test_a_role_begins_and_ends_on_its_days(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    admin, outsider = as_user(people.administrator), people.outsider
    tomorrow = today() + timedelta(days=1)
    url = reverse("accounts:give_role", args=[outsider.pk])
    admin.post(url, {"role": Role.HANDLER, "valid_from": tomorrow.isoformat(), "valid_to": ""})
    assert not User.objects.get(pk=outsider.pk).may(Permission.CASES_CASE_READ)
    admin.post(url, {"role": Role.INTAKE, "valid_from": today().isoformat(), "valid_to": today().isoformat()})
    assert User.objects.get(pk=outsider.pk).roles == {Role.INTAKE}
    given = outsider.assignments.get(role=Role.INTAKE)
    admin.post(reverse("accounts:end_role", args=[outsider.pk, given.pk]))
    assert User.objects.get(pk=outsider.pk).roles == frozenset()
    assert RoleAssignment.objects.filter(pk=given.pk).exists(), "history is kept"


def test_the_same_role_twice_in_one_period_is_refused_and_typed_dates_stay(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    url = reverse("accounts:give_role", args=[people.handler.pk])
    answer = as_user(people.administrator).post(
        url, {"role": Role.HANDLER, "valid_from": "2024-03-09", "valid_to": ""}
    )
    assert answer.status_code == 200
    assert b"has this role already" in answer.content
    assert b"2024-03-09" in answer.content


def test_nobody_gives_a_role_to_themself_or_closes_their_own_account(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    me = people.administrator
    with pytest.raises(services.NotForYourself):
        services.give_role(actor=me, user=me, role=Role.OMBUDSMAN, valid_from=today())
    with pytest.raises(services.NotForYourself):
        services.close_account(actor=me, user=me)


def test_the_last_administrator_stays(people: SimpleNamespace, as_user: Callable[[Any], Client]) -> None:
    with pytest.raises(services.LastAdministrator):
        services.close_account(actor=people.ombudsman, user=people.administrator)
    with pytest.raises(services.LastAdministrator):
        services.end_role(actor=people.ombudsman, assignment=people.administrator.assignments.get())


def test_a_closed_account_is_out_at_once_and_can_be_opened_again(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    theirs, admin = as_user(people.handler), as_user(people.administrator)
    assert theirs.get(reverse("accounts:me")).status_code == 200
    admin.post(reverse("accounts:close_account", args=[people.handler.pk]))
    assert theirs.get(reverse("accounts:me")).status_code == 302
    assert authenticate(username=people.handler.email, password="a-long-test-password") is None
    admin.post(reverse("accounts:reopen_account", args=[people.handler.pk]))
    assert User.objects.get(pk=people.handler.pk).is_active


def test_an_address_that_somebody_has_is_refused_with_the_form_as_typed(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    data = {"name": "Zoë", "email": people.handler.email.upper(), "language": "fr", "phone": "", "team": ""}
    answer = as_user(people.administrator).post(reverse("accounts:add_person"), data)
    assert answer.status_code == 200
    assert "Zoë" in answer.content.decode()
    assert b"Somebody else has this e-mail address already." in answer.content


def test_changing_a_person_records_which_fields_but_not_their_content(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    data = {
        "name": "Other Name",
        "email": people.handler.email,
        "language": "fr",
        "phone": "02 555",
        "team": "",
    }
    as_user(people.administrator).post(reverse("accounts:person", args=[people.handler.pk]), data)
    entry = Entry.objects.filter(action=Act.PERSON_CHANGED).latest("sequence")
    assert entry.data == {"fields": ["language", "name", "phone", "team"]}


def test_teams_are_added_renamed_and_removed_only_when_empty(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    admin = as_user(people.administrator)
    admin.post(reverse("accounts:teams"), {"name": "Wonen"})
    team = Team.objects.get(name="Wonen")
    assert b"with this name already" in admin.post(reverse("accounts:teams"), {"name": "wonen"}).content
    admin.post(reverse("accounts:team", args=[team.pk]), {"name": "Wonen en water"})
    north = Team.objects.get(name="North")
    admin.post(reverse("accounts:remove_team", args=[north.pk]))
    admin.post(reverse("accounts:remove_team", args=[team.pk]))
    assert set(Team.objects.values_list("name", flat=True)) == {"North", "South"}


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_the_administrator_opens_the_directory(
    people: SimpleNamespace, as_user: Callable[[Any], Client], role: Role
) -> None:
    browser = as_user(getattr(people, role.value))
    for url in (
        reverse("accounts:people"),
        reverse("accounts:person", args=[people.handler.pk]),
        reverse("accounts:teams"),
    ):
        assert browser.get(url).status_code == 403
    assert browser.post(reverse("accounts:close_account", args=[people.outsider.pk])).status_code == 403


def test_visitors_are_sent_to_log_in(client: Client) -> None:
    answer = client.get(reverse("accounts:people"))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("account_login"))


def test_the_administrator_reads_no_case(people: SimpleNamespace) -> None:
    may = people.administrator.permissions
    assert not {p for p in may if p.startswith(("cases:", "intake:", "publications:", "recommendations:"))}


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_text_in_any_field_gets_a_sentence(
    people: SimpleNamespace, as_user: Callable[[Any], Client], text: str
) -> None:
    admin = as_user(people.administrator)
    person = {"name": text, "email": text, "language": text, "phone": text, "team": text}
    assert admin.post(reverse("accounts:add_person"), person).status_code == 200
    assert admin.post(reverse("accounts:person", args=[people.handler.pk]), person).status_code == 200
    role = {"role": text, "valid_from": text, "valid_to": text}
    assert admin.post(reverse("accounts:give_role", args=[people.outsider.pk]), role).status_code == 200
    away = {"first_day": text, "last_day": text, "cover": text}
    assert admin.post(reverse("accounts:plan_absence", args=[people.handler.pk]), away).status_code == 200
    assert admin.post(reverse("accounts:teams"), {"name": text}).status_code in (200, 302)
    found = admin.get(reverse("accounts:people"), {"q": text, "page": text})
    assert found.status_code == (400 if "\x00" in text else 200)


def test_numbers_that_name_nobody_are_not_found(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    admin = as_user(people.administrator)
    assert admin.get(reverse("accounts:person", args=[10**9])).status_code == 404
    assert admin.get(f"/staff/people/{'9' * 30}/").status_code in (400, 404)
    other = people.handler2.assignments.get()
    assert admin.post(reverse("accounts:end_role", args=[people.handler.pk, other.pk])).status_code == 404


def test_the_list_of_people_needs_few_queries(
    people: SimpleNamespace, as_user: Callable[[Any], Client], django_assert_max_num_queries: Any
) -> None:
    for number in range(60):
        services.add_person(actor=None, email=f"p{number}@office.example", name=f"Person {number}")
    admin = as_user(people.administrator)
    with django_assert_max_num_queries(15):
        assert admin.get(reverse("accounts:people")).status_code == 200


def test_overlap_is_counted_to_the_day(people: SimpleNamespace) -> None:
    user = people.outsider
    first = {"valid_from": date(2025, 1, 1), "valid_to": date(2025, 1, 31)}
    services.give_role(actor=people.administrator, user=user, role=Role.EDITOR, **first)
    with pytest.raises(services.RoleHeldAlready):
        services.give_role(
            actor=people.administrator, user=user, role=Role.EDITOR, valid_from=date(2025, 1, 31)
        )
    services.give_role(actor=people.administrator, user=user, role=Role.EDITOR, valid_from=date(2025, 2, 1))
    with pytest.raises(services.WrongPeriod):
        services.give_role(
            actor=people.administrator,
            user=user,
            role=Role.RECORDS,
            valid_from=date(2025, 2, 2),
            valid_to=date(2025, 2, 1),
        )
