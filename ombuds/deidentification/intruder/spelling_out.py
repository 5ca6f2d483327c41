"""Why a text does not pass, in sentences. Whoever shows them translates: `CODES` are the sentences, `why` gives code and values."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ombuds.deidentification.intruder.examining import Examination

CODES = {
    "true_values": "The text still holds {count} identifiers of a case.",
    "attack": "For the attacker “{name}” only {k} cases fit the facts (needed: {needed}); the chance of finding the right one is {chance} (allowed: {allowed}).",
    "rare": "A few rare facts together point at one case: {facts}.",
    "wording": "{count} sentences stand too close to the words of a case.",
    "together": "Together with “{id}”, published before, only {k} cases are left.",
    "found": "With all that is known the true case is at place {rank} of {size} (chance {chance}).",
    "small_base": "The base holds only {size} cases; average cases were added to judge the facts.",
}


def why(examination: "Examination") -> list[tuple[str, dict[str, object]]]:
    """(code, values) of everything that stops the text; and the note on a small base."""
    found: list[tuple[str, dict[str, object]]] = []
    if examination.true_values:
        found.append(("true_values", {"count": len(examination.true_values)}))
    for a in examination.attacks:
        if not a.passed:
            values: dict[str, object] = {"name": a.name, "k": a.k, "needed": a.needed}
            found.append(
                ("attack", values | {"chance": f"{a.probability:.3f}", "allowed": f"{a.allowed:.2f}"})
            )
    if examination.rare:
        found.append(("rare", {"facts": ", ".join(said.text for said in examination.rare[0])}))
    if examination.matches:
        found.append(("wording", {"count": len(examination.matches)}))
    found += [("together", {"id": t.id, "k": t.k}) for t in examination.together]
    if len(examination.base) and examination.found:
        found.append(
            (
                "found",
                {
                    "rank": examination.rank,
                    "size": len(examination.base),
                    "chance": f"{examination.probability:.3f}",
                },
            )
        )
    if len(examination.base) < examination.thresholds.notional:
        found.append(("small_base", {"size": len(examination.base)}))
    return found


def reasons(examination: "Examination") -> tuple[str, ...]:
    return tuple(CODES[code].format(**values) for code, values in why(examination))
