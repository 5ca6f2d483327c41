"""Reading for names, below /staff/publications/."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from ombuds.publications.reviewing import figures, views


class Source(StringConverter):
    """The draft, or a paper of a case by its number; of a very long one the second part is .2, and so on."""

    regex = r"draft|(?:submission|letter|paper)-\d{1,18}(?:\.\d{1,4})?"


register_converter(Source, "reading_source")
ONE = "publications/<int:pk>/names/<reading_source:source>/"
patterns = [
    path("publications/names/", figures.overview, name="readings"),
    path("publications/names/figures.csv", figures.download, name="readings_csv"),
    path(ONE, views.reading, name="reading"),
    path(ONE + "act/", views.act, name="reading_act"),
    path(ONE + "result/", views.result, name="reading_result"),
]
