"""What stands in place of a number or name in a redacted text, in the language of that text."""

from ombuds.deidentification.engine.spans import Kind

LETTERS = "BCDEFGHKLMNPRSTVWXZ"

PLACEHOLDERS: dict[str, dict[Kind, str]] = {
    "nl": {
        Kind.PERSON: "[naam]", Kind.ADDRESS: "[adres]", Kind.PLACE: "[plaats]", Kind.DATE: "[datum]", Kind.NATIONAL_NUMBER: "[rijksregisternummer]",
        Kind.IBAN: "[rekeningnummer]", Kind.PHONE: "[telefoonnummer]", Kind.EMAIL: "[e-mailadres]", Kind.URL: "[webadres]", Kind.PLATE: "[nummerplaat]",
        Kind.REFERENCE: "[kenmerk]", Kind.ORGANISATION: "[organisatie]",
    },
    "fr": {
        Kind.PERSON: "[nom]", Kind.ADDRESS: "[adresse]", Kind.PLACE: "[lieu]", Kind.DATE: "[date]", Kind.NATIONAL_NUMBER: "[numéro national]",
        Kind.IBAN: "[numéro de compte]", Kind.PHONE: "[numéro de téléphone]", Kind.EMAIL: "[adresse e-mail]", Kind.URL: "[adresse web]",
        Kind.PLATE: "[plaque]", Kind.REFERENCE: "[référence]", Kind.ORGANISATION: "[organisation]",
    },
    "en": {
        Kind.PERSON: "[name]", Kind.ADDRESS: "[address]", Kind.PLACE: "[place]", Kind.DATE: "[date]", Kind.NATIONAL_NUMBER: "[national number]",
        Kind.IBAN: "[account number]", Kind.PHONE: "[phone number]", Kind.EMAIL: "[e-mail address]", Kind.URL: "[web address]",
        Kind.PLATE: "[number plate]", Kind.REFERENCE: "[reference]", Kind.ORGANISATION: "[organisation]",
    },
    "de": {
        Kind.PERSON: "[Name]", Kind.ADDRESS: "[Adresse]", Kind.PLACE: "[Ort]", Kind.DATE: "[Datum]", Kind.NATIONAL_NUMBER: "[Nationalregisternummer]",
        Kind.IBAN: "[Kontonummer]", Kind.PHONE: "[Telefonnummer]", Kind.EMAIL: "[E-Mail-Adresse]", Kind.URL: "[Webadresse]",
        Kind.PLATE: "[Kennzeichen]", Kind.REFERENCE: "[Aktenzeichen]", Kind.ORGANISATION: "[Organisation]",
    },
}  # fmt: skip


def placeholder(kind: Kind, language: str) -> str:
    return PLACEHOLDERS.get(language, PLACEHOLDERS["en"]).get(kind, f"[{kind.value}]")
