"""Which body somebody may mean, for the form and for staff. Suggestions only: nothing is decided by them."""

from dataclasses import dataclass

from ombuds.authorities.models import Body, Competence
from ombuds.lib.i18n import pick
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.office.services import current_office


@dataclass(frozen=True)
class Suggestion:
    """A body of the register. `elsewhere`: another ombudsman is competent; `helper` is that one."""

    code: str
    name: str
    body: Body
    elsewhere: bool = False
    helper: Body | None = None
    reason: str = ""


def suggestion_of(code: str) -> Suggestion | None:
    """The suggestion for one body, judged for a complaint today."""
    if not code or len(code) > 80 or code == "none":
        return None
    body = Body.objects.filter(code=code).first()
    return _judged(body, current_office()) if body else None


def _judged(body: Body, office: Office) -> Suggestion:
    row = (
        Competence.objects.valid_on(today())
        .filter(office=office, body=body, matter=Competence.Matter.COMPLAINT)
        .select_related("refer_to")
        .first()
    )
    elsewhere = row is not None and row.verdict == Competence.Verdict.REFER
    return Suggestion(
        body.code,
        pick(body.names),
        body,
        elsewhere=elsewhere,
        helper=row.refer_to if row and elsewhere else None,
        reason=pick(row.reason) if row else "",
    )


def suggest(text: str, office: Office, language: str, most: int = 5) -> list[Suggestion]:
    """The likeliest bodies, best first."""
    return []
