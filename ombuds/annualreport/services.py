"""Making, writing, checking and releasing editions; and reading released ones."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.annualreport import content, figures, html, outline, paper, proving, table_words
from ombuds.annualreport.models import Edition, EditionText
from ombuds.annualreport.terms import PATTERN, Act, label_of
from ombuds.audit.services import record
from ombuds.deidentification.gate import Clearance
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now, today
from ombuds.office.models import Office
from ombuds.office.services import current_office
from ombuds.publications.authoring.figures import Place, Typed, drawn, placed, typed_by_hand, undrawn
from ombuds.publications.services.clearing import Cells, clear, keep_tables
from ombuds.publications.services.parts import Part
from ombuds.statistics import balances, tables
from ombuds.statistics.services import broken_balances, log_release, received, table, years
from ombuds.statistics.snapshots import for_report

LONGEST_TEXT = 200_000
Public = Mapping[str, tables.Table]


class NotAllowed(Refusal):
    """The person's role does not open this."""

    template = _("You have no right to do this.")


class NoData(Refusal):
    """There is nothing to report."""

    template = _("There are no cases of %(year)s, so there is nothing to report.")


class AlreadyThere(Refusal):
    """One edition a year."""

    template = _("The report of %(year)s is already there.")


class AlreadyReleased(Refusal):
    """A released edition is frozen."""

    template = _("This report is released. It is not changed any more.")


class NotOver(Refusal):
    """A year that still runs has no final figures."""

    template = _("The year %(year)s is not over yet: its report cannot be released.")


class BalanceBroken(Refusal):
    """Figures that contradict each other do not go out."""

    template = _("These sums do not hold: %(sums)s.")


class LanguageMissing(Refusal):
    """The law wants the languages on an equal footing."""

    template = _("These texts are missing: %(texts)s.")


class ChangedMeanwhile(Refusal):
    """Two editors at once."""

    template = _("Somebody else changed this text meanwhile. Yours is kept below: compare and save again.")


class FigureMissing(Refusal):
    """A text draws a figure that no table of the report has."""

    template = _("These figures cannot be drawn: %(figures)s.")


class TooLong(Refusal):
    """More than a book."""

    template = _("This text is too long: at most %(most)s characters.")


def create_edition(*, office: Office, year: int, actor: User) -> Edition:
    """Begin the report of a year. Raises NotAllowed, NoData, AlreadyThere."""
    _require(actor, Permission.REPORT_WRITE)
    require_data(office, year)
    with transaction.atomic():
        edition, made = Edition.objects.get_or_create(
            office=office, year=year, defaults={"created_by": actor}
        )
        if not made:
            raise AlreadyThere(year=year)
        record(Act.CREATE, actor=actor, subject=edition, data={"year": year})
    return edition


def require_data(office: Office, year: int) -> None:
    """Raise NoData unless something happened in the year."""
    if year not in years(office) or (not received(office, year) and not _anything(office, year)):
        raise NoData(year=year)


def _anything(office: Office, year: int) -> bool:
    return bool(table("received_by_kind", office, year).total(str(year)))


def write_text(
    *, edition: Edition, slot: str, language: str, text: str, actor: User, seen_version: int = 0
) -> EditionText:
    """Store a text of the report in one language. Raises NotAllowed, AlreadyReleased, ChangedMeanwhile, TooLong."""
    _require(actor, Permission.REPORT_WRITE)
    if len(text) > LONGEST_TEXT:
        raise TooLong(most=LONGEST_TEXT)
    with transaction.atomic():
        edition = Edition.objects.select_for_update().get(pk=edition.pk)
        if edition.is_released:
            raise AlreadyReleased()
        row = EditionText.objects.filter(edition=edition, slot=slot, language=language).first()
        if row and row.version != seen_version:
            raise ChangedMeanwhile()
        row = row or EditionText(edition=edition, slot=slot, language=language, version=0)
        row.text, row.changed_by, row.version = text.replace("\x00", ""), actor, row.version + 1
        row.save()
        edition.sketches.filter(slot=slot, language=language, user=actor).delete()
        record(Act.WRITE, actor=actor, subject=edition, data={"slot": slot, "language": language})
    return row


