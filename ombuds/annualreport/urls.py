"""The desk of the yearly report, below /staff/."""

from django.urls import path

from ombuds.annualreport import views

app_name = "annualreport"
urlpatterns = [
    path("report/", views.editions, name="list"),
    path("report/<int:pk>/", views.edition, name="edition"),
    path("report/<int:pk>/release/", views.release, name="release"),
    path("report/<int:pk>/text/<slug:slot>/<slug:language>/", views.text, name="text"),
    path("report/<int:pk>/figures/<slug:code>/", views.enter, name="enter"),
    path("report/<int:pk>/preview/<slug:language>/", views.preview, name="preview"),
    path("report/<int:pk>/<slug:language>.pdf", views.pdf, name="pdf"),
]
