"""Files are sealed while they arrive: no byte of theirs touches a disk in the clear, whatever their size."""

from typing import TYPE_CHECKING, Any, BinaryIO

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from ombuds.integrity import store
from ombuds.integrity.models import StoredFile
from ombuds.integrity.vault.pieces import Sealer
from ombuds.integrity.vault.sealing import new_key

if TYPE_CHECKING:
    Upload = UploadedFile[bytes]
else:
    Upload = UploadedFile

MOST_BYTES = 1024 * 1024 * 1024  # one file
MOST_FILES = 10  # of one page
IN_MEMORY = 20 * 1024 * 1024  # up to here a copy without metadata can be made
HEAD = 64 * 1024  # bytes that tell the type


class SealedUpload(Upload):
    """An upload that is already in the store. `content` is the whole of it when it is small enough to be cleaned."""

    def __init__(
        self, name: str, row: StoredFile, key: bytes, size: int, head: bytes, content: bytes | None
    ) -> None:
        super().__init__(ContentFile(b""), name, size=size)
        self.row, self.key, self.head, self.content = row, key, head, content

    def forget(self) -> None:
        """It is not wanted after all."""
        store.remove(self.row)


class SealingUploadHandler(FileUploadHandler):
    """Django's upload handler of this room, the only one at its doors."""

    chunk_size = 256 * 1024

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.count = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.count += 1
        self.wanted = self.count <= MOST_FILES
        self.start: list[bytes] | None = []
        self.held = 0
        if self.wanted:
            self.row, self.handle = store.begin()
            self.out: BinaryIO = self.handle
            self.key = new_key()
            self.sealer = Sealer(self.key, self.row.pk.bytes, self.out.write)
            self.head = b""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if not self.wanted:
            return
        if self.sealer.size + len(raw_data) > MOST_BYTES:
            self._drop()
            return
        self.sealer.add(raw_data)
        if len(self.head) < HEAD:
            self.head += raw_data[: HEAD - len(self.head)]
        self._hold(raw_data)

    def _hold(self, raw_data: bytes) -> None:
        if self.start is None:
            return
        self.held += len(raw_data)
        if self.held > IN_MEMORY:
            self.start = None
        else:
            self.start.append(raw_data)

    def _drop(self) -> None:
        self.wanted = False
        self.handle.close()
        store.remove(self.row)

    def file_complete(self, file_size: int) -> Upload | None:
        if not self.wanted:  # too many or too large: the page says so
            return Unwanted(self.file_name or "")
        self.sealer.end()
        store.end(self.row.pk, self.handle)
        content = b"".join(self.start) if self.start is not None else None
        return SealedUpload(self.file_name or "", self.row, self.key, self.sealer.size, self.head, content)

    def upload_interrupted(self) -> None:
        if getattr(self, "wanted", False):
            self._drop()


class Unwanted(Upload):
    """One file too many, or too large: nothing of it was kept."""

    def __init__(self, name: str) -> None:
        super().__init__(ContentFile(b""), name, size=0)
