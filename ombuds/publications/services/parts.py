"""The one list of what a publication puts before the public, and so of what the gate reads. Nothing else is frozen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify
from django.utils.translation import gettext as _

from ombuds.deidentification.files import CannotBeRead, html_parts, parts
from ombuds.deidentification.pictures import PLACE_OF_PICTURE
from ombuds.publications.authoring.services import answers_for_readers, told
from ombuds.publications.models import Attachment, Publication, Text
from ombuds.publications.rendering import render

SOURCE = ("title", "summary", "body")  # what the writer can change, in the order of reading
MARKUP = re.compile(r"[*_`#>|\\\[\]()!~-]+|https?://\S+|mailto:\S+")


@dataclass(frozen=True)
class Part:
    """`where` is a code such as "nl/title" or "file/1/metadata". `echo`: says again what another part says.

    Echoes are searched for names and numbers; for facts and wording the text they repeat is enough. `official`: the name of a public
    service as the register has it; it may hold a town in which somebody lives.
    """

    where: str
    text: str
    language: str = ""
    echo: bool = False
    official: bool = False


@dataclass(frozen=True)
class Parts:
    """Everything, and the files that could not be read: nobody can say what is in those."""

    all: Sequence[Part]
    unread: Sequence[str] = field(default=())
    placed: Sequence[str] = field(default=())  # pictures that say where they were taken

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [(part.where, part.text) for part in self.all]

    @property
    def official(self) -> frozenset[str]:
        return frozenset(part.where for part in self.all if part.official)

    @property
    def told(self) -> list[tuple[str, str]]:
        """What the intruder weighs: every part that says something of its own."""
        return [(part.where, part.text) for part in self.all if not part.echo]

    @property
    def languages(self) -> list[str]:
        return list(dict.fromkeys(part.language for part in self.all if part.language))


def parts_of(publication: Publication) -> Parts:
    """Texts, pages, addresses, share texts, reason of a correction, files."""
    found: list[Part] = []
    unread: list[str] = []
    for text in publication.texts.all():
        if any(getattr(text, name).strip() for name in SOURCE):
            found += _of_text(text, publication.kind)
    if publication.corrects_id:  # readers see why it was corrected
        found.append(Part("reason", publication.reason))
    for number, attachment in enumerate(publication.attachments.all(), 1):
        try:
            found += _of_file(number, attachment)
        except CannotBeRead:
            unread.append(attachment.name)
    placed = [p.where for p in found if p.where.endswith(PLACE_OF_PICTURE)]
    return Parts([part for part in found if part.text.strip()], unread, placed)


def slug_of(title: str, kind: str) -> str:
    """The words in the address."""
    return slugify(title)[:110] or kind


def _of_text(text: Text, kind: str) -> Iterator[Part]:
    code, html, said = text.language, render(told(text, links=True)), answers_for_readers(text)
    for name in SOURCE:
        yield Part(f"{code}/{name}", getattr(text, name), code)
    yield Part(f"{code}/services", said, code)
    for where, words in html_parts(html):
        if where == "text":
            # Markup can part a name (Fat**ih**a): then the page says what its source does not.
            if _words(words) != _words(MARKUP.sub(" ", f"{text.body}\n{said}")):
                yield Part(f"{code}/page", words, code)
        else:
            yield Part(f"{code}/page {where}", words, code)
    yield Part(f"{code}/html", html, code, echo=True)
    yield Part(f"{code}/slug", slug_of(text.title, kind), code, echo=True)
    yield Part(f"{code}/address", slug_of(text.title, kind).replace("-", " "), code, echo=True)
    yield Part(f"{code}/share", f"{text.title} – {text.summary}", code, echo=True)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _of_file(number: int, attachment: Attachment) -> Iterator[Part]:
    """Raises CannotBeRead."""
    with attachment.file.open("rb") as opened:
        found = parts(attachment.name, opened.read())
    code = attachment.language
    yield Part(f"file/{number}/description", attachment.description, code)
    yield from (Part(f"file/{number}/{place}", words, code) for place, words in found)


def label(where: str, publication: Publication) -> str:
    """The part in words: “text (nl)”, “file “cijfers.csv”: metadata”."""
    names = {"title": _("title"), "summary": _("summary"), "body": _("text"), "page": _("page"), "html": _("page"),
             "slug": _("address of the page"), "address": _("address of the page"), "share": _("share text"),
             "services": _("what the services say")}  # fmt: skip
    first, _slash, rest = where.partition("/")
    if first == "file":
        number, _slash, place = rest.partition("/")
        return _("file “%(name)s”") % {"name": _file_name(publication, number)} + f": {_place(place)}"
    if not rest:
        return _("reason") if first == "reason" else first
    return f"{names.get(rest, _('page'))} ({first})"


def _file_name(publication: Publication, number: str) -> str:
    attachments = list(publication.attachments.all())
    return attachments[int(number) - 1].name if 0 < int(number) <= len(attachments) else number


def _place(place: str) -> str:
    words = {
        "description": _("description"),
        "metadata": _("metadata"),
        "file name": _("file name"),
        "text": _("text"),
    }
    return str(words.get(place, place))
