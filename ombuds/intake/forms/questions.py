"""The questions of the public form, one a page. Which of them are asked depends on earlier answers: see steps.py."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.cases.terms import Language
from ombuds.intake.forms.base import DateField, LongField, TypedForm, short
from ombuds.intake.terms import Answered, Contacted
from ombuds.lib.i18n import pick
from ombuds.office.models import Office

STORY = 40_000  # characters: some fifteen printed pages
EVENT_MISSING = _("Please choose one of the answers.")


def radios(label: Any, choices: Any, **kwargs: Any) -> forms.ChoiceField:
    """One of a few."""
    kwargs.setdefault("required", True)
    field = forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **kwargs)
    field.error_messages |= {
        "required": EVENT_MISSING,
        "invalid_choice": EVENT_MISSING,
    }
    return field


class LanguageForm(TypedForm):
    language = radios(
        _("In which language may we write to you?"),
        [
            ("nl", "Nederlands"),
            ("fr", "Français"),
            ("en", "English"),
            ("de", "Deutsch"),
            (Language.OTHER.value, _("Another language")),
            ("unknown", _("It does not matter, or I do not know")),
        ],
    )
    other_language = short(_("Which other language?"), 60)


class ServiceForm(TypedForm):
    body_text = short(
        _("Which public service is it about?"),
        200,
        required=True,
        help_text=_(
            "Write it in your own words: the name of the service, or what it does and where. For example: “parking "
            "tickets in Uccle”."
        ),
        error_messages={
            "required": _("Write which service it is about, or what it does. A few words are enough.")
        },
    )


class BodyForm(TypedForm):
    """Did you mean one of these? The choices come from the register."""

    body = radios(_("Is it one of these?"), [])

    def __init__(
        self,
        data: Any = None,
        *args: Any,
        candidates: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, *args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*candidates, ("none", _("None of these, or I am not sure"))]


class ContactedForm(TypedForm):
    contacted = radios(_("Have you already told the service about your problem?"), Contacted.choices)


class AnswerForm(TypedForm):
    contacted_on = DateField(
        label=_("When did you contact the service?"),
        help_text=_("If you do not know the exact day, choose a day near it."),
    )
    answered = radios(_("What did the service do then?"), Answered.choices, required=False)
    service_answer = LongField(label=_("What did the service answer?"), most=10_000, rows=6, required=False)


class StoryForm(TypedForm):
    text = LongField(
        label=_("What happened?"),
        most=STORY,
        rows=14,
        error_messages={"required": _("Tell us what happened. A few sentences are enough to start.")},
    )


class WishForm(TypedForm):
    wish = LongField(label=_("What would solve it for you?"), most=5_000, rows=6, required=False)


class DatesForm(TypedForm):
    facts_on = DateField(
        label=_("When did it happen, or start?"),
        help_text=_("If you do not know the exact day, choose a day near it."),
    )
    decision_on = DateField(label=_("Date on the decision, if there is one"))
    notified_on = DateField(
        label=_("When did you receive that decision?"),
        help_text=_("This day counts for the time limits of an appeal."),
    )
    mentions_ombudsman = radios(
        _("Does the decision say that you can go to the ombudsman?"),
        [("yes", _("Yes")), ("no", _("No")), ("not_seen", _("I do not know"))],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        decided, told = cleaned.get("decision_on"), cleaned.get("notified_on")
        if decided and told and told < decided:
            self.add_error(
                "notified_on",
                _("You cannot have received the decision before its date."),
            )
        return cleaned


class BehalfForm(TypedForm):
    behalf = radios(
        _("For whom do you make this complaint?"),
        [
            ("self", _("For myself")),
            ("organisation", _("For an organisation or company that I work for")),
            ("other", _("For someone else")),
        ],
    )


class RepresentedForm(TypedForm):
    """The person for whom someone else writes."""

    first_name = short(_("First name"), 120)
    last_name = short(_("Last name"), required=True)
    street = short(_("Street and number"), 200)
    postcode = short(_("Postal code"), 12)
    town = short(_("Town"), 100)


class YouForm(TypedForm):
    organisation = short(_("Organisation"))
    first_name = short(_("First name"), 120)
    last_name = short(_("Last name"))
    street = short(_("Street and number"), 200)
    postcode = short(_("Postal code"), 12)
    town = short(_("Town"), 100)

    def __init__(
        self,
        data: Any = None,
        *args: Any,
        organisation: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, *args, **kwargs)
        if not organisation:
            del self.fields["organisation"]
        for name, token in (
            ("first_name", "given-name"),
            ("last_name", "family-name"),
            ("street", "street-address"),
            ("postcode", "postal-code"),
            ("town", "address-level2"),
        ):
            self.fields[name].widget.attrs["autocomplete"] = token


class ReachForm(TypedForm):
    email = forms.EmailField(label=_("E-mail address"), required=False, max_length=254)
    phone = short(_("Telephone"), 40)
    prefers = radios(
        _("How shall we reach you?"),
        [
            ("mail", _("By e-mail")),
            ("post", _("By post")),
            ("phone", _("By telephone first")),
        ],
        required=False,
    )

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        email = self.fields["email"]
        email.error_messages["invalid"] = _("An e-mail address looks like name@example.org.")
        email.validators[0].message = email.error_messages["invalid"]  # type: ignore[attr-defined]  # an EmailValidator
        email.widget.attrs |= {"autocomplete": "email"}
        email.widget.attrs.pop("maxlength", None)
        self.fields["phone"].widget.attrs |= {"autocomplete": "tel", "type": "tel"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        wanted = cleaned.get("prefers")
        if wanted == "mail" and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("Write your e-mail address, or choose another way."))
        if wanted == "phone" and not cleaned.get("phone"):
            self.add_error("phone", _("Write your telephone number, or choose another way."))
        return cleaned


class NeedsForm(TypedForm):
    needs = forms.MultipleChoiceField(
        label=_("Do you need something to work with us well?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    needs_text = short(_("Something else that we should know"), 150)
    interpreter = short(_("If you need an interpreter: for which language?"), 60)
    name_withheld = forms.BooleanField(
        label=_("Do not give my name to the service"),
        required=False,
        help_text=_(
            "Without your name the service can often not look at your file. What we can find out is then limited."
        ),
    )

    def __init__(self, data: Any = None, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        field = self.fields["needs"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [
            (term.code, pick(term.labels)) for term in office.terms.filter(vocabulary="accessibility_need")
        ]
        field.error_messages["invalid_choice"] = EVENT_MISSING
