"""Kendall's distance: how many pairs two lists show in opposite orders.

Kendall, "A New Measure of Rank Correlation", Biometrika 30, 1938. Partners that wait beyond
the seats stand in no visible order among themselves, so a pair that waits in either list is
not opposite (Fagin, Kumar and Sivakumar, "Comparing Top k Lists", 2003, with penalty 0).
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from pavgen.place.accounts import PeriodAccount


def churn(accounts: Sequence[PeriodAccount]) -> Fraction | None:
    """Return the mean share of pairs that change order from one period to the next.

    Of the partners in both periods, pinned ones too: this is what visitors see. 0 is an
    order that never changes, 1/2 what a shuffle gives, 1 a list turned upside down each time.
    None where no two successive periods have two partners in common.
    """
    shares = []
    for before, after in pairwise(accounts):
        opposite, pairs = _compared(_places(before), _places(after))
        if pairs:
            shares.append(Fraction(opposite, pairs))
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def contradiction_rate(lists: Sequence[Sequence[str]]) -> Fraction:
    """Return the share of pairs, over all pairs of lists, that stand in opposite orders.

    Given the lists of ids that one period shows. A pair counts once for each two lists that
    both show it; without any such pair the rate is 0. Filtered lists of one master order
    have 0; lists that are each drawn anew contradict each other in about half of them.
    """
    opposite = pairs = 0
    numbered = [{partner: at for at, partner in enumerate(shown)} for shown in lists]
    for one, other in combinations(numbered, 2):
        turned, common = _compared(one, other)
        opposite, pairs = opposite + turned, pairs + common
    return Fraction(opposite, pairs) if pairs else Fraction(0)


def _places(account: PeriodAccount) -> dict[str, int]:
    """Return each partner's position; all that wait share the one behind the last."""
    behind = len(account.lines) + 1
    return {line.partner: line.position or behind for line in account.lines}


def _compared(one: Mapping[str, int], other: Mapping[str, int]) -> tuple[int, int]:
    """Return how many of the pairs in both lists are in opposite orders, and of how many."""
    common = sorted((place, other[partner]) for partner, place in one.items() if partner in other)
    pairs = len(common) * (len(common) - 1) // 2
    return _inversions([place for _, place in common])[0], pairs


def _inversions(places: Sequence[int]) -> tuple[int, list[int]]:
    """Return how many pairs have the greater first, and the places sorted, by merging halves.

    Places that are the same in the first list come sorted by the second, hence without any.
    """
    if len(places) < 2:  # noqa: PLR2004 - fewer than a pair
        return 0, list(places)
    middle = len(places) // 2
    left, before = _inversions(places[:middle])
    right, after = _inversions(places[middle:])
    between = sum(len(before) - bisect_right(before, place) for place in after)
    return left + right + between, sorted(before + after)
