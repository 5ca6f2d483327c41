"""To whom a letter can go: parties of the case, contacts of its bodies, other ombudsmen."""

from collections.abc import Iterable
from dataclasses import dataclass

from ombuds.authorities.models import Body, Contact
from ombuds.cases.models import Case, Party
from ombuds.correspondence import links
from ombuds.correspondence.terms import Audience, Delivery
from ombuds.lib.i18n import pick

ORDER = {
    Audience.SERVICE: [Contact.Purpose.LIAISON, Contact.Purpose.FIRST_LINE, Contact.Purpose.GENERAL, Contact.Purpose.HEAD],
    Audience.OMBUDSMAN: [Contact.Purpose.LIAISON, Contact.Purpose.GENERAL, Contact.Purpose.FIRST_LINE],
    Audience.MINISTER: [Contact.Purpose.MINISTER],
}  # fmt: skip


@dataclass(frozen=True)
class Addressee:
    """`key` names the choice in a form: party:5, contact:7, body:3 or other."""

    key: str
    name: str = ""
    lines: tuple[str, ...] = ()  # the address, without the name
    email: str = ""
    language: str = ""
    label: str = ""
    party: Party | None = None
    body: Body | None = None
    contact: Contact | None = None
    wants_post: bool = False

    @property
    def envelope(self) -> str:
        """Name and address as on the envelope."""
        return "\n".join(line for line in (self.name, *self.lines) if line)

    @property
    def usual_channel(self) -> str:
        """The secure page or the post for services; mail for people who have it and do not prefer paper."""
        if self.contact is not None and self.email and self.contact.purpose in links.ENTERING:
            return Delivery.PORTAL
        if self.body is not None:
            return Delivery.POST
        return Delivery.MAIL if self.email and not self.wants_post else Delivery.POST


NOBODY = Addressee("other")


def of_party(party: Party) -> Addressee:
    """A person or organisation of the case."""
    town = " ".join(part for part in (party.postcode, party.town) if part)
    role = str(party.get_role_display())
    return Addressee(
        f"party:{party.pk}", party.full_name, tuple(filter(None, (party.street, town))), party.email, party.language,
        f"{party.full_name or '—'} ({role})", party=party, wants_post=party.prefers_post,
    )  # fmt: skip


def of_contact(contact: Contact) -> Addressee:
    """A contact of a body. The address starts with the body."""
    body = pick(contact.body.names, contact.language or None)
    label = f"{body}: {contact.get_purpose_display()}" + (f" – {contact.name}" if contact.name else "")
    lines = (contact.name if contact.name != body else "", *contact.address.splitlines())
    return Addressee(
        f"contact:{contact.pk}", body, tuple(filter(None, lines)), contact.email, contact.language, label,
        body=contact.body, contact=contact,
    )  # fmt: skip


def of_body(body: Body) -> Addressee:
    """A body of which we know nobody: its name is all there is."""
    return Addressee(f"body:{body.pk}", pick(body.names), label=pick(body.names), body=body)


def bodies_of(case: Case) -> list[Body]:
    """The services complained about, the main one first."""
    rows = case.grievances.filter(body__isnull=False).order_by("-is_main", "pk").select_related("body")
    return list(dict.fromkeys(row.body for row in rows if row.body))


def contacts(bodies: Iterable[Body], audience: str) -> list[Addressee]:
    """Contacts in the order in which this audience is usually addressed; a body without any by its name."""
    purposes = ORDER.get(Audience(audience), list(Contact.Purpose))
    found: list[Addressee] = []
    for body in bodies:
        rows = [c for c in body.contacts.select_related("body") if c.purpose in purposes]
        rows.sort(key=lambda c: (purposes.index(Contact.Purpose(c.purpose)), c.pk))
        found += [of_contact(c) for c in rows] or [of_body(body)]
    return found


def possible(case: Case, audience: str, more: Iterable[Body] = ()) -> list[Addressee]:
    """Everybody whom a letter for this audience can go to; the likeliest first."""
    if audience == Audience.COMPLAINANT:
        order = {"representative": 0, "complainant": 1, "third_party": 2}
        parties = sorted(case.parties.all(), key=lambda p: (order.get(p.role, 3), p.pk))
        return [of_party(p) for p in parties]
    if audience == Audience.PARLIAMENT:
        return []
    bodies = list(more) if audience == Audience.OMBUDSMAN else bodies_of(case)
    if audience == Audience.MINISTER:
        bodies += [b.parent for b in bodies if b.parent and b.parent not in bodies]
        return [a for a in contacts(bodies, audience) if a.contact]
    return contacts(bodies, audience)


def by_purpose(body: Body, *purposes: str) -> Addressee:
    """The first contact that serves one of these purposes, else the body by its name."""
    for purpose in purposes:
        contact = body.contacts.filter(purpose=purpose).select_related("body").order_by("pk").first()
        if contact is not None:
            return of_contact(contact)
    return of_body(body)


def find(case: Case, key: str) -> Addressee | None:
    """The addressee of a form choice, checked: parties of this case only."""
    kind, _sep, number = key.partition(":")
    if not number.isdigit() or len(number) > 18:
        return None
    if kind == "party":
        party = case.parties.filter(pk=number).first()
        return of_party(party) if party else None
    if kind == "contact":
        contact = Contact.objects.filter(pk=number).select_related("body").first()
        return of_contact(contact) if contact else None
    body = Body.objects.filter(pk=number).first() if kind == "body" else None
    return of_body(body) if body else None
