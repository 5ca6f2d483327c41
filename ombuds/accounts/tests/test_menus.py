"""A menu shows what its reader may open: no more, and nothing that answers "no"."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import reverse

from ombuds.accounts.menus import MENUS, STAFF
from ombuds.accounts.permissions import Role

pytestmark = pytest.mark.django_db
GROUPS = "{% load menus %}{% menus as groups %}{% for g in groups %}{% for l in g.links %}{{ l.address }} {% endfor %}{% endfor %}"


def _addresses(user: Any) -> list[str]:
    context = Context({"request": RequestFactory().get("/staff/"), "user": user})
    return Template(GROUPS).render(context).split()


def test_every_page_of_the_menus_exists() -> None:
    for _title, entries in [*STAFF, *MENUS.items()]:
        for entry in entries:
            assert reverse(entry.page)


@pytest.mark.parametrize("role", Role)
def test_every_link_opens_for_who_sees_it(
    people: SimpleNamespace, office: Any, as_user: Callable[[Any], Client], role: Role
) -> None:
    person = getattr(people, role.value)
    browser = as_user(person)
    for address in _addresses(person):
        assert browser.get(address).status_code == 200, address


@pytest.mark.parametrize("role", Role)
def test_everybody_lands_on_a_page_of_their_own_after_log_in(
    people: SimpleNamespace, office: Any, as_user: Callable[[Any], Client], role: Role
) -> None:
    assert as_user(getattr(people, role.value)).get("/staff/", follow=True).status_code == 200


def test_who_has_no_role_sees_an_empty_menu(people: SimpleNamespace) -> None:
    assert _addresses(people.outsider) == []


def test_the_administrator_sees_no_way_to_cases(people: SimpleNamespace) -> None:
    shown = _addresses(people.administrator)
    assert reverse("accounts:people") in shown
    assert not {reverse("desk:worklist"), reverse("desk:search"), reverse("intake:triage")} & set(shown)


@pytest.mark.parametrize("name", ["public", "about"])
def test_every_public_link_opens_for_everybody(office: Any, client: Client, name: str) -> None:
    for entry in MENUS[name]:
        assert client.get(reverse(entry.page)).status_code == 200, entry.page


def test_the_page_one_is_on_is_marked_once(people: SimpleNamespace, as_user: Callable[[Any], Client]) -> None:
    page = as_user(people.administrator).get(reverse("accounts:add_person")).content.decode()
    menu = page.split('class="side"')[1].split("</nav>")[0]
    assert menu.count('aria-current="page"') == 1
    assert f'href="{reverse("accounts:people")}" aria-current="page"' in menu
