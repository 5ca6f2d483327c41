"""The gate in the office: the writer is helped, the second reader kept apart, the ombudsman decides, an outsider computes."""

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.audit.models import Entry
from ombuds.cases.services import raise_wall
from ombuds.cases.terms import Act as CaseAct
from ombuds.cases.tests.factories import PERSON
from ombuds.deidentification.intruder import mending
from ombuds.intake.models import Submission
from ombuds.lib.hostile import STRINGS
from ombuds.lib.today import now
from ombuds.publications import services
from ombuds.publications.models import Decision, Frozen, GateRun, Publication
from ombuds.publications.permitting import Singled, StillNamed
from ombuds.publications.services import advising

AsUser = Callable[[Any], Client]
COPIED = "De loketbediende met de rode trui zei dat ik gerust mocht blijven staan zolang mijn bewonerskaart nog in behandeling was."
PLAIN = "Iemand kreeg een boete en vroeg uitleg."


def with_words(case: Any, text: str = COPIED) -> Any:
    Submission.objects.create(
        office=case.office, case=case, channel="web", fields={"text": text}, received_at=now(), language="nl"
    )
    return case


@pytest.fixture
def case(make_case: Callable[..., Any]) -> Any:
    return with_words(make_case(state="closed"))


@pytest.fixture
def story(case: Any, flanders: Any, people: SimpleNamespace) -> Publication:
    """A story in one language, which copies a sentence of the complaint."""
    type(case).objects.filter(pk=case.pk).update(office=flanders)
    case.refresh_from_db()
    made = services.draft(office=flanders, actor=people.handler, kind="story", cases=[case], seed=5)
    return keep(made, people, f"{PLAIN}\n\n{COPIED}")


def keep(story: Publication, people: SimpleNamespace, body: str) -> Publication:
    nl = {"title": "Een boete", "summary": "Over een boete.", "body": body}
    story.refresh_from_db()
    return services.write(story, actor=people.handler, version=story.version, texts={"nl": nl})


def body(story: Publication) -> str:
    return story.texts.get(language="nl").body


def base(story: Publication) -> str:
    return f"/staff/publications/{story.pk}/gate/"


