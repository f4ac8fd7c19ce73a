"""What was released must stay: sessions that are gone, and changes that nobody was told of."""

from collections.abc import Iterator, Sequence

from pavgen.kernel.diagnostics import Diagnostic, Severity
from pavgen.model.agenda.changes import as_release, changes
from pavgen.model.records.agenda import Agenda
from pavgen.model.releases import Release
from pavgen.security.slugs import slug_problems


def check_released(event: str, agenda: Agenda, releases: Sequence[Release]) -> Iterator[Diagnostic]:
    """Compare an agenda with its last release; without one there is nothing to hold on to.

    Where a slot is given by the policy only a placement can tell whether a session has moved,
    so of such a session that is not asked here.
    """
    if not releases or any(slug_problems(session.id) for session in agenda.sessions):
        return  # an id that is none has been told, and may stand for any
    lost = tuple(_lost(agenda, releases[-1]))
    yield from lost or _untold(event, agenda, releases[-1])


def _lost(agenda: Agenda, last: Release) -> Iterator[Diagnostic]:
    places = {session.id: index for index, session in enumerate(agenda.sessions)}
    for session in last.sessions:
        place = places.get(session.id)
        if place is None:
            what = f"session `{session.id}` was released and is gone"
            remedy = "put it back with `state: cancelled`, which tells its visitors"
            span = agenda.source.at("sessions")
            yield Diagnostic(span, "agenda-session-lost", what, remedy, "sessions")
        elif agenda.sessions[place].state == "proposed":
            field = f"sessions[{place}].state"
            what = f"session `{session.id}` was released, so it is not just `proposed`"
            remedy = "write `cancelled` or `confirmed`"
            span = agenda.source.at(field)
            yield Diagnostic(span, "agenda-session-lost", what, remedy, field)


def _untold(event: str, agenda: Agenda, last: Release) -> Iterator[Diagnostic]:
    by_hand = {session.id: session.slot for session in agenda.sessions if session.slot}
    now = as_release(agenda, by_hand, last.version, last.on, last.note)
    changed = {
        change.session
        for change in changes(last, now)
        if change.kind != "moved" or change.session in by_hand
    }
    if changed:
        some = "1 session is" if len(changed) == 1 else f"{len(changed)} sessions are"
        what = f"{some} not as release {last.version} had them"
        remedy = f'run `pavgen event release {event} --note "…"` when the agenda is to be out'
        span = agenda.source.at("sessions")
        yield Diagnostic(span, "agenda-unreleased", what, remedy, "sessions", Severity.WARNING)
