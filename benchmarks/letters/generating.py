"""From a style and a seed to documents: sentences are drawn and put in order, then made to look as they arrive."""

from collections.abc import Callable, Iterable, Iterator
from random import Random

from benchmarks.letters import hands, noise
from benchmarks.letters.piece import Document, Piece, assemble, plain
from benchmarks.letters.templates import sections, sentence
from benchmarks.letters.world import World, data

LANGUAGES = ("nl", "fr", "en", "de")
STYLES = "ABCDEFGHWY"
BLIND = "Z"


def generate(language: str, number: int, seed: int, style: str) -> Iterator[Document]:
    """`number` documents of one language and style; the same arguments give the same documents, everywhere."""
    for at in range(number):
        rng = Random(f"{seed}/{language}/{style}/{at}")
        world = World(language, rng, hands.HANDS.get(style, ""))
        pieces = LAYOUTS[style](world)
        document = Document(f"{style}-{language}-{seed}-{at}", language, style, "")
        assemble(pieces, document)
        document.casefile = world.casefile()
        yield document


def drawn(world: World, style: str, section: str, count: int) -> list[list[Piece]]:
    """Different sentences of a section, in random order."""
    lines = sections(world.language, style)[section]
    return [sentence(line, world) for line in world.rng.sample(lines, min(count, len(lines)))]


def joined(parts: Iterable[list[Piece]], mark: str) -> list[Piece]:
    out: list[Piece] = []
    for part in parts:
        out += [*plain(mark), *part] if out else part
    return out


def paragraphs(sentences: list[list[Piece]], rng: Random) -> list[Piece]:
    blocks: list[list[Piece]] = []
    while sentences:
        size = rng.randrange(2, 5)
        blocks.append(joined(sentences[:size], " "))
        sentences = sentences[size:]
    return joined(blocks, "\n\n")


def written(world: World, style: str, least: int, most: int) -> list[Piece]:
    """Head, paragraphs and end: a letter, a story, a decision."""
    body = paragraphs(drawn(world, style, "body", world.rng.randrange(least, most)), world.rng)
    return joined(
        [part for part in (*drawn(world, style, "head", 1), body, *drawn(world, style, "end", 1)) if part],
        "\n\n",
    )


def form(world: World) -> list[Piece]:
    lines = drawn(world, "B", "body", world.rng.randrange(9, 17))
    table = world.rng.random() < 0.15
    body = joined(lines, " | " if table else "\n")
    return joined(
        [*drawn(world, "B", "head", 1), body, *drawn(world, "B", "end", world.rng.randrange(2))], "\n\n"
    )


def thread(world: World) -> list[Piece]:
    """Two or three messages, the older ones quoted below with a mark before every line."""
    messages = []
    for depth in range(world.rng.randrange(2, 4)):
        body = paragraphs(drawn(world, "C", "body", world.rng.randrange(3, 7)), world.rng)
        message = joined([*drawn(world, "C", "head", 1), body, *drawn(world, "C", "end", 1)], "\n\n")
        mark = "> " * depth
        quoted = [
            piece if piece.role else piece.saying(piece.text.replace("\n", "\n" + mark)) for piece in message
        ]
        messages.append([*plain(mark), *quoted])
    return joined(messages, "\n\n")


def numbered(world: World, style: str) -> list[Piece]:
    sentences = drawn(world, style, "body", world.rng.randrange(8, 15))
    if world.rng.random() < 0.4:
        sentences = [[*plain(f"{at}. "), *one] for at, one in enumerate(sentences, 1)]
        body = joined(sentences, "\n\n")
    else:
        body = paragraphs(sentences, world.rng)
    return joined([*drawn(world, style, "head", 1), body, *drawn(world, style, "end", 1)], "\n\n")


def message(world: World) -> list[Piece]:
    sentences = drawn(world, "E", "body", world.rng.randrange(4, 10))
    return noise.hurried(joined(sentences, world.rng.choice([" ", " ", "\n", " ... "])), world.rng)


def scan(world: World) -> list[Piece]:
    """One of the other styles, in two of five cases with a passage in a second language, after one or two troubles."""
    rng = world.rng
    pieces = LAYOUTS[rng.choice("ABCDFG")](world)
    if rng.random() < 0.4:
        language = world.language
        world.language = rng.choice([other for other in LANGUAGES if other != language])
        world.data, before = data(world.language), world.data
        pieces = [*pieces, *plain("\n\n"), *joined(drawn(world, rng.choice("AD"), "body", 4), " ")]
        world.language, world.data = language, before
    for trouble in rng.sample(noise.SCANS, rng.choice([1, 1, 2])):
        pieces = trouble(pieces, rng)
    return pieces


def other_hand(world: World, style: str) -> list[Piece]:
    """A whole document if the hand wrote some, or sentences of it; one in eight comes as a scan, one in eight in small letters."""
    rng = world.rng
    if sections(world.language, style)["doc"] and (
        not sections(world.language, style)["body"] or rng.random() < 0.5
    ):
        return seldom_spoiled(drawn(world, style, "doc", 1)[0], rng)
    sentences = drawn(world, style, "body", rng.randrange(6, 13))
    body = (
        paragraphs(sentences, rng)
        if rng.random() < 0.6
        else joined([[*plain("- "), *one] for one in sentences], "\n")
    )
    pieces = joined(
        [part for part in (*drawn(world, style, "head", 1), body, *drawn(world, style, "end", 1)) if part],
        "\n\n",
    )
    chance = rng.random()
    if chance < 0.125:
        return noise.hurried(pieces, rng)
    return rng.choice(noise.SCANS)(pieces, rng) if chance < 0.25 else pieces


def seldom_spoiled(pieces: list[Piece], rng: Random) -> list[Piece]:
    """Most whole documents arrive as they were written; one in twelve as a scan, one in twelve typed in a hurry."""
    chance = rng.random()
    if chance < 1 / 12:
        return noise.hurried(pieces, rng)
    return rng.choice(noise.SCANS)(pieces, rng) if chance < 2 / 12 else pieces


LAYOUTS: dict[str, Callable[[World], list[Piece]]] = {
    "A": lambda world: written(world, "A", 6, 13),
    "B": form,
    "C": thread,
    "D": lambda world: numbered(world, "D"),
    "E": message,
    "F": lambda world: written(world, "F", 6, 12),
    "G": lambda world: numbered(world, "G"),
    "H": scan,
    "W": lambda world: seldom_spoiled(drawn(world, "W", "doc", 1)[0], world.rng),
    "Y": lambda world: written(world, "Y", 6, 12),
    BLIND: lambda world: other_hand(world, BLIND),
    "X": lambda world: other_hand(world, "X"),
}
