"""Review of a decision by someone else, and reopening."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombuds.accounts.permissions import Permission
from ombuds.admissibility.forms import ReviewAskForm, ReviewDecideForm
from ombuds.admissibility.services import ask_review, decide_review
from ombuds.admissibility.services.reviewing import deciders
from ombuds.admissibility.views.following import onward
from ombuds.cases.access import case_view, staff
from ombuds.cases.models import Case
from ombuds.cases.workflow import ACTIVE, State
from ombuds.lib.errors import Refusal


@case_view(Permission.CASES_CASE_TRIAGE)
def review(request: HttpRequest, case: Case) -> HttpResponse:
    """Register a request, or decide on the one that is open."""
    user = staff(request)
    open_one = case.reviews.filter(decided_at__isnull=True).first()
    may_decide = user.may(Permission.CASES_DECISION_APPROVE) and user.pk not in deciders(case)
    data = request.POST if request.method == "POST" else None
    form: ReviewAskForm | ReviewDecideForm
    form = ReviewDecideForm(data) if open_one else ReviewAskForm(data)
    if data is not None and form.is_valid():
        try:
            if open_one:
                decide_review(open_one, actor=user, **form.cleaned_data)
                return onward(request, case, "admissibility:review")
            ask_review(case, actor=user, **form.cleaned_data)
            messages.success(
                request, _("The request is registered. Someone who had no part in the decision reviews it.")
            )
            return redirect("admissibility:review", case.pk)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    ended = State(case.state) not in ACTIVE and case.state not in (State.RETENTION, State.DESTROYED)
    context = {
        "case": case, "form": form, "open_one": open_one, "may_decide": may_decide, "ended": ended,
        "reviews": case.reviews.exclude(decided_at__isnull=True).select_related("reviewer", "registered_by"),
    }  # fmt: skip
    return render(request, "admissibility/review.html", context, status=422 if form.errors else 200)
