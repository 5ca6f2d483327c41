from django.urls import path

from ombuds.investigations.views import findings, hearing, inquiries, outcomes, remedies

app_name = "investigations"
CASE = "cases/<int:pk>/"
urlpatterns = [
    path(CASE + "findings/", findings.findings, name="findings"),
    path(CASE + "findings/add/", findings.add_finding, name="add_finding"),
    path(CASE + "findings/grievances/<int:grievance_pk>/", findings.assess, name="assess"),
    path(CASE + "findings/evidence/", findings.add_evidence, name="add_evidence"),
    path(CASE + "findings/steps/", findings.add_step, name="add_step"),
    path(CASE + "findings/steps/<int:step_pk>/done/", findings.finish_step, name="finish_step"),
    path(CASE + "findings/analyse/", findings.analyse, name="analyse"),
    path(CASE + "outcome/", outcomes.outcome, name="outcome"),
    path(CASE + "outcome/propose/", outcomes.propose, name="propose"),
    path(CASE + "outcome/<int:outcome_pk>/read/", outcomes.read, name="read"),
    path(CASE + "outcome/proposals/", outcomes.propose_solution, name="propose_solution"),
    path(CASE + "outcome/proposals/<int:proposal_pk>/position/", outcomes.position, name="position"),
    path(CASE + "remedies/", remedies.remedies, name="remedies"),
    path(CASE + "remedies/ask/", remedies.ask, name="ask_remedy"),
    path(CASE + "remedies/<int:remedy_pk>/said/", remedies.service_word, name="service_word"),
    path(CASE + "remedies/<int:remedy_pk>/check/", remedies.check, name="check_remedy"),
    path(CASE + "remedies/escalate/", remedies.escalate, name="escalate"),
    path(CASE + "remedies/close/", remedies.close, name="close"),
    path("inquiries/", inquiries.inquiries, name="inquiries"),
    path("inquiries/new/", inquiries.new, name="new_inquiry"),
    path("inquiries/<int:pk>/", inquiries.inquiry, name="inquiry"),
    path("inquiries/<int:pk>/edit/", inquiries.edit, name="edit_inquiry"),
    path("inquiries/<int:pk>/move/", inquiries.move, name="move_inquiry"),
    path("inquiries/<int:pk>/cases/", inquiries.join, name="join_inquiry"),
    path("inquiries/<int:pk>/cases/<int:case_pk>/leave/", inquiries.leave, name="leave_inquiry"),
    path("inquiries/<int:pk>/ask/", hearing.ask, name="ask_services"),
    path("inquiries/<int:pk>/answers/<int:question_pk>/", hearing.write_down, name="write_down_answer"),
    path("inquiries/<int:pk>/papers/<uuid:key>/", hearing.paper, name="inquiry_paper"),
    path("inquiries/<int:pk>/findings/", inquiries.add_finding, name="add_inquiry_finding"),
]
