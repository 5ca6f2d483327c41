"""The report as other things than a page and a PDF: a book for readers on screens, a Word file for the printer, data.

`book.epub(…)`, `word.docx(…)`, `data.files(…)`, `catalogue.…`; `bundle.files(…)` names and makes all of them.
"""
