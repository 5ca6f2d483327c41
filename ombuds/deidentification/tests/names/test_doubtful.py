"""In doubt a name: what nothing else explains, in sentences, lines typed small and lines in capitals."""

import pytest

from ombuds.deidentification.engine import KnownIdentifiers, find
from ombuds.deidentification.engine.peoples import is_of_a_people
from ombuds.deidentification.engine.spans import Kind

HIDDEN = {
    "nl": [
        "We lieten de auto nakijken bij ⟦Wielewaal⟧ in de buurt.",
        "Mijn broer lag in ⟦UZ Gent⟧ en daarna in ⟦Ter Duinen⟧.",
        "Ik help soms in ⟦'t Zwaantje⟧ en mijn zus in ⟦Den Engel⟧.",
        "⟦De Wulp⟧ mocht de hond niet teruggeven.",
        "Intussen heeft ⟦Paternoster⟧ de huur opgezegd.",
        "- ⟦Paternoster Lucien⟧, eigenaar",
        "ik koop mijn brood bij bakkerij ⟦het kruimeltje⟧ en rust dan.",
        "mijn huisbaas ⟦de wilde⟧ heeft het water afgesloten.",
        "ik werk zelf in ⟦de rozerie⟧ als opvoedster en kan nu bellen.",
        "IK WERK ALS LASSER BIJ ⟦VOLVO TRUCKS⟧ EN MIJN VROUW IS ZIEK.",
        "De fiets staat in de ⟦Vlasmarkt⟧ en niet op de ⟦Hoge Weg⟧.",
        "Wij wonen op ⟦Veldkant 150⟧ te 2650 Edegem.",
        "De vaststellingen zijn van hoofdinspecteur ⟦Winter⟧.",
    ],
    "fr": ["Elle était au ⟦CHwapi⟧ pour trois jours.", "J'ai écrit à ⟦Marie Dupont dite Lambert⟧."],
    "en": ["A volunteer of ⟦Serve the City⟧ wrote to us.", "We took over the bar, ⟦The Golden Fork⟧."],
    "de": [
        "Ich arbeite nachts bei ⟦Glückspilz⟧.",
        "Wir haben im ⟦Gasthof Zum Goldenen Löffel⟧ gefeiert.",
        "Der Laden „⟦Blütenzauber⟧“ gehört meiner Schwester.",
        "Wir wohnen in ⟦Haus Seeblick⟧ zur Miete.",
        "Ich war auf dem Fest (⟦Frohsinn Walhorn⟧) und ging dann.",
        "Sie fährt jeden Tag ins ⟦Marienheim⟧.",
        "Alexej besucht die ⟦Bischöfliche Schule⟧ in der Stadt.",
        "Mir gehört das Elternhaus ⟦Auf dem Spitzberg⟧ allein.",
        "Ich habe alles bei ⟦Kai Richter⟧ bezahlt.",
        "Herr ⟦Schulte genannt Nieland⟧ war da.",
        "mein vermieter ⟦wilden⟧ hat das wasser abgestellt.",
        "DIE FIRMA ⟦RENOVA SÜD⟧ SOLLTE KOMMEN.",
    ],
}
STAYING = {
    "nl": [
        "De Dienst Bevolking en de Cel Leegstand van de stad reageren niet.",
        "Volgens de Vlaamse Codex Wonen en het Gemeentedecreet mag dat niet.",
        "Ik ben Belg, spreek Nederlands en thuis Pools; zij is Oekraïense.",
        "Ik gebruik itsme en MyMinfin op Internet.",
        "in de garage de wagen hersteld, op school de hele dag gewacht.",
    ],
    "fr": ["La Commission et le Conseil d'État ont tranché ; le Ministre aussi."],
    "en": ["The Department of Housing and the Council wrote in English to the King."],
    "de": [
        "Bei Regen läuft das Wasser ins Haus, und bei Fragen ruft niemand zurück.",
        "Der Technische Dienst und das Technische Büro der Stadt waren da.",
        "Die Europäische Kommission und der Staatsrat sagen etwas anderes.",
        "Vor unserer Tür stand eine Frau, wir tranken eine Tasse Kaffee.",
    ],
}


def _covered(text: str, language: str) -> list[bool]:
    covered = [False] * len(text)
    for span in find(text, language):
        covered[span.start : span.end] = [True] * (span.end - span.start)
    return covered


@pytest.mark.parametrize(("language", "marked"), [(lang, s) for lang, many in HIDDEN.items() for s in many])
def test_a_capital_or_a_place_that_nothing_explains_is_covered(language: str, marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    covered = _covered(text, language)

    at, inside = 0, False
    for character in marked:
        if character in "⟦⟧":
            inside = character == "⟦"
            continue
        assert covered[at] or not inside, (text[at : at + 20], find(text, language))
        at += 1


@pytest.mark.parametrize(("language", "text"), [(lang, s) for lang, many in STAYING.items() for s in many])
def test_what_everybody_writes_with_a_capital_stays(language: str, text: str) -> None:
    assert [
        text[s.start : s.end] for s in find(text, language) if s.kind in {Kind.ORGANISATION, Kind.PERSON}
    ] == []


def test_a_hospital_stays_named_in_its_own_case_only() -> None:
    text = "Ze lag in AZ Groeninge met koorts."

    assert any(text[s.start : s.end] == "AZ Groeninge" for s in find(text, "nl"))
    assert find(text, "nl", KnownIdentifiers(bodies=("AZ Groeninge",))) == []


@pytest.mark.parametrize("word", ["marokkaanse", "polonais", "ghanese", "ukrainerin", "pools"])
def test_a_people_is_nobody(word: str) -> None:
    assert is_of_a_people(word)
    assert not is_of_a_people("peeters")
