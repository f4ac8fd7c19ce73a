"""Measures of how evenly exposure follows entitlement, each one exact fraction.

X is what a partner received, E what it was entitled to, and r = X / E. A partner that was
entitled to nothing has no r and is left out of the measures made of r. Received exposure set
against deserved exposure: Singh and Joachims, "Fairness of Exposure in Rankings", KDD 2018;
summed over many rankings: Biega, Gummadi and Weikum, "Equity of Attention", SIGIR 2018.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from pavgen.place.exposure import UNIT
from pavgen.place.metrics.totals import Total


def share_deviation(totals: Sequence[Total]) -> Fraction | None:
    """Return the greatest |X / ΣX − E / ΣE|: how far a share of exposure is from its due share.

    None where nothing was received or nobody was entitled. The greatest term of the L1 norm
    that Biega, Gummadi and Weikum (2018) add up.
    """
    received = sum(total.received for total in totals)
    entitled = sum(total.entitled for total in totals)
    if not received or not entitled:
        return None
    gaps = (abs(t.received * entitled - t.entitled * received) for t in totals)
    return Fraction(max(gaps), received * entitled)


def gini(totals: Sequence[Total]) -> Fraction | None:
    """Return Gini's coefficient of r: 0 where all are equal, near 1 where one has all.

    Half the mean difference of all pairs, over the mean: ΣΣ |r_i − r_j| / (2n Σr), here by
    ranks as Σ (2i − n − 1) r_(i) / (n Σr). None where nobody is entitled, or has received
    anything. Gini, "Variabilità e mutabilità", 1912.
    """
    ranked = sorted(_entitled(totals), key=_ratio)
    if not any(total.received for total in ranked):
        return None
    plain: dict[int, int] = {}
    spread: dict[int, int] = {}
    for rank, total in enumerate(ranked, 1):
        _add(plain, total.entitled, total.received)
        _add(spread, total.entitled, total.received * (2 * rank - len(ranked) - 1))
    # Both sums stand over the same denominator, which therefore falls away.
    return Fraction(_over_common(spread)[0], len(ranked) * _over_common(plain)[0])


def jain(totals: Sequence[Total]) -> Fraction | None:
    """Return Jain's index of r, (Σr)² / (n Σr²): 1 where all are equal, 1/n where one has all.

    None where nobody is entitled, or has received anything. Jain, Chiu and Hawe, "A
    Quantitative Measure of Fairness and Discrimination", DEC-TR-301, 1984.
    """
    entitled = _entitled(totals)
    if not any(total.received for total in entitled):
        return None
    plain: dict[int, int] = {}
    squares: dict[int, int] = {}
    for total in entitled:
        _add(plain, total.entitled, total.received)
        _add(squares, total.entitled**2, total.received**2)
    # The denominators are in the same order, so the second is the square of the first.
    return Fraction(_over_common(plain)[0] ** 2, len(entitled) * _over_common(squares)[0])


def envy(totals: Sequence[Total]) -> Fraction | None:
    """Return the greatest (r_j − r_i) · E_i / v_1, in first places.

    What the most envious partner would have received beyond its own, had it been treated as
    the best treated was for what it deserved. At most 1 means that nobody envies another by
    more than one first place: envy-freeness up to one item, with first places as items
    (Foley 1967 for envy; Budish 2011 for "up to one"). None where nobody is entitled.
    """
    entitled = _entitled(totals)
    if not entitled:
        return None
    best = max(entitled, key=_ratio)
    gaps = (best.received * t.entitled - t.received * best.entitled for t in entitled)
    return Fraction(max(gaps), best.entitled * UNIT)


def _entitled(totals: Sequence[Total]) -> tuple[Total, ...]:
    return tuple(total for total in totals if total.entitled)


def _ratio(total: Total) -> Fraction:
    return Fraction(total.received, total.entitled)


def _add(sums: dict[int, int], denominator: int, numerator: int) -> None:
    sums[denominator] = sums.get(denominator, 0) + numerator


def _over_common(sums: Mapping[int, int]) -> tuple[int, int]:
    """Return numerator and denominator of Σ numerator / denominator, not in lowest terms.

    Neighbours are added in rounds, so that thousands of different denominators take a few
    multiplications of large numbers instead of thousands of them.
    """
    terms = [(numerator, denominator) for denominator, numerator in sums.items()]
    while len(terms) > 1:
        odd = terms[-1:] if len(terms) % 2 else []
        pairs = zip(terms[::2], terms[1::2], strict=False)
        terms = [(a * q + b * p, p * q) for (a, p), (b, q) in pairs] + odd
    return terms[0]
