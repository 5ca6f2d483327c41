"""The components of our pages: a form field, an error summary, page numbers, words for durations and languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import (
    BaseForm,
    BoundField,
    MultiWidget,
    RadioSelect,
    SelectDateWidget,
)
from django.forms.boundfield import BoundWidget
from django.forms.formsets import BaseFormSet
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple
from django.http import QueryDict
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext

from ombuds.lib.i18n import pick as pick_label

register = template.Library()


def _kind(bound: BoundField) -> str:
    widget = bound.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, CheckboxSelectMultiple | RadioSelect):
        return "choices"
    if isinstance(widget, CheckboxInput):
        return "tick"
    return "group" if isinstance(widget, MultiWidget | SelectDateWidget) else "input"


def _options(bound: BoundField) -> list[BoundWidget]:
    """The radios or checkboxes of a question, styled; the fieldset says that the answer is wrong, not each of them."""
    options = list(bound)
    for option in options:
        option.data["attrs"]["class"] = "ds-input"
        option.data["attrs"].pop("aria-invalid", None)
    return options


def _described_by(bound: BoundField, hint: str) -> str:
    parts = [f"{bound.auto_id}_helptext"] if hint else []
    if bound.errors:
        parts.append(f"{bound.auto_id}_error")
    return " ".join(parts)


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, label: str = "", hint: str = "") -> dict[str, Any]:
    """One whole form field: label, hint, input and errors, tied together for a screen reader."""
    kind = _kind(bound)
    shown_hint = hint or str(bound.help_text)
    described_by = _described_by(bound, shown_hint)
    attrs: dict[str, str | bool] = {}
    if kind != "hidden":
        attrs["class"] = f"ds-input {bound.field.widget.attrs.get('class', '')}".strip()
    if described_by and kind in {"input", "tick"}:
        attrs["aria-describedby"] = described_by
    return {
        "bound": bound,
        "kind": kind,
        "label": label or bound.label,
        "hint": shown_hint,
        "described_by": described_by,
        "optional": not bound.field.required and kind not in {"tick", "hidden"},
        "control": "" if kind == "choices" else bound.as_widget(attrs=attrs),
        "options": _options(bound) if kind == "choices" else [],
    }


@register.inclusion_tag("components/form_errors.html")
def form_errors(form: BaseForm | BaseFormSet[BaseForm]) -> dict[str, Any]:
    """What has to be looked at again, each with a link to its field. Nothing when nothing is wrong."""
    forms = list(form.forms) if isinstance(form, BaseFormSet) else [form]
    general = [str(error) for error in form.non_form_errors()] if isinstance(form, BaseFormSet) else []
    fields: list[dict[str, str]] = []
    for one in forms:
        if not one.is_bound:
            continue
        general += [str(error) for error in one.non_field_errors()]
        for bound in one:
            target = f"{bound.id_for_label or bound.auto_id}"
            if _kind(bound) == "hidden":
                general += [str(error) for error in bound.errors]
                continue
            if _kind(bound) == "choices":
                target = f"{bound.auto_id}_0"
            fields += [
                {"target": target, "label": str(bound.label), "error": str(error)} for error in bound.errors
            ]
    return {"general": general, "fields": fields}


@register.filter
def pick(labels: Mapping[str, str] | None, lang: str | None = None) -> str:
    """{{ ground.labels|pick }}: a label in the reader's language, or else in one that it has."""
    return pick_label(labels or {}, lang)


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: template.Context, page: Page[Any], parameter: str = "page") -> dict[str, Any]:
    """Page numbers that keep the other filters in the address."""
    request = context.get("request")

    def address(number: int) -> str:
        query = request.GET.copy() if request else QueryDict(mutable=True)
        query[parameter] = str(number)
        return f"?{query.urlencode()}"

    gap = str(page.paginator.ELLIPSIS)
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "links": [{"number": n, "address": "" if str(n) == gap else address(int(n))} for n in numbers],
        "previous": address(page.number - 1) if page.has_previous() else "",
        "next": address(page.number + 1) if page.has_next() else "",
    }


@register.filter
def duration(value: timedelta | int | None) -> str:
    """{{ case.age|duration }}: days, or hours and minutes when it is less than a day."""
    if value is None:
        return "–"
    if isinstance(value, int):
        value = timedelta(days=value)
    minutes = abs(int(value.total_seconds())) // 60
    if minutes >= 24 * 60:
        days = minutes // (24 * 60)
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    if minutes >= 60:
        hours = minutes // 60
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}


@register.simple_tag
def lang_attr(language: str | None) -> SafeString | str:
    """<p{% lang_attr case.language %}>: says the language of a text that is not in the language of the page."""
    if not language or language == (get_language() or "").split("-")[0]:
        return ""
    return format_html(' lang="{}"', language)


@register.simple_tag
def asset(path: str) -> str:
    """Like {% static %}, for error pages: a missing manifest must not turn an error page into another error."""
    try:
        return static(path)
    except ValueError:
        return ""


@register.simple_tag
def colon() -> str:
    """<dt>{{ label }}{% colon %} {{ value }}: French sets a space before it that does not break."""
    return "\u00a0:" if (get_language() or "").startswith("fr") else ":"


@register.filter
def typeset(text: object, language: str = "") -> str:
    """{{ text.title|typeset:text.language }}: in French no line begins with a colon, a question mark or a closing quote."""
    written = str(text)
    if not (language or get_language() or "").startswith("fr"):
        return written
    return re.sub(r"(?<=\S) (?=[:;!?»])|(?<=«) (?=\S)", "\u00a0", written)
