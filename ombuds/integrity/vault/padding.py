"""Stored sizes show classes and no more. Short texts go up to powers of two; files up to a Padmé length (at most 12 %
more), a published scheme that leaves only the order of magnitude to see (Nikitin and others, PETS 2019)."""

from ombuds.integrity.vault import Refused

SMALLEST_TEXT = 1024
SMALLEST_FILE = 64 * 1024
LENGTH = 4  # bytes of the length before the content


def text_class(size: int) -> int:
    """The padded length of a text of `size` bytes: a power of two, at least 1 KiB."""
    wanted = SMALLEST_TEXT
    while wanted < size:
        wanted *= 2
    return wanted


def file_class(size: int) -> int:
    """The padded length of a file of `size` bytes: Padmé, at least 64 KiB."""
    size = max(size, SMALLEST_FILE)
    exponent = size.bit_length() - 1
    kept = exponent.bit_length()
    step = 1 << (exponent - kept)
    return (size + step - 1) // step * step


def pad(content: bytes) -> bytes:
    """Length, content, zeros: together as long as the class of the text."""
    body = len(content).to_bytes(LENGTH) + content
    return body.ljust(text_class(len(body)), b"\0")


def unpad(padded: bytes) -> bytes:
    """The content. Refused unless this is exactly what `pad` makes."""
    size = int.from_bytes(padded[:LENGTH])
    content = padded[LENGTH : LENGTH + size]
    if pad(content) != padded:
        raise Refused()
    return content
