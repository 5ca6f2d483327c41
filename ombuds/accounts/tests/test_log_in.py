"""At the door: password, second factor, lock-out, language."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from ombuds.accounts import services

pytestmark = pytest.mark.django_db
PASSWORD = "a-long-test-password"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def no_code_used_yet() -> None:
    """A code works once; the cache that remembers it outlives a test."""
    cache.clear()


def _log_in(client: Client, email: str, password: str = PASSWORD) -> Any:
    return client.post(reverse("account_login"), {"login": email, "password": password})


def _code() -> str:
    counter = next(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(SECRET, counter)))


def test_without_second_factor_the_office_that_asks_it_opens_only_its_set_up(
    people: SimpleNamespace, client: Client, settings: Any
) -> None:
    settings.REQUIRE_MFA = True
    _log_in(client, people.handler.email)
    assert client.get(reverse("accounts:me")).headers["Location"] == reverse("mfa_index")
    page = client.get(reverse("mfa_index"))
    assert b"Set up a second factor first" in page.content
    assert client.get(reverse("mfa_activate_totp"), follow=True).status_code == 200
    assert client.post(reverse("account_logout")).status_code == 302


def test_recovery_codes_alone_are_no_second_factor(
    people: SimpleNamespace, as_user: Callable[[Any], Client], settings: Any
) -> None:
    settings.REQUIRE_MFA = True
    Authenticator.objects.create(user=people.handler, type="recovery_codes", data={})
    assert as_user(people.handler).get(reverse("accounts:me")).status_code == 302


def test_with_a_second_factor_the_password_alone_opens_nothing(
    people: SimpleNamespace, client: Client, settings: Any
) -> None:
    settings.REQUIRE_MFA = True
    TOTP.activate(people.handler, SECRET)
    answer = _log_in(client, people.handler.email)
    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("accounts:me")).headers["Location"].startswith(reverse("account_login"))
    assert b"Incorrect code" in client.post(reverse("mfa_authenticate"), {"code": "000000"}).content
    assert client.post(reverse("mfa_authenticate"), {"code": _code()}).headers["Location"] == "/staff/"
    assert client.get(reverse("accounts:me")).status_code == 200


def test_the_seed_of_a_second_factor_is_sealed_in_the_database(people: SimpleNamespace) -> None:
    TOTP.activate(people.handler, SECRET)
    assert SECRET not in str(Authenticator.objects.get(user=people.handler).data)


def test_who_lost_the_telephone_gets_a_new_start_from_the_administrator(
    people: SimpleNamespace, as_user: Callable[[Any], Client], settings: Any
) -> None:
    TOTP.activate(people.handler, SECRET)
    as_user(people.administrator).post(reverse("accounts:remove_second_factor", args=[people.handler.pk]))
    assert services.second_factors(people.handler) == []
    with pytest.raises(services.NotForYourself):
        services.remove_second_factor(actor=people.administrator, user=people.administrator)


def test_guessing_passwords_locks_the_door_without_saying_who_exists(
    people: SimpleNamespace, client: Client, settings: Any
) -> None:
    settings.AXES_ENABLED = True
    answers = {
        email: [_log_in(client, email, f"guess {number}") for number in range(settings.AXES_FAILURE_LIMIT)]
        for email in (people.handler.email, "nobody@office.example")
    }
    known, unknown = answers.values()
    assert [a.status_code for a in known] == [a.status_code for a in unknown]
    assert known[-1].status_code == 429
    assert "Trop d’essais de connexion" in known[-1].content.decode()
    assert people.handler.email not in known[-1].content.decode()
    assert _log_in(client, people.handler.email).status_code == 429, "the right password comes too late"
    assert _log_in(Client(), people.handler2.email).headers["Location"] == "/staff/", (
        "others are not locked out"
    )


def test_a_wrong_password_keeps_the_address_that_was_typed(people: SimpleNamespace, client: Client) -> None:
    answer = _log_in(client, people.handler.email, "wrong")
    assert answer.status_code == 200
    assert people.handler.email.encode() in answer.content
    assert b"wrong" not in answer.content.split(b"<main")[1].split(b'class="wrong"')[0]


def test_nobody_signs_up_and_nothing_is_reset_by_mail(client: Client) -> None:
    for path in ("signup/", "password/reset/", "email/"):
        assert client.get(f"/staff/login/{path}").status_code == 404


def test_log_in_leads_nowhere_else(people: SimpleNamespace, client: Client) -> None:
    url = reverse("account_login") + "?next=https://evil.example/"
    answer = client.post(url, {"login": people.handler.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/staff/"


@pytest.mark.parametrize(("language", "words"), [("nl", "Mijn pagina"), ("fr", "Ma page"), ("en", "My page")])
def test_pages_come_in_the_language_of_the_person(
    people: SimpleNamespace, as_user: Callable[[Any], Client], language: str, words: str
) -> None:
    people.handler.language = language
    people.handler.save()
    page = as_user(people.handler).get(reverse("accounts:me"), HTTP_ACCEPT_LANGUAGE="de")
    assert words in page.content.decode()
    assert f'<html lang="{language}"' in page.content.decode()


def test_the_language_switch_of_a_member_of_staff_stays(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    as_user(people.handler).post(reverse("set_language"), {"language": "fr", "next": "/staff/me/"})
    people.handler.refresh_from_db()
    assert people.handler.language == "fr"


def test_the_own_page_changes_language_and_telephone_but_not_the_name(
    people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    as_user(people.handler).post(
        reverse("accounts:me"), {"language": "fr", "phone": "02 549 67 00", "name": "X"}
    )
    people.handler.refresh_from_db()
    assert (people.handler.language, people.handler.phone) == ("fr", "02 549 67 00")
    assert people.handler.name != "X"


def test_the_second_factor_pages_open(people: SimpleNamespace, as_user: Callable[[Any], Client]) -> None:
    TOTP.activate(people.handler, SECRET)
    browser = Client()
    _log_in(browser, people.handler.email)
    browser.post(reverse("mfa_authenticate"), {"code": _code()})
    for name in (
        "mfa_index",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
        "account_change_password",
        "account_logout",
    ):
        page = browser.get(reverse(name), follow=True)
        assert page.status_code == 200, name
        assert b'class="side"' in page.content, name
