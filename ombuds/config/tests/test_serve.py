"""Choosing an address for the server."""

import socket
import subprocess
import sys

import pytest

from ombuds.config import serve


def test_the_demo_moves_on_when_the_port_is_taken_and_an_office_does_not() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serve.choose_port("127.0.0.1", port, any_port=True) > port
        with pytest.raises(SystemExit, match="taken by another program"):
            serve.choose_port("127.0.0.1", port, any_port=False)


@pytest.mark.parametrize("word", ["", "http", "0", "70000", "-1", "8000; rm"])
def test_a_port_that_is_no_port_is_refused_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setenv("PORT", word)
    with pytest.raises(SystemExit, match="PORT must be a number"):
        serve.main()


@pytest.mark.parametrize(
    ("name", "starts"),
    [("OMBUDS_MAIL_HOST", True), ("OMBUDS_MAIL_HOST_FILE", True), ("OMBUDS_MAIL_PORT", False)],
)
def test_a_sender_of_mails_runs_where_there_is_a_mail_server(
    monkeypatch: pytest.MonkeyPatch, name: str, starts: bool
) -> None:
    for one in ("OMBUDS_MAIL_HOST", "OMBUDS_MAIL_HOST_FILE"):
        monkeypatch.delenv(one, raising=False)
    monkeypatch.setenv(name, "25")
    assert serve.sends_mail() is starts


def test_a_sender_that_fell_over_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def running(seconds: str) -> serve.Process:
        return subprocess.Popen([sys.executable, "-c", f"import time; time.sleep({seconds})"])

    monkeypatch.setattr(serve, "PAUSE", 0.2)
    sender = serve.Helper("The sender of mails", lambda: running("60"), running("0"))
    sender.process.wait()
    try:
        assert serve._keep_running(running("1"), [sender]) == 0
        assert sender.process.poll() is None
    finally:
        sender.process.kill()
        sender.process.wait()
