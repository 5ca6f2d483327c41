"""The people, places and numbers of one story: true values, which must not survive."""

import random
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta

WOMEN = """Anne Aïcha Els Fatima Greta Hanne Iris Jozefa Khadija Lies Maria Nadia Olga Paula Rosa Sara Tamara Wivina Yasmina Zohra Ann Bea Chloé Eva
Marie-Hélène Anne-Marie Françoise Hélène Inge Jeanne Kristien Mieke Natacha Oumou Precious Rabia Sofie Valérie Ewa Jelena Ayşe Ming Esi""".split()  # fmt: skip
MEN = """Jan Mohamed Luc Hans Igor Jef Kofi Leo Max Nils Omar Pol Rik Samir Tom Vic Willy Youssef Ali Alex Félix Guido Henri Jean-Pierre Jan-Baptist
Mamadou Nguyen Piet Antonio Stefan Thomas Ibrahim Mehmet Ivan Pierre Hugo Éric Ahmed Samuel Wout Li Emre""".split()  # fmt: skip
LASTS = """Peeters|Janssens|Maes|Jacobs|Mertens|Willems|Claes|Goossens|Wouters|De Smet|De Clercq|Van den Bossche|Van de Velde|Vermeulen|Dubois|Lambert|Dupont
Martin|Simon|Lejeune|Renard|Leroy|Legrand|D'Hondt|'t Jampens|El Amrani|Benali|Aït Haddou|Bouazza|Yılmaz|Demir|Öztürk|Kowalski|Nowak|Petrović|Ivanova
Diallo|Mbeki|Kabila|Nkurunziza|Da Silva|Ferreira|García López|Rossi|Esposito|Nguyen|Chen|Singh|Schmitz|Müller|Vandenberghe|De Wit|De Groote|Van Hoof
Janssens-Peeters|O'Neill|Okafor|Haddad|Verhoeven|Smeets|Delvaux|Collard|Hermans|Aerts|Bogaerts|Cools|Thijs|Lemmens""".replace("\n", "|").split("|")  # fmt: skip
STREETS = {
    "nl": "Kerkstraat Stationsstraat Nieuwstraat Molenstraat Kapellelaan Dorpsstraat Meiboomlaan Schoolstraat Veldstraat Gentsesteenweg".split(),
    "fr": "rue de la Station|avenue Louise|rue Haute|boulevard Anspach|chaussée de Wavre|avenue de la Couronne|rue du Moulin|rue Neuve".split(
        "|"
    ),
    "en": "Kerkstraat|rue de la Station|Church Street|Mill Lane|avenue Louise".split("|"),
    "de": "Bahnhofstraße|Kirchstraße|Aachener Straße|Malmedyer Straße|Hauptstraße|Schulstraße".split("|"),
}
TOWNS = {
    "nl": "Leuven Gent Mechelen Hasselt Kortrijk Aalst Tienen Diest Genk Ieper Halle Schaarbeek Elsene Evere Antwerpen".split(),
    "fr": "Ixelles Uccle Namur Liège Mons Charleroi Wavre Dinant Huy Arlon Etterbeek Anderlecht Tournai Nivelles Ath".split(),
    "en": "Leuven Ghent Brussels Namur Ixelles Mechelen Antwerp Hasselt Uccle Evere".split(),
    "de": "Eupen Kelmis Raeren Büllingen Amel Malmedy Lontzen".split(),
}
POSTCODES = {
    "Leuven": "3000",
    "Gent": "9000",
    "Ixelles": "1050",
    "Elsene": "1050",
    "Eupen": "4700",
    "Namur": "5000",
    "Hasselt": "3500",
    "Liège": "4000",
}
ORGANISATIONS = {
    "nl": "Basisschool De Wingerd|Garage Vandamme|Apotheek Lindenhof|Bouwwerken Claeys NV|vzw De Brug|Poetsbedrijf Netjes BV".split(
        "|"
    ),
    "fr": "École Saint-Joseph|Garage Lambotte|Pharmacie du Centre|Toitures Delhaye SPRL|Cabinet d'avocats Lorent|Nettoyage Éclat SRL".split(
        "|"
    ),
    "en": "Hillside School|Garage Vandamme|Brightwell Cleaning Ltd|Harper Builders Ltd|Lowell Pharmacy".split(
        "|"
    ),
    "de": "Grundschule Unterstadt|Apotheke Rosengarten|Dachdecker Krings GmbH|Kanzlei Hilgers|Reinigung Blitz GmbH".split(
        "|"
    ),
}
JOBS = {
    "nl": {"f": "verpleegster poetsvrouw lerares bakkerin boekhoudster".split(), "m": "verpleger metselaar leraar bakker boekhouder".split()},
    "fr": {"f": "infirmière|coiffeuse|enseignante|ouvrière agricole|comptable".split("|"), "m": "infirmier|maçon|enseignant|ouvrier agricole|comptable".split("|")},
    "en": {"f": "nurse hairdresser plumber bookkeeper baker".split(), "m": "nurse hairdresser plumber bookkeeper baker".split()},
    "de": {"f": "Krankenschwester Lehrerin Bäckerin Buchhalterin".split(), "m": "Krankenpfleger Lehrer Bäcker Buchhalter".split()},
}  # fmt: skip
# With the preposition that French needs.
COUNTRIES = {
    "nl": "Marokko|Turkije|Polen|de Filipijnen".split("|"),
    "fr": "au Maroc|en Turquie|en Pologne|aux Philippines|au Portugal".split("|"),
    "en": "Morocco|Turkey|Poland|the Philippines".split("|"),
    "de": "Marokko|der Türkei|Polen|den Philippinen".split("|"),
}