def test_the_writer_is_stopped_and_shown_the_sentence(
    story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    writer = as_user(people.handler)
    assert "has not been checked" in writer.get(base(story)).content.decode()
    stopped = writer.post(f"/staff/publications/{story.pk}/send/")
    assert stopped.status_code == 422
    assert "The gate says what to change" in stopped.content.decode()
    page = writer.get(base(story)).content.decode()

    assert "cannot be published like this" in page
    assert "stand just so in a file" in page
    assert COPIED in page
    assert not Frozen.objects.exists()


def test_with_one_press_the_gate_makes_a_version_that_passes_and_the_old_one_stays(
    story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    writer = as_user(people.handler)
    writer.post(base(story) + "run/")
    run = services.last_run(story)
    assert run is not None
    assert not run.passed
    told = writer.post(base(story) + "change/", {"run": run.pk, "until": "1"}, follow=True).content.decode()

    assert "of the sentences still say what they said" in told
    assert COPIED not in body(story)
    passed = services.last_run(Publication.objects.get(pk=story.pk))
    assert passed is not None
    assert passed.passed
    assert COPIED in writer.get(f"/staff/publications/{story.pk}/versions/", follow=True).content.decode()


def test_where_nothing_helps_nothing_is_changed(
    story: Publication, people: SimpleNamespace, as_user: AsUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = as_user(people.handler)
    writer.post(base(story) + "run/")
    run, before = services.last_run(story), body(story)
    assert run is not None
    monkeypatch.setattr(mending, "ROUNDS", 0)
    refused = writer.post(base(story) + "change/", {"run": run.pk, "until": "1"})
    assert refused.status_code == 422
    assert "Nothing was changed" in refused.content.decode()
    assert body(story) == before


def test_the_writer_writes_the_sentence_anew_and_the_gate_runs_again(
    story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    writer, first = as_user(people.handler), services.attack(story, actor=people.handler).run
    number = next(one.number for one in advising.advice(story, first) if one.text == COPIED)
    sent = {"run": first.pk, "sentence": number, "words": "Niemand had gewaarschuwd."}
    assert writer.post(base(story) + "change/", sent).status_code == 302

    assert body(story) == f"{PLAIN}\n\nNiemand had gewaarschuwd."
    last = services.last_run(story)
    assert last is not None
    assert last.pk != first.pk
    assert not [m for m in last.verdict["wording"]["sentences"] if m["kind"] == "copied"]


def test_the_writer_accepts_a_proposal_and_all_of_a_kind(
    story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    writer, run = as_user(people.handler), services.attack(story, actor=people.handler).run
    kinds = [row["kind"] for row in run.advice["proposals"] if row["kind"] != "merge"]
    assert kinds, "the intruder proposes something for a copied sentence"
    number = next(n for n, row in enumerate(run.advice["proposals"]) if row["kind"] != "merge")
    assert writer.post(base(story) + "change/", {"run": run.pk, "accept": number}).status_code == 302
    assert body(story) != f"{PLAIN}\n\n{COPIED}"

    keep(story, people, f"{PLAIN}\n\n{COPIED}")
    run = services.attack(story, actor=people.handler).run
    assert writer.post(base(story) + "change/", {"run": run.pk, "all": kinds[0]}).status_code == 302
    assert COPIED not in body(story)


def test_who_works_on_an_old_page_loses_nothing(
    story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    old = services.attack(story, actor=people.handler).run
    keep(story, people, f"{PLAIN} {COPIED} En meer.")
    answer = as_user(people.handler).post(
        base(story) + "change/", {"run": old.pk, "sentence": 1, "words": "Mijn eigen woorden."}
    )
    assert answer.status_code == 422
    assert "Mijn eigen woorden." in answer.content.decode()
    assert "Mijn eigen woorden." not in body(story)


def test_a_run_speaks_of_one_very_text_and_its_cases(
    story: Publication, people: SimpleNamespace, make_case: Callable[..., Any]
) -> None:
    services.attack(story, actor=people.handler)
    assert services.last_run(story)
    services.link_case(story, make_case(state="closed"), actor=people.handler)
    assert services.last_run(story) is None
    keep(story, people, PLAIN)
    assert services.last_run(story) is None


def test_the_verdict_holds_nothing_of_a_case(
    case: Any, story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    keep(story, people, f"{PLAIN} Fatiha belde. {COPIED}")
    services.attack(story, actor=people.handler)
    answer = as_user(people.editor).get(base(story) + "verdict.json")
    verdict = json.loads(answer.content)

    assert {"facts", "wording", "combined", "true_values", "passed", "attack"} <= set(verdict)
    assert verdict["passed"] is False
    assert {"rank", "probability"} <= set(verdict["combined"])
    assert {"version", "seed", "base_size", "base_digest"} <= set(verdict["attack"])
    assert verdict["true_values"][0]["kind"] == "person"
    whole = answer.content.decode()
    for secret in (*PERSON.values(), case.reference, case.key.hex, str(case.key), "loketbediende", "trui"):
        assert not (len(str(secret)) > 3 and str(secret) in whole), secret


def test_only_the_ombudsman_overrides_with_a_reason_and_for_this_text_only(
    story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    with pytest.raises(Singled):
        services.send_to_review(story, actor=people.handler)
    reason = {"o-reason": "De krant schreef er al over."}
    assert as_user(people.handler).post(base(story) + "override/", reason).status_code == 403
    assert as_user(people.ombudsman).post(base(story) + "override/", {"o-reason": " "}).status_code == 422
    assert as_user(people.ombudsman).post(base(story) + "override/", reason).status_code == 302
    assert "De krant schreef er al over." in as_user(people.editor).get(base(story)).content.decode()
    services.send_to_review(story, actor=people.handler)
    services.review(story, actor=people.editor, passed=True)
    services.approve(story, actor=people.ombudsman)
    assert services.publish(story, actor=people.ombudsman)
    assert Decision.objects.get(what="override").by == people.ombudsman


def test_an_override_is_void_when_the_text_changes(story: Publication, people: SimpleNamespace) -> None:
    services.override(story, actor=people.ombudsman, reason="Bekend uit de krant.")
    keep(story, people, f"{PLAIN}\n\n{COPIED} Zij was boos.")
    with pytest.raises(Singled):
        services.send_to_review(story, actor=people.handler)


def test_nobody_overrides_a_name(story: Publication, people: SimpleNamespace, as_user: AsUser) -> None:
    keep(story, people, "Fatiha kreeg een boete.")
    with pytest.raises(StillNamed):
        services.override(story, actor=people.ombudsman, reason="Zij wil het zelf.")
    answer = as_user(people.ombudsman).post(base(story) + "override/", {"o-reason": "Zij wil het zelf."})
    assert answer.status_code == 422


def test_the_sentence_of_a_file_is_shown_to_who_may_read_it_and_recorded(
    case: Any, story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    services.attack(story, actor=people.handler)
    read = Entry.objects.filter(action=CaseAct.READ, case_id=case.pk, actor=people.handler2)
    page = as_user(people.handler2).get(base(story) + "match/0/").content.decode()
    assert case.reference in page
    assert read.exists()


def test_behind_a_wall_only_our_own_sentence_is_shown(
    story: Publication, people: SimpleNamespace, make_case: Callable[..., Any], as_user: AsUser
) -> None:
    """The sentence stands in another case too, which this writer may not see."""
    words = "De deurwaarder stond op de begrafenis van mijn nonkel met een rekening voor de takeldienst te zwaaien."
    walled = with_words(make_case(state="closed", office=story.office), words)
    raise_wall(walled, actor=people.ombudsman, user=people.handler, reason="Neighbour.")
    keep(story, people, f"{PLAIN}\n\n{words}")
    run = services.attack(story, actor=people.handler).run
    assert walled.key.hex in {m["case"] for m in run.advice["matches"]}
    writer, before = as_user(people.handler), Entry.objects.filter(case_id=walled.pk).count()
    assert words in writer.get(base(story)).content.decode()
    for number, row in enumerate(run.advice["matches"]):
        page = writer.get(f"{base(story)}match/{number}/").content.decode()
        if row["case"] == walled.key.hex:
            assert "a file that you do not see" in page
            assert walled.reference not in page
    assert Entry.objects.filter(case_id=walled.pk).count() == before


def test_who_opens_the_gate(story: Publication, people: SimpleNamespace, as_user: AsUser) -> None:
    run = services.attack(story, actor=people.handler).run
    for user in (people.outsider, people.intake, people.integrity, people.administrator):
        assert as_user(user).get(base(story)).status_code in (403, 404)
    editor = as_user(people.second_reader)
    assert editor.get(base(story)).status_code == 200
    for user in (people.outsider, people.intake):
        assert as_user(user).post(base(story) + "change/", {"run": run.pk, "accept": 0}).status_code == 403
        assert as_user(user).get(base(story) + "match/0/").status_code == 403


def test_advice_is_gone_after_publishing_and_the_verdict_stays(
    story: Publication, people: SimpleNamespace
) -> None:
    services.override(story, actor=people.ombudsman, reason="Bekend uit de krant.")
    services.send_to_review(story, actor=people.handler)
    services.review(story, actor=people.editor, passed=True)
    services.approve(story, actor=people.ombudsman)
    services.publish(story, actor=people.ombudsman)
    assert GateRun.objects.filter(publication=story).exists()
    assert all(run.advice == {} and run.verdict for run in GateRun.objects.filter(publication=story))


def test_what_was_published_before_stands_beside_it(
    case: Any, story: Publication, people: SimpleNamespace
) -> None:
    from ombuds.publications.services.attacking import earlier, is_fresh

    keep(story, people, PLAIN)
    services.override(story, actor=people.ombudsman, reason="x") if not services.attack(
        story, actor=people.handler
    ).run.passed else None
    other = services.draft(office=story.office, actor=people.handler, kind="story", cases=[case])
    keep(other, people, "Iemand anders.")
    run = services.attack(other, actor=people.handler).run
    assert is_fresh(run)
    services.send_to_review(story, actor=people.handler)
    services.review(story, actor=people.editor, passed=True)
    services.approve(story, actor=people.ombudsman)
    services.publish(story, actor=people.ombudsman)

    told = earlier(story.office, except_for=other)
    assert [t.cases for t in told] == [frozenset({case.key.hex})]
    assert not is_fresh(GateRun.objects.get(pk=run.pk))
    assert earlier(story.office, except_for=story) == []


@pytest.mark.parametrize("hostile", STRINGS[:12])
def test_hostile_words_at_the_gate(
    story: Publication, people: SimpleNamespace, as_user: AsUser, hostile: str
) -> None:
    writer = as_user(people.handler)
    for data in (
        {"run": hostile, "accept": hostile},
        {"run": hostile, "all": hostile},
        {"sentence": hostile, "words": hostile},
    ):
        assert writer.post(base(story) + "change/", data).status_code in (302, 400, 422)
    assert as_user(people.ombudsman).post(base(story) + "override/", {"o-reason": hostile}).status_code in (
        302,
        400,
        422,
    )
