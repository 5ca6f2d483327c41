from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body
from ombuds.authorities.services import body_named
from ombuds.cases.models import Case, CaseDocument, Grievance
from ombuds.cases.terms import Assessment, Remedied, Result, WithoutOpinion
from ombuds.investigations.models import Evidence, Inquiry, InquiryFinding, Remedy, Step
from ombuds.investigations.services import norms_for
from ombuds.investigations.terms import InquiryState, Position, RemedyChecked, ServiceSays, Side, Verdict
from ombuds.lib.errors import Refusal
from ombuds.lib.submitting import offer_rows
from ombuds.lib.today import today
from ombuds.office.models import Norm, Office
from ombuds.office.services import norm_set_on

LONG = 20_000
MOST_BODIES = 100


def long_text(label: Any, rows: int = 4, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONG, widget=forms.Textarea(attrs={"rows": rows}), **options
    )


def day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options
    )


def choices(of: Any, label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", _("Choose")), *of.choices])


class FindingForm(forms.Form):
    grievance = forms.ModelChoiceField(
        Grievance.objects.none(), label=_("Grievance"), empty_label=_("Choose")
    )
    norm = forms.ModelChoiceField(Norm.objects.none(), label=_("Norm"), empty_label=_("Choose"))
    verdict = forms.ChoiceField(
        label=_("What did we find?"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    reasoning = long_text(
        _("Reasons"), 6, help_text=_("What happened, what the norm asks, why it was or was not respected.")
    )
    evidence = forms.ModelMultipleChoiceField(
        Evidence.objects.none(), label=_("Evidence"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "grievance", case.grievances.all())
        offer_rows(self, "norm", norms_for(case))
        offer_rows(self, "evidence", case.evidence.all())
        if not self.fields["evidence"].choices:  # type: ignore[attr-defined]  # a choice field
            self.fields["evidence"].help_text = _("No evidence on the list yet.")
        if case.grievances.count() == 1:
            self.initial.setdefault("grievance", case.grievances.get().pk)


class AssessForm(forms.Form):
    assessment = choices(Assessment, _("Assessment"))
    without_opinion = forms.ChoiceField(
        label=_("Why no opinion"), required=False, choices=[("", "–"), *WithoutOpinion.choices]
    )
    is_main = forms.BooleanField(label=_("Main grievance: it decides on the whole case"), required=False)


class EvidenceForm(forms.ModelForm[Evidence]):
    dated_on = day(_("Dated"), required=False)

    class Meta:
        model = Evidence
        fields = ["description", "source", "paper", "dated_on"]

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "paper", CaseDocument.objects.filter(case=case))


class StepForm(forms.ModelForm[Step]):
    due_on = day(_("Due on"), required=False)

    class Meta:
        model = Step
        fields = ["title", "due_on"]


class StepDoneForm(forms.Form):
    note = long_text(_("What came of it"), 2, required=False)


class OutcomeForm(forms.Form):
    assessment = choices(Assessment, _("Assessment"))
    without_opinion = forms.ChoiceField(
        label=_("Why no opinion"), required=False, choices=[("", "–"), *WithoutOpinion.choices]
    )
    result = choices(Result, _("Result"))
    remedied = forms.ChoiceField(
        label=_("When was it put right?"), required=False, choices=[("", "–"), *Remedied.choices]
    )
    reasoning = long_text(
        _("Reasons"), 8, help_text=_("Both sides will read this. If you depart from the proposal, say why.")
    )


class ReadForm(forms.Form):
    remark = long_text(_("Remark"), 3, required=False)


class ReasonForm(forms.Form):
    reason = long_text(_("Reason"), 3)


class ProposalForm(forms.Form):
    text = long_text(_("Proposal"), 6, help_text=_("Both sides get the same text."))
    answer_by = day(_("Answer by"), required=False)


class PositionForm(forms.Form):
    side = forms.ChoiceField(label=_("Who"), choices=Side.choices)
    position = forms.ChoiceField(label=_("Position"), choices=Position.choices)
    words = long_text(_("In their words"), 3, required=False)


class RemedyForm(forms.Form):
    body = forms.ModelChoiceField(Body.objects.none(), label=_("Service"), empty_label=_("Choose"))
    asked = long_text(_("What we ask"), 4)
    due_on = day(_("Due on"))

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "body", Body.objects.filter(grievances__case=case).distinct())

    def clean_due_on(self) -> Any:
        if self.cleaned_data["due_on"] < today():
            raise forms.ValidationError(_("Give the service a day that is still to come."))
        return self.cleaned_data["due_on"]


class ServiceWordForm(forms.Form):
    says = forms.ChoiceField(
        label=_("The service says"), choices=[c for c in ServiceSays.choices if c[0] != ServiceSays.NOTHING]
    )
    words = long_text(_("In its words"), 3, required=False)
    on = day(_("On"), required=False)


class ServiceRemedyForm(forms.Form):
    """The same, filled in by the service itself."""

    says = forms.ChoiceField(
        label=_("What have you done?"),
        choices=[
            ("", "–"),
            (ServiceSays.DONE, _("It is done")),
            (ServiceSays.PARTLY, _("A part of it is done")),
            (ServiceSays.WILL_DO, _("We will do it")),
            (ServiceSays.IMPOSSIBLE, _("It is not possible")),
            (ServiceSays.REFUSED, _("We will not do it")),
        ],
    )
    words = long_text(_("Your answer"), 6, help_text=_("What was done, and when? Or why not?"))
    proof = forms.FileField(label=_("Proof"), required=False, help_text=_("One file, at most 20 MB."))


class CheckForm(forms.Form):
    checked = forms.ChoiceField(label=_("We found"), choices=RemedyChecked.choices)
    remedied = forms.ChoiceField(
        label=_("When was it put right?"), required=False, choices=[("", "–"), *Remedied.choices]
    )
    note = long_text(_("How we checked"), 3)
    proof = forms.ModelMultipleChoiceField(
        CaseDocument.objects.none(), label=_("Proof"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, remedy: Remedy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "proof", CaseDocument.objects.filter(case=remedy.case))


class InquiryForm(forms.ModelForm[Inquiry]):
    question = long_text(_("What we want to know"), 4)
    conclusion = long_text(_("Conclusion"), 8, required=False)
    bodies = forms.CharField(
        label=_("Services"), required=False, max_length=LONG, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One service a line, by any name that people use."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Inquiry
        fields = ["title", "kind", "question", "theme", "bodies", "conclusion"]

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        themes = office.terms.filter(vocabulary="theme")
        self.fields["theme"] = forms.ChoiceField(
            label=_("Theme"), required=False, choices=[("", "–"), *((t.code, str(t)) for t in themes)]
        )
        self.office = office
        self.initial["bodies"] = "\n".join(str(body) for body in self.initial.get("bodies", []))
        self.initial["seen"] = self.instance.version
        if self.instance._state.adding:
            del self.fields["conclusion"]

    def clean_bodies(self) -> list[Body]:
        """The services that the lines stand for, each once."""
        found, wrong = {}, []
        for line in filter(str.strip, self.cleaned_data["bodies"].splitlines()[:MOST_BODIES]):
            try:
                body = body_named(self.office, line)
                found[body.pk] = body
            except Refusal as refusal:
                wrong.append(forms.ValidationError(refusal.sentence))
        if wrong:
            raise forms.ValidationError(wrong)
        return list(found.values())


class InquiryMoveForm(forms.Form):
    to = forms.ChoiceField(label=_("Next state"), choices=InquiryState.choices)
    reason = long_text(_("Reason"), 2, required=False)


class JoinForm(forms.Form):
    reference = forms.CharField(label=_("Reference of the case"), max_length=40)
    reason = forms.CharField(label=_("Why"), max_length=300, required=False)


class InquiryFindingForm(forms.ModelForm[InquiryFinding]):
    reasoning = long_text(_("Reasons"), 4)

    class Meta:
        model = InquiryFinding
        fields = ["body", "norm", "verdict", "reasoning"]

    def __init__(self, *args: Any, inquiry: Inquiry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        norm_set = norm_set_on(inquiry.office, inquiry.opened_on)
        offer_rows(self, "body", inquiry.bodies.all())
        offer_rows(self, "norm", norm_set.norms.all() if norm_set else Norm.objects.none())


class AskServicesForm(forms.Form):
    """The same question to one or more services of the inquiry."""

    text = long_text(
        _("What we ask"), 6, help_text=_("No names of people: the services answer on how they work.")
    )
    due_on = day(_("Answer by"))
    bodies = forms.ModelMultipleChoiceField(
        Body.objects.none(), label=_("Services"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, inquiry: Inquiry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "bodies", inquiry.bodies.all())


class InquiryAnswerForm(forms.Form):
    """A service's answer in an inquiry."""

    words = long_text(_("Your answer"), 8)
    proof = forms.FileField(label=_("Paper"), required=False, help_text=_("One file, at most 20 MB."))
