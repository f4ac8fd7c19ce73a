from dataclasses import replace

from pavgen.place.picks import EventPlacement, Holding, by_hand, event_placements, queue
from pavgen.place.placing import place
from pavgen.place.strategies.pick_vacancy import Answer, Ask
from tests.events import AGENDA
from tests.place.draws import (
    BY_POINTS,
    DAY,
    LATER,
    WISHES,
    WITHDREW,
    drawn,
    held_draw,
    held_fair,
    on,
    with_event,
)
from tests.place.fairs import drawing, fair

MOVED = ("b1", "2026-09-06", "-bob +cat")


def placed(made, day=LATER):
    return place(made, day).value.events["fair"]


def test_what_records_give_by_hand_is_told_without_any_draw():
    made = drawing(replace(BY_POINTS, strategy="draw"))
    assert placed(made) == EventPlacement(
        "fair",
        {
            "a1": (Holding("p-ada", "ada", "a1"),),
            "a2": (Holding("p-bob", "bob", "a2"),),
            "p1": (Holding("p-cat", "cat", "p1", "day-1"),),
        },
        {"opening": "s1", "mills": "s2", "wheels": "l1", "farewell": "s3"},
    )


def test_booth_by_hand_of_one_who_withdrew_is_not_told_from_that_day_on():
    gone = held_fair(more={"ada": "booth: b1, reason: Why., withdrew: 2026-09-05"})
    made = held_draw()
    assert by_hand(made, gone, DAY).booths == {"b1": (Holding("p-ada", "ada", "b1"),)}
    assert by_hand(made, gone, LATER).booths == {}


def test_booths_tell_how_and_in_which_turn_they_were_given():
    made = with_event(drawn(held_draw()), [MOVED], WITHDREW)
    assert placed(made).booths == {
        "b1": (Holding("p-cat", "cat", "b1", how="offer", opportunity="all"),),
        "b2": (Holding("p-bob", "bob", "b2", how="draw", turn=2, opportunity="all"),),
        "b4": (Holding("p-dot", "dot", "b4", how="draw", turn=4, opportunity="all"),),
    }
    assert [h.item for h in placed(made).of("cat")] == ["b1"]


def test_drawn_slot_goes_to_the_session_that_its_holder_has_applied_with():
    head = AGENDA[: AGENDA.index("sessions:")].replace("weight: 3}", "weight: 3, drawn: true}")
    sessions = """\
sessions:
  - {id: talk, title: A talk, partners: [bob]}
  - {id: mills, title: On mills, slot: s2, partners: [ada]}
"""
    made = drawing(replace(BY_POINTS, gives="talks"), event=fair(agenda=head + sessions))
    found = placed(made)
    assert found.sessions == {"mills": "s2", "talk": "s1"}
    assert found.given == {
        "talk": Holding("p-bob", "bob", "s1", how="draw", turn=1, opportunity="all")
    }


def test_list_of_the_draw_is_in_the_order_of_the_turns_and_those_without_a_booth_wait():
    found = place(held_draw(slots=3), LATER).value.opportunities["all"]
    assert found.slugs() == ("ada", "bob", "cat")
    assert [decision.slug for decision in found.waiting] == ["dot"]
    assert {one.slug for one in found.excluded} == {"eve"}


def test_who_came_after_the_draw_waits_until_it_is_offered_something():
    late = {"eve": "applied: 2026-09-02T10:00:00+02:00"}
    made = with_event(drawn(held_draw()), more=late, wishes={**WISHES, "eve": "b1"})
    found = place(made, LATER).value.opportunities["all"]
    assert found.slugs() == ("ada", "bob", "cat", "dot")
    assert [decision.slug for decision in found.waiting] == ["eve"]


def test_who_is_next_for_a_vacant_booth_is_told_in_turn_with_what_each_would_give_up():
    made = with_event(drawn(held_draw()), more=WITHDREW)
    assert queue(on(made), "b1") == (
        Ask("p-bob", "b2", Answer.PREFERS_IT),
        Ask("p-cat", "b3", Answer.PREFERS_IT),
        Ask("p-dot", "b4", Answer.PREFERS_IT),
    )


def test_nobody_is_next_in_a_list():
    made = drawing(replace(BY_POINTS, strategy="draw"))
    assert queue(on(made), "b1") == ()


def test_events_of_other_groups_are_left_as_they_are():
    made = held_draw()
    day = on(made)
    assert event_placements(made, [], LATER)["fair"].booths == {}
    assert set(event_placements(made, [day], LATER)["fair"].booths) == {"b1", "b2", "b3", "b4"}
