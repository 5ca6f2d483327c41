"""Choosing an address for the server."""

import socket

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
