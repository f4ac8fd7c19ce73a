from pavgen.place.accounts import Line
from pavgen.place.metrics.totals import Total, totals_of
from tests.place.metrics.accounted import period


def test_totals_add_up_periods_and_are_sorted_by_id():
    first = period(Line("b", 1, 1, 700, 1000), Line("a", 2, 1, 700, 400))
    second = period(Line("a", 1, 1, 600, 1000), Line("b", 2, 1, 600, 500))

    assert totals_of([first, second]) == (Total("a", 1400, 1300), Total("b", 1500, 1300))


def test_totals_leave_out_periods_of_a_pin():
    pinned = period(Line("a", 1, 1, 0, 0, pinned=True), Line("b", 2, 1, 300, 500))
    unpinned = period(Line("b", 1, 1, 600, 1000), Line("a", 2, 1, 600, 500))

    assert totals_of([pinned, unpinned]) == (Total("a", 500, 600), Total("b", 1500, 900))


def test_totals_have_nobody_who_was_always_pinned():
    assert totals_of([period(Line("a", 1, 1, 0, 0, pinned=True))]) == ()


def test_totals_of_no_period_are_none():
    assert totals_of([]) == ()
