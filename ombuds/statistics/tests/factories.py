"""A small office with cases, for tests of figures."""

from datetime import datetime, timedelta
from itertools import count

from django.utils import timezone

from ombuds.accounts.models import RoleAssignment, User
from ombuds.authorities.models import Body
from ombuds.cases.models import Case, Grievance
from ombuds.investigations.models import Finding
from ombuds.investigations.terms import Verdict
from ombuds.office.models import Norm, NormSet, Office

_numbers = count(1)


def an_office(**settings: object) -> Office:
    """An office of its own, made active: no profile is needed to count."""
    Office.objects.update(is_active=False)
    names = {"nl": "Ombuds Test", "fr": "Médiateur Test", "en": "Ombuds Test"}
    values = {"required_publication_languages": ["nl", "fr"], **settings}
    return Office.objects.create(
        code=f"test{next(_numbers)}",
        names=names,
        languages=["nl", "fr", "en"],
        settings=values,
        is_active=True,
    )


def a_person(role: str) -> User:
    number = next(_numbers)
    user = User.objects.create_user(f"{role}{number}@example.org", name=f"Persoon {number}", language="en")
    RoleAssignment.objects.create(user=user, role=role)
    return user


def a_body(name: str, **fields: str) -> Body:
    values = {"kind": "agency", "level": "region", "policy_domain": "mobility", **fields}
    return Body.objects.create(
        code=f"body{next(_numbers)}", names={"nl": name, "fr": name, "en": name}, **values
    )


def a_moment(text: str) -> datetime:
    """A moment in Brussels, written like 2025-03-01 or 2025-03-01T23:59."""
    return timezone.make_aware(datetime.fromisoformat(text))


def a_case(
    office: Office, received: str, *, days: int | None = None, body: Body | None = None, **fields: object
) -> Case:
    """A case; with `days` it was closed so many days after it came in."""
    at = a_moment(received)
    values: dict[str, object] = {
        "kind": "complaint",
        "channel": "web",
        "language": "nl",
        "subject": "x",
        "state": "open",
    }
    if days is not None:
        values |= {"state": "closed", "closed_at": at + timedelta(days=days)}
    case = Case.objects.create(
        office=office, reference=f"T.{next(_numbers)}", received_at=at, **{**values, **fields}
    )
    if body is not None:
        Grievance.objects.create(case=case, body=body, summary="x")
    return case


def a_breach(case: Case, norm: Norm) -> Finding:
    grievance = case.grievances.first() or Grievance.objects.create(case=case, summary="x")
    return Finding.objects.create(grievance=grievance, norm=norm, verdict=Verdict.BREACHED, reasoning="x")


def a_norm(office: Office, code: str) -> Norm:
    norm_set, _made = NormSet.objects.get_or_create(
        office=office, code="set", defaults={"labels": {"nl": "Normen"}}
    )
    return Norm.objects.create(
        office=office, norm_set=norm_set, code=code, labels={"nl": code, "fr": code, "en": code}
    )
