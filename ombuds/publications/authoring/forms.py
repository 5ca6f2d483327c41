from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body
from ombuds.lib.submitting import offer_rows
from ombuds.publications.authoring.models import Hearing
from ombuds.publications.terms import LANGUAGES, State


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
    """What we did with an answer; the answer itself only when the service did not write it on its page."""

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

    def __init__(self, *args: Any, hearing: Hearing, languages: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hearing.said_on:
            del self.fields["answer"]
        self.languages = list(languages) if hearing.publication.state == State.DRAFT else []
        for code in self.languages:
            self.fields[f"readers_{code}"] = forms.CharField(
                label=_("Published of it (%(language)s)") % {"language": LANGUAGES.get(code, code)},
                max_length=20_000,
                required=False,
                initial=hearing.for_readers.get(code, ""),
                widget=forms.Textarea(attrs={"rows": 3, "lang": code}),
                help_text=_(
                    "Stands below the text as the words of the service. Empty: nothing is published of it."
                ),
            )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        values["for_readers"] = {code: values.pop(f"readers_{code}", "") for code in self.languages}
        return values


class SayForm(forms.Form):
    """Filled in by the service itself."""

    words = forms.CharField(
        label=_("What your service says of the draft"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_(
            "Name mistakes of fact first, with the words of the draft that they stand in. We weigh every remark; the "
            "text stays ours. What you write can be published with the text, without names of persons."
        ),
    )


class PullForm(forms.Form):
    reference = forms.CharField(label=_("Reference of the case"), max_length=40)
