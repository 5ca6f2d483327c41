"""`ombuds report build` writes the same report each time, and says plainly when there is none."""

import json
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from ombuds.annualreport import services
from ombuds.annualreport.prose import to_html
from ombuds.annualreport.tests import factories as make
from ombuds.lib.hostile import STRINGS
from ombuds.lib.pdf import markdown
from ombuds.office.models import Office
from ombuds.statistics.services import received

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return make.a_reporting_office()


def build(out: Path, year: int = 2024, lang: str = "nl") -> dict[str, bytes]:
    call_command("report", "build", year=year, lang=lang, out=out, stdout=StringIO())
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*.*"))}


def test_all_files_are_there_and_the_same_twice(office: Office, tmp_path: Path) -> None:
    first, second = build(tmp_path / "one"), build(tmp_path / "two")
    assert first == second
    assert {"report.html", "report.pdf", "report.json", "tables/received_by_month.csv"} <= set(first)
    assert json.loads(first["report.json"])["year"] == 2024


def test_totals_are_the_plain_count(office: Office, tmp_path: Path) -> None:
    tree = json.loads(build(tmp_path)["report.json"])
    tables = {
        b["table"]["key"]: b["table"] for c in tree["chapters"] for b in c["blocks"] if b["type"] == "table"
    }
    assert tables["received_by_month"]["totals"][0] == 12 == received(office, 2024)
    assert tables["per_body"]["totals"][0] == 12


def test_the_page_stands_on_its_own(office: Office, tmp_path: Path) -> None:
    page = build(tmp_path, lang="fr")["report.html"].decode()
    assert '<html lang="fr">' in page
    assert "<script" not in page
    assert 'src="' not in page
    assert "<link" not in page
    assert "Rapport annuel 2024" in page
    assert "Plaintes par mois" in page


def test_each_language_speaks_its_own(office: Office, tmp_path: Path) -> None:
    make.an_edition(office)
    dutch, french = (build(tmp_path / lang, lang=lang)["report.html"].decode() for lang in ("nl", "fr"))
    assert "Jaarverslag 2024" in dutch
    assert "Elke klacht telt." in dutch
    assert "Chaque plainte compte." in french
    assert "Elke klacht telt." not in french


def test_every_table_has_a_header_for_each_column_and_row(office: Office, tmp_path: Path) -> None:
    page = build(tmp_path)["report.html"].decode()
    for part in page.split("<table")[1:]:
        table = ElementTree.fromstring("<table" + part.split("</table>")[0] + "</table>")  # noqa: S314  # our own page
        assert table.find("caption") is not None or table.find(".//th") is not None
        for row in table.findall(".//tbody/tr"):
            assert row[0].get("scope") == "row"
        assert all(cell.get("scope") == "col" for cell in table.findall(".//thead//th"))


def test_the_outline_s_unknown_table_is_left_out_and_the_fixed_chapters_are_there(office: Office) -> None:
    codes = [chapter["code"] for chapter in services.content_of_year(office, 2024)[0]["chapters"]]
    assert codes == ["foreword", "glance", "picture", "outcomes", "stories", "recommendations", "five_years", "method"] or codes == [
        "glance", "picture", "outcomes", "stories", "recommendations", "five_years", "method",
    ]  # fmt: skip


def test_a_year_without_cases_is_refused_with_a_sentence(office: Office, tmp_path: Path) -> None:
    with pytest.raises(services.NoData, match="2019"):
        build(tmp_path, year=2019)


@pytest.mark.parametrize("year", ["abc", "-1", "99999", "2024.5", "", "٢٠٢٤"])
def test_a_wrong_year_is_wrong_usage(office: Office, tmp_path: Path, year: str) -> None:
    with pytest.raises(CommandError, match="year"):
        call_command("report", "build", f"--year={year}", "--lang=nl", f"--out={tmp_path}")


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_texts_stay_text_on_the_page(text: str) -> None:
    shown = to_html(markdown.blocks(f"# {text}\n\n{text} [x](javascript:alert(1)) ![y](x)"))
    assert "<script" not in shown
    assert "<img" not in shown
    assert "href" not in shown


def test_markdown_becomes_headings_without_gaps() -> None:
    shown = to_html(
        markdown.blocks("# Een\n\n##### Twee\n\n> # citaat\n\n| a | b |\n|---|--:|\n| 1 | 2 |", top=3)
    )
    assert "<h3>Een</h3>" in shown
    assert "<h4>Twee</h4>" in shown
    assert "<blockquote><p><strong>citaat" in shown
    assert '<td class="number">2</td>' in shown
