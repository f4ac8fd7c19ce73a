from dataclasses import replace
from datetime import datetime

import pytest

from pavgen.model.records.agenda import Slot
from pavgen.place.inputs import Elsewhere, group_round, group_rule
from pavgen.place.picking_talks import overlap
from tests.place.fairs import BOOTHS, DAY, drawing, fair

TALKS = replace(BOOTHS, gives="talks")
HEAD = """\
rooms: [{id: stage, label: Stage}, {id: loft, label: Loft}]
slots:
  - {id: s1, room: stage, start: 2026-10-24T10:00, end: 2026-10-24T10:30, weight: 3, drawn: true}
  - {id: s2, room: stage, start: 2026-10-24T11:00, end: 2026-10-24T11:30, drawn: true}
  - {id: s3, room: stage, start: 2026-10-25T10:00, end: 2026-10-25T10:30, drawn: true}
  - {id: l1, room: loft, start: 2026-10-24T10:15, end: 2026-10-24T10:45}
  - {id: l2, room: loft, start: 2026-10-24T11:30, end: 2026-10-24T12:00, drawn: true}
breaks: [{id: tea, label: Tea, start: 2026-10-24T10:45, end: 2026-10-24T11:00}]
speakers: [{id: ida, name: Ida}, {id: ben, name: Ben}]
sessions:
"""


def picking(*sessions):
    lines = "".join(f"  - {{{session}}}\n" for session in sessions)
    made = drawing(TALKS, event=fair(agenda=HEAD + lines))
    rule = group_rule(made, "main")
    return group_round(made, "main", rule, ("fair", DAY), Elsewhere({}, {}))


def row(*sessions):
    ((_, may, likes),) = picking(*sessions).picking.seekers
    return " ".join(may), " ".join(likes)


OPEN = "id: open, title: Open, partners: [ada, bob], speakers: [ida]"


def test_items_are_the_slots_that_the_policy_gives():
    assert picking(OPEN).picking.items == (("l2", 1), ("s1", 3), ("s2", 1), ("s3", 1))


def test_first_partner_of_a_session_without_a_slot_takes_part_with_one_turn():
    assert picking(OPEN).roster == (("p-ada", 1),)


@pytest.mark.parametrize("more", ["state: cancelled", "slot: l1"])
def test_cancelled_sessions_and_those_with_a_slot_take_no_part(more):
    assert picking(f"{OPEN}, {more}").roster == ()


def test_session_without_partners_takes_no_part():
    assert picking("id: open, title: Open").roster == ()


def test_wishes_are_those_of_the_session():
    assert row(f"{OPEN}, preferences: [s3, l2]") == ("l2 s1 s2 s3", "s3 l2")


def test_partner_may_not_have_a_slot_while_it_has_a_session_elsewhere():
    assert row(OPEN, "id: other, title: Other, slot: l1, partners: [bob, ada]")[0] == "l2 s2 s3"


def test_slot_while_a_speaker_is_elsewhere_cannot_be_had():
    assert row(OPEN, "id: other, title: Other, slot: l1, speakers: [ida]")[0] == "l2 s2 s3"
    assert row(OPEN, "id: other, title: Other, slot: l1, speakers: [ben]")[0] == "l2 s1 s2 s3"


def test_cancelled_session_keeps_nobody_from_anything():
    gone = "id: other, title: Other, slot: l1, speakers: [ida], state: cancelled"
    assert row(OPEN, gone)[0] == "l2 s1 s2 s3"


def test_slot_given_by_hand_is_held_by_all_its_partners_and_not_given_out():
    made = picking(OPEN, "id: other, title: Other, slot: s2, partners: [cat, bob]").picking
    assert made.held == (("p-bob", "s2"), ("p-cat", "s2"))
    assert "s2" not in dict(made.items)


def test_slots_at_one_time_or_one_after_the_other_in_a_room_are_near():
    near = picking(OPEN, "id: other, title: Other, slot: l1, partners: [cat]").picking.near
    assert near == (("l1", "l2"), ("l1", "s1"), ("s1", "s2"))


def at(slot, start, end):
    first, last = (datetime.fromisoformat(f"2026-10-24T{text}") for text in (start, end))
    return Slot(id=slot, room=slot, start=first, end=last)


def test_slots_that_only_touch_have_no_time_in_common():
    one = at("a", "10:00", "10:30")
    assert not overlap(fair(), one, at("b", "10:30", "11:00"))
    assert overlap(fair(), one, at("b", "10:29", "11:00"))


def test_no_slots_clash_for_each_partner_has_one_turn():
    assert picking(OPEN).picking.clash == ()
