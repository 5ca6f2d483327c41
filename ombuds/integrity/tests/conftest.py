"""The room's own database, a file store per test, an open channel and its team."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.integrity import limits
from ombuds.integrity.chests import Holder
from ombuds.integrity.models import Handler
from ombuds.integrity.services import setting_up
from ombuds.integrity.services.filing import Filed, Told, file_report
from ombuds.integrity.uploading import SealedUpload, SealingUploadHandler
from ombuds.integrity.vault import keys

PASSPHRASE = "seven invented words of nobody"
ANSWERS = {
    "subject": ["money"], "story": "De chef betaalt zijn keuken met ons budget.", "body": "Dienst Parkeren",
    "persons": "Directeur Janssens", "head": "yes", "channel": "no", "reprisal": "no",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _quick_keys(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id with 64 MiB is tried in tests/vault; here it would only cost time."""
    if "vault" in request.path.parts:
        return
    monkeypatch.setattr(keys, "MEMORY", 8192)
    monkeypatch.setattr(keys, "OPS", 1)


@pytest.fixture(autouse=True)
def _own_store(settings: Any, tmp_path: Path) -> None:
    settings.INTEGRITY_FILES = tmp_path / "integrity"
    for bucket in (limits.FILING, limits.CODES, limits.PASSPHRASES):
        bucket.fill()


@pytest.fixture
def sheets(db: None) -> list[str]:
    """The channel is open; these lie in three safes."""
    return setting_up.set_up(needed=2, sheets=3)


def _join(name: str, *, first_reader: bool = False, custodian: bool = False) -> Holder:
    login = name.lower()
    code = setting_up.invite(
        actor=Handler.objects.exclude(joined_on=None).first(),
        name=f"{name} Testperson",
        login=login,
        first_reader=first_reader,
        custodian=custodian,
    )
    setting_up.join(login=login, code=code, passphrase=PASSPHRASE)
    holder = setting_up.unlock(login=login, passphrase=PASSPHRASE)
    assert holder is not None
    return holder


@pytest.fixture
def team(sheets: list[str]) -> SimpleNamespace:
    """Lucie reads new reports; Omar keeps the identities; Ines helps."""
    return SimpleNamespace(
        lucie=_join("Lucie", first_reader=True), omar=_join("Omar", custodian=True), ines=_join("Ines")
    )


@pytest.fixture
def file_one(team: SimpleNamespace) -> Callable[..., Filed]:
    """`file_one(naming="handler", …)`: somebody reports."""

    def filed(**fields: Any) -> Filed:
        return file_report(Told(**{"answers": ANSWERS, **fields}))

    return filed


@pytest.fixture
def unlocked() -> Callable[[Holder], Client]:
    """A browser in which this handler has unlocked the desk."""

    def browser(holder: Holder) -> Client:
        assert holder.handler is not None
        client = Client(headers={"accept-language": "en"})
        answer = client.post(
            "/integrity/desk/door/", {"login": holder.handler.login, "passphrase": PASSPHRASE}
        )
        assert answer["Location"] == "/integrity/desk/"
        return client

    return browser


@pytest.fixture
def visitor() -> Client:
    """Somebody's browser, in English."""
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def upload() -> Callable[[str, bytes], SealedUpload]:
    """`upload("name.pdf", b"…")`: what the page's upload handler makes of a file."""

    def sealed(name: str, content: bytes) -> SealedUpload:
        handler = SealingUploadHandler()
        handler.new_file("papers", name, "application/octet-stream", len(content), None)
        for start in range(0, len(content), handler.chunk_size):
            handler.receive_data_chunk(content[start : start + handler.chunk_size], start)
        made = handler.file_complete(len(content))
        assert isinstance(made, SealedUpload)
        return made

    return sealed
