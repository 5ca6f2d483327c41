"""Why a text does not pass, and why a change is proposed: as codes with values, and in sentences of the reader's language."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from ombuds.deidentification.intruder.lexicon import LANGUAGES, rows
from ombuds.deidentification.intruder.verdict import Attack, Reason

if TYPE_CHECKING:
    from ombuds.deidentification.intruder.examining import Examination


@cache
def sentences() -> dict[str, dict[str, str]]:
    """Code to language to sentence."""
    return {row["code"]: {language: row[language] for language in LANGUAGES} for row in rows("reasons.csv")}


def said(reason: Reason, language: str) -> str:
    """The sentence in Dutch, French, English or German; English for any other language."""
    language = language if language in LANGUAGES else "en"
    values = {name: _spoken(name, value, language) for name, value in reason.values}
    return sentences()[reason.code][language].format(**values)


def _spoken(name: str, value: object, language: str) -> str:
    if name == "name":
        return sentences()[f"by {value}"][language] if f"by {value}" in sentences() else str(value)
    if name == "places" and isinstance(value, tuple):
        return ", ".join(f"{sentences()[f'with {searcher}'][language]} {place}" for searcher, place in value)
    if name in ("chance", "allowed"):
        return _percent(float(str(value)), language)
    return str(value)


def _percent(share: float, language: str) -> str:
    said = "< 0.1 %" if 0 < share < 0.001 else f"{100 * share:.1f} %".replace(".0 %", " %")
    return said if language == "en" else said.replace(".", ",")


def why_proposed(code: str, language: str) -> str:
    """Why a proposal is made, from its `reason`: "wording: copied", "fact: date", the kind of a fact …"""
    language = language if language in LANGUAGES else "en"
    for tried in (code, code.partition(":")[0], code.partition(";")[0]):
        if f"change {tried}" in sentences():
            return sentences()[f"change {tried}"][language]
    return sentences()["change fact"][language]


def why(examination: "Examination") -> tuple[Reason, ...]:
    """Everything that stops the text; and the note on a small base."""
    return tuple(_why(examination))


def _why(examination: "Examination") -> Iterable[Reason]:
    if examination.true_values:
        yield _reason("true_values", count=len(examination.true_values))
    for a in examination.attacks:
        if not a.passed:
            yield _why_attacked(a)
    if examination.rare:
        yield _reason("rare", facts=", ".join(told.text for told in examination.rare[0]))
    if examination.matches:
        yield _reason("wording", count=len(examination.matches))
    for t in examination.together:
        yield _reason(t.kind, id=t.id, k=t.k)
    size = len(examination.base)
    if size and examination.found:
        yield from _why_found(examination)
    if size < examination.thresholds.notional:
        yield _reason("small_base", size=size)


def _why_attacked(attack: Attack) -> Reason:
    """Too few cases fit, or the best guess is too good, or both."""
    few, sure = attack.k < attack.needed, attack.probability > attack.allowed
    code = "attack" if few and sure else "attack_few" if few else "attack_sure"
    counted = {"k": attack.k, "needed": attack.needed} if few else {}
    guessed = {"chance": f"{attack.probability:.3f}", "allowed": f"{attack.allowed:.2f}"} if sure else {}
    return _reason(code, name=attack.name, **counted, **guessed)


def _why_found(examination: "Examination") -> Iterable[Reason]:
    near = tuple(sorted(examination.near.items(), key=lambda pair: pair[1]))
    if near:
        yield _reason("one_of_series" if examination.is_series else "near", places=near)
    if not examination.is_series:  # of a series some case is always near the top
        chance = f"{examination.probability:.3f}"
        yield _reason("found", rank=examination.rank, size=len(examination.base), chance=chance)


def _reason(code: str, **values: object) -> Reason:
    return Reason(code, tuple(values.items()))


def from_json(held: Mapping[str, object]) -> Reason:
    """A reason as `Reason.as_json` keeps it. Raises KeyError when it is not one."""
    code = str(held["code"])
    if code not in sentences():
        raise KeyError(code)
    values = [(name, tuple(map(tuple, value)) if isinstance(value, list) else value) for name, value in held.items() if name != "code"]  # fmt: skip
    return Reason(code, tuple(values))
