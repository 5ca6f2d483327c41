"""Municipalities with their province, region and postal codes, in every language and short form."""

from collections.abc import Iterator
from functools import cache

from ombuds.deidentification.intruder.lexicon import Entry, entries_of, rows
from ombuds.deidentification.intruder.plain import folded

# Short and English names, and well-known parts of towns.
ALSO = {
    "21004": "Brussels/Brüssel/Bruxelles-Ville/Stad Brussel/Laken/Laeken/Neder-Over-Heembeek/Haren",
    "21012": "Molenbeek", "21015": "Schaarbeek/Schaerbeek", "21014": "Sint-Joost/Saint-Josse",
    "21018": "Woluwe-Saint-Lambert/Sint-Lambrechts-Woluwe", "21017": "Watermaal/Watermael/Bosvoorde/Boitsfort",
    "11002": "Antwerp/Borgerhout/Deurne/Merksem/Hoboken/Wilrijk/Ekeren", "44021": "Ghent/Gentbrugge/Ledeberg/Sint-Amandsberg/Mariakerke",
    "24062": "Heverlee/Kessel-Lo", "31005": "Bruges", "62063": "Lüttich", "35013": "Ostend", "92094": "Jambes", "12025": "Mechlin",
    "23088": "Vilvoorde", "63023": "Eupen",
}  # fmt: skip
# Names that are also everyday words: only after a word that announces a place.
ORDINARY = frozenset(
    "as boom ham hal mol lo bree mons spa aubel herne halen huy thuin dour ath lens silly manage engis".split()
)
PROVINCES = {
    "10000": "provincie Antwerpen/province d'Anvers/province of Antwerp/Provinz Antwerpen",
    "20001": "Vlaams-Brabant/Brabant flamand/Flemish Brabant/Flämisch-Brabant",
    "20002": "Waals-Brabant/Brabant wallon/Walloon Brabant/Wallonisch-Brabant",
    "30000": "West-Vlaanderen/Flandre occidentale/Flandre-Occidentale/West Flanders/Westflandern",
    "40000": "Oost-Vlaanderen/Flandre orientale/Flandre-Orientale/East Flanders/Ostflandern",
    "50000": "Henegouwen/Hainaut/Hennegau",
    "60000": "provincie Luik/province de Liège/province of Liège/Provinz Lüttich",
    "70000": "Limburg/Limbourg",
    "80000": "provincie Luxemburg/province de Luxembourg/province du Luxembourg/Provinz Luxemburg",
    "90000": "provincie Namen/province de Namur/province of Namur/Provinz Namur",
}
REGIONS = {
    "02000": "Vlaanderen/Vlaams Gewest/Vlaamse gemeente/Vlaamse stad/Flandre/Région flamande/commune flamande/ville flamande/Flanders"
    "/Flemish Region/Flemish municipality/Flemish town/Flandern/flämische Gemeinde/flämische Stadt",
    "03000": "Wallonië/Waals Gewest/Waalse gemeente/Waalse stad/Wallonie/Région wallonne/commune wallonne/ville wallonne/Wallonia"
    "/Walloon Region/Walloon municipality/Walloon town/Wallonien/wallonische Gemeinde/wallonische Stadt",
    "04000": "Brussels Gewest/Brussels Hoofdstedelijk/Brusselse gemeente/Brusselse regio/Région bruxelloise/Région de Bruxelles"
    "/commune bruxelloise/Brussels Region/Brussels municipality/Brussels-Capital/Region Brüssel/Brüsseler Gemeinde",
}  # fmt: skip
PROVINCE_NAMES = {
    "10000": {"nl": "de provincie Antwerpen", "fr": "la province d'Anvers", "en": "the province of Antwerp", "de": "der Provinz Antwerpen"},
    "20001": {"nl": "Vlaams-Brabant", "fr": "le Brabant flamand", "en": "Flemish Brabant", "de": "Flämisch-Brabant"},
    "20002": {"nl": "Waals-Brabant", "fr": "le Brabant wallon", "en": "Walloon Brabant", "de": "Wallonisch-Brabant"},
    "30000": {"nl": "West-Vlaanderen", "fr": "la Flandre occidentale", "en": "West Flanders", "de": "Westflandern"},
    "40000": {"nl": "Oost-Vlaanderen", "fr": "la Flandre orientale", "en": "East Flanders", "de": "Ostflandern"},
    "50000": {"nl": "Henegouwen", "fr": "le Hainaut", "en": "Hainaut", "de": "Hennegau"},
    "60000": {"nl": "de provincie Luik", "fr": "la province de Liège", "en": "the province of Liège", "de": "der Provinz Lüttich"},
    "70000": {"nl": "Limburg", "fr": "le Limbourg", "en": "Limburg", "de": "Limburg"},
    "80000": {"nl": "de provincie Luxemburg", "fr": "la province de Luxembourg", "en": "the province of Luxembourg", "de": "der Provinz Luxemburg"},
    "90000": {"nl": "de provincie Namen", "fr": "la province de Namur", "en": "the province of Namur", "de": "der Provinz Namur"},
}  # fmt: skip


@cache
def parents() -> dict[str, tuple[str, ...]]:
    """Of each municipality (NIS) and province, the values above it, nearest first."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("towns.csv"):
        region = "r" + row["region"]
        if row["province"] in PROVINCES:
            found[row["nis"]] = ("p" + row["province"], region)
            found["p" + row["province"]] = (region,)
        else:
            found[row["nis"]] = (region,)
    return found


@cache
def by_postcode() -> dict[str, str]:
    """Postal code to the NIS code of its municipality (the first one where several share it)."""
    found: dict[str, str] = {}
    for row in rows("towns.csv"):
        for code in row["postcodes"].split():
            found.setdefault(code, row["nis"])
    return found


def town_entries() -> Iterator[Entry]:
    for row in rows("towns.csv"):
        names = "/".join(
            dict.fromkeys(n for n in (row["nl"], row["fr"], row["de"], ALSO.get(row["nis"], "")) if n)
        )
        for entry in entries_of("place", row["nis"], names.replace("(", "/").replace(")", ""), capital=True):
            if entry.words[0] not in ORDINARY or len(entry.words) > 1:
                yield entry
    for code, names in PROVINCES.items():
        yield from entries_of("place", "p" + code, names, capital=True)
    for code, names in REGIONS.items():
        yield from entries_of("place", "r" + code, names, capital=True)


@cache
def ordinary() -> dict[str, str]:
    """Names of towns that are also everyday words, to their NIS code."""
    found = {}
    for row in rows("towns.csv"):
        for name in (row["nl"], row["fr"], row["de"]):
            if folded(name) in ORDINARY:
                found[folded(name)] = row["nis"]
    return found
