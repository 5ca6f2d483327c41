"""Fiction with what a reader marked: sentences in which a coarser word needs other words around it."""

import pytest

from ombuds.deidentification.engine import KnownIdentifiers, Mode, Person, deidentify
from ombuds.deidentification.engine.grammar import Phrase, Sort, fitted
from ombuds.deidentification.engine.replacing.hints import stands_after_title
from ombuds.deidentification.engine.spans import PERSON, Kind, Span


def told(text: str, language: str, *marked: tuple[str, Kind]) -> str:
    """`text` as fiction, where only `marked` is found, each once and in this order."""
    spans, at = [], 0
    for words, kind in marked:
        start = text.index(words, at)
        at = start + len(words)
        spans.append(Span(start, at, kind, PERSON, 1.0))
    return deidentify(text, language=language, mode=Mode.FICTION, seed=3, spans=spans).text


@pytest.mark.parametrize(
    ("text", "language", "aid", "expected"),
    [("Mijn moeder zit in een rolstoel.", "nl", "rolstoel", "Mijn moeder heeft een beperking."),
     ("Ik zit nu in een rolstoel.", "nl", "rolstoel", "Ik heb nu een beperking."),
     ("Mon fils est en fauteuil roulant.", "fr", "fauteuil roulant", "Mon fils a un handicap."),
     ("Je suis en chaise roulante.", "fr", "chaise roulante", "J'ai un handicap."),
     ("My son uses a wheelchair.", "en", "wheelchair", "My son has a disability."),
     ("I am in a wheelchair.", "en", "wheelchair", "I have a disability."),
     ("Meine Mutter sitzt im Rollstuhl.", "de", "Rollstuhl", "Meine Mutter hat eine Behinderung."),
     ("Ik kreeg een rolstoel.", "nl", "rolstoel", "Ik kreeg een beperking.")],
)  # fmt: skip
def test_nobody_sits_in_a_disability(text: str, language: str, aid: str, expected: str) -> None:
    assert told(text, language, (aid, Kind.HEALTH)) == expected


@pytest.mark.parametrize(
    ("text", "language", "how", "expected"),
    [("Sie ist alt und fast blind.", "de", "blind", "Sie ist alt und gesundheitlich angeschlagen."),
     ("Zij is oud en bijna doof.", "nl", "doof", "Zij is oud en kwetsbaar."),
     ("He is old and nearly deaf.", "en", "deaf", "He is old and vulnerable."),
     ("Il vit avec son fils, sourd, à la campagne.", "fr", "sourd", "Il vit avec son fils, fragile, à la campagne."),
     ("Sie sprach mit einem blind geborenen Mann.", "de", "blind geborenen Mann", "Sie sprach mit einer Behinderung.")],
)  # fmt: skip
def test_how_someone_is_stays_an_adjective(text: str, language: str, how: str, expected: str) -> None:
    assert told(text, language, (how, Kind.HEALTH)) == expected


@pytest.mark.parametrize(
    ("text", "language", "marked", "expected"),
    [("She is pregnant of twins and tired.", "en", ("pregnant", "twins"), "She is vulnerable and tired."),
     ("Zij is zwanger van een tweeling.", "nl", ("zwanger", "tweeling"), "Zij is kwetsbaar."),
     ("Elle est enceinte de jumeaux.", "fr", ("enceinte", "jumeaux"), "Elle est fragile."),
     ("Je suis maman solo.", "fr", ("maman solo",), "Je suis maman de famille.")],
)  # fmt: skip
def test_a_family_to_be(text: str, language: str, marked: tuple[str, ...], expected: str) -> None:
    assert told(text, language, *((words, Kind.FAMILY) for words in marked)) == expected


@pytest.mark.parametrize(
    ("text", "language", "house", "expected"),
    [("Il habite au-dessus du snack La Bonne Frite.", "fr", "La Bonne Frite", "Il habite au-dessus du snack."),
     ("La jardinerie Vert Désir a dit non.", "fr", "Vert Désir", "La jardinerie a dit non.")],
)  # fmt: skip
def test_a_house_whose_kind_is_said_needs_no_other_word(
    text: str, language: str, house: str, expected: str
) -> None:
    assert told(text, language, (house, Kind.ORGANISATION)) == expected


def test_the_loose_article_of_dutch_goes_with_the_house() -> None:
    phrase = Phrase(0, 0, "organisatie", Sort.NOUN, definite=True, gender="c")
    assert fitted("De directeur van 't ", phrase, "nl") == (3, "de organisatie")
    assert fitted("Ze ging naar ’t ", phrase, "nl") == (3, "de organisatie")


def test_the_capital_of_a_name_is_not_the_capital_of_a_sentence() -> None:
    phrase = Phrase(0, 0, "organisation", Sort.NOUN, new=True)
    assert fitted("We ate at The ", phrase, "en") == (4, "an organisation")
    assert fitted("We ate. The ", phrase, "en") == (4, "An organisation")


def test_der_after_what_was_replaced_is_a_genitive() -> None:
    phrase = Phrase(0, 0, "Schule", Sort.NOUN, gender="f", new=True)
    assert fitted(" der ", phrase, "de", opens=False) == (4, "einer Schule")
    assert fitted("Der ", phrase, "de") == (4, "Eine Schule")


