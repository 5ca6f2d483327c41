"""News by mail: asked for, confirmed by the person, sent only after publication, ended with one press.

Links hold a random key; no address ever stands in a link, a log or the record of acts.
"""

import datetime as dt
import logging
import uuid

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from ombuds.lib.i18n import pick
from ombuds.lib.today import now
from ombuds.office.models import Office
from ombuds.publications.services.reading import current_texts
from ombuds.publicsite.models import Subscriber
from ombuds.publicsite.views.reading import absolute

logger = logging.getLogger(__name__)
CONFIRM_DAYS = 7
MOST_FAILURES = 5
MOST_NEWS = 20


def ask(office: Office, email: str, language: str) -> None:
    """Send the link that confirms. Who is there already gets the same answer: nobody learns who subscribed."""
    email = email.strip().lower()
    with transaction.atomic():
        row, _made = Subscriber.objects.select_for_update().get_or_create(
            email=email, language=language, defaults={"asked_at": now()}
        )
        if row.confirmed_at is not None:
            return
        row.asked_at = now()
        row.save(update_fields=["asked_at"])
    _send(office, row, "confirm", {"link": absolute("confirm", row.key), "days": CONFIRM_DAYS})


def confirm(key: uuid.UUID) -> Subscriber | None:
    """From now on; what was published before is not sent."""
    row = Subscriber.objects.filter(key=key, asked_at__gte=now() - dt.timedelta(days=CONFIRM_DAYS)).first()
    row = row or Subscriber.objects.filter(key=key, confirmed_at__isnull=False).first()
    if row is not None and row.confirmed_at is None:
        row.confirmed_at = row.told_until = now()
        row.save(update_fields=["confirmed_at", "told_until"])
    return row


def forget(key: uuid.UUID) -> None:
    """Whoever holds the link: the address is gone at once."""
    Subscriber.objects.filter(key=key).delete()


def send_news(office: Office, _day: dt.date) -> int:
    """Tell each subscriber what was published since, in one mail; forget who never confirmed. Part of `ombuds tick`."""
    Subscriber.objects.filter(
        confirmed_at=None, asked_at__lt=now() - dt.timedelta(days=CONFIRM_DAYS)
    ).delete()
    moment, sent = now(), 0
    newest = current_texts(office.code).order_by("-first_published_at").first()
    if newest is None:
        return 0
    waiting = Subscriber.objects.filter(
        confirmed_at__isnull=False, told_until__lt=newest.first_published_at, failures__lt=MOST_FAILURES
    )
    for row in waiting.iterator():
        sent += _tell(office, row, moment)
    return sent


def _tell(office: Office, row: Subscriber, moment: dt.datetime) -> int:
    texts = current_texts(office.code, row.language).filter(
        first_published_at__gt=row.told_until, first_published_at__lte=moment
    )
    news = [
        {"title": t.title, "summary": t.summary, "kind": t.get_kind_display(), "link": f"{absolute('publication', t.key)}?lang={t.language}"}
        for t in texts[:MOST_NEWS]
    ]  # fmt: skip
    if news and not _send(office, row, "news", {"news": news}):
        Subscriber.objects.filter(pk=row.pk).update(failures=row.failures + 1)
        return 0
    Subscriber.objects.filter(pk=row.pk).update(told_until=moment, failures=0)
    return int(bool(news))


def _send(office: Office, row: Subscriber, template: str, values: dict[str, object]) -> bool:
    leave = absolute("unsubscribe", row.key)
    with override(row.language):
        name = pick(office.names, row.language)
        subjects = {"confirm": _("Confirm that you want our news"), "news": _("New from %(office)s")}
        subject = subjects[template] % {"office": name}
        body = render_to_string(
            f"publicsite/mail/{template}.txt", {**values, "office_name": name, "leave": leave}
        )
    mail = EmailMultiAlternatives(
        subject=subject,
        body=body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[row.email],
        headers={
            "List-Unsubscribe": f"<{leave}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
        connection=get_connection(),
    )
    try:
        mail.send()
    except OSError:  # the mail server is away or refuses: the next tick tries again
        logger.warning("news: a mail could not be sent")
        return False
    return True
