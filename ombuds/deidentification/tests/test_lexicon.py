"""What readers teach the engine: a name at once, a word that blinds it only when a second person agrees."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.audit.models import Entry
from ombuds.deidentification import services
from ombuds.deidentification.models import LexiconEntry
from ombuds.lib.errors import Refusal
from ombuds.lib.hostile import MEGABYTE, STRINGS

AsUser = Callable[[Any], Client]


@pytest.fixture
def word(office: Any, people: SimpleNamespace) -> LexiconEntry:
    """The handler says that “Bloem” is never a name."""
    return services.learn(office=office, word="Bloem", is_name=False, actor=people.handler)


def test_a_taught_name_counts_at_once(office: Any, people: SimpleNamespace) -> None:
    services.learn(office=office, word="Zéphyrine", is_name=True, actor=people.handler)

    assert services.vocabulary_of(office).names == {"zephyrine"}


def test_a_word_that_is_never_a_name_waits_for_a_second_person(
    office: Any, people: SimpleNamespace, word: LexiconEntry
) -> None:
    assert services.vocabulary_of(office).words == frozenset()
    services.confirm(word, actor=people.second_reader)

    assert services.vocabulary_of(office).words == {"bloem"}


def test_nobody_agrees_with_themselves(office: Any, people: SimpleNamespace) -> None:
    own = services.learn(office=office, word="Roos", is_name=False, actor=people.second_reader)
    with pytest.raises(Refusal):
        services.confirm(own, actor=people.second_reader)

    assert services.vocabulary_of(office).words == frozenset()


def test_a_handler_may_propose_and_take_back_but_not_agree(
    office: Any, people: SimpleNamespace, word: LexiconEntry
) -> None:
    with pytest.raises(Refusal):
        services.confirm(word, actor=people.handler2)
    with pytest.raises(Refusal):
        services.remove(word, actor=people.handler2)
    services.remove(word, actor=people.handler)

    assert LexiconEntry.objects.get().ended_by == people.handler


def test_a_word_in_one_language_is_not_taught_to_the_others(office: Any, people: SimpleNamespace) -> None:
    services.learn(office=office, word="Marchand", is_name=True, language="fr", actor=people.handler)

    assert services.vocabulary_of(office, ["fr"]).names == {"marchand"}
    assert services.vocabulary_of(office, ["nl"]).names == frozenset()


def test_a_word_taken_out_can_be_taught_anew_and_the_history_stays(
    office: Any, people: SimpleNamespace, word: LexiconEntry
) -> None:
    with pytest.raises(Refusal):
        services.learn(office=office, word="BLOEM", is_name=True, actor=people.editor)
    services.remove(word, actor=people.editor)
    services.learn(office=office, word="BLOEM", is_name=True, actor=people.editor)

    assert services.vocabulary_of(office).names == {"bloem"}
    assert LexiconEntry.objects.count() == 2


NO_WORDS = [
    "",
    "  ",
    "\x00",
    "<b>",
    "'; DROP TABLE x; --",
    "Jan Peeters",
    "85.07.30",
    "-1",
    "A" * 61,
    MEGABYTE,
    "\u200b",
    "👩‍👩‍👧‍👦",
]


def test_only_single_words_are_taught(office: Any, people: SimpleNamespace) -> None:
    for typed in NO_WORDS:
        with pytest.raises(Refusal):
            services.learn(office=office, word=typed, is_name=True, actor=people.handler)

    assert not LexiconEntry.objects.exists()


def test_no_typed_word_breaks_the_page(people: SimpleNamespace, as_user: AsUser, office: Any) -> None:
    browser = as_user(people.handler)
    for typed in STRINGS:
        sent = {"word": typed, "is_name": "no", "language": typed, "reason": typed}
        assert browser.post("/staff/names/lexicon/teach/", sent).status_code in (302, 422), repr(typed)


def test_the_record_of_acts_holds_no_word(people: SimpleNamespace, word: LexiconEntry) -> None:
    entry = Entry.objects.latest("pk")

    assert entry.action == "deidentification:lexicon:learn"
    assert "loem" not in str(entry.data)


def test_the_list_shows_who_and_offers_only_what_a_person_may_do(
    people: SimpleNamespace, word: LexiconEntry, as_user: AsUser
) -> None:
    agree = f"/staff/names/lexicon/{word.pk}/agree/"
    own = as_user(people.handler).get("/staff/names/lexicon/").content.decode()
    other = as_user(people.editor).get("/staff/names/lexicon/").content.decode()

    assert "Handler Testperson" in own
    assert agree not in own
    assert agree in other
    assert as_user(people.editor).post(agree).status_code == 302
    assert as_user(people.outsider).get("/staff/names/lexicon/").status_code == 403
    assert as_user(people.records).get("/staff/names/lexicon/").status_code == 403


def test_a_refusal_keeps_what_was_typed(people: SimpleNamespace, as_user: AsUser, office: Any) -> None:
    answer = as_user(people.handler).post(
        "/staff/names/lexicon/teach/", {"word": "Jan Peeters", "is_name": "yes", "reason": "twice seen"}
    )

    assert answer.status_code == 422
    assert "Jan Peeters" in answer.content.decode()
    assert "twice seen" in answer.content.decode()


def test_a_pasted_text_comes_back_marked_and_is_kept_nowhere(
    people: SimpleNamespace, as_user: AsUser, office: Any
) -> None:
    before = Entry.objects.count()
    text = "Mevrouw Achterberg woont in de Kerkstraat 12, 1050 Elsene. Bel 0475 12 34 56."
    page = as_user(people.editor).post(
        "/staff/names/try/", {"text": text, "language": "nl", "mode": "redact"}
    )

    body = page.content.decode()
    assert page.status_code == 200
    assert "mark-who" in body
    assert "0475 12 34 56" in body
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    "text", ["\x00", MEGABYTE, "", "\u202eneb\u202c", "<script>alert(1)</script> Jan Peeters"]
)
def test_hostile_texts_get_an_answer(
    people: SimpleNamespace, as_user: AsUser, office: Any, text: str
) -> None:
    page = as_user(people.editor).post(
        "/staff/names/try/", {"text": text, "language": "auto", "mode": "fiction"}
    )

    assert page.status_code in (200, 422)
    assert "<script>alert" not in page.content.decode()
