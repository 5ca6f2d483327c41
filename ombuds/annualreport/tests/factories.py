"""A year that can be reported on, for tests."""

import uuid

from ombuds.accounts.models import User
from ombuds.annualreport import services
from ombuds.annualreport.models import Edition
from ombuds.deidentification.gate import stored  # as if these had been cleared
from ombuds.office.models import Office, ReportChapter
from ombuds.publications.models import Frozen, PublicRecommendation
from ombuds.statistics.tests.factories import a_body, a_case, a_moment, a_person, an_office

__all__ = [
    "a_case",
    "a_moment",
    "a_person",
    "a_public_recommendation",
    "a_reporting_office",
    "a_story",
    "an_edition",
    "sealed_rows",
]

CHAPTERS = {
    "foreword": ("Voorwoord", "Avant-propos", ["text:foreword"]),
    "picture": (
        "Klachtenbeeld",
        "Les plaintes",
        ["table:received_by_month", "table:per_body", "table:balance"],
    ),
    "outcomes": (
        "Resultaat",
        "Résultat",
        ["table:assessment", "table:handling_time", "text:reading_note", "table:none"],
    ),
    "stories": ("Verhalen", "Récits", ["stories"]),
    "recommendations": ("Aanbevelingen", "Recommandations", ["recommendations"]),
    "method": ("Telregels", "Méthode", ["definitions"]),
}


def a_reporting_office(cases: int = 12, year: int = 2024) -> Office:
    """An office with an outline, some cases of one year, a story and a recommendation that were released."""
    office = an_office()
    for order, (code, (nl, fr, content)) in enumerate(CHAPTERS.items()):
        labels = {"nl": nl, "fr": fr, "en": nl}
        ReportChapter.objects.create(office=office, code=code, labels=labels, content=content, order=order)
    body = a_body("Parkeerdienst")
    for number in range(cases):
        assessment = ("founded", "unfounded")[number % 2]
        a_case(office, f"{year}-0{number % 3 + 1}-10", days=30, body=body, assessment=assessment)
    a_story(office, year)
    a_public_recommendation(office, year)
    return office


def a_story(office: Office, year: int, **changes: object) -> None:
    key, at = uuid.uuid4(), a_moment(f"{year}-05-05")
    for language, title in (("nl", "De boete die terugkwam"), ("fr", "L'amende qui revenait")):
        fields = {
            "key": key, "office_code": office.code, "kind": "story", "language": language, "slug": stored("x"),
            "title": stored(title), "summary": stored(f"Samenvatting {language}"), "html": stored("<p>x</p>"), "sha256": "0" * 64, "published_at": at,
            "first_published_at": at,
        }  # fmt: skip
        Frozen.objects.create(**{**fields, **sealed(changes)})


def sealed(changes: dict[str, object]) -> dict[str, object]:
    """Texts of a test as if the gate had passed them."""
    texts = ("title", "summary", "html")
    found = {name: stored(v) if name in texts and isinstance(v, str) else v for name, v in changes.items()}
    if isinstance(titles := found.get("titles"), dict):
        found["titles"] = {language: stored(title) for language, title in titles.items()}
    return found


def a_public_recommendation(office: Office, year: int, **changes: object) -> PublicRecommendation:
    at = a_moment(f"{year}-06-01")
    fields = {
        "key": uuid.uuid4(), "office_code": office.code, "code": f"{year}-1", "year": year, "sequence": 1,
        "addressee": "body", "addressees": {"nl": stored("Parkeerdienst"), "fr": stored("Stationnement")},
        "titles": {"nl": stored("Leg elke boete uit"), "fr": stored("Expliquez chaque amende")}, "status": "accepted",
        "service_says": "accepted", "ombudsman_finds": "not_checked", "issued_on": at.date(), "fingerprint": "0" * 64,
        "released_at": at,
    }  # fmt: skip
    return PublicRecommendation.objects.create(**{**fields, **sealed(changes)})


def an_edition(office: Office, year: int = 2024, actor: User | None = None, **foreword: str) -> Edition:
    """An edition with its foreword in the given languages."""
    actor = actor or a_person("ombudsman")
    edition = services.create_edition(office=office, year=year, actor=actor)
    for language, text in (foreword or {"nl": "Elke klacht telt.", "fr": "Chaque plainte compte."}).items():
        services.write_text(edition=edition, slot="foreword", language=language, text=text, actor=actor)
    return edition


def sealed_rows(rows: list[dict[str, str]]) -> list[dict[str, object]]:
    """A timeline as if its words had been cleared."""
    return [{**row, "value": stored(row["value"])} for row in rows]
