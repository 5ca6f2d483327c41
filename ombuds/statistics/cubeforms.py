"""The question to the cube, as a form."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ombuds.statistics.cube.axes import UNITS
from ombuds.statistics.queries import AXIS_LABELS, UNIT_LABELS
from ombuds.statistics.terms import DateRule, Scope

SHOWN = tuple(axis for axis in AXIS_LABELS if not axis.startswith(("case_", "grievance_")))


class CubeForm(forms.Form):
    """Rows, columns, layers; of which years; what is counted. The years may also be typed: 2022-2024."""

    rows = forms.ChoiceField(label=_("Rows"))
    columns = forms.ChoiceField(label=_("Columns"), required=False)
    layers = forms.ChoiceField(label=_("A table for each"), required=False)
    years = forms.CharField(
        label=_("Year or years"), max_length=60, help_text=_("Like 2024 or 2022-2024."), required=False
    )
    unit = forms.ChoiceField(label=_("What is counted"), required=False)
    date = forms.ChoiceField(label=_("Date that places it in a year"), required=False)
    scope = forms.ChoiceField(label=_("Cases looked at"), required=False)
    where = forms.CharField(
        label=_("Only these"), max_length=300, required=False, help_text=_("Like channel=web|mail;language=fr. Leave empty for all.")
    )  # fmt: skip
    snapshot = forms.ChoiceField(label=_("Figures of"), required=False)

    def __init__(self, data: Any, *, years: list[int], frozen: list[str]) -> None:
        super().__init__(
            data, initial={"years": str(years[0]), "unit": "grievance", "rows": "theme", "columns": "channel"}
        )
        axes = [(name, capfirst(str(AXIS_LABELS[name]))) for name in SHOWN]
        # What an address asks for stays in the form, also the sides that only files of others have.
        asked = {str(data.get(name, "")) for name in ("rows", "columns", "layers")} if data else set()
        axes += [(name, name) for name in sorted(asked - set(SHOWN) - {""})]
        choices: dict[str, list[tuple[str, Any]]] = {
            "rows": axes,
            "columns": [("", _("none")), *axes],
            "layers": [("", _("none")), *axes],
            "unit": [(unit, capfirst(str(UNIT_LABELS[unit]))) for unit in UNITS],
            "date": [
                (rule.value, rule.label) for rule in (DateRule.RECEIVED, DateRule.CLOSED, DateRule.REMEDIED)
            ],
            "scope": [(each.value, each.label) for each in (Scope.COMPLAINTS, Scope.ALL)],
            "snapshot": [("", _("today"))] + [(name, name) for name in frozen],
        }
        for name, given in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = given
