"""A protected table as plain data: kept with what was released, so that every later table is protected against it."""

from collections.abc import Mapping
from typing import Any

from ombuds.statistics.disclosure.cells import Cell, Table


def figures_to_json(table: Table) -> dict[str, Any]:
    """Return a protected table as plain data; hidden figures have no value."""
    return {
        "name": table.name,
        "dimensions": list(table.dimensions),
        "scope": table.scope,
        "trees": {name: dict(tree) for name, tree in table.trees.items()},
        "cells": [[list(key), cell.value] for key, cell in table.cells.items()],
        "same": [[list(key), node[0], sorted(map(list, node[1]))] for key, node in table.same.items()],
    }


def figures_from_json(data: Mapping[str, Any]) -> Table:
    """Return the table that `figures_to_json` wrote."""
    return Table(
        data["name"],
        tuple(data["dimensions"]),
        {tuple(key): Cell(value) for key, value in data["cells"]},
        data["trees"],
        data["scope"],
        {tuple(key): (scope, frozenset((a, b) for a, b in pairs)) for key, scope, pairs in data["same"]},
    )
