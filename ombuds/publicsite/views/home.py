from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ombuds.annualreport.services import released_editions
from ombuds.lib.i18n import pick
from ombuds.office.services import current_office
from ombuds.publications.services.reading import current_texts, public_recommendations
from ombuds.publicsite.views.reading import public, reader_language


@public
def home(request: HttpRequest) -> HttpResponse:
    office = current_office()
    context = {
        "latest": current_texts(office.code, reader_language())[:3],
        "recommendations": public_recommendations(office.code)[:3],
        "edition": released_editions(office).first(),
    }
    return render(request, "publicsite/home.html", context)


@public
def page(request: HttpRequest, name: str) -> HttpResponse:
    """A page of plain words; what differs between offices comes from the profile."""
    office = current_office()
    contact = office.setting("contact", {})
    context = {
        "contact": contact,
        "address": pick(contact.get("address")),
        "hours": pick(contact.get("hours")),
        "law": pick(office.setting("law")),
        "disclosures": office.setting("takes_disclosures", False),
        "assemblies": _lines(office.setting("report_addressees", {})),
        "years_kept": office.retentionrules.filter(code="complaint_files").order_by("-valid_from").first(),
    }
    return render(request, f"publicsite/{name}.html", context)


def _lines(by_language: dict[str, list[str]]) -> list[str]:
    return by_language.get(reader_language()) or next(iter(by_language.values()), [])
