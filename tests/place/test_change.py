from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.model.conditions import AllOf, Among, AnyOf, Not
from pavgen.model.records.policy import EventSpan, FixedOrder, Group, Sponsor
from pavgen.place.change import next_change
from pavgen.place.placing import place
from tests.place.drawn import days, lively_programme, programmes
from tests.place.draws import WISHES, drawn, held_draw
from tests.place.ledgers import with_ledger
from tests.place.programmes import opportunity, partner, programme

DAY = date(2026, 11, 25)
MONDAY = date(2026, 11, 30)
FRIDAY = date(2026, 11, 27)


def weekly(*partners, **more):
    return programme(partners, **more)


def test_next_change_is_the_next_period_when_nothing_else_comes():
    assert next_change(weekly(partner("ada")), DAY) == MONDAY


def test_next_change_from_the_first_day_of_a_period_is_the_next_one():
    assert next_change(weekly(partner("ada")), MONDAY) == date(2026, 12, 7)


def test_next_change_is_the_first_day_of_a_suspension():
    assert next_change(weekly(partner("ada", suspended=(FRIDAY, None))), DAY) == FRIDAY


def test_next_change_is_the_day_after_a_suspension():
    made = weekly(partner("ada", suspended=(DAY, date(2026, 11, 26))))
    assert next_change(made, DAY) == FRIDAY


def test_suspension_of_a_former_partner_changes_nothing():
    made = weekly(partner("ada", status="former", suspended=(FRIDAY, None)))
    assert next_change(made, DAY) == MONDAY


def test_certificate_counts_when_a_condition_looks_at_it_however_deep():
    made = partner("ada", certifications=[("expert", date(2026, 11, 26))])
    asks = AllOf((AnyOf((Not(Among("certifications", ("expert",))),)),))
    deep = weekly(made, opportunities={"all": opportunity(eligible=asks)})
    assert (next_change(deep, DAY), next_change(weekly(made), DAY)) == (FRIDAY, MONDAY)


def test_certificate_of_a_partner_not_shown_counts_since_the_reasons_tell_it():
    """Regression: the reasons of an exclusion changed on a day that was passed over."""
    made = partner("ada", status="former", certifications=[("expert", date(2026, 11, 26))])
    asks = opportunity(eligible=Among("certifications", ("expert",)))
    assert next_change(weekly(made, opportunities={"all": asks}), DAY) == FRIDAY


def test_certificate_that_only_a_ladder_looks_at_counts_from_the_next_period_on():
    made = partner("ada", certifications=[("expert", date(2026, 11, 26))])
    groups = {"main": Group(strategy="points", ladder=("certifications",))}
    unrecorded = weekly(made, groups=groups)
    assert next_change(with_ledger(unrecorded, [DAY]), DAY) == MONDAY
    assert next_change(unrecorded, DAY) == FRIDAY


def test_fixed_order_that_ends_within_a_period_holds_to_its_end():
    fixed = FixedOrder(partners=("bob",), reason="A launch", until=date(2026, 11, 26))
    groups = {"main": Group(strategy="fixed", fixed=fixed)}
    made = with_ledger(weekly(partner("ada"), partner("bob"), groups=groups), [DAY])
    assert next_change(made, DAY) == MONDAY
    sunday = date(2026, 11, 29)
    assert place(made, sunday).value.order_of("all") == place(made, DAY).value.order_of("all")


@pytest.mark.parametrize(
    ("bought", "day"),
    [((FRIDAY, MONDAY), FRIDAY), ((DAY, date(2026, 11, 26)), FRIDAY), ((DAY, MONDAY), MONDAY)],
)
def test_package_changes_its_list_from_its_first_day_to_the_day_after_its_last(bought, day):
    sponsor = Sponsor(partner="ada", package="big", from_=bought[0], until=bought[1])
    group = Group(strategy="sponsored", packages=("big",), sponsors=(sponsor,))
    assert next_change(weekly(partner("ada"), groups={"main": group}), DAY) == day


def test_event_has_no_next_period():
    event = EventSpan(id="fair", from_=DAY, until=FRIDAY)
    group = Group(strategy="draw", period="event", event=event)
    assert next_change(weekly(partner("ada"), groups={"main": group}), DAY) is None


def test_nothing_changes_after_the_last_day_of_the_calendar():
    assert next_change(weekly(partner("ada")), date.max) is None


@settings(deadline=None, max_examples=40)
@given(programmes(), days)
def test_placement_stays_the_same_until_the_next_change(made, day):
    stays(made, day)


@settings(deadline=None, max_examples=25)
@given(st.randoms(use_true_random=True), days)
def test_placement_stays_the_same_until_partners_come_or_leave(chance, day):
    made, _ = lively_programme(chance, day)
    stays(made, day)


def stays(made, day):
    change = next_change(made, day)
    before = place(made, day).value
    while (day := day + timedelta(days=1)) < change:
        assert replace(place(made, day).value, as_of=before.as_of) == before


def test_next_change_is_the_day_of_a_draw_an_application_a_departure_or_an_offer():
    late = {"eve": "applied: 2026-09-03T10:00:00+02:00", "ada": "withdrew: 2026-09-05"}
    offers = [("b1", "2026-09-06", "-bob +cat")]
    made = drawn(held_draw(offers, late, {**WISHES, "eve": "b1"}))
    day: date | None = date(2026, 8, 30)
    found = []
    while day is not None and (day := next_change(made, day)) is not None:
        found.append(day.day)
    assert found == [1, 3, 5, 6]
