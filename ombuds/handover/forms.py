"""What is asked at the door."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombuds.handover.services import moving_in, moving_out
from ombuds.integrity import door
from ombuds.lib.text import clean


class Words(forms.CharField):
    """Free text, without signs that no database keeps."""

    def to_python(self, value: Any) -> Any:
        return clean(str(super().to_python(value) or ""))


def _long(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AgreeForm(forms.Form):
    """The complainant agrees that the complaint goes into the channel."""

    naming = forms.ChoiceField(
        label=_("Who may know who you are?"), choices=door.Naming.choices, widget=forms.RadioSelect
    )
    name = Words(
        label=_("Your name"), max_length=200, required=False,
        help_text=_("Leave it empty if you stay anonymous. The name of your complaint does not go along by itself."),
    )  # fmt: skip
    contact = Words(label=_("How can we reach you?"), max_length=300, required=False)
    no_receipt = forms.BooleanField(label=_("I do not want an acknowledgement"), required=False)
    excluded = forms.MultipleChoiceField(
        label=_("Is one of these persons of our integrity team involved?"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Then it is sealed so that this person cannot see it, and cannot see that it exists."),
    )  # fmt: skip
    sure = forms.BooleanField(label=_("Yes: move my complaint, and empty the file here"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team = door.Handler.objects.filter(left_on=None).exclude(joined_on=None)
        field = self.fields["excluded"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(handler.pk), handler.name) for handler in team]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("naming", door.Naming.ANONYMOUS) != door.Naming.ANONYMOUS and not data.get("name"):
            self.add_error("name", _("Write your name, or choose to stay anonymous."))
        return data

    @property
    def agreement(self) -> moving_in.Agreement:
        """What was agreed to."""
        data = self.cleaned_data
        return moving_in.Agreement(
            naming=data["naming"],
            name=data["name"],
            contact=data["contact"],
            no_receipt=data["no_receipt"],
            excluded=frozenset(map(uuid.UUID, data["excluded"])),
        )


class ToldForm(AgreeForm):
    """The same, told to a member of staff."""

    naming = forms.ChoiceField(
        label=_("Who may know who the reporter is?"), choices=door.Naming.choices, widget=forms.RadioSelect
    )
    name = Words(label=_("Name"), max_length=200, required=False)
    contact = Words(label=_("Contact"), max_length=300, required=False)
    no_receipt = forms.BooleanField(label=_("The reporter does not want an acknowledgement"), required=False)
    excluded = forms.MultipleChoiceField(
        label=_("Handlers who are involved and must never see it"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    sure = forms.BooleanField(
        label=_("The complainant told me that they agree, and I can give them the code now, in private")
    )


class OfferForm(forms.Form):
    """What would go over as a complaint."""

    service = Words(label=_("Service"), max_length=200)
    text = Words(
        label=_("The complaint"), max_length=20_000, widget=_long(10),
        help_text=_("Only what a complaint needs. The reporter reads it word for word; nothing else goes over."),
    )  # fmt: skip
    why = Words(label=_("Why it is a complaint, for the reporter"), max_length=2_000, widget=_long(3))
    papers = forms.MultipleChoiceField(
        label=_("Files that go along, as copies without hidden data"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, listed: dict[str, dict[str, Any]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["papers"]
        assert isinstance(field, forms.ChoiceField)
        # The original tells who made it: it never goes over.
        field.choices = [(name, entry["name"]) for name, entry in listed.items() if entry["clean"]]

    @property
    def offer(self) -> "door.offering.Offer":
        """As the channel keeps it."""
        data = self.cleaned_data
        return door.offering.Offer(data["service"], data["text"], data["why"], tuple(data["papers"]))


class AnswerForm(forms.Form):
    """The reporter's yes or no."""

    answer = forms.ChoiceField(
        label=_("Do you agree?"), widget=forms.RadioSelect,
        choices=[("yes", _("Yes, make this complaint for me")), ("no", _("No, it stays here"))],
    )  # fmt: skip
    name = Words(
        label=_("Your name"), max_length=200, required=False,
        help_text=_("Only if you want: an anonymous complaint is possible, but the service cannot answer about your own situation."),
    )  # fmt: skip
    email = forms.EmailField(label=_("E-mail address"), required=False)

    @property
    def agreement(self) -> moving_out.Agreement:
        """What was agreed to."""
        return moving_out.Agreement(self.cleaned_data["name"], self.cleaned_data["email"])


class TextForm(forms.Form):
    """A text that may leave for a publication."""

    language = forms.ChoiceField(
        label=_("Language"), choices=[("nl", _("Dutch")), ("fr", _("French")), ("en", _("English"))]
    )
    title = Words(label=_("Title"), max_length=160)
    text = Words(
        label=_("Text"), max_length=20_000, widget=_long(12),
        help_text=_("Nothing that shows who reported, who is meant or which service it is. This text leaves the channel; nothing else does."),
    )  # fmt: skip
    why = Words(label=_("Why it must be public"), max_length=2_000, widget=_long(3))
