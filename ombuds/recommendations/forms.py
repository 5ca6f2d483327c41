from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body
from ombuds.authorities.services import body_named
from ombuds.lib.errors import Refusal
from ombuds.lib.submitting import offer_choices, offer_rows
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.office.services import norm_set_on
from ombuds.recommendations.models import Letter, Measure, Recommendation, Relation
from ombuds.recommendations.terms import Addressee, OmbudsmanFinds, RelationKind, ServiceSays, Status
from ombuds.recommendations.workflow import MOVES

LANGUAGES = [("nl", _("Dutch")), ("fr", _("French")), ("en", _("English"))]
LONG = 30_000


def day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options
    )


def long_text(label: Any, rows: int = 4, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONG, widget=forms.Textarea(attrs={"rows": rows}), **options
    )


class FrameForm(forms.ModelForm[Recommendation]):
    """To whom, of which kind, on which theme."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Recommendation
        fields = ["addressee", "body", "addressee_name", "kind", "theme", "is_public"]

    def __init__(
        self, *args: Any, office: Office, bodies: "QuerySet[Body] | None" = None, **kwargs: Any
    ) -> None:
        """`bodies` are those that the sources are about. Without any, the service is named: the register is long."""
        super().__init__(*args, **kwargs)
        self.office = office
        kinds = [(t.code, str(t)) for t in office.terms.filter(vocabulary="recommendation_kind")]
        themes = [(t.code, str(t)) for t in office.terms.filter(vocabulary="theme")]
        self.fields["kind"] = forms.ChoiceField(label=_("Kind"), choices=kinds or Addressee.choices)
        self.fields["theme"] = forms.ChoiceField(
            label=_("Theme"), choices=[("", "–"), *themes], required=False
        )
        if bodies is not None and bodies.exists():
            offer_rows(self, "body", bodies)
        else:
            label, named = (
                self.fields["body"].label,
                Body.objects.filter(pk=self.initial.get("body") or 0).first(),
            )
            self.fields["body"] = forms.CharField(
                label=label, required=False, max_length=200, help_text=_("Any name that people use.")
            )
            self.initial["body"] = str(named) if named else ""
        self.initial["seen"] = self.instance.version

    def clean_body(self) -> Body | None:
        """The service chosen, or the one that the name stands for."""
        given = self.cleaned_data["body"]
        if not isinstance(given, str):
            return given  # type: ignore[no-any-return]  # a Body or None
        try:
            return body_named(self.office, given) if given.strip() else None
        except Refusal as refusal:
            raise forms.ValidationError(refusal.sentence) from None


class NewForm(FrameForm):
    """A first draft, with its text in the language it is thought in."""

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    title = forms.CharField(label=_("Title"), max_length=200)
    text = long_text(_("Text"), 8, help_text=_("What should change, and why. No names of people."))


class TextForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    text = long_text(_("Text"), 10)


class IssueForm(forms.Form):
    answer_due_on = day(_("Answer by"), required=False, help_text=_("Empty: the usual term of the office."))


class UploadForm(forms.Form):
    """A step with proof: files are stored before the act, and named in it."""

    proof = forms.FileField(label=_("Proof"), required=False, help_text=_("One file, at most 20 MB."))


class AnswerForm(UploadForm):
    answered_on = day(_("Answered on"))
    says = forms.ChoiceField(
        label=_("The addressee says"), choices=[c for c in ServiceSays.choices if c[0] != ServiceSays.NOTHING]
    )
    words = long_text(_("In its words"), 5)


class ServiceAnswerForm(UploadForm):
    """The same, filled in by the addressee itself."""

    says = forms.ChoiceField(
        label=_("What do you do with it?"),
        choices=[
            ("", "–"),
            (ServiceSays.ACCEPTED, _("We accept it")),
            (ServiceSays.PARTLY_ACCEPTED, _("We accept a part of it")),
            (ServiceSays.IN_EXECUTION, _("We are carrying it out")),
            (ServiceSays.IMPLEMENTED, _("We have carried it out")),
            (ServiceSays.REJECTED, _("We do not accept it, for the reasons below")),
        ],
    )
    words = long_text(_("Your answer"), 10, help_text=_("What will you do, and when? Or why not?"))


class MeasureForm(forms.Form):
    """A line of the plan: filled in by staff, or by the addressee itself."""

    words = forms.CharField(label=_("What will be done"), max_length=500)
    due_on = day(_("By when"), required=False)


class ProgressForm(UploadForm):
    """How far it is: filled in by staff, or by the addressee itself."""

    measure = forms.ModelChoiceField(
        Measure.objects.none(),
        label=_("Which promise"),
        required=False,
        empty_label=_("The whole recommendation"),
    )
    words = long_text(_("How far it is"), 4)
    is_done = forms.BooleanField(label=_("It is done"), required=False)

    def __init__(self, *args: Any, recommendation: Recommendation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "measure", recommendation.measures.exclude(state=Measure.State.DROPPED))


class SettleForm(forms.Form):
    """What we saw of a promise."""

    state = forms.ChoiceField(
        label=_("We saw"),
        choices=[
            (Measure.State.VERIFIED, _("It is done")),
            (Measure.State.PROMISED, _("It is not done yet")),
            (Measure.State.DROPPED, _("It was given up")),
        ],
    )
    words = long_text(_("How we know"), 3)


class EffectForm(forms.Form):
    """By which complaints the effect is measured."""

    changed_on = day(_("Carried out on"))
    theme = forms.ChoiceField(label=_("Complaints on this theme"), required=False)
    norm = forms.ChoiceField(label=_("Complaints in which this norm was assessed"), required=False)
    this_body_only = forms.BooleanField(label=_("Only complaints about the addressee"), required=False)
    share_of_intake = forms.BooleanField(
        label=_("Compare with all complaints"),
        required=False,
        help_text=_("For an office whose number of complaints changes much."),
    )

    def __init__(self, *args: Any, recommendation: Recommendation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office = recommendation.office
        themes = [(t.code, str(t)) for t in office.terms.filter(vocabulary="theme")]
        norm_set = norm_set_on(office, today())
        norms = [(norm.code, str(norm)) for norm in norm_set.norms.all()] if norm_set else []
        offer_choices(self, "theme", [("", "–"), *themes])
        offer_choices(self, "norm", [("", "–"), *norms])


class FindsForm(UploadForm):
    finds = forms.ChoiceField(
        label=_("We found"), choices=[c for c in OmbudsmanFinds.choices if c[0] != OmbudsmanFinds.NOT_CHECKED]
    )
    on = day(_("On"), required=False)
    note = long_text(_("How we know"), 3)


class StatusForm(UploadForm):
    status = forms.ChoiceField(label=_("New status"), choices=Status.choices)
    on = day(_("On"), required=False)
    note = long_text(_("Why"), 3)

    def __init__(self, *args: Any, recommendation: Recommendation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reachable = MOVES[Status(recommendation.status)] - {Status.ISSUED}
        offer_choices(self, "status", [c for c in Status.choices if c[0] in reachable])


class RelationForm(forms.ModelForm[Relation]):
    kind = forms.ChoiceField(label=_("Relation"), choices=RelationKind.choices)
    code = forms.CharField(
        label=_("Other recommendation"),
        max_length=20,
        required=False,
        help_text=_("Its number, like 2018-5."),
    )
    on = day(_("On"), required=False)
    url = forms.URLField(label=_("Web address"), required=False, assume_scheme="https")

    class Meta:
        model = Relation
        fields = ["kind", "on", "where", "url"]


class LetterForm(forms.ModelForm[Letter]):
    code = forms.ChoiceField(label=_("Letter"), choices=Letter.Code.choices)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    text = long_text(_("Text"), 14)

    class Meta:
        model = Letter
        fields = ["code", "language", "subject", "text"]


class FilterForm(forms.Form):
    q = forms.CharField(label=_("Words"), max_length=100, required=False)
    status = forms.ChoiceField(label=_("Status"), required=False, choices=[("", _("All")), *Status.choices])
    addressee = forms.ChoiceField(
        label=_("Addressed to"), required=False, choices=[("", _("All")), *Addressee.choices]
    )
    year = forms.IntegerField(label=_("Year"), required=False, min_value=1990, max_value=2100)
    overdue = forms.BooleanField(label=_("Only those that are late"), required=False)
