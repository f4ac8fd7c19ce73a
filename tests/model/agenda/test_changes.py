"""What changed in an agenda between two releases."""

from datetime import date

import pytest

from pavgen.files.frontmatter import parse_record_file
from pavgen.files.yamldoc import STAFF
from pavgen.model.agenda.changes import Change, as_release, changes
from pavgen.model.decode import decode
from tests.events import AGENDA
from tests.model.agenda.released import L1, NOWHERE, RELEASE, S1, S2, release, session


def agenda(text=AGENDA):
    document = parse_record_file("content/events/fair/agenda.yaml", text, STAFF).value
    return decode([document]).value.agendas["fair"]


SLOTS = {"opening": "s1", "mills": "s2", "wheels": "l1", "farewell": "s3"}


def test_an_agenda_is_released_by_id_with_the_slots_given():
    made = as_release(agenda(), SLOTS, 1, date(2026, 6, 1), "It is out")

    assert made == RELEASE


def test_a_slot_the_policy_gave_counts_and_one_it_did_not_give_is_open():
    slots = {**SLOTS, "wheels": "s3"}
    del slots["mills"]
    made = as_release(agenda(), slots, 1, date(2026, 6, 1), "It is out")

    assert [(s.id, s.room, s.start) for s in made.sessions if s.id in {"mills", "wheels"}] == [
        ("mills", "", ""),
        ("wheels", "stage", "2026-10-25T10:00"),
    ]


def test_proposed_sessions_are_nobodys_business():
    text = AGENDA.replace("id: wheels,", "id: wheels, state: proposed,")
    made = as_release(agenda(text), SLOTS, 1, date(2026, 6, 1), "It is out")

    assert [s.id for s in made.sessions] == ["farewell", "mills", "opening"]


@pytest.mark.parametrize(
    ("was", "now", "kinds"),
    [
        (None, session("a", S1), ["new"]),
        (None, session("a"), ["new"]),
        (None, session("a", S1, "cancelled"), []),
        (session("a", S1), session("a", S1), []),
        (session("a", S1), session("a", S2), ["moved"]),
        (session("a", S1), session("a", L1), ["moved"]),
        (session("a"), session("a", S1), ["moved"]),
        (session("a", S1), session("a"), ["moved"]),
        (session("a", S1), session("a", S1, title="Other"), ["renamed"]),
        (session("a", S1), session("a", S2, title="Other"), ["moved", "renamed"]),
        (session("a", S1), session("a", S1, "cancelled"), ["cancelled"]),
        (session("a", S1), session("a", NOWHERE, "cancelled", "Other"), ["cancelled"]),
        (session("a", S1, "cancelled"), session("a", NOWHERE, "cancelled"), []),
        (session("a", S1, "cancelled"), session("a", S1), ["restored"]),
        (session("a", S1, "cancelled"), session("a", S2), ["restored", "moved"]),
    ],
)
def test_kinds_of_change_of_one_session(was, now, kinds):
    before = release(*([was] if was else []))

    assert changes(before, release(now, version=2)) == tuple(
        Change(kind, was, now) for kind in kinds
    )


def test_everything_is_new_in_the_first_release():
    found = changes(None, RELEASE)

    assert [(c.kind, c.session, c.title) for c in found] == [
        ("new", "farewell", "Farewell"),
        ("new", "mills", "On mills"),
        ("new", "opening", "Opening"),
        ("new", "wheels", "On wheels"),
    ]


def test_changes_stand_in_the_order_of_ids():
    before = release(session("a", S1), session("b", S2), session("c", L1))
    after = release(session("a", S2), session("b", S1), session("c", L1, "cancelled"))

    assert [(c.session, c.kind) for c in changes(before, after)] == [
        ("a", "moved"),
        ("b", "moved"),
        ("c", "cancelled"),
    ]
