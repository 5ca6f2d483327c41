"""A sentence that is offered to a writer must be true of the sentence whose place it takes."""

import pytest

from ombuds.deidentification.intruder.rewriting import (
    events_of,
    neutral,
    said_anew,
    said_broadly,
    said_more_plainly,
)
from ombuds.deidentification.intruder.truth import truly_told


@pytest.mark.parametrize(
    ("sentence", "told", "not_told"),
    [
        # what was asked for did not happen
        ("Ik vraag dat de dienst zijn fout rechtzet en mij terugbetaalt.", "wished", "error repaid corrected"),
        ("Zij vroeg om de terugbetaling van de boete.", "wished", "repaid"),
        ("Je demande que le service corrige son erreur et me rembourse.", "wished", "error repaid corrected"),
        ("Elle souhaitait un remboursement.", "wished", "repaid"),
        ("I ask the service to put its mistake right and to refund me.", "wished", "error repaid"),
        ("She hoped for an apology.", "wished", "apologised"),
        ("Ich bitte darum, dass die Dienststelle ihren Fehler berichtigt und mir das Geld erstattet.", "wished", "error repaid"),
        # what did not happen did not happen
        ("Het bedrag werd nooit terugbetaald.", "", "repaid"),
        ("Le service ne s'est pas excusé.", "", "apologised"),
        ("The fee was not refunded, but the service apologised.", "apologised", "repaid"),
        ("Der Betrag wurde nicht erstattet.", "", "repaid"),
        ("Veel mensen kregen geen herinnering meer.", "", "reminded"),
        ("Ik kreeg geen boete.", "", "fined"),
        ("Je n'ai jamais reçu de facture.", "", "billed"),
        ("She never received a letter.", "", "wrote received letter"),
        ("Er ist nicht umgezogen.", "", "moved"),
        ("Ik kreeg geen antwoord op mijn brief.", "no_answer", "wrote received letter"),
        # only where it is denied
        ("La plainte est fondée : le délai n'a pas été respecté.", "founded deadline", "unfounded"),
        ("Het geld werd terugbetaald, maar niet op tijd.", "repaid", ""),
        # who did it
        ("Op 3 mei kreeg ik van de stad een brief.", "received", "wrote"),
        ("J'ai reçu un courrier de la commune.", "received", "wrote"),
        ("Ik stuurde een brief, maar ik kreeg geen antwoord.", "wrote no_answer", "received"),
        ("De ombudsvrouw schreef naar de stad.", "examined", "wrote asked complained"),
        ("Die Ombudsstelle wandte sich an die Gemeinde.", "examined", "asked"),
        ("Ik betaalde vanaf mijn rekening.", "paid", "billed"),
        ("De dienst verwees naar het reglement.", "changed_rule", "referred"),
        ("Ik wacht op een beslissing.", "waited", "decided"),
        ("J'attends une décision.", "waited", "decided"),
        ("They sent me on to another office.", "referred", "wrote"),
    ],
)  # fmt: skip
def test_what_a_sentence_really_tells(sentence: str, told: str, not_told: str) -> None:
    found = truly_told(sentence)
    assert set(told.split()) <= found
    assert not found & set(not_told.split())


def test_a_wish_is_told_as_a_wish_and_then_as_a_difference_of_opinion() -> None:
    sentence = "Je demande que le service me rembourse."
    assert said_anew(sentence, "fr") == ("La personne voulait que le service la rembourse.", "asked_back")
    assert said_broadly(sentence, "fr") == "La personne n'était pas d'accord avec le service."


def test_every_event_that_is_told_can_be_said_in_four_languages() -> None:
    assert {"wished", "received", "examined"} <= neutral().keys()
    for sentences in neutral().values():
        assert all(said.endswith(".") for said in sentences.values())


@pytest.mark.parametrize(
    ("sentence", "language", "more", "plainer"),
    [
        ("De dienst antwoordde op 3 mei dat er een fout was gebeurd.", "nl", "De dienst gaf toe dat er een fout was gebeurd.", "Er werd een fout gemaakt."),
        ("The service replied on 3 May that a processing error had occurred.", "en", "The service admitted that a mistake had been made.", "A mistake was made."),
        ("J'attends une décision depuis huit mois.", "fr", "La personne attendait une décision.", "La personne a dû attendre longtemps."),
        ("Ich bitte darum, dass die Dienststelle mir das Geld erstattet.", "de", "Die Person wollte, dass die Dienststelle das Geld erstattet.",
         "Die Person wollte, dass die Dienststelle handelt."),
        ("Le service s'est référé au règlement.", "fr", "Le service s'est référé au règlement.", "Le règlement était en cause."),
        ("De ombudsman nam contact op met de stad over wegenwerken.", "nl", "De ombudsdienst nam contact op met de dienst.", "De ombudsdienst onderzocht de zaak."),
        ("Ik stuurde een brief, maar ik kreeg geen antwoord.", "nl", "De betrokkene schreef, maar kreeg geen antwoord.", "De betrokkene kreeg geen antwoord."),
    ],
)  # fmt: skip
def test_a_sentence_is_told_fully_first_and_then_more_plainly(
    sentence: str, language: str, more: str, plainer: str
) -> None:
    found = said_anew(sentence, language)
    assert found is not None
    assert found[0] == more
    assert said_more_plainly(more, language) == plainer
    assert said_more_plainly(plainer, language) is None


@pytest.mark.parametrize(
    ("sentence", "not_told"),
    [
        ("De dienst antwoordde dat ik een fout had gemaakt.", "admitted"),
        ("Le service a répondu que j'avais commis une erreur.", "admitted"),
        ("Ik kreeg eindelijk een brief met een beslissing.", "awaited"),
        ("Ik wil dat de dienst zich verontschuldigt.", "asked_back asked_right"),
        ("Les règles ont été modifiées.", "kept_rules"),
        ("J'ai introduit une demande concernant l'accès aux documents.", "documents"),
    ],
)
def test_no_more_is_told_than_was_said(sentence: str, not_told: str) -> None:
    assert not set(events_of(sentence)) & set(not_told.split())