def release(*, edition: Edition, actor: User, in_spite: str = "", as_of: date | None = None) -> Edition:
    """Freeze the report for everyone. `in_spite`: the ombudsman's reason to override the gate.

    `as_of`: the day whose state of recommendations is told; today when left out.

    Raises NotAllowed, AlreadyReleased, NotOver, BalanceBroken, LanguageMissing, and what the gate raises.
    """
    _require(actor, Permission.REPORT_RELEASE)
    if not edition.is_released and edition.year < today().year:
        public = content.public_of(edition.office, edition.year)
        insist_figures(edition, public)
        proving.insist(edition, public.values(), drawn_texts(edition, public), in_spite=in_spite)
        clearances = _clearances(edition, public, actor, in_spite)
        words = table_words.cleared(edition, public, actor, in_spite)
    with transaction.atomic():
        edition = Edition.objects.select_for_update().select_related("office").get(pk=edition.pk)
        if edition.is_released:
            raise AlreadyReleased()
        if edition.year >= today().year:
            raise NotOver(year=edition.year)
        require_data(edition.office, edition.year)
        broken = broken_balances(edition.office, edition.year)
        if broken:
            raise BalanceBroken(sums="; ".join(each.sentence for each in broken))
        missing = missing_texts(edition)
        if missing:
            raise LanguageMissing(texts=", ".join(missing))
        # A text that was changed since the gate saw it has no clearance: NotChecked, and nothing is released.
        texts = {
            slot: {lang: clearances[slot].of(t) for lang, t in by.items()}
            for slot, by in drawn_texts(edition, public).items()
        }
        for_report(public, office=edition.office, year=edition.year, actor=actor)  # later changes stay out
        edition.content = content.frozen(
            edition.office, edition.year, texts, words, public, as_of, placed_figures(edition, public)
        )
        edition.sha256 = content.digest(edition.content)
        edition.state, edition.released_at, edition.released_by = Edition.State.RELEASED, now(), actor
        edition.save()
        edition.sketches.all().delete()
        log_release(
            office=edition.office,
            name=f"report {edition.year}",
            tables=content.tables_of(edition.content),
            actor=actor,
        )
        keep_tables(edition.office, f"annualreport:{edition.year}", _cells(edition))
        record(
            Act.RELEASE, actor=actor, subject=edition, data={"year": edition.year, "sha256": edition.sha256}
        )
    return edition


def _clearances(edition: Edition, public: Public, actor: User, in_spite: str) -> dict[str, Clearance]:
    """Slot → the gate's yes to its texts in all languages: each slot is a text of its own.

    Raises StillNamed or Singled.
    """
    return {
        slot: clear(
            [Part(f"{slot}/{language}", text, language) for language, text in by_language.items()],
            office=edition.office,
            actor=actor,
            about=f"annualreport:{edition.year}:{slot}"[:80],
            in_spite=in_spite,
        )
        for slot, by_language in drawn_texts(edition, public).items()
    }


# Tables whose rows are a field of a case: the intruder lays these beside every later text.
FIELDS = {
    "per_theme": "theme",
    "per_body": "body",
    "received_by_language": "language",
    "received_by_channel": "channel",
    "norms_breached": "norm",
}


def _cells(edition: Edition) -> dict[str, Cells]:
    """Table → its counts as readers see them, by field and year."""
    return {
        table.key: [
            ({FIELDS[table.key]: str(label), "year": column.key}, cell)
            for row in table.rows
            for column, cell in zip(table.columns, row.cells, strict=False)
            if column.key.isdecimal() and isinstance(cell, int)
            for label in dict.fromkeys(row.labels.values())
        ]
        for table in content.tables_of(edition.content)
        if table.key in FIELDS
    }


def required_languages(office: Office) -> list[str]:
    """Return the languages without which nothing is published."""
    return list(office.setting("required_publication_languages") or office.languages[:1])


def missing_texts(edition: Edition) -> list[str]:
    """Return what has to be written before release: the foreword, and each text begun in one language in the others."""
    written = texts_of(edition)
    named = [slot for slot in written if slot.startswith(PATTERN)]
    wanted = [*outline.slots(edition.office, edition.year), *named]
    required = required_languages(edition.office)
    return [
        f"{label_of(slot)} ({language.upper()})"
        for slot in wanted
        if slot == "foreword" or any(text.strip() for text in written.get(slot, {}).values())
        for language in required
        if not written.get(slot, {}).get(language, "").strip()
    ]


def texts_of(edition: Edition) -> dict[str, dict[str, str]]:
    """Return slot → language → text."""
    found: dict[str, dict[str, str]] = {}
    for row in edition.texts.all():
        found.setdefault(row.slot, {})[row.language] = row.text
    return found


def drawn_texts(edition: Edition, public: Public) -> dict[str, dict[str, str]]:
    """Return the texts with the report's own figures drawn in them: prose and table cannot differ."""
    known = {lang: figures.of_tables(public.values(), lang) for lang in edition.office.languages}
    return {
        slot: {lang: drawn(text, known.get(lang, {})) for lang, text in by_language.items()}
        for slot, by_language in texts_of(edition).items()
    }


