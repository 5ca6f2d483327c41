"""Runs an act with what a form holds; a refusal becomes a sentence in the form, and nothing typed is lost."""

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm

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
