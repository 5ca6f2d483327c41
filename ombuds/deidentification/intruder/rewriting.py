"""A sentence said anew in neutral words: what happened, without who, when, where and how much.

The events recognised in a sentence are told by the fixed sentences of phrasing/events.csv, in the language of the sentence; more coarsely
still by the four of phrasing/classes.csv. What nobody recognises cannot be said anew and is better left out.
"""

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path

from ombuds.deidentification.intruder.fuller import PLAINER, fuller
from ombuds.deidentification.intruder.lexicon import LANGUAGES
from ombuds.deidentification.intruder.truth import spoken, truly_told

# What tells more of the matter comes first when a sentence holds several events.
WEIGHTY = (
    "repaid refused granted corrected cancelled lost no_answer error fined reclaimed stopped damage hardship treated_badly founded unfounded "
    "mediated recommended apologised not_informed promised appealed inspected moved billed paid waited referred reminded solved deadline "
    "decided explained documents changed_rule called received letter visited wrote asked inquired examined complained wished"
).split()
RANK = {event: 2.0 * place for place, event in enumerate(WEIGHTY)}
RANK |= {more: RANK[event] - 1 + place / 10 for place, (more, event) in enumerate(PLAINER.items())}
# What is told of here only is as usual as what the attack reads in the same words.
LIKE = {
    "wished": "asked",
    "received": "wrote",
    "letter": "wrote",
    "inquired": "asked",
    "examined": "complained",
    "admitted": "error",
    "kept_rules": "changed_rule",
    "contacted": "complained",
    "awaited": "waited",
    "unanswered": "no_answer",
    "asked_back": "asked",
    "asked_right": "asked",
}
# An event that so large a share of all cases tell of singles out nobody.
USUAL = 0.25
PHRASING = Path(__file__).resolve().parent / "phrasing"
Share = Callable[[str], float]


def _rows(name: str) -> list[dict[str, str]]:
    with (PHRASING / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@cache
def neutral() -> dict[str, dict[str, str]]:
    """Event to language to sentence."""
    return {row["value"]: {language: row[language] for language in LANGUAGES} for row in _rows("events.csv")}


@cache
def classes() -> dict[str, dict[str, str]]:
    """Event to the sentence of its class, by language."""
    return {
        event: {language: row[language] for language in LANGUAGES}
        for row in _rows("classes.csv")
        for event in row["events"].split()
    }


def events_of(sentence: str, share: Share | None = None) -> list[str]:
    """The events that a sentence tells: the usual ones by weight, then the others, the more usual first.

    `share`: the share of all cases that tell of an event, 0 to 1, and less than 0 for what may not be told; without it all count as usual.
    """
    found = truly_told(sentence)
    found |= set(fuller(found, spoken(sentence)))
    told = {event: 1.0 if share is None else share(LIKE.get(event, event)) for event in found}
    told = {event: value for event, value in told.items() if value >= 0}
    usual = sorted((e for e in told if told[e] >= USUAL), key=RANK.__getitem__)
    return [*usual, *sorted((e for e in told if told[e] < USUAL), key=lambda e: (-told[e], RANK[e]))]


def said_anew(
    sentence: str, language: str, *, used: frozenset[str] = frozenset(), share: Share | None = None
) -> tuple[str, str] | None:
    """(the new sentence, the event it tells); None when no event is recognised, or all of them were told already."""
    for event in events_of(sentence, share):
        if event not in used:
            return neutral()[event][language], event
    return None


def said_more_plainly(sentence: str, language: str) -> str | None:
    """The sentence that tells less of the same event as this fuller one; None when this is none."""
    event = PLAINER.get(_fixed().get(sentence.strip(), ""))
    return neutral()[event][language] if event else None


def said_broadly(sentence: str, language: str) -> str | None:
    """The sentence of the class of the weightiest event; None when none is recognised."""
    events = [e for e in events_of(sentence) if e in classes()]
    return classes()[events[0]][language] if events else None


def ways_to_say(sentence: str, language: str) -> frozenset[str]:
    """Every fixed sentence that tells of something this sentence tells of."""
    events = events_of(sentence)
    broad = {classes()[e][language] for e in events if e in classes()}
    return frozenset({neutral()[e][language] for e in events} | broad)


def level(sentence: str) -> int:
    """0: anybody's own words; 1: a fixed sentence of an event; 2: of a class."""
    said = sentence.strip()
    return 2 if said in _broad() else 1 if said in _fixed() else 0


def event_told(sentence: str) -> str:
    """The event that a fixed sentence tells, as the attack reads it in the files; empty for any other sentence."""
    event = _fixed().get(sentence.strip(), "")
    return LIKE.get(event, event)


@cache
def _fixed() -> dict[str, str]:
    return {said: event for event, one in neutral().items() for said in one.values()}


@cache
def _broad() -> frozenset[str]:
    return frozenset(said for one in classes().values() for said in one.values())
