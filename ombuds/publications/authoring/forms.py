from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body
from ombuds.lib.submitting import offer_rows


class CommentForm(forms.Form):
    text = forms.CharField(label=_("Comment"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))
    passage = forms.CharField(
        label=_("About these words"), max_length=300, required=False, help_text=_("Copy them from the text.")
    )


class AskForm(forms.Form):
    body = forms.ModelChoiceField(label=_("Service"), queryset=Body.objects.none())
    due_on = forms.DateField(
        label=_("Answer due on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "body", Body.objects.order_by("code"))


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("What the service says"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Empty when it gave no answer in time."),
    )
    followed = forms.CharField(
        label=_("What we did with it"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )


class PullForm(forms.Form):
    reference = forms.CharField(label=_("Reference of the case"), max_length=40)
