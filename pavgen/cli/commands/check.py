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
from pavgen.cli.streams import say, show_progress
from pavgen.kernel.canonical import Json
from pavgen.model.showing import Showing
from pavgen.render.reports.counting import counted

_EXAMPLES = """\b
Examples:
  pavgen check
  pavgen check partners/acme
  pavgen check --strict --format github
  pavgen check --links
  pavgen check --format json | jq '.findings[].path'
"""


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
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
    paths: tuple[Path, ...],
    sites: tuple[str, ...],
    as_of: date | None,
    drafts: bool,
    future: bool,
    links: bool,
    strict: bool,
    form: Format,
) -> int:
    """Say everything that `build` would complain about; nothing is written but the cache.

    With a PATH, such as a partner's folder, only what is wrong there is told, at once and
    without making the pages.
    """
    root = project_root(context)
    showing = showing_of(root, as_of, drafts=drafts, future=future)
    if paths:
        return _check_paths(root, showing, paths, form, strict=strict)
    asked = BuildOptions(showing, sites)
    last = unchanged(root, asked, LINKS if links else CHECK)
    report = last or _checked(root, asked, links=links)
    show_progress("")
    facts: dict[str, Json] = {"command": "check", "as_of": showing.as_of.isoformat()}
    tell(report.diagnostics, report.texts, form, facts)
    return status_of(report.diagnostics, strict=strict)


def _check_paths(
    root: Path, showing: Showing, paths: tuple[Path, ...], form: Format, *, strict: bool
) -> int:
    from pavgen.app.checking import check_paths  # noqa: PLC0415 - not needed for the whole

    found = check_paths(root, showing, [_within(root, path) for path in paths], show_progress)
    show_progress("")
    facts: dict[str, Json] = {
        "command": "check",
        "as_of": showing.as_of.isoformat(),
        "paths": [_within(root, path) for path in paths],
        "elsewhere": found.elsewhere,
    }
    tell(found.diagnostics, found.texts, form, facts)
    if form == "text":
        for slug in found.pending:
            say(f"`{slug}` is pending: it is published once the programme has admitted it\n")
        if found.elsewhere:
            say(f"{counted(found.elsewhere, 'finding')} elsewhere; `pavgen check` tells all\n")
    return status_of(found.diagnostics, strict=strict)


def _within(root: Path, path: Path) -> str:
    """Return a path from the project's root; refuse one that lies outside it or is not there."""
    whole = Path.cwd() / path
    inside = whole if whole.exists() else root / path
    try:
        found = inside.resolve(strict=True).relative_to(root.resolve())
    except (OSError, ValueError):
        raise click.UsageError(f"there is no `{path}` in the project") from None
    return found.as_posix()


def _checked(root: Path, asked: BuildOptions, *, links: bool) -> BuildReport:
    # Imported here: where nothing changed, none of it is needed.
    from pavgen.app.build import check  # noqa: PLC0415

    return check(root, asked.showing, asked.sites, show_progress, links=links)
