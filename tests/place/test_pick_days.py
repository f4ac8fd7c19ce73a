from dataclasses import replace
from datetime import date

import pytest

from pavgen.model.ledger import Ledger, grown
from pavgen.place.history import Amendment, RecordedOffer, recorded_periods
from pavgen.place.pick_days import offers_of
from pavgen.place.recording import record
from pavgen.place.verification.verifying import verify_ledger
from tests.place.draws import (
    DAY,
    LATER,
    PLAN,
    WISHES,
    WITHDREW,
    drawn,
    held_draw,
    holdings,
    lines,
    on,
    told,
    with_event,
)

ALL = {"ada": "b1", "bob": "b2", "cat": "b3", "dot": "b4"}
MOVED = ("b1", "2026-09-06", "-bob +cat")
"""What ada gave up is offered: bob declines, and cat accepts."""
AMENDED: tuple[str, list[str], list[str]] = ("amend", [], ["p-ada"])
OFFERED = ("offer", "b1", [["p-bob", "declined"], ["p-cat", "accepted"]])


def test_unrecorded_draw_is_what_would_be_recorded():
    assert holdings(held_draw()) == ALL
    assert told(held_draw()) == []


def test_before_the_day_of_the_draw_nobody_holds_anything():
    made, eve = held_draw(), date(2026, 8, 31)
    assert holdings(made, eve) == {}
    assert (on(made, eve).seated, on(made, eve).line) == (0, ("p-ada", "p-bob", "p-cat", "p-dot"))


def test_recorded_draw_holds_whatever_the_files_say_afterwards():
    made = drawn(held_draw())
    wishes = {**dict(reversed(WISHES.items())), "dot": "b3", "ada": "b4"}
    other = with_event(made, wishes=wishes, plan=PLAN.replace("x: 0, y: 0", "x: 20, y: 0"))
    assert holdings(other) == ALL
    assert record(other, "main", LATER).added == ()


def test_who_withdrew_holds_nothing_from_that_day_on():
    made = with_event(drawn(held_draw()), more=WITHDREW)
    assert holdings(made, date(2026, 9, 4)) == ALL
    assert holdings(made, date(2026, 9, 5)) == {"bob": "b2", "cat": "b3", "dot": "b4"}
    assert on(made).removed == ("p-ada",)


def test_departure_is_recorded_once():
    made = drawn(with_event(drawn(held_draw()), more=WITHDREW), LATER)
    assert lines(made) == [AMENDED]
    assert record(made, "main", LATER).added == ()
    assert holdings(made) == {"bob": "b2", "cat": "b3", "dot": "b4"}


def test_recorded_departure_is_not_told_of_an_earlier_day():
    made = drawn(with_event(drawn(held_draw()), more=WITHDREW), LATER)
    assert holdings(made, date(2026, 9, 4)) == ALL
    assert record(made, "main", date(2026, 9, 4)).added == ()


def test_recording_for_a_day_that_lies_behind_the_ledger_appends_nothing():
    late = {"eve": "applied: 2026-09-07T10:00:00+02:00"}
    wishes = {**WISHES, "eve": "b1"}
    made = with_event(drawn(held_draw()), more={**WITHDREW, **late}, wishes=wishes)
    made = drawn(made, LATER)
    assert lines(made) == [("amend", ["p-eve"], ["p-ada"])]
    assert record(made, "main", date(2026, 9, 4)).added == ()


def test_offer_counts_from_its_day_before_it_is_recorded():
    made = with_event(drawn(held_draw()), [MOVED], WITHDREW)
    assert holdings(made, date(2026, 9, 5)) == {"bob": "b2", "cat": "b3", "dot": "b4"}
    assert holdings(made) == {"bob": "b2", "cat": "b1", "dot": "b4"}


def test_departures_and_offers_are_recorded_in_their_order_and_once():
    made = drawn(with_event(drawn(held_draw()), [MOVED], WITHDREW), LATER)
    assert lines(made) == [AMENDED, OFFERED]
    assert record(made, "main", LATER).added == ()
    assert holdings(made) == {"bob": "b2", "cat": "b1", "dot": "b4"}
    assert verify_ledger(made.ledgers["main"].text, group="main").difference is None


def test_recorded_offer_is_not_told_of_an_earlier_day():
    made = drawn(with_event(drawn(held_draw()), [MOVED], WITHDREW), LATER)
    assert holdings(made, date(2026, 9, 4)) == ALL
    assert holdings(made, date(2026, 9, 5)) == {"bob": "b2", "cat": "b3", "dot": "b4"}
    assert record(made, "main", date(2026, 9, 5)).added == ()


def test_what_is_given_up_for_an_offer_is_offered_in_turn():
    more = [MOVED, ("b3", "2026-09-07", "+eve")]
    joined = {"eve": "applied: 2026-09-02T10:00:00+02:00"}
    made = with_event(drawn(held_draw()), more, {**WITHDREW, **joined}, {**WISHES, "eve": "b3"})
    assert holdings(made) == {"bob": "b2", "cat": "b1", "dot": "b4", "eve": "b3"}
    assert lines(drawn(made, LATER)) == [
        ("amend", ["p-eve"], ["p-ada"]),
        OFFERED,
        ("offer", "b3", [["p-eve", "accepted"]]),
    ]


def test_who_answered_and_withdrew_later_is_recorded_in_that_order():
    gone = {**WITHDREW, "bob": "withdrew: 2026-09-08"}
    made = drawn(with_event(drawn(held_draw()), [MOVED], gone), LATER)
    assert lines(made) == [AMENDED, OFFERED, ("amend", [], ["p-bob"])]
    assert holdings(made) == {"cat": "b1", "dot": "b4"}


