"""Reaching the office: who, where, and an appointment; and news by mail."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.lib.i18n import pick
from ombuds.lib.text import clean
from ombuds.lib.throttle import address_of, too_often
from ombuds.lib.today import now
from ombuds.office.services import current_office
from ombuds.publicsite import subscribing
from ombuds.publicsite.forms import PLACES, AppointmentForm, SubscribeForm
from ombuds.publicsite.models import Appointment, Subscriber
from ombuds.publicsite.views.reading import reader_language

MOST = 6  # of one kind from one address in an hour


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    """Nothing of it is sent by mail: the office reads it on its own pages."""
    form = AppointmentForm(request.POST or None, initial={"language": reader_language(), "place": "phone"})
    status = 200
    if request.method == "POST":
        if form.is_valid() and not form.cleaned_data["website"]:
            if not too_often("appointment", address_of(request), most=MOST, seconds=3600):
                values = {name: clean(value).strip() for name, value in form.cleaned_data.items()}
                values.pop("website")
                Appointment.objects.create(**values, asked_at=now())
                messages.success(request, _("We have your question. We contact you to agree on a day."))
                return redirect("publicsite:contact")
            form.add_error(None, _("Too many at once. Please call us, or try again in an hour."))
        status = 422
    office = current_office()
    found = office.setting("contact", {})
    context = {
        "form": form,
        "contact": found,
        "address": pick(found.get("address")),
        "hours": pick(found.get("hours")),
    }
    return render(request, "publicsite/contact.html", context, status=status)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    form = SubscribeForm(request.POST or None, initial={"language": reader_language()})
    if request.method == "POST" and form.is_valid() and not form.cleaned_data["website"]:
        if too_often("subscribe", address_of(request), most=MOST, seconds=3600):
            form.add_error(None, _("Too many at once. Please try again in an hour."))
        else:
            subscribing.ask(current_office(), form.cleaned_data["email"], form.cleaned_data["language"])
            return render(request, "publicsite/subscribe.html", {"asked": True})
    status = 422 if request.method == "POST" else 200
    return render(request, "publicsite/subscribe.html", {"form": form}, status=status)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """A press and not the mere opening of the link: machines that scan mails open links too."""
    if not Subscriber.objects.filter(key=key).exists():
        raise Http404
    done = request.method == "POST" and subscribing.confirm(key) is not None
    late = request.method == "POST" and not done
    context = {"key": key, "done": done, "late": late}
    return render(request, "publicsite/confirm.html", context, status=410 if late else 200)


@csrf_exempt  # the mail programme presses for the reader, without our page and its token (RFC 8058)
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The same answer whether the key is known or not."""
    done = request.method == "POST"
    if done:
        subscribing.forget(key)
    return render(request, "publicsite/unsubscribe.html", {"key": key, "done": done})


def _staff(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not user.may(Permission.INTAKE_SUBMISSION_REGISTER):
        raise PermissionDenied
    return user


@require_safe
def appointments(request: HttpRequest) -> HttpResponse:
    """For staff: who waits to be called or received, the longest first."""
    _staff(request)
    page = Paginator(Appointment.objects.filter(done_at=None), 50).get_page(request.GET.get("page"))
    rows = [(row, dict(PLACES).get(row.place, row.place)) for row in page]
    return render(request, "publicsite/appointments.html", {"page": page, "rows": rows})


@require_POST
def appointment_done(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """It is agreed on, or became a complaint: the wish is forgotten a month later."""
    user = _staff(request)
    row = get_object_or_404(Appointment, key=key)
    Appointment.objects.filter(pk=row.pk, done_at=None).update(done_at=now(), done_by=user)
    messages.success(request, _("Done."))
    return redirect("publicsite:appointments")
