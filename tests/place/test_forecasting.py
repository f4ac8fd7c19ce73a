"""Forecasts: coming turns are what would be recorded if nothing changed."""

from dataclasses import replace
from datetime import date

from pavgen.model.conditions import ALWAYS
from pavgen.model.records.policy import EventSpan, Group, Limit, Score
from pavgen.place.forecasting import NextTurns, chains_of, forecasts, next_turns
from tests.place.programmes import opportunity, partner, programme
from tests.place.recorded import MONDAY, SEED, WEEK, balanced, fleet, recorded, spotlight


def orders_recorded(made, group):
    return [
        tuple(entry.body["shown"][: entry.body["seats"]])
        for entry in made.ledgers[group].entries
        if entry.type in {"placement", "late"}
    ]


def test_a_forecast_is_what_is_recorded_later():
    start = balanced(fleet(5))
    later = recorded(start, 8)
    (told,) = forecasts(start, MONDAY, 7)
    assert [turn.shown for turn in told.turns] == orders_recorded(later, "main")


def test_a_forecast_goes_on_from_the_ledger():
    past = recorded(spotlight(fleet(5)), 3)
    later = recorded(past, 6, start=MONDAY + 3 * WEEK)
    (told,) = forecasts(past, MONDAY + 2 * WEEK, 6)
    assert [turn.shown for turn in told.turns] == orders_recorded(later, "spot")[2:]
    assert [turn.is_recorded for turn in told.turns] == [True] + [False] * 6


def test_recorded_periods_after_the_day_are_told_as_recorded():
    made = recorded(balanced(fleet(4)), 4)
    (told,) = forecasts(made, MONDAY, 5)
    assert [turn.is_recorded for turn in told.turns] == [True] * 4 + [False] * 2
    assert [turn.shown for turn in told.turns[:4]] == orders_recorded(made, "main")


def test_a_partner_to_come_is_in_it_from_its_day_on():
    made = balanced([*fleet(3), partner("late", joined=MONDAY + 2 * WEEK)])
    (told,) = forecasts(made, MONDAY, 3)
    assert [("p-late" in turn.shown) for turn in told.turns] == [False, False, True, True]


def test_a_group_that_looks_at_another_sees_its_coming_orders():
    groups = {
        "found": Group(
            strategy="relevance", then="main", scores=(Score(when=ALWAYS, score=1, label="all"),)
        ),
        "main": Group(strategy="balanced", seed=SEED),
    }
    lists = {"best": opportunity(group="found"), "all": opportunity(group="main")}
    best, everyone = forecasts(programme(fleet(5), groups=groups, opportunities=lists), MONDAY, 9)
    assert [turn.shown for turn in best.turns] == [turn.shown for turn in everyone.turns]
    (alone,) = forecasts(balanced(fleet(5)), MONDAY, 9)
    assert everyone.turns == alone.turns


def test_seats_on_another_surface_count_in_coming_periods_too():
    limit = Limit(cap=1, per="partner", across=("spot",))
    groups = {
        "side": Group(strategy="quota", seed=SEED),
        "spot": Group(strategy="quota", seed=SEED),
    }
    lists = {
        "aside": opportunity(group="side", slots=2, constraints=(limit,)),
        "spot": opportunity(group="spot", slots=2),
    }
    aside, spot = forecasts(programme(fleet(6), groups=groups, opportunities=lists), MONDAY, 12)
    pairs = zip(aside.turns, spot.turns, strict=True)
    assert [set(one.shown) & set(other.shown) for one, other in pairs] == [set()] * 13


def test_groups_that_look_at_each_other_end():
    limits = {name: Limit(cap=1, per="partner", across=(other,)) for name, other in ("ab", "ba")}
    groups = {name: Group(strategy="quota", seed=SEED) for name in "ab"}
    lists = {name: opportunity(group=name, slots=1, constraints=(limits[name],)) for name in "ab"}
    told = forecasts(programme(fleet(4), groups=groups, opportunities=lists), MONDAY, 3)
    assert [len(forecast.turns) for forecast in told] == [4, 4]


def test_an_event_is_one_period():
    span = EventSpan(id="summit", from_=date(2026, 3, 1), until=date(2026, 3, 3))
    group = Group(strategy="balanced", period="event", event=span, seed=SEED)
    made = programme(fleet(3), groups={"main": group})
    assert [turn.period.label for turn in forecasts(made, MONDAY, 9)[0].turns] == ["summit"]


def test_the_end_of_the_calendar_ends_a_forecast():
    assert len(forecasts(balanced(fleet(2)), date(9999, 12, 20), 9)[0].turns) == 2


def test_a_list_of_few_tells_who_waits():
    (told,) = forecasts(spotlight(fleet(5)), MONDAY, 1)
    assert [(len(turn.shown), turn.waiting) for turn in told.turns] == [(2, 3), (2, 3)]


def test_next_turns_are_the_first_of_each_kind():
    (told,) = forecasts(balanced(fleet(5)), MONDAY, 30)
    for one in fleet(5):
        places = [turn.shown.index(one.id) + 1 for turn in told.turns]
        assert next_turns(told, one.id) == NextTurns(
            partner=one.id,
            position=places[0],
            first=places.index(1),
            top=next(n for n, place in enumerate(places) if place <= 3),
            shown=None,
        )


def test_next_turns_of_a_list_with_slots_tell_the_next_seat():
    (told,) = forecasts(spotlight(fleet(5)), MONDAY, 10)
    for one in fleet(5):
        seats = [n for n, turn in enumerate(told.turns) if one.id in turn.shown]
        assert next_turns(told, one.id).shown == seats[0]


def test_a_partner_outside_the_list_has_no_turns():
    (told,) = forecasts(balanced(fleet(3)), MONDAY, 2)
    assert next_turns(told, "p-z") == NextTurns("p-z", 0, None, None, None)


def test_chains_hold_every_group_with_its_accounts_going_on():
    start = replace(balanced(fleet(4)), ledgers={})
    chain = chains_of(start, MONDAY, 3)["main"]
    assert [order.before for order in chain[1:]] == [order.after() for order in chain[:-1]]