def test_offer_added_after_a_later_departure_was_recorded_asks_those_who_are_left():
    gone = {**WITHDREW, "bob": "withdrew: 2026-09-08"}
    made = drawn(with_event(drawn(held_draw()), more=gone), LATER)
    late = with_event(made, [("b1", "2026-09-06", "+cat")], gone)
    assert lines(drawn(late, LATER))[1:] == [("offer", "b1", [["p-cat", "accepted"]])]


def test_who_waits_gets_an_offer_and_stands_with_those_who_have_something():
    made = drawn(held_draw(slots=3))
    assert holdings(made) == {"ada": "b1", "bob": "b2", "cat": "b3"}
    assert (on(made).line[-1], on(made).seated) == ("p-dot", 3)
    other = with_event(made, [("b4", "2026-09-06", "+dot")])
    assert holdings(other)["dot"] == "b4"
    assert on(other).seated == 4


def test_who_came_late_waits_behind_all_and_is_put_into_the_ledger():
    late = {"eve": "applied: 2026-09-02T10:00:00+02:00"}
    made = with_event(drawn(held_draw()), more=late, wishes={**WISHES, "eve": "b1"})
    assert (on(made).joined, on(made).line[-1]) == (("p-eve",), "p-eve")
    assert lines(drawn(made, LATER)) == [("amend", ["p-eve"], [])]


def test_who_comes_back_has_lost_its_booth_and_counts_as_one_who_came():
    made = drawn(held_draw())
    away = {slug: wish for slug, wish in WISHES.items() if slug != "ada"}
    gone = drawn(with_event(made, wishes=away), LATER)
    back = drawn(with_event(gone), LATER)
    assert lines(back) == [AMENDED, ("amend", ["p-ada"], [])]
    assert record(back, "main", LATER).added == ()
    assert holdings(back) == {"bob": "b2", "cat": "b3", "dot": "b4"}
    assert on(back).joined == ("p-ada",)


REFUSED = {
    "out of turn": ("b1", "2026-09-06", "+cat"),
    "not vacant": ("b2", "2026-09-06", "+cat"),
    "nobody's turn": ("b1", "2026-09-06", "-bob -cat -dot +eve"),
    "before it was given up": ("b1", "2026-09-04", "-bob +cat"),
}


@pytest.mark.parametrize("offer", REFUSED.values(), ids=REFUSED)
def test_offer_that_cannot_stand_changes_nothing_and_is_not_recorded(offer):
    made = with_event(drawn(held_draw()), [offer], WITHDREW)
    assert holdings(made) == {"bob": "b2", "cat": "b3", "dot": "b4"}
    assert [index for index, _ in on(made).picks.refused] == [0]
    assert record(made, "main", LATER).added == ()


def test_offers_of_a_draw_that_is_not_recorded_have_no_standing():
    made = held_draw([MOVED])
    assert holdings(made) == ALL


def test_offer_that_says_other_than_the_ledger_is_found_and_the_ledger_holds():
    made = drawn(with_event(drawn(held_draw()), [MOVED], WITHDREW), LATER)
    other = with_event(made, [("b1", "2026-09-06", "+bob")], WITHDREW)
    assert on(other).picks.unlike == (0,)
    assert holdings(other) == {"bob": "b2", "cat": "b1", "dot": "b4"}


def test_ledger_tells_the_draw_and_what_came_after():
    made = drawn(with_event(drawn(held_draw()), [MOVED], WITHDREW), LATER)
    (period,) = recorded_periods(made.ledgers["main"])
    assert period.picked == tuple((f"p-{slug}", booth) for slug, booth in ALL.items())
    assert period.story == (
        Amendment((), ("p-ada",)),
        RecordedOffer("b1", (("p-bob", "declined"), ("p-cat", "accepted"))),
    )


def test_offers_of_the_other_draw_of_an_event_are_left_to_it():
    made = held_draw([MOVED])
    talks = replace(dict(made.policy.groups)["main"], gives="talks")
    policy = replace(made.policy, groups=(("main", talks),))
    assert offers_of(replace(made, policy=policy), "main") == ()
    (offer,) = offers_of(made, "main")
    assert (offer.index, offer.on, offer.offer.item) == (0, date(2026, 9, 6), "b1")


def test_record_that_the_rule_does_not_give_holds_and_is_told():
    made = held_draw()
    ledger = drawn(made).ledgers["main"]
    genesis, placement = (entry.body for entry in ledger.entries)
    other = [["p-ada", "b2"], ["p-bob", "b1"], *placement["picked"][2:]]
    forged = grown(Ledger("main"), "genesis", "fair", without_head(genesis))
    forged = grown(forged, "placement", "fair", {**without_head(placement), "picked": other})
    made = replace(made, ledgers={"main": forged})
    assert holdings(made) == {**ALL, "ada": "b2", "bob": "b1"}
    assert (on(made).of.differs, on(made).of.played.steps) == (True, ())
    assert [code for _, code, _ in told(made)] == ["ledger-differs"]


def without_head(body):
    head = {"v", "seq", "prev", "type", "group", "period"}
    return {key: value for key, value in body.items() if key not in head}


def test_draw_is_recorded_on_its_day_and_not_before():
    assert record(held_draw(), "main", date(2026, 8, 31)).added == ()
    assert record(held_draw(), "main", DAY).added == (("genesis", "fair"), ("placement", "fair"))
