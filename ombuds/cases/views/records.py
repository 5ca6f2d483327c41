"""Pages of the records manager, and the history of a case."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.models import Entry
from ombuds.audit.services import verify
from ombuds.cases import services
from ombuds.cases.access import case_view, needs, staff
from ombuds.cases.forms import ReasonForm
from ombuds.cases.models import Case
from ombuds.lib.errors import Refusal
from ombuds.office.services import current_office

KEEPS = Permission.CASES_RETENTION_DECIDE


@needs(KEEPS)
def retention(request: HttpRequest) -> HttpResponse:
    """What may be destroyed, and what a change of the rule would move. Only numbers and dates, no content."""
    office = current_office()
    context = {
        "due": services.due_for_destruction(office),
        "affected": Paginator(services.policy_change(office), 25).get_page(request.GET.get("page")),
        "held": Case.objects.filter(
            office=office, holds__released_at__isnull=True, holds__isnull=False
        ).distinct(),
    }
    return render(request, "cases/retention.html", context)


@needs(KEEPS)
def take_over_dates(request: HttpRequest) -> HttpResponse:
    """Take the new dates of the rule in force over, for all cases of the list."""
    affected = services.policy_change(current_office())
    if request.method == "POST":
        number = services.apply_retention(affected, actor=staff(request))
        messages.success(request, ngettext("%d date was changed.", "%d dates were changed.", number) % number)
        return redirect("cases:retention")
    return render(request, "cases/take_over_dates.html", {"affected": affected})


@needs(KEEPS)
def destroy(request: HttpRequest, pk: int) -> HttpResponse:
    """Destroy the content of one case. Asked twice, with a reason."""
    case = get_object_or_404(Case, pk=pk, office=current_office())
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.destroy(case, actor=staff(request), reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(
                request, _("The content of %s is destroyed. Its number and outcome stay.") % case.reference
            )
            return redirect("cases:retention")
    return render(request, "cases/destroy.html", {"case": case, "form": form})


@case_view(records_read=False)
def history(request: HttpRequest, case: Case) -> HttpResponse:
    """Who did what and who looked, newest first."""
    entries = Entry.objects.filter(case_id=case.pk).select_related("actor").order_by("-sequence")
    page = Paginator(entries, 50).get_page(request.GET.get("page"))
    return render(request, "cases/history.html", {"case": case, "page": page})


@needs(Permission.AUDIT_ENTRY_READ)
def audit(request: HttpRequest) -> HttpResponse:
    """The chain for those who check it: acts and people, never content."""
    entries = Entry.objects.select_related("actor").order_by("-sequence")
    person, action = request.GET.get("person", ""), request.GET.get("action", "")[:80]
    if person.isdecimal() and len(person) < 19:
        entries = entries.filter(actor_id=int(person))
    if action:
        entries = entries.filter(action__startswith=action)
    page = Paginator(entries, 100).get_page(request.GET.get("page"))
    verdict = verify() if request.method == "POST" else None
    context = {
        "page": page,
        "people": User.objects.all(),
        "person": person,
        "action": action,
        "verdict": verdict,
    }
    return render(request, "cases/audit.html", context)
