"""Names, firms and addresses that are whole or not at all, and bodies that end where somebody's name begins."""

import pytest

from ombuds.deidentification.tests.values.marking import marked

SENTENCES = (
    # A partner, brackets, small words between two pieces.
    ("de", "Laut ⟦Hellrich & Sundermann⟧ ist alles gut."),
    ("nl", "De aannemer (⟦Droog en Warm⟧) is failliet."),
    ("nl", "Ik moet nog betalen aan ⟦Licht en Ruimte⟧."),
    ("nl", "Ik heb een schuld bij ⟦Morgen Beter⟧ van vroeger."),
    # The family name in capitals, letters before it, a house after it.
    ("de", "Anwesend: Herr ⟦Thomas KÖNIG⟧, Herr ⟦Maus⟧"),
    ("de", "Unterschrift: ⟦Ch. Van Laer⟧"),
    ("nl", "Wij huurden van ene ⟦Achterbergh tot Oudenhove⟧."),
    ("nl", "⟦Corry van 't Hof⟧ vroeg uitstel."),
    ("de", "Das Schreiben stammt von ⟦Friedrich Graf von Hohenlinden zu Traun⟧ persönlich."),
    # Lines in capitals and lines typed small.
    ("nl", "⟦BAKKERIJ 'T GOUDEN BROODJE⟧ HEEFT MIJ ONTSLAGEN."),
    ("nl", "ik werk bij ⟦vloeren pieters⟧ en dat bevalt."),
    ("de", "die ⟦mia⟧ hatte wieder hunger."),
    # What looked like a body.
    ("nl", "De kamer van ⟦Thibault Peeters⟧ was leeg."),
    ("fr", "Le service ⟦Marie Dupont⟧ ne répond pas."),
    ("en", "The council of ⟦Hatice Yıldız⟧ was empty."),
    ("nl", "De gemeente Wetteren en de Raad van State antwoorden niet."),
    # Somewhere, without a word for a street.
    ("nl", "Wij verhuisden van ⟦Lepelblok 7⟧ naar ⟦Wissel 22⟧."),
    ("de", "Ich helfe meiner Mutter ⟦Kuhweide 3⟧."),
    ("de", "Objekt: ⟦Kapellenberg⟧"),
    ("nl", "Adres: ⟦Onder den Toren⟧"),
    ("nl", "ik woon ⟦bosuil 14⟧ in een bos"),
    # Figures that nothing announces; ages as notes give them.
    ("nl", "Zie ook ⟦KL 25 0042⟧ en ISO 9001."),
    ("de", "Sie ist ⟦ledig⟧ und ⟦51⟧."),
    ("nl", "Betrokkene (v, ⟦36⟧) weigert."),
)


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_what_is_found_is_whole(language: str, sentence: str) -> None:
    assert marked(sentence, language) == sentence
