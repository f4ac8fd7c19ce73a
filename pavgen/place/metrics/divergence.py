"""Divergences between shares, by integer logarithms: the same on every machine."""

from collections.abc import Mapping, Sequence

from pavgen.place.exposure import LOG_BITS, log2_fixed

MILLION = 10**6

_LN2 = 0xB17217F7D1CF79AC
"""The natural logarithm of 2, shifted left by 64 bits and rounded."""
_LN2_BITS = 64


def attention_fairness(received: Mapping[str, int], entitled: Mapping[str, int]) -> int | None:
    """Return AWRF in millionths: 1,000,000 where shares are as entitled, 0 where they never meet.

    1 − JS(p, q), with p each class's share of exposure, q its share of entitlement, and JS the
    divergence of Jensen and Shannon in bits (Lin 1991). None where nothing was received or
    nobody was entitled. Attention-weighted rank fairness: Sapiezynski, Zeng, Robertson,
    Mislove and Wilson, "Quantifying the Impact of User Attention on Fair Group Representation
    in Ranked Lists", 2019; with this distance in the TREC 2021 Fair Ranking track (Ekstrand,
    McDonald, Raj and Johnson).
    """
    all_received, all_entitled = sum(received.values()), sum(entitled.values())
    if not all_received or not all_entitled:
        return None
    bits = 0
    for name in sorted(received.keys() | entitled.keys()):
        p = received.get(name, 0) * all_entitled
        q = entitled.get(name, 0) * all_received
        bits += sum(part * (log2_fixed(2 * part) - log2_fixed(p + q)) for part in (p, q) if part)
    return max(0, MILLION - _rounded(bits * MILLION, 2 * all_received * all_entitled << LOG_BITS))


def prefix_divergence(
    tallies: Sequence[Mapping[str, int]], target: Mapping[str, int]
) -> int | None:
    """Return NDKL in millionths: 0 where every prefix has the classes in the target's shares.

    `tallies[j − 1]` is how often each class stood at position j, `target` what its share is
    made of. Σ KL(shares in the first j, target) / log2(1 + j), over Σ 1 / log2(1 + j), with
    natural logarithms in KL. Prefixes that hold nobody are left out; None without any other,
    or where a class is shown whose target is 0, so that KL would be without bound. Geyik,
    Ambler and Kenthapadi, "Fairness-Aware Ranking in Search & Recommendation Systems", KDD
    2019; there for one list, which is the case of tallies of 1.
    """
    if any(target.get(name, 0) <= 0 for tally in tallies for name in tally):
        return None
    logs = {name: log2_fixed(amount) for name, amount in target.items() if amount > 0}
    due = log2_fixed(sum(target.values())) if logs else 0
    counts: dict[str, int] = {}
    terms: dict[str, int] = {}
    weighted = discounts = 0
    for position, tally in enumerate(tallies, 1):
        for name, times in tally.items():
            counts[name] = counts.get(name, 0) + times
            terms[name] = counts[name] * (log2_fixed(counts[name]) - logs[name])
        if total := sum(counts.values()):
            discount = (1 << 2 * LOG_BITS) // log2_fixed(position + 1)
            weighted += discount * (sum(terms.values()) // total - log2_fixed(total) + due)
            discounts += discount
    if not discounts:
        return None
    return max(0, _rounded(weighted * _LN2 * MILLION, discounts << LOG_BITS + _LN2_BITS))


def _rounded(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
