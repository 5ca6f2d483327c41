"""What is settled at triage."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Role
from ombuds.cases.models import Case
from ombuds.cases.terms import Kind, Language, LinkKind
from ombuds.intake.forms.base import DateField, LongField, TypedForm, short
from ombuds.intake.suggesting import Suggestion
from ombuds.lib.i18n import pick
from ombuds.office.services import terms

FACTS = (
    "subject", "language", "theme", "urgent", "vulnerable", "sensitive_data", "name_withheld", "facts_on",
    "decision_on", "notified_on", "contacted_service_on",
)  # fmt: skip


class TriageForm(TypedForm):
    subject = short(_("Subject for lists"), required=True, help_text=_("Neutral and without names."))
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    kind_reason = short(_("If the kind changes: why?"), 300)
    language = forms.ChoiceField(label=_("Language of the person"), choices=Language.choices, required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    urgent = forms.BooleanField(label=_("Urgent"), required=False)
    vulnerable = forms.BooleanField(label=_("Vulnerable person"), required=False)
    sensitive_data = forms.BooleanField(label=_("Holds sensitive data (health, justice)"), required=False)
    name_withheld = forms.BooleanField(label=_("Name withheld from the service"), required=False)
    contacted_service_on = DateField(label=_("Contacted the service on"))
    facts_on = DateField(label=_("Date of the facts"))
    decision_on = DateField(label=_("Date of the decision"))
    notified_on = DateField(label=_("Decision received on"))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *args: Any, case: Case, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {name: getattr(case, name) for name in (*FACTS, "kind", "version")})
        super().__init__(data, *args, **kwargs)
        self.case = case
        theme = self.fields["theme"]
        if isinstance(theme, forms.ChoiceField):
            known = [(term.code, pick(term.labels)) for term in terms(case.office, "theme")]
            if case.theme and case.theme not in dict(known):
                known.append((case.theme, case.theme))  # of an import: shown as it came
            theme.choices = [("", "—"), *known]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") != self.case.kind and not str(cleaned.get("kind_reason", "")).strip():
            self.add_error("kind_reason", _("Please say why the case gets another kind."))
        decided, told = cleaned.get("decision_on"), cleaned.get("notified_on")
        if decided and told and told < decided:
            self.add_error("notified_on", _("A decision cannot be received before its date."))
        return cleaned


class GrievanceForm(TypedForm):
    """One thing complained about, against one service."""

    suggestions: Sequence[Suggestion] = ()

    summary = short(_("What it is about"), 300, required=True)
    body_text = short(_("Service, as the person wrote it"), 200)
    body = forms.ChoiceField(label=_("Service in the register"), widget=forms.RadioSelect, required=False)

    def __init__(
        self, data: Any = None, *args: Any, candidates: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, *args, **kwargs)
        field = self.fields["body"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*candidates, ("", _("Not known yet"))]


class TieForm(TypedForm):
    """Another case that belongs to this one."""

    reference = short(_("Reference of the other case"), 40, required=True)
    how = forms.ChoiceField(
        label=_("How do they belong together?"),
        choices=[
            (LinkKind.RELATED, LinkKind.RELATED.label),
            (LinkKind.EARLIER, LinkKind.EARLIER.label),
            (LinkKind.SAME_CAUSE, LinkKind.SAME_CAUSE.label),
            (LinkKind.DUPLICATE, LinkKind.DUPLICATE.label),
            ("merge", _("This one goes on in the other: merge")),
        ],
    )
    reason = LongField(label=_("Reason, when merged"), most=2_000, rows=2, required=False)


HANDLERS = (Role.INTAKE, Role.HANDLER, Role.SECOND_READER, Role.OMBUDSMAN)


class HandlerForm(TypedForm):
    handler = forms.ModelChoiceField(
        label=_("Handler"), queryset=User.objects.none(), empty_label=_("Nobody yet"), required=False
    )

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        """`people` hold one of HANDLERS; the page has fetched them already."""
        super().__init__(*args, **kwargs)
        field = self.fields["handler"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = User.objects.with_role(*HANDLERS)
            field.choices = [("", field.empty_label), *((person.pk, person.name) for person in people)]
