from xml.sax.xmlreader import AttributesImpl

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.utils.xmlutils import SimplerXMLGenerator

from ombuds.annualreport.services import released_editions
from ombuds.lib.i18n import pick
from ombuds.office.services import current_office
from ombuds.publications.services.reading import current_texts, public_recommendations
from ombuds.publicsite.views.reading import absolute, public, public_languages

PLAIN_PAGES = (
    "home", "help", "integrity", "publications", "recommendations", "reports", "services", "about", "privacy",
    "accessibility", "open_data", "contact",
)  # fmt: skip


def _feed(language: str, make: type[SyndicationFeed], name: str, kind: str) -> HttpResponse:
    office = current_office()
    if language not in public_languages(office):
        raise Http404
    with override(language):
        feed = make(
            title=pick(office.names, language),
            link=absolute("publications"),
            feed_url=absolute(name, language),
            description=_("Reports, stories, warnings and opinions."),
            language=language,
        )
    for text in current_texts(office.code, language)[:50]:
        link = f"{absolute('publication', text.key)}?lang={language}"
        feed.add_item(
            title=text.title,
            link=link,
            description=text.summary,
            unique_id=f"urn:uuid:{text.key}",
            pubdate=text.first_published_at,
            updateddate=text.published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=f"{kind}; charset=utf-8")


@public
def atom(request: HttpRequest, language: str) -> HttpResponse:
    return _feed(language, Atom1Feed, "atom", "application/atom+xml")


@public
def rss(request: HttpRequest, language: str) -> HttpResponse:
    return _feed(language, Rss201rev2Feed, "rss", "application/rss+xml")


@public
def sitemap(request: HttpRequest) -> HttpResponse:
    """Written by hand: the framework's sitemaps want a sites table."""
    code = current_office().code
    addresses = [absolute(name) for name in PLAIN_PAGES]
    keys = dict.fromkeys(current_texts(code).values_list("key", flat=True)[:20_000])
    addresses += [absolute("publication", key) for key in keys]
    addresses += [absolute("recommendation", r.year, r.sequence) for r in public_recommendations(code)]
    for edition in released_editions():
        addresses.append(absolute("report", edition.year))
        codes = [each["code"] for each in edition.content["chapters"]]
        addresses += [absolute("chapter", edition.year, each) for each in codes]
    response = HttpResponse(content_type="application/xml; charset=utf-8")
    xml = SimplerXMLGenerator(response, "utf-8")
    xml.startDocument()
    xml.startElement("urlset", AttributesImpl({"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}))
    for address in addresses:
        xml.startElement("url", AttributesImpl({}))
        xml.addQuickElement("loc", address)
        xml.endElement("url")
    xml.endElement("urlset")
    xml.endDocument()
    return response


@public
def robots(request: HttpRequest) -> HttpResponse:
    """Search machines stay out of files, forms and staff pages."""
    lines = [
        "User-agent: *",
        "Disallow: /staff/",
        "Disallow: /service/",
        "Disallow: /file/",
        "Disallow: /complaint/",
    ]
    return HttpResponse("\n".join([*lines, f"Sitemap: {absolute('sitemap')}", ""]), content_type="text/plain")