def placed_figures(edition: Edition, public: Public) -> dict[str, dict[str, list[Place]]]:
    """Return slot → language → where the figures stand in the drawn text."""
    known = {lang: figures.of_tables(public.values(), lang) for lang in edition.office.languages}
    return {
        slot: {lang: found for lang, text in by.items() if (found := placed(text, known.get(lang, {})))}
        for slot, by in texts_of(edition).items()
    }


def undrawn_figures(edition: Edition, public: Public) -> list[str]:
    """Return the references that no table of the report answers, each with its text."""
    known = {lang: figures.of_tables(public.values(), lang) for lang in edition.office.languages}
    return [
        f"{label_of(slot)} ({lang.upper()}): {one}"
        for slot, by_language in texts_of(edition).items()
        for lang, text in by_language.items()
        for one in undrawn(text, known.get(lang, {}))
    ]


def insist_figures(edition: Edition, public: Public) -> None:
    """Raises FigureMissing."""
    if lost := undrawn_figures(edition, public):
        raise FigureMissing(figures=", ".join(lost))


def typed_figures(edition: Edition, public: Public) -> list[tuple[str, str, Typed]]:
    """Return (text, language, number typed by hand where a table of the report holds it)."""
    known = {lang: figures.of_tables(public.values(), lang) for lang in edition.office.languages}
    return [
        (label_of(slot), lang, typed)
        for slot, by_language in texts_of(edition).items()
        for lang, text in by_language.items()
        for typed in typed_by_hand(text, known.get(lang, {}))
    ]


def live_content(edition: Edition) -> dict[str, Any]:
    """Return the content tree from today's figures."""
    public = content.public_of(edition.office, edition.year)
    texts, places = drawn_texts(edition, public), placed_figures(edition, public)
    return content.build(edition.office, edition.year, texts, public, places=places)


def content_of(edition: Edition) -> dict[str, Any]:
    """Return what readers get: the frozen tree once released, today's before."""
    return edition.content if edition.is_released else live_content(edition)


def content_of_year(office: Office, year: int) -> tuple[dict[str, Any], date]:
    """Return the tree of a year and the day the document carries; without an edition, one without texts.

    Raises NoData.
    """
    edition = Edition.objects.filter(office=office, year=year).select_related("office").first()
    if edition and edition.is_released:
        return edition.content, dated(edition)
    require_data(office, year)
    return (live_content(edition) if edition else content.build(office, year, {})), date(year, 12, 31)


def dated(edition: Edition) -> date:
    """Return the day that the document carries: the release, and the end of the year before that."""
    return edition.released_at.date() if edition.released_at else date(edition.year, 12, 31)


def is_intact(edition: Edition) -> bool:
    """Return whether a released edition still is what was released."""
    return edition.is_released and content.digest(edition.content) == edition.sha256


def released_editions(office: Office | None = None) -> QuerySet[Edition]:
    """Return the editions that anyone may read, newest first."""
    return Edition.objects.filter(office=office or current_office(), state=Edition.State.RELEASED).order_by(
        "-year"
    )


def edition_languages(edition: Edition) -> list[str]:
    """Return the languages in which the report can be read: those in which its foreword stands."""
    tree = content_of(edition)
    texts = [
        block["texts"]
        for chapter in tree["chapters"]
        for block in chapter["blocks"]
        if block["type"] == "text"
    ]
    required = required_languages(edition.office)
    return [
        lang
        for lang in edition.office.languages
        if lang in required or (texts and all(lang in t for t in texts))
    ]


def edition_html(edition: Edition, language: str) -> str:
    """Return the whole report as one page that stands on its own."""
    return html.page(content_of(edition), language)


def edition_pdf(edition: Edition, language: str) -> bytes:
    """Return the report as PDF/UA-1 and PDF/A-3a."""
    return paper.document(content_of(edition), language, dated=dated(edition))


def edition_tables(edition: Edition) -> list[tables.Table]:
    """Return the tables of the report, small counts hidden."""
    return content.tables_of(content_of(edition))


def broken(edition: Edition, language: str) -> list[balances.Broken]:
    """Return the sums of the year that do not hold."""
    return broken_balances(edition.office, edition.year, language=language)


def _require(actor: User, permission: Permission) -> None:
    if not actor.may(permission):
        raise NotAllowed()


def edition_fragment(edition: Edition, language: str) -> str:
    """Return the report for inside the <main> of a page that links `annualreport/report.css`."""
    return html.fragment(content_of(edition), language)
