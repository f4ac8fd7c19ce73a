"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal

import click
from click.decorators import FC

from pavgen.cli.clock import today_in
from pavgen.model.showing import Showing

Format = Literal["text", "json", "github"]


def read_day(context: click.Context, option: click.Parameter, value: str | None) -> date | None:
    """Read an option's value as `YYYY-MM-DD`, or refuse it."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        wrong = f"`{value}` is no date; give one such as 2026-11-30"
        raise click.BadParameter(wrong, context, option) from None


as_of_option = click.option(
    "--as-of",
    callback=read_day,
    metavar="DATE",
    help="Build for this day in the programme's time zone; default: today.",
)
drafts_option = click.option(
    "--drafts", is_flag=True, help="Show drafts and what is in review, too."
)
future_option = click.option("--future", is_flag=True, help="Show what is published later, too.")
strict_option = click.option(
    "--strict", is_flag=True, help="Treat warnings as errors; the exit status is then 4."
)
sites_option = click.option(
    "--site", "sites", multiple=True, metavar="SITE", help="Only this site; may be repeated."
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are printed; `json` goes to standard output.",
)

output_file_option = click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to this file; default: standard output.",
)


def form_option(help_: str, *more: str) -> Callable[[FC], FC]:
    """Return the option for how an answer is given: as text, as JSON, or in a further form."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json", *more]),
        default="text",
        show_default=True,
        help=help_,
    )


def showing_of(
    root: Path,
    as_of: date | None,
    *,
    drafts: bool = False,
    future: bool = False,
    program: bytes | None = None,
) -> Showing:
    """Settle the day: the one given, or today where the programme is.

    `program` is its `content/program.yaml`, where the one in the folder is not meant.
    """
    return Showing(as_of or today_in(root, program), drafts, future)
