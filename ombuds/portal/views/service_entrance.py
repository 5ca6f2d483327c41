"""The way in: a link from a mail, a one-time code, no password."""

import time

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ombuds.authorities.models import Contact
from ombuds.correspondence import entrance, links
from ombuds.correspondence.access import close_session, contact_in, open_session
from ombuds.lib.errors import Refusal
from ombuds.lib.throttle import address_of, too_often

HOUR = 3600
MOST_PER_ADDRESS = 30
FLOOR = 0.4  # seconds


class EmailForm(forms.Form):
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address at the service"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("The code from the mail"),
        max_length=100,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "class": "short", "autocapitalize": "characters"}
        ),
    )


class TooMuch(Refusal):
    template = gettext_lazy("Too many tries from your address. Wait an hour, or call us.")


def _slow_down(request: HttpRequest) -> None:
    if too_often("service-entrance", address_of(request), most=MOST_PER_ADDRESS, seconds=HOUR):
        raise TooMuch()


@login_not_required
@never_cache
def start(request: HttpRequest) -> HttpResponse:
    """Ask for a link. The answer is the same whether we know the address or not."""
    if contact_in(request) is not None:
        return redirect("service:desk")
    form = EmailForm(request.POST if request.method == "POST" else None)
    sent = False
    if form.is_bound and form.is_valid():
        email = form.cleaned_data["email"]
        began = time.monotonic()
        try:
            _slow_down(request)
            # Counted for unknown addresses too: a limit must not tell which ones we know.
            if not too_often("service-link", email.lower(), most=5, seconds=HOUR):
                entrance.send_links(email)
            sent = True
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        # Writing a mail takes longer than writing none: both answers come after the same time.
        time.sleep(max(0.0, FLOOR - (time.monotonic() - began)))
    return render(
        request, "portal/service/start.html", {"form": form, "sent": sent}, status=422 if form.errors else 200
    )


@login_not_required
@never_cache
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the link: send a code on request, then take it."""
    try:
        contact = links.contact_of(token)
    except links.LinkUseless as useless:
        messages.error(request, useless.sentence)
        return redirect("service:start")
    asked = request.session.get("service_code_for") == contact.pk
    form = CodeForm(request.POST if request.method == "POST" and "code" in request.POST else None)
    if request.method == "POST":
        try:
            _slow_down(request)
            if "send" in request.POST:
                return _send(request, contact, token)
            if form.is_valid():
                return _take(request, contact, form.cleaned_data["code"])
        except Refusal as refusal:
            if not form.is_bound:
                form = CodeForm({})
                form.errors.clear()
            form.add_error(None, refusal.sentence)
    context = {"form": form, "asked": asked, "hint": hidden(contact.email), "token": token}
    return render(request, "portal/service/enter.html", context, status=422 if form.errors else 200)


def hidden(email: str) -> str:
    """An address that its owner recognises and nobody else can read."""
    name, _at, domain = email.partition("@")
    return f"{name[:1]}…@{domain}"


def _send(request: HttpRequest, contact: Contact, token: str) -> HttpResponse:
    entrance.send_code(contact)
    request.session["service_code_for"] = contact.pk
    messages.success(
        request, _("We sent a code. It works for %(minutes)s minutes.") % {"minutes": entrance.CODE_MINUTES}
    )
    return redirect("service:enter", token)


def _take(request: HttpRequest, contact: Contact, code: str) -> HttpResponse:
    entrance.check_code(contact, code)
    request.session.pop("service_code_for", None)
    open_session(request, contact)
    return redirect("service:desk")


@login_not_required
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    close_session(request)
    messages.success(request, _("You have left the secure page."))
    return redirect("service:start")
