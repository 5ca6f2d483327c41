"""Names that the line gives away, that are typed small, or that stand elsewhere with another letter. All are invented."""

import pytest

from ombuds.deidentification.engine import Kind, KnownIdentifiers, Person, find


def people(text: str, language: str) -> list[str]:
    return [text[s.start : s.end] for s in find(text, language) if s.kind is Kind.PERSON]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("nl", "van: piet van der eycken <p123@example.com>\naan: klachten\nonderwerp: een vraag", "piet van der eycken"),
        ("fr", "il pleut toujours ici\n\nok merci bisous cyril denis", "cyril denis"),
        ("nl", "Ik wil dat u hen schrapt uit mijn dossier.\n\nB.W.\n(Bertha Wolters)", "B.W."),
        ("nl", "klant: yildirim f.\nklantnummer: zie onder\nadres: zie onder", "yildirim f."),
        ("fr", "mon compagnon est rose-marie lambrecht et nous habitons ici.", "rose-marie lambrecht"),
        ("de", "ich bin erwin roland müller und wohne hier.", "erwin roland müller"),
        ("nl", "zowel c. vandersmissen als j.k.-l. cools tekenden het bericht.", "c. vandersmissen"),
        ("de", "Er kam nicht. Frau Brecht rief an, und er sagte, Müller habe eine Genehmigung.", "Müller"),
        ("nl", "Toen wist hij van niets. De Wilde beweert zelfs dat ik er nooit woonde.", "De Wilde"),
        ("fr", "Il ne savait rien du tout. d'Ursel prétend même que je mens.", "d'Ursel"),
        ("en", "I spoke to Gareth this morning about the Bishop case.", "Bishop"),
        ("en", "Subject: information about Tanaka, Minoru\n\nDear Sir,", "Tanaka, Minoru"),
        ("de", "zuständig: der Öffentliche Dienst der Wallonie\nIn Sachen Shaheen, Dilan / Veranlagung 12", "Shaheen, Dilan"),
        ("de", "Es entscheidet der Generaldirektor der Gemeinde Kelmis\nAufgestellt von J. Lejeune", "J. Lejeune"),
    ],
)  # fmt: skip
def test_it_is_found_whole(language: str, text: str, name: str) -> None:
    assert name in people(text, language)


@pytest.mark.parametrize(
    ("language", "text", "slip"),
    [
        ("en", "Mr Armstrong signed it. Then armstroong never came back.", "armstroong"),
        ("de", "Meine Tochter Alfreda Wolters kam. Als Alfrrda ging, war es spät.", "Alfrrda"),
        ("nl", "Mevrouw Vandersmissen belde. Later schreef vandersmisen opnieuw.", "vandersmisen"),
    ],
)
def test_a_name_found_once_is_found_with_a_letter_wrong(language: str, text: str, slip: str) -> None:
    assert slip in people(text, language)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Kunde bestreitet, sagt, der Zähler sei von Alfred Theissen abgelesen worden.", "Alfred Theissen"),
        ("nl", "Alles staat in de brief.\n\nGroetjes, Luc", "Luc"),
        ("de", "Alles steht im Brief.\n\nViele Grüße, Käthe", "Käthe"),
        ("nl", "Dag Paula, wat is uw dossiernummer?", "Paula"),
        ("en", "The person concerned, Geoffrey COLEMAN, applied in time.", "Geoffrey COLEMAN"),
        ("de", "Der Einspruch kam zusammen mit Frau Mai Liu Eigentümer des Hauses an.", "Mai Liu"),
        ("de", "5. Mutombo, Placide - das LfA\n6. Andrea Wolters - Zeugin", "Mutombo, Placide"),
    ],
)  # fmt: skip
def test_nothing_beside_the_name_is_taken_along(language: str, text: str, name: str) -> None:
    assert people(text, language)[0] == name


CASE = KnownIdentifiers(
    people=(Person("Goedele", "Van der Linden"), Person("Oumou", "Fall"), Person("Jan", "Möller")),
    organisations=("Restaurant La Cuillère d'Or", "the Sunflower nursery"),
)


@pytest.mark.parametrize(
    ("language", "text", "known"),
    [
        ("nl", "Mijn naam stond fout in de brief: Goedele Van deer Linden.", "Goedele Van deer Linden"),
        ("nl", "De klacht is gegrond.\n\nG. ver Linden", "G. ver Linden"),
        ("de", "Oumou Falls Antwort kam erst nach der Frist.", "Oumou Falls"),
        ("de", "betreuer: j möller\narzt: unbekannt\nes ist spät", "j möller"),
        ("de", "Kunde: Fall\nO.\nLieferung: morgen", "Fall\nO."),
        ("fr", "Employeur : Restaurant La Cuillère d'0r, depuis trois ans", "Restaurant La Cuillère d'0r"),
        ("en", "she works at the sunflower nurseyr since may", "the sunflower nurseyr"),
    ],
)  # fmt: skip
def test_a_known_one_is_known_with_a_slip(language: str, text: str, known: str) -> None:
    found = [text[s.start : s.end] for s in find(text, language, CASE) if s.source == "known"]

    assert known in found
