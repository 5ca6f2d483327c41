"""Letters with merge fields: a closed list of plain values, no logic beyond “only if there is one”.

Templates are written by staff, so they run in an engine of their own: it knows one tag (`if`), no filters, no loading,
and only the fields below. Whatever else stands between braces is refused with a sentence when the text is saved.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

import nh3
from django.template import Context, Engine, TemplateSyntaxError
from django.template.base import Lexer, Template, TokenType
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt

from ombuds.lib.i18n import pick

FIELDS: dict[str, str | Promise] = {
    "office_name": _("name of our office"),
    "office_address": _("address of our office"),
    "office_phone": _("telephone of our office"),
    "office_email": _("e-mail address of our office"),
    "office_url": _("website of our office"),
    "reference": _("reference of the file"),
    "addressee_name": _("name of the person or service that gets the letter"),
    "salutation": _("opening words, like “Dear Ms Peeters”"),
    "received_on": _("day on which the complaint came in"),
    "today": _("date of the letter"),
    "handler_name": _("name of the handler"),
    "body_name": _("name of the service"),
    "subject": _("what the complaint is about, in one line"),
    "grounds": _("grounds, each with its explanation and legal basis"),
    "referral_name": _("who is competent, or who can help"),
    "referral_contact": _("contact data of who can help"),
    "questions": _("list of questions or missing papers"),
    "due_on": _("day by which we ask for an answer"),
    "appeal_warning": _("warning about appeal time limits in this file"),
    "council_of_state_notified_on": _("Council of State: day of notification of the decision"),
    "council_of_state_filed_on": _("Council of State: day on which the complaint came in"),
    "council_of_state_days_used": _("Council of State: days used before the complaint"),
    "council_of_state_days_left": _("Council of State: days left"),
    "council_of_state_resumes_on": _("Council of State: day on which the time limit runs again"),
    "council_of_state_last_day": _("Council of State: last day for an appeal"),
    "findings": _("findings, one for each norm"),
    "assessment_text": _("our assessment, in words"),
    "result_text": _("the result, in words"),
    "remedy_asked": _("what we ask the service to put right"),
    "solution_proposal": _("the solution that we propose"),
    "decision_reasons": _("reasons of our decision"),
    "free_text": _("free text of the handler"),
    "status_url": _("address of the page that shows how far the file is"),
    "status_code_hint": _("how to use the secret code"),
    "survey_url": _("address of the survey"),
    "complainant_name": _("name of the complainant, or neutral words when it is withheld"),
    "suspension_reason": _("why the file stands still"),
    "review_terms": _("how and until when a review can be asked"),
}
# A subject line travels unencrypted and shows on locked screens: nothing in it may point to a person.
SUBJECT_FIELDS = frozenset({"office_name", "reference", "due_on", "today"})
AUDIENCES = ("complainant", "service", "ombudsman", "minister", "parliament")
_CONDITION = re.compile(r"^(?:el)?if (?:not )?([a-z_]+)$")
MAX_BODY = 20_000
SAMPLE = Path(__file__).parent / "profiles" / "_letters" / "sample.toml"
_TAGS = {"p", "br", "h1", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em"}
# An address keeps its lines: Markdown breaks a line only after two spaces.
_LINE_END = re.compile(r"(?<=\S)\n(?=[^\s#*-])")


@dataclass(frozen=True)
class Rendered:
    """A letter with its fields filled. `missing` names the fields that had no value; they show as ⟦name⟧."""

    subject: str
    body: str
    missing: tuple[str, ...]


def problems(text: str, allowed: frozenset[str] = frozenset(FIELDS)) -> list[str]:
    """What is wrong with the fields of a text, in sentences; nothing when it is fine."""
    found = []
    for token in Lexer(text).tokenize():
        if token.token_type == TokenType.VAR:
            found += _unknown(token.contents, allowed)
        elif token.token_type == TokenType.BLOCK and token.contents not in (
            "else",
            "endif",
        ):
            match = _CONDITION.match(token.contents)
            found += _unknown(match[1], allowed) if match else [_no_such_command(token.contents)]
        elif token.token_type == TokenType.COMMENT:
            found.append(
                gettext("A letter cannot hold hidden remarks ({# … #}). Put them in the note for staff.")
            )
    return list(dict.fromkeys(found)) or _unbalanced(text)


def subject_problems(text: str) -> list[str]:
    """As above, for the subject line: only fields that say nothing about a person, and one line."""
    found = [*problems(text, SUBJECT_FIELDS)]
    if "\n" in text or "\r" in text:
        found.append(gettext("A subject is one line."))
    return found


def _unknown(name: str, allowed: frozenset[str]) -> list[str]:
    if name in allowed:
        return []
    if name in FIELDS:
        return [
            gettext(
                "The field “%(name)s” may not stand in a subject line: it can tell who the letter is about."
            )
            % {"name": name}
        ]
    return [
        gettext("There is no field “%(name)s”. The list of fields is beside the text.") % {"name": name[:60]}
    ]


def _no_such_command(contents: str) -> str:
    return gettext(
        "“%(command)s” cannot stand in a letter. Only {%% if field %%}, {%% else %%} and {%% endif %%} can."
    ) % {"command": contents[:60]}


def _unbalanced(text: str) -> list[str]:
    try:
        _compiled(text)
    except TemplateSyntaxError:
        return [gettext("Each {% if field %} needs one {% endif %} after it.")]
    if re.search(r"{[{%]|[%}]}", re.sub(r"{{.*?}}|{%.*?%}", "", text)):
        return [gettext("A field is written as {{ field }}: two braces on each side, on one line.")]
    return []


class _Sandbox(Engine):
    default_builtins: ClassVar[list[str]] = ["ombuds.office.lettertags"]


@lru_cache(maxsize=256)
def _compiled(text: str) -> Template:
    return Template(text, engine=_Sandbox(autoescape=False))


def _plain(value: object) -> str:
    return str(value).replace("\x00", "").strip() if value is not None else ""


def render(subject: str, body: str, values: Mapping[str, object]) -> Rendered:
    """Fill the fields. Values are plain text: braces inside them stay braces.

    Raises ValueError for a text that `problems` would refuse.
    """
    if problems(body) or subject_problems(subject):
        raise ValueError("This text of a letter was not checked before it was stored.")
    plain = {name: _plain(values.get(name)) for name in FIELDS}
    shown = {name: value or f"⟦{name}⟧" for name, value in plain.items()}
    missing = tuple(name for name in FIELDS if not plain[name] and name in _printed(subject + body, plain))
    filled_subject = " ".join(_fill(subject, plain, shown).split())
    filled = re.sub(r"\n{3,}", "\n\n", _fill(body, plain, shown)).strip() + "\n"
    filled = _LINE_END.sub("  \n", filled)
    return Rendered(filled_subject, filled, missing)


def _fill(text: str, plain: Mapping[str, str], shown: Mapping[str, str]) -> str:
    """Conditions look at the real values, prints at the ones with marks: two names for each field in one context."""
    renamed = re.sub(r"{{\s*([a-z_]+)\s*}}", r"{{ shown_\1 }}", text)
    context = {**plain, **{f"shown_{name}": value for name, value in shown.items()}}
    return str(_compiled(renamed).render(Context(context, autoescape=False)))


def _printed(text: str, plain: Mapping[str, str]) -> set[str]:
    """The fields that would be printed, leaving out those in sections that stay away."""
    marks = {name: f"\x02{name}\x03" for name in FIELDS}
    return set(re.findall("\x02([a-z_]+)\x03", _fill(text, plain, marks)))


_READER = MarkdownIt("zero").enable(["heading", "list", "emphasis", "newline"])


def to_html(text: str) -> SafeString:
    """A letter on the screen: headings, lists, strong words. No links and no HTML, whatever was typed."""
    return SafeString(nh3.clean(_READER.render(text), tags=_TAGS, attributes={}))


@lru_cache(maxsize=8)
def sample_values(language: str) -> dict[str, str]:
    """Invented data for a preview in this language."""
    given = tomllib.loads(SAMPLE.read_text("utf-8"))
    return {name: str(value) for name, value in given.get(language, given["en"]).items()}


def office_values(names: Mapping[str, str], contact: Mapping[str, Any], language: str) -> dict[str, str]:
    """The fields about our own office."""
    return {
        "office_name": pick(names, language),
        "office_address": pick(contact.get("address"), language),
        "office_phone": str(contact.get("phone", "")),
        "office_email": str(contact.get("email", "")),
        "office_url": str(contact.get("url", "")),
    }
