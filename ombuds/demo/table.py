"""Who you can be in the demo: one table for the terminal."""

from django.conf import settings
from django.db.models import Exists, OuterRef

from ombuds.accounts.permissions import Role
from ombuds.authorities.models import Contact
from ombuds.correspondence.models import Question
from ombuds.demo.load_channel import HANDLERS
from ombuds.demo.opening import known_visitors
from ombuds.demo.staff import PASSWORD, STAFF


def who_is_who() -> str:
    """Staff with their one password, two services, two complainants."""
    address = settings.PUBLIC_URL.rstrip("/")
    lines = ["", f"Staff: {address}/staff/   password for everyone: {PASSWORD}", ""]
    for person in STAFF:
        roles = ", ".join(str(Role(role).label) for role in person.roles)
        lines.append(f"  {person.email:<26} {person.name:<20} {roles}")
    lines += [
        "",
        f"Services: {address}/service/   enter the e-mail address; the code that is sent shows in the outbox",
        "",
    ]
    lines += [f"  {contact.email:<50} {contact.body}" for contact in service_contacts()]
    lines += ["", f"Complainants: {address}/file/   reference and code", ""]
    lines += [f"  {v.reference:<14} {v.code}   ({v.language.upper()})" for v in known_visitors()]
    logins = ", ".join(login for login, *_rest in HANDLERS)
    lines += [
        "",
        f"Integrity channel: {address}/integrity/start/   handlers: {address}/integrity/desk/   logins {logins}, the same password",
    ]
    return "\n".join([*lines, ""])


def service_contacts() -> list[Contact]:
    """Two contact persons, best with questions that wait for an answer."""
    waiting = Question.objects.filter(
        body=OuterRef("body"), answered_at__isnull=True, withdrawn_at__isnull=True
    )
    contacts = Contact.objects.filter(purpose=Contact.Purpose.LIAISON, email__endswith=".example")
    return list(contacts.select_related("body").annotate(waits=Exists(waiting)).order_by("-waits", "pk")[:2])
