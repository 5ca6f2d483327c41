import datetime as dt
from collections import Counter
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Max, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases.access import fetch_case, needs, staff
from ombuds.cases.models import Case
from ombuds.investigations.models import Finding
from ombuds.lib.errors import Refusal
from ombuds.lib.submitting import submitted
from ombuds.lib.today import today
from ombuds.office.models import Norm
from ombuds.office.services import current_office
from ombuds.patterns import series, services
from ombuds.patterns.access import pattern_or_404, visible_patterns, visible_signals
from ombuds.patterns.drifting import drift
from ombuds.patterns.forms import JoinForm, MergeForm, NameForm, SplitForm, StateForm
from ombuds.patterns.models import Member, Pattern
from ombuds.patterns.services.deciding import seen
from ombuds.patterns.terms import Act, PatternState
from ombuds.patterns.titles import Titles

RECENT = 28
EXEMPLARS = 5


@needs(Permission.CASES_CASE_READ)
def patterns(request: HttpRequest) -> HttpResponse:
    """All patterns that the person may see, those that grow first."""
    user, state = staff(request), request.GET.get("state", "")
    since = today() - dt.timedelta(RECENT)
    open_cases = Q(members__case__in=Case.objects.visible_to(user).values("pk"))
    rows = visible_patterns(user).filter(office=current_office())
    if state in PatternState.values:
        rows = rows.filter(state=state)
    else:
        rows = rows.exclude(state__in=[PatternState.DISMISSED, PatternState.MERGED])
    rows = rows.annotate(
        recent=Count("members", filter=open_cases & Q(members__received_on__gt=since), distinct=True),
        latest=Max("members__received_on", filter=open_cases),
        earliest=Min("members__received_on", filter=open_cases),
    )
    page = Paginator(rows.order_by("-pinned", "-recent", "-seen_members", "pk"), 25).get_page(
        request.GET.get("page")
    )
    page.object_list = Titles(user).give(page.object_list)
    context = {"page": page, "states": PatternState.choices, "state": state, "recent_days": RECENT}
    return render(request, "patterns/list.html", context)


@needs(Permission.CASES_CASE_READ)
def pattern(request: HttpRequest, pk: int) -> HttpResponse:
    found = pattern_or_404(staff(request), pk)
    record(Act.READ, actor=staff(request), subject=found)
    return page(request, found)


def page(request: HttpRequest, found: Pattern, status: int = 200, **bound: Any) -> HttpResponse:
    user = staff(request)
    titles = Titles(user)
    titles.give([found])
    members = seen(found, user).select_related("case", "letter_of").prefetch_related("case__grievances__body")
    days = list(members.values_list("received_on", flat=True))
    lines = series.months(user, found.office, days, today())
    listed = Paginator(members, 50).get_page(request.GET.get("page"))
    others = visible_patterns(user).filter(office=found.office).exclude(pk=found.pk).order_by("-seen_members")
    choices = titles.give(others[:40]) if user.may(Permission.CASES_CASE_HANDLE) else []
    values = {"version": found.version, "title": found.title, "description": found.description}
    context = {
        "pattern": found,
        "terms": titles.of(found, 10),
        "members": listed,
        "total": len(days),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "letters": members.filter(letter_of__isnull=False).count(),
        "bodies": _bodies(members),
        "norms": _norms(members),
        "languages": _languages(members),
        "exemplars": exemplars(members),
        "drift": drift(seen(found, user), titles),
        "lines": lines,
        "chart": series.chart(lines, found.shown),  # type: ignore[attr-defined]
        "signals": visible_signals(user).filter(pattern=found),
        "may_write": user.may(Permission.CASES_CASE_HANDLE),
        "name_form": bound.get("name") or NameForm(initial=values, prefix="n"),
        "state_form": bound.get("state") or StateForm(initial={"version": found.version}, prefix="s"),
        "merge_form": bound.get("merge") or MergeForm(choices=choices, prefix="m"),
        "join_form": bound.get("join") or JoinForm(prefix="j"),
        "split_form": bound.get("split") or SplitForm(prefix="p"),
    }
    return render(request, "patterns/pattern.html", context, status=status)


