"""Simulations: the policy played as it would be recorded, and the yardsticks beside it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from pavgen.model.records.policy import Group, Limit, Seed
from pavgen.place.accounting import ledger_accounts
from pavgen.place.metrics.table import metrics_of
from pavgen.place.rounds import PLACE
from pavgen.place.simulation import (
    METHODS,
    Summary,
    seed_values,
    summary_of,
    try_methods,
    try_policy,
    value_of,
)
from tests.place.programmes import opportunity, partner, programme
from tests.place.recorded import MONDAY, balanced, fleet, recorded

NONE = metrics_of(())


def worst(trial, name):
    """Return the worst of a metric that must be defined."""
    found = summary_of(trial.metrics, name).worst
    assert found is not None
    return found


def test_seeds_are_the_same_ones_each_time():
    assert seed_values(2) == ("simulation 1", "simulation 2")


def test_a_policy_is_played_as_it_would_be_recorded():
    made = balanced(fleet(4))
    (trial,) = try_policy(made, MONDAY, 5, ["one"])
    seed = Seed(source="a simulation", value="one")
    groups = {"main": Group(strategy="balanced", seed=seed)}
    past = recorded(programme(fleet(4), groups=groups), 5)
    accounts = ledger_accounts(past.ledgers["main"])
    assert trial.accounts == accounts
    assert trial.metrics == (metrics_of(accounts),)


def test_the_past_plays_no_part():
    bare = balanced(fleet(4))
    past = recorded(bare, 3)
    assert try_policy(past, MONDAY, 4, ["one"]) == try_policy(bare, MONDAY, 4, ["one"])


def test_each_seed_has_metrics_of_its_own():
    made = programme(fleet(6), groups={"main": Group(strategy="draw")})
    (trial,) = try_policy(made, MONDAY, 10, seed_values(3))
    assert len(trial.metrics) == 3
    assert len({one.share_deviation for one in trial.metrics}) == 3


def test_periods_whose_constraints_cannot_be_kept_are_counted():
    rivals = [partner(name, competes_with=tuple("abc".replace(name, ""))) for name in "abc"]
    limit = Limit(separate="competitors", distance=2)
    made = programme(rivals, opportunities={"all": opportunity(constraints=(limit,))})
    (trial,) = try_policy(made, MONDAY, 3, seed_values(2))
    assert trial.conflicts == 6


def test_methods_are_held_against_each_other():
    trials = try_methods(12, (1,), 24, seed_values(2))
    assert [trial.method for trial in trials] == list(METHODS)
    assert [len(trial.metrics) for trial in trials] == [2, 1, 2, 1]
    deviation = {t.method: worst(t, "share_deviation") for t in trials}
    assert deviation["balanced"] < deviation["shuffled"] < deviation["alphabetical"]
    assert worst(trials[0], "lag_first") <= 1
    assert worst(trials[1], "drought") == 24


def test_weights_are_given_in_turn():
    (balanced_trial, *_) = try_methods(4, (3, 1), 8, ["one"])
    assert balanced_trial.weights == (3, 1)
    assert balanced_trial.metrics[0].partners == 4
    assert worst(balanced_trial, "lag_first") <= 1


@pytest.mark.parametrize("size", [1, 2])
def test_the_smallest_rosters_are_in_perfect_balance(size):
    (trial, *_) = try_methods(size, (1,), 4, ["one"])
    assert trial.metrics[0].share_deviation == 0


def test_a_summary_is_the_mean_and_the_worst():
    low, high = replace(NONE, gini=Fraction(1, 4)), replace(NONE, gini=Fraction(1, 2))
    assert summary_of([low, high], "gini") == Summary(Fraction(3, 8), Fraction(1, 2))


def test_the_worst_of_jain_is_the_least():
    low, high = replace(NONE, jain=Fraction(1, 4)), replace(NONE, jain=Fraction(1, 2))
    assert summary_of([low, high], "jain").worst == Fraction(1, 4)


def test_what_is_undefined_in_one_seed_is_undefined():
    known = replace(NONE, gini=Fraction(1, 4))
    assert summary_of([known, NONE], "gini") == Summary(None, None)


def test_lags_are_told_in_places():
    assert value_of(replace(NONE, lag_first=PLACE // 2), "lag_first") == Fraction(1, 2)
    assert value_of(replace(NONE, drought=3), "drought") == 3
