"""`pavgen event release`: what the agenda says now goes out, with what has changed."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

import click

from pavgen.app.event_release import Released, ReleaseRequest, event_release
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import as_of_option, form_option, showing_of
from pavgen.cli.project import project_root
from pavgen.cli.streams import give
from pavgen.kernel.canonical import Json, readable_json
from pavgen.kernel.diagnostics import has_errors
from pavgen.model.agenda.changes import Change
from pavgen.model.releases import ReleasedSession
from pavgen.render.reports.machine import findings_json

_EXAMPLES = """\b
Examples:
  pavgen event release summit-2027 --note "The agenda is out"
  pavgen event release summit-2027 --note "Two talks exchanged" --dry-run
  pavgen event release summit-2027 --note "One talk cancelled" --format json | jq '.changes'
"""


@click.group()
def command() -> None:
    """Release the agenda of an event."""


@command.command(epilog=_EXAMPLES)
@click.argument("event")
@click.option(
    "--note", required=True, metavar="TEXT", help="What visitors should know, in a line; published."
)
@as_of_option
@click.option("--dry-run", is_flag=True, help="Say what would be released; write nothing.")
@form_option("Lines for people, or one JSON object.")
@click.pass_context
def release(
    context: click.Context,
    *,
    event: str,
    note: str,
    as_of: date | None,
    dry_run: bool,
    form: Literal["text", "json"],
) -> int:
    """Write down what the agenda of EVENT says, as its next release.

    The page of changes and its feed tell what is new, moved, renamed, cancelled or restored
    since the release before. A session that was released stays in agenda.yaml; `state: cancelled`
    tells its visitors. Commit the result.
    """
    root = project_root(context)
    day = showing_of(root, as_of).as_of
    answer = event_release(ReleaseRequest(root, event, note, day, dry_run))
    if form == "json":
        facts: dict[str, Json] = {"command": "event release", "as_of": day.isoformat()}
        facts |= {"event": event, "dry_run": dry_run, **_as_json(answer.value)}
        give(readable_json({**findings_json(answer.diagnostics), **facts}))
        return status_of(answer.diagnostics)
    if answer.diagnostics:
        tell(answer.diagnostics, answer.value.texts, "text")
    if not has_errors(answer.diagnostics):
        give(_as_text(event, answer.value, dry_run=dry_run))
    return status_of(answer.diagnostics)


def _as_json(made: Released) -> dict[str, Json]:
    changes: list[Json] = [
        {
            "kind": change.kind,
            "session": change.session,
            "title": change.title,
            "from": _place_json(change.before),
            "to": _place_json(change.after),
        }
        for change in made.changes
    ]
    version = made.release.version if made.release else None
    return {"path": made.path, "release": version, "changes": changes}


def _place_json(session: ReleasedSession | None) -> Json:
    if session is None:
        return None
    return {
        "title": session.title,
        "room": session.room,
        "start": session.start,
        "end": session.end,
        "state": session.state,
    }


def _as_text(event: str, made: Released, *, dry_run: bool) -> str:
    if made.release is None:
        if not made.last:
            return "nothing to release: no session is confirmed\n"
        return f"nothing to release: the agenda is as release {made.last} had it\n"
    verb = "would become" if dry_run else "is"
    head = f"{event}: {verb} release {made.release.version} of {made.release.on}"
    lines = [head, *(f"  {_line(change, made.rooms)}" for change in made.changes), made.path]
    return "\n".join(lines) + "\n"


def _line(change: Change, rooms: Mapping[str, str]) -> str:
    head = f"{change.kind}: {change.title} ({change.session})"
    before = change.before or change.after
    match change.kind:
        case "renamed":
            return f"{head}, formerly {before.title}"
        case "moved":
            return f"{head}, from {_place(before, rooms)} to {_place(change.after, rooms)}"
        case "cancelled":
            return f"{head}, {_place(before, rooms)}"
        case _:
            return f"{head}, {_place(change.after, rooms)}"


def _place(session: ReleasedSession, rooms: Mapping[str, str]) -> str:
    if not session.start:
        return "time still open"
    day, _, clock = session.start.partition("T")
    return f"{rooms.get(session.room, session.room)} {day} {clock}"
