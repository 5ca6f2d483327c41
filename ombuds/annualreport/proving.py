"""Before a report is frozen: its tables attacked as readers will have them, and everything written beside them read.

Written beside them: the report's own texts, the texts of earlier reports, letters to services, stories and opinions that are
public or about to be, and public recommendations. A publication is read against the reports that are out in the same way.
"""

import html
import re
from collections.abc import Iterable, Mapping

from ombuds.annualreport import content
from ombuds.annualreport.models import Edition
from ombuds.annualreport.terms import label_of
from ombuds.office.models import Office
from ombuds.publications.models import Frozen, Publication, PublicRecommendation
from ombuds.publications.terms import State
from ombuds.statistics import proving
from ombuds.statistics.tables import Table
from ombuds.statistics.telling import Text, Told

Texts = Mapping[str, Mapping[str, str]]  # slot → language → text


def insist(edition: Edition, public: Iterable[Table], texts: Texts, *, in_spite: str = "") -> None:
    """Raises Inferable; SaidInText unless the ombudsman gave a reason."""
    shown = list(public)
    proving.insist(edition.office, shown)
    if not in_spite:
        proving.insist_untold(said(edition, shown, texts))


def said(edition: Edition, public: Iterable[Table], texts: Texts) -> list[Told]:
    """Return the sentences, in the report or beside it, that say a figure which its tables hide; or, in what is new,
    one that the report of an earlier year or a released table of the cube hides.
    """
    office, new = edition.office, [*own(texts, edition.year), *coming(edition.office)]
    found = proving.told(office, edition.year, list(public), [*new, *published(office)])
    return [*found, *_told_of_released(office, new, but=edition)]


def _told_of_released(office: Office, texts: Iterable[Text], *, but: Edition | None = None) -> list[Told]:
    read = list(texts)
    editions = Edition.objects.filter(office=office, state=Edition.State.RELEASED)
    found = proving.told_of_cubes(office, read)
    for edition in editions.exclude(year=but.year) if but else editions:
        tables = content.tables_of(edition.content)
        found += proving.told(office, edition.year, tables, read, only_then=but is not None)
    return found


def told_by(office: Office, texts: Iterable[tuple[str, str]], year: int) -> list[Told]:
    """Return the sentences of new texts (name, text), written in `year`, that say what a released report or table hides."""
    found = [Text(name, plain(text), _about(year)) for name, text in texts]
    return _told_of_released(office, found)


def own(texts: Texts, year: int) -> list[Text]:
    """Return the report's own texts."""
    return [
        Text(f"{label_of(slot)} ({language.upper()})", text, frozenset({year}))
        for slot, by_language in texts.items()
        for language, text in by_language.items()
    ]


def published(office: Office) -> list[Text]:
    """Return what anyone can read already."""
    texts = [
        Text(
            str(row.title),
            plain(f"{row.title}.\n{row.summary}\n{row.html}"),
            _about(row.first_published_at.year),
        )
        for row in Frozen.objects.filter(office_code=office.code, is_current=True, withdrawn_at=None)
    ]
    for one in PublicRecommendation.objects.filter(office_code=office.code):
        words = [*one.titles.values(), *one.htmls.values()]
        texts.append(Text(one.code, plain("\n".join(map(str, words))), _about(one.issued_on.year)))
    for edition in Edition.objects.filter(office=office, state=Edition.State.RELEASED):
        texts += own(_texts_in(edition.content), edition.year)
    return texts


def coming(office: Office) -> list[Text]:
    """Return what is approved and not public yet: it will stand beside the report."""
    rows = Publication.objects.filter(office=office, state=State.APPROVED).prefetch_related("texts")
    return [
        Text(text.title, f"{text.title}.\n{text.summary}\n{text.body}", _about(row.changed_at.year))
        for row in rows
        for text in row.texts.all()
    ]


def _texts_in(tree: Mapping[str, object]) -> Texts:
    chapters = tree.get("chapters")
    blocks = (
        [block for chapter in chapters for block in chapter["blocks"]] if isinstance(chapters, list) else []
    )
    return {block["slot"]: block["texts"] for block in blocks if block["type"] == "text"}


def _about(year: int) -> frozenset[int]:
    """A text is about the year it was written in, or the one before."""
    return frozenset({year, year - 1})


def plain(text: str) -> str:
    """Return the text without tags, each block on a line of its own."""
    lines = re.sub(r"</(?:p|li|h\d|tr|td|th|blockquote|div)>|<br\s*/?>", "\n", text)
    return html.unescape(re.sub(r"<[^>]+>", " ", lines))
