"""The second step at the handlers' door, and setting it up."""

import base64
from collections.abc import Callable
from functools import wraps
from typing import Any
from xml.etree.ElementTree import tostring

import qrcode
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from qrcode.image.svg import SvgPathImage

from ombuds.integrity import limits, sessions
from ombuds.integrity.chests import Holder
from ombuds.integrity.forms import SecondForm
from ombuds.integrity.models import Handler
from ombuds.integrity.services import second
from ombuds.integrity.sessions import Visit
from ombuds.integrity.vault import onetime
from ombuds.integrity.vault.keys import pair_of
from ombuds.integrity.views.entrance import handler_page, open_page
from ombuds.lib.submitting import submitted

TRIES = 5  # wrong codes of one visit; then the passphrase comes first again
ISSUER = "Integrity"  # what the app shows: no name of an office, a telephone lies on desks


def half_way(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """The view gets a handler whose passphrase was right, and whose code is still to come or to be set up."""

    @wraps(view)
    def permitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        visit = sessions.current(request)
        if visit is None or visit.holds.get("who") != "half":
            return redirect("integrity:door")
        handler = Handler.objects.filter(pk=visit.holds["handler"], left_on=None).first()
        if handler is None:
            return redirect("integrity:door")
        holder = Holder(pair_of(bytes.fromhex(visit.holds["key"])), handler)
        return view(request, visit, holder, *args, **kwargs)

    return open_page(permitted)


def _inside(request: HttpRequest, holder: Holder) -> HttpResponse:
    """A visit of its own, under another secret than that of the first half."""
    assert holder.handler is not None
    response = redirect("integrity:desk")
    sessions.forget(request)
    sessions.start(response, who="handler", handler=str(holder.handler.pk), key=holder.pair.private.hex())
    return response


@half_way
def ask(request: HttpRequest, visit: Visit, holder: Holder) -> HttpResponse:
    """The code of the app."""
    assert holder.handler is not None
    if holder.handler.second is None:
        return redirect("integrity:second_new")
    form = SecondForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        second.check(holder, data["code"])

    if request.method == "POST":
        if not limits.PASSPHRASES.take():
            form.add_error(None, _("Too many people are trying at this moment. Wait a minute and try again."))
            return render(request, "integrity/second.html", {"form": form}, status=429)
        if submitted(form, act):
            return _inside(request, holder)
        visit.holds["wrong"] = visit.holds.get("wrong", 0) + 1
        visit.keep()
        if visit.holds["wrong"] >= TRIES:
            response = redirect("integrity:door")
            sessions.end(request, response)
            return response
    return render(request, "integrity/second.html", {"form": form})


@half_way
def set_up(request: HttpRequest, visit: Visit, holder: Holder) -> HttpResponse:
    """Scan the picture, type the code, write down the spare codes."""
    assert holder.handler is not None
    if holder.handler.second is not None and "spares" not in visit.holds:
        return redirect("integrity:second")
    if visit.holds.get("spares"):
        if request.method == "POST":
            return _inside(request, holder)
        return render(request, "integrity/second_spares.html", {"spares": visit.holds["spares"]})
    if "secret" not in visit.holds:
        visit.holds["secret"] = base64.b64encode(onetime.new_secret()).decode()
        visit.keep()
    secret = base64.b64decode(visit.holds["secret"])
    form = SecondForm(request.POST or None)

    def act(data: dict[str, Any]) -> None:
        visit.holds["spares"] = second.set_up(holder, secret, data["code"])

    if request.method == "POST" and submitted(form, act):
        visit.holds.pop("secret")
        visit.keep()
        return redirect("integrity:second_new")
    context = {
        "form": form,
        "picture": _picture(onetime.address(secret, holder.handler.login, ISSUER)),
        "secret": onetime.text_of(secret),
    }
    return render(request, "integrity/second_new.html", context)


def _picture(text: str) -> SafeString:
    """Part of the page itself: no address holds the secret, no other site draws it."""
    made = qrcode.make(text, image_factory=SvgPathImage)
    return mark_safe(tostring(made.get_image(), encoding="unicode"))  # noqa: S308  # drawn here from our own text


@handler_page
def begin(request: HttpRequest, holder: Holder) -> HttpResponse:
    """A handler who has none wants one: back to the half-way house."""
    assert holder.handler is not None
    if request.method != "POST" or holder.handler.second is not None:
        return redirect("integrity:team")
    response = redirect("integrity:second_new")
    sessions.forget(request)
    sessions.start(response, who="half", handler=str(holder.handler.pk), key=holder.pair.private.hex())
    return response


@require_POST
@handler_page
def take_away(request: HttpRequest, holder: Holder, key: Any) -> HttpResponse:
    """A colleague lost theirs."""
    second.take_away(actor=holder, who=get_object_or_404(Handler, pk=key, left_on=None))
    return redirect("integrity:team")
