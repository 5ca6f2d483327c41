"""The one page on which staff write down a call, a visit or a letter while listening."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.cases.terms import Channel, Kind, Language
from ombuds.intake.forms.base import DateField, LongField, TypedForm, short
from ombuds.intake.forms.questions import radios

PERSON = ("first_name", "last_name", "organisation", "street", "postcode", "town", "phone", "email")
REPRESENTATIVE = ("first_name", "last_name", "phone", "email")
CASE_FIELDS = (
    "kind",
    "language",
    "facts_on",
    "decision_on",
    "notified_on",
    "mentions_ombudsman",
    "contacted_service_on",
    "urgent",
    "vulnerable",
    "name_withheld",
    "sensitive_data",
    "interpreter",
    "accessibility_needs",
)


class RegisterForm(TypedForm):
    """Only the way it came and some words are required."""

    channel = radios(
        _("How did it come?"),
        [
            (channel.value, channel.label)
            for channel in (Channel.PHONE, Channel.VISIT, Channel.LETTER, Channel.MAIL, Channel.OMBUDSMAN)
        ],
    )
    notes = LongField(
        label=_("What does the person say?"),
        most=100_000,
        rows=16,
        error_messages={"required": _("Write down what the person says. One sentence is enough.")},
    )
    subject = short(
        _("Subject for lists"),
        help_text=_("Without names. Left empty, the service and the way it came are used."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices, initial=Kind.COMPLAINT, required=False)
    language = forms.ChoiceField(label=_("Language of the person"), choices=Language.choices, required=False)
    received_on = DateField(label=_("Received on, if not today"))
    body_text = short(_("Service, as the person says it"), 200)
    body = forms.ChoiceField(label=_("Which one?"), widget=forms.RadioSelect, required=False)

    first_name = short(_("First name"), 120)
    last_name = short(_("Last name"))
    organisation = short(_("Organisation"))
    street = short(_("Street and number"), 200)
    postcode = short(_("Postal code"), 12)
    town = short(_("Town"), 100)
    phone = short(_("Telephone"), 40)
    email = forms.EmailField(label=_("E-mail address"), required=False, max_length=254)
    prefers_post = forms.BooleanField(label=_("Wants letters by post"), required=False)

    rep_first_name = short(_("First name"), 120)
    rep_last_name = short(_("Last name"))
    rep_phone = short(_("Telephone"), 40)
    rep_email = forms.EmailField(label=_("E-mail address"), required=False, max_length=254)

    contacted_service_on = DateField(label=_("Contacted the service on"))
    facts_on = DateField(label=_("Date of the facts"))
    decision_on = DateField(label=_("Date of the decision"))
    notified_on = DateField(label=_("Decision received on"))
    mentions_ombudsman = forms.ChoiceField(
        label=_("Does the decision mention the ombudsman?"),
        choices=[("", "—"), ("yes", _("Yes")), ("no", _("No")), ("not_seen", _("Not seen"))],
        required=False,
    )
    urgent = forms.BooleanField(
        label=_("Urgent: eviction, cut-off, no income, appeal running"), required=False
    )
    vulnerable = forms.BooleanField(label=_("Vulnerable person"), required=False)
    name_withheld = forms.BooleanField(label=_("Name withheld from the service"), required=False)
    sensitive_data = forms.BooleanField(label=_("Holds sensitive data (health, justice)"), required=False)
    interpreter = short(_("Interpreter: which language?"), 60)
    accessibility_needs = short(_("Accessibility needs"), 200)

    def __init__(
        self, data: Any = None, *args: Any, candidates: list[tuple[str, str]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(data, *args, **kwargs)
        field = self.fields["body"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*(candidates or []), ("", _("None of these, or not sure"))]
        for name in ("email", "rep_email"):
            self.fields[name].error_messages["invalid"] = _("An e-mail address looks like name@example.org.")
            self.fields[name].widget.attrs.pop("maxlength", None)
        self.fields["notes"].widget.attrs["autofocus"] = True

    def party(self) -> dict[str, Any]:
        """The person who complains."""
        found = {name: self.cleaned_data[name] for name in PERSON}
        if not any(found.values()):
            return {}
        return {
            **found,
            "prefers_post": self.cleaned_data["prefers_post"],
            "language": self.cleaned_data["language"],
        }

    def representative(self) -> dict[str, Any]:
        """Who speaks for them."""
        return {name: self.cleaned_data[f"rep_{name}"] for name in REPRESENTATIVE}

    def case_fields(self) -> dict[str, Any]:
        """What goes onto the case."""
        found = {name: self.cleaned_data[name] for name in CASE_FIELDS}
        found["kind"] = found["kind"] or Kind.COMPLAINT
        if found["language"] in ("nl", "fr", "en"):
            found["letter_language"] = found["language"]
        return found
