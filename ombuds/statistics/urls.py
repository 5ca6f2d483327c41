"""Figures for staff, below /staff/."""

from django.urls import path

from ombuds.statistics.views import counters, cube, figures, frozen

app_name = "statistics"
urlpatterns = [
    path("figures/", figures.overview, name="overview"),
    path("figures/table/", cube.cube, name="cube"),
    path("figures/table/cases/", cube.cases, name="cube_cases"),
    path("figures/table/release/", cube.release, name="cube_release"),
    path("figures/table/file.csv", cube.download, {"form": "csv"}, name="cube_csv"),
    path("figures/table/file.json", cube.download, {"form": "json"}, name="cube_json"),
    path("figures/table/file.html", cube.download, {"form": "html"}, name="cube_html"),
    path("figures/definitions/", counters.overview, name="definitions"),
    path("figures/definitions/<slug:code>/", counters.counter, name="counter"),
    path("figures/definitions/<slug:code>/correct/", counters.correct, name="correct_counter"),
    path("figures/mapping/", counters.mappings, name="mappings"),
    path("figures/mapping/<slug:dimension>/add/", counters.add_mapping, name="add_mapping"),
    path("figures/frozen/", frozen.overview, name="frozen"),
    path("figures/frozen/<slug:name>/", frozen.differences, name="differences"),
    path("figures/reported/", frozen.published_elsewhere, name="reported"),
    path("figures/first-line/", figures.first_line, name="first_line"),
    path("figures/first-line/new/", figures.enter_first_line, name="new_first_line"),
    path("figures/first-line/<int:pk>/", figures.enter_first_line, name="edit_first_line"),
    path("figures/<slug:code>/<int:year>/", figures.detail, name="detail"),
    path("figures/<slug:code>/<int:year>/cases/", figures.cases, name="cases"),
    path("figures/<slug:code>/<int:year>/table.<slug:form>", figures.download, name="download"),
]
