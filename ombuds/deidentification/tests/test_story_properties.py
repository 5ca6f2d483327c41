"""What holds for every story in each of the four languages: it is told once, its days keep their order, its towns their size."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.deidentification.engine import KnownIdentifiers, Mode, Person, deidentify
from ombuds.deidentification.engine.inventing import Guard
from ombuds.deidentification.engine.inventing.lists import municipalities, towns
from ombuds.deidentification.engine.inventing.towns import CITY, TownInventor
from ombuds.deidentification.engine.replacing import Ledger
from ombuds.deidentification.engine.replacing.offset import is_working_day
from ombuds.deidentification.engine.words import MONTHS, WEEKDAYS

# {a} {b}: people by full name, {x}: the first one by given name, {d}: a weekday and its date, {e}: a later date.
STORIES = {
    "nl": "Op {d} klaagde mevrouw {a} bij de dienst. {x} kreeg op {e} antwoord van de heer {b}.\nWie {x} kent, weet dat zij 347,12 euro betaalde en in Leuven woont. Naam: {a}\n",
    "fr": "Le {d}, Mme {a} s'est plainte au service. Une réponse est venue le {e} de M. {b}.\nQui connaît {x} sait qu'elle a payé 347,12 euros et habite à Namur. Nom : {a}\n",
    "en": "On {d} Mrs {a} complained to the service. {x} had an answer on {e} from Mr {b}.\nWhoever knows {x} knows that she paid €347.12 and lives in Ghent. Name: {a}\n",
    "de": "Am {d} beschwerte sich Frau {a} beim Dienst. {x} bekam am {e} eine Antwort von Herrn {b}.\nWer {x} kennt, weiß, dass sie 347,12 Euro zahlte und in Eupen wohnt. Name: {a}\n",
}
WOMEN = st.sampled_from(["Anne", "Aïcha", "Marie-Hélène", "Els", "Ayşe", "Olga", "Precious"])
MEN = st.sampled_from(["Jan", "Hugo", "Mohamed", "Jean-Pierre", "Luc", "Kofi", "Igor"])
LASTS = st.sampled_from(
    ["Peeters", "De Smet", "Van den Bossche", "Öztürk", "D'Hondt", "El Amrani", "Kowalski", "Dupont-Maes"]
)
DAYS = st.dates(date(2019, 1, 1), date(2026, 6, 30))
LANGUAGES = st.sampled_from(["nl", "fr", "en", "de"])


def spoken(day: date, language: str) -> str:
    number = (
        "1er" if language == "fr" and day.day == 1 else f"{day.day}." if language == "de" else str(day.day)
    )
    return f"{number} {MONTHS[language][day.month - 1]} {day.year}"


def weekday(day: date, language: str) -> str:
    return f"{WEEKDAYS[language][day.weekday()]}{', dem' if language == 'de' else ''} {spoken(day, language)}"


def days_of(text: str, language: str) -> list[date]:
    """Its dates, and an AssertionError where a weekday is not that of its date."""
    found = []
    for before, day, month, year in re.findall(
        r"([^\W\d]+)?(?:, dem)? (\d{1,2})(?:er|\.)? ([^\W\d]+) (\d{4})", text
    ):
        if month in MONTHS[language]:
            when = date(int(year), MONTHS[language].index(month) + 1, int(day))
            if before in WEEKDAYS[language]:
                assert before == WEEKDAYS[language][when.weekday()]
            found.append(when)
    return found


@st.composite
def told(draw: st.DrawFn) -> tuple[str, str, KnownIdentifiers, list[date]]:
    language, first, second = draw(LANGUAGES), draw(DAYS), draw(st.integers(1, 400))
    people = (Person(draw(WOMEN), draw(LASTS), "", "f"), Person(draw(MEN), draw(LASTS), "", "m"))
    days = [first, first + timedelta(days=second)]
    text = STORIES[language].format(
        a=f"{people[0].first} {people[0].last}", b=f"{people[1].first} {people[1].last}", x=people[0].first,
        d=weekday(days[0], language), e=spoken(days[1], language),
    )  # fmt: skip
    return language, text, KnownIdentifiers(people=people if draw(st.booleans()) else ()), days


@given(told(), st.sampled_from([Mode.REDACT, Mode.PSEUDONYM]))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_what_was_told_is_not_told_again(
    story: tuple[str, str, KnownIdentifiers, list[date]], mode: Mode
) -> None:
    """Without the ledger too, as when somebody gives the same file twice."""
    language, text, known, _ = story
    once = deidentify(text, language=language, known=known, mode=mode).text
    assert deidentify(once, language=language, known=known, mode=mode).text == once


@given(told(), st.integers(0, 10_000))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_fiction_with_its_ledger_is_told_once(
    story: tuple[str, str, KnownIdentifiers, list[date]], seed: int
) -> None:
    language, text, known, _ = story
    ledger = Ledger(language, Mode.FICTION, known, seed)
    once = deidentify(text, language=language, known=known, ledger=ledger).text
    again = Ledger.from_json(ledger.to_json(), known)
    assert deidentify(once, language=language, known=known, ledger=again).text == once


@given(told(), st.integers(0, 10_000))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_days_keep_their_weekday_their_order_and_their_distance(
    story: tuple[str, str, KnownIdentifiers, list[date]], seed: int
) -> None:
    language, text, known, days = story
    done = deidentify(text, language=language, known=known, mode=Mode.FICTION, seed=seed).text
    moved = days_of(done, language)
    assert [(m - moved[0]).days for m in moved] == [(d - days[0]).days for d in days]
    assert (days[0] - moved[0]).days % 7 == 0
    assert moved[0] < days[0]
    if any(is_working_day(d) for d in days):
        assert any(is_working_day(m) for m in moved)


@given(told(), st.integers(0, 10_000))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_nothing_but_the_spans_changes_and_no_true_name_stays(
    story: tuple[str, str, KnownIdentifiers, list[date]], seed: int
) -> None:
    language, text, known, _ = story
    done = deidentify(text, language=language, known=known, mode=Mode.FICTION, seed=seed)
    at, pieces = 0, []
    for span in done.spans:
        pieces += [text[at : span.start], span.replacement]
        at = span.end
    assert "".join([*pieces, text[at:]]) == done.text
    for person in known.people:
        assert person.first not in done.text
        assert person.last not in done.text


@pytest.mark.parametrize("province", ["1", "2", "3", "4", "5", "6", "7", "8", "9"])
def test_a_city_becomes_a_city_and_a_village_of_a_province_one_of_it(province: str) -> None:
    by_size: dict[bool, set[str]] = {True: set(), False: set()}
    ends = {
        end
        for language in ("nl", "fr", "de")
        for key, listed in towns()[language].items()
        if key.startswith(province)
        for end in listed.split()
    }
    cities = {end for language in ("nl", "fr", "de") for end in towns()[language]["cities"].split()}
    for name, true in municipalities().items():
        if true.province.startswith(province):
            invented = TownInventor("nl", Guard(), "5").town(name)
            by_size[true.size == CITY].add(invented.nl)
    assert by_size[False]
    assert all(any(town.endswith(end) for end in ends) for town in by_size[False])
    assert all(any(town.endswith(end) for end in cities) for town in by_size[True])
