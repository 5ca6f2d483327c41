"""The menus. Pages are named by their addresses: a page that this installation does not have is left out."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.permissions import Permission


@dataclass(frozen=True)
class Entry:
    """One link: its words, the name of its page, and what a person must be allowed to do to see it."""

    label: str | Promise
    page: str
    any_of: frozenset[Permission] = field(default=frozenset())


def _may(*permissions: Permission) -> frozenset[Permission]:
    return frozenset(permissions)


_CASES = _may(Permission.CASES_CASE_READ)
STAFF: list[tuple[str | Promise, list[Entry]]] = [
    (
        _("Cases"),
        [
            Entry(_("Work list"), "desk:worklist", _CASES),
            Entry(
                _("Register a complaint"),
                "intake:register",
                _may(Permission.INTAKE_SUBMISSION_REGISTER),
            ),
            Entry(_("Triage"), "intake:triage", _may(Permission.CASES_CASE_TRIAGE)),
            Entry(_("Appointments"), "publicsite:appointments", _may(Permission.INTAKE_SUBMISSION_REGISTER)),
            Entry(_("Imports"), "intake:imports", _may(Permission.INTAKE_SUBMISSION_REGISTER)),
            Entry(_("Search"), "desk:search", _CASES),
        ],
    ),
    (
        _("What we make of it"),
        [
            Entry(_("Structural problems"), "patterns:month", _CASES),
            Entry(_("Inquiries"), "investigations:inquiries", _CASES),
            Entry(_("Recommendations"), "recommendations:list", _CASES),
            Entry(
                _("Publications"),
                "publications:list",
                _may(
                    Permission.PUBLICATIONS_TEXT_WRITE,
                    Permission.PUBLICATIONS_TEXT_REVIEW,
                    Permission.PUBLICATIONS_TEXT_APPROVE,
                ),
            ),
            Entry(_("Figures"), "statistics:overview", _may(Permission.STATISTICS_READ)),
            Entry(
                _("Yearly report"),
                "annualreport:list",
                _may(Permission.REPORT_WRITE, Permission.REPORT_RELEASE),
            ),
        ],
    ),
    (
        _("The office"),
        [
            Entry(
                _("Register of bodies"),
                "authorities:list",
                _may(Permission.OFFICE_SETTINGS_READ),
            ),
            Entry(
                _("Office settings"),
                "office:settings",
                _may(Permission.OFFICE_SETTINGS_READ),
            ),
            Entry(_("People"), "accounts:people", _may(Permission.ACCOUNTS_PERSON_CHANGE)),
            Entry(
                _("Names and words"),
                "deidentification:lexicon",
                _may(Permission.PUBLICATIONS_TEXT_WRITE, Permission.PUBLICATIONS_TEXT_REVIEW),
            ),
            Entry(_("Outbox"), "correspondence:outbox", _CASES),
            Entry(
                _("Retention"),
                "cases:retention",
                _may(Permission.CASES_RETENTION_DECIDE),
            ),
            Entry(_("Audit"), "cases:audit", _may(Permission.AUDIT_ENTRY_READ)),
        ],
    ),
]
ME = [
    Entry(_("My page"), "accounts:me"),
    Entry(_("Log-in and second factor"), "mfa_index"),
]
PUBLIC = [
    Entry(_("Can we help you?"), "publicsite:help"),
    Entry(_("Make a complaint"), "intake:form"),
    Entry(_("Follow your file"), "portal:login"),
    Entry(_("Reports and stories"), "publicsite:publications"),
    Entry(_("Recommendations"), "publicsite:recommendations"),
    Entry(_("Yearly reports"), "publicsite:reports"),
]
ABOUT = [
    Entry(_("Who we are"), "publicsite:about"),
    Entry(_("Contact and appointment"), "publicsite:contact"),
    Entry(_("Search"), "publicsite:search"),
    Entry(_("News by mail"), "publicsite:subscribe"),
    Entry(_("Report an integrity problem"), "publicsite:integrity"),
    Entry(_("For public services"), "publicsite:services"),
    Entry(_("Open data"), "publicsite:open_data"),
    Entry(_("Your data with us"), "publicsite:privacy"),
    Entry(_("Accessibility"), "publicsite:accessibility"),
    Entry(_("For staff"), "account_login"),
]
MENUS = {"me": ME, "public": PUBLIC, "about": ABOUT}
