"""What the office's own record of acts says of the door: little. That a case was asked about is never written there, because that
record is never emptied; that it was emptied is written as for every case that is destroyed."""

from enum import StrEnum


class Act(StrEnum):
    TAKEN_UP = "handover:text:take_up"
