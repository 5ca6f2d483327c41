"""Pages that anybody may open: what this channel is, leaving quickly, and the way back with a code."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombuds.integrity import limits, sessions
from ombuds.integrity.forms import CodeForm
from ombuds.integrity.models import Installation
from ombuds.integrity.services import filing
from ombuds.integrity.views.entrance import open_page


@open_page
def start(request: HttpRequest) -> HttpResponse:
    """What the channel is: reading it leaves nothing behind."""
    return render(request, "integrity/start.html", {"is_open": Installation.objects.exists()})


@open_page
def leave(request: HttpRequest) -> HttpResponse:
    """The visit ends, the browser forgets, another page appears."""
    response = HttpResponseRedirect(settings.INTEGRITY_LEAVE_TO)
    sessions.end(request, response)
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response["Referrer-Policy"] = "no-referrer"
    return response


@open_page
def back(request: HttpRequest) -> HttpResponse:
    """With the code back to one's report. A code that never was and one that is no more get one answer."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not limits.CODES.take():
            form.add_error(None, _("Too many people are trying at this moment. Wait a minute and try again."))
            return render(request, "integrity/back.html", {"form": form}, status=429)
        found = filing.by_code(form.cleaned_data["code"])
        if found:
            report, holder = found
            response = redirect("integrity:mine")
            sessions.start(response, who="reporter", report=str(report.pk), key=holder.pair.private.hex())
            return response
        form.add_error("code", _("This code opens nothing. Look whether all 16 digits are right."))
    return render(request, "integrity/back.html", {"form": form})
