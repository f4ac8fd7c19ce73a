"""The verdict is the worst of the rulings."""

import pytest

from pavgen.model.review.rulings import Ruling, Verdict, in_order, worst

P, V, U, R = Verdict.PASS, Verdict.VENDOR, Verdict.UNDECIDED, Verdict.REFUSED


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [((), P), ((P,), P), ((P, V), V), ((V, U), U), ((U, R, V, P), R), ((V, V), V)],
)
def test_the_worst_counts_and_what_is_refused_is_so_known_or_not(verdicts, expected):
    assert worst(Ruling("x", verdict, "y") for verdict in verdicts) is expected


def test_each_verdict_has_its_exit_status():
    assert {verdict.value: verdict.status for verdict in Verdict} == {
        "pass": 0, "needs-vendor": 3, "refused": 4, "undecided": 5,
    }  # fmt: skip


def test_rulings_are_told_gravest_first_and_each_once():
    one, two = Ruling("b", R, "m", "b"), Ruling("a", R, "m", "a")
    three, four = Ruling("a", V, "m"), Ruling("a", U, "m")
    assert in_order([three, one, four, two, one]) == (two, one, four, three)
