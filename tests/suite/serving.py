"""A real server of ours in a process of its own: a port that is free, and waiting until it answers."""

import socket
import time
import urllib.error
import urllib.request

PATIENCE = 240  # seconds


def free_port() -> int:
    """Of this machine only; nobody listens on it now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> None:
    """Until it answers anything, an error page as well. Raises TimeoutError."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=10).close()  # noqa: S310  # our own server
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"nothing answers at {address}")
