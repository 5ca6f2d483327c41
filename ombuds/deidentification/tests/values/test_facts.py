"""Ages, trades, households, health, firms: each alone says little, together they say who."""

import pytest

from ombuds.deidentification.engine import Kind
from ombuds.deidentification.tests.values.marking import kinds, plain_of

SENTENCES = (
    ("nl", Kind.AGE, "Ik ben ⟦42 jaar⟧."),
    ("nl", Kind.AGE, "een ⟦42-jarige⟧ man"),
    ("nl", Kind.AGE, "Zij is ⟦59 jaar en 4 maanden⟧ oud."),
    ("fr", Kind.AGE, "⟦âgé de 42 ans⟧"),
    ("fr", Kind.AGE, "une ⟦quadragénaire⟧"),
    ("en", Kind.AGE, "a ⟦42-year-old⟧ man"),
    ("de", Kind.AGE, "Ich bin ⟦42 Jahre alt⟧."),
    ("en", Kind.AGE, "The claimant (age ⟦58⟧) lives alone."),
    ("en", Kind.AGE, "I am single, ⟦37⟧ and at home."),
    ("fr", Kind.AGE, "Je suis divorcé et ⟦52 ans⟧."),
    ("fr", Kind.AGE, "J'y vis depuis toujours, c'est-à-dire ⟦quatre-vingt-deux ans⟧ !"),
    ("fr", Kind.PROFESSION, "Il est père de deux enfants et ⟦conducteur de bus⟧."),
    ("en", Kind.PROFESSION, "Noor (⟦pharmacist⟧) came too."),
    ("en", Kind.PROFESSION, "She is 19, a ⟦student nurse⟧."),
    ("nl", Kind.PROFESSION, "Ik werk als ⟦verpleegkundige⟧ in het ziekenhuis."),
    ("nl", Kind.PROFESSION, "Hij werkt als ⟦mandenvlechter⟧ bij zijn oom."),
    ("fr", Kind.PROFESSION, "Je suis ⟦infirmière⟧."),
    ("fr", Kind.PROFESSION, "soupire-t-il, ⟦ardoisier⟧ de métier"),
    ("en", Kind.PROFESSION, "She works as a ⟦farrier⟧ for a stable."),
    ("de", Kind.PROFESSION, "Ich arbeite als ⟦Kranführer⟧ bei einer Firma."),
    ("nl", Kind.FAMILY, "Zij is ⟦alleenstaande moeder van drie kinderen⟧."),
    ("fr", Kind.FAMILY, "Je suis ⟦veuve⟧."),
    ("en", Kind.FAMILY, "a ⟦single mother of five⟧"),
    ("de", Kind.FAMILY, "Als ⟦Witwer mit vier Kindern⟧ kann ich das nicht."),
    # the label of a field
    ("nl", Kind.PROFESSION, "Werk/school: ⟦magazijnier⟧; kinderen: 2"),
    ("fr", Kind.PROFESSION, "Travail : ⟦chauffeur de bus⟧"),
    ("fr", Kind.PROFESSION, "Profession du père : ⟦mineur de fond⟧"),
    ("en", Kind.PROFESSION, "Work/school: ⟦night porter⟧"),
    ("de", Kind.PROFESSION, "Arbeit: ⟦Reinigungskraft⟧; Kinder: zwei"),
    ("de", Kind.PROFESSION, "Karin Weber, meine ⟦Haushaltshilfe⟧, weiß es."),
    # how somebody lives
    ("nl", Kind.FAMILY, "Wij zijn ⟦pleegouders⟧."),
    ("fr", Kind.FAMILY, "Étant ⟦séparé⟧ depuis peu, je vis à l'hôtel."),
    ("fr", Kind.FAMILY, "Elle est ⟦mère d'accueil⟧."),
    ("fr", Kind.FAMILY, "Il est ⟦orphelin de père⟧."),
    ("en", Kind.FAMILY, "Being ⟦legally cohabiting⟧, we pay more."),
    ("en", Kind.FAMILY, "She is ⟦sharing custody⟧ of her son."),
    ("en", Kind.FAMILY, "He is ill and ⟦separated⟧."),
    ("de", Kind.FAMILY, "Da ich ⟦ledig⟧ bin, zahle ich mehr."),
    ("de", Kind.FAMILY, "Sie leben ⟦gesetzlich zusammen⟧."),
    ("nl", Kind.HEALTH, "Ik heb ⟦epilepsie⟧."),
    ("fr", Kind.HEALTH, "Santé : suit un traitement pour ⟦hypertension artérielle⟧"),
    ("fr", Kind.HEALTH, "Je suis suivi pour un ⟦AVC⟧."),
    ("en", Kind.HEALTH, "He suffers from ⟦multiple sclerosis⟧."),
    ("de", Kind.HEALTH, "Ich habe eine ⟦chronische Niereninsuffizienz⟧."),
    ("nl", Kind.ORGANISATION, "Mijn dochter gaat naar ⟦Basisschool De Wingerd⟧."),
    ("nl", Kind.ORGANISATION, "Ik werk bij ⟦Bouwbedrijf Haverals NV⟧."),
    ("fr", Kind.ORGANISATION, "Il est client de la ⟦Pharmacie du Marché SRL⟧."),
    ("en", Kind.ORGANISATION, "She was at ⟦Oakwood Care Home⟧ then."),
    ("de", Kind.ORGANISATION, "Er arbeitet bei ⟦Autohaus Theissen GmbH⟧."),
)


@pytest.mark.parametrize(("language", "kind", "sentence"), SENTENCES)
def test_a_fact_is_found_with_its_kind(language: str, kind: Kind, sentence: str) -> None:
    wanted = sentence[sentence.index("⟦") + 1 : sentence.index("⟧")]
    found = kinds(plain_of(sentence), language)

    assert any(wanted in text and k is kind for text, k in found.items()), found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De loketbediende zei niets."),
        ("fr", "Le bureau 14, facteur absent : personne."),
        ("en", "Room 14, manager absent, line 29."),
        ("nl", "Een contract van 5 jaar, met een opzeg van 3 maanden."),
        ("nl", "Het beroep is ontvankelijk, als de termijn loopt."),
        ("fr", "Un bail de 9 ans et une garantie de 2 ans."),
        ("fr", "Sa mère a écrit; les limites sont claires."),
        ("en", "More than 42 people wrote; add that to the list."),
        ("de", "Er hat mehr als zehn Briefe geschrieben."),
        ("nl", "Werk: te weinig tijd gehad"),
        ("en", "Work: the boiler was never repaired"),
        ("en", "The two files were separated by mistake."),
        ("de", "Beruf: keine Angabe, Arbeit: keine"),
        ("de", "Die Regel gilt nur für Ledige."),
    ],
)
def test_plain_words_are_no_facts_of_a_person(language: str, text: str) -> None:
    assert kinds(text, language) == {}
