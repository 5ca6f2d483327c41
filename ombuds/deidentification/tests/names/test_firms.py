"""Firms, schools and associations that the line or the words around them announce. All are invented."""

import pytest

from ombuds.deidentification.engine import Kind, find


def firms(text: str, language: str) -> list[str]:
    return [text[s.start : s.end] for s in find(text, language) if s.kind is Kind.ORGANISATION]


@pytest.mark.parametrize(
    ("language", "text", "firm"),
    [
        ("nl", "Begeleiding: Sint-Ritacollege\nConsulent: onbekend", "Sint-Ritacollege"),
        ("de", "Sie geht zum Bischöflichen Amt und zu Bischöfliches Institut Rodt.", "Bischöfliches Institut Rodt"),
        ("en", "The Sacred Heart nursing home\nAttn. Mr Watson\n\nSubject: a question", "Sacred Heart nursing home"),
        ("en", "i work as a farmer for horizon estates and i am well.", "horizon estates"),
        ("en", "we paid it to little owls nursery (company number be-0778.637.212).", "little owls nursery"),
        ("nl", "Wij betaalden het aan De Groene Kas (ondernemingsnummer BE0657552409).", "De Groene Kas"),
        ("en", "File: A12\nThird party: Happy Days\nDate: 3 May\n", "Happy Days"),
        ("fr", "Dossier : A12\nHuissier : Dernier Appel\n", "Dernier Appel"),
        ("en", "I owe Third Tide four instalments.", "Third Tide"),
        ("en", "The collection agency Last Knock sent three letters.", "Last Knock"),
        ("en", "the roofing company green boot never came back.", "green boot"),
        ("en", "I HIRED SILVER LEAF ROOFING AND THEY NEVER CAME.", "SILVER LEAF ROOFING"),
        ("en", "A letter of Waxham, Loftus & Partners arrived.", "Waxham, Loftus & Partners"),
        ("fr", "La dette envers Bon Matin est payée.", "Bon Matin"),
        ("fr", "Le bureau de recouvrement Dernière Heure a écrit.", "Dernière Heure"),
        ("fr", "J'AI ENGAGÉ TOITURES DU MIDI ET ILS NE VIENNENT PAS.", "TOITURES DU MIDI"),
        ("nl", "Ik werk bij Algemene Bouwmaatschappij De Smet.", "Algemene Bouwmaatschappij De Smet"),
        ("nl", "Mijn man werkt bij de Brusselse Poetsdienst.", "Brusselse Poetsdienst"),
        ("de", "Die Kanzlei des Müller hat geschrieben.", "Kanzlei des Müller"),
        ("en", "My mother lives at Sunshine Welfare Centre now.", "Sunshine Welfare Centre"),
        ("en", "The bank (the Corner Chip Shop) confirmed this.", "Corner Chip Shop"),
        ("de", "Die Schule (VoG Miteinander) bestätigt das.", "VoG Miteinander"),
        ("nl", "onze begeleidster bij vzw atelierke, loopt het mis.", "vzw atelierke"),
        ("de", "betreuung: garage peters & söhne\nbetreuer: niemand", "garage peters & söhne"),
        ("fr", "je travaille comme chauffeur chez la maison de repos sacré-cœur", "maison de repos sacré-cœur"),
        ("fr", "On s'est connus à la friterie Chez Momo, en été.", "Chez Momo"),
        ("fr", "Un commerce (Agence Cap Sud SRL) a fermé.", "Agence Cap Sud SRL"),
        ("fr", "Ma sœur est aide-ménagère chez Coup de Balai, en ville.", "Coup de Balai"),
        ("fr", "Mon employeur, Nettoie Tout, a fermé.", "Nettoie Tout"),
        ("fr", "Il a été formé par Action Emploi en mai.", "Action Emploi"),
        ("en", "I was helped by the charity A Roof For Her.", "A Roof For Her"),
        ("en", "She sells shoes at All For Baby and likes it.", "All For Baby"),
        ("en", "Anne had left Waterloo Books to nurse him.", "Waterloo Books"),
        ("fr", "j'étais aide ménagère chez blanc bonheur et le patron crie.", "blanc bonheur"),
        ("fr", "elle est au home les bleuets à theux.", "les bleuets"),
        ("fr", "Il tient le restaurant L'Oiseau bleu, à deux.", "L'Oiseau bleu"),
        ("fr", "À l'école des Tilleuls, on lui a dit non.", "école des Tilleuls"),
        ("fr", "Les faits survenus à la cantine (Le Potager).", "Le Potager"),
        ("en", "my son is small and goes to little oaks in winter.", "little oaks"),
        ("en", "I WAS AT SPARKLE & SHINE ALL DAY.", "SPARKLE & SHINE"),
        ("en", "It was stolen outside The Olive Tree.", "The Olive Tree"),
        ("fr", "La Petite Ourse refuse de garder mon fils.", "La Petite Ourse"),
        ("fr", "Elle va à l'école communale Les Marronniers, en ville.", "Les Marronniers"),
        ("fr", "JE FAIS LE MÉNAGE CHEZ BRASSERIE DU PONT SRL. EN MAI, RIEN.", "BRASSERIE DU PONT SRL"),
        ("en", "BUT IM A STUDENT AT LITTLE ACORNS NURSERY AND THE APP SAID SO.", "LITTLE ACORNS NURSERY"),
        ("en", "I found him outside the premises of The Flemish Quilters vzw.", "The Flemish Quilters vzw"),
        ("fr", "Elle était inscrite chez CSC Alimentation, en ville.", "CSC Alimentation"),
    ],
)  # fmt: skip
def test_a_firm_is_found_whole(language: str, text: str, firm: str) -> None:
    assert any(firm in found for found in firms(text, language)), firms(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ma femme a voulu consulter ce permis à la maison communale."),
        ("en", "letter from the national railway company arrived at the primary school."),
        ("nl", "Werkgever: geen\nBegeleiding: geen"),
        ("en", "Third party: None\nHospital: Not Applicable\n"),
        ("fr", "Partie adverse : Néant\nSyndic : Sans Objet\n"),
        ("en", "i go to the local garage and to the new shop."),
        ("de", "Hr. Schröder legt Beleg von Konto BE17348284409421 vor."),
        ("de", "Er ging bis gestern bei uns zur Schule."),
        (
            "fr",
            "La Direction des Routes et le Fonds du Logement l'ont écrit dans le Code wallon du Logement.",
        ),
        ("en", "The Department of Housing and the Tax Office cite the Walloon Housing Code."),
        ("fr", "je vais à la pharmacie de garde, chez eux, chez moi, puis à l'école communale le matin."),
        ("en", "i work at night and go to bed late, then my son goes to school at eight."),
        ("fr", "Le Médiateur a écrit. La Ville de Mons refuse. Les Services du Gouvernement répondent."),
        ("en", "The Complainant states this. The Housing Department replied."),
        ("en", "I called the Ombudsman and the Minister at Christmas."),
    ],
)
def test_what_is_no_firm_stays(language: str, text: str) -> None:
    assert firms(text, language) == []
