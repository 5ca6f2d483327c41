"""What the complainant fills in on the page of the file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.admissibility.terms import Gateway
from ombuds.lib.text import clean

MOST = 40_000


class Tidy(forms.Form):
    """Without signs that no database keeps; too long says by how much."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        if data is not None:
            data = data.copy()
            for name in list(data):
                data.setlist(name, [clean(value) for value in data.getlist(name)])
        super().__init__(data, *args, **kwargs)
        for field in self.fields.values():
            if not isinstance(field.widget, forms.HiddenInput):
                field.widget.attrs.pop("maxlength", None)  # nothing pasted is cut off in silence


def _text(label: Any, rows: int = 6, **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=MOST, widget=forms.Textarea(attrs={"rows": rows}), **kwargs
    )


class LoginForm(Tidy):
    reference = forms.CharField(
        label=_("Your reference"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    code = forms.CharField(
        label=_("Your secret code"),
        max_length=60,
        help_text=_("Dashes, spaces and small letters do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class MessageForm(Tidy):
    text = _text(_("Your message"), required=False)


class AnswerForm(Tidy):
    text = _text(_("Your answer"), required=False)


class ContactForm(Tidy):
    email = forms.EmailField(label=_("E-mail address"), required=False, max_length=254)
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=40)
    street = forms.CharField(label=_("Street and number"), required=False, max_length=200)
    postcode = forms.CharField(label=_("Postal code"), required=False, max_length=12)
    town = forms.CharField(label=_("Town"), required=False, max_length=100)
    prefers_post = forms.BooleanField(label=_("Send me letters by post"), required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("prefers_post") and not (values.get("street") and values.get("town")):
            self.add_error("street", _("For letters by post we need your whole address."))
        return values


class WithdrawForm(Tidy):
    solved = forms.BooleanField(label=_("The problem is solved"), required=False)
    text = _text(_("Why? You need not say it."), rows=4, required=False)
    sure = forms.BooleanField(
        label=_("Yes, I take my complaint back"),
        error_messages={"required": _("Tick this box if you are sure.")},
    )


class ReviewForm(Tidy):
    text = _text(
        _("What do you disagree with, or what is new?"),
        error_messages={"required": _("Write what you disagree with. A few sentences are enough.")},
    )


class ResumeForm(Tidy):
    text = _text(
        _("Are the proceedings over, and what is still to be solved?"),
        error_messages={"required": _("Write what is still to be solved. A few sentences are enough.")},
    )


class ReturnForm(Tidy):
    gateway = forms.ChoiceField(
        label=_("What did the service do?"),
        choices=Gateway.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one of the answers.")},
    )
    text = _text(_("What did it answer, and what is not enough?"), required=False)
