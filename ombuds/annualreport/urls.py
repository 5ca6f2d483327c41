"""The desk of the yearly report, below /staff/."""

from django.urls import path

from ombuds.annualreport.views import editions, writing

app_name = "annualreport"
urlpatterns = [
    path("report/", editions.editions, name="list"),
    path("report/<int:pk>/", editions.edition, name="edition"),
    path("report/<int:pk>/release/", editions.release, name="release"),
    path("report/<int:pk>/text/<slug:slot>/<slug:language>/", writing.text, name="text"),
    path("report/<int:pk>/text/<slug:slot>/<slug:language>/sketch/", writing.sketch, name="sketch"),
    path("report/<int:pk>/text/<slug:slot>/<slug:language>/drop/", writing.drop, name="drop_sketch"),
    path("report/<int:pk>/figures/<slug:code>/", editions.enter, name="enter"),
    path("report/<int:pk>/preview/<slug:language>/", editions.preview, name="preview"),
    path("report/<int:pk>/<slug:language>.pdf", editions.pdf, name="pdf"),
]
