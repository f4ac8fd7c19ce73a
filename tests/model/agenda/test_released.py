"""An agenda beside its last release."""

from tests.events import AGENDA
from tests.model.agenda.released import L1, RELEASE, S1, release, session
from tests.model.events.finding import TALKS, changed, drawing, told


def test_an_agenda_as_it_was_released_is_without_fault():
    assert told(releases=(RELEASE,)) == []


def test_changes_nobody_was_told_of_are_counted_by_sessions():
    moved = ("title: On wheels, slot: l1", "title: Of wheels, slot: s2")
    cancelled = ("title: On mills, slot: s2", "title: On mills, state: cancelled")

    assert told(agenda=changed(AGENDA, moved, cancelled), releases=(RELEASE,)) == [
        (
            "agenda.yaml:16: warning[agenda-unreleased] sessions: 2 sessions are not as release 1 had"
            ' them; run `pavgen event release fair --note "…"` when the agenda is to be out'
        )
    ]


def test_only_the_last_release_counts():
    old = release(session("farewell", S1))
    last = release(*RELEASE.sessions, version=2)

    assert told(releases=(old, last)) == []
    assert "3 sessions" not in "".join(told(releases=(last, old)))


def test_a_released_session_that_is_gone_is_an_error_and_the_only_one():
    gone = AGENDA.replace(
        "  - {id: wheels, title: On wheels, slot: l1, partners: [cat], kind: workshop}\n", ""
    )

    assert told(agenda=gone.replace("Farewell", "Goodbye"), releases=(RELEASE,)) == [
        (
            "agenda.yaml:16: error[agenda-session-lost] sessions: session `wheels` was released and is"
            " gone; put it back with `state: cancelled`, which tells its visitors"
        )
    ]


def test_a_released_session_is_not_just_proposed_again():
    text = changed(AGENDA, ("kind: workshop", "kind: workshop, state: proposed"))

    assert told(agenda=text, releases=(RELEASE,)) == [
        (
            "agenda.yaml:18: error[agenda-session-lost] sessions[2].state: session `wheels` was"
            " released, so it is not just `proposed`; write `cancelled` or `confirmed`"
        )
    ]


def test_a_session_whose_id_cannot_be_read_is_not_also_lost():
    assert told(agenda=changed(AGENDA, ("id: wheels", "id: On Wheels")), releases=(RELEASE,)) == []


def test_where_the_policy_gives_the_slot_the_release_stands_until_something_else_changes():
    text = changed(AGENDA, ("slot: l1, ", ""))
    wheels = session("wheels", L1, title="On wheels")
    last = release(*(s for s in RELEASE.sessions if s.id != "wheels"), wheels)

    assert told(agenda=text, releases=(last,), policy=drawing(TALKS)) == []
    assert told(
        agenda=text.replace("On wheels", "Of wheels"), releases=(last,), policy=drawing(TALKS)
    ) == [
        (
            "agenda.yaml:16: warning[agenda-unreleased] sessions: 1 session is not as release 1 had"
            ' them; run `pavgen event release fair --note "…"` when the agenda is to be out'
        )
    ]
