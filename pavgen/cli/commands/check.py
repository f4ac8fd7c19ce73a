"""`pavgen check`."""

from datetime import date

import click

from pavgen.app.build import check
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import (
    Format,
    as_of_option,
    drafts_option,
    format_option,
    future_option,
    showing_of,
    sites_option,
    strict_option,
)
from pavgen.cli.project import project_root
from pavgen.cli.streams import show_progress
from pavgen.kernel.canonical import Json

_EXAMPLES = """\b
Examples:
  pavgen check
  pavgen check --strict --format github
  pavgen check --format json | jq '.findings[].path'
"""


@click.command(epilog=_EXAMPLES)
@sites_option
@as_of_option
@drafts_option
@future_option
@strict_option
@format_option
@click.pass_context
def command(
    context: click.Context,
    *,
    sites: tuple[str, ...],
    as_of: date | None,
    drafts: bool,
    future: bool,
    strict: bool,
    form: Format,
) -> int:
    """Say everything that `build` would complain about; nothing is written."""
    root = project_root(context)
    showing = showing_of(root, as_of, drafts=drafts, future=future)
    report = check(root, showing, sites, show_progress)
    show_progress("")
    facts: dict[str, Json] = {"command": "check", "as_of": showing.as_of.isoformat()}
    tell(report.diagnostics, report.texts, form, facts)
    return status_of(report.diagnostics, strict=strict)
