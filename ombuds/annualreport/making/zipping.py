"""A ZIP that is the same for the same files: no clock in it."""

import io
import zipfile
from collections.abc import Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(files: Mapping[str, bytes], *, plain: str = "") -> bytes:
    """Return the archive in the order of `files`; `plain` is stored and not pressed (the first file of an EPUB)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            about = zipfile.ZipInfo(name, EPOCH)
            about.compress_type = zipfile.ZIP_STORED if name == plain else zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            about.create_system = 3
            archive.writestr(about, data)
    return out.getvalue()


def repack(data: bytes) -> bytes:
    """Return the same archive without its clock."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()})
