"""`import csv`: a spreadsheet's or a CRM's export into a project."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from pavgen.app.importing import existing_project, read_foreign, stopped, write_drafts
from pavgen.files.create import CreateResult
from pavgen.files.yamldoc import STAFF, parse_yaml
from pavgen.kernel.diagnostics import Checked, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.imports.csv_columns import Column
from pavgen.model.imports.csv_import import CsvImport, import_rows
from pavgen.model.imports.csv_mapping import CsvMapping, decode_csv_mapping
from pavgen.model.imports.report import ImportCounts

_MOST_BYTES = 32 * 1024 * 1024
_SAMPLE = 5


@dataclass(frozen=True, slots=True)
class CsvRequest:
    """What to import where; `as_of` stands for days of joining the file does not give.

    With `dry_run` everything is read and judged, and nothing is written.
    """

    file: Path
    into: Path
    as_of: date
    mapping: Path | None = None
    update: bool = False
    dry_run: bool = False
    skip_bad_rows: bool = False


@dataclass(frozen=True, slots=True)
class CsvResult:
    """What an import did, how columns were understood, and the first rows by field."""

    counts: ImportCounts = field(default_factory=ImportCounts)
    columns: tuple[Column, ...] = ()
    sample: tuple[Mapping[str, str], ...] = ()
    files: CreateResult = field(default_factory=CreateResult)


def import_csv(request: CsvRequest) -> Checked[CsvResult]:
    """Make or update partners from the rows of a file, all of them or, on an error, none.

    Findings name row and column. Raises OSError where the machine refuses.
    """
    source = read_foreign(request.file, _MOST_BYTES)
    mapping = _mapping(request.mapping)
    existing = existing_project(request.into)
    early = (*source.diagnostics, *mapping.diagnostics, *existing.diagnostics)
    if stopped(early) or source.value is None:
        return Checked(CsvResult(), in_order(early))
    found = import_rows(
        request.file.as_posix(),
        source.value,
        mapping.value,
        existing.value,
        request.as_of,
        skip_bad_rows=request.skip_bad_rows,
    )
    notes = (*early, *found.diagnostics)
    result = CsvResult(found.value.counts, found.value.columns, _sample(found.value))
    if request.dry_run or stopped(notes):
        return Checked(result, in_order(notes))
    files = write_drafts(
        request.into, found.value.drafts, {}, existing.value, update=request.update
    )
    result = CsvResult(result.counts, result.columns, result.sample, files.value)
    return Checked(result, in_order((*notes, *files.diagnostics)))


def _mapping(file: Path | None) -> Checked[CsvMapping]:
    if file is None:
        return Checked(CsvMapping())
    text = read_foreign(file)
    if text.value is None:
        return Checked(CsvMapping(), text.diagnostics)
    root = parse_yaml(file.as_posix(), text.value, limits=STAFF)
    mapping = decode_csv_mapping(file.as_posix(), root.value)
    notes = (*text.diagnostics, *root.diagnostics, *mapping.diagnostics)
    return Checked(mapping.value, in_order(notes))


def _sample(found: CsvImport) -> tuple[Mapping[str, str], ...]:
    """Return the first rows as the fields they fill."""
    return tuple(
        {
            column.field: row.cells[column.index]
            for column in found.columns
            if column.field and column.index < len(row.cells)
        }
        for row in found.rows[:_SAMPLE]
    )