def test_a_trade_agrees_with_the_man_named_behind_it() -> None:
    text = "La demande fut signée par l'ergothérapeute de la ville, M. Sauvage."
    assert "le soignant de la ville" in told(text, "fr", ("ergothérapeute", Kind.PROFESSION))
    assert "la soignante de la ville" in told(
        text.replace("M. Sauvage", "Mme Sauvage"), "fr", ("ergothérapeute", Kind.PROFESSION)
    )


def test_somebodys_wife_goes_by_her_first_name() -> None:
    assert not stands_after_title("Meine Frau Agnes", 11)
    assert not stands_after_title("seit dem Tod Ihrer Frau Agnes", 24)
    assert stands_after_title("Sehr geehrte Frau Langer", 18)


def test_a_shortened_street_of_a_dutch_text_stays_dutch() -> None:
    text = "Hij huurt een huis in de Wijngaardstr. 8 te Kortrijk."
    assert "straße" not in told(text, "nl", ("Wijngaardstr. 8", Kind.ADDRESS))


def test_the_mail_address_is_of_whom_its_initial_is() -> None:
    known = KnownIdentifiers(people=(Person("Mirela", "Leka"), Person("Gjergj", "Leka")))
    text = "Meine Frau Mirela Leka rief an.\nGjergj Leka\ng.leka@mail.test"
    done = deidentify(text, language="de", known=known, mode=Mode.FICTION, seed=3).text
    name, address = done.splitlines()[1:]
    assert address.startswith(name.split()[0].lower() + ".")


def test_a_few_euros_are_a_few() -> None:
    assert told("The receipt says € 3.15.", "en", ("€ 3.15", Kind.AMOUNT)) == "The receipt says a few euros."


@pytest.mark.parametrize(
    ("text", "language", "marked", "expected"),
    [("I AM 29 AND I CLEAN OFFICES AT NIGHT.", "en", ("29", Kind.AGE), "I AM IN MY TWENTIES AND I CLEAN OFFICES AT NIGHT."),
     ("ICH WOHNE HIER UND HABE RHEUMA SEIT LANGEM.", "de", ("RHEUMA", Kind.HEALTH), "ICH WOHNE HIER UND HABE EINE KRANKHEIT SEIT LANGEM."),
     ("I AM 29.", "en", ("29", Kind.AGE), "I AM in my twenties."),
     ("ICH HABE rheuma und warte.", "de", ("rheuma", Kind.HEALTH), "ICH HABE eine Krankheit und warte.")],
)  # fmt: skip
def test_who_shouts_goes_on_shouting(
    text: str, language: str, marked: tuple[str, Kind], expected: str
) -> None:
    assert told(text, language, marked) == expected


@pytest.mark.parametrize(
    ("text", "language", "school", "expected"),
    [("Er hat unsere Schule, das Schuman-Institut, bis Mai besucht.", "de", "Schuman-Institut", "Er hat unsere Schule bis Mai besucht."),
     ("Die Schule (Grundschule Unterstadt) lehnt ab.", "de", "Grundschule Unterstadt", "Die Schule lehnt ab."),
     ("Onze school, de basisschool De Ster, weigert.", "nl", "basisschool De Ster", "Onze school weigert."),
     ("Notre école, l'institut Saint-Luc, refuse.", "fr", "institut Saint-Luc", "Notre école refuse."),
     ("Nach der Schule, die Grundschule lag weit weg.", "de", "Grundschule", "Nach der Schule, eine Schule lag weit weg.")],
)  # fmt: skip
def test_a_school_is_not_said_twice(text: str, language: str, school: str, expected: str) -> None:
    assert told(text, language, (school, Kind.ORGANISATION)) == expected


def test_a_german_street_behind_aus_takes_its_article() -> None:
    done = told("Ich komme aus Bergstraße 44 in Eupen.", "de", ("Bergstraße 44", Kind.ADDRESS))
    assert done.startswith("Ich komme aus der ")


def test_who_works_for_himself_says_so_with_many_others() -> None:
    text = "He is self-employed as a plasterer."
    found = [Span(6, 19, Kind.PROFESSION, "lexicon", 0.7), Span(25, 34, Kind.PROFESSION, "lexicon", 0.7)]
    done = deidentify(text, language="en", mode=Mode.FICTION, seed=3, spans=found).text
    assert done == "He is self-employed as an employee."


def test_an_aide_is_who_her_second_word_says() -> None:
    assert "employée" in told("J'étais aide ménagère chez eux.", "fr", ("aide ménagère", Kind.PROFESSION))


@pytest.mark.parametrize(
    ("text", "number", "kind", "expected"),
    [("devant le tribunal (RG 24/1190/A), hier", "24/1190/A", Kind.COURT_NUMBER, "devant le tribunal (RG …), hier"),
     ("Votre dossier CAPAC 6.118.204 est clos", "6.118.204", Kind.REFERENCE, "Votre dossier CAPAC … est clos"),
     ("VOICI LE PV 6.118.204 DU JOUR", "6.118.204", Kind.REFERENCE, "VOICI LE PV RÉFÉRENCE … DU JOUR")],
)  # fmt: skip
def test_letters_before_a_number_say_what_it_is(text: str, number: str, kind: Kind, expected: str) -> None:
    assert told(text, "fr", (number, kind)) == expected
