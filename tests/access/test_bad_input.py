"""Each form of each page, tried with what people and machines send to break it. A sentence, never a crash."""

import gc
import html
import logging
import re

import pytest
from django.conf import settings

from ombuds.lib.hostile import MEGABYTE, STRINGS
from tests.access.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
# Who fills in the forms of a room; the ombudsman may use nearly all of them.
WRITERS = {
    "portal": "complainant",
    "service": "service",
    "accounts": "administrator",
    "publicsite": "visitor",
    "integrity": "visitor",
}
RECORDS = {"cases:retention", "cases:take_over_dates", "cases:destroy"}
FIELD = re.compile(r"<(input|select|textarea)\b([^>]*)>", re.IGNORECASE)
FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.IGNORECASE | re.DOTALL)
ROUNDS = 6
# A request of more than five megabytes is refused before anybody reads its fields: one more of them would try nothing else.
MEGABYTES = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // len(MEGABYTE) + 1
LARGE = 100_000_000  # letters
MARK = "Typed with care & “quotes” – 4711"
KEPT = {"csrfmiddlewaretoken", "version", "language"}  # language: the switch on each page


def _writer(name: str) -> str:
    return "records" if name in RECORDS else WRITERS.get(name.split(":")[0], "ombudsman")


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return html.unescape(found[1]) if found else ""


def _fields(page: str) -> dict[str, str]:
    """Name → kind, of what can be filled in on the page."""
    found = {}
    for kind, rest in FIELD.findall(page):
        name, type_ = _attribute(rest, "name"), _attribute(rest, "type")
        if name and type_ not in ("submit", "file") and name not in KEPT:
            found[name] = type_ or kind.lower()
    return found


def _pages(world: World) -> dict[str, tuple[str, dict[str, str]]]:
    """Address name → path and fields, of every page with a form (or an act without one)."""
    pages = {}
    for name, path in world.paths.items():
        if name.startswith(("desk:home", "publicsite:atom", "publicsite:rss")):
            continue
        answer = world.ask(_writer(name), lambda b: b.get(path))  # noqa: B023  # asked at once
        text = answer.content.decode(errors="replace") if not answer.streaming else ""
        if answer.status_code in (200, 405):
            pages[name] = (path, _fields(text) if answer.status_code == 200 else {})
    return pages


@pytest.fixture(scope="module")
def pages(world: World) -> dict[str, tuple[str, dict[str, str]]]:
    return _pages(world)


@pytest.fixture(scope="module")
def all_fields(pages: dict[str, tuple[str, dict[str, str]]]) -> list[str]:
    """Every field name that occurs anywhere: an act without a page of its own is sent all of them."""
    return sorted({name for _path, fields in pages.values() for name in fields})


def _hostile(fields: list[str], turn: int) -> dict[str, str]:
    """Something for every field, another in each turn."""
    values = [*STRINGS, MEGABYTE]
    data = {field: values[(n * ROUNDS + turn) % len(values)] for n, field in enumerate(fields)}
    large = [field for field, value in data.items() if value == MEGABYTE]
    return data | dict.fromkeys(large[MEGABYTES:], STRINGS[-1])


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_hostile_values_get_a_sentence(
    world: World,
    pages: dict[str, tuple[str, dict[str, str]]],
    all_fields: list[str],
    turn: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.CRITICAL, "django.request")  # its lines hold on to the requests, megabytes each
    crashed, sent = [], 0
    for name, (path, fields) in pages.items():
        data = _hostile(list(fields or all_fields), turn)
        for method in ("post", "get"):
            if method == "get" and sum(map(len, data.values())) > 60_000:
                continue  # no server takes such an address
            answer = world.ask(_writer(name), lambda b: getattr(b, method)(path, data))  # noqa: B023
            if answer.status_code >= 500:
                crashed.append(f"{method} {name}: {answer.status_code}")
        del answer
        sent += sum(map(len, data.values()))
        if sent > LARGE:
            gc.collect()  # requests hold on to themselves; Python counts objects, not their megabytes
            sent = 0
    crashed += [
        line.getMessage() for line in caplog.records if line.name == "ombuds.lib.middleware"
    ]  # the last net
    assert not crashed, "\n".join(crashed)


def _forms(page: str, path: str) -> list[tuple[str, str]]:
    """Where each posting form of the page goes to, and what stands in it."""
    found = []
    for attributes, inside in FORM.findall(page):
        if _attribute(attributes, "method").lower() == "post":
            found.append((_attribute(attributes, "action") or path, inside))
    return found


def _given(form: str) -> dict[str, str]:
    """What a browser sends by itself: hidden fields, and the first button."""
    hidden = {
        _attribute(rest, "name"): _attribute(rest, "value")
        for kind, rest in FIELD.findall(form)
        if kind == "input" and _attribute(rest, "type") == "hidden"
    }
    button = re.search(r"<button\b([^>]*)>", form)
    if button and _attribute(button[1], "name"):
        hidden[_attribute(button[1], "name")] = _attribute(button[1], "value")
    return {name: value for name, value in hidden.items() if name}


def test_what_was_typed_stays_typed(world: World, pages: dict[str, tuple[str, dict[str, str]]]) -> None:
    """A form that is refused comes back with every long text in it."""
    lost, tried = [], set()
    for name, (path, _all) in pages.items():
        shown = world.ask(_writer(name), lambda b: b.get(path))  # noqa: B023  # asked at once
        page = "" if shown.streaming else shown.content.decode(errors="replace")
        for action, inside in _forms(page, path):
            fields = _fields(inside)
            texts = [field for field, kind in fields.items() if kind == "textarea"]
            if not texts or action in tried:
                continue
            tried.add(action)
            data = dict.fromkeys(fields, "") | _given(inside) | dict.fromkeys(texts, MARK)
            answer = world.ask(_writer(name), lambda b: b.post(action, data))  # noqa: B023  # asked at once
            if answer.status_code != 302 and MARK not in html.unescape(answer.content.decode()):
                lost.append(f"{name}, {action}: what was typed is gone ({answer.status_code})")
    assert not lost, "\n".join(lost)
    assert len(tried) > 25
