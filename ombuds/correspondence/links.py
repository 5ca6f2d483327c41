"""Signed links for contact persons: a number and a mark of the address, no name. They end, and end with the address."""

import datetime as dt
import hmac

from django.core import signing
from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Contact
from ombuds.lib import tokens
from ombuds.lib.errors import Refusal

SALT = "correspondence.entrance"
LINK_DAYS = 60
ENTERING = (
    Contact.Purpose.LIAISON,
    Contact.Purpose.FIRST_LINE,
    Contact.Purpose.HEAD,
    Contact.Purpose.GENERAL,
)


class LinkUseless(Refusal):
    template = _("This link is no longer valid. Ask for a new one with your e-mail address.")


def token(contact: Contact) -> str:
    """A signed name for the contact: a number, no name or address. Ends when the address is changed."""
    return signing.dumps([contact.pk, _address_mark(contact)], salt=SALT, compress=False)


def _address_mark(contact: Contact) -> str:
    return tokens.keyed(contact.email.lower(), SALT)[:12]


def contact_of(text: str) -> Contact:
    """Raises LinkUseless, with the same sentence for every reason."""
    try:
        pk, mark = signing.loads(text, salt=SALT, max_age=dt.timedelta(days=LINK_DAYS))
    except (signing.BadSignature, ValueError, TypeError) as problem:
        raise LinkUseless() from problem
    contact = Contact.objects.select_related("body").filter(pk=pk).exclude(email="").first()
    if contact is None or not hmac.compare_digest(mark, _address_mark(contact)):
        raise LinkUseless()
    return contact


def contacts_with(email: str) -> list[Contact]:
    """The contacts that are reached at this address."""
    rows = Contact.objects.filter(email__iexact=email.strip(), purpose__in=ENTERING).exclude(email="")
    return list(rows.select_related("body").order_by("pk")[:10])
