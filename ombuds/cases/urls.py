"""Staff pages of cases, below /staff/."""

from django.urls import path

from ombuds.cases.views import acts, content, records

app_name = "cases"
urlpatterns = [
    path("cases/assign/", acts.assign_many, name="assign_many"),
    path("cases/<int:pk>/facts/", content.facts, name="facts"),
    path("cases/<int:pk>/people/add/", content.party, name="party_add"),
    path("cases/<int:pk>/people/<int:party_pk>/", content.party, name="party"),
    path("cases/<int:pk>/grievances/add/", content.grievance, name="grievance_add"),
    path("cases/<int:pk>/grievances/<int:grievance_pk>/", content.grievance, name="grievance"),
    path("cases/<int:pk>/note/", content.note, name="note"),
    path("cases/<int:pk>/papers/add/", content.papers, name="papers_add"),
    path("cases/<int:pk>/papers/<int:paper_pk>/", content.paper, name="paper"),
    path("cases/<int:pk>/papers/<int:paper_pk>/show/", content.show_paper, name="show_paper"),
    path("cases/<int:pk>/step/<slug:name>/", acts.step, name="step"),
    path("cases/<int:pk>/assign/", acts.assign, name="assign"),
    path("cases/<int:pk>/kind/", acts.reclassify, name="reclassify"),
    path("cases/<int:pk>/link/", acts.link, name="link"),
    path("cases/<int:pk>/walls/", acts.walls, name="walls"),
    path("cases/<int:pk>/walls/<int:wall_pk>/lift/", acts.lift_wall, name="lift_wall"),
    path("cases/<int:pk>/hold/", acts.hold, name="hold"),
    path("cases/<int:pk>/hold/<int:hold_pk>/release/", acts.release_hold, name="release_hold"),
    path("cases/<int:pk>/clocks/", acts.clocks, name="clocks"),
    path("cases/<int:pk>/history/", records.history, name="history"),
    path("retention/", records.retention, name="retention"),
    path("retention/dates/", records.take_over_dates, name="take_over_dates"),
    path("retention/<int:pk>/destroy/", records.destroy, name="destroy"),
    path("audit/", records.audit, name="audit"),
]
