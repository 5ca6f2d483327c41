"""Fits the network: embeddings summed for each word, then layers that look three words wide, further apart each time.

Needs jax, optax (Apache-2.0) and scipy (BSD); the engine itself needs numpy only and reads the weights. The large table of
embeddings is kept outside of jax: a batch touches few of its rows, and a sparse matrix adds them up much faster.
"""

import sys
import time
from random import Random
from typing import Any

import jax  # type: ignore[import-not-found]  # for training only, as the next three
import jax.numpy as jnp  # type: ignore[import-not-found]
import numpy as np
import optax  # type: ignore[import-not-found]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

from benchmarks.second_look.examples import Example
from ombuds.deidentification.engine.second_look import seeing
from ombuds.deidentification.engine.second_look.labels import LABELS, NEITHER

WIDTH = 128
STEPS = (1, 2, 4)  # how far apart the words are that a layer sees
LENGTHS = (128, 256, 512)  # few different ones, since each is compiled for itself
DIFFERENT = (1024, 2048, 4096, 8192)
HELD_BACK, DROPPED = 0.3, 0.15
Weights = dict[str, Any]


def beginning(seed: int) -> Weights:
    rng = np.random.default_rng(seed)

    def some(*shape: int, by: float = 0.1) -> Any:
        return (by * rng.standard_normal(shape)).astype(np.float32)

    weights = {
        "rows": some(seeing.ROWS, WIDTH),
        "forms": some(seeing.PLACES, WIDTH),
        "gaps": some(seeing.GAPS, WIDTH),
        "covers": some(seeing.COVERS, WIDTH),
        "out": some(WIDTH, LABELS),
        "base": np.zeros(LABELS, np.float32),
    }
    for layer in range(len(STEPS)):
        weights[f"mix{layer}"] = some(3 * WIDTH, WIDTH, by=(2 / (3 * WIDTH)) ** 0.5)
        weights[f"bias{layer}"] = np.zeros(WIDTH, np.float32)
    return weights


def forward(weights: Weights, alone: Any, batch: Weights) -> Any:
    """Scores of the labels, texts × words × labels. `alone`: what is said of each different word, added up."""
    now = (
        alone[batch["words"]]
        + weights["forms"][batch["forms"]]
        + weights["gaps"][batch["gaps"]]
        + weights["covers"][batch["covers"]]
    ) * batch["real"]
    for layer, step in enumerate(STEPS):
        before = jnp.pad(now, ((0, 0), (step, 0), (0, 0)))[:, :-step]
        after = jnp.pad(now, ((0, 0), (0, step), (0, 0)))[:, step:]
        seen = jnp.concatenate([before, now, after], axis=-1)
        new = jax.nn.relu(seen @ weights[f"mix{layer}"] + weights[f"bias{layer}"])
        now = (now + new * batch["dropped"][layer]) * batch["real"][..., :1]
    return now @ weights["out"] + weights["base"]


def loss(weights: Weights, alone: Any, batch: Weights) -> Any:
    scores = forward(weights, alone, batch)
    counted = batch["labels"] != NEITHER
    each = optax.softmax_cross_entropy_with_integer_labels(scores, jnp.where(counted, batch["labels"], 0))
    return (each * counted).sum() / jnp.maximum(counted.sum(), 1)


def pieces(examples: list[Example]) -> list[Example]:
    """Texts that are longer than the longest length, cut."""
    cut: list[Example] = []
    for one in examples:
        for at in range(0, len(one.words), LENGTHS[-1]):
            part = slice(at, at + LENGTHS[-1])
            cut.append(
                Example(one.words[part], one.forms[part], one.gaps[part], one.covers[part], one.labels[part])
            )
    return cut


def grouped(examples: list[Example], rng: Random, words: int) -> list[list[Example]]:
    """Texts of like length side by side, about so many words at once; the order by chance."""
    by_length: dict[int, list[Example]] = {length: [] for length in LENGTHS}
    for one in examples:
        by_length[next(length for length in LENGTHS if len(one.words) <= length)].append(one)
    groups: list[list[Example]] = []
    for length, all_of_it in by_length.items():
        rng.shuffle(all_of_it)
        count = words // length
        groups += [all_of_it[at : at + count] for at in range(0, len(all_of_it), count)]
    rng.shuffle(groups)
    return groups


