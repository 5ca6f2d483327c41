"""The first-line report of one service."""

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.statistics import services
from ombuds.statistics.models import FirstLineFigures
from ombuds.statistics.periods import FIRST_YEAR
from ombuds.statistics.terms import FIRST_LINE_GROUPS

MOST = 100_000_000


class YearForm(forms.Form):
    """Which year the figures are of."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)

    def __init__(self, data: Any, *, years: list[int]) -> None:
        super().__init__(data)
        field = self.fields["year"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(year, str(year)) for year in years]


class FirstLineForm(forms.ModelForm[FirstLineFigures]):
    """Every figure may stay empty: a sum with a figure not given is not judged. A sum that breaks is named."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = FirstLineFigures
        fields = ("body", "year", "note")

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.office = office
        self.fields["body"].queryset = Body.objects.exclude(kind=Body.Kind.OMBUDS)  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["year"].validators += [MinValueValidator(FIRST_YEAR), MaxValueValidator(today().year)]
        for _title, fields in FIRST_LINE_GROUPS:
            for name, label in fields:
                self.fields[name] = _number(name, label, self.instance.figures.get(name))
        self.fields["seen_version"].initial = self.instance.version if self.instance.pk else None
        if self.instance.pk:
            self.fields["body"].disabled = self.fields["year"].disabled = True

    def groups(self) -> list[tuple[str, list[BoundField]]]:
        """Return the fields under their headings."""
        return [(str(title), [self[name] for name, _label in fields]) for title, fields in FIRST_LINE_GROUPS]

    def figures(self) -> dict[str, int | float]:
        """Return what was filled in."""
        names = [name for _title, fields in FIRST_LINE_GROUPS for name, _label in fields]
        return {name: value for name in names if (value := self.cleaned_data.get(name)) is not None}

    def clean(self) -> dict[str, Any]:
        super().clean()
        body, year = self.cleaned_data.get("body"), self.cleaned_data.get("year")
        known = FirstLineFigures.objects.filter(office=self.office).exclude(pk=self.instance.pk)
        if body and year and known.filter(body=body, year=year).exists():
            self.add_error(
                "body",
                _("The figures of this service for this year are already there. Open them to change them."),
            )
        for broken in services.first_line_errors(self.figures()):
            self.add_error(None, _("This sum does not hold: %(sum)s.") % {"sum": broken.sentence})
        return self.cleaned_data


def _number(name: str, label: Any, initial: float | None) -> forms.Field:
    kind = forms.FloatField if name == "mean_days" else forms.IntegerField
    field = kind(label=label, required=False, min_value=0, max_value=MOST, initial=initial)
    field.widget.attrs["class"] = "short"
    return field
