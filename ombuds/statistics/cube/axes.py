"""What the rows can be counted by, and of which unit each property is one: the case, the grievance or the norm mention."""

CASE, GRIEVANCE, MENTION = "case", "grievance", "mention"
UNITS = (GRIEVANCE, CASE, MENTION)  # the grievance first: it is what the cube counts unless asked otherwise
_DEPTH = {CASE: 0, GRIEVANCE: 1, MENTION: 2}
# Of which unit a property has one value; counted in a larger unit, one case can stand on several lines.
AXES: dict[str, str] = {
    "year": CASE,
    "month": CASE,
    "channel": CASE,
    "language": CASE,
    "kind": CASE,
    "body": GRIEVANCE,
    "level": GRIEVANCE,
    "policy_domain": GRIEVANCE,
    "theme": GRIEVANCE,
    "norm": MENTION,
    "ground": MENTION,
    "assessment": GRIEVANCE,
    "result": GRIEVANCE,
    "remedy": MENTION,
    "duration": CASE,
    "case_theme": CASE,
    "case_assessment": CASE,
    "case_result": CASE,
    "grievance_theme": GRIEVANCE,
    "grievance_assessment": GRIEVANCE,
    "grievance_result": GRIEVANCE,
}
# A case has a theme of its own beside those of its grievances: the plain name means that of the unit counted.
_BOTH = ("theme", "assessment", "result")
DATES = ("received", "closed", "remedied")


def resolved(axis: str, unit: str) -> str:
    """Return the column that an axis reads when this unit is counted."""
    if axis in _BOTH:
        return f"case_{axis}" if unit == CASE else f"grievance_{axis}"
    return axis


def is_many(axis: str, unit: str) -> bool:
    """Return whether one unit can have several values, so that lines add up to more than their total."""
    of = AXES.get(resolved(axis, unit), CASE)
    # A ground or a remedy is no property of a norm mention either: several can belong to one.
    return _DEPTH[of] > _DEPTH[unit] or axis in ("ground", "remedy")
