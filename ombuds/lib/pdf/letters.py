"""A letter of the office, ready for a window envelope."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date

from ombuds.lib.pdf import markdown
from ombuds.lib.pdf.engine import compile_document

TEMPLATE = Path(__file__).with_name("letter.typ")
# The letter speaks the language of its reader, not that of the person who presses the button.
WORDS = {
    "nl": {
        "reference": "Ons kenmerk",
        "yours": "Uw kenmerk",
        "subject": "Betreft",
        "enclosures": "Bijlagen",
        "of": "van",
    },
    "fr": {
        "reference": "Notre référence",
        "yours": "Votre référence",
        "subject": "Objet\u00a0",  # French sets a space before the colon
        "enclosures": "Annexes",
        "of": "sur",
    },
    "en": {
        "reference": "Our reference",
        "yours": "Your reference",
        "subject": "Subject",
        "enclosures": "Enclosures",
        "of": "of",
    },
    "de": {
        "reference": "Unser Zeichen",
        "yours": "Ihr Zeichen",
        "subject": "Betreff",
        "enclosures": "Anlagen",
        "of": "von",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterData:
    """What stands in one letter; `body` is Markdown, everything else plain text."""

    language: str
    sender: str
    sender_lines: tuple[str, ...] = ()
    addressee: tuple[str, ...]
    place: str = ""
    date: date
    reference: str
    your_reference: str = ""
    subject: str
    body: str
    signature: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    accent: str = "#16425b"


def letter(data: LetterData, *others: LetterData) -> bytes:
    """Return the PDF of a letter; `others` follow on pages of their own (the same letter in the other language).

    Raises PdfError.
    """
    letters = [_shown(each) for each in (data, *others)]
    title = f"{data.subject} – {data.reference}" if data.reference else data.subject
    return compile_document(
        TEMPLATE,
        {"title": title or data.sender, "author": data.sender, "letters": letters},
        language=data.language if data.language in WORDS else "en",
        dated=data.date,
    )


def written_date(day: date, language: str) -> str:
    """Return the day as it is written in a letter: 1er mars 2025 in French."""
    written = format_date(day, "d MMMM y", locale=language)
    return written.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else written


def _shown(data: LetterData) -> dict[str, Any]:
    language = data.language if data.language in WORDS else "en"
    day = written_date(data.date, language)
    return {
        "lang": language,
        "words": WORDS[language],
        "accent": data.accent,
        "sender": data.sender,
        "sender_lines": data.sender_lines,
        "addressee": data.addressee,
        "date": f"{data.place}, {day}" if data.place else day,
        "reference": data.reference,
        "yours": data.your_reference,
        "subject": data.subject,
        "body": markdown.blocks(data.body, top=2),
        "signature": data.signature,
        "enclosures": data.enclosures,
        "footer": data.footer,
    }
