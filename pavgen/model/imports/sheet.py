"""A spreadsheet's export as rows of cells, whatever separates them."""

import csv
from collections.abc import Iterator

from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.kernel.values import dataclass
from pavgen.security.csvcells import csv_cell

DELIMITERS = (",", ";", "\t", "|")
MOST_ROWS = 20_000
MOST_COLUMNS = 400


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells; `number` counts as spreadsheets do, the headings being row 1."""

    number: int
    line: int
    cells: tuple[str, ...]

    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The headings, and the rows that hold something."""

    path: str
    delimiter: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read_sheet(path: str, text: str) -> Checked[Sheet]:
    """Read a CSV text: the delimiter is told from its first line, or from Excel's `sep=` line.

    A `'` that was put before a cell to keep spreadsheets from running it is taken off.
    """
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    told = lines[start].strip() if lines else ""
    if told.casefold().startswith("sep=") and told[4:5] in DELIMITERS:
        delimiter, start = told[4:5], start + 1
    else:
        delimiter = _sniffed(lines[start] if lines else "")
    try:
        rows = list(_rows(lines[start:], delimiter, start))
    except csv.Error as error:
        what, remedy = f"the rows cannot be told apart ({error})", "check the quotes in the file"
        return Checked(_EMPTY, (Diagnostic(Span(path), "import-csv", what, remedy),))
    if not rows:
        what, remedy = "the file holds no rows", "give a file with a row of headings"
        return Checked(_EMPTY, (Diagnostic(Span(path), "import-csv", what, remedy),))
    if len(rows) > MOST_ROWS or len(rows[0].cells) > MOST_COLUMNS:
        what = f"the file has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns"
        return Checked(_EMPTY, (Diagnostic(Span(path), "import-csv", what, "split it"),))
    headings = tuple(" ".join(cell.split()) for cell in rows[0].cells)
    return Checked(Sheet(path, delimiter, headings, tuple(rows[1:])))


_EMPTY = Sheet("", ",", (), ())


def _sniffed(line: str) -> str:
    outside = "".join(line.split('"')[::2])
    return max(DELIMITERS, key=lambda mark: (outside.count(mark), -DELIMITERS.index(mark)))


def _rows(lines: list[str], delimiter: str, skipped: int) -> Iterator[Row]:
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    line = skipped + 1
    for number, cells in enumerate(reader, 1):
        row = Row(number, line, tuple(_unguarded(cell) for cell in cells))
        line = skipped + reader.line_num + 1
        if not row.is_empty():
            yield row


def _unguarded(cell: str) -> str:
    rest = cell[1:]
    guarded = cell.startswith("'") and csv_cell(rest) == cell
    return rest.strip() if guarded else cell.strip()
