"""The pages of the channel, below /integrity/; the first part says whose they are."""

from django.urls import path

from ombuds.integrity.views import asking, desk, filing, mine, public, report

app_name = "integrity"
urlpatterns = [
    path("start/", public.start, name="start"),
    path("leave/", public.leave, name="leave"),
    path("report/", filing.report, name="report"),
    path("back/", public.back, name="back"),
    path("mine/", mine.mine, name="mine"),
    path("mine/receipt/", mine.receipt, name="receipt"),
    path("mine/consent/", mine.consent, name="consent"),
    path("mine/protection/", mine.protection, name="protection"),
    path("mine/protection/<uuid:key>/", mine.protection_file, name="protection_file"),
    path("mine/withdraw/", mine.withdraw, name="withdraw"),
    path("mine/file/", mine.begin_file, name="begin_file"),
    path("mine/file/<int:number>/", mine.piece, name="piece"),
    path("mine/file/end/", mine.end_file, name="end_file"),
    path("mine/sign/", mine.sign, name="sign"),
    path("mine/close/", mine.close, name="close"),
    path("desk/", desk.desk, name="desk"),
    path("desk/door/", desk.door, name="door"),
    path("desk/join/", desk.join, name="join"),
    path("desk/lock/", desk.lock, name="lock"),
    path("desk/team/", desk.team, name="team"),
    path("desk/questions/", asking.overview, name="questions"),
    path("desk/questions/<slug:page>/new/", asking.add, name="add_question"),
    path("desk/questions/<slug:page>/<slug:code>/", asking.change, name="question"),
    path("desk/figures/", desk.yearly, name="yearly"),
    path("desk/team/<uuid:key>/leaves/", desk.leaves, name="leaves"),
    path("desk/passphrase/", desk.passphrase, name="passphrase"),
    path("desk/new/", desk.intake, name="intake"),
    path("desk/identity/<int:pk>/", desk.decide_identity, name="decide_identity"),
    path("desk/<uuid:key>/", report.file, name="file"),
    path("desk/<uuid:key>/declare/", desk.declare, name="declare"),
    path("desk/<uuid:key>/act/<slug:name>/", report.act, name="act"),
    path("desk/<uuid:key>/files/<str:field>/<slug:copy>/", report.paper, name="paper"),
]
