"""The index follows what is public: new texts come in, changed ones anew, withdrawn ones go."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.html import strip_tags

from ombuds.annualreport.html import titles
from ombuds.annualreport.services import edition_languages, released_editions
from ombuds.lib.text import stem, words
from ombuds.office.models import Office
from ombuds.publications.services.reading import current_texts, public_recommendations
from ombuds.publicsite.models import SearchEntry, SearchWord

IN_TITLE = 5.0  # a word of the title weighs as much as so many in the text
LONGEST_WORD = 60
Name = tuple[str, str, str]  # kind, key, language


@dataclass(frozen=True, slots=True)
class Found:
    """A text to index; `mark` changes when it does."""

    name: Name
    mark: str
    address: str
    title: str
    text: str
    day: dt.date


def names(office: Office) -> dict[Name, str]:
    """What is public now, with its mark: three small questions to the database."""
    texts = current_texts(office.code).values_list("key", "language", "sha256")
    found: dict[Name, str] = {("publication", str(key), lang): sha for key, lang, sha in texts}
    for row in public_recommendations(office.code).only("code", "fingerprint", "titles", "released_at"):
        for language in row.titles:
            found["recommendation", row.code, language] = row.fingerprint
    for edition in released_editions(office):
        for language in edition_languages(edition):
            for code, _title in titles(edition.content, language):
                found["report", f"{edition.year}/{code}", language] = edition.sha256
    return found


def refresh(office: Office) -> int:
    """Bring the index up to date; says how many entries changed. Two at once: the second changes nothing."""
    wanted = names(office)
    held = {
        (row.kind, row.key, row.language): row
        for row in SearchEntry.objects.filter(office_code=office.code).only("kind", "key", "language", "mark")
    }
    gone = [row.pk for name, row in held.items() if wanted.get(name) != row.mark]
    new = {name for name, mark in wanted.items() if name not in held or held[name].mark != mark}
    if not gone and not new:
        return 0
    try:
        with transaction.atomic():
            SearchEntry.objects.filter(pk__in=gone).delete()
            for found in _all(office, new):
                _keep(office, found)
    except IntegrityError:
        return 0
    return len(set(gone)) + len(new)


def _keep(office: Office, found: Found) -> None:
    kind, key, language = found.name
    entry = SearchEntry.objects.create(
        office_code=office.code, kind=kind, key=key, language=language, mark=found.mark, address=found.address,
        title=found.title[:300], text=found.text, day=found.day,
    )  # fmt: skip
    weights = Counter[str]()
    for part, weight in ((found.title, IN_TITLE), (found.text, 1.0)):
        for word in words(part):
            for form in {word, stem(word, language)}:
                weights[form[:LONGEST_WORD]] += weight  # type: ignore[assignment]  # counters hold fractions too
    SearchWord.objects.bulk_create(
        [SearchWord(entry=entry, stem=form, weight=weight) for form, weight in weights.items()],
        batch_size=500,
    )


def _all(office: Office, wanted: set[Name]) -> Iterator[Found]:
    yield from _publications(office, wanted)
    yield from _recommendations(office, wanted)
    yield from _reports(office, wanted)


def _publications(office: Office, wanted: set[Name]) -> Iterator[Found]:
    for row in current_texts(office.code):
        name = ("publication", str(row.key), row.language)
        if name in wanted:
            address = f"{reverse('publicsite:publication', args=[row.key])}?lang={row.language}"
            text = f"{row.summary}\n{strip_tags(row.html)}"
            yield Found(name, row.sha256, address, row.title, text, row.first_published_at.date())


def _recommendations(office: Office, wanted: set[Name]) -> Iterator[Found]:
    for row in public_recommendations(office.code):
        for language, title in row.titles.items():
            name = ("recommendation", row.code, language)
            if name in wanted:
                address = reverse("publicsite:recommendation", args=[row.year, row.sequence])
                text = f"{row.addressees.get(language, '')}\n{strip_tags(row.htmls.get(language, ''))}"
                yield Found(name, row.fingerprint, address, f"{row.code} {title}", text, row.issued_on)


def _reports(office: Office, wanted: set[Name]) -> Iterator[Found]:
    for edition in released_editions(office):
        for language in edition_languages(edition):
            for code, title in titles(edition.content, language):
                name = ("report", f"{edition.year}/{code}", language)
                if name in wanted and edition.released_at is not None:
                    address = f"{reverse('publicsite:chapter', args=[edition.year, code])}?lang={language}"
                    text = _said(edition.content, code, language)
                    day = edition.released_at.date()
                    yield Found(name, edition.sha256, address, f"{title} ({edition.year})", text, day)


def _said(content: dict[str, object], code: str, language: str) -> str:
    """The prose of a chapter and the titles of its tables."""
    chapters: list[dict[str, object]] = content["chapters"]  # type: ignore[assignment]  # our own tree
    parts: list[str] = []
    for chapter in chapters:
        if chapter["code"] != code:
            continue
        for block in chapter["blocks"]:  # type: ignore[attr-defined]  # the same
            if block["type"] == "text":
                parts.append(block["texts"].get(language, ""))
            elif block["type"] == "table":
                parts += [
                    block["table"]["title"].get(language, ""),
                    block["table"]["definition"].get(language, ""),
                ]
            elif block["type"] in ("stories", "recommendations"):
                parts += [item["titles"].get(language, "") for item in block["items"]]
    return "\n".join(part for part in parts if part)
