"""The vocabulary of the profile's own acts."""

from enum import StrEnum


class Act(StrEnum):
    """What is recorded of the profile."""

    CORRECT = "office:row:correct"
    LOAD = "office:profile:load"
    NEW_VERSION = "office:row:new_version"
