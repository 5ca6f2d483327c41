"""Serves the office with granian, says where, and stops cleanly: `python -m ombuds.config.serve`.

With a mail server (OMBUDS_MAIL_HOST), `ombuds worker` runs beside it and sends what the office queues.
`ombuds patterns watch` always does, at low priority, and compares new cases with the earlier ones.
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
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

PATIENCE = 60  # seconds for a slow machine to start
GRACE = 10  # seconds for requests under way when the server is asked to stop
PAUSE = 10  # seconds between two looks at the sender of mails
Process = subprocess.Popen[bytes]


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


def _wait_until_it_answers(server: Process, address: str) -> bool:
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


def _stop(server: Process) -> None:
    """Ask, wait, insist: granian asked while its workers still start may never end by itself."""
    if server.poll() is None:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(GRACE)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _start(host: str, port: int) -> Process:
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning",
        "--host", host, "--port", str(port), "--workers", os.environ.get("WORKERS", "2"),
        "--blocking-threads", "4", "--respawn-failed-workers", "ombuds.config.wsgi:application",
    ]  # fmt: skip
    # A session of its own: Ctrl-C reaches this program only, which then stops the server in order.
    return subprocess.Popen(command, start_new_session=True)


def sends_mail() -> bool:
    """A mail server is configured: then somebody has to empty the queue."""
    return bool(os.environ.get("OMBUDS_MAIL_HOST") or os.environ.get("OMBUDS_MAIL_HOST_FILE"))


def start_sender() -> Process:
    """The sender of mails; in a session of its own, for the same reason as the server."""
    command = [sys.executable, "-m", "ombuds.config.cli", "worker"]
    return subprocess.Popen(command, start_new_session=True)


def start_watcher() -> Process:
    """Compares new cases with the earlier ones, at low priority."""
    command = [sys.executable, "-m", "ombuds.config.cli", "patterns", "watch"]
    return subprocess.Popen(command, start_new_session=True)


@dataclass
class Helper:
    """A process beside the server, and how it is started."""

    name: str
    start: Callable[[], Process]
    process: Process


def _keep_running(server: Process, helpers: list[Helper]) -> int:
    """Until the server ends. A helper that fell over (database away for a moment) is started again."""
    while True:
        try:
            return server.wait(PAUSE)
        except subprocess.TimeoutExpired:
            for helper in helpers:
                if helper.process.poll() is not None:
                    print(f"{helper.name} had stopped; it is started again.", file=sys.stderr, flush=True)
                    helper.process = helper.start()


def _helpers() -> list[Helper]:
    """What runs beside the server: the comparison of new cases, and where there is a mail server, its sender."""
    wanted = [("The comparison of new cases", start_watcher)]
    if sends_mail():
        wanted.append(("The sender of mails", start_sender))
    return [Helper(name, start, start()) for name, start in wanted]


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
    others = _helpers()
    try:
        if _wait_until_it_answers(server, address):
            print(f"\nThe office is open at {address}   (Ctrl-C stops it)", flush=True)
        code = _keep_running(server, others)
    except KeyboardInterrupt:
        print("\nStopping…", flush=True)
        code = 0
    finally:
        for process in (*(helper.process for helper in others), server):
            _stop(process)
    sys.exit(code)


if __name__ == "__main__":
    main()
