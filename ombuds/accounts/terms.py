"""The acts of this room, as the audit record names them."""

from enum import StrEnum


class Act(StrEnum):
    """room:thing:act, in alphabetical order."""

    ABSENCE_CANCELLED = "accounts:absence:cancelled"
    ABSENCE_PLANNED = "accounts:absence:planned"
    LOGGED_IN = "accounts:person:logged_in"
    PASSWORD_LINK_MADE = "accounts:password:link_made"  # noqa: S105  # the name of an act
    PASSWORD_SET = "accounts:password:set"  # noqa: S105  # the name of an act
    PERSON_ADDED = "accounts:person:added"
    PERSON_CHANGED = "accounts:person:changed"
    PERSON_CLOSED = "accounts:person:closed"
    PERSON_REOPENED = "accounts:person:reopened"
    ROLE_ENDED = "accounts:role:ended"
    ROLE_GIVEN = "accounts:role:given"
    SECOND_FACTOR_REMOVED = "accounts:second_factor:removed"
    TEAM_ADDED = "accounts:team:added"
    TEAM_REMOVED = "accounts:team:removed"
    TEAM_RENAMED = "accounts:team:renamed"
