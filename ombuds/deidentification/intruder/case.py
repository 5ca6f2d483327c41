"""A case as the intruder's base holds it: its texts, what is written in its fields, and who its people are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ombuds.deidentification.engine.known import KnownIdentifiers


@dataclass(frozen=True, slots=True)
class BaseCase:
    """One case of the base.

    `texts`: everything written in it (complaint, letters, decision), plain text. `facts`: field name to its values, as
    they stand: body, theme, town, postcode, date, age, born, sex, family, profession, nationality, amount, outcome, norm,
    channel or any other; several values are allowed. `names`: what identifies its people; None when nothing is known.
    """

    id: str
    language: str = "nl"
    texts: tuple[str, ...] = ()
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: KnownIdentifiers | None = None