def exemplars(members: Any) -> list[tuple[Member, str]]:
    """Cases spread over the life of the pattern, each with its most telling sentence."""
    from ombuds.patterns.reading import telling

    rows = list(members.prefetch_related("case__submissions").order_by("received_on"))
    step = max(1, len(rows) // EXEMPLARS)
    found = []
    for member in rows[step // 2 :: step][:EXEMPLARS]:
        told = telling(member.case, member.telling)
        if told:
            found.append((member, told[0][0]))
    return found


def _bodies(members: Any) -> list[tuple[Body, int]]:
    rows = members.filter(case__grievances__body__isnull=False)
    found = Counter(b for b, _c in rows.values_list("case__grievances__body", "case").distinct())
    named = Body.objects.in_bulk(list(found))
    return [(named[pk], number) for pk, number in found.most_common(10)]


def _norms(members: Any) -> list[tuple[Norm, int]]:
    """Norms that were found breached, most often first. By numbers of cases: PostgreSQL plans a nested question badly."""
    cases = list(members.values_list("case_id", flat=True))
    rows = Finding.objects.filter(grievance__case__in=cases, replaced_at=None, verdict="breached").order_by()
    found = Counter(rows.values_list("norm", flat=True)).most_common(8)
    named = Norm.objects.in_bulk([pk for pk, _number in found])
    return [(named[pk], number) for pk, number in found]


def _languages(members: Any) -> list[tuple[str, int]]:
    return Counter(member.case.get_language_display() for member in members).most_common()


def _posted(request: HttpRequest, pk: int) -> tuple[User, Pattern]:
    return staff(request), pattern_or_404(staff(request), pk)


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def name(request: HttpRequest, pk: int) -> HttpResponse:
    user, found = _posted(request, pk)
    form = NameForm(request.POST, prefix="n")
    kept = Pattern.objects.get(pk=found.pk)
    if submitted(form, lambda values: services.change(kept, actor=user, **values)):
        messages.success(request, _("The pattern is changed."))
        return redirect("patterns:pattern", pk)
    return page(request, found, 422, name=form)


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def state(request: HttpRequest, pk: int) -> HttpResponse:
    user, found = _posted(request, pk)
    form = StateForm(request.POST, prefix="s")
    kept = Pattern.objects.get(pk=found.pk)

    def act(values: dict[str, Any]) -> None:
        given: dict[str, Any] = {"actor": user, "version": values["version"]}
        if values["act"] == "dismiss":
            services.dismiss(kept, reason=values["reason"], **given)
        elif values["act"] in ("pin", "unpin"):
            services.pin(kept, pinned=values["act"] == "pin", **given)
        else:
            {"watch": services.watch, "restore": services.restore}[values["act"]](kept, **given)

    if submitted(form, act):
        messages.success(request, _("The pattern is changed."))
        return redirect("patterns:pattern", pk)
    return page(request, found, 422, state=form)


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    user, found = _posted(request, pk)
    others = visible_patterns(user).filter(office=found.office).exclude(pk=found.pk)
    form = MergeForm(
        request.POST, choices=Titles(user).give(others.order_by("-seen_members")[:40]), prefix="m"
    )
    made: list[Pattern] = []
    kept = Pattern.objects.get(pk=found.pk)
    if submitted(form, lambda values: made.append(services.merge(kept, values["into"], actor=user))):
        messages.success(request, _("They are one pattern now, and stay one."))
        return redirect("patterns:pattern", made[0].pk)
    return page(request, found, 422, merge=form)


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def split(request: HttpRequest, pk: int) -> HttpResponse:
    user, found = _posted(request, pk)
    form = SplitForm(request.POST, prefix="p")
    numbers = [
        int(n) for n in request.POST.getlist("case")[:500] if n.isascii() and n.isdigit() and len(n) < 15
    ]
    cases = list(Case.objects.visible_to(user).filter(pk__in=numbers))
    made: list[Pattern] = []
    if submitted(form, lambda values: made.append(services.split(found, cases, actor=user, **values))):
        messages.success(request, _("These cases are a pattern of their own now."))
        return redirect("patterns:pattern", made[0].pk)
    return page(request, found, 422, split=form)


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def join(request: HttpRequest, pk: int) -> HttpResponse:
    user, found = _posted(request, pk)
    form = JoinForm(request.POST, prefix="j")

    def act(values: dict[str, Any]) -> None:
        case = Case.objects.visible_to(user).filter(reference__iexact=values["reference"].strip()).first()
        if case is None:
            raise Refusal(_("There is no case with this reference."))
        services.join(Pattern.objects.get(pk=found.pk), case, actor=user)

    if submitted(form, act):
        messages.success(request, _("The case belongs to the pattern now."))
        return redirect("patterns:pattern", pk)
    return page(request, found, 422, join=form)


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def leave(request: HttpRequest, pk: int, case_pk: int) -> HttpResponse:
    user, found = _posted(request, pk)
    services.leave(found, fetch_case(user, case_pk), actor=user)
    messages.success(
        request, _("The case no longer belongs to the pattern, and will not come back by itself.")
    )
    if visible_patterns(user).filter(pk=pk).exists():
        return redirect("patterns:pattern", pk)
    return redirect("patterns:patterns")
