"""Whether a frozen data set is what was frozen: its bytes, and its tables against its rows."""

from ombuds.statistics import cubes, snapshots
from ombuds.statistics.counters import load
from ombuds.statistics.models import Snapshot
from ombuds.statistics.queries import Query

# Tables of the report that the cube counts from the rows in a second way.
AXES = {
    "received_by_kind": "kind", "received_by_channel": "channel", "received_by_language": "language",
    "per_body": "body", "per_authority_level": "level", "per_policy_domain": "policy_domain", "per_theme": "theme",
}  # fmt: skip


def contradictions(snapshot: Snapshot) -> list[str]:
    """Return in sentences where tables and rows differ. Raises Damaged when the bytes are others."""
    facts = snapshots.facts_of(snapshot)
    known, found = load(snapshot.office.code), []
    for table in snapshots.tables_of(snapshot).values():
        if table.key not in AXES or snapshot.year is None:
            continue
        query = Query(
            rows=AXES[table.key], years=(snapshot.year,), unit="case", scope=known[table.key].scope,
            rule=known[table.key].date_rule,
        )  # fmt: skip
        counted = cubes.ask(query, snapshot.office, facts=facts).cross
        for row in table.rows:
            there, here = row.cells[0], counted.at(row.key)
            if there != here:
                found.append(f"{table.key}, {row.key}: the table says {there}, the rows say {here}.")
    return found
