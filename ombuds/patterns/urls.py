from django.urls import path

from ombuds.patterns.views import news, patterns, signals

app_name = "patterns"
urlpatterns = [
    path("patterns/", patterns.patterns, name="patterns"),
    path("patterns/overview/", news.board, name="overview"),
    path("patterns/month/", news.month, name="month"),
    path("patterns/signals/", signals.signals, name="signals"),
    path("patterns/signals/<int:pk>/", signals.signal, name="signal"),
    path("patterns/signals/<int:pk>/settle/", signals.settle, name="settle"),
    path("patterns/signals/<int:pk>/inquiry/", signals.inquire, name="inquire"),
    path("patterns/<int:pk>/", patterns.pattern, name="pattern"),
    path("patterns/<int:pk>/name/", patterns.name, name="name"),
    path("patterns/<int:pk>/state/", patterns.state, name="state"),
    path("patterns/<int:pk>/merge/", patterns.merge, name="merge"),
    path("patterns/<int:pk>/split/", patterns.split, name="split"),
    path("patterns/<int:pk>/join/", patterns.join, name="join"),
    path("patterns/<int:pk>/cases/<int:case_pk>/leave/", patterns.leave, name="leave"),
    path("cases/<int:pk>/alike/", signals.alike, name="alike"),
    path("cases/<int:pk>/alike/<int:likeness_pk>/", signals.verdict, name="verdict"),
    path("cases/<int:pk>/signal/", signals.raise_signal, name="raise"),
]
