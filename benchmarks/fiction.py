"""Rewrites invented stories as fiction and looks for what must never happen.

    ./run bench fiction [--stories 2000] [--lang nl,fr,en,de] [--seed 0] [--show 3] [--json FILE]

No true value survives, no invented name is close to a true one, to another party or to a known person, one person
has one alias in every form of the name, the checker of agreement finds nothing, dates keep weekdays and intervals.
Exit code 1 when anything is found. The sentences are ours (benchmarks/stories), so is the engine: read it as a test
of the rules, not as a measure of style.
"""

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.stories.cast import LASTS, MEN, WOMEN, Cast
from benchmarks.stories.faults import Fault, faults_of, words
from benchmarks.stories.telling import Told, stories
from ombuds.deidentification.engine import Address, KnownIdentifiers, Mode, Person, deidentify
from ombuds.deidentification.engine.agreement import check_agreement
from ombuds.deidentification.engine.replacing import Ledger

LANGUAGES = ("nl", "fr", "en", "de")


def known_of(cast: Cast, chance: random.Random) -> KnownIdentifiers:
    """The case file: genders are missing in half of the stories."""
    told = chance.random() < 0.5
    return KnownIdentifiers(
        people=tuple(Person(p.first, p.last, "", p.gender if told else "") for p in cast.people),
        addresses=(Address(cast.street, cast.number, cast.postcode, cast.towns[0]),),
        towns=cast.towns, phones=(cast.phone,), national_numbers=(cast.national_number,), ibans=(cast.iban,),
        plates=(cast.plate,), references=(cast.reference,), organisations=cast.organisations,
    )  # fmt: skip


def parties(number: int = 2000) -> list[str]:
    """Other people of the case base, whom no invented name may come near."""
    chance = random.Random("parties")
    return [f"{chance.choice(WOMEN + MEN)} {chance.choice(LASTS)}" for _ in range(number)]


def rewritten(told: Told, seed: int, avoid: list[str], folded: list[str]) -> tuple[str, list[Fault]]:
    chance = random.Random(seed)
    known = known_of(told.cast, chance)
    ledger = Ledger(told.language, Mode.FICTION, known, seed, avoid=avoid)
    done = deidentify(told.text, language=told.language, known=known, ledger=ledger)
    faults = list(faults_of(told, done, folded))
    names = {name: a.gender for a in ledger.people.values() for name in (a.first, f"{a.first} {a.last}")}
    names |= {a.last: "" for a in ledger.people.values()}
    faults += [
        Fault("agreement", f"{p.says} [{p.text}]") for p in check_agreement(done.text, told.language, names)
    ]
    again = deidentify(done.text, language=told.language, known=known, ledger=ledger)
    if again.text != done.text:
        faults.append(Fault("a second time changes it", told.language))
    return done.text, faults


def run(language: str, number: int, seed: int, show: int) -> dict[str, object]:
    avoid = parties()
    folded = [" ".join(words(name)) for name in avoid]
    counts: Counter[str] = Counter()
    examples: dict[str, list[str]] = {}
    with_faults = characters = 0
    start = time.process_time()
    for index, told in enumerate(stories(language, number, seed)):
        text, faults = rewritten(told, index, avoid, folded)
        characters += len(told.text)
        with_faults += bool(faults)
        for fault in faults:
            counts[fault.kind] += 1
            examples.setdefault(fault.kind, []).append(fault.what)
        if index < show:
            print(f"\n[{language} {index}] {told.text}\n→ {text}")
    return {
        "language": language, "stories": number, "with_faults": with_faults, "faults": dict(counts),
        "examples": {k: v[:8] for k, v in examples.items()}, "characters_per_cpu_second": round(characters / max(0.01, time.process_time() - start)),
    }  # fmt: skip


def report(results: Iterable[dict[str, object]]) -> int:
    worst = 0
    for row in results:
        verdict = "ok" if not row["with_faults"] else "FAULTS"
        print(
            f"{row['language']}: {row['stories']} stories, {row['with_faults']} with faults, {row['characters_per_cpu_second']} characters a CPU second with all checks: {verdict}"
        )
        examples = row["examples"]
        assert isinstance(examples, dict)
        for kind, listed in examples.items():
            print(f"   {kind}: {'; '.join(listed)}")
        worst |= bool(row["with_faults"])
    return int(worst)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=2000, help="for each language")
    parser.add_argument("--lang", default=",".join(LANGUAGES))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--show", type=int, default=0, help="print so many stories of each language before and after"
    )
    parser.add_argument("--json", type=Path, help="write the results there too")
    words_given = parser.parse_args()
    results = [
        run(language, words_given.stories, words_given.seed, words_given.show)
        for language in words_given.lang.split(",")
    ]
    if words_given.json:
        words_given.json.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    return report(results)


if __name__ == "__main__":
    sys.exit(main())
