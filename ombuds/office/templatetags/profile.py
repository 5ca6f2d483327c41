"""What a row of the profile does, in one line."""

from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ombuds.lib.i18n import pick
from ombuds.office import presenting
from ombuds.office.models import ClockRule, ClosingDay, Ground, LetterTemplate, Norm, RetentionRule, Term
from ombuds.office.services import term_label

register = template.Library()


@register.filter
def validity(row: Any) -> str:
    """From when to when it holds."""
    return presenting.validity(row)


@register.simple_tag
def in_short(row: Any) -> str:
    """One line: what this row does."""
    for model, words in _SHORT.items():
        if isinstance(row, model):
            return str(words(row))
    return ""


def _ground(row: Ground) -> str:
    parts = [row.get_question_display(), row.get_effect_display()]
    parts.append(_("mandatory") if row.mandatory else _("optional"))
    if row.second_reader:
        parts.append(_("with a second reader"))
    return " · ".join(map(str, parts))


def _clock(row: ClockRule) -> str:
    length = f"{row.amount} {row.get_unit_display()}"
    if extra := row.parameters.get("extra_days"):
        length = _("%(length)s and %(extra)d days") % {"length": length, "extra": extra}
    source = _("set by law") if row.legal else _("target of the house")
    return f"{length} · {source}"


def _closing_day(row: ClosingDay) -> str:
    if row.is_open:
        return _("the office works all the same")
    return _("public holiday") if row.is_public_holiday else _("the office is closed")


def _term(row: Term) -> str:
    if row.parent:
        named = getattr(row, "parent_name", "")  # known already on a list
        return _("part of %(parent)s") % {
            "parent": named or term_label(row.office, "policy_domain", row.parent)
        }
    return pick(row.meaning)


def _letter(row: LetterTemplate) -> str:
    words = {
        "complainant": pgettext("addressee", "to the complainant"),
        "service": pgettext("addressee", "to the service"),
        "ombudsman": pgettext("addressee", "to another ombudsman"),
        "minister": pgettext("addressee", "to the minister"),
        "parliament": pgettext("addressee", "to parliament"),
    }
    return words.get(row.audience, row.audience)


def _retention(row: RetentionRule) -> str:
    words = {
        "destroy": _("then destroyed"),
        "anonymise": _("then made anonymous"),
        "archive": _("then archived"),
    }
    return _("%(years)d years") % {"years": row.years} + f" · {words.get(row.action, row.action)}"


_SHORT: dict[Any, Any] = {
    Ground: _ground,
    ClockRule: _clock,
    ClosingDay: _closing_day,
    Term: _term,
    LetterTemplate: _letter,
    RetentionRule: _retention,
    Norm: lambda row: str(row.norm_set),
}
