"""`pavgen placement show`: the order of a day."""

from dataclasses import asdict
from datetime import date
from typing import Literal

import click

from pavgen.app.placement_show import Absent, Row, ShownList, placement_show
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import as_of_option, form_option, showing_of
from pavgen.cli.project import project_root
from pavgen.cli.streams import give
from pavgen.cli.tables import table
from pavgen.kernel.canonical import Json, readable_json
from pavgen.kernel.diagnostics import has_errors
from pavgen.render.reports.machine import FORMAT
from pavgen.render.reports.quoting import plain

_EXAMPLES = """\b
Examples:
  pavgen placement show
  pavgen placement show home-spotlight --as-of 2026-12-07
  pavgen placement show --format json | jq '.lists[0].shown[].partner'
"""


@click.command(epilog=_EXAMPLES)
@click.argument("opportunity", default="")
@as_of_option
@form_option("A table for people, or one JSON object.")
@click.pass_context
def command(
    context: click.Context, *, opportunity: str, as_of: date | None, form: Literal["text", "json"]
) -> int:
    """Show the order of a day: positions, exposure, and what decided each place.

    OPPORTUNITY is one list by its id; without it all are shown. Exposure is in millionths
    of what the first position is worth.
    """
    root = project_root(context)
    day = showing_of(root, as_of).as_of
    answer = placement_show(root, day, opportunity)
    if answer.diagnostics:
        tell(answer.diagnostics, answer.value.texts, "text")
    if has_errors(answer.diagnostics):
        return status_of(answer.diagnostics)
    if form == "json":
        lists = [_as_json(shown) for shown in answer.value.lists]
        give(readable_json({"format": FORMAT, "as_of": day.isoformat(), "lists": lists}))
    else:
        give("\n\n".join(_as_text(shown) for shown in answer.value.lists) + "\n")
    return status_of(answer.diagnostics)


def _as_json(shown: ShownList) -> Json:
    return {
        "opportunity": shown.opportunity,
        "title": shown.title,
        "group": shown.group,
        "strategy": shown.strategy,
        "period": {
            "label": shown.period,
            "first": shown.first.isoformat(),
            "last": shown.last.isoformat(),
        },
        "recorded": shown.recorded,
        "provisional": shown.recorded is None,
        "open_slots": shown.open_slots,
        "rule": list(shown.rule),
        "shown": [_keys(row) for row in shown.shown],
        "waiting": [_keys(row) for row in shown.waiting],
        "excluded": [_keys(row) for row in shown.excluded],
    }


def _keys(row: Row | Absent) -> Json:
    found: dict[str, Json] = asdict(row)
    if found.get("has") is None:
        found.pop("has", None)
    else:
        del found["exposure"]
    return found


def _as_text(shown: ShownList) -> str:
    head = f"{shown.opportunity}: {plain(shown.title)}"
    period = f"{shown.period}, {shown.first} to {shown.last}; {_standing(shown)}"
    rows = [_cells(row) for row in shown.shown] + [_cells(row) for row in shown.waiting]
    drawn = any(row.has is not None for row in (*shown.shown, *shown.waiting))
    worth = "has" if drawn else "exposure"
    columns = ("position", "partner", "tier", worth, "why")
    lines = [head, f"{period}; {shown.strategy}; " + "; ".join(plain(s) for s in shown.rule), ""]
    lines.append(table(columns, rows) if rows else "nobody is shown")
    lines += [f"{plain(gone.name)}: {plain(gone.why)}" for gone in shown.excluded]
    return "\n".join(lines)


def _standing(shown: ShownList) -> str:
    return "provisional" if shown.recorded is None else f"recorded, entry {shown.recorded}"


def _cells(row: Row) -> tuple[str, ...]:
    worth = f"{row.exposure:,}" if row.exposure else "–"
    if row.has is not None:
        worth = plain(row.has) or "–"
    return (str(row.position), plain(row.name), row.tier, worth, plain(row.why))
