from django.urls import path

from ombuds.publications.authoring.urls import patterns as writing
from ombuds.publications.reviewing.urls import patterns as reading
from ombuds.publications.views import details, gate, lists

app_name = "publications"
ONE = "publications/<int:pk>/"
urlpatterns = [
    path("publications/", lists.publications, name="list"),
    path("publications/new/", lists.new, name="new"),
    path("publications/recommendations/", lists.recommendations, name="recommendations"),
    path("publications/recommendations/<int:pk>/release/", lists.release, name="release"),
    path(
        "publications/recommendations/<uuid:key>/withdraw/",
        lists.withdraw_recommendation,
        name="withdraw_recommendation",
    ),
    path(ONE, details.publication, name="publication"),
    path(ONE + "files/", details.attach, name="attach"),
    path(ONE + "files/<int:attachment_pk>/remove/", details.remove, name="remove"),
    path(ONE + "cases/", details.link, name="link"),
    path(ONE + "gate/", gate.gate, name="gate"),
    path(ONE + "gate/run/", gate.run, name="run_gate"),
    path(ONE + "gate/result/", gate.result, name="gate_result"),
    path(ONE + "gate/change/", gate.change, name="change"),
    path(ONE + "gate/override/", gate.override, name="override"),
    path(ONE + "gate/verdict.json", gate.verdict, name="verdict"),
    path(ONE + "gate/match/<int:number>/", gate.match, name="match"),
    path(ONE + "share/", details.share, name="share"),
    path(ONE + "send/", details.send, name="send"),
    path(ONE + "review/", details.review, name="review"),
    path(ONE + "approve/", details.approve, name="approve"),
    path(ONE + "back/", details.give_back, name="give_back"),
    path(ONE + "publish/", details.publish, name="publish"),
    path(ONE + "correct/", details.correct, name="correct"),
    path(ONE + "withdraw/", details.withdraw, name="withdraw"),
    *writing,
    *reading,
]
