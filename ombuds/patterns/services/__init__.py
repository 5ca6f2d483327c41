"""The verbs of patterns and signals."""

from ombuds.patterns.services.arriving import destroy_content, on_receipt, take_in
from ombuds.patterns.services.deciding import (
    change,
    dismiss,
    join,
    leave,
    merge,
    pin,
    restore,
    say_verdict,
    split,
    watch,
)
from ombuds.patterns.services.learning import learn_strengths
from ombuds.patterns.services.rebuilding import catch_up, rebuild
from ombuds.patterns.services.reporting import by_month
from ombuds.patterns.services.signalling import (
    draft_recommendation,
    open_inquiry,
    raise_serious,
    settle,
)
from ombuds.patterns.services.ticking import tick
from ombuds.patterns.services.trying import try_recall

__all__ = [
    "by_month",
    "catch_up",
    "change",
    "destroy_content",
    "dismiss",
    "draft_recommendation",
    "join",
    "learn_strengths",
    "leave",
    "merge",
    "on_receipt",
    "open_inquiry",
    "pin",
    "raise_serious",
    "rebuild",
    "restore",
    "say_verdict",
    "settle",
    "split",
    "take_in",
    "tick",
    "try_recall",
    "watch",
]
