"""The forms of an inquiry, and of a request for protection."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.integrity.forms import Words
from ombuds.integrity.wording import ADDRESSEES, HEARD_AS, MEASURE_DONE, PROTECTED
from ombuds.lib.today import today


class Day(forms.DateField):
    """A day, with the browser's own calendar."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


class Due(Day):
    """A day that has not come yet."""

    def clean(self, value: Any) -> dt.date:
        day: dt.date = super().clean(value)
        if day <= today():
            raise forms.ValidationError(_("Choose a day in the future."))
        return day


class HearingForm(forms.Form):
    """Somebody was heard."""

    who = Words(label=_("Who was heard"), max_length=200, widget=forms.TextInput())
    role = forms.ChoiceField(label=_("As what"), choices=HEARD_AS)
    on = Day(label=_("Day"))
    present = Words(
        label=_("Who else was there"), max_length=300, required=False, widget=forms.TextInput(),
        help_text=_("Whoever is heard may bring somebody."),
    )  # fmt: skip
    text = Words(label=_("Minutes"), rows=10)
    agreed = forms.BooleanField(label=_("The person has read the minutes and signed them"), required=False)


class FindingForm(forms.Form):
    """Draft findings go to a person whom they concern."""

    who = Words(label=_("Person concerned"), max_length=200, widget=forms.TextInput())
    text = Words(
        label=_("Draft findings for this person"), rows=10,
        help_text=_("Only what concerns this person, and nothing from which the reporter can be recognised."),
    )  # fmt: skip
    due = Due(label=_("May answer until"))


class FinalForm(forms.Form):
    """The final report."""

    to = forms.ChoiceField(label=_("Addressee"), choices=ADDRESSEES, widget=forms.RadioSelect)
    name = Words(label=_("Name and office of the addressee"), max_length=300, widget=forms.TextInput())
    text = Words(label=_("Final report"), rows=16)


class MeasureForm(forms.Form):
    """What the service should do."""

    text = Words(label=_("Measure"), rows=3)
    due = Due(label=_("By when"))


class JustificationForm(forms.Form):
    """The employer has to say why, on grounds that have nothing to do with the report."""

    who = Words(label=_("Employer"), max_length=200, widget=forms.TextInput())
    text = Words(
        label=_("Letter to the employer"), rows=8,
        help_text=_("Name the measure, and ask for grounds that have nothing to do with a report. It is the employer who must prove them."),
    )  # fmt: skip
    due = Due(label=_("May answer until"))


class RecommendationForm(forms.Form):
    """Stop, undo, make good."""

    who = Words(label=_("Employer"), max_length=200, widget=forms.TextInput())
    text = Words(label=_("Recommendation"), rows=8)
    due = Due(label=_("May answer until"))


class ReactionForm(forms.Form):
    """What came back."""

    text = Words(label=_("Answer"), rows=5, help_text=_("Or: that none came in time."))


class MeasureDoneForm(ReactionForm):
    """What was done with a measure."""

    done = forms.ChoiceField(label=_("What was done"), choices=MEASURE_DONE, widget=forms.RadioSelect)
    field_order = ("done", "text")


class ProtectedForm(ReactionForm):
    """What the employer did with the recommendation."""

    done = forms.ChoiceField(label=_("What was done"), choices=PROTECTED, widget=forms.RadioSelect)
    field_order = ("done", "text")


class HeadForm(forms.Form):
    """Is the head of the service involved?"""

    involved = forms.BooleanField(
        label=_("Our inquiry shows that the head of the service is involved"), required=False
    )


ROWS: dict[str, type[forms.Form]] = {
    "hearing": HearingForm,
    "finding": FindingForm,
    "final": FinalForm,
    "measure": MeasureForm,
    "justification": JustificationForm,
    "recommendation": RecommendationForm,
}
ANSWERS: dict[str, type[forms.Form]] = {
    "finding": ReactionForm,
    "measure": MeasureDoneForm,
    "justification": ReactionForm,
    "recommendation": ProtectedForm,
}
