"""How often the matcher is right on phrasings that it was not tuned on, and whether it ever refuses wrongly.

    ./run bench route    or    python benchmarks/route.py [CASES.jsonl] [--show]

A case is right when the answer about competence is right, and the body (and whom to refer to) where the case names
them. A confident wrong refusal is an answer « refer » or « first_line » where the office is competent: it must not happen.
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ombuds.authorities import reading
from ombuds.authorities.matching import Answer, Router

CASES = Path(__file__).resolve().parent / "route_cases.jsonl"


def is_right(expect: dict[str, Any], answer: Answer) -> bool:
    """The verdict must be right; body and referral too where the case is definite about them."""
    if answer.competence not in expect["competence"]:
        return False
    if answer.competence == "unknown":
        return True
    if expect["body"] and answer.code not in expect["body"]:
        return False
    return not expect["refer_to"] or answer.refer_code in expect["refer_to"] or answer.competence != "refer"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="?", type=Path, default=CASES)
    parser.add_argument("--show", action="store_true", help="print the cases that are wrong")
    options = parser.parse_args()
    routers: dict[str, Router] = {}
    count: Counter[str] = Counter()
    times = []
    for line in options.cases.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        office = case["office"]
        router = routers.setdefault(office, Router(reading.register(office)))
        started = time.perf_counter()
        answer = router.route(case["text"], case["lang"], case["kind"])
        times.append(time.perf_counter() - started)
        expect = case["expect"]
        right = is_right(expect, answer)
        refused = answer.competence in ("refer", "first_line") and expect["competence"] == ["competent"]
        count.update({"cases": 1, "right": right, "verdict": answer.competence in expect["competence"]})
        count.update({"unsure": not right and answer.competence == "unknown", "wrong_refusal": refused})
        if options.show and not right:
            top = [(c.code, round(c.score), c.why) for c in answer.candidates[:3]]
            print(
                f"{'!!' if refused else '  '} {office[:2]} {case['text']!r}: {answer.competence} {answer.code} {answer.refer_code} {top}"
            )
    times.sort()
    total = count["cases"]
    print(f"cases                      {total}")
    print(f"right                      {count['right']} ({count['right'] / total:.1%})")
    print(f"right about competence     {count['verdict']} ({count['verdict'] / total:.1%})")
    print(f"wrong because unsure       {count['unsure']}")
    print(f"confident wrong refusals   {count['wrong_refusal']}")
    print(f"median, slowest            {times[total // 2] * 1000:.1f} ms, {times[-1] * 1000:.1f} ms")
    return 1 if count["wrong_refusal"] else 0


if __name__ == "__main__":
    sys.exit(main())
