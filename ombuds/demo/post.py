"""Letters as they would have been merged: the office's own templates, filled from the plan without asking the database."""

import datetime as dt
from functools import cache
from typing import Any

from ombuds.demo.load_cases import service_name, staff_language, subject_of
from ombuds.demo.world import Made, World
from ombuds.lib.i18n import pick
from ombuds.lib.pdf.letters import written_date
from ombuds.office import letters

PHRASES = {
    "nl": {
        "dear": "Beste {name}", "sir": "Geachte heer of mevrouw", "assessment": {"founded": "gegrond", "partly": "deels gegrond", "unfounded": "ongegrond", "without_opinion": "zonder beoordeling"},
        "result": {"reconciled": "verzoend", "solved": "opgelost", "partly": "deels opgelost", "unsolved": "niet opgelost", "nothing_to_solve": "niets recht te zetten"},
        "appeal": "Uw klacht bij ons stopt de termijnen van andere beroepen niet, bijvoorbeeld bij een rechtbank. Kijk in de beslissing welke termijnen lopen.",
        "code": "U hebt uw dossiernummer en uw geheime code nodig.", "review": "Niet akkoord, of nieuwe feiten? Schrijf ons binnen 60 dagen. Iemand anders kijkt uw dossier dan opnieuw na.",
        "missing": ["Een kopie van de beslissing waarover u klaagt", "Uw brief of mail aan de dienst, en het antwoord als u dat kreeg"],
    },
    "fr": {
        "dear": "Bonjour {name}", "sir": "Madame, Monsieur", "assessment": {"founded": "fondée", "partly": "partiellement fondée", "unfounded": "non fondée", "without_opinion": "sans appréciation"},
        "result": {"reconciled": "conciliation", "solved": "résolu", "partly": "partiellement résolu", "unsolved": "non résolu", "nothing_to_solve": "rien à corriger"},
        "appeal": "Votre plainte chez nous n'arrête pas les délais des autres recours, par exemple devant un tribunal. Regardez dans la décision quels délais courent.",
        "code": "Il vous faut votre numéro de dossier et votre code secret.", "review": "Vous n'êtes pas d'accord ou vous avez des faits nouveaux ? Écrivez-nous dans les 60 jours. Une autre personne reverra votre dossier.",
        "missing": ["Une copie de la décision dont vous vous plaignez", "Votre lettre ou mail au service, et la réponse si vous en avez reçu une"],
    },
    "en": {
        "dear": "Dear {name}", "sir": "Dear Sir or Madam", "assessment": {"founded": "founded", "partly": "partly founded", "unfounded": "unfounded", "without_opinion": "without opinion"},
        "result": {"reconciled": "reconciled", "solved": "solved", "partly": "partly solved", "unsolved": "not solved", "nothing_to_solve": "nothing to put right"},
        "appeal": "Your complaint to us does not stop the time limits of other appeals, for instance at a court. See the decision for the time limits that run.",
        "code": "You need your reference and your secret code.", "review": "You do not agree, or you have new facts? Write to us within 60 days. Somebody else will look at your file again.",
        "missing": ["A copy of the decision that you complain about", "Your letter or e-mail to the service, and its answer if you got one"],
    },
}  # fmt: skip


def merged(
    world: World, made: Made, code: str, lang: str, at: dt.datetime, **extra: Any
) -> tuple[str, str] | None:
    """Subject and text of a letter, or None when the office has no such letter."""
    row = world.letters.get((code, lang))
    if row is None:
        return None
    values = {
        **_values(world, made, lang, at),
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


def _values(world: World, made: Made, lang: str, at: dt.datetime) -> dict[str, str]:
    plan, words = made.plan, PHRASES[lang]
    contact = world.office.setting("contact", {})
    return {
        "office_name": pick(world.office.names, lang), "office_address": pick(contact.get("address"), lang),
        "office_phone": contact.get("phone", ""), "office_email": contact.get("email", ""),
        "office_url": contact.get("url", ""), "reference": plan.reference, "addressee_name": plan.person.name,
        "salutation": str(words["dear"]).format(name=plan.person.name), "received_on": written_date(plan.received.date(), lang),
        "today": written_date(at.date(), lang), "handler_name": world.handler(plan).name,
        "body_name": service_name(made, lang), "subject": subject_of(plan), "complainant_name": plan.person.name,
        "appeal_warning": str(words["appeal"]), "status_url": "http://127.0.0.1:8000/", "status_code_hint": str(words["code"]),
        "review_terms": str(words["review"]),
        "assessment_text": words["assessment"].get(made.case.assessment, ""),  # type: ignore[attr-defined]  # a dict of words
        "result_text": words["result"].get(made.case.result, ""),  # type: ignore[attr-defined]  # as above
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
