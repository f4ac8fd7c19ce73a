"""`pavgen placement record`: periods that have opened go into the ledgers."""

from datetime import date
from typing import Literal

import click

from pavgen.app.placement_record import GroupRecord, Recording, RecordRequest, placement_record
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import as_of_option, form_option, showing_of
from pavgen.cli.project import project_root
from pavgen.cli.streams import give
from pavgen.kernel.canonical import Json, readable_json
from pavgen.kernel.diagnostics import has_errors
from pavgen.render.reports.machine import findings_json

_EXAMPLES = """\b
Examples:
  pavgen placement record
  pavgen placement record --dry-run
  pavgen placement record --group main --period 2026-W48
  pavgen placement record --format json | jq '.groups[].head'
"""


@click.command(epilog=_EXAMPLES)
@click.option("--group", default="", metavar="GROUP", help="Only this order group; default: all.")
@click.option(
    "--period",
    default="",
    metavar="PERIOD",
    help="Up to and with this period, such as 2026-W48; default: the open one.",
)
@as_of_option
@click.option("--dry-run", is_flag=True, help="Say what would be appended; write nothing.")
@form_option("Lines for people, or one JSON object.")
@click.pass_context
def command(
    context: click.Context,
    *,
    group: str,
    period: str,
    as_of: date | None,
    dry_run: bool,
    form: Literal["text", "json"],
) -> int:
    """Append to the ledgers every period that has opened and is not recorded yet.

    Missed periods are appended as `late`, and who joined or left within the open one as
    `amend`. Nothing else writes a ledger, and nothing recorded is ever changed. All groups are
    recorded or none. Run it when a period opens, and commit the result.
    """
    root = project_root(context)
    day = showing_of(root, as_of).as_of
    answer = placement_record(RecordRequest(root, day, group, period, dry_run))
    if form == "json":
        facts: dict[str, Json] = {"command": "placement record", "as_of": day.isoformat()}
        rows = [_as_json(row) for row in answer.value.groups]
        told = {**findings_json(answer.diagnostics), **facts, "dry_run": dry_run, "groups": rows}
        give(readable_json(told))
        return status_of(answer.diagnostics)
    if answer.diagnostics:
        tell(answer.diagnostics, answer.value.texts, "text")
    if not has_errors(answer.diagnostics):
        give(_as_text(answer.value, dry_run=dry_run))
    return status_of(answer.diagnostics)


def _as_json(row: GroupRecord) -> Json:
    added = [{"type": kind, "period": period} for kind, period in row.added]
    return {
        "group": row.group,
        "path": row.path,
        "added": added,
        "entries": row.entries,
        "head": row.head,
    }


def _as_text(recording: Recording, *, dry_run: bool) -> str:
    grown = [row for row in recording.groups if row.added]
    if not grown:
        return "nothing to record: every period that has opened is in the ledger\n"
    lines = []
    for row in grown:
        added = ", ".join(f"{kind} {period}" for kind, period in row.added)
        lines.append(f"{row.group}: {'would append' if dry_run else 'appended'} {added}")
        lines.append(f"  {row.path}: head {row.head}")
    return "\n".join(lines) + "\n"
