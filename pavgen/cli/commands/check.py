"""`pavgen check`."""

from datetime import date
from pathlib import Path

import click

from pavgen.app.reports import BuildOptions, BuildReport
from pavgen.app.unchanged import CHECK, LINKS, unchanged
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
  pavgen check --links
  pavgen check --format json | jq '.findings[].path'
"""


@click.command(epilog=_EXAMPLES)
@sites_option
@as_of_option
@drafts_option
@future_option
@click.option("--links", is_flag=True, help="Follow every link of the pages as well.")
@strict_option
@format_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option
    context: click.Context,
    *,
    sites: tuple[str, ...],
    as_of: date | None,
    drafts: bool,
    future: bool,
    links: bool,
    strict: bool,
    form: Format,
) -> int:
    """Say everything that `build` would complain about; nothing is written but the cache."""
    root = project_root(context)
    showing = showing_of(root, as_of, drafts=drafts, future=future)
    asked = BuildOptions(showing, sites)
    last = unchanged(root, asked, LINKS if links else CHECK)
    report = last or _checked(root, asked, links=links)
    show_progress("")
    facts: dict[str, Json] = {"command": "check", "as_of": showing.as_of.isoformat()}
    tell(report.diagnostics, report.texts, form, facts)
    return status_of(report.diagnostics, strict=strict)


def _checked(root: Path, asked: BuildOptions, *, links: bool) -> BuildReport:
    # Imported here: where nothing changed, none of it is needed.
    from pavgen.app.build import check  # noqa: PLC0415

    return check(root, asked.showing, asked.sites, show_progress, links=links)
