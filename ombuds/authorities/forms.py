"""Forms of the register's pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ombuds.authorities.models import Body, Competence, Contact
from ombuds.lib.i18n import pick
from ombuds.lib.text import clean
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.office.services import terms

LANGUAGES = [("", _("not said")), ("nl", _("Dutch")), ("fr", _("French")), ("en", _("English"))]
NAME_LENGTH = 200


class Plain(forms.CharField):
    """Text without characters that hide or that no database keeps."""

    def to_python(self, value: Any) -> str:
        return clean(str(value)).strip() if value else ""


class DayInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class SearchForm(forms.Form):
    q = Plain(
        label=_("Name or words"),
        required=False,
        max_length=300,
        help_text=_(
            "A name, an abbreviation, or a sentence as somebody would write it. Spelling mistakes do not matter."
        ),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    level = forms.ChoiceField(label=_("Authority level"), required=False)

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(
            label=_("Kind"), required=False, choices=[("", _("All")), *Body.Kind.choices]
        )
        self.fields["level"] = forms.ChoiceField(
            label=_("Authority level"), required=False, choices=[("", _("All")), *_level_choices(office)]
        )


def _level_choices(office: Office) -> list[tuple[str, str]]:
    return [(term.code, pick(term.labels)) for term in terms(office, "level")]


class BodyForm(forms.Form):
    """The body itself. `version` tells when somebody else was faster."""

    name_nl = Plain(label=_("Name in Dutch"), required=False, max_length=NAME_LENGTH)
    name_fr = Plain(label=_("Name in French"), required=False, max_length=NAME_LENGTH)
    name_en = Plain(label=_("Name in English"), required=False, max_length=NAME_LENGTH)
    name_de = Plain(label=_("Name in German"), required=False, max_length=NAME_LENGTH)
    abbreviations = Plain(
        label=_("Abbreviations"),
        required=False,
        max_length=NAME_LENGTH,
        help_text=_("With commas between them."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Body.Kind.choices)
    level = forms.ChoiceField(label=_("Authority level"))
    kbo = Plain(label=_("Company number"), required=False, max_length=12)
    valid_from = forms.DateField(label=_("Exists since"), required=False, widget=DayInput())
    valid_to = forms.DateField(label=_("Existed until and including"), required=False, widget=DayInput())
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, office: Office, body: Body | None = None, **kwargs: Any) -> None:
        if body is not None:
            kwargs.setdefault("initial", _initial(body))
        super().__init__(*args, **kwargs)
        choices = _level_choices(office)
        if body is not None and body.level not in dict(choices):
            choices.append((body.level, body.level))
        self.fields["level"] = forms.ChoiceField(label=_("Authority level"), choices=choices)
        self.order_fields(list(BodyForm.base_fields))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        start, end = data.get("valid_from"), data.get("valid_to")
        if start and end and end < start:
            self.add_error("valid_to", _("The last day lies before the first day."))
        if not any(data.get(f"name_{lang}") for lang in ("nl", "fr", "en", "de")) and not self.errors:
            self.add_error("name_nl", _("Give a name in at least one language."))
        return data

    def columns(self) -> dict[str, Any]:
        """What the form says, as columns of the body."""
        data = self.cleaned_data
        names = {lang: data[f"name_{lang}"] for lang in ("nl", "fr", "en", "de") if data[f"name_{lang}"]}
        short = [part.strip() for part in data["abbreviations"].split(",") if part.strip()]
        kept = ("kind", "level", "kbo", "valid_from", "valid_to")
        return {"names": names, "abbreviations": short, **{name: data[name] for name in kept}}


def _initial(body: Body) -> dict[str, Any]:
    return {
        **{f"name_{lang}": body.names.get(lang, "") for lang in ("nl", "fr", "en", "de")},
        "abbreviations": ", ".join(body.abbreviations),
        "kind": body.kind,
        "level": body.level,
        "kbo": body.kbo,
        "valid_from": body.valid_from,
        "valid_to": body.valid_to,
        "version": body.version,
    }


class AliasForm(forms.Form):
    text = Plain(label=_("Another name that people write"), max_length=160)
    language = forms.ChoiceField(label=_("Language"), required=False, choices=LANGUAGES)


class CompetenceForm(forms.Form):
    """A new answer to « is this body ours? », from a day on."""

    matter = forms.ChoiceField(label=_("For"), choices=Competence.Matter.choices)
    verdict = forms.ChoiceField(label=_("Answer"), choices=Competence.Verdict.choices)
    refer_to = forms.ModelChoiceField(
        label=_("To whom people are referred"),
        required=False,
        queryset=Body.objects.none(),
        help_text=_("Needed when another ombudsman or authority is competent."),
    )
    reporter = Plain(
        label=_("Only for this type of reporter"),
        required=False,
        max_length=40,
        help_text=_("Leave empty when it holds for everybody."),
    )
    valid_from = forms.DateField(label=pgettext_lazy("day", "From"), widget=DayInput(), initial=today)
    valid_to = forms.DateField(label=_("Until and including"), required=False, widget=DayInput())
    reason_nl = Plain(label=_("Reason in Dutch, one sentence"), required=False, max_length=400)
    reason_fr = Plain(label=_("Reason in French, one sentence"), required=False, max_length=400)
    reason_en = Plain(label=_("Reason in English, one sentence"), required=False, max_length=400)
    legal_basis = Plain(label=_("Legal basis"), required=False, max_length=300)
    verified = forms.BooleanField(label=_("Checked with the source"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["refer_to"]
        field.queryset = Body.objects.filter(kind=Body.Kind.OMBUDS)

    def columns(self) -> dict[str, Any]:
        """What the form says, as arguments of `set_competence`."""
        data = dict(self.cleaned_data)
        reason = {lang: data.pop(f"reason_{lang}") for lang in ("nl", "fr", "en")}
        return {**data, "reason": {lang: text for lang, text in reason.items() if text}}


class EndForm(forms.Form):
    last_day = forms.DateField(label=_("Last day on which it holds"), widget=DayInput(), initial=today)


class ContactForm(forms.ModelForm[Contact]):
    """How to reach a body. Institutional data only."""

    name = Plain(label=_("Name or function"), required=False, max_length=160)
    phone = Plain(label=_("Telephone"), required=False, max_length=40)
    address = Plain(
        label=_("Address"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    url = forms.URLField(label=_("Web address"), required=False, max_length=200, assume_scheme="https")
    language = forms.ChoiceField(label=_("Language"), required=False, choices=LANGUAGES)

    class Meta:
        model = Contact
        fields = ("purpose", "name", "email", "phone", "address", "url", "language")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not any(data.get(name) for name in ("email", "phone", "address", "url")):
            raise forms.ValidationError(_("Give at least one way to reach the service."))
        return data
