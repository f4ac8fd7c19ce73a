from datetime import date

import pytest

from pavgen.model.records.policy import Group, Sponsor
from tests.place.findings.cases import DAY, begun, listing, pin, said, told
from tests.place.programmes import partner

BALANCED = Group(strategy="balanced")
AT = "opportunities.all.pins"
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def with_pins(*pins, partners=("ada", "bob", "cy"), slots=None):
    return listing(BALANCED, partners, pins=pins, slots=slots)


def test_a_pin_that_holds_has_no_findings():
    assert told(with_pins(pin("ada", 3), slots=3)) == []


def test_a_pin_that_ends_before_it_begins_is_an_error():
    made = with_pins(pin("ada", 1, DECEMBER, NOVEMBER))
    assert told(made) == [("error", "placement-dates-reversed", f"{AT}[0].from")]


def test_a_pin_beyond_the_slots_is_an_error():
    assert told(with_pins(pin("ada", 4), slots=3)) == [
        ("error", "placement-pin-beyond", f"{AT}[0].slot")
    ]


def test_a_pin_beyond_the_end_of_a_list_without_slots_stands_last():
    assert told(with_pins(pin("ada", 400))) == []


def test_a_list_of_one_slot_is_told_of_as_such():
    assert said(with_pins(pin("ada", 2), slots=1)) == [
        "position 2 is not shown; the list has 1 slot"
    ]


def test_a_pin_may_hold_for_a_day():
    monday = date(2026, 11, 23)
    assert told(begun(with_pins(pin("ada", 1, monday, monday)))) == []


def test_of_a_pin_that_has_ended_nothing_else_is_told():
    known = (partner("ada", status="suspended"), partner("bob"))
    made = with_pins(pin("ada", 1, NOVEMBER, NOVEMBER, paid=True), partners=known)
    assert told(made) == [("warning", "placement-pin-ended", f"{AT}[0].until")]


def test_two_pins_at_one_position_on_a_common_day_are_an_error():
    made = with_pins(pin("ada", 1, NOVEMBER, DECEMBER), pin("bob", 1, DECEMBER))
    assert told(made) == [("error", "placement-pin-twice", f"{AT}[1].slot")]
    assert said(made) == ["position 1 has another pin on 2026-12-01"]


def test_two_pins_of_one_partner_are_an_error_also_by_a_former_slug():
    known = (partner("ada", aliases=("old",)), partner("bob"))
    made = with_pins(pin("ada", 1), pin("old", 2), partners=known)
    assert told(made) == [("error", "placement-pin-twice", f"{AT}[1].partner")]


def test_pins_that_follow_each_other_are_no_error():
    before = pin("ada", 1, NOVEMBER, date(2026, 11, 30))
    assert told(with_pins(before, pin("ada", 1, DECEMBER))) == []


@pytest.mark.parametrize(
    ("last", "findings"),
    [
        (date(2026, 11, 22), [("warning", "placement-pin-ended", f"{AT}[0].until")]),
        (date(2026, 11, 23), []),
    ],
    ids=["the Sunday before", "the period's first day"],
)
def test_a_pin_has_ended_when_the_open_period_began_after_it(last, findings):
    assert told(begun(with_pins(pin("ada", 1, NOVEMBER, last))), DAY) == findings


def test_a_pinned_partner_that_is_not_eligible_is_a_warning():
    known = (partner("ada", status="suspended"), partner("bob"))
    made = with_pins(pin("ada"), partners=known)
    assert told(made) == [("warning", "placement-pin-ineligible", f"{AT}[0].partner")]
    assert said(made) == ["`ada` may not be shown in `2026-W48`, so the pin is ignored"]


def test_a_pin_that_begins_with_the_period_is_held_against_eligibility():
    known = (partner("ada", status="suspended"), partner("bob"))
    made = with_pins(pin("ada", 1, date(2026, 11, 23)), partners=known)
    assert told(made) == [("warning", "placement-pin-ineligible", f"{AT}[0].partner")]
    later = with_pins(pin("ada", 1, date(2026, 11, 24)), partners=known)
    assert told(begun(later)) == []


def test_a_pin_yet_to_come_is_not_held_against_eligibility_of_today():
    known = (partner("ada", joined=DECEMBER), partner("bob"))
    assert told(with_pins(pin("ada", 1, DECEMBER), partners=known)) == []


def test_a_paid_pin_in_a_list_that_is_not_for_sale_is_a_warning():
    made = with_pins(pin("ada", paid=True))
    assert told(made) == [("warning", "placement-pin-paid", f"{AT}[0].paid")]


def test_a_paid_pin_in_a_sponsored_list_is_as_it_should_be():
    bought = Sponsor(partner="ada", package="big", from_=NOVEMBER, until=DECEMBER)
    group = Group(strategy="sponsored", packages=("big",), sponsors=(bought,))
    assert told(listing(group, pins=(pin("ada", paid=True),))) == []
