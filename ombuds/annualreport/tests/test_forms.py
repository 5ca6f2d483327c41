"""The report as a book, a Word file, data, and a booklet for a committee: each opens, and says the same."""

import csv
import io
import json
import zipfile
from datetime import date
from xml.etree import ElementTree

import docx
import lxml.html
import pytest
from arro3.io import read_parquet
from django.core.management import call_command

from ombuds.annualreport import changed, committees, content, services
from ombuds.annualreport.making import book, bundle, catalogue, data, word
from ombuds.annualreport.tests import factories as make
from ombuds.lib.hostile import STRINGS
from ombuds.office.models import Office
from ombuds.statistics import tables
from ombuds.statistics.disclosure import Hidden

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 31)


@pytest.fixture
def tree() -> dict[str, object]:
    foreword = "# Welkom\n\n**Elke** klacht[^1] < telt & meer.\n\n- een\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n> citaat"
    return services.live_content(
        make.an_edition(make.a_reporting_office(), nl=foreword, fr="\n\n".join(STRINGS))
    )


def test_every_form_is_the_same_twice(tree: dict[str, object]) -> None:
    for name, form in bundle.FORMS.items():
        assert form(tree, "nl", DAY) == form(tree, "nl", DAY), name


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_book_is_well_formed_whatever_was_typed(tree: dict[str, object], language: str) -> None:
    with zipfile.ZipFile(io.BytesIO(book.epub(tree, language, dated=DAY))) as opened:
        assert opened.namelist()[0] == "mimetype"
        assert opened.infolist()[0].compress_type == zipfile.ZIP_STORED
        names = set(opened.namelist())
        for name in names - {"mimetype"}:
            if name.endswith(("xml", "opf", "xhtml")):
                ElementTree.fromstring(opened.read(name))  # noqa: S314  our own book
        package = opened.read("OEBPS/package.opf").decode()
    listed = {f"OEBPS/{part.split(chr(34))[0]}" for part in package.split('href="')[1:]}
    assert listed | {"mimetype", "META-INF/container.xml", "OEBPS/package.opf"} == names


