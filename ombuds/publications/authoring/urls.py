from django.urls import path

from ombuds.publications.authoring import views, views_hearing

ONE = "publications/<int:pk>/"
patterns = [
    path(ONE + "writing/", views.writing, name="writing"),
    path(ONE + "write/", views.write, name="write"),
    path(ONE + "sketch/", views.sketch, name="sketch"),
    path(ONE + "sketch/drop/", views.drop, name="drop_sketch"),
    path(ONE + "versions/", views.versions, name="versions"),
    path(ONE + "comments/", views.comment, name="comment"),
    path(ONE + "comments/<int:comment_pk>/settle/", views.settle, name="settle"),
    path(ONE + "facts/", views.pull, name="pull"),
    path(ONE + "hearings/", views_hearing.hearings, name="hearings"),
    path(ONE + "hearings/ask/", views_hearing.ask, name="ask_service"),
    path(ONE + "hearings/<int:hearing_pk>/", views_hearing.answer, name="keep_answer"),
]
