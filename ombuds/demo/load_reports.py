"""Two reports in the sealed channel that a handler is at work on. A new one is for who tries it."""

from typing import Any

from ombuds.demo.words import load
from ombuds.integrity.chests import Holder
from ombuds.integrity.services import admitting, deciding, dialogue, filing, knowing

QUESTIONS = (
    "subject", "story", "body", "persons", "channel", "channel_used", "channel_why", "channel_result", "reprisal",
    "reprisal_what",
)  # fmt: skip


def file_reports(reader: Holder) -> None:
    """Through the same doors as everybody; `reader` is the first reader."""
    knowing.approve(reader, {knowing.print_of(each) for each in knowing.here()})
    for told in load("reports")["report"]:
        _handle(filing.file_report(_told(told)), reader, told)


def _told(told: dict[str, Any]) -> filing.Told:
    identity: dict[str, str] = {name: told[name] for name in ("name", "contact") if name in told}
    answers = {name: told[name] for name in QUESTIONS if name in told}
    return filing.Told(answers, language=told["language"], naming=told["naming"], identity=identity)


def _handle(filed: filing.Filed, reader: Holder, told: dict[str, Any]) -> None:
    """Declared, acknowledged, and a word each way."""
    report = filed.report
    admitting.declare(report, reader, "")
    deciding.acknowledge(report, reader, told["acknowledgement"])
    if "question" in told:
        dialogue.say(report, reader, told["question"], question=True)
        dialogue.say(report, filed.holder, told["answer"])
    if "feedback" in told:
        deciding.give_feedback(report, reader, told["feedback"])
    deciding.add_note(report, reader, told["note"])
