"""Complaints from a file, in order of date, through the whole chain: what an office would have seen, and when."""

import datetime as dt
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ombuds.deidentification.engine.language import guess
from ombuds.patterns.engine import groups, splitting
from ombuds.patterns.engine.chain import Alarm, Arrival, Chain, Complaint
from ombuds.patterns.engine.terms import Vocabulary, key_terms

LONGEST = 200_000


class BadLine(Exception):
    """A line that cannot be read; the sentence says which and why."""


class Replay:
    """Keeps the texts in memory for as long as it runs; the vectors in a folder that goes when it ends."""

    def __init__(self, *, top: int = 10, budget: float = 4.0) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="ombuds-replay-")
        self.chain = Chain(Path(self._folder.name), budget=budget)
        self.top = top
        self.vocabulary = Vocabulary()
        self.given: list[dict[str, Any]] = []
        self.signals: list[dict[str, Any]] = []

    def __enter__(self) -> "Replay":
        return self

    def __exit__(self, *_: object) -> None:
        self.chain.store.close()
        self._folder.cleanup()

    def answers(self, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
        """One for each line that holds something; stops with `BadLine`."""
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield self._answer(self._read(line, number), number)

    def summary(self) -> dict[str, Any]:
        """The patterns as they stand at the end, the campaigns, the signals, and what the alarms hang on."""
        chain = self.chain
        patterns = [
            self._pattern(label, rows)
            for label, rows in chain.groups.by_label().items()
            if len(rows) >= groups.LEAST
        ]
        patterns.sort(key=lambda item: (-item["size"], item["id"]))
        return {
            "complaints": len(self.given),
            "patterns": patterns,
            "campaigns": [
                {"size": len(rows), "members": [self.given[row]["id"] for row in rows]}
                for rows in chain.campaigns.all()
            ],
            "signals": len([s for s in self.signals if s["kind"] != "campaign"]),
            "false_alarms_allowed_a_year": chain.budget,
            "alarm_levels": {kind: round(level, 2) for kind, level in chain.levels.items()},
            "model": chain.encoder.name,
        }

    def _answer(self, given: dict[str, Any], number: int) -> dict[str, Any]:
        row_before = len(self.given)
        self.given.append(given)
        arrival = self.chain.add(
            Complaint(row_before, given["date"], given["lang"], given["body"], given["text"]), top=self.top
        )
        self.vocabulary.learn(given["text"], given["lang"])
        found = [self._signal(alarm) for alarm in arrival.alarms]
        self.signals += found
        return {
            "id": given["id"],
            "similar": [
                {"id": self.given[n.id]["id"], "score": n.score, "strength": n.strength}
                for n in arrival.similar
            ],
            "pattern": self._label(arrival),
            "signals": found,
        }

    def _label(self, arrival: Arrival) -> str | None:
        """None while the complaint stands alone."""
        alone = self.chain.groups.size(arrival.pattern) < 2
        return None if alone else f"P{arrival.pattern}"

    def _signal(self, alarm: Alarm) -> dict[str, Any]:
        told: dict[str, Any] = {
            "kind": alarm.kind,
            "pattern": f"P{alarm.pattern}",
            "cases": [self.given[row]["id"] for row in alarm.rows],
            "terms": self._terms(list(alarm.rows)),
            "bodies": dict(Counter(self.given[row]["body"] for row in alarm.rows).most_common(5)),
        }
        if alarm.excess is not None:
            told |= {
                "days": alarm.excess.window,
                "count": alarm.excess.count,
                "expected": round(alarm.excess.expected, 2),
                "strength": round(alarm.excess.strength, 2),
                "level": round(alarm.level, 2),
            }
        return told

    def _pattern(self, label: int, rows: list[int]) -> dict[str, Any]:
        return {
            "id": f"P{label}",
            "size": len(rows),
            "people": len(self.chain.people_of(rows)),
            "campaign": self.chain.is_mostly_campaign(rows),
            "terms": self._terms(rows),
            "languages": dict(Counter(self.given[row]["lang"] for row in rows)),
            "bodies": dict(Counter(self.given[row]["body"] for row in rows).most_common(5)),
            "members": [self.given[row]["id"] for row in rows],
        }

    def _terms(self, rows: list[int], count: int = 8) -> list[str]:
        sentences, rows = [], rows[-60:]
        for row in rows:
            given = self.given[row]
            weights = self.chain.weights(row)
            parts = splitting.sentences(given["text"])
            sentences += [
                (part, given["lang"], float(weight)) for part, weight in zip(parts, weights, strict=False)
            ]
        return self.chain.key_words(key_terms(sentences, self.vocabulary, 40), rows, count)

    def _read(self, line: str, number: int) -> dict[str, Any]:
        try:
            given = json.loads(line)
        except (ValueError, RecursionError) as problem:
            raise BadLine(f"Line {number} is not JSON.") from problem
        if not isinstance(given, dict) or "id" not in given or not isinstance(given.get("text"), str):
            raise BadLine(f'Line {number} needs at least "id", "date" and "text".')
        try:
            day = dt.date.fromisoformat(str(given.get("date", ""))[:10])
        except ValueError as problem:
            raise BadLine(f"Line {number}: the date must look like 2026-03-31.") from problem
        text = given["text"][:LONGEST]
        language = str(given.get("lang") or "").lower()[:2] or guess(text)
        return {
            "id": given["id"],
            "date": day,
            "lang": language,
            "body": str(given.get("body") or ""),
            "text": text,
        }
