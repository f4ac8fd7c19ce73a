from fractions import Fraction

from hypothesis import given, settings

from pavgen.place.accounts import Line
from pavgen.place.metrics.groups import ClassTotal, GroupMetrics, group_metrics
from tests.place.metrics.accounted import drawn_periods, listed, period

REGIONS = {"a": "north", "b": "north", "c": "south"}


def test_group_metrics_of_a_small_ledger():
    periods = [
        period(Line("a", 1, 1, 60, 100), Line("b", 2, 1, 60, 50), Line("c", 3, 1, 60, 30)),
        period(Line("c", 1, 1, 60, 90), Line("a", 2, 1, 60, 50), Line("b", 3, 1, 60, 40)),
    ]

    assert group_metrics(periods, REGIONS, "region") == GroupMetrics(
        by="region",
        ratio=Fraction(1),
        awrf=1_000_000,
        # First 1: half and half where two thirds and one third are due, KL 0.058892;
        # first 2: 3 of 4, KL 0.016417; first 3: as due. Over 1 + 0.630930 + 0.5.
        ndkl=32_497,
        rows=(ClassTotal("north", 2, 240, 240), ClassTotal("south", 1, 120, 120)),
    )


def test_exposure_ratio_is_of_the_worst_off_class_to_the_best_off():
    periods = [period(Line("a", 1, 1, 10, 20), Line("b", 2, 1, 30, 40), Line("c", 3, 1, 20, 6))]
    # North 60 for 40, south 6 for 20.
    assert group_metrics(periods, REGIONS, "region").ratio == Fraction(1, 5)


def test_partners_without_a_class_are_a_class_of_their_own():
    periods = [period(Line("x", 1, 1, 10, 20), Line("c", 2, 1, 20, 6))]
    assert group_metrics(periods, REGIONS, "region").rows == (
        ClassTotal("", 1, 20, 10),
        ClassTotal("south", 1, 6, 20),
    )


def test_pinned_lines_do_not_count_for_their_class():
    periods = [listed("c a b", pinned="c")]
    found = group_metrics(periods, REGIONS, "region")

    assert [row.name for row in found.rows] == ["north"]
    assert (found.ratio, found.awrf, found.ndkl) == (Fraction(1), 1_000_000, 0)


def test_a_pinned_first_place_leaves_the_first_prefix_out():
    # c holds the first place; of the first two north has all, of the first three half of the due.
    periods = [listed("c a d", pinned="c")]
    found = group_metrics(periods, {"a": "north", "d": "south"}, "region")
    # ln 2 / log2(3), over 1/log2(3) + 1/2.
    assert found.ndkl == 386_697


def test_a_class_that_was_entitled_to_nothing_has_no_ratio_and_no_divergence():
    periods = [period(Line("a", 1, 1, 10, 20), Line("c", 2, 1, 0, 6))]
    found = group_metrics(periods, REGIONS, "region")

    assert (found.ratio, found.ndkl) == (Fraction(1), None)


def test_no_period_has_no_metrics():
    assert group_metrics([], REGIONS, "tier") == GroupMetrics("tier", None, None, None, ())


def test_nobody_shown_has_no_metrics_but_rows():
    found = group_metrics([listed("", "a c")], REGIONS, "size")
    rows = (ClassTotal("north", 1, 0, 1), ClassTotal("south", 1, 0, 1))

    assert found == GroupMetrics("size", None, None, None, rows)


@settings(max_examples=40)
@given(drawn_periods(8))
def test_rows_add_up_to_all_unpinned_lines(periods):
    found = group_metrics(periods, REGIONS, "region")
    lines = [line for p in periods for line in p.lines if not line.pinned]

    assert [
        sum(row.partners for row in found.rows),
        sum(row.received for row in found.rows),
        sum(row.entitled for row in found.rows),
    ] == [
        len({line.partner for line in lines}),
        sum(line.received for line in lines),
        sum(line.entitled for line in lines),
    ]


@settings(max_examples=40)
@given(drawn_periods(8))
def test_one_class_of_all_fares_alike(periods):
    found = group_metrics(periods, dict.fromkeys("abcdef", "all"), "region")
    assert found.ratio in (None, 1)
    assert found.awrf in (None, 1_000_000)
    assert found.ndkl in (None, 0)
