"""The vocabulary of figures."""

from enum import StrEnum

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Act(StrEnum):
    """What is recorded of figures."""

    CORRECT_COUNTER = "statistics:counter:correct"
    ENTER_FIRST_LINE = "statistics:first_line:enter"
    ENTER_REPORTED = "statistics:reported:enter"
    EXPORT = "statistics:figures:export"
    IMPORT_FINDINGS = "statistics:findings:import"
    READ_CASES = "statistics:cases:read"
    RECLASSIFY = "statistics:reclassification:add"
    RELEASE_FIGURES = "statistics:figures:release"
    TAKE_SNAPSHOT = "statistics:snapshot:take"


class DateRule(models.TextChoices):
    """Which date places a case in a year."""

    RECEIVED = "received", _("received in the year")
    CLOSED = "closed", _("closed in the year")
    REMEDIED = "remedied", _("put right in the year")
    DECIDED = "decided", _("decided in the year")
    ISSUED = "issued", _("issued in the year")
    REPORTED = "reported", _("reported for the year")


class Scope(models.TextChoices):
    """Which cases a counter looks at."""

    COMPLAINTS = "complaints", _("complaints, also those of the second line and petitions passed on")
    ALL = "all", _("cases of every kind")
    RECOMMENDATIONS = "recommendations", _("recommendations")
    FIRST_LINE = "first_line", _("what services reported")


Label = str | Promise
# The fields of a first-line report in the order of the form: group → name → label (domain.md 5.4 and 5.5).
FIRST_LINE_GROUPS: tuple[tuple[Label, tuple[tuple[str, Label], ...]], ...] = (
    (
        _("How many"),
        (
            ("registrations", _("Registrations in all")),
            ("complaints", _("Complaints")),
            ("not_complaints", _("Not a complaint")),
        ),
    ),
    (
        _("How fast"),
        (
            ("answered_in_time", _("Answered within 45 days")),
            ("answered_late", _("Answered after 45 days")),
            ("mean_days", _("Mean number of days")),
        ),
    ),
    (_("Admissible?"), (("admissible", _("Admissible")), ("inadmissible", _("Inadmissible")))),
    (
        _("Why inadmissible"),
        (
            ("reason_earlier", _("Complained about before")),
            ("reason_old", _("Facts more than a year old")),
            ("reason_appeal", _("Appeals not all used")),
            ("reason_court", _("Court case")),
            ("reason_unfounded", _("Manifestly unfounded")),
            ("reason_no_interest", _("No interest")),
            ("reason_anonymous", _("Anonymous")),
            ("reason_policy", _("Policy and regulation")),
            ("reason_not_flemish", _("Not about a Flemish service")),
            ("reason_staff", _("Internal staff matter")),
            ("reason_not_competent", _("Service not competent")),
        ),
    ),
    (
        _("Assessment"),
        (("founded", _("Founded")), ("partly_founded", _("Partly founded")), ("unfounded", _("Unfounded"))),
    ),
    (
        _("Of those founded or partly founded"),
        (("solved", _("Solved")), ("partly_solved", _("Partly solved")), ("unsolved", _("Not solved"))),
    ),
    (_("Norms"), (("norms_named", _("Norms named in all; one complaint can name several")),)),
    (
        _("How they came"),
        (
            ("carrier_letter", _("Letter")),
            ("carrier_mail", _("E-mail or web")),
            ("carrier_phone", _("Telephone")),
            ("carrier_visit", _("Visit")),
            ("carrier_other", _("Another way")),
        ),
    ),
    (
        _("Through whom"),
        (
            ("channel_citizen", _("From the citizen")),
            ("channel_society", _("Through civil society")),
            ("channel_cabinet", _("Through a cabinet")),
            ("channel_ombudsman", _("Through the ombudsman")),
            ("channel_other", _("Through someone else")),
        ),
    ),
)
FIRST_LINE_LABELS: dict[str, Label] = {
    name: label for _group, fields in FIRST_LINE_GROUPS for name, label in fields
}
