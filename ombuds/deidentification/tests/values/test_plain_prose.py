"""Administrative prose in which nobody is named: nothing may be masked."""

import pytest

from ombuds.deidentification.tests.values.marking import marked

PROSE = {
    "nl": (
        "De beslissing moet binnen 30 dagen worden gemotiveerd, zoals artikel 5, § 2, bepaalt.",
        "In 65 % van de gevallen duurt het langer dan 3 maanden; dat is 1.250 dossiers op een jaar.",
        "De premie bedraagt 500 euro of 12.000 euro naargelang het inkomen, met een tarief van 21 %.",
        "Het loket is elke werkdag open van 9 tot 12 uur; bel 1700 of 0800 99 961.",
        "Wij bevelen aan om de brief in begrijpelijke taal te schrijven (niveau B1) en formulier A1 te schrappen.",
        "Volgens norm 7 (redelijke termijn) is de klacht gegrond; zie hoofdstuk 3.2 en bijlage 4.",
        "Het schooljaar 2023-2024 begint op de eerste werkdag; de E40 en de R0 blijven open.",
    ),
    "fr": (
        "La décision doit être motivée dans les 30 jours, comme le prévoit l'article 5, § 2.",
        "Dans 65 % des cas, le délai dépasse 3 mois ; cela fait 1.250 dossiers par an.",
        "La prime s'élève à 500 euros ou 12.000 euros selon le revenu, avec un taux de 21 %.",
        "Le guichet est ouvert chaque jour ouvrable de 9 à 12 heures.",
        "Nous recommandons d'écrire en langage clair et de supprimer le formulaire 276.",
        "Selon la norme 7 (délai raisonnable), la plainte est fondée ; voir le chapitre 3.2 et l'annexe 4.",
    ),
    "en": (
        "The decision must be reasoned within 30 days, as Article 5 provides.",
        "In 65% of cases it takes longer than 3 months; that is 1,250 files a year.",
        "The allowance is 500 euros or 12,000 euros depending on income, at a rate of 21 %.",
        "The counter is open every working day from 9 a.m. to noon.",
        "We recommend writing in plain language and dropping form 276.",
    ),
    "de": (
        "Die Entscheidung muss innerhalb von 30 Tagen begründet werden, wie Artikel 5 vorsieht.",
        "In 65 % der Fälle dauert es länger als 3 Monate; das sind 1.250 Akten im Jahr.",
        "Die Prämie beträgt 500 Euro oder 12.000 Euro je nach Einkommen.",
    ),
}


@pytest.mark.parametrize(("language", "sentence"), [(lang, s) for lang, many in PROSE.items() for s in many])
def test_nothing_is_masked_where_nobody_is_named(language: str, sentence: str) -> None:
    assert marked(sentence, language) == sentence
