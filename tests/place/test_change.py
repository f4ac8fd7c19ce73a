from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings

from pavgen.model.conditions import AllOf, Among, AnyOf, Not
from pavgen.model.records.policy import FixedOrder, Group
from pavgen.place.change import next_change
from pavgen.place.placing import place
from tests.place.drawn import days, programmes
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


def test_certificate_counts_when_a_ladder_looks_at_it():
    made = partner("ada", certifications=[("expert", date(2026, 11, 26))])
    groups = {"main": Group(strategy="points", ladder=("certifications",))}
    assert next_change(weekly(made, groups=groups), DAY) == FRIDAY


def test_next_change_is_the_day_after_a_fixed_order():
    fixed = FixedOrder(partners=("ada",), reason="A launch", until=date(2026, 11, 26))
    groups = {"main": Group(strategy="fixed", fixed=fixed)}
    assert next_change(weekly(partner("ada"), groups=groups), DAY) == FRIDAY


def test_nothing_changes_after_the_last_day_of_the_calendar():
    assert next_change(weekly(partner("ada")), date.max) is None


@settings(deadline=None, max_examples=60)
@given(programmes(), days)
def test_placement_stays_the_same_until_the_next_change(made, day):
    change = next_change(made, day)
    before = place(made, day).value
    while (day := day + timedelta(days=1)) < change:
        assert replace(place(made, day).value, as_of=before.as_of) == before
