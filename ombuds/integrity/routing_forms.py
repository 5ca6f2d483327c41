"""The forms of the table of who is competent."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ombuds.integrity import routing
from ombuds.integrity.forms import LANGUAGES, Words
from ombuds.lib.i18n import pick


class RouteForm(forms.Form):
    """One row: for these services and these people, from a day, this authority."""

    bodies = forms.MultipleChoiceField(label=_("Kinds of service"), widget=forms.CheckboxSelectMultiple)
    reporters = forms.MultipleChoiceField(label=_("Links with it"), widget=forms.CheckboxSelectMultiple)
    to = forms.ChoiceField(label=_("Who is competent"))
    basis_nl = Words(label=_("Legal basis in Dutch"), max_length=500, widget=forms.TextInput())
    basis_fr = Words(label=_("Legal basis in French"), max_length=500, widget=forms.TextInput())
    basis_en = Words(label=_("Legal basis in English"), max_length=500, widget=forms.TextInput())
    valid_from = forms.DateField(
        label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    valid_to = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty: until further notice. When the law changes, end this row and add one for the time after."),
    )  # fmt: skip
    verified = forms.BooleanField(label=_("We have verified this"), required=False)

    def __init__(self, table: routing.Table, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ours = [
            (routing.OURS, _("We are")), (routing.COMPLAINT, _("It is a complaint")), (routing.ASK, _("We find out together")),
        ]  # fmt: skip
        offered: dict[str, list[tuple[str, Any]]] = {
            "bodies": [(each.code, pick(each.labels)) for each in table.bodies],
            "reporters": [(each.code, pick(each.labels)) for each in table.reporters],
            "to": [*ours, *((each.code, pick(each.labels)) for each in table.authorities)],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("valid_from") and data.get("valid_to") and data["valid_to"] < data["valid_from"]:
            raise ValidationError(_("The last day comes before the first."))
        return data

    @property
    def row(self) -> dict[str, Any]:
        """As the table keeps it."""
        data = self.cleaned_data
        until = data["valid_to"]
        return {
            "bodies": data["bodies"],
            "reporters": data["reporters"],
            "to": data["to"],
            "basis": {language: data[f"basis_{language}"] for language in LANGUAGES},
            "valid_from": data["valid_from"].isoformat(),
            "valid_to": until.isoformat() if until else None,
            "verified": data["verified"],
        }


class ChoiceForm(forms.Form):
    """A kind of service or an authority more."""

    section = forms.ChoiceField(
        label=_("What"),
        choices=[("body", _("Kind of service")), ("authority", _("Authority"))],
        widget=forms.RadioSelect,
    )
    nl = Words(label=_("Name in Dutch"), max_length=200, widget=forms.TextInput())
    fr = Words(label=_("Name in French"), max_length=200, widget=forms.TextInput())
    en = Words(label=_("Name in English"), max_length=200, widget=forms.TextInput())
