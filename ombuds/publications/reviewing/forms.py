from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.deidentification.terms import KINDS
from ombuds.lib.submitting import offer_choices
from ombuds.publications.reviewing.services import LONGEST_WORDS


class AddForm(forms.Form):
    """Something that nobody found: the words, or the place that was selected."""

    words = forms.CharField(
        label=_("Words"),
        max_length=LONGEST_WORDS,
        help_text=_("As they stand in the text. Or select them in the text and press m."),
    )
    kind = forms.ChoiceField(label=_("What they are"), choices=list(KINDS.items()))
    piece = forms.ChoiceField(label=_("In which text"), required=False)
    everywhere = forms.BooleanField(
        label=_("Everywhere in this file, in all languages"), required=False, initial=True
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, pieces: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "piece", [("", _("In every text")), *pieces])


class ChangeForm(forms.Form):
    """Other bounds or another kind for one place."""

    words = forms.CharField(
        label=_("Exactly these words"),
        max_length=LONGEST_WORDS,
        help_text=_("More or fewer words of the same place."),
    )
    kind = forms.ChoiceField(label=_("What they are"), choices=list(KINDS.items()))
