"""The staff directory: who works here, with which roles, in which team, and when they are away."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ombuds.accounts import services
from ombuds.accounts.access import needs, staff
from ombuds.accounts.forms import AbsenceForm, PeopleFilter, PersonForm, RoleForm, TeamForm
from ombuds.accounts.models import RoleAssignment, Team, User
from ombuds.accounts.permissions import Permission
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

PER_PAGE = 40


@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def people(request: HttpRequest) -> HttpResponse:
    filters = PeopleFilter(request.GET)
    page = Paginator(filters.apply(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/people.html", {"filters": filters, "page": page, "today": today()})


@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def add_person(request: HttpRequest) -> HttpResponse:
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = services.add_person(actor=staff(request), **form.cleaned_data)
        except services.AddressTaken as refusal:
            form.add_error("email", refusal.sentence)
        else:
            messages.success(request, _("The person is added. Give a role, and a link to choose a password."))
            return redirect("accounts:person", user.pk)
    return render(request, "accounts/add_person.html", {"form": form})


@never_cache
@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(User, pk=pk)
    form = PersonForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        try:
            fresh = User.objects.get(pk=pk)  # the form has written into its own copy already
            services.change_person(actor=staff(request), user=fresh, **form.cleaned_data)
        except services.AddressTaken as refusal:
            form.add_error("email", refusal.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect("accounts:person", pk)
    return _person_page(request, pk, form=form)


def _person_page(
    request: HttpRequest,
    pk: int,
    *,
    form: Form | PersonForm | None = None,
    role_form: RoleForm | None = None,
    absence_form: AbsenceForm | None = None,
    link: str = "",
) -> HttpResponse:
    """The page of a person, with the form that was not in order as it was typed."""
    user = get_object_or_404(User.objects.select_related("team"), pk=pk)
    context = {
        "person": user,
        "form": form or PersonForm(instance=user),
        "role_form": role_form or RoleForm(auto_id="role_%s"),
        "absence_form": absence_form or AbsenceForm(person=user, auto_id="absence_%s"),
        "assignments": user.assignments.all(),
        "absences": user.absences.select_related("cover"),
        "factors": services.second_factors(user),
        "link": link,
        "today": today(),
    }
    return render(request, "accounts/person.html", context)


@require_POST
@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def give_role(request: HttpRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(User, pk=pk)
    form = RoleForm(request.POST, auto_id="role_%s")
    if form.is_valid():
        try:
            services.give_role(actor=staff(request), user=user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The role is given."))
            return redirect("accounts:person", pk)
    return _person_page(request, pk, role_form=form)


@require_POST
@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def end_role(request: HttpRequest, pk: int, assignment: int) -> HttpResponse:
    held = get_object_or_404(RoleAssignment.objects.select_related("user"), pk=assignment, user_id=pk)
    services.end_role(actor=staff(request), assignment=held)
    messages.success(request, _("The role has ended."))
    return redirect("accounts:person", pk)


@require_POST
@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def plan_absence(request: HttpRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(User, pk=pk)
    form = AbsenceForm(request.POST, person=user, auto_id="absence_%s")
    if form.is_valid():
        try:
            services.plan_absence(actor=staff(request), user=user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The absence is noted."))
            return redirect("accounts:person", pk)
    return _person_page(request, pk, absence_form=form)


@require_POST
@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def cancel_absence(request: HttpRequest, pk: int, absence: int) -> HttpResponse:
    user = get_object_or_404(User, pk=pk)
    services.cancel_absence(actor=staff(request), absence=get_object_or_404(user.absences, pk=absence))
    messages.success(request, _("The absence is taken back."))
    return redirect("accounts:person", pk)


@require_POST
@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def close_account(request: HttpRequest, pk: int) -> HttpResponse:
    services.close_account(actor=staff(request), user=get_object_or_404(User, pk=pk))
    messages.success(request, _("This person can no longer log in. What they did stays in the files."))
    return redirect("accounts:person", pk)


@require_POST
@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def reopen_account(request: HttpRequest, pk: int) -> HttpResponse:
    services.reopen_account(actor=staff(request), user=get_object_or_404(User, pk=pk))
    messages.success(request, _("This person can log in again."))
    return redirect("accounts:person", pk)


@require_POST
@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def remove_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    services.remove_second_factor(actor=staff(request), user=get_object_or_404(User, pk=pk))
    messages.success(request, _("The second factor is removed. A new one is asked at the next log-in."))
    return redirect("accounts:person", pk)


@never_cache
@require_POST
@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def password_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows the link once, on the page itself: it is never stored, mailed or logged."""
    user = get_object_or_404(User, pk=pk, is_active=True)
    link = services.password_link(actor=staff(request), user=user)
    return _person_page(request, pk, link=request.build_absolute_uri(link))


@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def teams(request: HttpRequest) -> HttpResponse:
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.add_team(actor=staff(request), name=form.cleaned_data["name"])
        except services.NameTaken as refusal:
            form.add_error("name", refusal.sentence)
        else:
            messages.success(request, _("The team is added."))
            return redirect("accounts:teams")
    listed = Team.objects.prefetch_related("members")
    return render(request, "accounts/teams.html", {"form": form, "teams": listed})


@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def team(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Team, pk=pk)
    form = TeamForm(request.POST or None, initial={"name": found.name})
    if request.method == "POST" and form.is_valid():
        try:
            services.rename_team(actor=staff(request), team=found, name=form.cleaned_data["name"])
        except services.NameTaken as refusal:
            form.add_error("name", refusal.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect("accounts:teams")
    members = found.members.filter(is_active=True)
    return render(request, "accounts/team.html", {"form": form, "team": found, "members": members})


@require_POST
@needs(Permission.ACCOUNTS_PERSON_CHANGE)
def remove_team(request: HttpRequest, pk: int) -> HttpResponse:
    services.remove_team(actor=staff(request), team=get_object_or_404(Team, pk=pk))
    messages.success(request, _("The team is removed."))
    return redirect("accounts:teams")
