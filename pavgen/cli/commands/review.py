"""`pavgen review`."""

import re
from datetime import date
from pathlib import Path
from typing import Literal

import click

from pavgen.app.generated import write_report
from pavgen.app.review import ReviewRequest, review
from pavgen.cli.exits import CrashedError, Exit
from pavgen.cli.findings import tell
from pavgen.cli.options import as_of_option, showing_of
from pavgen.cli.project import project_root
from pavgen.cli.streams import give, show_progress
from pavgen.render.reports.review_json import review_as_json
from pavgen.render.reports.review_markdown import review_as_markdown
from pavgen.render.reports.review_text import review_as_text

_EXAMPLES = """\b
Examples:
  pavgen review --base origin/main --head pr-17 --actor-id 5831
  pavgen review --base main --head HEAD --actor-id 5831 --markdown comment.md
  pavgen review --base main --head HEAD --actor-id 5831 --format json | jq .verdict
\b
Exit status: 0 pass, 3 needs the vendor's approval, 4 refused, 5 could not be judged.
"""
_LARGEST_ACCOUNT = 10**15
_WRITERS = {
    "text": review_as_text,
    "json": review_as_json,
    "markdown": review_as_markdown,
}
_COMMIT = re.compile(r"[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|")


def _read_commit(context: click.Context, option: click.Parameter, value: str) -> str:
    """Read an option's value as a commit's full name, or refuse it."""
    if _COMMIT.fullmatch(value):
        return value
    wrong = f"`{value}` is no full name of a commit: 40 hexadecimal digits, or 64"
    raise click.BadParameter(wrong, context, option)


@click.command(epilog=_EXAMPLES)
@click.option(
    "--base", required=True, metavar="REV", help="Where it would be merged; its rules hold."
)
@click.option("--head", required=True, metavar="REV", help="The last commit of the pull request.")
@click.option(
    "--actor-id",
    "account",
    required=True,
    type=click.IntRange(0, _LARGEST_ACCOUNT),
    metavar="N",
    help="The number of the account that opened the pull request; names are not looked at.",
)
@click.option(
    "--expect-head",
    "expected",
    callback=_read_commit,
    default="",
    metavar="SHA",
    help="The full name of the commit that the head has to be; another is not judged.",
)
@as_of_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How the report is written, to standard output.",
)
@click.option(
    "--markdown",
    "comment",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the report for a comment to this file as well.",
)
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option
    context: click.Context,
    *,
    base: str,
    head: str,
    account: int,
    expected: str,
    as_of: date | None,
    form: Literal["text", "json", "markdown"],
    comment: Path | None,
) -> int:
    """Judge a pull request and show what it changes, placement included.

    Git's objects are read and nothing of the head is checked out or run. Policy, owners and
    limits are those of the base.
    """
    root = project_root(context)
    day = showing_of(root, as_of).as_of
    try:
        found = review(ReviewRequest(root, base, head, account, day, expected), show_progress)
    except (OSError, MemoryError):
        raise
    except Exception as error:
        # The status of a defect elsewhere means something else here.
        raise CrashedError(Exit.CONTENT) from error
    show_progress("")
    if comment is not None:
        unwritten = write_report(comment, review_as_markdown(found))
        if unwritten:
            tell(unwritten, {}, "text")
            return Exit.CONTENT
    give(_WRITERS[form](found))
    return found.verdict.status
