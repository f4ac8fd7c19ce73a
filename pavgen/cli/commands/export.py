"""`pavgen export`."""

from datetime import date
from typing import Literal

import click

from pavgen.app.export import ExportRequest, export
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import as_of_option, showing_of
from pavgen.cli.project import project_root
from pavgen.cli.streams import give
from pavgen.kernel.diagnostics import has_errors
from pavgen.plan.exports import LIST, Export

_EXAMPLES = """\b
Examples:
  pavgen export partners > partners.json
  pavgen export solutions --format csv > solutions.csv
  pavgen export placement --opportunity home-spotlight --as-of 2026-12-07
"""


@click.command(epilog=_EXAMPLES)
@click.argument("what", type=click.Choice(["partners", "solutions", "placement"]), metavar="WHAT")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv"]),
    default="json",
    show_default=True,
    help="The form of the export.",
)
@click.option(
    "--opportunity",
    default=LIST,
    show_default=True,
    metavar="ID",
    help="The list whose order holds.",
)
@click.option(
    "--raw", is_flag=True, help="CSV cells as they are: not for spreadsheets, which could run them."
)
@as_of_option
@click.pass_context
def command(
    context: click.Context,
    *,
    what: Export,
    form: Literal["json", "csv"],
    opportunity: str,
    raw: bool,
    as_of: date | None,
) -> int:
    """Write WHAT (partners, solutions or placement) to standard output for other systems."""
    root = project_root(context)
    day = showing_of(root, as_of).as_of
    made = export(ExportRequest(root, what, day, form, opportunity, raw))
    if made.diagnostics:
        tell(made.diagnostics, {}, "text")
    if not has_errors(made.diagnostics):
        give(made.value)
    return status_of(made.diagnostics)
