"""What looks like a name and is nobody's; and beside each the name that must still go."""

import pytest

from ombuds.deidentification.tests.values.marking import marked

SENTENCES = (
    # thanks and relatives in another language than the text's
    ("nl", 'Mijn buurvrouw zei: "Mon mari est malade" en ging weg.'),
    ("fr", "Mein Mann est parti. Bedankt et à bientôt."),
    ("en", "Mijn man is ziek, so I write for him. Merci beaucoup for your help."),
    ("de", "Mon mari ⟦Karl⟧ est malade."),
    ("nl", "My husband ⟦Ahmed⟧ is weg."),
    ("nl", "mijn vrouw ⟦ngozi⟧ gaat wel"),
    ("en", "Dear ⟦Sarah⟧, thanks ⟦Peter⟧."),
    # all in capitals
    ("de", "ICH BIN ⟦KARL WEBER⟧ UND ICH KLAGE."),
    ("de", "SIE LEBT BEI ⟦MARIA KLEIN⟧ IN ⟦EUPEN⟧."),
    ("nl", "IK BEN ⟦JAN MAES⟧ EN IK KLAAG."),
    # German sentences that begin with an adjective
    ("de", "Frech war der Ton am Telefon."),
    ("de", "Grobe Fehler sind passiert."),
    ("de", "Sauer bin ich."),
    ("de", "Herr ⟦Winter⟧ rief an, ⟦Klug⟧ war nicht da."),
    ("de", "⟦Wilde⟧ hat den Vertrag unterschrieben."),
    # abbreviations, seasons, languages, things typed small that are villages too
    ("de", "Fam. ⟦Weber⟧ wohnt dort, inkl. MwSt."),
    ("en", "Spring came and still no reply."),
    ("nl", "⟦Jan De Winter⟧ woont hier."),
    ("en", "⟦Summer Jones⟧ and ⟦Autumn Reed⟧ called."),
    ("nl", "Talen: Frans, Engels, Tigrinya"),
    ("fr", "Langue : Anglais, Twi"),
    ("fr", "j'ai mal aux jambes et le mur est plein de lierre"),
    ("fr", "j'habite à ⟦jambes⟧ depuis longtemps"),
    # who stands before a firm, and a clause before its number
    ("en", "⟦John Smith⟧ and ⟦Haverals Builders Ltd⟧ did not come."),
    ("fr", "⟦Jean Petit⟧ de ⟦Chauffage Martin SRL⟧ n'est pas venu."),
    ("en", "THE BUILDER WILL NOT COME BACK, VAT ⟦BE0403.170.701⟧."),
)


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_only_somebody_is_masked(language: str, sentence: str) -> None:
    assert marked(sentence, language) == sentence
