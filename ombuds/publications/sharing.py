"""What a person can post about a publication, cut to the rules of each network. Imports no Django.

Nothing is ever posted by the program: a person copies the words and posts them.
"""

from dataclasses import dataclass

from ombuds.deidentification.gate import DeidentifiedText, insist_deidentified


@dataclass(frozen=True, slots=True)
class Network:
    """`link`: what an address counts for; 0 means its own length."""

    name: str
    most: int
    link: int = 0


NETWORKS = (
    Network("Mastodon", 500, 23),
    Network("Bluesky", 300),
    Network("X", 280, 23),
    Network("Threads", 500),
    Network("LinkedIn", 3000),
    Network("Facebook", 2000),
)


@dataclass(frozen=True, slots=True)
class Post:
    """A text that fits; `counted` as the network counts it."""

    network: Network
    text: str
    counted: int


def posts(title: DeidentifiedText, summary: DeidentifiedText, address: str) -> list[Post]:
    """Return one text a network: title, as much of the summary as fits, and the address. Only of words that passed the gate."""
    insist_deidentified(title, summary)
    return [_post(network, title.strip(), " ".join(summary.split()), address) for network in NETWORKS]


def _post(network: Network, title: str, summary: str, address: str) -> Post:
    link = network.link or len(address)
    room = network.most - link - 2  # an empty line before the address
    words = cut(title, room)
    left = room - len(words) - 2
    if summary and left >= 20:
        words = f"{words}\n\n{cut(summary, left)}"
    return Post(network, f"{words}\n\n{address}", len(words) + 2 + link)


def cut(text: str, most: int) -> str:
    """Return the text in at most so many characters, cut between words."""
    if len(text) <= most:
        return text
    short = text[: max(0, most - 1)]
    at = short.rfind(" ")
    return (short[:at] if at > most // 2 else short).rstrip(" ,;:") + "…"
