"""What fell vacant after the draw."""

from tests.events import EVENT
from tests.model.events.finding import told


def offer(item, *partners, **files):
    answers = ", ".join(f"{{partner: {p}, answer: declined}}" for p in partners)
    text = f"offers:\n  - item: {item}\n    on: 2026-09-01\n    answers: [{answers}]\n"
    return told(main=EVENT + text, **files)


def test_booths_pods_and_slots_are_offered_to_those_who_take_part():
    assert offer("a3", "ada", "cat") == []
    assert offer("p1@day-2", "cat") == []
    assert offer("s2", "ada", "cat") == []


def test_an_item_that_is_nothing_of_the_event_is_told():
    assert offer("z1", "ada") == [
        (
            "event.yaml:20: error[event-offer-item] offers[0].item: `z1` is no booth, pod or slot of the"
            " event; use one of `a1`, `a2`, `a3`, `b1`, `b2`, `b3`, `p1`"
        )
    ]


def test_an_item_that_may_be_a_slot_is_left_alone_while_there_is_no_agenda():
    assert offer("z1", "ada", agenda=None) == []


def test_a_shift_is_told_as_for_any_booth():
    assert offer("p1", "cat") == [
        (
            "event.yaml:20: error[event-booth-shift] offers[0].item: booth `p1` is shared by shifts;"
            " name a shift: `p1@day-1`"
        )
    ]


def test_only_exhibitors_are_asked_for_booths_and_only_applicants_for_slots():
    assert offer("a3", "ada", "dot") == [
        (
            "event.yaml:22: error[event-offer-partner] offers[0].answers[1].partner: `dot` does not"
            " exhibit, so it is not asked; use one of `ada`, `bob`, `cat`"
        )
    ]
    assert offer("s2", "dot") == [
        (
            "event.yaml:22: error[event-offer-partner] offers[0].answers[0].partner: `dot` holds no"
            " session, so it is not asked; use one of `ada`, `bob`, `cat`"
        )
    ]
