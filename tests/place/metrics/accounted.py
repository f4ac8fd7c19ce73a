"""Accounts for the tests of metrics: written by hand, or drawn."""

from hypothesis import strategies as st

from pavgen.place.accounts import Line, PeriodAccount
from pavgen.place.exposure import exposure
from pavgen.place.metrics.totals import Total


def period(*lines, waivers=0):
    return PeriodAccount("main", "2026-W01", tuple(lines), waivers)


def listed(shown, waiting="", pinned=""):
    """Return a period from names in the order shown, each entitled to one and of weight one."""
    names = [*((name, at) for at, name in enumerate(shown.split(), 1))]
    names += [(name, 0) for name in waiting.split()]
    return period(
        *(
            Line(name, at, 1, 0, 0, pinned=True)
            if name in pinned.split()
            else Line(name, at, 1, 1, exposure(at) if at else 0)
            for name, at in names
        )
    )


def totals(*pairs):
    """Return totals from (received, entitled), named a, b, …."""
    return tuple(Total("abcdefghijkl"[n], *pair) for n, pair in enumerate(pairs))


drawn_totals = st.lists(
    st.tuples(st.integers(0, 10**8), st.sampled_from([0, 1, 3, 7, 12, 10**6, 10**8 - 1])),
    max_size=9,
).map(lambda pairs: totals(*pairs))


@st.composite
def drawn_periods(draw, most=12):
    """Draw a few periods in which partners come and go, wait, are pinned and change weight."""
    periods = []
    for _ in range(draw(st.integers(0, most))):
        names = draw(st.lists(st.sampled_from("abcdef"), unique=True))
        seats = draw(st.integers(0, 6))
        lines = []
        for at, name in enumerate(names, 1):
            pinned = draw(st.sampled_from([False, False, False, True]))
            position = at if at <= seats else 0
            entitled = 0 if pinned else draw(st.sampled_from([0, 1, 5, 10**6]))
            received = 0 if pinned or not position else exposure(position)
            weight = draw(st.sampled_from([1, 1, 2]))
            lines.append(Line(name, position, weight, entitled, received, pinned))
        periods.append(period(*lines))
    return periods
