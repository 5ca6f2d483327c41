import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.lib.errors import Refusal
from ombuds.lib.hostile import STRINGS
from ombuds.lib.today import today
from ombuds.recommendations import services
from ombuds.recommendations.models import Recommendation
from ombuds.recommendations.terms import Status
from ombuds.recommendations.workflow import MOVES, may_follow

MakeCase = Callable[..., Any]
AsUser = Callable[[Any], Client]


@pytest.fixture
def case(make_case: MakeCase) -> Any:
    return make_case(state="closed")


def draft(case: Any, people: SimpleNamespace, **fields: Any) -> Recommendation:
    given = {
        "title": "Answer within thirty days",
        "text": "Let people know in time.",
        "language": "en",
        "kind": "administration",
    }
    body = case.grievances.get().body
    return services.create(
        office=case.office, actor=people.handler, cases=[case], **{**given, "body": body, **fields}
    )


def test_a_recommendation_gets_its_number_when_the_ombudsman_issues_it(
    case: Any, people: SimpleNamespace
) -> None:
    first, second = draft(case, people), draft(case, people)
    with pytest.raises(Refusal):
        services.issue(first, actor=people.handler)
    services.issue(first, actor=people.ombudsman)
    services.issue(second, actor=people.ombudsman)

    assert [first.code, second.code] == [f"{today().year}-1", f"{today().year}-2"]
    with pytest.raises(Refusal):
        services.issue(first, actor=people.ombudsman)


def test_what_the_service_says_and_what_we_find_stand_apart(case: Any, people: SimpleNamespace) -> None:
    one = services.issue(draft(case, people), actor=people.ombudsman)
    services.record_answer(one, actor=people.handler, answered_on=today(), says="implemented", words="Done.")
    assert (one.service_says, one.ombudsman_finds, one.status) == ("implemented", "not_checked", "accepted")
    services.record_finding(
        one, actor=people.handler, finds="not_implemented", note="Ten letters still took a year."
    )
    assert (one.service_says, one.ombudsman_finds, one.status) == (
        "implemented",
        "not_implemented",
        "not_implemented",
    )
    assert [c.by for c in one.changes.all()] == [people.ombudsman, *[people.handler] * 4]


def test_an_answer_before_the_issue_or_in_the_future_is_refused(case: Any, people: SimpleNamespace) -> None:
    one = draft(case, people)
    with pytest.raises(Refusal):
        services.record_answer(one, actor=people.handler, answered_on=today(), says="accepted", words="Yes.")
    services.issue(one, actor=people.ombudsman)
    for days in (-1, 1):
        with pytest.raises(Refusal):
            services.record_answer(
                one,
                actor=people.handler,
                answered_on=today() + dt.timedelta(days=days),
                says="accepted",
                words="Yes.",
            )


def test_scenario_11_a_repeated_recommendation_shows_as_one_chain_with_two_dates(
    case: Any, people: SimpleNamespace, as_user: AsUser
) -> None:
    old = services.issue(draft(case, people), actor=people.ombudsman, on=dt.date(2018, 6, 1))
    new = services.issue(draft(case, people), actor=people.ombudsman, on=dt.date(2020, 9, 15))
    services.relate(new, actor=people.handler, kind="repeats", other=old, on=dt.date(2020, 9, 15))
    services.relate(
        old, actor=people.handler, kind="discussed_in", where="Committee on Mobility", on=dt.date(2019, 2, 2)
    )

    for one in (old, new):
        chain = services.chain_of(one)
        assert [r.code for r in chain] == ["2018-1", "2020-1"]
        assert [m.on.year for m in services.timeline(chain) if m.kind == "issued"] == [2018, 2020]
        page = as_user(people.handler).get(f"/staff/recommendations/{one.pk}/").content.decode()
        assert "1 June 2018" in page
        assert "15 September 2020" in page
        assert "Committee on Mobility" in page


def test_relations_that_make_no_sense_are_refused(case: Any, people: SimpleNamespace) -> None:
    one = draft(case, people)
    for wrong in ({"kind": "repeats"}, {"kind": "repeats", "other": one}, {"kind": "led_to"}):
        with pytest.raises(Refusal):
            services.relate(one, actor=people.handler, **wrong)


@pytest.mark.parametrize("before", list(Status))
@pytest.mark.parametrize("after", list(Status))
def test_every_pair_of_statuses(before: Status, after: Status) -> None:
    assert may_follow(before, after) is (after in MOVES[before])
    assert before != after or not may_follow(before, after)


def test_every_status_is_reached_and_only_closed_is_final() -> None:
    reached = {after for moves in MOVES.values() for after in moves}
    assert reached | {Status.DRAFT} == set(Status)
    assert all(MOVES[s] for s in Status)


def test_the_term_runs_out_once(case: Any, people: SimpleNamespace) -> None:
    one = services.issue(
        draft(case, people),
        actor=people.ombudsman,
        on=today() - dt.timedelta(days=100),
        answer_due_on=today() - dt.timedelta(days=40),
    )
    assert Recommendation.objects.overdue().filter(pk=one.pk).exists()
    assert services.tick(case.office, today()) == 3  # the day itself, the silence after it, and one reminder
    one.refresh_from_db()
    assert one.status == "no_answer"
    assert services.tick(case.office, today()) == 0


