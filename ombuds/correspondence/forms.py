"""Forms of correspondence. Forms parse; verbs refuse."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body
from ombuds.cases.models import CaseDocument
from ombuds.correspondence.addressees import Addressee
from ombuds.correspondence.models import Message
from ombuds.correspondence.terms import Delivery, Direction, Kind
from ombuds.lib.text import clean

LONG = 60_000


class Words(forms.CharField):
    """Free text: signs that no database keeps are taken out, the length has an end."""

    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONG)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return clean(str(super().to_python(value) or ""))


class Line(forms.CharField):
    def to_python(self, value: Any) -> str:
        return " ".join(clean(str(super().to_python(value) or "")).split())


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Day(forms.DateField):
    widget = DayInput


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class Files(forms.FileField):
    """Several files at once; what they are is judged when they are stored."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", ManyFilesInput(attrs={"multiple": True}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [f for f in (data if isinstance(data, list | tuple) else [data]) if f]
        if len(files) > settings.UPLOAD_MAX_FILES:
            raise forms.ValidationError(
                _("Send at most %(most)s files at once."), params={"most": settings.UPLOAD_MAX_FILES}
            )
        # An empty file is refused later, by the room that stores, with a sentence that names it.
        return files


def papers(case_papers: Iterable[CaseDocument]) -> list[tuple[str, str]]:
    """The papers of a case as choices: who sent it, and its name."""
    return [(str(p.document_id), f"{p} ({p.get_source_display()})") for p in case_papers]


class ChooseForm(forms.Form):
    """Which letter, to whom, in which language."""

    letter = forms.ChoiceField(label=_("Letter"))
    to = forms.ChoiceField(label=_("To"))
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(
        self,
        *args: Any,
        letters: list[Any],
        addressees: list[Addressee],
        languages: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letter"].choices = letters  # type: ignore[attr-defined]  # a ChoiceField
        unsaid = [] if self.initial.get("to") else [("", _("– choose –"))]
        self.fields["to"].choices = unsaid + [(a.key, a.label) for a in addressees]  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", _("The reader's; both when we do not know it")), *languages]  # type: ignore[attr-defined]


class DraftForm(forms.Form):
    """The words of a letter before it goes; one subject and text per language."""

    channel = forms.ChoiceField(
        label=_("How it is sent"),
        choices=[c for c in Delivery.choices if c[0] != Delivery.NONE],
        widget=forms.RadioSelect,
    )
    sent_to = Words(label=_("Name and address as on the envelope"), rows=4, max_length=1000, required=False)
    attachments = forms.MultipleChoiceField(
        label=_("Papers of the case that go with it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)

    def __init__(self, *args: Any, message: Message, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        first = {
            "channel": message.channel, "sent_to": message.sent_to, "version": message.version,
            "attachments": [str(pk) for pk in message.attachments.values_list("pk", flat=True)],
        }  # fmt: skip
        kwargs["initial"] = first
        super().__init__(*args, **kwargs)
        self.fields["attachments"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        if not choices:
            del self.fields["attachments"]
        self.languages = []
        for text in message.texts.all():
            code = text.language or "xx"
            self.languages.append(code)
            self.fields[f"subject_{code}"] = Line(label=_("Subject"), max_length=200, initial=text.subject)
            self.fields[f"body_{code}"] = Words(label=_("Text"), rows=24, initial=text.body)

    def texts(self) -> dict[str, tuple[str, str]]:
        return {
            "" if code == "xx" else code: (
                self.cleaned_data[f"subject_{code}"],
                self.cleaned_data[f"body_{code}"],
            )
            for code in self.languages
        }

    def pairs(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        return [(code, self[f"subject_{code}"], self[f"body_{code}"]) for code in self.languages]


class CallForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What was it?"), widget=forms.RadioSelect, initial=Kind.CALL,
        choices=[(Kind.CALL.value, Kind.CALL.label), (Kind.VISIT.value, Kind.VISIT.label)],
    )  # fmt: skip
    direction = forms.ChoiceField(
        label=_("Who began it?"), widget=forms.RadioSelect, initial=Direction.IN,
        choices=[(Direction.IN.value, _("They called or came")), (Direction.OUT.value, _("We called or went"))],
    )  # fmt: skip
    to = forms.ChoiceField(label=_("With whom"))
    with_whom = Line(label=_("Name, when it was somebody else"), max_length=200, required=False)
    at = forms.DateTimeField(
        label=_("When"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )
    text = Words(label=_("What was said and agreed"), rows=10)

    def __init__(self, *args: Any, addressees: list[Addressee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [("other", _("Somebody else"))]
        self.fields["to"].choices = [(a.key, a.label) for a in addressees] + others  # type: ignore[attr-defined]

    def clean_at(self) -> dt.datetime:
        at: dt.datetime = self.cleaned_data["at"]
        if at.year < 1950:
            raise forms.ValidationError(_("Please check this day."))
        return at


class ReceivedForm(forms.Form):
    to = forms.ChoiceField(label=_("From whom"))
    from_whom = Line(label=_("Name, when it was somebody else"), max_length=200, required=False)
    channel = forms.ChoiceField(
        label=_("How it came"), widget=forms.RadioSelect, initial=Delivery.MAIL,
        choices=[(Delivery.MAIL.value, _("By e-mail")), (Delivery.POST.value, _("By post"))],
    )  # fmt: skip
    at = forms.DateTimeField(
        label=_("When"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )
    subject = Line(label=_("Subject"), max_length=200, required=False)
    text = Words(label=_("What it says"), rows=10, required=False)
    files = Files(label=_("Scan or files"))  # type: ignore[assignment]  # a field; Django moves it aside

    def __init__(self, *args: Any, addressees: list[Addressee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [("other", _("Somebody else"))]
        self.fields["to"].choices = [(a.key, a.label) for a in addressees] + others  # type: ignore[attr-defined]

    clean_at = CallForm.clean_at


class AskForm(forms.Form):
    body = forms.ModelChoiceField(Body.objects.none(), label=_("Which service"), empty_label=None)
    text = Words(
        label=_("What we ask"), rows=10,
        help_text=_("One question a line. The service reads exactly this."),
    )  # fmt: skip
    due_on = Day(
        label=_("Answer wanted by"), required=False,
        help_text=_("Empty: the usual term of the office."),
    )  # fmt: skip
    binding = forms.BooleanField(
        label=_("This term is binding by law"), required=False,
        help_text=_("The service sees that it must keep to it. Only where the law gives us this power."),
    )  # fmt: skip
    shown = forms.MultipleChoiceField(
        label=_("Papers that the service may see"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Only what is ticked is shown."),
    )  # fmt: skip

    def __init__(self, *args: Any, bodies: list[Body], choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Body.objects.filter(pk__in=[b.pk for b in bodies])
        self.fields["body"].queryset = rows  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["shown"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        if not choices:
            del self.fields["shown"]


class InformationForm(forms.Form):
    text = Words(label=_("What we still need"), rows=8, help_text=_("One thing a line, in plain words."))
    due_on = Day(
        label=_("Answer wanted by"), required=False,
        help_text=_("Empty: the usual term of the office."),
    )  # fmt: skip


class AnswerForm(forms.Form):
    text = Words(label=_("Answer"), rows=12, required=False)
    files = Files(label=_("Files"))  # type: ignore[assignment]  # a field; Django moves it aside


class ReasonForm(forms.Form):
    reason = Words(label=_("Reason"), rows=3, required=False)


class MoreTimeForm(forms.Form):
    until = Day(label=_("Until"))
    reason = Words(label=_("Why you need more time"), rows=4)


class ExtensionForm(forms.Form):
    until = Day(label=_("New day"), required=False)
    reply = Words(label=_("What we tell the service"), rows=3, required=False)
