"""A protected table as a file that may be published: hidden figures are empty, and nothing says why."""

import csv
import io

from ombuds.statistics.disclosure.cells import Table
from ombuds.statistics.disclosure.files.reading import File


def written_csv(table: Table, file: File) -> str:
    """Return the table with the file's names for its dimensions, in the file's order, computed margins last."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow([*file.dimensions, "value"])
    for key, cell in table.cells.items():
        value = cell.value
        writer.writerow([*key, "" if value is None else int(value) if value == int(value) else value])
    return output.getvalue()
