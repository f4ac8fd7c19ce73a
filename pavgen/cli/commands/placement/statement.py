"""`pavgen placement statement`: one partner's account."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import click

from pavgen.app.generated import write_report
from pavgen.app.placement_statement import StatementRequest, placement_statement
from pavgen.cli.exits import Exit
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import as_of_option, form_option, output_file_option, read_day, showing_of
from pavgen.cli.project import project_root
from pavgen.cli.streams import give, say, shown_path
from pavgen.cli.tables import table
from pavgen.kernel.canonical import readable_json
from pavgen.kernel.diagnostics import has_errors
from pavgen.place.forecasting import MOST_PERIODS
from pavgen.place.statements import GroupStatement, Statement, StatementDays
from pavgen.render.reports.quoting import plain
from pavgen.render.reports.statement_forms import (
    statement_csv,
    statement_json,
    statement_markdown,
)
from pavgen.render.reports.statement_page import COLUMNS, UNITS, cells_of, statement_page, totals_of
from pavgen.render.reports.statement_words import (
    RESTS_ON,
    absence_sentence,
    account_sentences,
    now_sentences,
    span_words,
    takes_part,
    title_words,
    verify_sentences,
)

Form = Literal["text", "html", "md", "csv", "json"]
_EXAMPLES = """\b
Examples:
  pavgen placement statement nordwind
  pavgen placement statement nordwind --from 2026-01-01 --to 2026-12-31
  pavgen placement statement nordwind --format html --output nordwind.html
  pavgen placement statement nordwind --format csv > nordwind.csv
"""


@click.command(epilog=_EXAMPLES)
@click.argument("partner")
@click.option(
    "--from",
    "first",
    callback=read_day,
    metavar="DATE",
    help="Only periods that end on it or later.",
)
@click.option(
    "--to", "last", callback=read_day, metavar="DATE", help="Only periods that begin by then."
)
@click.option("--group", default="", metavar="GROUP", help="Only this order group; default: all.")
@click.option(
    "--periods",
    type=click.IntRange(1, MOST_PERIODS),
    default=52,
    show_default=True,
    help="How far to look for coming turns.",
)
@as_of_option
@form_option("The form; `html` is one page to print or to send.", "html", "md", "csv")
@output_file_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option
    context: click.Context,
    *,
    partner: str,
    first: date | None,
    last: date | None,
    group: str,
    periods: int,
    as_of: date | None,
    form: Form,
    output: Path | None,
) -> int:
    """Draw up a partner's account: entitled, received, what is open, and what comes.

    PARTNER is a slug, a former one, or the id. Everything recorded comes from the ledgers, so
    that the partner can check it with `pavgen placement verify`; one that has left still has
    its account under its id.
    """
    if first and last and last < first:
        raise click.UsageError(f"`--to {last}` lies before `--from {first}`")
    root = project_root(context)
    days = StatementDays(showing_of(root, as_of).as_of, first, last)
    answer = placement_statement(StatementRequest(root, partner, days, group, periods))
    made = answer.value.statement
    if answer.diagnostics:
        tell(answer.diagnostics, answer.value.texts, "text")
    if has_errors(answer.diagnostics) or made is None:
        return status_of(answer.diagnostics)
    text = _written(made, form)
    if output is None:
        give(text)
        return Exit.DONE
    found = write_report(output, text)
    if found:
        tell(found, {}, "text")
        return Exit.CONTENT
    say(f"wrote {shown_path(output)}\n")
    return Exit.DONE


def _written(made: Statement, form: Form) -> str:
    match form:
        case "html":
            return statement_page(made)
        case "md":
            return statement_markdown(made)
        case "csv":
            return statement_csv(made)
        case "json":
            return readable_json(statement_json(made))
        case "text":
            return "\n".join(_lines(made)) + "\n"


def _lines(made: Statement) -> Iterator[str]:
    yield f"{plain(made.name)} ({made.partner}): {span_words(made)}, drawn up for {made.as_of}"
    for place in filter(takes_part, made.places):
        yield f"\n{plain(place.title)} ({place.opportunity})"
        yield from (f"  {sentence}" for sentence in now_sentences(place))
    if made.places:
        yield f"\n{plain(absence_sentence(made))}\n{RESTS_ON}"
    for draw in made.draws:
        head, *rest = draw.steps
        yield f"\n{plain(draw.title)} ({draw.opportunity})\n  {plain(head)}"
        yield from (f"  {plain(step)}" for step in rest)
    for account in made.accounts:
        yield from _account_lines(account)
    if made.accounts:
        yield f"\n{UNITS}"
    elif not made.draws:
        yield "\nNo ledger names this partner yet."


def _account_lines(account: GroupStatement) -> Iterator[str]:
    yield f"\nAccount: {plain(title_words(account))} (group {account.group})"
    yield from (f"  {sentence}" for sentence in account_sentences(account))
    if account.rows:
        yield ""
        yield table(COLUMNS, (*cells_of(account), totals_of(account)))
    yield ""
    yield from (f"  {sentence}" for sentence in verify_sentences(account))
