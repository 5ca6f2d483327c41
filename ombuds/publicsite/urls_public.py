"""Pages that anyone may open."""

from django.urls import path

from ombuds.publicsite.views import (
    contact,
    feeds,
    figures,
    home,
    kit,
    opendata,
    publications,
    recommendations,
    searching,
    years,
)
from ombuds.publicsite.views.can_we_help import can_we_help

app_name = "publicsite"
urlpatterns = [
    path("", home.home, name="home"),
    path("help/", can_we_help, name="help"),
    path("integrity/", home.page, {"name": "integrity"}, name="integrity"),
    path("services/", home.page, {"name": "services"}, name="services"),
    path("services/kit/", kit.find, name="kit_find"),
    path("services/kit/<slug:code>/", kit.kit, name="kit"),
    path("services/kit/<slug:code>/<slug:paper>-<slug:language>.pdf", kit.paper, name="kit_paper"),
    path("about/", home.page, {"name": "about"}, name="about"),
    path("privacy/", home.page, {"name": "privacy"}, name="privacy"),
    path("accessibility/", home.page, {"name": "accessibility"}, name="accessibility"),
    path("publications/", publications.publications, name="publications"),
    path("publications/<uuid:key>/", publications.publication, name="publication"),
    path("publications/<uuid:key>/<slug:language>.pdf", publications.paper, name="publication_pdf"),
    path("publications/files/<uuid:key>/", publications.file, name="file"),
    path("recommendations/", recommendations.recommendations, name="recommendations"),
    path("recommendations/<int:year>-<int:sequence>/", recommendations.recommendation, name="recommendation"),
    path(
        "recommendations/changes.<slug:language>.atom", recommendations.changes, name="recommendation_changes"
    ),
    path("reports/", years.reports, name="reports"),
    path("reports/<int:year>/", years.report, name="report"),
    path("reports/<int:year>/report.pdf", years.pdf, name="report_pdf"),
    path("reports/<int:year>/whole/", years.whole, name="report_whole"),
    path("reports/<int:year>/<slug:name>-<slug:language>.<str:form>", years.file, name="report_file"),
    path("reports/<int:year>/dataset.<str:form>", years.dataset, name="report_dataset"),
    path("reports/<int:year>/committees/<slug:code>/", years.booklet, name="booklet"),
    path(
        "reports/<int:year>/committees/<slug:code>/<slug:language>.pdf", years.booklet_pdf, name="booklet_pdf"
    ),
    path("reports/<int:year>/<slug:table>.csv", years.table, name="report_table"),
    path("reports/<int:year>/<slug:code>/", years.chapter, name="chapter"),
    path("search/", searching.search, name="search"),
    path("contact/", contact.contact, name="contact"),
    path("news/", contact.subscribe, name="subscribe"),
    path("news/<uuid:key>/", contact.confirm, name="confirm"),
    path("news/<uuid:key>/stop/", contact.unsubscribe, name="unsubscribe"),
    path("figures/", figures.overview, name="figures"),
    path("figures/definitions/", figures.definitions, name="figure_definitions"),
    path("figures/mapping.json", figures.mapping_file, name="figure_mapping"),
    path("figures/tables/<int:pk>/", figures.apart, name="figure_apart"),
    path("figures/tables/<int:pk>/table.<slug:form>", figures.apart_file, name="figure_apart_file"),
    path("figures/<int:year>/<slug:table>/", figures.figure, name="figure"),
    path("figures/<int:year>/<slug:table>/table.json", figures.figure_file, name="figure_file"),
    path("open-data/", opendata.overview, name="open_data"),
    path("open-data/recommendations.<str:form>", opendata.recommendations, name="open_recommendations"),
    path("open-data/publications.json", opendata.publications, name="open_publications"),
    path("feeds/<str:language>.atom", feeds.atom, name="atom"),
    path("feeds/<str:language>.rss", feeds.rss, name="rss"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("robots.txt", feeds.robots, name="robots"),
]
