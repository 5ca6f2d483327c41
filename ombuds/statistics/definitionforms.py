"""Correcting what a counter counts; saying that an old theme or service counts as another."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.statistics import definitions, labels
from ombuds.statistics.models import CounterDefinition
from ombuds.statistics.terms import DateRule, Scope

LONGEST = 2000
NAMES = dict(settings.LANGUAGES)
IN_PLACE, FROM_DAY = "in_place", "from_day"
TEXTS = {
    "labels": _("Name"),
    "definition": _("What it counts"),
    "unit_labels": _("Unit in words"),
    "legal_bases": _("Legal basis"),
}
REQUIRED = ("labels", "definition", "unit_labels")


class DefinitionForm(forms.Form):
    """In place: words only. From a day on: a new version, with the reason for the break in every language."""

    date_rule = forms.ChoiceField(label=_("Date that places it in a year"))
    scope = forms.ChoiceField(label=_("Cases looked at"))
    note = forms.CharField(label=_("Note for colleagues"), max_length=300, required=False)
    how = forms.ChoiceField(
        label=_("What kind of correction is it?"),
        choices=[
            (IN_PLACE, _("The words only: what is counted stays the same")),
            (FROM_DAY, _("Another definition from a day on: a break in the series")),
        ],
        widget=forms.RadioSelect,
        initial=IN_PLACE,
    )
    starts_on = forms.DateField(
        label=_("From which day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label=_("Why do you correct this?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, data: Any, *, row: CounterDefinition) -> None:
        super().__init__(
            data,
            initial={
                "date_rule": row.date_rule,
                "scope": row.scope,
                "note": row.note,
                "version": row.version,
            },
        )
        self.row = row
        for name, choices in (("date_rule", self._rules()), ("scope", self._scopes())):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
        own = {name: self.fields.pop(name) for name in list(self.fields)}
        for name, label in TEXTS.items():
            self._texts(name, label, getattr(row, name), required=name in REQUIRED)
        self.fields.update(
            {name: own.pop(name) for name in ("date_rule", "scope", "note", "how", "starts_on")}
        )
        self._texts(
            "why", _("Why the years before do not compare: stands under every table"), {}, required=False
        )
        self.fields.update(own)

    def _texts(self, name: str, label: Any, value: Mapping[str, str], *, required: bool) -> None:
        for code in labels.LANGUAGES:
            area = (
                forms.Textarea(attrs={"rows": 3, "lang": code})
                if name in ("definition", "why")
                else forms.TextInput(attrs={"lang": code})
            )
            self.fields[f"{name}_{code}"] = forms.CharField(
                label=f"{label} ({NAMES.get(code, code)})",
                initial=value.get(code, ""),
                required=required,
                max_length=LONGEST,
                widget=area,
            )

    def _rules(self) -> list[tuple[str, Any]]:
        kinds = (
            (DateRule.RECEIVED, DateRule.CLOSED, DateRule.REMEDIED)
            if self.row.axis
            else (DateRule.RECEIVED, DateRule.CLOSED)
        )
        rules = [(rule.value, rule.label) for rule in kinds]
        if self.row.date_rule in dict(rules):
            return rules
        return [(self.row.date_rule, self.row.get_date_rule_display())]

    def _scopes(self) -> list[tuple[str, Any]]:
        if self.row.scope in (Scope.COMPLAINTS, Scope.ALL):
            return [(each.value, each.label) for each in (Scope.COMPLAINTS, Scope.ALL)]
        return [(self.row.scope, self.row.get_scope_display())]

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("how") == FROM_DAY:
            if not data.get("starts_on"):
                self.add_error("starts_on", _("Say from which day the new definition holds."))
            for code in labels.LANGUAGES:
                if not data.get(f"why_{code}", "").strip():
                    self.add_error(f"why_{code}", _("Readers must be told why, in every language."))
        elif data.get("date_rule") not in (None, self.row.date_rule) or data.get("scope") not in (
            None,
            self.row.scope,
        ):
            self.add_error(
                "how", _("Another date or other cases are another definition: say from which day.")
            )
        return data

    def _in_languages(self, name: str) -> dict[str, str]:
        found = {code: self.cleaned_data.get(f"{name}_{code}", "").strip() for code in labels.LANGUAGES}
        return found if any(found.values()) else {}

    def act(self, actor: User) -> None:
        """Correct or redefine. Raises a refusal."""
        values = {name: self._in_languages(name) for name in TEXTS} | {
            name: self.cleaned_data[name] for name in ("date_rule", "scope", "note")
        }
        common = {
            "reason": self.cleaned_data["reason"],
            "version": self.cleaned_data["version"],
            "actor": actor,
        }
        if self.cleaned_data["how"] == FROM_DAY:
            definitions.redefine(
                row=self.row,
                values=values,
                starts_on=self.cleaned_data["starts_on"],
                why=self._in_languages("why"),
                **common,
            )
        else:
            definitions.correct(row=self.row, values=values, **common)


class MappingForm(forms.Form):
    """Which old one counts as which new one, since when, and why: the reason is public."""

    old = forms.ChoiceField(label=_("Old"))
    new = forms.ChoiceField(label=_("Counts as"))
    since = forms.DateField(
        label=_("Since"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        help_text=_("Public: a merger, another name, a clearer theme. No names of people."),
    )

    def __init__(self, data: Any, *, choices: Mapping[str, str]) -> None:
        super().__init__(data)
        for name in ("old", "new"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "–"), *sorted(choices.items(), key=lambda pair: pair[1].lower())]


class SnapshotForm(forms.Form):
    """Which year, and a name where one year is frozen more than once."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    name = forms.SlugField(
        label=_("Name"),
        required=False,
        max_length=60,
        help_text=_("Letters, digits and dashes. Without one: the year."),
    )

    def __init__(self, data: Any, *, years: list[int]) -> None:
        super().__init__(data)
        field = self.fields["year"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(year, str(year)) for year in years]
