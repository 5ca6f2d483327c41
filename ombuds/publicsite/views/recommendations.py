"""The tracker: every public recommendation, what was answered, what we found, and whether the complaints stopped."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ombuds.lib.i18n import pick
from ombuds.office.models import Term
from ombuds.office.services import current_office
from ombuds.publications.models import PublicRecommendation
from ombuds.publications.services.reading import (
    STATUSES,
    effect_sentence,
    labels_of,
    public_recommendations,
    timeline_words,
)
from ombuds.publicsite.views.reading import absolute, public_languages, reader_language

NOT_PUBLIC = ("draft", "sent_for_comment")


@dataclass(frozen=True)
class Choice:
    """One filter of the list: its name in the address, its label, what can be chosen and what was."""

    name: str
    label: str
    options: list[tuple[str, str]]
    chosen: str


@login_not_required
@require_safe
def recommendations(request: HttpRequest) -> HttpResponse:
    rows = public_recommendations(current_office().code)
    filters = _filters(request, rows)
    chosen = {FIELDS[one.name]: one.chosen for one in filters if one.chosen}
    page = Paginator(rows.filter(**chosen).defer("htmls"), 30).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(one, labels_of(one), effect_sentence(one)) for one in page],
        "filters": filters,
        "languages": public_languages(current_office()),
    }
    return render(request, "publicsite/recommendations.html", context)


# Name in the address → column; a service by its Dutch name: the address stays the same in every language.
FIELDS = {"year": "year", "to": "addressees__nl", "theme": "theme", "status": "status"}


def _filters(request: HttpRequest, rows: "QuerySet[PublicRecommendation]") -> list[Choice]:
    """Only what some recommendation has can be chosen; anything else in the address is as if it were not there."""
    themes = {
        term.code: str(term) for term in Term.objects.filter(office=current_office(), vocabulary="theme")
    }
    status = {code: str(label) for code, label in STATUSES.choices if code not in NOT_PUBLIC}
    names = [dict(each) for each in rows.order_by().values_list("addressees", flat=True)]
    to = {str(each["nl"]): str(pick(each)) for each in names if each.get("nl")}
    known = {
        name: dict.fromkeys(map(str, rows.order_by().values_list(name, flat=True).distinct()))
        for name in ("year", "theme", "status")
    }
    named = {
        "year": (_("Year"), {year: year for year in known["year"]}),
        "to": (_("To"), to),
        "theme": (_("Theme"), {code: themes.get(code, code) for code in known["theme"] if code}),
        "status": (_("Status"), {code: status.get(code, code) for code in known["status"]}),
    }
    found = []
    for name, (label, options) in named.items():
        given = request.GET.get(name, "")
        ordered = sorted(options.items(), key=lambda option: option[1], reverse=name == "year")
        found.append(Choice(name, label, ordered, given if given in options else ""))
    return found


@login_not_required
@require_safe
def recommendation(request: HttpRequest, year: int, sequence: int) -> HttpResponse:
    found = public_recommendations(current_office().code).filter(year=year, sequence=sequence).first()
    if found is None:
        raise Http404
    language = _language_of(found)
    context = {
        "recommendation": found,
        "labels": labels_of(found),
        "language": language,
        "html": found.htmls.get(language, ""),
        "title": pick(found.titles, language),
        "timeline": timeline_words(found.timeline),
        "effect": effect_sentence(found),
    }
    return render(request, "publicsite/recommendation.html", context)


@login_not_required
@require_safe
def changes(request: HttpRequest, language: str) -> HttpResponse:
    """What moved, newest first, as an Atom feed: one entry each time that a recommendation was released anew."""
    office = current_office()
    if language not in public_languages(office):
        raise Http404
    with override(language):
        feed = Atom1Feed(
            title=_("Recommendations of %(office)s") % {"office": pick(office.names, language)},
            link=absolute("recommendations"),
            feed_url=absolute("recommendation_changes", language),
            description=_("What we asked, what the addressee says, and what we found when we checked."),
            language=language,
        )
        for one in public_recommendations(office.code).order_by("-released_at")[:50]:
            feed.add_item(**_entry(one, language))
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _entry(one: PublicRecommendation, language: str) -> dict[str, Any]:
    labels = labels_of(one)
    said = (
        f"{_('The addressee says')}: {labels['service_says']}. {_('We found')}: {labels['ombudsman_finds']}."
    )
    return {
        "title": f"{one.code} {pick(one.titles, language)}: {labels['status']}",
        "link": absolute("recommendation", one.year, one.sequence),
        "description": " ".join(filter(None, [said, effect_sentence(one)])),
        "unique_id": f"urn:uuid:{one.key}#{one.fingerprint[:16]}",
        "updateddate": one.released_at,
        "pubdate": one.released_at,
    }


def _language_of(found: PublicRecommendation) -> str:
    reads = reader_language()
    return reads if reads in found.htmls else next(iter(found.htmls), reads)
