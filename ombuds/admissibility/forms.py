"""Forms of the decision page and the pages around it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.admissibility.hints import CompetenceHint, Hint
from ombuds.admissibility.services import Choice
from ombuds.admissibility.terms import (
    CompetenceVerdict,
    Gateway,
    GroundVerdict,
    Proceedings,
    ReviewOutcome,
    Verdict,
)
from ombuds.authorities.models import Body
from ombuds.cases.models import Case, Grievance
from ombuds.lib.text import clean
from ombuds.lib.today import today
from ombuds.office.models import Ground

LONG = 20_000


class Words(forms.CharField):
    """Free text: signs that no database keeps are taken out, the length has an end."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONG)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return clean(str(super().to_python(value) or ""))


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Day(forms.DateField):
    widget = DayInput


@dataclass(frozen=True)
class Row:
    """One ground on the page."""

    ground: Ground
    verdict: forms.BoundField
    reason: forms.BoundField
    hint: Hint | None

    @property
    def is_open(self) -> bool:
        """Shown unfolded: the facts point at it, or the person did something with it."""
        touched = self.verdict.value() not in (None, GroundVerdict.NOT_MET.value) or self.reason.value()
        return bool(self.hint or touched or self.verdict.errors or self.reason.errors)


class GroundsForm(forms.Form):
    """A verdict and reasons, with a verdict and a reason for each ground."""

    reasons = Words(
        label=_("Reasons in words"),
        required=False,
        help_text=_("The person reads this in our letter. Short sentences, no abbreviations."),
    )

    def __init__(
        self,
        *args: Any,
        grounds: Sequence[Ground] = (),
        hints: Mapping[str, Hint] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.grounds, self.hints = list(grounds), dict(hints or {})
        for ground in self.grounds:
            self._add(ground, self.hints.get(ground.code))

    def _add(self, ground: Ground, hint: Hint | None) -> None:
        choices = [
            c for c in GroundVerdict.choices if not (ground.mandatory and c[0] == GroundVerdict.WAIVED)
        ]
        first = GroundVerdict.USED if hint and hint.strong else GroundVerdict.NOT_MET
        self.fields[f"verdict_{ground.pk}"] = forms.ChoiceField(
            label=_("What about this ground?"), choices=choices, initial=first, widget=forms.RadioSelect
        )
        why = (
            _("Why does it apply, or why not?")
            if ground.mandatory
            else _("Why do you use it, or why do you waive it?")
        )
        self.fields[f"reason_{ground.pk}"] = Words(label=why, required=False, rows=2, max_length=4000)

    def rows(self) -> Iterator[Row]:
        for ground in self.grounds:
            yield Row(
                ground, self[f"verdict_{ground.pk}"], self[f"reason_{ground.pk}"], self.hints.get(ground.code)
            )

    def mandatory(self) -> list[Row]:
        return [row for row in self.rows() if row.ground.mandatory]

    def optional(self) -> list[Row]:
        return [row for row in self.rows() if not row.ground.mandatory]

    def choices_made(self) -> list[Choice]:
        """Every ground that was used, waived, or that the facts pointed at."""
        made = [
            Choice(
                ground,
                self.cleaned_data[f"verdict_{ground.pk}"],
                self.cleaned_data[f"reason_{ground.pk}"],
                bool((hint := self.hints.get(ground.code)) and hint.strong),
            )
            for ground in self.grounds
        ]
        return [c for c in made if c.verdict != GroundVerdict.NOT_MET or c.hinted or c.reason]

    def _without(self, name: str, *values: str) -> None:
        field = self.fields[name]
        field.choices = [c for c in field.choices if c[0] not in values]  # type: ignore[attr-defined]  # a ChoiceField


class CompetenceForm(GroundsForm):
    verdict = forms.ChoiceField(
        label=_("Are we competent?"), choices=CompetenceVerdict.choices, widget=forms.RadioSelect
    )
    refer_to = forms.ModelChoiceField(
        Body.objects.none(), label=_("Who is competent"), required=False, empty_label=_("– choose –")
    )
    pass_on = forms.BooleanField(label=_("We hand over the file with the person's data"), required=False)
    consent = forms.BooleanField(
        label=_("The person agrees to that"),
        required=False,
        help_text=_("Only needed when nobody in the ombuds network is competent."),
    )
    field_order = ("verdict", "refer_to", "pass_on", "consent", "reasons")

    def __init__(self, *args: Any, hint: CompetenceHint | None = None, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = Body.objects.filter(kind=Body.Kind.OMBUDS)
        if hint:
            self.initial.setdefault("verdict", hint.verdict)
            self.initial.setdefault("refer_to", hint.refer_to)
            if hint.refer_to:
                members = members | Body.objects.filter(pk=hint.refer_to.pk)
        self.fields["refer_to"].queryset = members.distinct()  # type: ignore[attr-defined]  # a ModelChoiceField
        if not user.may(Permission.CASES_CASE_HANDLE):
            self._without("verdict", CompetenceVerdict.REFUSE)


class AdmissibilityForm(GroundsForm):
    verdict = forms.ChoiceField(
        label=_("What do we do with the complaint?"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    grievance = forms.ModelChoiceField(
        Grievance.objects.none(),
        label=_("This decision is about"),
        required=False,
        empty_label=_("the whole case"),
    )
    forward = forms.BooleanField(
        label=_("We pass the complaint on to the service"),
        required=False,
        help_text=_(
            "Only for “to the service first”. Otherwise the person gets the address and writes to the service."
        ),
    )
    field_order = ("verdict", "grievance", "forward", "reasons")

    def __init__(self, *args: Any, case: Case, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = case.grievances.all()
        self.fields["grievance"].queryset = rows  # type: ignore[attr-defined]  # a ModelChoiceField
        if rows.count() < 2:
            del self.fields["grievance"]
        self.initial.setdefault("forward", case.office.setting("first_line_mode") == "forward")
        self.initial.setdefault("verdict", self._likely())
        if not user.may(Permission.CASES_CASE_HANDLE):
            self._without("verdict", Verdict.REFUSED)

    def _likely(self) -> str:
        strong = [g for g in self.grounds if (h := self.hints.get(g.code)) and h.strong]
        if any(Ground.Effect.FIRST_LINE in g.effects for g in strong):
            return Verdict.FIRST_LINE
        return Verdict.REFUSED if strong else Verdict.ADMITTED


class SendBackForm(forms.Form):
    reason = Words(label=_("Why you send it back"), rows=3, required=False)


class SuspendForm(forms.Form):
    proceedings = forms.ChoiceField(
        label=_("What is going on?"), choices=Proceedings.choices, widget=forms.RadioSelect
    )
    before = forms.CharField(label=_("Before which court or authority"), max_length=200, required=False)
    same_object = forms.TypedChoiceField(
        label=_("Is it about exactly the same object as our case?"),
        choices=[("yes", _("Yes, exactly the same")), ("no", _("No, or only partly"))],
        coerce=lambda word: word == "yes",
        widget=forms.RadioSelect,
    )
    ground = forms.ModelChoiceField(
        Ground.objects.none(), label=_("Ground"), required=False, empty_label=_("– none –")
    )
    reason = Words(label=_("Reason"), help_text=_("The person and the service read this in our letter."))

    def __init__(self, *args: Any, grounds: Sequence[Ground], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Ground.objects.filter(pk__in=[g.pk for g in grounds])
        self.fields["ground"].queryset = rows  # type: ignore[attr-defined]  # a ModelChoiceField

    def clean_before(self) -> str:
        return clean(self.cleaned_data["before"])


class ResumeForm(forms.Form):
    asked_on = Day(label=_("The person asked to go on, on"))
    how = forms.CharField(label=_("How did the person ask?"), max_length=200, required=False)
    still_to_mediate = Words(
        label=_("What is there still to do?"),
        help_text=_("Why going on still makes sense after the proceedings."),
    )

    def clean_how(self) -> str:
        return clean(self.cleaned_data["how"])


class ReturnForm(forms.Form):
    gateway = forms.ChoiceField(
        label=_("How does the case come back?"), choices=Gateway.choices, widget=forms.RadioSelect
    )
    answered_on = Day(label=_("The service answered on"), required=False)
    note = Words(label=_("What the person says about it"), required=False)

    def clean_answered_on(self) -> Any:
        day = self.cleaned_data["answered_on"]
        if day and day > today():
            raise forms.ValidationError(_("This day lies in the future."))
        return day


class WithdrawForm(forms.Form):
    nothing_left = forms.BooleanField(
        label=_("The problem is gone: there is nothing left to solve"),
        required=False,
        help_text=_("The case then counts as “without opinion”, not as unfounded."),
    )
    reason = Words(label=_("What the person said"), required=False)


class ReviewAskForm(forms.Form):
    asked_on = Day(label=_("Asked on"), initial=today)
    by_person = forms.BooleanField(
        label=_("The person asks for it"), required=False, initial=True,
        help_text=_("Not ticked: we look at our decision again of our own accord."),
    )  # fmt: skip
    why = Words(label=_("What is wrong with the decision, or what is new"))


class ReviewDecideForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Outcome"), choices=ReviewOutcome.choices, widget=forms.RadioSelect)
    reasons = Words(label=_("Reasons"), help_text=_("The person reads this in our letter."))
