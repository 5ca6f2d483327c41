import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import needs, staff
from ombuds.lib.today import today
from ombuds.office.services import current_office
from ombuds.patterns import mapping, monthly, overview
from ombuds.patterns.forms import PeriodForm
from ombuds.patterns.models import RecallTrial


@needs(Permission.CASES_CASE_READ)
def board(request: HttpRequest) -> HttpResponse:
    """What people complain about now, beside the period before."""
    form = PeriodForm(request.GET or None)
    days = (form.cleaned_data.get("days") if form.is_bound and form.is_valid() else None) or 91
    last = today()
    first = last - dt.timedelta(int(days) - 1)
    found = overview.tables(staff(request), current_office(), first, last)
    context = {
        "form": PeriodForm(initial={"days": days}),
        "tables": found,
        "movers": overview.movers(found),
        "maps": mapping.maps(staff(request), current_office(), first, last),
        "first": first,
        "last": last,
    }
    return render(request, "patterns/overview.html", context)


@needs(Permission.CASES_CASE_READ)
def month(request: HttpRequest) -> HttpResponse:
    """What is new this month, to read with coffee."""
    chosen = monthly.month_of(request.GET.get("month", ""))
    context = {
        "news": monthly.gather(staff(request), current_office(), chosen),
        "months": monthly.recent_months(),
    }
    return render(request, "patterns/month.html", context)


@needs(Permission.OFFICE_SETTINGS_CHANGE)
def trials(request: HttpRequest) -> HttpResponse:
    """Does the search for similar complaints find what it should? For who runs the system; nothing of a complaint is in it."""
    return render(
        request, "patterns/trials.html", {"trials": RecallTrial.objects.filter(office=current_office())[:31]}
    )
