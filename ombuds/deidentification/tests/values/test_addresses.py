import pytest

from ombuds.deidentification.engine import Kind
from ombuds.deidentification.tests.values.marking import kinds, marked

SENTENCES = (
    ("nl", "Ik woon in de ⟦Kerkstraat 12 bus 3, 1050 Elsene⟧."),
    ("nl", "Zij woont ⟦Koning Albertlaan 4b te 9000 Gent⟧."),
    ("nl", "⟦Burgemeester De Vosstraat 12/3, B-2000 Antwerpen⟧."),
    ("nl", "in de ⟦lange nieuwstraat 45 in antwerpen⟧; ⟦stationsstr. 5⟧; ⟦Brusselsestwg. 12⟧"),
    ("nl", "⟦KERKSTRAAT l2, 1O50 ELSENE⟧"),
    ("nl", "⟦Grote Markt 1, 8500 Kortrijk⟧ of ⟦Meir 50, 2000 Antwerpen⟧"),
    ("fr", "J'habite ⟦rue de la Loi 16, boîte 4, 1040 Bruxelles⟧ ; puis ⟦12, avenue Louise⟧"),
    ("fr", "⟦av. de la Couronne 7 bte 4 à Saint-Gilles⟧, ⟦place Flagey⟧"),
    ("fr", "⟦45 bis, rue du Marché aux Herbes⟧ ; la mise en place de 12 mesures ; dans la rue"),
    ("fr", "⟦Place de l'Église 3, 1435 Mont-Saint-Guibert⟧ ; ⟦En Féronstrée 86, 4000 Liège⟧"),
    ("en", "I live at ⟦12 Church Street⟧ and he at ⟦Rue Neuve 5⟧."),
    (
        "en",
        "The owner of ⟦Wezeldreef 41⟧ objected; the meter at ⟦Les Fougères 22⟧ and the tree behind ⟦Op den Heuvel 9⟧ too.",
    ),
    (
        "en",
        "The tenants of ⟦Pottenhoek 4⟧ and ⟦Pottenhoek 6⟧ left; the office has 12 desks; i live at ⟦witte molen 6⟧.",
    ),
    (
        "fr",
        "J'habite ⟦cité Reine Élisabeth 208, Mons⟧. Le médecin cité refuse ; le bail cite des règles. Habite ⟦av. de l'Observatoire 27, Liège⟧.",
    ),
    ("fr", "une chambre ⟦Vieille Halle aux Blés 31⟧ ; il habite ⟦Au Fond des Rys 133⟧, dit-il."),
    ("en", "It goes to ⟦Avenue Albert I 359 in 8000 Bruges⟧."),
    (
        "fr",
        "parti à ⟦grand-rue 374 7700 mouscron⟧, ⟦123, rue du Collège - Marchienne-au-Pont⟧ ou ⟦rue du 4 Août⟧.",
    ),
    ("fr", "plus loin (⟦venelle aux Quatre Chemins 297⟧), puis ⟦rue aux Laines 107C à Seraing⟧"),
    ("fr", "mon adresse ⟦crapaurue 118 verviers⟧, merci"),
    ("fr", "Mon adresse : ⟦Derrière le Moulin⟧. Livrer à ⟦Kerkstr. 8 b 2.1, 9000 Gent⟧"),
    ("de", "Ich wohne ⟦Hauptstraße 12, 4700 Eupen⟧; ⟦Am Markt 5, 4780 Sankt Vith⟧"),
    ("de", "⟦Aachener Str. 4⟧ ist geschlossen."),
    ("nl", "⟦postbus 123⟧ of ⟦59000 Lille⟧ of ⟦1012 AB Amsterdam⟧"),
    ("nl", "Hij komt uit ⟦Mol⟧. De zaal is groot. Zij woont te ⟦Halle⟧."),
    ("nl", "wijk ⟦Ter Heide⟧ en gevlucht uit ⟦Marokko⟧"),
    ("nl", "Parkeerplaats 5 is vrij. Er zijn 12 plaatsen op de markt."),
)


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_an_address_is_covered_and_nothing_beside_it(language: str, sentence: str) -> None:
    assert marked(sentence, language) == sentence


def test_the_parts_of_an_address_are_one_span() -> None:
    assert kinds("woont Kerkstraat 12 bus 3, 1050 Elsene") == {
        "Kerkstraat 12 bus 3, 1050 Elsene": Kind.ADDRESS
    }


def test_a_town_alone_is_a_place() -> None:
    assert kinds("Zij woont in Gent.") == {"Gent": Kind.PLACE}


def test_a_street_called_after_a_king_is_no_office_holder() -> None:
    assert "Koning Albertlaan 4" in kinds("Zij woont in de Koning Albertlaan 4.")
