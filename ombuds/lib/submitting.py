"""Runs an act with what a form holds; a refusal becomes a sentence in the form, and nothing typed is lost."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet
from django.forms import BaseForm, ChoiceField, ModelChoiceField

from ombuds.lib.errors import Refusal


def submitted(form: BaseForm, act: Callable[[dict[str, Any]], object]) -> bool:
    """True when the form was right and the act was done."""
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    return True


def offer_rows(form: BaseForm, name: str, rows: "QuerySet[Any]") -> None:
    """Which rows a field lets people choose from, when that depends on the case or the office."""
    field = form.fields[name]
    if isinstance(field, ModelChoiceField):
        field.queryset = rows


def offer_choices(form: BaseForm, name: str, choices: "Iterable[tuple[str, Any]]") -> None:
    """The same for a list of words."""
    field = form.fields[name]
    if isinstance(field, ChoiceField):
        field.choices = list(choices)
