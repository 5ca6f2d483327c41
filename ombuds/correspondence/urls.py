"""Staff pages of correspondence, below /staff/."""

from django.urls import path

from ombuds.correspondence.views import asking, hearing, outbox, questions, writing

app_name = "correspondence"
urlpatterns = [
    path("cases/<int:pk>/letters/", writing.messages_of, name="messages"),
    path("cases/<int:pk>/letters/new/", writing.new, name="new"),
    path("cases/<int:pk>/letters/<int:number>/", writing.message, name="message"),
    path("cases/<int:pk>/letters/<int:number>/pdf/", writing.pdf, name="pdf"),
    path("cases/<int:pk>/attestation/", writing.attestation, name="attestation"),
    path("cases/<int:pk>/calls/new/", hearing.call, name="call"),
    path("cases/<int:pk>/received/new/", hearing.received, name="received"),
    path("cases/<int:pk>/questions/", questions.listed, name="questions"),
    path("cases/<int:pk>/questions/new/", questions.ask_service, name="ask"),
    path("cases/<int:pk>/questions/<int:number>/", questions.question, name="question"),
    path("cases/<int:pk>/information/", asking.information, name="information"),
    path("outbox/", outbox.tray, name="outbox"),
    path("outbox/<int:number>/", outbox.shown, name="outbox_message"),
    path("outbox/<int:number>/pdf/", outbox.pdf, name="outbox_pdf"),
]
