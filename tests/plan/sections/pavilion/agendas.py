"""The small fair of tests/events.py with an agenda to try things on, planned for a day."""

from dataclasses import replace
from datetime import date

from pavgen.model.releases import Release, ReleasedSession, release_line
from pavgen.model.showing import Showing
from pavgen.plan.site import plan_site
from tests.events import AGENDA, EVENT, event
from tests.plan.projects import DAY, WORDS, files_of, partner, planned, site

SECTION = "kind: pavilion, path: /fair/, event: fair"
BEFORE = date(2026, 5, 1)
RUNNING = date(2026, 10, 25)
OVER = date(2026, 10, 26)


def fair(
    tmp_path, *, main=EVENT, agenda=AGENDA, releases=(), day=DAY, sections=(SECTION,), more=()
):
    """Plan the fair with partners ada, bob, cat and dot; `more` are files of further ones."""
    files = files_of(
        *(partner(slug) for slug in ("ada", "bob", "cat", "dot")),
        *more,
        event(main=main, agenda=agenda),
        main=site(list(sections)),
    )
    if releases:
        lines = "".join(release_line(release) for release in releases)
        files["content/events/fair/releases.jsonl"] = lines
    return planned(tmp_path, files, day=day)


def with_given(found, given):
    """Plan the fair once more, with holdings that a policy has given by session."""
    placed = found.placement.events["fair"]
    placement = replace(found.placement, events={"fair": replace(placed, given=given)})
    plan = plan_site(found.programme, placement, "main", Showing(DAY), WORDS).value
    return replace(found, plan=plan)


def rows(text, *lines):
    """Put further lines behind the session rows of an agenda."""
    return text + "".join(f"  - {{{line}}}\n" for line in lines)


def release(version, on, *sessions, note="As planned."):
    """Make a release of rows `id, title, room, start, end, state`."""
    made = (ReleasedSession(*row) for row in sessions)
    return Release(version, on, note, tuple(sorted(made, key=lambda session: session.id)))


OPENING = ("opening", "Opening", "stage", "2026-10-24T10:00", "2026-10-24T10:45", "confirmed")
MILLS = ("mills", "On mills", "stage", "2026-10-24T11:00", "2026-10-24T11:45", "confirmed")
WHEELS = ("wheels", "On wheels", "loft", "2026-10-24T10:00", "2026-10-24T10:45", "confirmed")
FAREWELL = ("farewell", "Farewell", "stage", "2026-10-25T10:00", "2026-10-25T10:45", "confirmed")