def test_an_issued_text_stands_and_a_draft_does_not(case: Any, people: SimpleNamespace) -> None:
    one = draft(case, people)
    services.write_text(one, actor=people.handler, language="en", title="Better", text="Better.")
    services.write_text(one, actor=people.handler, language="fr", title="Mieux", text="Mieux.")
    services.issue(one, actor=people.ombudsman)
    services.write_text(one, actor=people.handler, language="fr", title="Encore mieux", text="Mieux.")
    with pytest.raises(Refusal):
        services.write_text(one, actor=people.handler, language="en", title="x", text="x")


def test_letters_come_in_the_language_asked(case: Any, people: SimpleNamespace) -> None:
    one = services.issue(draft(case, people), actor=people.ombudsman)
    subject, text = services.letter_text(one, "R2", "en")
    assert one.code in subject
    assert "Let people know in time." in text
    letter = services.write_letter(
        one, actor=people.handler, code="R2", language="en", subject=subject, text=text
    )
    assert one.letters.get() == letter


def test_the_pages_do_the_acts(case: Any, people: SimpleNamespace, as_user: AsUser) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    browser = as_user(people.ombudsman)
    body = case.grievances.get().body
    sent = {"language": "nl", "title": "Antwoord op tijd", "text": "Binnen 30 dagen.", "addressee": "body", "body": body.pk,
            "kind": "administration", "is_public": "on"}  # fmt: skip
    wrong = browser.post(f"/staff/recommendations/new/?case={case.pk}", {**sent, "body": ""})
    assert wrong.status_code == 422
    assert "Binnen 30 dagen." in wrong.content.decode()
    body.competences.get_or_create(office=case.office, matter="complaint", verdict="ours")
    made = browser.post(f"/staff/recommendations/new/?case={case.pk}", sent)
    assert made.status_code == 302
    one = Recommendation.objects.get()
    base = f"/staff/recommendations/{one.pk}/"
    assert case.reference in browser.get(base).content.decode()
    assert (
        browser.post(base + "text/fr/", {"tfr-title": "À temps", "tfr-text": "30 jours."}).status_code == 302
    )
    assert browser.post(base + "issue/", {"i-answer_due_on": "2000-01-01"}).status_code == 422
    assert browser.post(base + "issue/", {}).status_code == 302
    proof = SimpleUploadedFile("brief.txt", b"Ja, we doen het.")
    answer = {"a-answered_on": today().isoformat(), "a-says": "accepted", "a-words": "Ja.", "a-proof": proof}
    assert browser.post(base + "answer/", answer).status_code == 302
    document = one.answers.get().documents.get()
    assert browser.get(f"{base}proof/{document.key}/").status_code == 200
    assert browser.post(base + "finds/", {"o-finds": "implemented", "o-note": "Seen."}).status_code == 302
    assert browser.post(base + "relations/", {"r-kind": "repeats", "r-code": "x"}).status_code == 422
    assert browser.post(base + "relations/", {"r-kind": "led_to", "r-where": "Besluit"}).status_code == 302
    assert browser.get(base + "letter/?code=zz&language=xx").status_code == 200
    letter = {"code": "R3", "language": "fr", "subject": "Suivi", "text": "Bonjour"}
    assert browser.post(base + "letter/", letter).status_code == 302
    assert (
        browser.post(base + "status/", {"s-status": "closed_by_ombudsman", "s-note": "All done."}).status_code
        == 302
    )
    assert (
        "Antwoord op tijd" in browser.get("/staff/recommendations/?q=tijd&year=abc&page=zzz").content.decode()
    )


def test_who_may_not_gets_nothing(case: Any, people: SimpleNamespace, as_user: AsUser) -> None:
    one = draft(case, people)
    for user in (people.outsider, people.integrity, people.administrator, people.editor):
        assert as_user(user).get("/staff/recommendations/").status_code == 403
        assert as_user(user).get(f"/staff/recommendations/{one.pk}/").status_code == 403
    assert as_user(people.intake).get(f"/staff/recommendations/{one.pk}/").status_code == 200
    assert as_user(people.intake).post(f"/staff/recommendations/{one.pk}/status/", {}).status_code == 403
    assert as_user(people.handler).post(f"/staff/recommendations/{one.pk}/issue/", {}).status_code == 403
    assert Client().get(f"/staff/recommendations/{one.pk}/").status_code == 302


@pytest.mark.parametrize("hostile", STRINGS)
def test_hostile_words_give_a_page(case: Any, people: SimpleNamespace, as_user: AsUser, hostile: str) -> None:
    browser = as_user(people.ombudsman)
    one = draft(case, people)
    base = f"/staff/recommendations/{one.pk}/"
    assert browser.get(
        "/staff/recommendations/", {"q": hostile, "year": hostile, "status": hostile}
    ).status_code in (200, 400)
    for path, fields in [("answer/", ("a-words", "a-says")), ("status/", ("s-note", "s-status")), ("relations/", ("r-code", "r-where")),
                         ("text/nl/", ("tnl-title", "tnl-text")), ("issue/", ("i-answer_due_on",)), ("frame/", ("f-body", "f-seen"))]:  # fmt: skip
        assert browser.post(base + path, dict.fromkeys(fields, hostile)).status_code in (302, 400, 422)
    assert browser.get(base).status_code == 200
