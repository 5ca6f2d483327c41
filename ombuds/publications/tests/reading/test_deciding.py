"""The first reader looks at every place: replaces, leaves, adds, changes, undoes, finishes."""

from types import SimpleNamespace

import pytest
import time_machine

from ombuds.audit.models import Entry
from ombuds.lib.errors import Refusal
from ombuds.lib.hostile import STRINGS
from ombuds.publications import services as publishing
from ombuds.publications.models import Publication, SpanDecision, SpanReview
from ombuds.publications.permitting import MayNot
from ombuds.publications.reviewing import services
from ombuds.publications.reviewing.desk import open_desk
from ombuds.publications.reviewing.services import NotHere, Stale
from ombuds.publications.tests.reading.people import NL, Reader


def test_the_known_name_is_found_in_both_languages(first: Reader) -> None:
    found = {i.piece for i in first.places if i.source == "known" and "Fatiha" in first.words(i)}

    assert found == {"nl-body", "fr-body"}


def test_a_decision_is_kept_with_who_and_when_and_without_the_words(first: Reader) -> None:
    first.decides("Achterberg", "leave")
    row = SpanDecision.objects.get()

    assert (row.verdict, row.by, row.kind) == ("leave", first.user, "person")
    assert "Achterberg" not in str(SpanDecision.objects.values())
    assert "Achterberg" not in str(list(Entry.objects.values()))
    assert first.place("Achterberg").verdict == "leave"


def test_everywhere_holds_in_the_other_language_too(first: Reader) -> None:
    first.decides("Fatiha", "mask", everywhere=True)

    assert first.place("Fatiha", "fr-body").verdict == "mask"
    assert first.place("Achterberg").verdict == ""


def test_left_everywhere_are_the_same_words_only(first: Reader) -> None:
    first.decides("Achterberg", "leave", everywhere=True)

    assert first.place("Achterberg", "fr-body").verdict == "leave"
    assert first.place("Fatiha").verdict == ""


def test_what_nobody_found_is_added_by_its_words_in_all_texts(first: Reader) -> None:
    first.adds("beige", everywhere=True)

    assert first.words(first.place("Beige")) == "Beige"
    assert first.place("Beige", "fr-body").verdict == "mask"


def test_without_a_text_chosen_the_words_are_sought_in_all(first: Reader) -> None:
    first.adds("Beige", piece="")

    assert first.place("Beige").verdict == "mask"
    assert first.place("Beige", "fr-body").verdict == "mask"


def test_a_selected_place_is_added_exactly(first: Reader) -> None:
    start = NL["body"].index("deur")
    first.adds("deur", start=start, end=start + 4)

    assert first.place("deur").start == start


def test_a_selection_that_does_not_fit_the_words_is_searched_by_its_words(first: Reader) -> None:
    first.adds("deur", start=0, end=3)

    assert first.words(first.place("deur")) == "deur"


def test_words_that_are_not_there_get_a_sentence(first: Reader) -> None:
    for words in [*STRINGS, "woorden die er niet staan"]:
        with pytest.raises(NotHere):
            first.adds(words)

    assert not SpanDecision.objects.exists()


def test_a_kind_that_does_not_exist_is_refused(first: Reader) -> None:
    with pytest.raises(Refusal):
        first.adds("deur", kind="animal")


def test_bounds_and_kind_can_be_changed(first: Reader) -> None:
    desk, place = first.desk, services.item_id(first.place("Achterberg"))
    services.change(desk, 1, place=place, words="Mevrouw Achterberg", kind="organisation", **first.sees(desk))
    changed = first.place("Achterberg")

    assert (first.words(changed), changed.kind, changed.verdict) == (
        "Mevrouw Achterberg",
        "organisation",
        "mask",
    )


def test_new_bounds_lie_around_the_old_place(first: Reader) -> None:
    desk, place = first.desk, services.item_id(first.place("Achterberg"))
    with pytest.raises(NotHere):
        services.change(desk, 1, place=place, words="is de deur", kind="person", **first.sees(desk))


