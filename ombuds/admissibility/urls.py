"""Staff pages of decisions, below /staff/."""

from django.urls import path

from ombuds.admissibility.views import decision, first_line, review, stopping

app_name = "admissibility"
urlpatterns = [
    path("cases/<int:pk>/decision/", decision.decide, name="decision"),
    path("cases/<int:pk>/decision/competence/", decision.competence, name="competence"),
    path("cases/<int:pk>/decision/admissibility/", decision.admissibility, name="admissibility"),
    path("cases/<int:pk>/decision/go/", decision.go, name="go"),
    path("cases/<int:pk>/decision/<str:which>/<int:number>/read/", decision.read, name="read"),
    path("cases/<int:pk>/suspension/", stopping.suspension, name="suspension"),
    path("cases/<int:pk>/withdrawal/", stopping.withdrawal, name="withdrawal"),
    path("cases/<int:pk>/first-line/", first_line.back, name="first_line"),
    path("cases/<int:pk>/review/", review.review, name="review"),
]
