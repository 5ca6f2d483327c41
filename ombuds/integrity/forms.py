"""The forms of reporters and handlers. What is typed is cut at a length, never lost."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ombuds.integrity.models import Handler
from ombuds.integrity.routing import Table
from ombuds.integrity.services.dialogue import LONGEST
from ombuds.integrity.services.setting_up import SHORTEST_PASSPHRASE
from ombuds.integrity.terms import Channel, Naming, NoReceipt
from ombuds.lib.i18n import pick
from ombuds.lib.text import clean


class Words(forms.CharField):
    """Free text, without signs that no database keeps."""

    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        return clean(str(super().to_python(value) or ""))


class ManyInput(forms.FileInput):
    """A field that takes several files."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return files.getlist(name) if hasattr(files, "getlist") else []


class ManyFiles(forms.FileField):
    """Any number of files, or none. They are in the sealed store already: nothing is read here."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=ManyInput(attrs={"multiple": True}), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        return list(data or [])


class CheckForm(forms.Form):
    """Which kind of service, and which link with it."""

    body = forms.ChoiceField(label=_("What kind of service is it about?"), widget=forms.RadioSelect)
    reporter = forms.ChoiceField(label=_("What is your link with it?"), widget=forms.RadioSelect)

    def __init__(self, table: Table, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("body", table.bodies), ("reporter", table.reporters)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(choice.code, _with_hint(choice.labels, choice.hints)) for choice in choices]


def _with_hint(labels: Mapping[str, str], hints: Mapping[str, str]) -> str:
    hint = pick(hints)
    return f"{pick(labels)} ({hint[:1].lower()}{hint[1:]})" if hint else pick(labels)


class QuestionsForm(forms.Form):
    """One page of the questionnaire."""

    def __init__(self, questions: list[dict[str, Any]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions:
            self.fields[question["code"]] = _field(question)


def _field(question: Mapping[str, Any]) -> forms.Field:
    common: dict[str, Any] = {
        "label": pick(question["label"]),
        "help_text": pick(question.get("hint")),
        "required": question.get("required", False),
    }
    options = [(option["code"], pick(option["label"])) for option in question.get("options", [])]
    kind = question["kind"]
    if kind == "text":
        return Words(rows=8, **common)
    if kind == "one":
        return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **common)
    if kind == "many":
        return forms.MultipleChoiceField(choices=options, widget=forms.CheckboxSelectMultiple, **common)
    if kind == "yes":
        return forms.ChoiceField(
            choices=[("yes", _("Yes")), ("no", _("No"))], widget=forms.RadioSelect, **common
        )
    if kind == "day":
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), **common)
    return Words(max_length=500, widget=forms.TextInput(), **common)


class YouForm(forms.Form):
    """Who may know who the reporter is; and whom the report must never reach."""

    choice = forms.ChoiceField(
        label=_("Who may know who you are?"),
        choices=Naming.choices,
        widget=forms.RadioSelect,
        initial=Naming.ANONYMOUS,
    )
    name = Words(
        label=_("Your name"), max_length=200, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Leave it empty if you stay anonymous."),
    )  # fmt: skip
    contact = Words(
        label=_("How can we reach you?"), max_length=300, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Only if you want: this website is enough. Never give an address or telephone of your employer."),
    )  # fmt: skip
    no_receipt = forms.BooleanField(
        label=_("I do not want an acknowledgement"), required=False,
        help_text=_("Otherwise you find it here within 7 days, with your code."),
    )  # fmt: skip
    excluded = forms.MultipleChoiceField(
        label=_("Is one of these persons of our integrity team involved?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Then your report is sealed so that this person cannot see it, and cannot see that it exists. We do the same when you name this person in full in your report."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team = Handler.objects.filter(left_on=None).exclude(joined_on=None)
        field = self.fields["excluded"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(handler.pk), handler.name) for handler in team]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("choice") in (Naming.HANDLER, Naming.NAMED) and not data.get("name"):
            self.add_error("name", _("Write your name, or choose to stay anonymous."))
        return data


class SendForm(forms.Form):
    """The last page: evidence, and off it goes."""

    papers = ManyFiles(
        label=_("Evidence"),
        help_text=_(
            "Up to 10 files at a time. We make a copy without hidden data (who made it, when, with what device) and warn our handlers "
            "before they open the original. You can add more later, with your code. A very large file, a film for example, is best sent then: in "
            "pieces, which go on after a broken connection."
        ),
    )


class CodeForm(forms.Form):
    """The way back in."""

    code = forms.CharField(
        label=_("Your code of 16 digits"), max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric", "class": "short"}),
    )  # fmt: skip


class MessageForm(forms.Form):
    """A message of the reporter, with files if there are any."""

    text = Words(label=_("Your message"), required=False)
    papers = ManyFiles(label=_("Files"))


class ConsentForm(forms.Form):
    """May what is written here be shared?"""

    given = forms.ChoiceField(
        label=_("May we pass on your report?"), widget=forms.RadioSelect,
        choices=[("yes", _("Yes, to the authority named below")), ("no", _("No"))],
    )  # fmt: skip
    to = Words(label=_("To whom"), max_length=300, required=False, widget=forms.TextInput())


class ProtectionForm(forms.Form):
    """A request for protection, by a reporter or a witness."""

    measure = Words(
        label=_("What was done to you, or is about to be?"),
        help_text=_("For example dismissal, a transfer, another roster, a bad review, discipline, bullying."),
    )
    since = Words(label=_("Since when?"), max_length=200, required=False, widget=forms.TextInput())
    link = Words(label=_("Why do you think that it comes from your report or testimony?"))
    employer = Words(label=_("Which reason did your employer give?"), required=False, rows=3)


class WithdrawForm(forms.Form):
    """Taking a report back."""

    why = Words(label=_("Do you want to tell us why?"), required=False, rows=3)
    sure = forms.BooleanField(label=_("Yes, I withdraw my report"))


class UnlockForm(forms.Form):
    """The handlers' door."""

    login = forms.CharField(
        label=_("Login"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    passphrase = forms.CharField(
        label=_("Passphrase"),
        max_length=500,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class SecondForm(forms.Form):
    """The code of the authenticator app."""

    code = forms.CharField(
        label=_("Code of your authenticator app"), max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "short"}),
    )  # fmt: skip


class JoinForm(forms.Form):
    """An invited handler chooses a passphrase."""

    login = forms.CharField(label=_("Login"), max_length=80)
    code = forms.CharField(label=_("Invitation code of 16 digits"), max_length=100)
    passphrase = forms.CharField(
        label=_("New passphrase"), max_length=500, strip=False, min_length=SHORTEST_PASSPHRASE,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Five or six words that have nothing to do with each other. Nobody can give you a new one: without it your key is lost."),
    )  # fmt: skip
    again = forms.CharField(
        label=_("The passphrase once more"), max_length=500, strip=False, widget=forms.PasswordInput()
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("passphrase") and data.get("again") != data.get("passphrase"):
            raise ValidationError(_("The two passphrases are not the same."))
        return data


class PassphraseForm(JoinForm):
    """The same key under another passphrase."""

    login = None  # type: ignore[assignment]  # Django's way to leave a field out
    code = None  # type: ignore[assignment]


class DeclarationForm(forms.Form):
    """Nothing ties me to it."""

    text = Words(label=_("Anything to add"), required=False, rows=3)
    declared = forms.BooleanField(
        label=_(
            "I declare that I have no interest in this matter and no tie with the service or the persons named"
        )
    )


class AnswerForm(forms.Form):
    """A message to the reporter."""

    text = Words(label=_("Message to the reporter"))
    question = forms.BooleanField(label=_("This is a question: we wait for an answer"), required=False)


class NoteForm(forms.Form):
    """For the handlers only."""

    text = Words(
        label=_("Note"),
        help_text=_("Hearings, papers asked for, what was found. The reporter cannot open it."),
    )


class TextForm(forms.Form):
    """One text, whatever it is for."""

    text = Words(label=_("Text"))


class ExceptionForm(forms.Form):
    """Why no acknowledgement is sent."""

    reason = forms.ChoiceField(
        label=_("Exception"),
        choices=[choice for choice in NoReceipt.choices if choice[0]],
        widget=forms.RadioSelect,
    )
    note = Words(label=_("Why"), rows=3)


class DecisionForm(forms.Form):
    """A move, with its reason."""

    to = forms.ChoiceField(label=_("Decision"), widget=forms.RadioSelect)
    choice = forms.ChoiceField(label=_("Reason, addressee or outcome"), required=False)
    note = Words(label=_("Why"), help_text=_("For the file: facts, considerations, what was sent to whom."))
    message = Words(label=_("Message to the reporter"), required=False)
    recovered_euros = forms.IntegerField(
        label=_("Amount recovered, in euros"), required=False, min_value=0, max_value=10**12
    )

    def __init__(
        self, moves: list[tuple[str, Any]], choices: list[tuple[str, Any]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in (("to", moves), ("choice", [("", "–"), *choices])):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = offered


class ColleagueForm(forms.Form):
    """A colleague: to admit, or whom the report names."""

    colleague = forms.ChoiceField(label=_("Colleague"))

    def __init__(self, handlers: list[Handler], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["colleague"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(handler.pk), handler.name) for handler in handlers]


class IdentityForm(ColleagueForm):
    """Asking a custodian who the reporter is."""

    reason = Words(label=_("Why you have to know"), rows=3)


class IntakeForm(forms.Form):
    """A report that came by telephone, by letter or at a meeting."""

    channel = forms.ChoiceField(
        label=_("How it came"),
        choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB],
        widget=forms.RadioSelect,
    )
    body = Words(label=_("Service"), max_length=300, widget=forms.TextInput())
    persons = Words(label=_("Persons named"), required=False, rows=3)
    story = Words(
        label=_("Minutes"),
        rows=12,
        help_text=_("As told. The reporter can read, correct and confirm them with the code."),
    )
    naming = forms.ChoiceField(
        label=_("Who may know who the reporter is?"), choices=Naming.choices, widget=forms.RadioSelect
    )
    name = Words(label=_("Name"), max_length=200, required=False, widget=forms.TextInput())
    contact = Words(label=_("Contact"), max_length=300, required=False, widget=forms.TextInput())
    no_receipt = forms.BooleanField(label=_("The reporter does not want an acknowledgement"), required=False)
    papers = ManyFiles(label=_("Scans and papers"))


class InviteForm(forms.Form):
    """A new handler."""

    name = forms.CharField(label=_("Name"), max_length=120)
    login = forms.SlugField(label=_("Login"), max_length=80)
    first_reader = forms.BooleanField(
        label=_("First reader: new reports are sealed to this person"), required=False
    )
    custodian = forms.BooleanField(
        label=_("Custodian: agrees or not when a colleague has to know who a reporter is"), required=False
    )


LANGUAGES = ("nl", "fr", "en")
KIND_NAMES = [
    ("line", _("One line")), ("text", _("Long text")), ("one", _("One of several answers")),
    ("many", _("Any of several answers")), ("yes", _("Yes or no")), ("day", _("A day")),
]  # fmt: skip


class QuestionForm(forms.Form):
    """One question of the questionnaire, in three languages."""

    kind = forms.ChoiceField(label=_("Kind of answer"), choices=KIND_NAMES)
    label_nl = Words(label=_("Question in Dutch"), max_length=300, widget=forms.TextInput())
    label_fr = Words(label=_("Question in French"), max_length=300, widget=forms.TextInput())
    label_en = Words(label=_("Question in English"), max_length=300, widget=forms.TextInput())
    hint_nl = Words(label=_("Hint in Dutch"), max_length=500, required=False, widget=forms.TextInput())
    hint_fr = Words(label=_("Hint in French"), max_length=500, required=False, widget=forms.TextInput())
    hint_en = Words(label=_("Hint in English"), max_length=500, required=False, widget=forms.TextInput())
    required = forms.BooleanField(label=_("Must be answered"), required=False)
    options = Words(
        label=_("Answers to choose from"), required=False, rows=6,
        help_text=_("One a line: Dutch | French | English. Change words freely; to keep old answers readable, do not change the order."),
    )  # fmt: skip
    show_if = forms.MultipleChoiceField(
        label=_("Only ask this after"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Answers of one earlier question. None: it is always asked."),
    )  # fmt: skip

    def __init__(self, earlier: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["show_if"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = earlier

    def clean_options(self) -> list[dict[str, str]]:
        rows = [
            [part.strip() for part in line.split("|")]
            for line in self.cleaned_data["options"].splitlines()
            if line.strip()
        ]
        if any(len(row) != len(LANGUAGES) or not all(row) for row in rows):
            raise ValidationError(_("Each line needs three texts, with | between them."))
        return [dict(zip(LANGUAGES, row, strict=True)) for row in rows]

    def clean_show_if(self) -> list[str]:
        chosen = self.cleaned_data["show_if"]
        if len({one.partition("=")[0] for one in chosen}) > 1:
            raise ValidationError(_("Choose answers of one question only."))
        return list(chosen)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") in ("one", "many") and not data.get("options"):
            self.add_error("options", _("Write down the answers."))
        return data
