"""The effect of a recommendation as one plain sentence, in the reader's language."""

from django.utils.translation import gettext as _

from ombuds.recommendations.effect import Estimate, Verdict


def sentence(found: Estimate) -> str:
    """For instance “Fewer complaints than expected: 41 instead of 78, between 25 and 60 fewer.”

    The numbers are whole: a reader counts people. `observed` is left as it is; the others are rounded.
    """
    if found.verdict is Verdict.TOO_FEW:
        return _("Too few complaints to tell whether anything changed.")
    numbers = {"observed": found.observed, "expected": round(found.expected)}
    if found.verdict is Verdict.FEWER:
        # At least one: “between 0 and 12 fewer” would read as if nothing had changed.
        numbers |= {"least": max(1, round(found.low)), "most": max(1, round(found.high))}
        return (
            _(
                "Fewer complaints than expected: %(observed)d instead of %(expected)d, between %(least)d and %(most)d fewer."
            )
            % numbers
        )
    if found.verdict is Verdict.MORE:
        numbers |= {"least": max(1, round(-found.high)), "most": max(1, round(-found.low))}
        return (
            _(
                "More complaints than expected: %(observed)d instead of %(expected)d, between %(least)d and %(most)d more."
            )
            % numbers
        )
    return (
        _(
            "No difference that could not be chance: %(observed)d complaints, where %(expected)d were expected."
        )
        % numbers
    )
