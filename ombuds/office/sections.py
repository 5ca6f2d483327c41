"""The parts of a profile that staff see and correct: which table, which columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from ombuds.office.folder import LANGUAGES
from ombuds.office.models import (
    ClockRule,
    ClosingDay,
    Ground,
    LetterTemplate,
    Norm,
    Office,
    RetentionRule,
    Term,
)

# Columns that hold a text per language.
TEXTS = frozenset({"labels", "meaning", "explanation", "elsewhere", "legal_bases"})
_SOURCE = ("legal_bases", "verified", "note", "valid_to")


@dataclass(frozen=True)
class Section:
    """`columns` are those that staff may correct; codes, effects and events belong to the program."""

    slug: str
    model: Any
    title: str | Promise
    columns: tuple[str, ...]
    is_dated: bool = True  # can get a new version that holds from a day on

    def rows(self, office: Office) -> Any:
        """The rows of this office."""
        related = {"norms": ("norm_set",)}.get(self.slug, ())
        return self.model.objects.filter(office=office).select_related(*related)


SECTIONS = {
    section.slug: section
    for section in (
        Section(
            "grounds",
            Ground,
            _("Grounds"),
            ("labels", "explanation", "elsewhere", "mandatory", "second_reader", *_SOURCE),
        ),
        Section("words", Term, _("Words and themes"), ("labels", "meaning", "verified", "note", "valid_to")),
        Section("norms", Norm, _("Norms"), ("labels", "meaning", "verified", "note", "valid_to")),
        Section(
            "clocks",
            ClockRule,
            _("Time limits"),
            (
                "labels",
                "amount",
                "unit",
                "counts_first_day",
                "paused_by_suspension",
                "roll_over",
                "warn_days",
                "legal",
                *_SOURCE,
            ),
        ),
        Section("retention", RetentionRule, _("Retention"), ("labels", "years", *_SOURCE)),
        Section("letters", LetterTemplate, _("Letters"), ("subject", "body", "verified", "note", "valid_to")),
        Section("closing-days", ClosingDay, _("Closing days"), ("labels", "is_open"), is_dated=False),
    )
}


# Words that no line of code knows: staff may add to them. The others mean something to the program.
OPEN_VOCABULARIES = (
    "theme",
    "policy_domain",
    "remedy",
    "urgency",
    "accessibility_need",
    "reclassification_reason",
    "reopening_reason",
    "withdrawal_reason",
    "handling_method",
)
VOCABULARIES: dict[str, str | Promise] = {
    "accessibility_need": _("accessibility needs"),
    "assessment": _("assessment"),
    "body_domain": _("policy domains of services"),
    "carrier": _("carriers of first-line complaints"),
    "channel": _("channels"),
    "decision_mention": _("does the decision mention the ombudsman"),
    "finding": _("findings"),
    "first_line_gateway": _("ways back from the first line"),
    "first_line_refusal": _("first-line reasons of refusal"),
    "handling_method": _("working methods"),
    "kind": _("kinds of case"),
    "level": _("levels of authority"),
    "party_role": _("roles of people in a case"),
    "policy_domain": _("policy domains"),
    "publication_kind": _("kinds of publication"),
    "reclassification_reason": _("reasons of reclassification"),
    "recommendation_kind": _("kinds of recommendation"),
    "recommendation_relation": _("relations between recommendations"),
    "recommendation_status": _("states of a recommendation"),
    "remedied": _("when it was put right"),
    "remedy": _("remedies"),
    "remedy_status": _("states of a remedy"),
    "reopening_reason": _("reasons of reopening"),
    "result": _("result"),
    "review_outcome": _("outcomes of a review"),
    "source": _("sources of first-line complaints"),
    "suspension_reason": _("reasons of suspension"),
    "theme": _("themes"),
    "urgency": _("reasons of urgency"),
    "withdrawal_reason": _("reasons of withdrawal"),
    "without_opinion": _("reasons for no opinion"),
}


def group_title(slug: str, key: str) -> str:
    """The heading of a part of a list: a vocabulary or a language by its name, anything else as it is."""
    if slug == "letters" and key in LANG_INFO:
        return str(get_language_info(key)["name_translated"])
    text = str(VOCABULARIES.get(key, key)) if slug == "words" else key
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Group:
    """Rows under one heading of a list. `key` is what a filter says."""

    key: str
    title: str
    rows: list[Any]


def _group_key(section: Section, row: Any) -> str:
    """Words by vocabulary, norms by set, letters by language, closing days by year; the others together."""
    match section.slug:
        case "words":
            return str(row.vocabulary)
        case "norms":
            return str(row.norm_set.code)
        case "letters":
            return str(row.language)
        case "closing-days":
            return str(row.day.year)
        case _:
            return ""


def _group_place(section: Section, row: Any) -> tuple[Any, ...]:
    """Where a group stands: what staff correct most comes first."""
    match section.slug:
        case "words":
            return (row.vocabulary != "theme", group_title("words", row.vocabulary))
        case "norms":
            return (row.norm_set.order, row.norm_set.code)
        case "letters":
            return (LANGUAGES.index(row.language) if row.language in LANGUAGES else 9,)
        case "closing-days":
            return (row.day,)
        case _:
            return ()


def grouped(section: Section, rows: Iterable[Any]) -> list[Group]:
    """Rows under their headings, each group whole."""
    groups: dict[str, list[Any]] = {}
    for row in sorted(rows, key=lambda row: _group_place(section, row)):
        groups.setdefault(_group_key(section, row), []).append(row)
    return [Group(key, _title(section, key, found[0]), found) for key, found in groups.items()]


def _title(section: Section, key: str, row: Any) -> str:
    return str(row.norm_set) if section.slug == "norms" else group_title(section.slug, key)
