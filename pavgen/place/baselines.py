"""Baselines: the orders people make by hand, and what they give, as yardsticks of a simulation."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pavgen.kernel.diagnostics import DefectError
from pavgen.place.accounts import Line, PeriodAccount
from pavgen.place.entitlement import prefix_shares
from pavgen.place.exposure import exposure
from pavgen.place.rounds import PLACE
from pavgen.place.tickets import Purpose, ticket

Owed = tuple[int | None, int | None, int | None]

_TOLD = (1, 3, 10)


def alphabetical(ids: Sequence[str]) -> tuple[str, ...]:
    """Return the ids from A to Z: the same partners in front in every period."""
    return tuple(sorted(ids))


def shuffled(ids: Sequence[str], seed: str, period: str) -> tuple[str, ...]:
    """Return the ids by their tickets: a fresh, fair draw that remembers nothing."""
    drawn = {i: ticket(seed, "shuffled", period, Purpose.DRAW, i) for i in ids}
    return tuple(sorted(ids, key=lambda i: (drawn[i], i)))


def cyclic(ids: Sequence[str], t: int) -> tuple[str, ...]:
    """Return the sorted ids begun at number t: each first in turn, always behind the same one."""
    ordered = sorted(ids)
    start = t % len(ordered) if ordered else 0
    return tuple(ordered[start:] + ordered[:start])


def played(
    orders: Sequence[Sequence[str]],
    weights: Mapping[str, int],
    slots: int | None,
    horizon: int,
    group: str,
) -> tuple[PeriodAccount, ...]:
    """Return the accounts of orders made by any means, against the entitlement of `balanced`.

    The roster is `weights` in every period; periods are labelled 1, 2, …. As `docs/ledger.md`
    says: a partner is entitled to Σ (v_k − v_k+1) · π(k), rounded down, over the positions
    that are shown, v being 0 beyond them and constant beyond the horizon. An order is charged
    as a whole, also beyond `slots`. Raises DefectError for an order that is not the roster.
    """
    for t, order in enumerate(orders, 1):
        if len(order) != len(weights) or weights.keys() != set(order):
            raise DefectError(f"order {t} of `{group}` does not hold each partner once")
    seats = len(weights) if slots is None else min(slots, len(weights))
    deepest = min(len(weights) - 1, horizon)
    values = [exposure(min(k, deepest + 1)) for k in range(1, seats + 1)]
    entitled = _entitled(weights, values)
    waiting = [(0, 0)] * (len(weights) - seats)
    places = [*enumerate(values, 1), *waiting]
    accounts = []
    for t, (order, owed) in enumerate(zip(orders, _owed(orders, weights, deepest), strict=True), 1):
        lines = tuple(
            Line(partner, at, weights[partner], entitled[partner], value, owed=owed[partner])
            for partner, (at, value) in zip(order, places, strict=True)
        )
        accounts.append(PeriodAccount(group, str(t), lines))
    return tuple(accounts)


def _owed(
    orders: Sequence[Sequence[str]], weights: Mapping[str, int], deepest: int
) -> Iterator[dict[str, Owed]]:
    """Yield what each partner's account stands at after each order, for 1, 3 and 10 places."""
    members = tuple(weights.items())
    shares = {k: prefix_shares(members, k) for k in _TOLD if k <= deepest}
    lags = {k: dict.fromkeys(weights, 0) for k in shares}
    for order in orders:
        for k, lag in lags.items():
            for partner in weights:
                lag[partner] += shares[k][partner]
            for partner in order[:k]:
                lag[partner] -= PLACE
        one, three, ten = (lags.get(k, dict.fromkeys(weights)) for k in _TOLD)
        yield {partner: (one[partner], three[partner], ten[partner]) for partner in weights}


def _entitled(weights: Mapping[str, int], values: Sequence[int]) -> dict[str, int]:
    """Return what each is entitled to of the values of the shown positions, in millionths."""
    sums = dict.fromkeys(weights, 0)
    members = tuple(weights.items())
    for k, (value, following) in enumerate(pairwise([*values, 0]), 1):
        if value > following:
            for partner, share in prefix_shares(members, k).items():
                sums[partner] += (value - following) * share
    return {partner: total // PLACE for partner, total in sums.items()}
