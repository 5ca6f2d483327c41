from django.urls import path

from ombuds.patterns.views import news, patterns, signalled

app_name = "patterns"
urlpatterns = [
    path("patterns/", patterns.patterns, name="patterns"),
    path("patterns/overview/", news.board, name="overview"),
    path("patterns/month/", news.month, name="month"),
    path("patterns/search/", news.trials, name="trials"),
    path("patterns/signals/", signalled.signals, name="signals"),
    path("patterns/signals/<int:pk>/", signalled.signal, name="signal"),
    path("patterns/signals/<int:pk>/settle/", signalled.settle, name="settle"),
    path("patterns/signals/<int:pk>/inquiry/", signalled.inquire, name="inquire"),
    path("patterns/signals/<int:pk>/recommendation/", signalled.recommend, name="recommend"),
    path("patterns/<int:pk>/", patterns.pattern, name="pattern"),
    path("patterns/<int:pk>/name/", patterns.name, name="name"),
    path("patterns/<int:pk>/state/", patterns.state, name="state"),
    path("patterns/<int:pk>/merge/", patterns.merge, name="merge"),
    path("patterns/<int:pk>/split/", patterns.split, name="split"),
    path("patterns/<int:pk>/join/", patterns.join, name="join"),
    path("patterns/<int:pk>/cases/<int:case_pk>/leave/", patterns.leave, name="leave"),
    path("cases/<int:pk>/alike/", signalled.alike, name="alike"),
    path("cases/<int:pk>/alike/<int:likeness_pk>/", signalled.verdict, name="verdict"),
    path("cases/<int:pk>/signal/", signalled.raise_signal, name="raise"),
]
