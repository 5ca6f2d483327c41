"""Which cases a list shows, and in which order: the work list and search share the filters."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import Count, F, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.admissibility.models import AdmissibilityDecision, CompetenceDecision
from ombuds.cases.forms import Plain, handlers, theme_choices
from ombuds.cases.models import Case, CaseQuerySet, Clock, Grievance, Party
from ombuds.cases.terms import Kind, Language
from ombuds.cases.workflow import ACTIVE, State
from ombuds.investigations.models import Outcome
from ombuds.lib.today import today
from ombuds.office.models import Office

PAGE_SIZE = 50
SCOPES = [
    ("mine", _("Mine, and those I cover")),
    ("team", _("My team")),
    ("unassigned", _("Nobody's")),
    ("all", _("Everyone's")),
]
DUE = [("", _("Any")), ("overdue", _("Overdue")), ("week", _("Due this week"))]
WAITING = {
    "us": [State.REGISTERED, State.TRIAGE, State.OPEN, State.ANALYSIS, State.CONCLUDED],
    "complainant": [State.AWAITING_COMPLAINANT],
    "service": [State.AWAITING_SERVICE, State.AWAITING_REMEDY, State.MEDIATION],
    "first_line": [State.FIRST_LINE],
    "minister": [State.ESCALATED],
    "court": [State.SUSPENDED],
}
WAITING_LABELS = [
    ("", _("Anyone")),
    ("us", _("Us")),
    ("reader", _("The second reader")),
    ("complainant", _("The complainant")),
    ("service", _("The service")),
    ("first_line", _("The service, first line")),
    ("minister", _("The minister or parliament")),
    ("court", _("A court")),
]


# "" is the code of an unknown language in a case; in the filter it means any.
LANGUAGES = [
    ("", _("Any")),
    *((code, label) for code, label in Language.choices if code),
    ("unknown", _("Not known")),
]


class WorkListForm(forms.Form):
    """The filters of the work list. A word that is not offered counts as no filter."""

    scope = forms.ChoiceField(label=_("Whose"), choices=SCOPES, required=False)
    due = forms.ChoiceField(label=_("Term"), choices=DUE, required=False)
    waiting = forms.ChoiceField(label=_("Waiting for"), choices=WAITING_LABELS, required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = theme_choices(office, str(_("Any")))  # type: ignore[attr-defined]  # a ChoiceField

    def chosen(self) -> dict[str, str]:
        """The filters that could be read."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class SearchForm(forms.Form):
    """Words, and filters beside them."""

    q = Plain(label=_("Reference, name or words"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("Any")), ("active", _("Still in treatment")), ("ended", _("Ended")), *State.choices],
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("Any")), *Kind.choices])
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    year = forms.IntegerField(label=_("Received in"), required=False, min_value=1990, max_value=2100)
    handler = forms.ModelChoiceField(label=_("Handler"), required=False, queryset=User.objects.none())

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = theme_choices(office, str(_("Any")))  # type: ignore[attr-defined]
        self.fields["handler"].queryset = handlers()  # type: ignore[attr-defined]
        self.fields["handler"].empty_label = _("Anyone")  # type: ignore[attr-defined]


def running_clocks() -> Q:
    return Q(met_on__isnull=True, cancelled=False, due_on__isnull=False)


def for_list(cases: CaseQuerySet) -> CaseQuerySet:
    """With what a row of a list shows, in a fixed number of queries."""
    return cases.select_related("handler").prefetch_related(
        Prefetch("grievances", Grievance.objects.select_related("body")),
        Prefetch("parties", Party.objects.filter(role="complainant")),
    )


def scoped(user: User, scope: str) -> CaseQuerySet:
    """Active cases of mine, my team, nobody or everyone."""
    cases: CaseQuerySet = Case.objects.visible_to(user).active()
    if scope == "team":
        return cases.filter(team=user.team_id) if user.team_id else cases.none()
    if scope == "unassigned":
        return cases.filter(handler__isnull=True)
    return cases if scope == "all" else cases.of_worker(user)


def work_list(user: User, chosen: dict[str, str], day: dt.date | None = None) -> CaseQuerySet:
    """Active cases, those whose time runs out first on top; urgent ones before others of the same day."""
    when = day or today()
    cases = scoped(user, chosen.get("scope", "mine"))
    if waiting := WAITING.get(chosen.get("waiting", "")):
        cases = cases.filter(state__in=waiting)
    elif chosen.get("waiting") == "reader":
        cases = cases.filter(waits_for_reader())
    if theme := chosen.get("theme"):
        cases = cases.filter(theme=theme)
    if language := chosen.get("language"):
        cases = cases.filter(language="" if language == "unknown" else language)
    if due := chosen.get("due"):
        cases = cases.filter(next_due__lt=when) if due == "overdue" else cases.filter(this_week(when))
    return cases.order_by(F("next_due").asc(nulls_last=True), "-urgent", "received_at", "pk")


def end_of_week(day: dt.date) -> dt.date:
    """Sunday."""
    return day + dt.timedelta(days=6 - day.weekday())


def waits_for_reader() -> Q:
    """A decision or an outcome that somebody proposed and a second reader has not read yet."""
    proposed = (
        CompetenceDecision.objects.filter(status="proposed"),
        AdmissibilityDecision.objects.filter(status="proposed"),
        Outcome.objects.filter(state="proposed"),
    )
    waits = Q()
    for rows in proposed:
        waits |= Q(pk__in=rows.order_by().values("case"))
    return waits


def this_week(day: dt.date) -> Q:
    """A running time limit ends this week; another one of the same case may be over already."""
    clocks = Clock.objects.filter(running_clocks(), due_on__gte=day, due_on__lte=end_of_week(day))
    return Q(pk__in=clocks.order_by().values("case"))


def counts(user: User, scope: str, day: dt.date) -> dict[str, int]:
    """What the tiles on top of the work list say, in two queries."""
    cases = scoped(user, scope).order_by()
    states = {
        name: Count("pk", filter=Q(state__in=WAITING[name])) for name in ("us", "complainant", "service")
    }
    numbers = cases.aggregate(all=Count("pk"), overdue=Count("pk", filter=Q(next_due__lt=day)), **states)
    return {**numbers, "week": cases.filter(this_week(day)).count()}


def search_filters(cases: CaseQuerySet, chosen: dict[str, Any]) -> CaseQuerySet:
    """Narrow a search."""
    state = chosen.get("state")
    if state == "active":
        cases = cases.active()
    elif state == "ended":
        cases = cases.exclude(state__in=list(ACTIVE))
    elif state:
        cases = cases.filter(state=state)
    for name in ("kind", "theme", "handler"):
        if chosen.get(name):
            cases = cases.filter(**{name: chosen[name]})
    if year := chosen.get("year"):
        cases = cases.filter(received_at__year=year)
    return cases
