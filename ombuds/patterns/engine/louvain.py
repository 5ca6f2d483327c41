"""Groups of a graph by modularity (Louvain's local moves), with pairs that people tied together or separated. Own, in plain Python.

Starts from the groups of last time where it is given them: what was stable stays where it was.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping

ROUNDS = 3  # of taking apart and putting together
Graph = list[dict[int, float]]


def graph(size: int, edges: Iterable[tuple[int, int, float]]) -> Graph:
    """Undirected, the weights of double edges added."""
    made: Graph = [{} for _ in range(size)]
    for a, b, weight in edges:
        if a != b and weight > 0:
            made[a][b] = made[a].get(b, 0.0) + weight
            made[b][a] = made[b].get(a, 0.0) + weight
    return made


def groups(
    edges: Graph,
    *,
    resolution: float = 1.0,
    start: list[int] | None = None,
    apart: Mapping[int, set[int]] | None = None,
    seed: int = 1,
) -> list[int]:
    """A label for each node, 0, 1, 2 … `apart[n]` are nodes that may never share a group with n."""
    apart = apart or {}
    degrees = [sum(row.values()) for row in edges]
    price = resolution / (sum(degrees) or 1.0)
    if start is None:
        return _grouped(edges, degrees, list(range(len(edges))), price, apart, seed)
    found = _grouped(edges, degrees, start, price, apart, seed)
    worth = _worth(edges, degrees, found, price)
    for _ in range(ROUNDS):
        parted = _parted(edges, degrees, found, price, apart, seed)
        other = _grouped(edges, degrees, parted, price, apart, seed)
        if (better := _worth(edges, degrees, other, price)) <= worth + 1e-9:
            break
        found, worth = other, better
    return found


def _parted(
    edges: Graph,
    degrees: list[float],
    labels: list[int],
    price: float,
    apart: Mapping[int, set[int]],
    seed: int,
) -> list[int]:
    """Groups that are two or more by now, taken apart: moving one node at a time never does that."""
    found = list(labels)
    following = max(labels, default=-1) + 1
    held: dict[int, list[int]] = defaultdict(list)
    for node, label in enumerate(labels):
        held[label].append(node)
    for members in held.values():
        place = {node: number for number, node in enumerate(members)}
        inner = [{place[o]: w for o, w in edges[node].items() if o in place} for node in members]
        own = [degrees[node] for node in members]
        foes = {place[n]: {place[o] for o in apart[n] if o in place} for n in members if n in apart}
        parts = _grouped(inner, own, list(range(len(members))), price, foes, seed)
        whole = _worth(inner, own, [0] * len(members), price)
        if _worth(inner, own, parts, price) > whole:
            for node, part in zip(members, parts, strict=True):
                found[node] = following + part
            following += max(parts) + 1
    return found


def _worth(edges: Graph, degrees: list[float], labels: list[int], price: float) -> float:
    """What modularity adds up: ties within groups, less those that chance would make."""
    inside, held = 0.0, [0.0] * (max(labels, default=0) + 1)
    for node, row in enumerate(edges):
        held[labels[node]] += degrees[node]
        inside += sum(weight for other, weight in row.items() if labels[other] == labels[node])
    return inside - price * sum(one * one for one in held)


def _grouped(
    edges: Graph,
    degrees: list[float],
    start: list[int],
    price: float,
    apart: Mapping[int, set[int]],
    seed: int,
) -> list[int]:
    labels = list(start)
    loops = [0.0] * len(edges)
    members = list(range(len(edges)))  # node → node of the folded graph
    folded, first = edges, True
    while True:
        labels, moved = _moves(folded, degrees, labels, price, apart, seed)
        fold = _numbered(labels)
        members = [fold[node] for node in members]
        count = max(fold, default=-1) + 1
        if count == len(folded) or (not moved and not first):
            return _numbered(members)
        first = False
        folded, degrees, loops, apart = _folded(folded, degrees, loops, fold, count, apart)
        labels = list(range(count))


def _moves(
    edges: Graph,
    degrees: list[float],
    labels: list[int],
    price: float,
    apart: Mapping[int, set[int]],
    seed: int,
) -> tuple[list[int], bool]:
    held: dict[int, float] = defaultdict(float)
    inside: dict[int, set[int]] = defaultdict(set)
    for node, label in enumerate(labels):
        held[label] += degrees[node]
        if apart:
            inside[label].add(node)
    order = list(range(len(edges)))
    random.Random(seed).shuffle(order)  # noqa: S311  an order, no secret
    ever = False
    for _ in range(20):
        moves = 0
        for node in order:
            here = labels[node]
            there = _best(node, here, edges, degrees, labels, held, price, apart, inside)
            if there != here:
                held[here] -= degrees[node]
                held[there] += degrees[node]
                if apart:
                    inside[here].discard(node)
                    inside[there].add(node)
                labels[node] = there
                moves += 1
        ever = ever or moves > 0
        if moves <= len(edges) // 1000:
            return labels, ever
    return labels, ever


def _best(
    node: int,
    here: int,
    edges: Graph,
    degrees: list[float],
    labels: list[int],
    held: dict[int, float],
    price: float,
    apart: Mapping[int, set[int]],
    inside: dict[int, set[int]],
) -> int:
    towards: dict[int, float] = defaultdict(float)
    for other, weight in edges[node].items():
        towards[labels[other]] += weight
    own = degrees[node] * price
    foes = apart.get(node, set())
    must_leave = bool(foes) and bool((inside[here] - {node}) & foes)
    gain = float("-inf") if must_leave else towards.get(here, 0.0) - own * (held[here] - degrees[node])
    best = here
    for label, weight in towards.items():
        if label == here or (foes and inside[label] & foes):
            continue
        worth = weight - own * held[label]
        if worth > gain + 1e-12:
            best, gain = label, worth
    if must_leave and best == here:
        return -node - 1  # a group of its own
    return best


def _folded(
    edges: Graph,
    degrees: list[float],
    loops: list[float],
    fold: list[int],
    count: int,
    apart: Mapping[int, set[int]],
) -> tuple[Graph, list[float], list[float], dict[int, set[int]]]:
    made: Graph = [{} for _ in range(count)]
    heavy, inner = [0.0] * count, [0.0] * count
    for node, row in enumerate(edges):
        mine = fold[node]
        heavy[mine] += degrees[node]
        inner[mine] += loops[node]
        for other, weight in row.items():
            if fold[other] == mine:
                inner[mine] += weight
            else:
                made[mine][fold[other]] = made[mine].get(fold[other], 0.0) + weight
    kept: dict[int, set[int]] = defaultdict(set)
    for node, foes in apart.items():
        kept[fold[node]] |= {fold[foe] for foe in foes}
    return made, heavy, inner, kept


def _numbered(labels: list[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(label, len(numbers)) for label in labels]
