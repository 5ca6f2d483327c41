"""Addresses of the office's settings, below /staff/."""

from django.urls import path

from ombuds.office import views

app_name = "office"
urlpatterns = [
    path("office/", views.settings, name="settings"),
    path("office/closing-days/add/", views.add_closing_day, name="add_closing_day"),
    path("office/words/add/", views.add_word, name="add_word"),
    path("office/<slug:section>/", views.rows, name="rows"),
    path("office/<slug:section>/<int:pk>/", views.row, name="row"),
    path("office/<slug:section>/<int:pk>/correct/", views.correct, name="correct"),
]
