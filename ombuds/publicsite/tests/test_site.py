"""What a reader, a feed reader and a machine get; and that nothing of a case gets out."""

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from ombuds.cases.tests.factories import PERSON
from ombuds.lib.hostile import STRINGS
from ombuds.publications.models import Frozen
from ombuds.publications.tests.test_publishing import FR, NL, through

PLAIN = [
    "/",
    "/integrity/",
    "/services/",
    "/about/",
    "/privacy/",
    "/accessibility/",
    "/publications/",
    "/recommendations/",
    "/reports/",
    "/open-data/",
]
MACHINE = ["/feeds/nl.atom", "/feeds/fr.rss", "/sitemap.xml", "/robots.txt", "/open-data/recommendations.csv", "/open-data/recommendations.json",
           "/open-data/publications.json"]  # fmt: skip


@pytest.fixture
def published(make_case: Callable[..., Any], people: SimpleNamespace) -> SimpleNamespace:
    """One story and one recommendation of one case, both out."""
    from ombuds.publications import services as publishing
    from ombuds.recommendations import services as recommending

    case = make_case(state="closed", never_public=False)
    story = publishing.draft(office=case.office, actor=people.handler, kind="story", cases=[case], seed=1)
    publishing.write(story, actor=people.handler, version=story.version, texts={"nl": NL, "fr": FR})
    through(story, people)
    one = recommending.create(
        office=case.office, actor=people.handler, title="Antwoord op tijd", text="Binnen **30 dagen**.", language="nl",
        kind="administration", body=case.grievances.get().body, cases=[case],
    )  # fmt: skip
    recommending.write_text(
        one, actor=people.handler, language="fr", title="Répondez à temps", text="30 jours."
    )
    recommending.issue(one, actor=people.ombudsman)
    publishing.release_recommendation(one, actor=people.ombudsman)
    return SimpleNamespace(case=case, story=story, recommendation=one, key=story.key)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_opens_small_and_without_scripts(
    published: SimpleNamespace, client: Client, language: str
) -> None:
    for address in [*PLAIN, *MACHINE]:
        answer = client.get(address, headers={"accept-language": language})
        html = answer.content.decode()
        assert answer.status_code == 200, address
        assert len(answer.content) < 100_000, address
        if "html" in answer["Content-Type"]:
            assert "<script" not in html, address
            assert f'<html lang="{language}"' in html, address


def test_nothing_of_the_case_is_anywhere(published: SimpleNamespace, client: Client) -> None:
    one = published.recommendation
    addresses = [
        *PLAIN,
        *MACHINE,
        f"/publications/{published.key}/?lang=fr",
        f"/recommendations/{one.year}-{one.sequence}/",
    ]
    values = [str(v) for v in PERSON.values() if len(str(v)) > 3] + [
        published.case.reference,
        str(published.case.key),
    ]
    for address in addresses:
        text = client.get(address).content.decode()
        assert not [value for value in values if value in text], address


def test_a_story_is_read_in_both_languages(published: SimpleNamespace, client: Client) -> None:
    page = client.get(f"/publications/{published.key}/?lang=fr").content.decode()
    assert FR["title"] in page
    assert 'hreflang="nl"' in page
    assert NL["title"] in client.get("/publications/", headers={"accept-language": "nl"}).content.decode()


def test_a_withdrawn_story_says_so_and_is_gone_from_feeds(
    published: SimpleNamespace, people: SimpleNamespace, client: Client
) -> None:
    from ombuds.publications import services as publishing

    publishing.withdraw(published.story, actor=people.ombudsman, reason="An error in the amounts.")
    answer = client.get(f"/publications/{published.key}/?lang=nl")
    assert answer.status_code == 410
    assert "An error in the amounts." in answer.content.decode()
    for address in ("/feeds/nl.atom", "/open-data/publications.json", "/publications/", "/sitemap.xml"):
        assert str(published.key) not in client.get(address).content.decode()


def test_a_draft_is_nowhere(make_case: Callable[..., Any], people: SimpleNamespace, client: Client) -> None:
    from ombuds.publications import services as publishing

    case = make_case(state="closed")
    story = publishing.draft(office=case.office, actor=people.handler, kind="story", cases=[case])
    assert client.get(f"/publications/{story.key}/").status_code == 404


def test_the_recommendation_shows_both_voices(
    published: SimpleNamespace, people: SimpleNamespace, client: Client
) -> None:
    from ombuds.publications import services as publishing
    from ombuds.recommendations import services as recommending

    one = published.recommendation
    recommending.record_answer(
        one, actor=people.handler, answered_on=one.issued_on, says="accepted", words="Fatiha is right."
    )
    address = f"/recommendations/{one.year}-{one.sequence}/"
    english = {"accept-language": "en"}
    assert (
        "Nothing yet" in client.get(address, headers=english).content.decode()
    )  # the frozen copy waits for its release
    assert [r for r, _copy in publishing.changed_recommendations(one.office)] == [one]
    publishing.release_recommendation(one, actor=people.ombudsman)
    assert publishing.changed_recommendations(one.office) == []
    page = client.get(address, headers=english).content.decode()
    assert "Accepts" in page
    assert "Fatiha" not in page


def test_a_recommendation_with_a_name_is_not_released(
    published: SimpleNamespace, people: SimpleNamespace
) -> None:
    from ombuds.publications import services as publishing
    from ombuds.publications.permitting import StillNamed
    from ombuds.recommendations import services as recommending

    one = published.recommendation
    recommending.write_text(one, actor=people.handler, language="fr", title="Pour Fatiha", text="30 jours.")
    with pytest.raises(StillNamed):
        publishing.release_recommendation(one, actor=people.ombudsman)


def test_feeds_and_data_are_well_formed(published: SimpleNamespace, client: Client) -> None:
    feed = ElementTree.fromstring(client.get("/feeds/nl.atom").content)  # noqa: S314  our own feed
    assert [e.text for e in feed.findall(".//{*}entry/{*}title")] == [NL["title"]]
    ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314  our own sitemap
    data = json.loads(client.get("/open-data/recommendations.json").content)["recommendations"]
    assert data[0]["code"] == published.recommendation.code
    table = client.get("/open-data/recommendations.csv").content.decode("utf-8-sig").splitlines()
    assert len(table) == 2
    assert "Antwoord op tijd" in table[1]


def test_hostile_addresses_give_a_page(published: SimpleNamespace, client: Client) -> None:
    for hostile in STRINGS:
        asked = dict.fromkeys(("page", "kind", "year", "status", "lang"), hostile)
        for address in ("/publications/", "/recommendations/", f"/publications/{published.key}/"):
            assert client.get(address, asked).status_code in (200, 400)
    for address in (
        "/reports/99999999999999999999/",
        "/recommendations/99999999999999999999-1/",
        "/feeds/xx.atom",
        "/open-data/recommendations.exe",
    ):
        assert client.get(address).status_code in (400, 404)


def test_nothing_can_be_posted(client: Client, office: Any) -> None:
    assert all(client.post(address).status_code == 405 for address in [*PLAIN, *MACHINE])


def test_only_frozen_rows_are_read(published: SimpleNamespace, client: Client) -> None:
    """The draft changes: the public page does not."""
    published.story.texts.update(body="Fatiha Van den Ölme-Benali", title="Fatiha")
    assert "Fatiha" not in client.get(f"/publications/{published.key}/").content.decode()
    assert Frozen.objects.count() == 2
