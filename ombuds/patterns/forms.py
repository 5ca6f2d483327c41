from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body
from ombuds.patterns.models import Pattern
from ombuds.patterns.terms import SignalState


class NameForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31)
    title = forms.CharField(
        label=_("Title"),
        max_length=160,
        required=False,
        help_text=_("Without names of people. Left empty, the key words stand in its place."),
    )
    description = forms.CharField(
        label=_("Description"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 4})
    )


class StateForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31)
    act = forms.ChoiceField(
        label=_("What to do with it"),
        choices=[
            ("watch", _("Watch it")),
            ("dismiss", _("Set it aside: no structural problem")),
            ("restore", _("Take it up again")),
            ("pin", _("Pin it on top of the list")),
            ("unpin", _("No longer pinned")),
        ],
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed to set it aside."),
    )


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(
        Pattern.objects.none(), label=_("The same problem as"), empty_label=_("Choose")
    )

    def __init__(self, *args: Any, choices: list[Pattern], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["into"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Pattern.objects.filter(pk__in=[pattern.pk for pattern in choices])
        field.choices = [("", _("Choose")), *[(pattern.pk, pattern.shown) for pattern in choices]]  # type: ignore[attr-defined]


class JoinForm(forms.Form):
    reference = forms.CharField(label=_("Reference of the case"), max_length=40)


class SplitForm(forms.Form):
    title = forms.CharField(label=_("Title of the new pattern"), max_length=160, required=False)


class SettleForm(forms.Form):
    state = forms.ChoiceField(
        label=_("What to do with the signal"),
        choices=[
            (SignalState.WATCHED, _("Watch it")),
            (SignalState.DISMISSED, _("Set it aside")),
            (SignalState.NEW, _("Take it up again")),
        ],
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed to set it aside."),
    )


class InquiryForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    question = forms.CharField(
        label=_("What we want to know"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class RecommendForm(forms.Form):
    """A first draft; its cases and its pattern come from the signal."""

    body = forms.ModelChoiceField(Body.objects.none(), label=_("Service"), empty_label=_("Choose"))
    language = forms.ChoiceField(
        label=_("Language"), choices=[("nl", _("Dutch")), ("fr", _("French")), ("en", _("English"))]
    )
    title = forms.CharField(label=_("Title"), max_length=200)
    text = forms.CharField(
        label=_("Text"),
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What should change, and why. No names of people."),
    )

    def __init__(self, *args: Any, bodies: Iterable[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Body.objects.filter(pk__in=[body.pk for body in bodies])


class RaiseForm(forms.Form):
    words = forms.CharField(
        label=_("Why this complaint is a signal by itself"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PeriodForm(forms.Form):
    """Lenient: nonsense in the address shows the usual period."""

    days = forms.TypedChoiceField(
        label=_("Period"),
        coerce=int,
        required=False,
        choices=[(91, _("three months")), (182, _("half a year")), (365, _("a year"))],
    )
