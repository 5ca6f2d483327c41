"""Runs a tool over documents in a process of its own."""

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.judging.scoring import Mask
from benchmarks.letters.piece import Document

WORKER = Path(__file__).parent / "worker.py"
HOUSE = WORKER.parent.parent.parent
OURS = "ombuds"
# Which languages a tool is made for, and whether it can use a case file.
PEERS: dict[str, tuple[str, bool]] = {
    "presidio": ("nl fr en de", False), "spacy": ("fr en", False), "deduce": ("nl", True), "belgian-deduce": ("nl", True),
    "euredact": ("nl fr en de", False), "datafog": ("nl fr en de", False), "scrubadub": ("nl fr en de", False), "frog": ("nl", False),
}  # fmt: skip


@dataclass
class Run:
    """What a tool answered; `masks` by document id. `problem` says why there is no answer."""

    masks: dict[str, list[Mask]]
    speed: float = 0.0  # characters a second of processor time, loading not counted
    problem: str = ""


def run(
    tool: str, language: str, documents: Sequence[Document], *, case: bool, python: str = sys.executable
) -> Run:
    command = [python, str(WORKER), tool, language, *(["--case"] if case else [])]
    environment = {"PYTHONPATH": str(HOUSE), "PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "0"}
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    said: list[str] = []
    reader = threading.Thread(
        target=lambda: said.append(process.stderr.read() if process.stderr else ""), daemon=True
    )
    reader.start()
    feeder = threading.Thread(target=_feed, args=(process, documents), daemon=True)
    feeder.start()
    answers = [json.loads(line) for line in process.stdout or ()]
    code = process.wait()
    reader.join(5)
    if code or len(answers) != len(documents):
        last = (said[0] if said else "").strip().splitlines()
        return Run({}, problem=last[-1] if last else f"ended with code {code}")
    cpu = sum(answer["cpu"] for answer in answers)
    characters = sum(len(document.text) for document in documents)
    masks = {answer["id"]: [(span[0], span[1], span[2]) for span in answer["spans"]] for answer in answers}
    return Run(masks, characters / cpu if cpu else 0.0)


def _feed(process: "subprocess.Popen[str]", documents: Sequence[Document]) -> None:
    try:
        for document in documents:
            assert process.stdin is not None
            process.stdin.write(json.dumps(document.as_dict()) + "\n")
        process.stdin.close()  # type: ignore[union-attr]  # a pipe was asked for
    except BrokenPipeError:
        return
