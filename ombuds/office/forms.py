"""Correcting a row: one box per language, the reason, and whether it holds for all dates or from a day on."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ombuds.lib.text import clean
from ombuds.office import letters
from ombuds.office.folder import LANGUAGES
from ombuds.office.models import LetterTemplate
from ombuds.office.presenting import column_label
from ombuds.office.sections import OPEN_VOCABULARIES, TEXTS, Section, group_title

LANGUAGE_NAMES = {"nl": _("Dutch"), "fr": _("French"), "en": _("English")}
OPTIONAL_TEXTS = frozenset({"elsewhere", "legal_bases"})
MAX_TEXT = 2000


def _line_or_area(name: str) -> forms.Widget:
    return forms.TextInput() if name in ("labels", "legal_bases") else forms.Textarea(attrs={"rows": 3})


class CleanText(forms.CharField):
    """Text without characters that hide or that no database keeps."""

    def to_python(self, value: Any) -> str:
        return clean(str(super().to_python(value) or ""))


class CorrectionForm(forms.Form):
    """Made for one row: its columns, the reason, and how the correction holds."""

    IN_PLACE, FROM_DAY = "in_place", "from_day"

    def __init__(self, data: Mapping[str, Any] | None = None, *, section: Section, row: Any) -> None:
        super().__init__(data)
        self.section, self.row = section, row
        for name in section.columns:
            if name in TEXTS:
                self._add_texts(name)
            else:
                self.fields[name] = self._column(name)
        if section.is_dated:
            self._add_how()
        self.fields["reason"] = CleanText(
            label=_("Why do you correct this?"),
            help_text=_("Stays in the history, for colleagues. No names of people in a file."),
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        self.fields["version"] = forms.IntegerField(
            widget=forms.HiddenInput(), initial=row.version, min_value=0, max_value=2**31 - 1
        )

    def _add_texts(self, name: str) -> None:
        value = getattr(self.row, name) or {}
        was_empty = not any(value.values())
        for language in LANGUAGES:
            self.fields[f"{name}_{language}"] = CleanText(
                label=f"{column_label(self.row, name)} ({LANGUAGE_NAMES[language]})",
                initial=value.get(language, ""),
                required=name not in OPTIONAL_TEXTS and not was_empty,
                max_length=MAX_TEXT,
                widget=_line_or_area(name),
            )
            self.fields[f"{name}_{language}"].widget.attrs["lang"] = language

    def _column(self, name: str) -> forms.Field:
        column = self.row._meta.get_field(name)
        initial = getattr(self.row, name)
        if isinstance(column, models.TextField):
            attrs = {"rows": 24, "lang": getattr(self.row, "language", "")}
            widget = forms.Textarea(attrs=attrs)
            return CleanText(
                label=column_label(self.row, name),
                initial=initial,
                max_length=letters.MAX_BODY,
                widget=widget,
            )
        if isinstance(column, models.CharField) and not column.choices:
            label, size = column_label(self.row, name), column.max_length
            return CleanText(label=label, initial=initial, required=not column.blank, max_length=size)
        field: forms.Field = column.formfield(initial=initial, label=column_label(self.row, name))
        if isinstance(column, models.DateField):
            field.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return field

    def _add_how(self) -> None:
        self.fields["how"] = forms.ChoiceField(
            label=_("What kind of correction is it?"),
            choices=[
                (self.IN_PLACE, _("A mistake is put right: it holds for cases of every date")),
                (
                    self.FROM_DAY,
                    _("The rule or the word changes from a day on: older cases keep the old one"),
                ),
            ],
            initial=self.IN_PLACE,
            widget=forms.RadioSelect(),
        )
        self.fields["starts_on"] = forms.DateField(
            label=_("First day of the new version"),
            required=False,
            help_text=_("Only when it changes from a day on."),
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if (
            found.get("how") == self.FROM_DAY
            and not found.get("starts_on")
            and "starts_on" not in self.errors
        ):
            self.add_error("starts_on", gettext("Say from which day the new version holds."))
        if isinstance(self.row, LetterTemplate):
            self._check_letter(found)
        return found

    def _check_letter(self, found: dict[str, Any]) -> None:
        for problem in letters.subject_problems(found.get("subject", "")):
            self.add_error("subject", problem)
        for problem in letters.problems(found.get("body", "")):
            self.add_error("body", problem)

    @property
    def values(self) -> dict[str, Any]:
        """The columns as they should become."""
        found: dict[str, Any] = {}
        for name in self.section.columns:
            if name in TEXTS:
                found[name] = self._texts(name)
            elif name == "body":
                found[name] = self.cleaned_data[name].replace("\r\n", "\n").strip() + "\n"
            else:
                found[name] = self.cleaned_data[name]
        return found

    def _texts(self, name: str) -> dict[str, str]:
        """Texts in languages that have no box stay as they are."""
        others = {la: text for la, text in (getattr(self.row, name) or {}).items() if la not in LANGUAGES}
        given = {la: self.cleaned_data[f"{name}_{la}"].replace("\r\n", "\n") for la in LANGUAGES}
        return {**{la: text for la, text in given.items() if text}, **others}


class ClosingDayForm(forms.Form):
    """A new closing day."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    labels_nl = CleanText(label=_("Name (Dutch)"), max_length=120)
    labels_fr = CleanText(label=_("Name (French)"), max_length=120)
    labels_en = CleanText(label=_("Name (English)"), max_length=120)
    reason = CleanText(label=_("Why is the office closed?"), max_length=500)

    @property
    def labels(self) -> dict[str, str]:
        """The name in each language."""
        return {language: self.cleaned_data[f"labels_{language}"] for language in LANGUAGES}


