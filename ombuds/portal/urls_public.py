"""The complainant's pages. Who comes in here has a reference and a code, never a log-in."""

from django.urls import path

from ombuds.portal.views import complainant, complainant_acts

app_name = "portal"
urlpatterns = [
    path("file/", complainant.login, name="login"),
    path("file/leave/", complainant.logout, name="logout"),
    path("file/mine/", complainant.overview, name="file"),
    path("file/letters/<uuid:key>/", complainant.letter, name="letter"),
    path("file/letters/<uuid:key>/pdf/", complainant.letter_pdf, name="letter_pdf"),
    path("file/papers/<uuid:key>/", complainant.paper, name="paper"),
    path("file/message/", complainant_acts.message, name="message"),
    path("file/answers/<uuid:key>/", complainant_acts.answer, name="answer"),
    path("file/contact/", complainant_acts.contact, name="contact"),
    path("file/withdraw/", complainant_acts.take_back, name="withdraw"),
    path("file/review/", complainant_acts.review, name="review"),
    path("file/resume/", complainant_acts.resume, name="resume"),
    path("file/return/", complainant_acts.come_back, name="come_back"),
]
