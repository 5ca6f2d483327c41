"""What must stay readable, and that a case file goes before it."""

import pytest

from ombuds.deidentification.engine import KnownIdentifiers, Person, find
from ombuds.deidentification.engine.keeping import keep_spans
from ombuds.deidentification.engine.reading import read
from ombuds.deidentification.engine.spans import Kind
from ombuds.deidentification.tests.values.marking import kinds, marked

STAYS = (
    ("nl", "In de Huisvestingscode staat dat; de Rioolverordening, de Nieuwe Gemeentewet en de Wegcode zwijgen."),
    ("nl", "Het Brussels Wetboek van Ruimtelijke Ordening (BWRO) en het Algemeen Reglement op de Elektrische Installaties."),
    ("nl", "De Financiële Dienst, de Regionale Directie Oost en de Sociale Huisvestingsmaatschappij antwoordden niet."),
    ("fr", "Le CoBAT et la Régie foncière ; le Guichet Unique était fermé."),
    ("de", "Die Kanzlei der Regierung hat geantwortet."),
    ("en", "The Social Housing Company, the Social Security Office and the Student Grants Service refused."),
    ("en", "Oostende Police Zone, the Wavre Tax Office, Torhout Town Hall and the Water Company refused."),
    ("fr", "Le tribunal du travail francophone de Bruxelles, la prison de lantin, les Pompiers de Wavre et la Compagnie des Eaux ont répondu à la Maison communale de Spa."),
    ("en", "The Municipal Council and the Crossroads Bank replied."),
    ("nl", "De gemeente Elsene, het OCMW van Gent en Stad Gent antwoordden niet."),
    ("nl", "De FOD Financiën, de Vlaamse Belastingdienst en de politiezone Midi."),
    ("nl", "De rechtbank van eerste aanleg te Brussel, de Raad van State."),
    ("nl", "Brussel Fiscaliteit en het Brussels Hoofdstedelijk Gewest; Leefmilieu Brussel."),
    ("fr", "La Ville de Bruxelles, la commune d'Ixelles et le CPAS de Saint-Gilles."),
    ("fr", "Le SPF Justice, le tribunal du travail de Namur, la cour d'appel de Mons."),
    ("de", "Die Gemeindeverwaltung Eupen und das Arbeitsgericht Eupen."),
    ("en", "The municipality of Etterbeek and the Federal Ombudsman."),
    ("nl", "de wet van 29 juli 1991, het decreet van 7 juli 1998, artikel 5, § 2, van het decreet van 4 mei 2016"),
    ("fr", "art. 14 de la loi du 11 avril 1994, l'ordonnance du 16 mai 2019"),
    ("de", "Gesetz vom 3. Mai 2010, Artikel 41 Nr. 2, Gemeindedekret vom 23. April 2018"),
    ("de", "Artikel 5 des Gesetzes vom 11. April 1994 und das Datum des Gemeindedekrets vom 23. April 2018"),
    ("en", "the Act of 29 July 1991, Regulation (EU) 2016/679, Article 8"),
    ("nl", "koninklijk besluit van 3 maart 2010, B.S. 12 maart 2019, aanslagjaar 2023, formulier 276"),
    ("nl", "de burgemeester van Aalst en de minister van Financiën"),
    ("en", "the mayor of Etterbeek"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text"), STAYS)
def test_bodies_laws_and_offices_stay(language: str, text: str) -> None:
    assert marked(text, language) == text


def test_the_same_town_is_a_place_outside_the_name_of_the_body() -> None:
    sentence = "De gemeente Elsene weet dat ik in ⟦Elsene⟧ woon."

    assert marked(sentence) == sentence


def test_a_decision_about_one_person_is_no_law() -> None:
    assert "3 mei 2024" in kinds("Het besluit van 3 mei 2024 kreeg ik per post.")


def test_what_stands_behind_a_title_is_no_court() -> None:
    assert "Court Roos" in kinds("Ms. Court Roos told me.", "en")


def test_an_officer_after_the_name_of_the_police_is_a_person() -> None:
    assert "Jan Peeters" in kinds("Politie Jan Peeters kwam langs.")


def test_an_office_may_decide_to_leave_no_names_of_office_holders() -> None:
    text = "Burgemeester De Smet antwoordde."
    case = KnownIdentifiers(bodies=("gemeente Leuven",))

    def found(known: KnownIdentifiers, keep: bool | None = None) -> list[str]:
        return [text[s.start : s.end] for s in find(text, "nl", known, keep_office_holders=keep)]

    assert found(case) == found(KnownIdentifiers(), True) == []
    assert found(case, False) == found(KnownIdentifiers()) == ["De Smet"]


@pytest.mark.parametrize(
    ("text", "language", "office"),
    [
        ("Vlaams minister van Mobiliteit Griet Lammertyn zweeg.", "nl", "minister van Mobiliteit"),
        ("Schepen van Cultuur Björn Siffer is trots.", "nl", "Schepen van Cultuur"),
        ("La bourgmestre de Namur, Aline Colpaert, a signé.", "fr", "bourgmestre de Namur"),
        ("The mayor of Ghent, Eddy Plasschaert, came.", "en", "mayor of Ghent"),
        ("Bürgermeister Edi Plasschaert überreichte sie.", "de", "Bürgermeister"),
    ],
)
def test_the_office_stays_when_the_name_goes(text: str, language: str, office: str) -> None:
    people = [text[s.start : s.end] for s in find(text, language) if s.kind is Kind.PERSON]
    kept = keep_spans(read(text, language), KnownIdentifiers(), keep_office_holders=False)

    assert len(people) == 1
    assert office in [text[k.start : k.end] for k in kept]


def test_a_party_of_the_case_goes_before_an_office() -> None:
    known = KnownIdentifiers(people=(Person("Karel", "De Smet"),))

    assert marked("Burgemeester ⟦De Smet⟧ antwoordde.", "nl", known) == "Burgemeester ⟦De Smet⟧ antwoordde."
