"""Who may write, and what every publishing act refuses."""

from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.cases.models import Case
from ombuds.cases.publicity import may_be_public
from ombuds.deidentification.engine import Finding
from ombuds.lib.errors import Refusal
from ombuds.publications.models import Publication


class MayNot(Refusal):
    """The actor lacks the right."""

    template = _("You may not do this with a publication.")


class NeverPublic(Refusal):
    """Some files are never published: personnel, whistleblowers, and those marked so."""

    template = _("Nothing may be published about this case.")


class StillNamed(Refusal):
    """The check found something of the people of the case. `findings` says what and where."""

    template = _(
        "This cannot be published: the people of the case can still be recognised in %(count)s places."
    )

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(count=len(findings))
        self.findings = findings


class Singled(Refusal):
    """The intruder finds the case. The page of the gate says how, and what to change."""

    template = _(
        "This cannot be published: someone who knows the files could work out the case "
        "(it stands at place %(rank)s of %(size)s). The gate says what to change."
    )


class WrongTongue(Refusal):
    """A text that is not in the language of its column."""

    template = _("The %(code)s text has a passage in %(other)s. Translate it, or leave it out.")


def insist(actor: User, permission: Permission = Permission.PUBLICATIONS_TEXT_WRITE) -> None:
    """Raises MayNot."""
    if not actor.may(permission):
        raise MayNot()


def insist_publishable(case: Case) -> None:
    """Raises NeverPublic."""
    if not may_be_public(case):
        raise NeverPublic()


def cases_of(publication: Publication) -> list[Case]:
    """The linked cases, for the check; pages ask `cases.access` before they show one."""
    links = publication.case_links.select_related("case__handler").prefetch_related("case__parties")
    return [link.case for link in links]
