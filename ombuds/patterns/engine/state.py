"""What the chain has learned, in one file beside the vectors: ready in seconds after a restart.

Written whole or not at all, and never needed: without it, or with one of other vectors, everything is learned again from the rows.
"""

import json
import math
import os
from typing import TYPE_CHECKING, Any

import numpy as np

from ombuds.patterns.engine import windows
from ombuds.patterns.engine.heard import Heard

if TYPE_CHECKING:
    from ombuds.patterns.engine.chain import Chain

VERSION = 3
NEVER = 99.0  # JSON knows no infinity


def save(chain: "Chain") -> None:
    """To `state.npz`, for the rows that the store holds now."""
    chain.store.flush(durable=True)
    chain.index.save()
    rows = len(chain.store)
    languages = sorted(chain.register.sums)
    groups = chain.groups
    sample = chain.register.sample
    told: dict[str, Any] = {
        "version": VERSION,
        "rows": rows,
        "vectors": chain.store.manifest["vectors"],
        "languages": languages,
        "counts": [chain.register.counts[language] for language in languages],
        "sampled": [language for language, _ in sample],
        "seen": chain.register.seen,
        "radius": chain.radius,
        "levels": chain.levels,
        "regrouped": [chain.regrouped_at, chain.regrouped_on],
        "ordinary": sorted(chain.totals.ordinary().items())[-windows.YEARS :],
        "heard": [
            [item.first, item.last, item.label, sorted(item.rows), min(item.strength, NEVER)]
            for item in chain.heard
        ],
        "bodies": chain.bodies,
        "pinned": sorted(groups.pinned.items()),
        "apart": sorted(groups.apart),
        "merged": sorted(groups.merged.items()),
        "next": groups.next,
        "campaigns": sorted(chain.campaigns.joined().items()),
    }
    path = chain.folder / "state.npz"
    new = path.with_suffix(".new")
    with new.open("wb") as out:
        np.savez(
            out,
            told=np.frombuffer(json.dumps(told).encode(), np.uint8),
            sums=np.stack(
                [chain.register.sums[language] for language in languages] or [np.zeros(512, np.float32)]
            ),
            sample=np.concatenate([raw for _, raw in sample] or [np.zeros((0, 512), np.float32)]).astype(
                np.float16
            ),
            sample_sizes=np.asarray([len(raw) for _, raw in sample], np.int64),
            labels=groups.labels[:rows],
        )
        out.flush()
        os.fsync(out.fileno())
    new.replace(path)


def load(chain: "Chain") -> int:
    """The number of rows that the file knew; 0 when there is none that fits."""
    path = chain.folder / "state.npz"
    if not path.exists():
        return 0
    try:
        with np.load(path, allow_pickle=False) as kept:
            found = {name: kept[name] for name in kept.files}
        told = json.loads(found["told"].tobytes())
    except (OSError, ValueError, KeyError, EOFError):
        return 0  # cut short by a full disk, or of another make: learned again from the rows
    fits = told["version"] == VERSION and told["vectors"] == chain.store.manifest["vectors"]
    if not fits or told["rows"] > len(chain.store):
        return 0
    _take(chain, told, found)
    return int(told["rows"])


def _take(chain: "Chain", told: dict[str, Any], found: dict[str, Any]) -> None:
    register, groups = chain.register, chain.groups
    for place, language in enumerate(told["languages"]):
        register.sums[language] = found["sums"][place].astype(np.float32)
        register.counts[language] = told["counts"][place]
    ends = np.cumsum(found["sample_sizes"])
    rows = np.split(found["sample"].astype(np.float32), ends[:-1]) if len(ends) else []
    register.restore(list(zip(told["sampled"], rows, strict=True)), told["seen"])
    groups.restore(found["labels"], told["next"])
    groups.pinned = {int(row): int(label) for row, label in told["pinned"]}
    groups.apart = {(int(a), int(b)) for a, b in told["apart"]}
    groups.merged = {int(a): int(b) for a, b in told["merged"]}
    chain.campaigns.restore({int(row): int(first) for row, first in told["campaigns"]})
    chain.radius, chain.levels, chain.bodies = told["radius"], told["levels"], told["bodies"]
    chain.regrouped_at, chain.regrouped_on = told["regrouped"]
    chain.ordinary = told.get("ordinary", [])
    chain.heard = [
        Heard(first, last, label, set(rows), math.inf if strength >= NEVER else strength)
        for first, last, label, rows, strength in (item for item in told["heard"] if len(item) == 5)
    ]
