"""R1, R2 and R3 as text: the office's template when it has one, else our own words. Kept as sent."""

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick
from ombuds.lib.today import today
from ombuds.office.services import template
from ombuds.recommendations.models import Letter, Recommendation
from ombuds.recommendations.services.permitting import insist
from ombuds.recommendations.terms import Act


def letter_text(recommendation: Recommendation, code: str, language: str) -> tuple[str, str]:
    """Subject and text of a letter, to be changed before it is sent."""
    text = recommendation.texts.filter(language=language).first() or recommendation.texts.first()
    with override(language):
        due = recommendation.answer_due_on
        values = {
            "code": recommendation.code,
            "title": text.title if text else "",
            "text": text.text if text else "",
            "office": pick(recommendation.office.names, language),
            "due": date_format(due, "j F Y") if due else "",
            "addressee": recommendation.to_whom,
        }
        found = template(recommendation.office, code, language, today())
        if found is not None:
            return _merged(found.subject, values), _merged(found.body, values)
        return _own_words(code, values)


def _merged(words: str, values: dict[str, str]) -> str:
    """The fields of a recommendation letter; nothing else is evaluated."""
    for name, value in values.items():
        words = words.replace("{{ %s }}" % name, value)  # noqa: UP031 braces would have to be doubled twice
    return words


def _own_words(code: str, values: dict[str, str]) -> tuple[str, str]:
    bodies = {
        Letter.Code.R1: (
            _("Draft recommendation: %(title)s"),
            _(
                "Dear Sir or Madam,\n\nWe intend to issue the recommendation below. Please send us your comments before we do.\n\n%(text)s\n\n%(office)s"
            ),
        ),
        Letter.Code.R2: (
            _("Recommendation %(code)s: %(title)s"),
            _(
                "Dear Sir or Madam,\n\nWe issue the recommendation below. Please answer by %(due)s and say what you will do, and when.\n\n%(text)s\n\n%(office)s"
            ),
        ),
        Letter.Code.R3: (
            _("What became of recommendation %(code)s?"),
            _(
                "Dear Sir or Madam,\n\nOn recommendation %(code)s (“%(title)s”) we would like to know how far you are. Please send us proof of what was done.\n\n%(office)s"
            ),
        ),
    }
    subject, body = bodies[Letter.Code(code)]
    return subject % values, body % values


def write_letter(
    recommendation: Recommendation, *, actor: User, code: str, language: str, subject: str, text: str
) -> Letter:
    """Keep a letter as it was sent."""
    insist(actor)
    if not subject.strip() or not text.strip():
        raise Refusal(gettext_lazy("The letter needs a subject and a text."))
    with transaction.atomic():
        letter = Letter.objects.create(
            recommendation=recommendation,
            code=code,
            language=language,
            subject=subject.strip(),
            text=text.strip(),
            sent_on=today(),
            by=actor,
        )
        record(Act.WRITE_LETTER, actor=actor, subject=letter, data={"code": code})
    return letter
