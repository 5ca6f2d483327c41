"""Letters as they would have been merged: the office's own templates, filled from the plan without asking the database."""

import datetime as dt
from functools import cache
from typing import Any

from ombuds.demo import words
from ombuds.demo.load_cases import service_name, staff_language, subject_of
from ombuds.demo.world import Made, World
from ombuds.lib.i18n import pick
from ombuds.lib.pdf.letters import written_date
from ombuds.office import letters


def merged(
    world: World, made: Made, code: str, lang: str, at: dt.datetime, **extra: Any
) -> tuple[str, str] | None:
    """Subject and text of a letter, or None when the office has no such letter."""
    row = world.letters.get((code, lang))
    if row is None:
        return None
    values = {
        **_values(world, made, lang, at, row.audience),
        **{name: _written(value, lang) for name, value in extra.items()},
    }
    subject, body = _pattern(
        row.subject, row.body, frozenset(name for name, value in values.items() if value)
    )
    for name, value in values.items():
        subject, body = subject.replace(f"\x02{name}\x03", value), body.replace(f"\x02{name}\x03", value)
    return subject[:200], body


@cache
def _pattern(subject: str, body: str, filled: frozenset[str]) -> tuple[str, str]:
    """The letter with marks where values go. Rendering once for all cases that fill the same fields saves minutes."""
    found = letters.render(subject, body, {name: f"\x02{name}\x03" for name in filled})
    return found.subject, found.body


def _written(value: Any, lang: str) -> str:
    if isinstance(value, dt.date):
        return written_date(value, lang)
    return "\n".join(f"- {item}" for item in value) if isinstance(value, list) else str(value)


def _values(world: World, made: Made, lang: str, at: dt.datetime, audience: str) -> dict[str, str]:
    plan, phrases = made.plan, words.load("letters")[lang]
    dear = phrases["dear"].format(name=plan.person.name) if audience == "complainant" else phrases["sir"]
    contact = world.office.setting("contact", {})
    return {
        "office_name": pick(world.office.names, lang), "office_address": pick(contact.get("address"), lang),
        "office_phone": contact.get("phone", ""), "office_email": contact.get("email", ""),
        "office_url": contact.get("url", ""), "reference": plan.reference, "addressee_name": plan.person.name,
        "salutation": dear, "received_on": written_date(plan.received.date(), lang),
        "today": written_date(at.date(), lang), "handler_name": world.handler(plan).name,
        "body_name": service_name(made, lang), "subject": subject_of(plan), "complainant_name": plan.person.name,
        "appeal_warning": phrases["appeal"], "status_url": "http://127.0.0.1:8000/", "status_code_hint": phrases["code"],
        "review_terms": phrases["review"],
        "assessment_text": phrases["assessment"].get(made.case.assessment, ""),
        "result_text": phrases["result"].get(made.case.result, phrases["ended"]),
        "free_text": "",
    }  # fmt: skip


def letter_languages(world: World, made: Made) -> list[str]:
    """The person's language; both when nobody knows it."""
    known = made.case.letter_language
    if known in ("nl", "fr", "en"):
        return [known]
    return (
        list(world.office.setting("unknown_language_letters", ["nl", "fr"]))
        if not made.plan.language
        else [staff_language(made.plan)]
    )
