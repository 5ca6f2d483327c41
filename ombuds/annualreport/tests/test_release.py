"""A report goes out when its sums hold and its languages are there; then it is frozen."""

import pytest
from django.test import Client

from ombuds.accounts.models import User
from ombuds.annualreport import content, services
from ombuds.annualreport.models import Edition
from ombuds.annualreport.tests import factories as make
from ombuds.cases.models import Case
from ombuds.lib.hostile import MEGABYTE, STRINGS
from ombuds.office.models import Office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return make.a_reporting_office()


@pytest.fixture
def ombudsman(office: Office) -> User:
    return make.a_person("ombudsman")


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_ombudsman_releases_and_the_figures_stand_still(office: Office, ombudsman: User) -> None:
    edition = services.release(edition=make.an_edition(office), actor=ombudsman)
    before = services.edition_html(edition, "nl")
    make.a_case(office, "2024-03-03", days=1)
    assert services.edition_html(Edition.objects.get(pk=edition.pk), "nl") == before
    assert list(services.released_editions(office)) == [edition]
    assert services.is_intact(edition)
    assert services.edition_languages(edition) == ["nl", "fr"]


def test_a_report_in_french_only_cannot_be_released(office: Office, ombudsman: User) -> None:
    with pytest.raises(services.LanguageMissing, match="NL"):
        services.release(edition=make.an_edition(office, fr="Chaque plainte compte."), actor=ombudsman)


def test_a_text_begun_in_one_language_is_needed_in_the_other(office: Office, ombudsman: User) -> None:
    edition = make.an_edition(office)
    services.write_text(edition=edition, slot="reading_note", language="nl", text="Lees zo.", actor=ombudsman)
    with pytest.raises(services.LanguageMissing, match="FR"):
        services.release(edition=edition, actor=ombudsman)


def test_a_broken_balance_stops_the_release_and_names_the_sum(office: Office, ombudsman: User) -> None:
    Case.objects.filter(office=office).update(closed_at=None)
    with pytest.raises(services.BalanceBroken, match="≠"):
        services.release(edition=make.an_edition(office), actor=ombudsman)


def test_a_year_that_still_runs_is_not_released(ombudsman: User) -> None:
    from ombuds.lib.today import today

    office = make.a_reporting_office(year=today().year)
    with pytest.raises(services.NotOver):
        services.release(edition=make.an_edition(office, today().year), actor=ombudsman)


def test_second_readers_and_editors_write_but_do_not_release(office: Office) -> None:
    for role in ("second_reader", "editor"):
        person = make.a_person(role)
        edition = Edition.objects.filter(office=office).first() or make.an_edition(office, actor=person)
        with pytest.raises(services.NotAllowed):
            services.release(edition=edition, actor=person)


def test_a_released_report_is_not_written_any_more(office: Office, ombudsman: User) -> None:
    edition = services.release(edition=make.an_edition(office), actor=ombudsman)
    with pytest.raises(services.AlreadyReleased):
        services.write_text(
            edition=edition, slot="foreword", language="nl", text="x", actor=ombudsman, seen_version=1
        )
    with pytest.raises(services.AlreadyReleased):
        services.release(edition=edition, actor=ombudsman)


def test_a_changed_snapshot_is_noticed(office: Office, ombudsman: User) -> None:
    edition = services.release(edition=make.an_edition(office), actor=ombudsman)
    Edition.objects.filter(pk=edition.pk).update(content={**edition.content, "year": 1999})
    assert not services.is_intact(Edition.objects.get(pk=edition.pk))


def test_a_year_without_cases_has_no_report(office: Office, ombudsman: User) -> None:
    with pytest.raises(services.NoData, match="2019"):
        services.create_edition(office=office, year=2019, actor=ombudsman)


def test_what_was_never_released_is_not_in_the_report(office: Office) -> None:
    make.a_story(office, 2024, withdrawn_at=make.a_moment("2024-07-01"), title="Ingetrokken verhaal")
    make.a_public_recommendation(
        office, 2024, code="2024-2", sequence=2, is_current=False, titles={"nl": "Geheim"}
    )
    page = services.edition_html(make.an_edition(office), "nl")
    assert "De boete die terugkwam" in page
    assert "Leg elke boete uit" in page
    assert "Ingetrokken verhaal" not in page
    assert "Geheim" not in page


def test_small_counts_are_hidden_before_anything_is_drawn(office: Office) -> None:
    tables = {table.key: table for table in services.edition_tables(make.an_edition(office))}
    cells = tables["received_by_month"].column("2024")
    assert not any(isinstance(cell, int) and 0 < cell < 5 for cell in cells)
    assert '"*"' in content.canonical(services.live_content(Edition.objects.get()))


# The pages


def test_from_a_new_edition_to_release_by_page(office: Office, ombudsman: User) -> None:
    client = logged_in(ombudsman)
    assert client.post("/staff/report/", {"year": "2024"}).status_code == 302
    page = f"/staff/report/{Edition.objects.get().pk}/"
    for language in ("nl", "fr"):
        client.post(
            f"{page}text/foreword/{language}/", {"text": f"# Voorwoord {language}", "seen_version": "0"}
        )
    assert client.post(f"{page}release/").status_code == 409
    assert client.post(f"{page}release/", {"sure": "on"}).status_code == 302
    assert Edition.objects.get().is_released
    assert client.get(page).status_code == 200
    assert client.get(f"{page}preview/fr/").status_code == 200
    assert client.get(f"{page}nl.pdf").content.startswith(b"%PDF")


def test_two_editors_at_once_lose_nothing(office: Office, ombudsman: User) -> None:
    page = f"/staff/report/{make.an_edition(office).pk}/text/foreword/nl/"
    answer = logged_in(ombudsman).post(page, {"text": "Mijn versie", "seen_version": "0"}).content.decode()
    assert "Somebody else changed this text" in answer
    assert "Mijn versie" in answer
    assert "Elke klacht telt." in answer


@pytest.mark.parametrize("text", [*STRINGS, MEGABYTE])
def test_any_text_is_kept_or_refused_with_a_sentence(office: Office, ombudsman: User, text: str) -> None:
    edition = make.an_edition(office)
    page = f"/staff/report/{edition.pk}/"
    answer = logged_in(ombudsman).post(f"{page}text/foreword/nl/", {"text": text, "seen_version": "1"})
    assert answer.status_code in {200, 302, 400, 422}  # saved, or the form again with a sentence
    assert logged_in(ombudsman).get(f"{page}preview/nl/").status_code == 200


@pytest.mark.parametrize(
    "address", ["99999/", "99999999999999999999999/", "1/text/nothing/nl/", "1/preview/xx/", "1/xx.pdf"]
)
def test_what_does_not_exist_is_not_found(office: Office, ombudsman: User, address: str) -> None:
    edition = make.an_edition(office)
    address = address.replace("1/", f"{edition.pk}/", 1) if address.startswith("1/") else address
    assert logged_in(ombudsman).get(f"/staff/report/{address}").status_code in {400, 404}


def test_handlers_have_no_report_desk(office: Office) -> None:
    assert logged_in(make.a_person("handler")).get("/staff/report/").status_code == 403
