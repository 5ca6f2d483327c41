"""Figures for staff, below /staff/."""

from django.urls import path

from ombuds.statistics import views

app_name = "statistics"
urlpatterns = [
    path("figures/", views.overview, name="overview"),
    path("figures/definitions/", views.definitions, name="definitions"),
    path("figures/first-line/", views.first_line, name="first_line"),
    path("figures/first-line/new/", views.enter_first_line, name="new_first_line"),
    path("figures/first-line/<int:pk>/", views.enter_first_line, name="edit_first_line"),
    path("figures/<slug:code>/<int:year>/", views.detail, name="detail"),
    path("figures/<slug:code>/<int:year>/cases/", views.cases, name="cases"),
    path("figures/<slug:code>/<int:year>/table.<slug:form>", views.download, name="download"),
]
