"""What is recorded of the outside parties' pages."""

from enum import StrEnum


class Act(StrEnum):
    """Acts of the complainant on the file's page."""

    CHANGE_CONTACT = "portal:contact:change"
    ENTER = "portal:file:enter"
    PAPER_READ = "portal:paper:read"
    RESUME_ASKED = "portal:file:ask_resume"
