"""Trades that no list of ours has: their endings and the sentence must carry."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ombuds.deidentification.engine import find

FILE = Path(__file__).parent / "rare_trades.txt"
FRAMES = {
    "nl": ("Ik ben {} en woon al jaren in Gent.", "Mijn man werkt als {} in een klein dorp.", "Zij was vroeger {}, maar nu is zij ziek.", "Beroep: {}"),
    "fr": ("Je suis {} et j'habite à Namur.", "Mon mari travaille comme {} dans un petit village.", "Elle était autrefois {}, mais elle est malade.", "Profession : {}"),
    "en": ("My wife is a {} and we live in Ghent.", "My husband works as a {} in a small village.", "She used to be a {}, but now she is ill.", "Occupation: {}"),
    "de": ("Ich bin {} und wohne in Eupen.", "Mein Mann arbeitet als {} in einem kleinen Dorf.", "Sie war früher {}, aber jetzt ist sie krank.", "Beruf: {}"),
}  # fmt: skip
ENOUGH = 0.96


def trades(language: str) -> list[str]:
    pairs = (line.split("|") for line in FILE.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return [trade for spoken, trade in pairs if spoken == language]


def missed(language: str) -> Iterator[str]:
    for number, trade in enumerate(trades(language)):
        frame = FRAMES[language][number % len(FRAMES[language])]
        text = frame.format(trade)
        start = text.index(trade)
        spans = find(text, language)
        if not any(s.start <= start and start + len(trade) <= s.end for s in spans):
            yield text


@pytest.mark.parametrize("language", FRAMES)
def test_rare_trades_are_found_by_their_form_and_their_sentence(language: str) -> None:
    asked, lost = len(trades(language)), list(missed(language))

    assert asked > 40
    assert 1 - len(lost) / asked >= ENOUGH, lost
