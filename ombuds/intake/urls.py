"""Staff pages of intake, below /staff/."""

from django.urls import path

from ombuds.intake.views import imports, register, triage

app_name = "intake"
urlpatterns = [
    path("register/", register.page, name="register"),
    path("triage/", triage.pile, name="triage"),
    path("cases/<int:pk>/triage/", triage.case_page, name="triage_case"),
    path("cases/<int:pk>/code/", register.give_code, name="give_code"),
    path("imports/", imports.runs, name="imports"),
    path("imports/<int:pk>/", imports.run, name="import_run"),
    path("imports/rows/<uuid:key>/", imports.refused_row, name="refused_row"),
]
