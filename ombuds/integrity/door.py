"""The one module by which another room enters: `ombuds.handover`, and no other (tests/architecture holds to that)."""

from ombuds.integrity import limits, tickets
from ombuds.integrity.chests import Holder, open_chest
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Handler, Installation, Report
from ombuds.integrity.record import note
from ombuds.integrity.services import files, offering, releasing
from ombuds.integrity.services.filing import Filed, Told, file_report
from ombuds.integrity.terms import Act, Channel, Compartment, Naming
from ombuds.integrity.uploading import SealedUpload, SealingUploadHandler
from ombuds.integrity.vault.codes import shown
from ombuds.integrity.views.entrance import report_page, reporter_page

__all__ = [
    "Act",
    "Channel",
    "Compartment",
    "Filed",
    "Handler",
    "Holder",
    "Installation",
    "Naming",
    "Report",
    "SealedUpload",
    "Told",
    "atomic",
    "file_report",
    "files",
    "limits",
    "note",
    "offering",
    "open_chest",
    "releasing",
    "report_page",
    "reporter_page",
    "sealed_upload",
    "shown",
    "tickets",
]


def sealed_upload(name: str, content: bytes) -> SealedUpload:
    """Bytes of the other house, sealed in the store of this one."""
    handler = SealingUploadHandler()
    handler.new_file("papers", name, "application/octet-stream", len(content), None)
    for start in range(0, len(content), handler.chunk_size):
        handler.receive_data_chunk(content[start : start + handler.chunk_size], start)
    made = handler.file_complete(len(content))
    assert isinstance(made, SealedUpload)
    return made