def batch_of(group: list[Example], words: int) -> tuple[Weights, Any]:
    """The texts as arrays of one shape, and which different words stand in them."""
    longest = max(len(one.words) for one in group)
    length = next(length for length in LENGTHS if longest <= length)
    count = words // length
    of = {
        name: np.full((count, length), NEITHER if name == "labels" else 0, dtype=np.int32)
        for name in ("words", "forms", "gaps", "covers", "labels")
    }
    real = np.zeros((count, length, 1), dtype=np.float32)
    for at, one in enumerate(group):
        size = len(one.words)
        for name, values in of.items():
            values[at, :size] = getattr(one, name)
        real[at, :size] = 1.0
    different, places = np.unique(of["words"], return_inverse=True)
    return {**of, "words": places.reshape(count, length).astype(np.int32), "real": real}, different


class Table:
    """The embeddings of what is said of words, with Adam's memory of them."""

    def __init__(self, table: Any) -> None:
        self.table, self.mean, self.square = table, np.zeros_like(table), np.zeros_like(table)
        self.turn = 0

    def learn(self, slope: Any, rate: float) -> None:
        self.turn += 1
        self.mean += 0.1 * (slope - self.mean)
        self.square += 0.01 * (slope * slope - self.square)
        by = rate * np.sqrt(1 - 0.99**self.turn) / (1 - 0.9**self.turn)
        self.table -= by * self.mean / (np.sqrt(self.square) + 1e-8)
        self.table *= 1 - rate * 1e-3


def all_rows_of(words: list[tuple[str, str]]) -> Any:
    """A sparse matrix: for each word the rows of what is said of it."""
    rows = [seeing.rows(*word) for word in words]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter((row for one in rows for row in one), dtype=np.int32, count=int(ends[-1]))
    return csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), seeing.ROWS))


def fit(
    examples: list[Example],
    matrix: Any,
    rounds: int,
    *,
    seed: int = 1,
    rate: float = 3e-3,
    words: int = 8192,
    start: Weights | None = None,
) -> Weights:
    """The weights after so many rounds over all examples; from `start` on, or from nothing."""
    rng, noise = Random(seed), np.random.default_rng(seed)
    weights = start or beginning(seed)
    table = Table(weights.pop("rows"))
    examples = pieces(examples)
    steps = rounds * len(grouped(examples, Random(0), words))
    falling = optax.cosine_decay_schedule(rate, steps)
    tuned = optax.adamw(falling, weight_decay=1e-4)
    state = tuned.init(weights)

    @jax.jit  # type: ignore[untyped-decorator]
    def step(weights: Weights, state: Any, alone: Any, batch: Weights) -> Any:
        value, (slope, of_words) = jax.value_and_grad(loss, argnums=(0, 1))(weights, alone, batch)
        change, state = tuned.update(slope, state, weights)
        return optax.apply_updates(weights, change), state, value, of_words

    done = 0
    for turn in range(rounds):
        begun, total = time.time(), 0.0
        groups = grouped(examples, rng, words)
        for group in groups:
            batch, different = batch_of(group, words)
            sparse = matrix[different]
            sparse.data = (noise.random(len(sparse.data)) > HELD_BACK).astype(np.float32)
            size = next(size for size in DIFFERENT if len(different) <= size)
            alone = np.zeros((size, WIDTH), np.float32)
            alone[: len(different)] = sparse @ table.table
            shape = (len(STEPS), *batch["words"].shape, WIDTH)
            batch["dropped"] = (noise.random(shape, dtype=np.float32) > DROPPED) / np.float32(1 - DROPPED)
            weights, state, value, of_words = step(weights, state, alone, batch)
            table.learn(sparse.T @ np.asarray(of_words)[: len(different)], float(falling(done)))
            total, done = total + float(value), done + 1
        print(f"round {turn + 1}: {total / len(groups):.4f}, {time.time() - begun:.0f} s", file=sys.stderr)
    return {**{name: np.asarray(value) for name, value in weights.items()}, "rows": table.table}
