"""Pages for when something does not go: kind, in three languages, without data."""

from typing import Any

import pytest
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse

PAGES = ["400.html", "403.html", "404.html", "429.html", "500.html", "csrf_failure.html", "lockout.html"]


@pytest.mark.parametrize("name", PAGES)
def test_an_error_page_needs_nothing_and_speaks_three_languages(name: str) -> None:
    page = get_template(name).render({})
    assert '<html lang="nl">' in page
    assert 'lang="fr"' in page
    assert 'lang="en"' in page
    assert page.count("<h1>") == 1
    assert 'href="/"' in page
    assert "<script" not in page
    assert "style=" not in page


def test_an_error_page_comes_even_when_no_static_files_were_gathered(settings: Any) -> None:
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    assert "Er ging iets mis" in get_template("500.html").render({})


@pytest.mark.django_db
def test_a_page_that_is_not_there_says_nothing_about_what_was_asked(client: Client) -> None:
    answer = client.get("/no/such/page/Jan-Peeters/")
    assert answer.status_code == 404
    assert b"Peeters" not in answer.content


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_with_a_sentence() -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(
        reverse("account_login"), {"login": "x@office.example", "password": "secret-typed-word"}
    )
    assert answer.status_code == 403
    assert b"Deze pagina stond te lang open" in answer.content
    assert b"secret-typed-word" not in answer.content


@pytest.mark.django_db
def test_every_page_carries_the_policy_that_keeps_others_out(client: Client) -> None:
    headers = client.get(reverse("account_login")).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
