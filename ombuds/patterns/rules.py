"""When one complaint is a signal by itself: rules that staff can read, no model."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombuds.cases.models import Case
from ombuds.lib.text import fold
from ombuds.patterns.models import Signal, SignalCase
from ombuds.patterns.reading import text_of
from ombuds.patterns.terms import SignalKind

SUM = 10_000  # euro
_AMOUNTS = re.compile(r"(?:€|eur|euros?)\s*(\d[\d., ]{3,})|(\d[\d., ]{3,})\s*(?:€|eur\b|euros?\b)")
_RIGHTS = re.compile(
    r"\b(discrimin\w+|racis\w+|vrijheidsberov\w+|opgeslot\w+|detention|enferme\w*|privation de liberte|mishandel\w+|maltraitance|"
    r"ill-treat\w+|violence policiere|politiegeweld|torture|foltering|expulsion|uithuiszetting|uitzetting|dakloos|sans abri|homeless)\b"
)
_NEED = re.compile(
    r"\b(zelfmoord|suicide|levensgevaar|danger de mort|danger of death|geen eten|rien a manger|nothing to eat|zonder verwarming|sans chauffage|"
    r"without heating|afgesloten van (?:gas|water|elektriciteit)|coupure d'(?:eau|electricite)|op straat gezet|a la rue)\b"
)

RULES: dict[str, str | Promise] = {
    "need": _("urgent need, or a case marked urgent of a person marked vulnerable"),
    "right": _("words about a fundamental right: freedom, home, equal treatment, ill-treatment"),
    "amount": _("an amount of 10,000 euro or more"),
}


def met(case: Case) -> list[str]:
    """Codes of the rules that a case meets. A signal needs the first, or the other two together."""
    text = fold(text_of(case))
    found = []
    if (case.urgent and case.vulnerable) or _NEED.search(text):
        found.append("need")
    if _RIGHTS.search(text):
        found.append("right")
    if any(_amount(one or two) >= SUM for one, two in _AMOUNTS.findall(text)):
        found.append("amount")
    return found


def apply(case: Case) -> Signal | None:
    """Raise the signal, once."""
    found = met(case)
    if "need" not in found and not (
        {"right", "amount"} <= set(found) or ("right" in found and case.vulnerable)
    ):
        return None
    if Signal.objects.filter(kind=SignalKind.SERIOUS, case_links__case=case).exists():
        return None
    signal = Signal.objects.create(
        office=case.office, kind=SignalKind.SERIOUS, raised_on=case.received_on, rules=found, least=1
    )
    SignalCase.objects.create(signal=signal, case=case)
    return signal


def _amount(written: str) -> float:
    """Belgian and English ways of writing a sum; cents are left out."""
    digits = re.sub(r"[.,]\d{2}$", "", written.strip())
    return float(re.sub(r"\D", "", digits) or 0)
