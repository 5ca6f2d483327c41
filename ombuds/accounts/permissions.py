"""Who may do what. Permissions are code; which person has which role is data."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The roles of an office. One person can hold several."""

    INTAKE = "intake", _("Intake officer")
    HANDLER = "handler", _("Handler")
    SECOND_READER = "second_reader", _("Second reader")
    OMBUDSMAN = "ombudsman", _("Ombudsman")
    EDITOR = "editor", _("Editor")
    INTEGRITY = "integrity", _("Integrity officer")
    RECORDS = "records", _("Records manager")
    ADMINISTRATOR = "administrator", _("Administrator")


class Permission(StrEnum):
    """Every permission, as room:thing:act, in alphabetical order."""

    ACCOUNTS_PERSON_CHANGE = "accounts:person:change"
    AUDIT_ENTRY_READ = "audit:entry:read"
    AUTHORITIES_BODY_CHANGE = "authorities:body:change"
    CASES_CASE_ASSIGN = "cases:case:assign"  # give cases to others, in bulk too
    CASES_CASE_CONCLUDE = "cases:case:conclude"
    CASES_CASE_HANDLE = "cases:case:handle"  # change the content of a case
    CASES_CASE_READ = "cases:case:read"
    CASES_CASE_TRIAGE = "cases:case:triage"
    CASES_DECISION_APPROVE = "cases:decision:approve"  # the second reader's act
    CASES_ESCALATE = "cases:case:escalate"
    CASES_RETENTION_DECIDE = "cases:retention:decide"
    CASES_WALL_CHANGE = "cases:wall:change"
    DEIDENTIFICATION_LEXICON_CHANGE = (
        "deidentification:lexicon:change"  # agree to words that are never a name
    )
    INTAKE_SUBMISSION_REGISTER = "intake:submission:register"
    OFFICE_SETTINGS_CHANGE = "office:settings:change"
    OFFICE_SETTINGS_READ = "office:settings:read"
    PUBLICATIONS_TEXT_APPROVE = "publications:text:approve"
    PUBLICATIONS_TEXT_REVIEW = "publications:text:review"
    PUBLICATIONS_TEXT_WRITE = "publications:text:write"
    RECOMMENDATIONS_ISSUE = "recommendations:recommendation:issue"
    RECOMMENDATIONS_WRITE = "recommendations:recommendation:write"
    REPORT_RELEASE = "annualreport:edition:release"
    REPORT_WRITE = "annualreport:edition:write"
    STATISTICS_READ = "statistics:figures:read"


_P = Permission
_EVERYONE = frozenset({_P.OFFICE_SETTINGS_READ})
_CASEWORK = _EVERYONE | {
    _P.CASES_CASE_READ,
    _P.CASES_CASE_TRIAGE,
    _P.INTAKE_SUBMISSION_REGISTER,
    _P.STATISTICS_READ,
}
_HANDLING = _CASEWORK | {
    _P.CASES_CASE_HANDLE,
    _P.CASES_CASE_CONCLUDE,
    _P.RECOMMENDATIONS_WRITE,
    _P.PUBLICATIONS_TEXT_WRITE,
}
_READING = _HANDLING | {
    _P.CASES_CASE_ASSIGN,
    _P.CASES_DECISION_APPROVE,
    _P.CASES_WALL_CHANGE,
    _P.PUBLICATIONS_TEXT_REVIEW,
    _P.REPORT_WRITE,
    _P.DEIDENTIFICATION_LEXICON_CHANGE,
}
GRANTS: dict[str, frozenset[Permission]] = {
    Role.INTAKE: _CASEWORK,
    Role.HANDLER: _HANDLING,
    Role.SECOND_READER: _READING,
    Role.OMBUDSMAN: _READING
    | {
        _P.CASES_ESCALATE,
        _P.AUTHORITIES_BODY_CHANGE,
        _P.OFFICE_SETTINGS_CHANGE,
        _P.PUBLICATIONS_TEXT_APPROVE,
        _P.RECOMMENDATIONS_ISSUE,
        _P.REPORT_RELEASE,
        _P.AUDIT_ENTRY_READ,
    },
    # The editor writes from texts that are already de-identified, and sees no case.
    Role.EDITOR: _EVERYONE
    | {
        _P.PUBLICATIONS_TEXT_WRITE,
        _P.PUBLICATIONS_TEXT_REVIEW,
        _P.REPORT_WRITE,
        _P.STATISTICS_READ,
        _P.DEIDENTIFICATION_LEXICON_CHANGE,
    },
    # The integrity officer works in the sealed house and sees no case by default.
    Role.INTEGRITY: _EVERYONE,
    Role.RECORDS: _EVERYONE | {_P.CASES_RETENTION_DECIDE, _P.AUDIT_ENTRY_READ, _P.STATISTICS_READ},
    # The administrator runs the office's system, not its content.
    Role.ADMINISTRATOR: _EVERYONE
    | {
        _P.ACCOUNTS_PERSON_CHANGE,
        _P.AUDIT_ENTRY_READ,
        _P.AUTHORITIES_BODY_CHANGE,
        _P.OFFICE_SETTINGS_CHANGE,
    },
}


def granted(roles: set[str]) -> frozenset[Permission]:
    """All that these roles may do together."""
    return frozenset().union(*(GRANTS.get(role, frozenset()) for role in roles)) if roles else frozenset()
