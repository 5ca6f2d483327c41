"""Serves the office with granian, says where, and stops cleanly: `python -m ombuds.config.serve`.

PORT and HOST choose the address; WORKERS the number of processes. `--which-port` only prints a free port, PORT if it is.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from types import FrameType

PATIENCE = 60  # seconds for a slow machine to start
GRACE = 10  # seconds for requests under way when the server is asked to stop


def _is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def choose_port(host: str, wanted: int, *, any_port: bool) -> int:
    """The wanted port, or, for the demo, the next free one."""
    for port in range(wanted, wanted + (50 if any_port else 1)):
        if _is_free(host, port):
            return port
    sys.exit(f"Port {wanted} is taken by another program. Choose one: PORT=8123 ./run …")


def _wait_until_it_answers(server: "subprocess.Popen[bytes]", address: str) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=10).close()
            return True
        except urllib.error.HTTPError:
            return True  # it answers; a redirect to https or a closed page is an answer too
        except OSError:
            time.sleep(0.2)
    return False


def _stop(server: "subprocess.Popen[bytes]") -> None:
    """Ask, wait, insist: granian asked while its workers still start may never end by itself."""
    if server.poll() is None:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(GRACE)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _start(host: str, port: int) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning",
        "--host", host, "--port", str(port), "--workers", os.environ.get("WORKERS", "2"),
        "--blocking-threads", "4", "--respawn-failed-workers", "ombuds.config.wsgi:application",
    ]  # fmt: skip
    # A session of its own: Ctrl-C reaches this program only, which then stops the server in order.
    return subprocess.Popen(command, start_new_session=True)


def main() -> None:
    host = os.environ.get("HOST", "127.0.0.1")
    wanted = os.environ.get("PORT", "8000")
    if not wanted.isdigit() or not 0 < int(wanted) < 65536:
        sys.exit(f"PORT must be a number from 1 to 65535, not {wanted!r}.")
    only_asked = "--which-port" in sys.argv[1:]
    port = choose_port(host, int(wanted), any_port=only_asked)
    if only_asked:
        print(port)
        return
    address = f"http://{host}:{port}/"

    def asked_to_stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, asked_to_stop)
    signal.signal(signal.SIGINT, asked_to_stop)
    server = _start(host, port)
    try:
        if _wait_until_it_answers(server, address):
            print(f"\nThe office is open at {address}   (Ctrl-C stops it)", flush=True)
        code = server.wait()
    except KeyboardInterrupt:
        print("\nStopping…", flush=True)
        code = 0
    finally:
        _stop(server)
    sys.exit(code)


if __name__ == "__main__":
    main()
