"""Learns which sentences tell the same problem: `python -m benchmarks.series.likeness [--out FILE] [--steps N]`.

The general encoder puts a sentence near those of its tone, its words and its topic. One linear map of its vectors is learned from `lessons`:
invented problems, each in many wordings and four languages that are no translations of one another, none of them a problem of
`problems.txt`. Sentences of one problem are pulled together, those of other problems and what stands in any complaint pushed away
(supervised contrastive loss, Khosla et al. 2020, arXiv:2004.11362). The map is held near to changing nothing (`HELD`): what it does
has to hold for problems that nobody wrote down.

At last the axes are turned, which changes no cosine, so that signs tell most: those along which texts differ most come first, and
among them each tells as much as the others (iterative quantization, Gong and Lazebnik 2011). The index looks at these first.

Needs jax and optax (Apache-2.0); the engine needs numpy and reads the map. Two minutes.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.series.making import MONTHS
from ombuds.patterns.engine.encoding import DIMENSIONS, MAP, Floats, Meaning, unit

LESSONS = Path(__file__).parent / "lessons"
ANYWHERE = "filler"  # blocks whose name begins so hold what tells no problem
SHARP = 0.05  # the smaller, the more the nearest wrong sentences count
HELD = 5.0
DROPPED = 0.3  # of a vector's numbers, so that no few of them decide
PROBLEMS, SENTENCES, OTHERS = 48, 1024, 256  # of a step
RATE = 3e-4
LEADING = 128  # axes along which texts differ most
MIXED, ROUNDS = 30_000, 50  # vectors of two sentences, as complaints are; rounds in which the axes are turned


def read(folder: Path) -> tuple[list[str], list[str], list[str]]:
    """Sentences, their languages, and the name of the block of each."""
    said, languages, names = [], [], []
    for path in sorted(folder.glob("*.txt")):
        name = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            language, _, sentence = line.partition(": ")
            if line.startswith("@"):
                name = line[1:].strip()
            elif sentence and not line.startswith("#"):
                said.append(sentence.replace("{n}", "12").replace("{m}", MONTHS.get(language, [""])[0]))
                languages.append(language)
                names.append(name)
    return said, languages, names


def centred(vectors: Floats, languages: list[str]) -> Floats:
    """Without what the sentences of a language have in common, as the register does it."""
    of, found = np.asarray(languages), np.array(vectors)
    for language in set(languages):
        found[of == language] -= found[of == language].mean(axis=0)
    return unit(found)


def learned(vectors: Floats, names: list[str], steps: int, seed: int = 0) -> Floats:
    """(512, 512): what a vector is multiplied by."""
    import jax  # type: ignore[import-not-found]  # for training only, as the next two
    import jax.numpy as jnp  # type: ignore[import-not-found]
    import optax  # type: ignore[import-not-found]

    telling = np.asarray([not name.startswith(ANYWHERE) for name in names])
    own, others = vectors[telling], vectors[~telling]
    problem = np.unique(np.asarray(names)[telling], return_inverse=True)[1]
    nothing = jnp.eye(DIMENSIONS)

    def loss(change: Any, some: Any, theirs: Any, same: Any, key: Any) -> Any:
        kept = jax.random.bernoulli(key, 1 - DROPPED, some.shape) / (1 - DROPPED)
        a, b = ((some * kept) @ change, theirs @ change)
        a, b = (rows / jnp.linalg.norm(rows, axis=1, keepdims=True) for rows in (a, b))
        near = a @ a.T / SHARP - 1e9 * jnp.eye(len(a))
        total = jax.nn.logsumexp(jnp.concatenate([near, a @ b.T / SHARP], 1), axis=1, keepdims=True)
        each = ((total - near) * same).sum(1) / jnp.maximum(same.sum(1), 1)
        return each.mean() + HELD * jnp.sum((change - nothing) ** 2) / DIMENSIONS

    rng, key = np.random.default_rng(seed), jax.random.PRNGKey(seed)
    change = nothing
    tuned = optax.adam(optax.cosine_decay_schedule(RATE, steps))
    state, slope = tuned.init(change), jax.jit(jax.value_and_grad(loss))
    for step in range(steps):
        drawn = np.flatnonzero(np.isin(problem, rng.choice(problem.max() + 1, PROBLEMS, replace=False)))
        rest = np.setdiff1d(np.arange(len(own)), drawn)
        drawn = np.concatenate([rng.permutation(drawn), rng.permutation(rest)])[:SENTENCES]
        theirs = others[rng.choice(len(others), OTHERS, replace=False)]
        same = (problem[drawn][:, None] == problem[drawn]) & ~np.eye(SENTENCES, dtype=bool)
        key, own_key = jax.random.split(key)
        value, down = slope(change, own[drawn], theirs, same, own_key)
        by, state = tuned.update(down, state)
        change = optax.apply_updates(change, by)
        if step % 100 == 99:
            print(f"step {step + 1}: {float(value):.3f}", file=sys.stderr)
    return np.asarray(change, np.float32)


def axes(vectors: Floats, seed: int = 0) -> Floats:
    """(512, 512), orthogonal: the axes in which the signs of these vectors and of their sums keep most of what tells them apart."""
    rng = np.random.default_rng(seed)
    one, other = vectors[rng.integers(0, len(vectors), (2, MIXED))]
    mixed = np.concatenate([unit(one + other), vectors])
    turned = np.linalg.eigh(mixed.T @ mixed)[1][:, ::-1].copy()
    for part in (slice(0, LEADING), slice(LEADING, DIMENSIONS)):
        rows = mixed @ turned[:, part]
        change = np.linalg.qr(rng.normal(size=(rows.shape[1],) * 2))[0]
        for _ in range(ROUNDS):
            left, _, right = np.linalg.svd(np.sign(rows @ change).T @ rows)
            change = (left @ right).T
        turned[:, part] = turned[:, part] @ change
    return np.asarray(turned, np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--out", type=Path, default=MAP)
    parser.add_argument("--steps", type=int, default=1000)
    options = parser.parse_args()
    said, languages, names = read(LESSONS)
    print(len(said), "sentences,", len(set(names)), "blocks", file=sys.stderr)
    vectors = centred(Meaning(problems=False).encode(said), languages)
    change = learned(vectors, names, options.steps)
    change = change @ axes(centred(unit(vectors @ change), languages))
    options.out.parent.mkdir(exist_ok=True)
    np.save(options.out, change.astype(np.float16))
    print(f"{options.out.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
