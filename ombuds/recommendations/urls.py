from django.urls import path

from ombuds.recommendations.views import details, following, lists

app_name = "recommendations"
ONE = "recommendations/<int:pk>/"
urlpatterns = [
    path("recommendations/", lists.recommendations, name="list"),
    path("recommendations/new/", lists.new, name="new"),
    path(ONE, details.recommendation, name="recommendation"),
    path(ONE + "frame/", details.frame, name="frame"),
    path(ONE + "text/<str:language>/", details.text, name="text"),
    path(ONE + "comment/", details.send_for_comment, name="send_for_comment"),
    path(ONE + "issue/", details.issue, name="issue"),
    path(ONE + "answer/", details.answer, name="answer"),
    path(ONE + "finds/", details.finds, name="finds"),
    path(ONE + "status/", details.status, name="status"),
    path(ONE + "relations/", details.relate, name="relate"),
    path(ONE + "plan/", following.promise, name="promise"),
    path(ONE + "plan/<int:measure>/", following.settle, name="settle"),
    path(ONE + "progress/", following.progress, name="progress"),
    path(ONE + "effect/", following.effect, name="effect"),
    path(ONE + "effect/<int:year>/<int:month>/", following.effect_cases, name="effect_cases"),
    path(ONE + "effect/stop/", following.stop_effect, name="stop_effect"),
    path(ONE + "letter/", details.letter, name="letter"),
    path(ONE + "proof/<uuid:key>/", details.proof, name="proof"),
]
