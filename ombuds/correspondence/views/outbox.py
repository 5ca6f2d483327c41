"""The outbox: what waits for the post, what was not delivered, and in the demo what would have gone."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.access import needs, staff
from ombuds.cases.models import Wall
from ombuds.cases.terms import Act
from ombuds.correspondence import mailing
from ombuds.correspondence.models import Message
from ombuds.correspondence.services import posted, retry
from ombuds.correspondence.services.sending import is_readable
from ombuds.correspondence.terms import Delivery, Direction, State
from ombuds.correspondence.views.writing import pdf_response

# What lies in each tray; those that are on their way by themselves stand together.
TRAYS = {
    "post": Q(state=State.QUEUED, channel=Delivery.POST),
    "failed": Q(state=State.FAILED),
    "waiting": Q(state__in=[State.QUEUED, State.SENDING]) & ~Q(channel=Delivery.POST),
    "gone": Q(state=State.SENT),
}


def visible(user: User) -> "QuerySet[Message]":
    """Messages of cases that this person may see, and one-time codes, which belong to none."""
    if not user.may(Permission.CASES_CASE_READ):
        return Message.objects.none()
    # Those behind a wall are taken off: a list of all that may be seen would be as long as the office is old.
    walled = Wall.objects.filter(user=user, lifted_at__isnull=True).values("case_id")
    out = Message.objects.filter(direction=Direction.OUT).exclude(channel=Delivery.NONE)
    return out.exclude(case_id__in=walled)


def _counts(rows: "QuerySet[Message]") -> dict[str, int]:
    """The trays that get emptied are counted together; what is gone may be half a million and is counted apart."""
    short = {name: Count("pk", filter=lies_in) for name, lies_in in TRAYS.items() if name != "gone"}
    some = rows.filter(state__in=[State.QUEUED, State.SENDING, State.FAILED]).aggregate(**short)
    return {**some, "gone": rows.filter(TRAYS["gone"]).count()}


@needs(Permission.CASES_CASE_READ)
def tray(request: HttpRequest) -> HttpResponse:
    rows = visible(staff(request)).order_by()
    wanted = request.GET.get("tray", "")
    counts = _counts(rows)
    chosen = (
        wanted if wanted in TRAYS else next((n for n in ("failed", "post", "waiting") if counts[n]), "gone")
    )
    numbers = rows.filter(TRAYS[chosen]).order_by("-created_at", "-pk").values_list("pk", flat=True)
    paginator = Paginator(numbers, 50)
    paginator.count = counts[chosen]  # known already, and the last tray is long
    page: Page[Any] = paginator.get_page(request.GET.get("page"))
    full = (
        Message.objects.filter(pk__in=list(page.object_list))
        .select_related("case", "body", "pdf")
        .prefetch_related("texts")
        .order_by("-created_at", "-pk")
    )
    page.object_list = list(full)
    labels = {"post": _("To print and post"), "failed": _("Not delivered"), "waiting": _("Waiting for the mail server"),
              "gone": _("Gone")}  # fmt: skip
    context = {
        "page": page,
        "tray": chosen,
        "trays": [(name, labels[name], counts[name]) for name in TRAYS],
        "mail_server": bool(settings.MAIL_URL),
    }
    return render(request, "correspondence/outbox.html", context)


def _fetch(request: HttpRequest, number: int) -> Message:
    found: Message | None = (
        visible(staff(request)).select_related("case__office", "pdf").filter(pk=number).first()
    )
    if found is None or found.is_draft:
        raise Http404
    return found


def _note_read(request: HttpRequest, message: Message) -> None:
    """Reading a letter is reading its case."""
    if message.case is not None and request.method == "GET":
        record(Act.READ, actor=staff(request), subject=message, case=message.case)


@needs(Permission.CASES_CASE_READ)
def shown(request: HttpRequest, number: int) -> HttpResponse:
    """What went, or would have gone, exactly: the mail itself and not only the letter."""
    message = _fetch(request, number)
    _note_read(request, message)
    if request.method == "POST":
        if not staff(request).may(Permission.CASES_CASE_TRIAGE):
            raise Http404
        if "posted" in request.POST:
            posted(message, actor=staff(request))
            messages.success(request, _("Noted: the letter is in the post."))
        elif "retry" in request.POST:
            retry(message, actor=staff(request))
            messages.success(request, _("It is tried again."))
        return redirect("correspondence:outbox_message", message.pk)
    subject, text = mailing.words(message) if is_readable(message) else ("", "")
    context = {"message": message, "subject": subject, "text": text, "mail_server": bool(settings.MAIL_URL)}
    return render(request, "correspondence/outbox_message.html", context)


@needs(Permission.CASES_CASE_READ)
def pdf(request: HttpRequest, number: int) -> HttpResponse:
    message = _fetch(request, number)
    if not is_readable(message):
        raise Http404
    _note_read(request, message)
    return pdf_response(message)
