"""People whom no case file names: by cue, by lexicon, by the form of the word, whatever the origin of the name."""

import pytest

from ombuds.deidentification.engine import find
from ombuds.deidentification.engine.lexicons import Vocabulary


def people(text: str, language: str = "nl", vocabulary: Vocabulary | None = None) -> list[str]:
    return [text[s.start : s.end] for s in find(text, language, None, vocabulary) if s.kind == "person"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "L'inspecteur Février a noté cela.", ["Février"]),
        ("fr", "Le notaire a vu Aude de le Court.", ["Aude de le Court"]),
        ("en", "A man called Sunday picked it up on Monday 4 May.", ["Sunday"]),
        ("en", "MY NEIGHBOUR CHANTELLE OLDACRE HAS COMPLAINED TOO.", ["CHANTELLE OLDACRE"]),
        ("fr", "J'AI ÉTÉ AIDÉE PAR OFELIA DUARTE AU GUICHET.", ["OFELIA DUARTE"]),
        ("en", "A certain Sherif Al-Ra'ouf phoned.", ["Sherif Al-Ra'ouf"]),
        ("en", "Pélagie left. you know, pélagie ngalula. she says so", ["Pélagie", "pélagie ngalula"]),
        ("nl", "ik zag sofie van school niet.", ["sofie"]),
        ("en", "Answer from Mr. Van Duc Tran, 06/08/2021: no.", ["Van Duc Tran"]),
        ("fr", "J'ai vu d'Oultremont Noémie hier.", ["d'Oultremont Noémie"]),
        ("nl", "Geachte mevrouw De Smet, ik schrijf u.", ["De Smet"]),
        ("nl", "De heer van der Linden kwam niet.", ["van der Linden"]),
        ("nl", "Ik belde met Jan Bakker van de dienst.", ["Jan Bakker"]),
        ("nl", "Dat weet PEETERS Jan ook.", ["PEETERS Jan"]),
        ("nl", "Aan: Timmermans, Bart", ["Timmermans, Bart"]),
        ("nl", "Volgens J.-P. Maes is dat zo.", ["J.-P. Maes"]),
        ("nl", "mevrouw janssens heeft gebeld", ["janssens"]),
        ("nl", "mijn dochter fatoumata is ziek", ["fatoumata"]),
        ("nl", "Jans brief kwam te laat aan bij Roeland D'HAENE.", ["Jans", "Roeland D'HAENE"]),
        ("nl", "Dat zei mijnheer 't Jampens.", ["'t Jampens"]),
        ("nl", "Met vriendelijke groeten,\n\nSietske Oudkerk", ["Sietske Oudkerk"]),
        ("nl", "Kind(eren): An Claes", ["An Claes"]),
        ("fr", "L'épouse de M. N'Diaye est venue.", ["N'Diaye"]),
        ("fr", "Je soussignée Marie-Claire Dubois-Lambert déclare.", ["Marie-Claire Dubois-Lambert"]),
        ("fr", "Selon Wafaé Ouchrahou, c'est vrai.", ["Wafaé Ouchrahou"]),
        ("fr", "Le dossier d'Amélie d'Oultremont est clos.", ["Amélie d'Oultremont"]),
        ("fr", "Maître Van Cauwenberghe plaide.", ["Van Cauwenberghe"]),
        ("fr", "La demande de Delphine Dumoulin a été rejetée.", ["Delphine Dumoulin"]),
        ("en", "Mr. O'Neill's dog bit Grace Young.", ["O'Neill's", "Grace Young"]),
        ("en", "Dear Ms Okonkwo-Bright, thank you.", ["Okonkwo-Bright"]),
        ("en", "my neighbour Wojciech told me", ["Wojciech"]),
        ("de", "Sehr geehrte Frau Müller-Lüdenscheidt, danke.", ["Müller-Lüdenscheidt"]),
        ("de", "Mein Sachbearbeiter Klaus Wiesemes sagte nichts.", ["Klaus Wiesemes"]),
        ("de", "Dr. zur Mühlen hat Karla Neuß untersucht.", ["zur Mühlen", "Karla Neuß"]),
    ],
)  # fmt: skip
def test_a_person_is_found_whole_and_without_the_title(language: str, text: str, names: list[str]) -> None:
    assert people(text, language) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De Belgische Staat en de Raad van State gaven de Vlaamse overheid gelijk. Gelieve te antwoorden."),
        ("nl", "Rolnummer: zie bijlage. Omgevingsvergunningsaanvraag ingediend op Maandag."),
        ("fr", "Madame la Directrice, Monsieur le Bourgmestre, veuillez agréer mes salutations. Vu la loi."),
        ("fr", "Le Service public de Wallonie et la Commission communautaire ont répondu en Français."),
        ("en", "The Customer Service Team wishes to be heard in English. As a widow I cannot pay. The Royal Decree."),
        ("de", "Die Gemeindeverwaltung lehnte den Antrag ab. Die Beschwerdestelle ist zuständig. Das Kind ist krank."),
    ],
)  # fmt: skip
def test_words_with_a_capital_are_not_people(language: str, text: str) -> None:
    assert people(text, language) == []


# Invented names in the manner of many languages; none stands in our lists.
UNSEEN = [
    "Verkruysbergen", "Delvaincourt", "Bouzerghane", "Karataşgil", "Wojtkowiczek", "Ngankumbe", "Mbuyiwata", "Ferreirinha", "Scarpellante", "Takamurata",
    "Nguyenvo", "Raghavendranath", "Hovsepjanian", "Papastergiakis", "Tshilenguya", "Gebrehaimanot", "Kvarelashvili", "Quispehuaman", "Szczypiorek", "Abdirashidov",
]  # fmt: skip
SENTENCES = {
    "nl": "Op 3 maart belde ik met {} over mijn dossier.",
    "fr": "Le 3 mars j'ai parlé avec {} de mon dossier.",
    "en": "On 3 March I spoke with {} about my file.",
    "de": "Am 3. März sprach ich mit {} über meine Akte.",
}


@pytest.mark.parametrize("name", UNSEEN)
@pytest.mark.parametrize("language", SENTENCES)
def test_a_name_that_no_list_holds_is_found_whatever_its_origin(name: str, language: str) -> None:
    assert people(SENTENCES[language].format(name), language) == [name]


@pytest.mark.parametrize("name", ["Иван Петров", "محمد العلي", "王小明", "Γιώργος Παππάς", "김민준"])
def test_a_name_in_another_script_is_found(name: str) -> None:
    assert people(f"Mijn echtgenoot heet {name} en woont hier.") == [name]


def test_the_office_teaches_names_that_are_words_and_words_that_are_names() -> None:
    taught = Vocabulary(names=frozenset({"behandelaar"}), words=frozenset({"zorgpunto"}))

    assert people("Ik sprak met Behandelaar over Zorgpunto.", vocabulary=taught) == ["Behandelaar"]
    assert people("Ik sprak met Behandelaar over Zorgpunto.") == ["Zorgpunto"]


def test_what_must_stay_or_was_found_is_not_touched() -> None:
    from ombuds.deidentification.engine.folding import fold
    from ombuds.deidentification.engine.persons import find_persons

    text = "Jan Peeters schreef."
    assert list(find_persons(text, fold(text), "nl", [(0, 11)])) == []
