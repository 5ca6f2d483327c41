"""Accessible PDF for paper, post and the archive.

Everything that leaves here is PDF/UA-1 (a screen reader can read it) and PDF/A-3a (it can be read in fifty years).
Texts travel to typst as data and are never pasted into its source, so nothing a person typed can act as markup.

Doors: `letter(LetterData(…))` for correspondence, `compile_document(template, data, …)` for other rooms that bring
their own typst template, `markdown.blocks(text)` for the Markdown that those templates draw with `/lib/pdf/parts.typ`.
Next: `engine.py`.
"""

from ombuds.lib.pdf.engine import PdfError, compile_document
from ombuds.lib.pdf.letters import LetterData, letter

__all__ = ["LetterData", "PdfError", "compile_document", "letter"]
