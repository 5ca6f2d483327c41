"""The sealed channel under weight: a report with a file of 200 MB must stay under 300 MB of memory, and 200 reports in an hour
must go without an error, on one small machine. And codes that open nothing must not be told apart by time: one that never was against
one that differs from a real one in a digit, by a permutation test. Serves the channel with granian (one worker) in a temporary folder.

    ./run bench integrity [--megabytes 200] [--reports 200] [--tries 28] [--json FILE]
"""

import argparse
import http.client
import json
import os
import random
import re
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_MEMORY = 300  # MB
HOUR = 3600
SHUFFLES = 4000
LEAST_CHANCE = 0.01  # one run in a hundred fails by accident: run it again
PIECE = 1024 * 1024
LINE = "----openombuds-benchmark"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _ombuds(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, "-m", "ombuds.config.cli", *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


class Reporter:
    """A browser that knows one form."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self.code = ""

    def ask(
        self, method: str, path: str, body: Iterator[bytes] | bytes | None = None, **headers: str
    ) -> tuple[int, str, str]:
        """Status, text, and where it leads."""
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        wire.request(method, path, body=body, headers=sent)
        answer = wire.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        text = answer.read().decode("utf-8", "replace")
        wire.close()
        return answer.status, text, answer.headers.get("Location", "")

    def report(self, megabytes: int = 0) -> float:
        """File one report, with a file of this size; seconds from the last button to the code."""
        _status, page, _to = self.ask("GET", "/integrity/report/")
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        if not found:
            raise RuntimeError("no form")
        carried = {
            "version": 0,
            "check": {"body": "region", "reporter": "staff"},
            "answers": {
                "subject": ["money"],
                "story": "Een verhaal. " * 100,
                "body": "Dienst",
                "channel": "no",
                "reprisal": "no",
            },
            "you": {"choice": "anonymous"},
        }
        fields = {"csrfmiddlewaretoken": found[1], "carried": json.dumps(carried), "at": "send", "go": "next"}
        started = time.perf_counter()
        size, body = _form(fields, megabytes)
        status, text, to = self.ask(
            "POST", "/integrity/report/", body,
            Content_Type=f"multipart/form-data; boundary={LINE}", Content_Length=str(size),
        )  # fmt: skip
        if status != 302:
            raise RuntimeError(f"answer {status}: {text[:300]}")
        status, text, _to = self.ask("GET", to)
        found = re.search(r"\d{4} \d{4} \d{4} \d{4}", text)
        if not found:
            raise RuntimeError("no code")
        self.code = found[0].replace(" ", "")
        return time.perf_counter() - started

    def try_code(self, code: str) -> tuple[float, str]:
        """Seconds until the answer to a code that opens nothing, and the answer without its tokens."""
        _status, page, _to = self.ask("GET", "/integrity/back/")
        token = (re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page) or [""])[1]
        body = f"csrfmiddlewaretoken={token}&code={code}".encode()
        started = time.perf_counter()
        status, text, _to = self.ask(
            "POST", "/integrity/back/", body,
            Content_Type="application/x-www-form-urlencoded", Content_Length=str(len(body)),
        )  # fmt: skip
        if status != 200:
            raise RuntimeError(f"answer {status}")
        spent = time.perf_counter() - started
        return spent, re.sub(r'value="[^"]*"', "", text)


def _form(fields: dict[str, str], megabytes: int) -> tuple[int, Iterator[bytes]]:
    head = "".join(
        f'--{LINE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    )
    if megabytes:
        head += f'--{LINE}\r\nContent-Disposition: form-data; name="papers"; filename="film.mp4"\r\nContent-Type: video/mp4\r\n\r\n'
    tail = f"\r\n--{LINE}--\r\n" if megabytes else f"--{LINE}--\r\n"
    start = head.encode() + (b"\0\0\0\x18ftypisom" if megabytes else b"")

    def parts() -> Iterator[bytes]:
        yield start
        piece = secrets.token_bytes(PIECE)
        for _ in range(megabytes):
            yield piece
        yield tail.encode()

    return len(start) + megabytes * PIECE + len(tail), parts()


def _memory(pid: int) -> float:
    """The most memory that the server and its worker ever had together, in MB."""
    total = 0.0
    for process in [pid, *_children(pid)]:
        status = Path(f"/proc/{process}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        total = max(total, int(found[1]) / 1024 if found else 0)
    return total


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in found]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument(
        "--tries", type=int, default=28, help="of each kind of code; the limit is 60 a minute"
    )
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measured(Path(folder), options.megabytes, options.reports, options.tries)
    for name, value in figures.items():
        print(f"{name:<34} {value}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    good = (
        figures["memory with the file, MB"] < MOST_MEMORY
        and figures["errors"] == 0
        and figures["reports an hour"] >= 200
        and figures["codes: kinds of answers"] == 1
        and figures["codes: chance of a difference like this by accident"] > LEAST_CHANCE
    )
    return 0 if good else 1


def measured(var: Path, megabytes: int, reports: int, tries: int) -> dict[str, float]:
    """All figures."""
    port = _free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OMBUDS_")} | {
        "OMBUDS_VAR": str(var), "OMBUDS_DATABASE": f"sqlite:///{var}/office.sqlite3", "OMBUDS_DOOR": "integrity",
        "DJANGO_SETTINGS_MODULE": "ombuds.config.settings",
    }  # fmt: skip
    _ombuds(environment, "migrate", "-v0")
    _ombuds(environment, "office", "load", "brussels", "--activate")
    _ombuds(environment, "collectstatic", "--no-input", "-v0")
    _ombuds(environment, "integrity", "set-up")
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
               "--workers", "1", "--blocking-threads", "4", "--no-log", "ombuds.config.wsgi:application"]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        return _measured(port, server.pid, megabytes, reports) | _codes(port, tries)
    finally:
        server.terminate()
        server.wait(20)


def _measured(port: int, pid: int, megabytes: int, reports: int) -> dict[str, float]:
    for _ in range(600):
        try:
            Reporter(port).ask("GET", "/integrity/start/")
            break
        except OSError:
            time.sleep(0.2)
    Reporter(port).report()
    before = _memory(pid)
    seconds = Reporter(port).report(megabytes)
    after = _memory(pid)
    times, errors = [], 0
    started = time.perf_counter()
    for _ in range(reports):
        try:
            times.append(Reporter(port).report())
        except (RuntimeError, OSError):
            errors += 1
            time.sleep(3)  # the bucket of reports refills by twenty a minute
    spent = time.perf_counter() - started
    ordered = sorted(times) or [0.0]
    return {
        "memory before, MB": round(before), "memory with the file, MB": round(after),
        "file, MB": megabytes, "seconds for the file": round(seconds, 1),
        "reports": reports, "errors": errors, "reports an hour": round(len(times) / spent * HOUR),
        "median s": round(statistics.median(ordered), 2), "95th percentile s": round(ordered[int(len(ordered) * 0.95)], 2),
    }  # fmt: skip


def _codes(port: int, tries: int) -> dict[str, float]:
    """Both kinds take turns in an order made by chance, so that what the machine does besides falls on both."""
    filed, reporter, chance = Reporter(port), Reporter(port), random.Random(6)
    filed.report()
    real, answers = filed.code, set()
    times: dict[str, list[float]] = {"unknown": [], "nearly right": []}
    for kind in chance.sample(["unknown", "nearly right"] * tries, 2 * tries):
        place = chance.randrange(16)
        near = real[:place] + str((int(real[place]) + 1) % 10) + real[place + 1 :]
        code = near if kind == "nearly right" else f"{chance.randrange(10**16):016}"
        spent, text = reporter.try_code(code)
        times[kind].append(spent)
        answers.add(text)
    one, other = times.values()
    return {
        "codes: kinds of answers": len(answers),
        "codes: median ms, never was": round(statistics.median(one) * 1000, 1),
        "codes: median ms, one digit off": round(statistics.median(other) * 1000, 1),
        "codes: chance of a difference like this by accident": round(_by_accident(one, other, chance), 3),
    }


def _by_accident(one: list[float], other: list[float], chance: random.Random) -> float:
    """Permutation test on the difference of medians."""
    seen = abs(statistics.median(one) - statistics.median(other))
    pool, larger = one + other, 0
    for _ in range(SHUFFLES):
        chance.shuffle(pool)
        larger += abs(statistics.median(pool[: len(one)]) - statistics.median(pool[len(one) :])) >= seen
    return larger / SHUFFLES


if __name__ == "__main__":
    sys.exit(main())
