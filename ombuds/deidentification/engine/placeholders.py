"""What stands in place of a number or name in a redacted text, in the language of that text.

None of these can be read as a living person's number: they hold no digits but a running number.
"""

import re

from ombuds.deidentification.engine.spans import Kind

LETTERS = "BCDEFGHKLMNPRSTVWXZ"
MORE = "…"

# kind: (nl, fr, en, de); the noun by itself, as it stands between brackets.
NOUNS: dict[Kind, tuple[str, str, str, str]] = {
    Kind.PERSON: ("persoon", "personne", "person", "Person"),
    Kind.ADDRESS: ("adres", "adresse", "address", "Adresse"),
    Kind.PLACE: ("plaats", "lieu", "place", "Ort"),
    Kind.DATE: ("datum", "date", "date", "Datum"),
    Kind.TIME: ("uur", "heure", "time", "Uhrzeit"),
    Kind.BIRTH_DATE: ("geboortedatum", "date de naissance", "date of birth", "Geburtsdatum"),
    Kind.AGE: ("leeftijd", "âge", "age", "Alter"),
    Kind.NATIONAL_NUMBER: ("rijksregisternummer", "numéro national", "national number", "Nationalregisternummer"),
    Kind.IBAN: ("rekeningnummer", "numéro de compte", "account number", "Kontonummer"),
    Kind.CARD: ("kaartnummer", "numéro de carte", "card number", "Kartennummer"),
    Kind.PHONE: ("telefoonnummer", "numéro de téléphone", "phone number", "Telefonnummer"),
    Kind.EMAIL: ("e-mailadres", "adresse e-mail", "e-mail address", "E-Mail-Adresse"),
    Kind.URL: ("webadres", "adresse web", "web address", "Webadresse"),
    Kind.HANDLE: ("profielnaam", "nom de profil", "profile name", "Profilname"),
    Kind.IP: ("IP-adres", "adresse IP", "IP address", "IP-Adresse"),
    Kind.PLATE: ("nummerplaat", "plaque", "number plate", "Kennzeichen"),
    Kind.IDENTITY_DOCUMENT: ("documentnummer", "numéro de document", "document number", "Dokumentnummer"),
    Kind.COMPANY_NUMBER: ("ondernemingsnummer", "numéro d’entreprise", "company number", "Unternehmensnummer"),
    Kind.REFERENCE: ("kenmerk", "référence", "reference", "Aktenzeichen"),
    Kind.COURT_NUMBER: ("rolnummer", "numéro de rôle", "court number", "Rollennummer"),
    Kind.ORGANISATION: ("organisatie", "organisation", "organisation", "Organisation"),
    Kind.PROFESSION: ("beroep", "profession", "profession", "Beruf"),
    Kind.AMOUNT: ("bedrag", "montant", "amount", "Betrag"),
    Kind.GPS: ("coördinaten", "coordonnées", "coordinates", "Koordinaten"),
    Kind.HEALTH: ("gezondheid", "santé", "health", "Gesundheit"),
    Kind.FAMILY: ("gezin", "famille", "family", "Familie"),
}  # fmt: skip
ALONE = {"nl": "naam", "fr": "nom", "en": "name", "de": "Name"}
COLUMN = {"nl": 0, "fr": 1, "en": 2, "de": 3}

# A reader follows a story by who is who: these kinds are numbered, [person 1], [person 2].
NUMBERED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE})
OURS = re.compile(
    r"\[(?:"
    + "|".join(sorted({re.escape(n) for row in (*NOUNS.values(), tuple(ALONE.values())) for n in row}))
    + r")(?: (\d+))?\]"
)


def noun(kind: Kind, language: str) -> str:
    """'rekeningnummer'; English for a language we do not write."""
    return NOUNS[kind][COLUMN.get(language, COLUMN["en"])]


def placeholder(kind: Kind, language: str, number: int = 0) -> str:
    """'[rekeningnummer]', '[persoon 2]'; `number` 0 leaves the running number out, and a person is a '[naam]' then."""
    if kind is Kind.PERSON and not number:
        return f"[{ALONE.get(language, ALONE['en'])}]"
    return f"[{noun(kind, language)} {number}]" if number else f"[{noun(kind, language)}]"


def typed(kind: Kind, language: str) -> str:
    """How a story names a number without one: 'rekeningnummer …'."""
    return f"{noun(kind, language)} {MORE}"


def ours(text: str) -> list[tuple[int, int, int]]:
    """(start, end, running number or 0) of every placeholder that already stands in a text."""
    return [(m.start(), m.end(), int(m.group(1) or 0)) for m in OURS.finditer(text)]
