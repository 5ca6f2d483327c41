"""Tables as CSV files: read, linked to each other by their labels, written again.

A file has a header and one figure a line: `row,column,value`, with TOTAL as the label of margins. Further columns:
- `row_parent`, `column_parent` (or NAME_parent): the larger label that this label is part of, for hierarchies;
- any other name: a further dimension (`year`, `finding`); files that name the same one share it;
- `frequency` (how many contribute) and `largest` (the largest contributions, apart by spaces), for amounts;
- `cost`, `keep`, `unsafe`: of this cell (a number; yes or no);
- `measure`: `count` (when left out), or `percent_of_row`, `percent_of_column`, `percent_of_total` of a released file: a
  published percentage, rounded as it is written.
A file without a column `value` is a list of cases, one a line: they are counted by its columns.
"""

from ombuds.statistics.disclosure.files.linking import link
from ombuds.statistics.disclosure.files.reading import BadFile, File, read
from ombuds.statistics.disclosure.files.writing import written_csv

__all__ = ["BadFile", "File", "link", "read", "written_csv"]
