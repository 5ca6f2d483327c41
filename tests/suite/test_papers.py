"""The gate finds what is wrong in translations and links."""

import shutil
from pathlib import Path

import pytest

from tests.suite import links, messages

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

{entries}
"""
TRANSLATED = 'msgid "Good day"\nmsgstr "{day}"\n\n#, python-format\nmsgid "%(n)s files"\nmsgstr "{files}"\n'
CODE = """from django.utils.translation import gettext as _

def greet(n):
    return _("Good day") + _("%(n)s files") % {"n": n}
"""


def _room(folder: Path, entries: str) -> messages.Scope:
    room = folder / "room"
    (room / "templates").mkdir(parents=True)
    (room / "words.py").write_text(CODE, encoding="utf-8")
    for language in messages.LANGUAGES:
        target = room / "locale" / language / "LC_MESSAGES" / "django.po"
        target.parent.mkdir(parents=True)
        target.write_text(PO.format(entries=entries), encoding="utf-8")
    return messages.Scope("room", (room,), room)


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="gettext is not on this machine")
@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        (TRANSLATED.format(day="Goeiedag", files="%(n)s bestanden"), ""),
        (TRANSLATED.format(day="", files="%(n)s bestanden"), "not translated"),
        (TRANSLATED.format(day="Goeiedag", files="%(m)s bestanden"), "placeholder"),
        ("#, fuzzy\n" + TRANSLATED.format(day="Goeienacht", files="%(n)s bestanden"), "fuzzy"),
        ('msgid "Good day"\nmsgstr "Goeiedag"\n', "not in the .po file"),
    ],
)
def test_translations_have_to_be_complete(tmp_path: Path, entries: str, fault: str) -> None:
    found = messages.faults(_room(tmp_path, entries))
    if fault:
        assert len(found) == len(messages.LANGUAGES)
        assert all(fault in line for line in found)
    else:
        assert found == []


def test_links_lead_to_files_and_headings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "ROOT", tmp_path)
    (tmp_path / "other.md").write_text("# Set up, in two steps\n", encoding="utf-8")
    page = "[a](other.md) [b](other.md#set-up-in-two-steps) [c](https://x.example) [d](gone.md) [e](other.md#gone)"
    (tmp_path / "README.md").write_text(page, encoding="utf-8")
    assert links.faults() == ["README.md: gone.md leads nowhere", "README.md: other.md#gone leads nowhere"]