def test_the_word_file_has_headings_tables_and_words_for_charts(tree: dict[str, object]) -> None:
    opened = docx.Document(io.BytesIO(word.docx_file(tree, "nl", dated=DAY)))
    headings = [p.text for p in opened.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert "Voorwoord" in headings
    assert any("Leg elke boete uit" in p.text for p in opened.paragraphs)
    assert opened.tables
    assert all("tblHeader" in t.rows[0]._tr.xml for t in opened.tables[1:2])
    pictures = [shape._inline.docPr.get("descr") for shape in opened.inline_shapes]
    assert pictures
    assert all(pictures)


def test_the_data_say_what_the_tables_say(tree: dict[str, object]) -> None:
    held = {(row[0], row[2], row[4]): (row[7], row[8]) for row in data.rows(tree, "nl")}
    read = list(csv.DictReader(io.StringIO(data.long_csv(tree, "nl").decode())))
    kept = read_parquet(io.BytesIO(data.parquet(tree, "nl"))).read_all()
    columns = {name: kept[name].to_pylist() for name in data.COLUMNS}
    assert len(read) == len(held) == len(columns["value"]) > 50
    for index, row in enumerate(read):
        value, hidden = held[row["table"], row["row"], row["column"]]
        assert row["hidden"] == hidden == columns["hidden"][index]
        assert (float(row["value"]) if row["value"] else None) == pytest.approx(value)
        assert columns["value"][index] == value


def test_a_data_portal_can_read_the_description(tree: dict[str, object]) -> None:
    dataset = catalogue.graph(tree, base="https://x.example/reports/2024/", dated=DAY, languages=["nl", "fr"])
    assert json.loads(catalogue.json_ld(dataset))["@type"] == "dcat:Dataset"
    assert len(dataset["dcat:distribution"]) == 4
    turtle = catalogue.turtle(dataset).decode()
    assert turtle.count("dcat:downloadURL") == 4
    assert '"2024-01-01"^^xsd:date' in turtle
    assert turtle.count("[") == turtle.count("]")


def _with_committee(office: Office) -> None:
    office.settings = {**office.settings, "committees": [
        {"code": "mobility", "labels": {"nl": "Mobiliteit", "fr": "Mobilité", "en": "Mobility"}, "domains": ["mobility"]}
    ]}  # fmt: skip
    office.save()


def test_a_booklet_holds_what_is_the_committees_and_nothing_else() -> None:
    office = make.a_reporting_office()
    _with_committee(office)
    from ombuds.authorities.models import Body

    Body.objects.update(policy_domain="mobility")
    tree = content.build(office, 2024, {})
    cut = committees.cut(tree, "mobility")
    assert cut is not None
    assert [t.key for t in content.tables_of(cut)] == ["per_body"]
    assert content.tables_of(cut)[0].totals is None
    assert committees.cut(tree, "none") is None
    Body.objects.update(policy_domain="housing")
    other = committees.cut(content.build(office, 2024, {}), "mobility")
    assert other is not None
    assert content.tables_of(other) == []


def test_a_recommendation_that_moved_is_named_with_both_states() -> None:
    office = make.an_edition(make.a_reporting_office()).office
    at = [
        {"on": "2023-02-01", "code": "2023-1", "what": "status", "value": "issued"},
        {"on": "2024-05-01", "code": "2023-1", "what": "status", "value": "implemented"},
        {"on": "2024-06-01", "code": "2022-7", "what": "status", "value": "rejected_with_reasons"},
    ]
    make.a_public_recommendation(office, 2023, timeline=make.sealed_rows(at))
    (block,) = changed.block(office, 2024, {}, {}, date(2025, 3, 1))
    (moved,) = block["moved"]
    assert (moved["code"], moved["on"]) == ("2023-1", "2024-05-01")
    assert moved["from"]["en"]
    assert moved["to"]["en"] != moved["from"]["en"]


def test_a_hidden_number_is_never_told_as_a_change() -> None:
    table = tables.Table(
        key="per_theme", title={"nl": "x"}, definition={"nl": "x"}, unit={"nl": "x"}, head={"nl": "x"},
        columns=(tables.Column("2024", {"nl": "2024"}), tables.Column("2023", {"nl": "2023"})),
        rows=(
            tables.Row("seen", {"nl": "gezien"}, (100, 20)),
            tables.Row("hidden", {"nl": "verborgen"}, (100, Hidden("*"))),
        ),
    )  # fmt: skip
    (block,) = changed.block(make.a_reporting_office(), 2024, {"per_theme": table}, {}, date(2025, 3, 1))
    assert [line["key"] for line in block["lines"]] == ["seen"]


def test_a_figure_in_the_prose_is_the_figure_of_the_table(tmp_path: object) -> None:
    edition = make.an_edition(
        make.a_reporting_office(), nl="Er kwamen {figure:received_by_month/total/2024} klachten."
    )
    html = services.edition_html(edition, "nl")
    total = next(t for t in services.edition_tables(edition) if t.key == "received_by_month").total("2024")
    shown = total.value if isinstance(total, Hidden) else str(total)
    meaning = "/figures/definitions/#received_by_month"
    found = lxml.html.fromstring(html)
    link = next(each for each in found.iterfind(".//a[@data-figure]") if each.tail == " klachten.")
    assert (link.text, link.get("data-figure")) == (shown, "received_by_month")
    assert link.get("href").endswith(meaning)
    tree = services.live_content(edition)
    assert f"Er kwamen {shown} klachten." in str(tree), "the gate and the other forms read plain words"


def test_a_figure_that_no_table_has_stops_the_release() -> None:
    edition = make.an_edition(make.a_reporting_office(), nl="{figure:none/x/2024}", fr="x")
    with pytest.raises(services.FigureMissing, match="none/x/2024"):
        services.insist_figures(edition, content.public_of(edition.office, edition.year))


def test_the_command_writes_every_form_in_each_language(tmp_path: object) -> None:
    make.a_reporting_office()
    call_command("report", "build", year=2024, out=tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"nl", "fr"}  # type: ignore[attr-defined]
    wanted = {"report.html", "report.pdf", "report.epub", "report.docx", "figures.parquet", "dataset.ttl"}
    assert wanted <= {path.name for path in (tmp_path / "fr").iterdir()}  # type: ignore[operator]