def test_undo_takes_back_a_whole_act_and_keeps_its_trace(first: Reader) -> None:
    first.decides("Achterberg", "leave")
    first.decides("Fatiha", "mask", everywhere=True)
    services.undo(first.desk, 1, **first.sees(first.desk))

    assert first.place("Fatiha").verdict == ""
    assert first.place("Fatiha", "fr-body").verdict == ""
    assert first.place("Achterberg").verdict == "leave"
    assert SpanDecision.objects.filter(undone_at__isnull=False).exists()


def test_nothing_to_undo_is_said(first: Reader) -> None:
    with pytest.raises(Refusal):
        services.undo(first.desk, 1, **first.sees(first.desk))


def test_all_sure_places_at_once(first: Reader) -> None:
    count = services.accept_sure(first.desk, 1, **first.sees(first.desk))

    assert count == sum(i.verdict == "mask" for i in first.places) > 0
    assert first.place("Fatiha").verdict == "mask"


def test_two_readers_at_once_do_not_overwrite_each_other(first: Reader, people: SimpleNamespace) -> None:
    hers, his = first.desk, first.desk
    place = services.item_id(first.place("Achterberg"))
    saw = first.sees(hers)
    services.decide(hers, 1, place=place, verdict="leave", **saw)
    with pytest.raises(Stale):
        services.decide(his, 1, place=place, verdict="mask", **saw)

    assert first.place("Achterberg").verdict == "leave"


def test_a_text_changed_under_the_reader_stops_the_act(first: Reader, story: Publication) -> None:
    desk = first.desk
    saw, place = first.sees(desk), services.item_id(first.place("Achterberg"))
    body = NL["body"].replace("de deur", "de oude deur")
    publishing.write(story, actor=first.user, version=story.version, texts={"nl": {**NL, "body": body}})
    with pytest.raises(Stale):
        services.decide(first.desk, 1, place=place, verdict="mask", **saw)


def test_decisions_move_along_when_the_text_changes(first: Reader, story: Publication) -> None:
    first.decides("Achterberg", "leave")
    body = "Een nieuwe eerste zin. " + NL["body"]
    publishing.write(story, actor=first.user, version=story.version, texts={"nl": {**NL, "body": body}})

    assert first.place("Achterberg").verdict == "leave"
    first.decides("Fatiha", "mask")  # and again after the next act has kept the new places
    assert first.place("Achterberg").verdict == "leave"


def test_it_is_finished_only_when_every_place_is_decided(first: Reader) -> None:
    with pytest.raises(Refusal):
        first.finishes()
    first.adds("Beige")
    done = first.masks_the_rest().finishes()

    assert done.finished_at is not None
    assert done.added == 1
    assert done.masked >= 4
    with pytest.raises(Refusal):
        first.decides("Achterberg", "leave")


def test_after_a_change_it_is_read_anew_and_only_what_is_new_waits(first: Reader, story: Publication) -> None:
    first.decides("Achterberg", "leave")
    first.masks_the_rest().finishes()
    with pytest.raises(Refusal):
        first.starts()  # nothing changed
    body = NL["body"] + " Mevrouw Kowalczyk kwam ook."
    publishing.write(story, actor=first.user, version=story.version, texts={"nl": {**NL, "body": body}})
    first.starts()

    assert first.place("Achterberg").verdict == "leave"
    assert [first.words(i) for i in first.places if not i.verdict] == ["Kowalczyk"]
    assert SpanReview.objects.count() == 2


def test_active_time_counts_from_act_to_act_and_pauses_are_capped(
    story: Publication, people: SimpleNamespace
) -> None:
    with time_machine.travel("2026-11-02 09:00+01:00", tick=False) as clock:
        reader = Reader(story, people.handler).starts()
        clock.shift(20)
        reader.decides("Achterberg", "leave")
        clock.shift(3600)
        reader.decides("Fatiha", "mask")

    assert SpanReview.objects.get().seconds == 20 + 90


def test_who_does_not_write_or_review_cannot_read_for_names(
    story: Publication, people: SimpleNamespace
) -> None:
    for user in (people.outsider, people.records, people.intake):
        with pytest.raises(MayNot):
            services.start(open_desk(story, "draft", user), 1)
