"""Beginning an edition and writing its texts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.annualreport.services import LONGEST_TEXT


class NewEditionForm(forms.Form):
    """Which year is reported on."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)

    def __init__(self, data: object, *, years: list[int]) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None
        field = self.fields["year"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(year, str(year)) for year in years]


class TextForm(forms.Form):
    """One text in one language."""

    text = forms.CharField(
        label=_("Text"),
        help_text=_("Markdown: ## makes a heading, **bold**, - a list, [words](https://address) a link."),
        widget=forms.Textarea(attrs={"rows": 24}),
        max_length=LONGEST_TEXT,
        required=False,
        strip=False,
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)


class EnterForm(forms.Form):
    """Figures from the sealed channel, a line each."""

    lines = forms.CharField(
        label=_("Lines"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_(
            "One line each: Dutch; French; English; number. Write * where the number must not be shown. The sealed "
            "channel gives its yearly figures on its own page, small numbers hidden."
        ),
    )


class ReleaseForm(forms.Form):
    """The ombudsman's own hand."""

    sure = forms.BooleanField(
        label=_("I have read the report in every language. I release it; it is not changed any more."),
        error_messages={"required": _("Tick that you have read the report.")},
    )
    in_spite = forms.CharField(
        label=_("Why it may go out although the gate does not pass it"),
        help_text=_("Only when the gate said so. The reason is kept with your name."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
