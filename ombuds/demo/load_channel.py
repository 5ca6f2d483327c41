"""The sealed integrity channel of the demo: open, with two handlers and two reports."""

from ombuds.demo.load_reports import file_reports
from ombuds.demo.staff import PASSWORD
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Installation
from ombuds.integrity.services import setting_up

# Login, name, language, first reader, custodian: the same persons as in the office, and nothing joins the two.
HANDLERS = (("lucie", "Lucie Baert", "fr", True, False), ("marianne", "Marianne Dehaen", "fr", False, True))


def open_channel() -> None:
    """Once. The recovery sheets are thrown away: what is tried out here may be lost."""
    if Installation.objects.exists():
        return
    with atomic():
        setting_up.set_up(needed=2, sheets=3)
        codes = {
            login: setting_up.invite(
                actor=None,
                name=name,
                login=login,
                language=language,
                first_reader=reader,
                custodian=custodian,
            )
            for login, name, language, reader, custodian in HANDLERS
        }
        for login, code in codes.items():
            setting_up.join(login=login, code=code, passphrase=PASSWORD)
        reader = setting_up.unlock(login=HANDLERS[0][0], passphrase=PASSWORD)
        assert reader is not None, "she has just joined"
        file_reports(reader)
