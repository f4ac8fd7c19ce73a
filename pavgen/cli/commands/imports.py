"""`pavgen import …`."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import click

from pavgen.app.import_csv import CsvRequest, CsvResult, import_csv
from pavgen.app.import_landscape import LandscapeRequest, import_landscape
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import Format, as_of_option, format_option, showing_of
from pavgen.cli.streams import say
from pavgen.cli.tables import table
from pavgen.files.create import CreateResult
from pavgen.kernel.canonical import Json
from pavgen.kernel.diagnostics import Diagnostic, has_errors
from pavgen.model.imports.report import ImportCounts
from pavgen.render.reports.quoting import plain

_LANDSCAPE = """\b
Examples:
  pavgen import landscape landscape.yml --logos hosted_logos --into my-programme
  pavgen import landscape landscape.yml --logos hosted_logos --into . --map map.yaml --update
"""
_CSV = """\b
Examples:
  pavgen import csv partners.csv --into . --dry-run
  pavgen import csv export.csv --into . --map columns.yaml --update
"""
_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
_FOLDER = click.Path(path_type=Path, file_okay=False)

into_option = click.option(
    "--into", type=_FOLDER, required=True, metavar="DIR", help="The project; made when not there."
)
map_option = click.option(
    "--map", "mapping", type=_FILE, metavar="FILE", help="What of the source means what here."
)
update_option = click.option(
    "--update", is_flag=True, help="Replace files that are there with other content."
)


@click.group()
def command() -> None:
    """Make partner records from what you have; nothing is overwritten without --update."""


@command.command("landscape", epilog=_LANDSCAPE)
@click.argument("file", type=_FILE)
@click.option(
    "--logos", type=_FOLDER, required=True, metavar="DIR", help="The folder of logo files."
)
@into_option
@map_option
@update_option
@as_of_option
@format_option
def landscape(
    *,
    file: Path,
    logos: Path,
    into: Path,
    mapping: Path | None,
    update: bool,
    as_of: date | None,
    form: Format,
) -> int:
    """Make a project, or partners in one, from a CNCF-style landscape file."""
    day = showing_of(into, as_of).as_of
    request = LandscapeRequest(file, logos, into, day, mapping, update, jobs=2)
    made = import_landscape(request)
    return _told(made.diagnostics, made.value.counts, made.value.files, form)


@command.command("csv", epilog=_CSV)
@click.argument("file", type=_FILE)
@into_option
@map_option
@update_option
@click.option("--dry-run", is_flag=True, help="Say what would be made; write nothing.")
@click.option("--skip-bad-rows", is_flag=True, help="Import the rows that are right.")
@as_of_option
@format_option
def csv(  # noqa: PLR0913 - one parameter for each option
    *,
    file: Path,
    into: Path,
    mapping: Path | None,
    update: bool,
    dry_run: bool,
    skip_bad_rows: bool,
    as_of: date | None,
    form: Format,
) -> int:
    """Make partners from a spreadsheet's or a CRM's export, one in each row."""
    day = showing_of(into, as_of).as_of
    request = CsvRequest(file, into, day, mapping, update, dry_run, skip_bad_rows)
    made = import_csv(request)
    if form != "json":
        _tell_columns(made.value, rows=dry_run)
    return _told(made.diagnostics, made.value.counts, made.value.files, form)


def _tell_columns(result: CsvResult, *, rows: bool) -> None:
    """Show how each column was understood, and on request what the first rows became."""
    if result.columns:
        fields_of = [(plain(c.heading), c.field or "left out") for c in result.columns]
        say(table(("column", "field"), fields_of) + "\n\n")
    for row in result.sample if rows else ():
        filled = [(name, plain(value)) for name, value in row.items() if value]
        say(table(("field", "value"), filled) + "\n\n")


def _told(
    diagnostics: tuple[Diagnostic, ...], counts: ImportCounts, files: CreateResult, form: Format
) -> int:
    numbers = {field.name: int(getattr(counts, field.name)) for field in fields(counts)}
    written = {
        "created": len(files.created),
        "updated": len(files.updated),
        "unchanged": len(files.unchanged),
    }
    facts: dict[str, Json] = {"command": "import", "counts": numbers, "files_written": written}
    tell(diagnostics, {}, form, facts)
    if form != "json":
        say(_summary(numbers, written) if not has_errors(diagnostics) else "nothing was written\n")
    return status_of(diagnostics)


_SAID = {
    "items": "{} items read",
    "partners": "{} partners",
    "solution_items": "{} items read as solutions",
    "solutions": "{} solutions",
    "logos": "{} logos",
    "untold": "{} without a description, so a stopgap tagline stands there",
    "undated": "{} without a day of joining, so that of the import stands there",
    "left_out": "{} left out, each with its reason above",
}


def _summary(numbers: dict[str, int], written: dict[str, int]) -> str:
    read = [_SAID[name].format(f"{number:,}") for name, number in numbers.items() if number]
    files = ", ".join(f"{number:,} {name}" for name, number in written.items())
    return "\n".join([*(read or ["nothing to import"]), f"files: {files}"]) + "\n"
