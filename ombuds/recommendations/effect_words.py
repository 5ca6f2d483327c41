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


LEAST_PUBLIC = 20  # expected complaints under which the public is told that they are too few
STEP = 5  # per cent: public shares are rounded, so that no count can be worked out from them


def public_effect(found: Estimate) -> str:
    """The effect as the public copy keeps it: "fewer:45:30:60" (per cent: best guess, least, most), or a verdict alone."""
    if found.verdict is Verdict.TOO_FEW or found.expected < LEAST_PUBLIC:
        return Verdict.TOO_FEW.value
    if found.verdict is Verdict.UNCLEAR:
        return Verdict.UNCLEAR.value
    shares = [abs(value) / found.expected * 100 for value in (found.fewer, found.low, found.high)]
    best, *sides = (max(STEP, round(share / STEP) * STEP) for share in shares)
    return ":".join([found.verdict.value, *(str(number) for number in (best, min(sides), max(sides)))])


def public_sentence(kept: str) -> str:
    """What `public_effect` kept, for a reader."""
    verdict, *numbers = kept.split(":")
    if verdict == Verdict.UNCLEAR:
        return _("No difference in the number of complaints that could not be chance.")
    if verdict == Verdict.TOO_FEW or len(numbers) != 3:
        return _("Too few complaints to tell whether anything changed.")
    words = dict(zip(("best", "least", "most"), numbers, strict=True))
    if verdict == Verdict.FEWER:
        return (
            _("About %(best)s%% fewer complaints than expected (between %(least)s%% and %(most)s%% fewer).")
            % words
        )
    return (
        _("About %(best)s%% more complaints than expected (between %(least)s%% and %(most)s%% more).") % words
    )