class WordForm(forms.Form):
    """A new word in an open vocabulary."""

    vocabulary = forms.ChoiceField(label=pgettext_lazy("filter", "Part"))
    code = forms.RegexField(
        label=_("code"),
        regex=r"^[a-z][a-z0-9_]{1,59}$",
        help_text=_("A short word in small letters that stays the same for ever, like tram_stop."),
        error_messages={"invalid": _("Only small letters a to z, digits and _; start with a letter.")},
    )
    labels_nl = CleanText(label=_("Name (Dutch)"), max_length=120)
    labels_fr = CleanText(label=_("Name (French)"), max_length=120)
    labels_en = CleanText(label=_("Name (English)"), max_length=120)
    parent = forms.ChoiceField(label=_("Policy domain"), required=False, help_text=_("Only for a theme."))
    reason = CleanText(label=_("Why is this word needed?"), max_length=500)

    def __init__(self, data: Mapping[str, Any] | None = None, *, domains: list[tuple[str, str]]) -> None:
        super().__init__(data)
        parts = [(name, group_title("words", name)) for name in OPEN_VOCABULARIES]
        for name, choices in (("vocabulary", parts), ("parent", [("", "–"), *domains])):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        is_theme = found.get("vocabulary") == "theme"
        if is_theme and not found.get("parent") and "parent" not in self.errors:
            self.add_error("parent", gettext("A theme belongs to a policy domain. Choose one."))
        return found if is_theme else {**found, "parent": ""}

    @property
    def labels(self) -> dict[str, str]:
        """The name in each language."""
        return {language: self.cleaned_data[f"labels_{language}"] for language in LANGUAGES}


class FilterForm(forms.Form):
    """Narrowing a long list."""

    q = forms.CharField(label=_("Word or code"), required=False, max_length=100)
    group = forms.ChoiceField(label=pgettext_lazy("filter", "Part"), required=False)

    def __init__(self, data: Mapping[str, Any], groups: list[tuple[str, str]]) -> None:
        super().__init__(data)
        choice = self.fields["group"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [("", pgettext_lazy("filter", "All")), *groups]
