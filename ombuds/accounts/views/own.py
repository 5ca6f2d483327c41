"""A person's own page: language, telephone, second factor, absence."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts import services
from ombuds.accounts.access import staff
from ombuds.accounts.forms import AbsenceForm, OwnForm
from ombuds.accounts.models import User
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today


def me(request: HttpRequest) -> HttpResponse:
    user = staff(request)
    form = OwnForm(request.POST or None, instance=User.objects.get(pk=user.pk))
    if request.method == "POST" and form.is_valid():
        services.change_person(actor=user, user=User.objects.get(pk=user.pk), **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("accounts:me")
    return _my_page(request, form=form)


def _my_page(
    request: HttpRequest, *, form: OwnForm | None = None, absence_form: AbsenceForm | None = None
) -> HttpResponse:
    user = staff(request)
    context = {
        "form": form or OwnForm(instance=User.objects.get(pk=user.pk)),
        "absence_form": absence_form or AbsenceForm(person=user, auto_id="absence_%s"),
        "absences": user.absences.select_related("cover"),
        "covering": user.covering.filter(last_day__gte=today()).select_related("user"),
        "assignments": user.assignments.all(),
        "factors": services.second_factors(user),
        "today": today(),
    }
    return render(request, "accounts/me.html", context)


@require_POST
def plan_own_absence(request: HttpRequest) -> HttpResponse:
    user = staff(request)
    form = AbsenceForm(request.POST, person=user, auto_id="absence_%s")
    if form.is_valid():
        try:
            services.plan_absence(actor=user, user=user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The absence is noted."))
            return redirect("accounts:me")
    return _my_page(request, absence_form=form)


@require_POST
def cancel_own_absence(request: HttpRequest, pk: int) -> HttpResponse:
    user = staff(request)
    services.cancel_absence(actor=user, absence=get_object_or_404(user.absences, pk=pk))
    messages.success(request, _("The absence is taken back."))
    return redirect("accounts:me")
