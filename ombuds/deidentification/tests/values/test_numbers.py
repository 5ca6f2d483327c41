"""Numbers that point at one person: with check digits, without, mistyped, and in every notation."""

import pytest

from ombuds.deidentification.engine import Kind, find
from ombuds.deidentification.tests.values.marking import kinds, marked

SENTENCES = (
    ("nl", "Rijksregister ⟦85.07.30-033.28⟧, of ⟦85073003328⟧ of RR: ⟦85 07 30 033 28⟧"),
    ("nl", "BIS ⟦85.47.30-123.45⟧ en rijksregisternummer ⟦85.07.30-033.29⟧ met een tikfout"),
    ("fr", "IBAN ⟦FR14 2004 1010 0505 0001 3M02 606⟧ et ⟦BE68 5390 0754 7034⟧, merci"),
    ("nl", "rekening ⟦NL91ABNA0417164300⟧ of ⟦BE68539007547034⟧ voor de huur"),
    ("nl", "kredietkaart ⟦4111 1111 1111 1111⟧, kaart eindigend op ⟦**** 1234⟧"),
    ("nl", "bel ⟦0475/12.34.56⟧ of ⟦+32 475 12 34 56⟧ of ⟦0032 (0)2 555 12 34⟧ of ⟦(02) 555 12 34⟧"),
    ("fr", "tél. ⟦087 55 66 77⟧, GSM ⟦+33 6 12 34 56 78⟧, fax ⟦02/555.12.34⟧"),
    ("nl", "Teruggebeld: ⟦09 225 11 22⟧\n⟦12 maart⟧, ⟦14u30⟧: niemand"),
    ("de", "erreichbar unter ⟦+49 241 1234567⟧ oder ⟦0170/1234567⟧"),
    ("nl", "mail naar ⟦jan.peeters@telenet.be⟧ of ⟦jan.peeters @ telenet . be⟧"),
    ("nl", "schrijf naar ⟦jan punt peeters at gmail punt com⟧ of ⟦jan.peeters (at) proximus.be⟧"),
    ("en", "see ⟦www.facebook.com/jan.peeters.90⟧ or ⟦https://mijnblog.be/mijn-verhaal?id=3⟧"),
    ("nl", "verbonden vanaf ⟦192.168.12.34⟧ en ⟦2a02:1810:1c2e:9a00::1⟧"),
    ("fr", "position ⟦50.84661, 4.35283⟧ ou ⟦50°50'48\"N 4°21'09\"E⟧"),
    ("nl", "de wagen met nummerplaat ⟦1-ABD-234⟧, ⟦1ABD234⟧ of ⟦AA-123-BB⟧"),
    ("fr", "plaque personnalisée ⟦MAMAN-1⟧ et plaque ⟦12345-A-6⟧"),
    ("de", "Kennzeichen ⟦K-AB 123⟧ und ⟦AC-KL 1234⟧"),
    ("nl", "identiteitskaart ⟦592-1234567-89⟧, paspoort ⟦EH123456⟧"),
    ("fr", "carte de séjour ⟦B 123456789⟧, passeport n° ⟦EM 123456⟧"),
    ("nl", "BTW ⟦BE0403.170.701⟧, ondernemingsnummer ⟦0403.170.701⟧"),
    ("nl", "Ons kenmerk: ⟦2024/KL/00123⟧, uw ref.: ⟦U/REF/2024-17⟧, zie ook ⟦OMB-24-0193⟧"),
    ("fr", "N° de dossier : ⟦FIN 44 8812 B⟧, communication ⟦+++123/4567/89012+++⟧"),
    ("nl", "klantnummer ⟦00123456⟧ en zaak ⟦KL2024-00123⟧"),
    ("fr", "⟦R.G. 2021/AR/567⟧, ⟦G/A 234.567/XV-4321⟧, rôle n° ⟦19/4321/A⟧"),
    ("nl", "een boete van ⟦€ 89,10⟧ of ⟦1.234,56 EUR⟧, en ⟦86 euro 50⟧"),
    ("en", "a sum of ⟦30,416.85 euros⟧ and ⟦EUR 12.50⟧"),
    # groups of figures that nothing announces, in a sentence, between brackets and in a table
    ("nl", "Uw schrijven ⟦88012.447.19⟧ kregen wij niet."),
    ("fr", "La décision (⟦228.4471.05⟧) est contestée."),
    ("de", "Zeichen | Stand\n⟦7712.334.85⟧ | offen\n⟦7713.335.86⟧ | offen"),
    # the end of a line inside a number
    ("fr", "code EAN : ⟦5414 4882 0012\n3456 78⟧ selon la facture."),
    ("de", "EAN-Code ⟦54 1448 8200\n1234 5678⟧ auf der Rechnung"),
    ("nl", "mijn auto met plaat ⟦1-xkf-\n883⟧ staat er"),
    ("en", "Call me on ⟦+32 470 12 \n34 56⟧ please"),
    ("en", "my card ⟦4111 1111 1111\n1111⟧ is blocked"),
    ("fr", "IBAN : ⟦BE68 5390 0754 \n7034⟧."),
    ("fr", "recommandé ⟦RR 123 456\n785 BE⟧"),
    # and a number that ends where the line ends
    ("nl", "gsm ⟦0470 12 34 56⟧\n3 kinderen"),
    ("en", "mobile ⟦+32 470 12 34 56⟧\n3 rooms"),
    ("nl", "bedrag | datum\n20 euro\n⟦14/03/2025⟧"),
    ("de", "mein Wagen ⟦kld482⟧ wurde beschädigt"),
    ("nl", "op zoek naar tel. (⟦+32 (0)470 12 34 56⟧)"),
    ("nl", "zending ⟦CD 12 345 678 9 BE⟧ is zoek"),
    ("de", "Nr. ⟦RG 24/118/A⟧ und Nr. ⟦7 C 118/24⟧ liegen vor"),
    # the letters of a body inside a number are the number's; after an article they are the body
    ("fr", "La décision ⟦ONSS 24/00331⟧ est fausse."),
    ("fr", "la lettre de l'ONEM ⟦24/00812⟧ est fausse."),
    ("nl", "ok ⟦15u⟧ dan, het duurde maar 3u"),
    ("nl", "tel ⟦0470 12 34 56⟧\n⟦3/12⟧ bezoek"),
    ("de", "Anruf, dann Pause\n⟦3.12.⟧ kein Zugang"),
    ("nl", "IK WOON IN ⟦'T ZAND 3⟧."),
)


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_a_number_is_covered_and_nothing_beside_it(language: str, sentence: str) -> None:
    assert marked(sentence, language) == sentence


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("RRN 85.07.30-033.28", Kind.NATIONAL_NUMBER),
        ("BE68 5390 0754 7034", Kind.IBAN),
        ("kredietkaart 4111 1111 1111 1111", Kind.CARD),
        ("gsm 0475 12 34 56", Kind.PHONE),
        ("x.y@z.be", Kind.EMAIL),
        ("10.20.30.40", Kind.IP),
        ("nummerplaat 1-ABD-234", Kind.PLATE),
        ("eID 592-1234567-89", Kind.IDENTITY_DOCUMENT),
        ("BTW BE0403.170.701", Kind.COMPANY_NUMBER),
        ("kenmerk KL/2024/0012", Kind.REFERENCE),
        ("rolnummer 23/1234/A", Kind.COURT_NUMBER),
        ("50.84661, 4.35283", Kind.GPS),
        ("@jan_peeters", Kind.HANDLE),
    ],
)
def test_a_number_gets_its_kind(text: str, kind: Kind) -> None:
    assert list(kinds(text).values()) == [kind]


def test_a_check_digit_that_fits_is_surer_than_one_that_does_not() -> None:
    (right,), (wrong,) = find("RRN 85.07.30-033.28"), find("RRN 85.07.30-033.29")

    assert right.confidence > 0.9 > wrong.confidence
    assert right.reason