@dataclass(frozen=True)
class Person:
    first: str
    last: str
    gender: str
    age: int
    job: str = ""


@dataclass(frozen=True)
class Cast:
    """All true values of one story."""

    people: tuple[Person, ...]
    towns: tuple[str, ...]
    street: str
    number: str
    postcode: str
    organisations: tuple[str, ...]
    dates: tuple[date, ...]
    iban: str
    national_number: str
    phone: str
    plate: str
    reference: str
    amount: str
    country: str
    birth: date
    email: str


def cast(language: str, chance: random.Random) -> Cast:
    people: list[Person] = []
    while len(people) < 3:
        gender = chance.choice("fm")
        person = Person(
            chance.choice(WOMEN if gender == "f" else MEN),
            chance.choice(LASTS),
            gender,
            chance.randrange(21, 89),
            chance.choice(JOBS[language][gender]),
        )
        if person.first == person.last:  # nobody can tell which of the two 'Nguyen' is
            continue
        if all(
            person.first[:3] != p.first[:3]
            and person.last != p.last
            and person.last not in p.last
            and p.last not in person.last
            for p in people
        ):
            people.append(person)
    if chance.random() < 0.3:  # two of one family
        people[1] = replace(people[1], last=people[0].last)
    towns = tuple(chance.sample(TOWNS[language], 2))
    first = date(2024, 1, 8) + timedelta(days=chance.randrange(500))
    dates = tuple(first + timedelta(days=d) for d in sorted(chance.sample(range(200), 3)))
    return Cast(
        tuple(people), towns, chance.choice(STREETS[language]), str(chance.randrange(3, 180)), POSTCODES.get(towns[0], str(chance.randrange(1501, 9900))),
        tuple(chance.sample(ORGANISATIONS[language], 2)), dates, _iban(chance), _national_number(chance), f"04{chance.randrange(70, 99)} {chance.randrange(10, 99)} {chance.randrange(10, 99)} {chance.randrange(10, 99)}",
        f"1-{''.join(chance.choices('BCDFGHJKLM', k=3))}-{chance.randrange(100, 999)}", f"OM/{first.year}/{chance.randrange(10000, 99999)}", _amount(language, chance),
        chance.choice(COUNTRIES[language]), date(2024 - people[0].age, chance.randrange(1, 13), chance.randrange(1, 29)), _email(people[0], chance),
    )  # fmt: skip


def _email(person: Person, chance: random.Random) -> str:
    letters = unicodedata.normalize("NFKD", f"{person.first}.{person.last}".lower().replace("ı", "i"))
    return re.sub(r"[^a-z.]", "", letters) + chance.choice(("@telenet.be", "@skynet.be", "@gmail.com"))


def _iban(chance: random.Random) -> str:
    bank, account = chance.randrange(100, 999), chance.randrange(10**7)
    number = f"{bank}{account:07d}"
    number += f"{int(number) % 97 or 97:02d}"
    check = 98 - int(number + "111400") % 97
    whole = f"BE{check:02d}{number}"
    return " ".join(whole[i : i + 4] for i in range(0, 16, 4))


def _national_number(chance: random.Random) -> str:
    year, month, day, order = (
        chance.randrange(40, 99),
        chance.randrange(1, 13),
        chance.randrange(1, 29),
        chance.randrange(1, 998),
    )
    number = f"{year:02d}{month:02d}{day:02d}{order:03d}"
    return f"{number[:2]}.{number[2:4]}.{number[4:6]}-{number[6:9]}.{97 - int(number) % 97:02d}"


def _amount(language: str, chance: random.Random) -> str:
    whole, cents = chance.randrange(23, 4800), chance.randrange(1, 99)
    grouped = f"{whole:,}"
    if language == "en":
        return f"€{grouped}.{cents:02d}"
    return f"{grouped.replace(',', ' ' if language == 'fr' else '.')},{cents:02d} {'Euro' if language == 'de' else 'euros' if language == 'fr' else 'euro'}"
