from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.lib.submitting import offer_choices
from ombuds.office.models import Office
from ombuds.publications.models import Publication, Text
from ombuds.publications.terms import LANGUAGES as LANGUAGES
from ombuds.publications.terms import Kind


class NewForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    references = forms.CharField(
        label=_("Cases"),
        required=False,
        max_length=400,
        help_text=_(
            "References, separated by commas. A first text is drafted from them, with invented or no names."
        ),
    )
    theme = forms.ChoiceField(label=_("Theme"), required=False)

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        themes = [(t.code, str(t)) for t in office.terms.filter(vocabulary="theme")]
        offer_choices(self, "theme", [("", "–"), *themes])


class TextForm(forms.ModelForm[Text]):
    title = forms.CharField(label=_("Title"), max_length=160, required=False)
    summary = forms.CharField(
        label=_("Summary"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    body = forms.CharField(
        label=_("Text"), max_length=200_000, required=False, widget=forms.Textarea(attrs={"rows": 24})
    )

    class Meta:
        model = Text
        fields = ["title", "summary", "body"]


class AttachmentForm(forms.Form):
    file = forms.FileField(label=_("File"), help_text=_("PDF, picture, text or table, at most 10 MB."))
    description = forms.CharField(
        label=_("What it is"), max_length=200, help_text=_("Readers see this; a screen reader reads it.")
    )
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, publication: Publication, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = publication.texts.values_list("language", flat=True)
        offer_choices(
            self,
            "language",
            [
                ("", _("All languages")),
                *((code, LANGUAGES.get(code, code)) for code in languages),
            ],
        )


class RemarkForm(forms.Form):
    remark = forms.CharField(
        label=_("Remark"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class OverrideForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it may be published all the same"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept with your name. It counts for this very text only; who changes it must ask again."),
    )


class LinkForm(forms.Form):
    reference = forms.CharField(
        label=_("Reference of the case"),
        help_text=_("Several at once: with a comma between them."),
        max_length=400,
    )
