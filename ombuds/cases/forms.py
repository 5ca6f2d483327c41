"""What staff type about a case."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Role
from ombuds.authorities.models import Body
from ombuds.cases.models import Case, Grievance, Party
from ombuds.cases.terms import Kind, LinkKind
from ombuds.lib.text import clean
from ombuds.office.models import Office
from ombuds.office.services import terms

DATE = {"type": "date"}


def theme_choices(office: Office, empty: str = "—") -> list[tuple[str, str]]:
    """The office's themes, with an empty first choice."""
    return [("", empty), *((term.code, str(term)) for term in terms(office, "theme"))]


def handlers() -> Any:
    """Everyone who can be given a case today."""
    return User.objects.with_role(Role.INTAKE, Role.HANDLER, Role.SECOND_READER, Role.OMBUDSMAN)


class Plain(forms.CharField):
    """Text without hidden and control characters."""

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value) or "").strip()


class FactsForm(forms.ModelForm[Case]):
    """The facts of a case. `version` tells whether someone else changed it meanwhile."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Case
        fields = (
            "subject", "theme", "language", "letter_language", "facts_on", "decision_on", "notified_on",
            "mentions_ombudsman", "contacted_service_on", "name_withheld", "urgent", "vulnerable", "sensitive_data",
            "systemic", "never_public", "interpreter", "accessibility_needs",
        )  # fmt: skip
        widgets: ClassVar[dict[str, forms.Widget]] = {
            name: forms.DateInput(attrs=DATE, format="%Y-%m-%d")
            for name in ("facts_on", "decision_on", "notified_on", "contacted_service_on")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"] = forms.ChoiceField(
            label=_("Theme"), required=False, choices=theme_choices(self.instance.office)
        )
        self.fields["subject"].help_text = _("Neutral and without names: it stands in lists.")
        if not self.is_bound:
            self.initial["version"] = self.instance.version

    def clean_subject(self) -> str:
        return clean(self.cleaned_data["subject"]).strip()

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        decision, notified = values.get("decision_on"), values.get("notified_on")
        if decision and notified and notified < decision:
            self.add_error("notified_on", _("A decision cannot be notified before it was taken."))
        return values


class PartyForm(forms.ModelForm[Party]):
    """A person or organisation in the case."""

    class Meta:
        model = Party
        fields = (
            "role", "first_name", "last_name", "organisation", "email", "phone", "street", "postcode", "town",
            "language", "prefers_post",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for name, value in values.items():
            if isinstance(value, str):
                values[name] = clean(value).strip()
        if not any(values.get(name) for name in ("first_name", "last_name", "organisation")):
            raise forms.ValidationError(_("Give a name: of the person or of the organisation."))
        return values


class GrievanceForm(forms.ModelForm[Grievance]):
    """One thing complained about, against one service. The service is chosen by the name people use."""

    body_name = Plain(
        label=_("Service"), required=False, max_length=200, help_text=_("Any name that people use.")
    )

    class Meta:
        model = Grievance
        fields = ("summary", "theme", "is_main")

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.office = office
        self.fields["theme"] = forms.ChoiceField(
            label=_("Theme"), required=False, choices=theme_choices(office)
        )
        if self.instance.pk and not self.is_bound:
            body = self.instance.body
            self.initial["body_name"] = str(body) if body else self.instance.body_as_written
        self.order_fields(["body_name", "summary", "theme", "is_main"])

    def clean_summary(self) -> str:
        return clean(self.cleaned_data["summary"]).strip()

    def found_body(self) -> Body | None:
        """The body of the register that the name stands for, when there is no doubt."""
        from ombuds.authorities.services import find_body

        name = self.cleaned_data.get("body_name", "")
        return find_body(self.office, name) if name else None


class NoteForm(forms.Form):
    text = Plain(label=_("Note"), max_length=50_000, widget=forms.Textarea(attrs={"rows": 4}))


class PapersForm(forms.Form):
    title = Plain(label=_("Title"), required=False, max_length=200)
    shown_to_complainant = forms.BooleanField(label=_("The complainant may see it"), required=False)


class AssignForm(forms.Form):
    handler = forms.ModelChoiceField(label=_("Handler"), queryset=User.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handler"].queryset = handlers()  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["handler"].empty_label = _("Nobody: back to the pile")  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why. Kept with the act."""

    reason = Plain(label=_("Reason"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 4}))


class OptionalReasonForm(forms.Form):
    reason = Plain(
        label=_("Remark"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReclassifyForm(ReasonForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    field_order = ("kind", "reason")


class WallForm(ReasonForm):
    user = forms.ModelChoiceField(
        label=_("Who must not see this case"), queryset=User.objects.filter(is_active=True)
    )
    field_order = ("user", "reason")


class LinkForm(forms.Form):
    """Another case, by its reference. Merging ends this case: it needs a reason."""

    reference = Plain(label=_("Reference of the other case"), max_length=40)
    kind = forms.ChoiceField(label=_("How they belong together"), choices=LinkKind.choices)
    reason = Plain(
        label=_("Reason"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_reference(self) -> Case:
        # A case that the person may not see is as unknown as one that does not exist.
        found = (
            Case.objects.visible_to(self.user)
            .filter(reference__iexact=self.cleaned_data["reference"])
            .first()
        )
        if found is None:
            raise forms.ValidationError(_("There is no case with this reference. It looks like OM.2026.042."))
        other: Case = found
        return other

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("kind") == LinkKind.MERGED and not values.get("reason"):
            self.add_error("reason", _("Please say why this case goes on in the other one."))
        return values
