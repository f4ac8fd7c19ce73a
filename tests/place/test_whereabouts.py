"""Each table says of a partner what a search through the period finds."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from pavgen.model.records.policy import Group, Limit
from pavgen.place.engine import Played
from pavgen.place.placing import place
from pavgen.place.rounds import Round
from pavgen.place.whereabouts import Seat, Whereabouts
from tests.place.drawn import days, programmes, recorded
from tests.place.programmes import opportunity, partner, programme
from tests.place.told import one_list

MONDAY = date(2026, 11, 2)
RIVALS = [partner(f"p{n}", competes_with=("p0", "p1", "p2") if n < 3 else ()) for n in range(6)]


def whereabouts(made, day=MONDAY, group="main"):
    return place(made, day).value.groups[group].day.of.whereabouts


def apart(partners, weeks):
    """Make a list, with a past, in which three competitors are kept apart."""
    limit = Limit(separate="competitors", distance=2, hard=False)
    made = one_list(partners, Group(strategy="balanced"), constraints=(limit,))
    return recorded(made, MONDAY, MONDAY + timedelta(weeks=weeks - 1))


@settings(deadline=None, max_examples=40)
@given(programmes(), days)
def test_tables_agree_with_a_search(made, day):
    for order in place(made, day).value.groups.values():
        known, period = order.day.of.whereabouts, order.day.of
        round_, played = period.round, period.played
        assert known.weights == dict(round_.roster)
        assert known.pins == dict(round_.pins)
        for identity in known.weights:
            pool = next((name for name, ids in round_.pools if identity in ids), "")
            assert known.pools.get(identity, "") == pool
        for identity in played.order:
            assert known.places[identity] == played.order.index(identity) + 1
            assert known.shown[identity] == played.shown.index(identity) + 1
            waived = tuple(w for w in played.waivers if w.partner == identity)
            assert known.waivers.get(identity, ()) == waived
        for move in played.moves:
            assert known.moves[move.partner] == move
            place_, to = known.places[move.partner], known.shown[move.partner]
            ahead = played.shown[: to - 1]
            later = (i for i in ahead if played.order.index(i) >= place_)
            assert known.favoured(move.partner) == next(later, None)


@pytest.mark.parametrize("weeks", [1, 2])
def test_who_was_moved_back_knows_who_was_favoured(weeks):
    made = apart(RIVALS, weeks)
    known = whereabouts(made, MONDAY + timedelta(weeks=weeks))
    order, shown = known.played.order, known.played.shown
    found = {move.partner: known.favoured(move.partner) for move in known.played.moves}
    assert found
    assert found == {i: next(o for o in shown if order.index(o) > order.index(i)) for i in found}


def test_seats_of_a_class_are_counted_without_the_pinned():
    pools = (("gold", ("a", "b", "p")), ("iron", ("c",)))
    roster = (("a", 2), ("b", 2), ("c", 1), ("p", 9))
    round_ = Round("main", "2026-W45", roster, pins=(("p", 2),), pools=pools)
    order = ("a", "p", "c", "b")
    known = Whereabouts(round_, Played(order, order, 4))
    assert known.seats == {"a": Seat(1, 0), "c": Seat(2, 0), "b": Seat(3, 1)}
    assert known.votes == {"gold": 4, "iron": 1}


def test_places_in_a_block_are_those_its_account_was_charged_for():
    partners = [partner(f"p{n}", tier=("gold", "silver")[n % 2]) for n in range(5)]
    groups = {"main": Group(strategy="balanced")}
    lists = {"all": opportunity(blocks="tier")}
    known = whereabouts(programme(partners, groups=groups, opportunities=lists))
    gold = [i for i in known.played.order if known.pools[i] == "gold"]
    assert [known.own_places[i] for i in gold] == [1, 2, 3]
    assert dict(known.classes) == {"gold": ((1, 3),), "silver": ((1, 2),)}


def test_rows_of_a_rotation_count_from_one():
    known = whereabouts(one_list(RIVALS, Group(strategy="rotation")))
    assert sorted(known.rows.values()) == [1, 2, 3, 4, 5, 6]
    assert [known.rows[i] for i in known.played.order] == [1, 2, 3, 4, 5, 6]
