from ombuds.deidentification.engine import KnownIdentifiers, Mode, Person, check, deidentify
from ombuds.deidentification.engine.inventing import is_close
from ombuds.deidentification.engine.inventing.lists import first_names
from ombuds.deidentification.tests.people import CASE

DUTCH = (
    "Op 3 maart 2025 klaagde mevrouw Aïcha El Ouariachi over de Gemeente Elsene. Jan Van den Bossche hielp haar. "
    "El Ouariachi woont in de Kerkstraat 12, 1050 Elsene. Jans brief had kenmerk OM.2025.123; bel 0475 12 34 56."
)
FRENCH = "Le 3 mars 2025, l'avis d'Aïcha El Ouariachi et de Jan est arrivé. Aïcha habite Ixelles."


def test_a_report_names_people_by_letters_and_months() -> None:
    text = deidentify(DUTCH, language="nl", known=CASE, mode=Mode.PSEUDONYM).text

    assert text.startswith("In maart 2025 klaagde mevrouw ")
    assert check(text, CASE) == []
    letters = {w.strip(".") for w in text.split() if len(w.strip(".")) == 1}
    assert not letters & {"A", "E", "J", "V", "B", "M", "H", "D", "N", "S", "P"}  # never a real initial


def possessive_of(name: str) -> str:
    return name + ("'" if name[-1] in "sxz" else "'s" if name[-1] in "aiouy" else "s")


def test_a_story_gives_everyone_one_invented_name() -> None:
    done = deidentify(DUTCH, language="nl", known=CASE, mode=Mode.FICTION, seed=7)
    by_original = {DUTCH[s.start : s.end]: s.replacement for s in done.spans}

    assert check(done.text, CASE) == []
    assert by_original["Aïcha El Ouariachi"].endswith(by_original["El Ouariachi"])
    assert by_original["Jans"] == possessive_of(by_original["Jan Van den Bossche"].split()[0])
    assert "Gemeente Elsene" in done.text


def test_the_same_seed_gives_the_same_story_and_another_seed_another() -> None:
    one, same, other = (
        deidentify(DUTCH, language="nl", known=CASE, mode=Mode.FICTION, seed=s).text for s in (1, 1, 2)
    )

    assert one == same != other


def test_dates_move_by_one_offset_of_whole_weeks() -> None:
    text = "Op 3 maart 2025 en op maandag 10 maart 2025 en 17/03/2025."
    done = deidentify(text, language="nl", known=CASE, mode=Mode.FICTION, seed=3)

    assert "maandag" in done.text
    assert "3 maart 2025" not in done.text.replace("13 maart", "").replace("23 maart", "")


def test_invented_names_are_never_close_to_a_true_one() -> None:
    crowd = KnownIdentifiers(
        people=tuple(
            Person(first, last)
            for first, last in [("Hilde", "Zandhoven"), ("Griet", "Wiekstra"), ("Joris", "Klaverveld")]
        )
    )
    for seed in range(12):
        done = deidentify(
            "Hilde Zandhoven, Griet Wiekstra en Joris Klaverveld.", known=crowd, mode=Mode.FICTION, seed=seed
        )
        assert not any(
            is_close(s.replacement, {"hilde", "zandhoven", "griet", "wiekstra", "joris", "klaverveld"})
            for s in done.spans
        )
        assert check(done.text, crowd) == []


def test_french_small_words_follow_the_new_name() -> None:
    for seed in range(8):
        text = deidentify(FRENCH, language="fr", known=CASE, mode=Mode.FICTION, seed=seed).text
        assert check(text, CASE) == []
        for word, following in zip(text.split(), text.split()[1:], strict=False):
            assert not (word in {"de", "que"} and following[0] in "AEIOUYÉÈ" and following.istitle())
            assert not (word.startswith("d'") and word[2:3].isupper() and word[2] not in "AEIOUYÉÈH")


def test_relatives_keep_one_family_name() -> None:
    family = KnownIdentifiers(people=(Person("Piet", "Claessens"), Person("Rosa", "Claessens")))
    done = deidentify("Piet Claessens en Rosa Claessens.", known=family, mode=Mode.FICTION)

    assert len({s.replacement.split()[-1] for s in done.spans}) == 1


def test_a_title_says_whether_the_invented_name_is_of_a_woman() -> None:
    known = KnownIdentifiers(people=(Person("Xyan", "Qorwell"),))
    done = deidentify("Mevrouw Xyan Qorwell schreef.", known=known, mode=Mode.FICTION)

    women = {name for by_gender in first_names().values() for name in by_gender["f"]}
    assert done.spans[0].replacement.split()[0] in women
