"""Do grounds, verdict and reasons of a decision fit together? Each misfit has a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ombuds.admissibility.terms import CompetenceVerdict, GroundVerdict, Verdict
from ombuds.lib.errors import Refusal
from ombuds.office.models import Ground


@dataclass(frozen=True)
class Choice:
    """What the person made of one ground. `hinted`: the facts of the case point at it."""

    ground: Ground
    verdict: str
    reason: str = ""
    hinted: bool = False


class MandatoryGround(Refusal):
    template = _("“%(ground)s” is mandatory: when it applies, we cannot take the case all the same.")


class ReasonWanted(Refusal):
    template = _("Say why at “%(ground)s”: the file must show it.")


class GroundApplies(Refusal):
    template = _(
        "You say that “%(ground)s” applies. Then the case cannot be taken; waive it with a reason, or choose another decision."
    )


class NoGround(Refusal):
    template = _("No ground that you use leads to this decision. Choose the ground that applies.")


class ReasonsMissing(Refusal):
    template = _("Write the reasons in words: the person reads them in our letter.")


LEADS_TO: dict[str, frozenset[str]] = {
    Verdict.REFUSED: frozenset({Ground.Effect.REFUSE, Ground.Effect.REDIRECT}),
    Verdict.FIRST_LINE: frozenset({Ground.Effect.FIRST_LINE}),
    CompetenceVerdict.TRANSFER: frozenset({Ground.Effect.TRANSFER, Ground.Effect.REDIRECT}),
    CompetenceVerdict.REDIRECT: frozenset({Ground.Effect.REDIRECT, Ground.Effect.INFORMATION}),
    CompetenceVerdict.REFUSE: frozenset({Ground.Effect.REFUSE}),
}
TAKES = frozenset({Verdict.ADMITTED.value, CompetenceVerdict.OURS.value})


def check(verdict: str, reasons: str, choices: Sequence[Choice]) -> None:
    """Raises a Refusal that names the ground in question."""
    for choice in choices:
        _check_choice(choice)
    used = [c for c in choices if c.verdict == GroundVerdict.USED]
    if verdict in TAKES:
        if used:
            raise GroundApplies(ground=str(used[0].ground))
        return
    leading = LEADS_TO[verdict]
    if not any(leading & set(c.ground.effects) for c in used):
        raise NoGround()
    if not reasons.strip():
        raise ReasonsMissing()


def _check_choice(choice: Choice) -> None:
    ground = choice.ground
    silent = not choice.reason.strip()
    if choice.verdict == GroundVerdict.WAIVED and ground.mandatory:
        raise MandatoryGround(ground=str(ground))
    if choice.verdict in (GroundVerdict.USED, GroundVerdict.WAIVED) and not ground.mandatory and silent:
        raise ReasonWanted(ground=str(ground))
    if choice.verdict == GroundVerdict.NOT_MET and choice.hinted and silent:
        raise ReasonWanted(ground=str(ground))


def needs_reader(choices: Sequence[Choice]) -> bool:
    """Does a ground that is used ask for a second reader, or for the ombudsman?"""
    return any(
        c.verdict == GroundVerdict.USED
        and (c.ground.second_reader or c.ground.parameters.get("decided_by") == "ombudsman")
        for c in choices
    )
