"""Every form of one report by its file name, made when it is asked for."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ombuds.annualreport import html, paper
from ombuds.annualreport.making import book, catalogue, data, word

Content = Mapping[str, Any]
MEDIA = {
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
}
FORMS: dict[str, Callable[[Content, str, date], bytes]] = {
    "report.pdf": lambda content, language, dated: paper.document(content, language, dated=dated),
    "report.epub": lambda content, language, dated: book.epub(content, language, dated=dated),
    "report.docx": lambda content, language, dated: word.docx_file(content, language, dated=dated),
    "figures.csv": lambda content, language, _dated: data.long_csv(content, language),
    "figures.parquet": lambda content, language, _dated: data.parquet(content, language),
}


def files(
    content: Content, language: str, *, dated: date, base: str, languages: list[str]
) -> dict[str, bytes]:
    """Return name → bytes of all that `ombuds report build` writes for one language."""
    dataset = catalogue.graph(content, base=base, dated=dated, languages=languages)
    return {
        "report.html": html.page(content, language).encode(),
        **{name: make(content, language, dated) for name, make in FORMS.items()},
        **data.files(content, language),
        "report.json": (json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode(),
        "dataset.jsonld": catalogue.json_ld(dataset),
        "dataset.ttl": catalogue.turtle(dataset),
    }
