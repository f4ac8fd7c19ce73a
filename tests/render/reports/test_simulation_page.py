"""Simulations as a page, and the metrics in words that they and others use."""

from dataclasses import fields, replace
from fractions import Fraction

import html5lib

from pavgen.place.accounts import Line, PeriodAccount
from pavgen.place.metrics.table import Metrics, metrics_of
from pavgen.place.rounds import PLACE
from pavgen.place.simulation import GroupTrial, MethodTrial
from pavgen.render.reports.metric_words import METRIC_WORDS, TOLD_OF_METHODS, WORDS_BY_NAME
from pavgen.render.reports.metrics_json import fraction_json, metrics_json
from pavgen.render.reports.simulation_page import (
    SimulationHead,
    balances,
    group_rows,
    method_rows,
    methods_page,
    pairs_of,
    simulation_page,
)

ACCOUNTS = tuple(
    PeriodAccount("main", label, (Line("a", 1, 1, 750_000, x), Line("b", 2, 1, 750_000, y)))
    for label, x, y in (("1", 1_000_000, 500_000), ("2", 500_000, 1_000_000))
)
METRICS = metrics_of(ACCOUNTS)
TRIAL = GroupTrial("main", "balanced", ("All <b>",), (METRICS,), ACCOUNTS, 0)
HEAD = SimulationHead("today's partners", 2, 1, "2026-11-21")


def test_every_metric_has_words():
    counted = {"periods", "partners"}
    assert {f.name for f in fields(Metrics)} - counted == set(WORDS_BY_NAME)
    assert set(TOLD_OF_METHODS) <= set(WORDS_BY_NAME)
    assert all(not w.sentence.endswith(".") and w.sentence[0].islower() for w in METRIC_WORDS)


def test_metrics_are_written_in_their_units():
    known = replace(METRICS, share_deviation=Fraction(13, 10_000), lag_first=PLACE, drought=12)
    told = {
        name: WORDS_BY_NAME[name].of(known) for name in ("share_deviation", "lag_first", "drought")
    }
    assert told == {"share_deviation": "0.13", "lag_first": "1.00", "drought": "12"}


def test_metrics_for_programs_are_decimals_however_long_the_fraction():
    long = Fraction(10**5000 + 1, 3 * 10**5000)
    assert fraction_json(long) == "0.333333"
    assert fraction_json(Fraction(-1, 3)) == "-0.333333"
    assert metrics_json(replace(METRICS, gini=None))["gini"] is None


def test_balances_are_sums_of_what_was_received_beyond_entitlement():
    assert balances(ACCOUNTS) == {"a": [0, 250_000, 0], "b": [0, -250_000, 0]}


def test_two_policies_stand_beside_each_other():
    pairs = pairs_of([TRIAL], [replace(TRIAL, strategy="draw", conflicts=3)])
    columns, rows = group_rows(pairs["main"])
    assert columns == ("metric", "today's policy", "the policy tried", "in", "what it tells")
    assert rows[-1][:3] == ("conflicts", "0", "3")


def test_a_group_that_only_one_policy_has_is_told_alone():
    pairs = pairs_of([TRIAL], [replace(TRIAL, group="other")])
    assert [list(pair) for pair in pairs.values()] == [["today's policy"], ["the policy tried"]]


def test_the_page_has_a_chart_for_each_policy_and_a_table():
    root = html5lib.parse(simulation_page(HEAD, [TRIAL], [TRIAL]), namespaceHTMLElements=False)
    assert len(list(root.iter("{http://www.w3.org/2000/svg}svg"))) == 2
    assert root.findtext("body/h2") == "All <b> (group main)"
    assert len(list(root.iter("tbody"))) == 1


def test_a_mean_is_told_with_the_worst_where_they_differ():
    other = replace(METRICS, envy=Fraction(3))
    trial = MethodTrial(2, (3, 1), "balanced", (replace(METRICS, envy=Fraction(1)), other))
    columns, (row,) = method_rows([trial])
    told = dict(zip(columns, row, strict=True))
    assert (told["partners"], told["weights"], told["envy"]) == ("2", "3:1", "2.00 (3.00)")
    assert "3:1" in methods_page(HEAD, [trial])
