"""An invented case with awkward names, used by every test of this room."""

from datetime import date

from ombuds.deidentification.engine import Address, KnownIdentifiers, Person

CASE = KnownIdentifiers(
    people=(
        Person("Aïcha", "El Ouariachi", "complainant", "f"),
        Person("Jan", "Van den Bossche", "representative", "m"),
        Person("Marie-Hélène", "D'Hondt", "third_party", "f"),
        Person("", "Ng", "third_party"),
        Person("Sint", "Post", "third_party"),
    ),
    addresses=(
        Address("Kerkstraat", "12", "1050", "Elsene"),
        Address("avenue de la Couronne", "7 bte 4", "1060", "Saint-Gilles"),
    ),
    emails=("aicha.elouariachi@mail.example",),
    phones=("0475 12 34 56", "+32 2 555 12 34"),
    national_numbers=("85.07.30-033.28",),
    ibans=("BE68 5390 0754 7034",),
    references=("OM.2025.123", "FIN/44/8812-B"),
    dates=(date(1985, 7, 30), date(2025, 3, 3)),
    organisations=("VZW De Kleine Vis",),
    bodies=("Gemeente Elsene", "Brussel Fiscaliteit"),
)
