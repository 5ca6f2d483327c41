"""Which body somebody may mean, for the form and for staff. Suggestions only: nothing is decided by them."""

from dataclasses import dataclass

from ombuds.authorities import services as authorities
from ombuds.authorities.models import Body
from ombuds.lib.i18n import pick
from ombuds.lib.text import clean
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.office.services import current_office

MOST_READ = 300  # characters of what the person wrote; a name or a sentence, not a story


@dataclass(frozen=True)
class Suggestion:
    """A body of the register. `elsewhere`: another ombudsman is competent; `helper` is that one."""

    code: str
    name: str
    body: Body
    verdict: str = "unknown"
    helper: Body | None = None
    reason: str = ""

    @property
    def elsewhere(self) -> bool:
        return self.verdict == "refer"


def suggestion_of(code: str) -> Suggestion | None:
    """The suggestion for one body, judged for a complaint today."""
    if not code or len(code) > 80 or code == "none":
        return None
    body = Body.objects.select_related("parent").filter(code=code).first()
    if body is None:
        return None
    return judged(body, current_office())


def judged(body: Body, office: Office) -> Suggestion:
    """What the register says of a complaint about this body, today."""
    found = authorities.judge(office, body, authorities.Purpose.COMPLAINT, today())
    return Suggestion(body.code, pick(body.names), body, found.verdict, found.refer_to, found.reason)


def suggest(text: str, office: Office, language: str, most: int = 5) -> list[Suggestion]:
    """The likeliest bodies, best first. Nothing for a text without words."""
    words = clean(text)[:MOST_READ].strip()
    if len(words) < 2:
        return []
    return [
        Suggestion(
            match.body.code, pick(match.body.names), match.body, match.verdict, match.refer_to, match.reason
        )
        for match in authorities.suggest(words, office, lang=language, most=most)
    ]
