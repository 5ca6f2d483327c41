"""A new receipt code: when somebody else may have seen the old one. The old one opens nothing from then on."""

import base64
import uuid

from ombuds.integrity import chests, record
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Handler, Report
from ombuds.integrity.services import protecting
from ombuds.integrity.services.dialogue import Over
from ombuds.integrity.services.setting_up import installation
from ombuds.integrity.terms import Act, Compartment, State
from ombuds.integrity.vault import codes, keys
from ombuds.integrity.vault.keys import Pair


def renew(report: Report, holder: Holder) -> tuple[str, Holder]:
    """The keys are made anew as well: who had the old code could have kept them. The new code, shown once, and its holder."""
    if report.state == State.DESTROYED:
        raise Over()
    code = codes.new_code()
    receipt = codes.derive(code, bytes(installation().code_salt))
    with atomic():
        fresh = Report.objects.select_for_update().get(pk=report.pk)
        letters = _letters(fresh, holder, receipt.pair)
        opened = [
            chests.open_chest(fresh, compartment, holder)
            for compartment in (Compartment.CONTENT, Compartment.IDENTITY)
        ]
        for chest in opened:
            chest.report.reporter_public = receipt.pair.public  # the new key is sealed to it
            held = Handler.objects.filter(wraps__chest=chest.chest)
            chests.rekey(chest, list(held))
        Report.objects.filter(pk=fresh.pk).update(
            verifier=receipt.verifier, reporter_public=receipt.pair.public
        )
        report.refresh_from_db()
        renewed = Holder(receipt.pair)
        content = chests.open_chest(report, Compartment.CONTENT, renewed)
        for field, entry in letters.items():
            content.write(field, entry)
        record.note(Act.CODE_RENEWED, report=report)
    return code, renewed


def _letters(report: Report, holder: Holder, pair: Pair) -> dict[str, dict[str, str]]:
    """The keys of its requests for protection, sealed to the new code."""
    content = chests.open_chest(report, Compartment.CONTENT, holder)
    found = {}
    for field, entry in content.read_all("protection:").items():
        place = protecting.place_of(report, uuid.UUID(entry["id"]))
        private = keys.open_letter(holder.pair, place, base64.b64decode(entry["key"]))
        letter = keys.seal_letter(pair.public, place, private)
        found[field] = {"id": entry["id"], "key": base64.b64encode(letter).decode()}
    return found
