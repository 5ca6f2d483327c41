"""The letter of the month to the ombudsman: what moved, and where to read on. No word of a complaint goes by mail."""

import datetime as dt
import logging
import smtplib

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.office.models import Office
from ombuds.patterns.models import MonthlyLetter
from ombuds.patterns.monthly import News, gather

logger = logging.getLogger(__name__)


def send_letters(office: Office, day: dt.date) -> int:
    """In the first week of a month, the letter of the month before; to each once. Returns how many went."""
    if day.day > 7 or not settings.MAIL_URL:
        return 0
    month = (day.replace(day=1) - dt.timedelta(1)).replace(day=1)
    readers = [user for user in User.objects.filter(is_active=True) if user.may(Permission.CASES_ESCALATE)]
    return sum(_send(office, user, month) for user in readers)


def _send(office: Office, user: User, month: dt.date) -> bool:
    with transaction.atomic():
        _letter, created = MonthlyLetter.objects.get_or_create(user=user, month=month)
        if not created:
            return False
    try:
        with translation.override(user.language or office.languages[0]):
            subject, text = words(gather(user, office, month))
            send_mail(subject, text, None, [user.email])
    except (OSError, smtplib.SMTPException) as problem:
        logger.warning("the letter of the month was not sent: %s", type(problem).__name__)
        MonthlyLetter.objects.filter(user=user, month=month).delete()  # tried again tomorrow
        return False
    return True


def words(news: News) -> tuple[str, str]:
    """Subject and text: numbers, services, themes and titles that people gave; never key words from the complaints."""
    month = date_format(news.month, "F Y")
    came = ngettext(
        "%(counter)s complaint came in; %(usual)s a month is usual.",
        "%(counter)s complaints came in; %(usual)s a month is usual.",
        news.count,
    ) % {"counter": news.count, "usual": round(news.usual)}
    lines = [came, ""]
    for title, number in (
        (_("Series that stood out"), len(news.signals)),
        (_("Serious single complaints"), len(news.serious)),
        (_("Campaigns"), len(news.campaigns)),
        (_("New patterns"), len(news.new)),
    ):
        lines.append(f"{title}: {number}")
    titled = [pattern.title for pattern in news.new if pattern.title]
    titled += [one.pattern.title for one in news.signals if one.pattern and one.pattern.title]
    lines += [f"– {title}" for title in dict.fromkeys(titled)]
    if news.moving:
        lines += ["", _("Rising and falling")]
        lines += [f"– {kind}: {row.label}, {row.before} → {row.now}" for kind, row in news.moving]
    address = settings.PUBLIC_URL + reverse("patterns:month") + f"?month={news.month:%Y-%m}"
    lines += ["", _("Everything, with the cases behind it:"), address]
    return _("What is new: %(month)s") % {"month": month}, "\n".join(lines) + "\n"
