from datetime import date

import pytest

from pavgen.place.placing import place
from pavgen.place.reasoning_draw import draw_of, item_reason
from pavgen.place.sentences import in_short
from tests.place.draws import LATER, WITHDREW, drawn, held_draw, with_event
from tests.place.fairs import DAY, fair
from tests.place.programmes import partner, programme
from tests.place.told import ENGLISH, GERMAN


def draw_on(made, day=LATER):
    return draw_of(made, place(made, day).value.groups["main"], day)


@pytest.mark.parametrize(
    ("gives", "item", "english", "german"),
    [
        ("booths", "a1", "booth a1", "Stand a1"),
        ("booths", "p1@day-2", "pod p1 (The second day)", "Pult p1 (The second day)"),
        (
            "talks",
            "s1",
            "Stage on 24 October 2026, 10:00",
            "Stage am 24. Oktober 2026, 10:00 Uhr",
        ),
        ("booths", "z9", "“z9”", "„z9“"),
        ("talks", "z9", "“z9”", "„z9“"),
    ],
)
def test_items_are_named_as_signs_and_the_agenda_do(gives, item, english, german):
    named = item_reason(fair(), gives, item)
    assert [in_short(named, say) for say in (ENGLISH, GERMAN)] == [english, german]


def test_of_an_event_that_is_not_there_items_keep_their_ids():
    assert in_short(item_reason(None, "booths", "a1"), ENGLISH) == "“a1”"


def test_a_group_that_orders_a_list_is_no_draw():
    made = programme([partner("ada")])
    assert draw_on(made) is None


def test_turns_and_wishes_are_found_by_partner():
    draw = draw_on(held_draw(), DAY)
    assert [step.got for step in draw.turns_of("p-cat")] == ["b3"]
    assert [draw.turn_at("p-bob", x) for x in ("b2", "b1")] == [2, 0]
    assert (draw.likes("p-dot"), draw.likes("p-eve")) == (("b1",), ())


def test_before_its_day_a_draw_is_not_held():
    assert [draw_on(held_draw(), day).is_held for day in (date(2026, 8, 31), DAY)] == [False, True]


def test_what_one_that_left_had_is_vacant():
    assert draw_on(drawn(held_draw())).vacant() == ()
    assert draw_on(with_event(drawn(held_draw()), (), WITHDREW)).vacant() == ("b1",)


def test_offers_that_cannot_stand_and_those_of_later_days_are_left_out():
    offers = [
        ("b1", "2026-09-08", "+cat"),
        ("b1", "2026-09-09", "-bob -cat"),
        ("b1", "2026-10-01", "+dot"),
    ]
    draw = draw_on(with_event(drawn(held_draw()), offers, WITHDREW))
    assert [(one.index, one.offer.item) for one in draw.offers()] == [(1, "b1")]


def test_a_draw_that_is_not_recorded_has_no_offers():
    made = held_draw([("b1", "2026-09-08", "+bob")], WITHDREW)
    assert draw_on(made).offers() == ()
