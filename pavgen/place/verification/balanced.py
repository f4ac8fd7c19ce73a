"""`balanced`, recomputed: entitlement, accounts, places and charges, prefix by prefix."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from functools import lru_cache
from itertools import pairwise

from pavgen.place.verification.pooling import Pool
from pavgen.place.verification.records import Lots, Numbered, Rule

_PLACE = 10**9
_DIGITS = Context(prec=50)


@dataclass(frozen=True, slots=True)
class Balances:
    """The accounts after a period, lag(1) … lag(H) by id; those of absent members are kept."""

    members: tuple[str, ...] = ()
    lags: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def told(self) -> dict[str, object]:
        """Return what the digest is made of."""
        return {name: list(self.lags[name]) for name in self.members}


@dataclass(frozen=True, slots=True)
class BalancedTurn:
    """A period: the order, and the accounts with its entitlement in them."""

    pool: Pool
    order: tuple[str, ...]
    lags: Mapping[str, tuple[int, ...]]
    absent: Mapping[str, tuple[int, ...]]

    def close(self, places: Mapping[str, int], seated: frozenset[str]) -> Balances:
        """Charge everybody for the place it was shown at, whether seated or not."""
        del seated
        charged = {
            name: tuple(
                lag - _PLACE if k >= places[name] else lag for k, lag in enumerate(lags, start=1)
            )
            for name, lags in self.lags.items()
        }
        return Balances(self.pool.ids, {**self.absent, **charged})


def balanced_turn(rule: Rule, pool: Pool, lots: Lots, before: Balances) -> BalancedTurn:
    """Accrue a period's entitlement and give out the places."""
    depth = max(0, min((pool.free[-1] if pool.free else 0) - 1, rule.horizon))
    shares = [
        entitlement(pool.members, sum(1 for place in pool.free if place <= k))
        for k in range(1, depth + 1)
    ]
    lags = {name: _opened(name, before, depth) for name in pool.ids}
    if pool.ids != before.members:
        for at, share in enumerate(shares):
            _centre(lags, at, share)
    for at, share in enumerate(shares):
        for name in pool.ids:
            lags[name][at] += share[name]
    absent = {name: lag for name, lag in before.lags.items() if name not in lags}
    frozen = {name: tuple(lag) for name, lag in lags.items()}
    return BalancedTurn(pool, _order(pool, lots, frozen, depth), frozen, absent)


def entitlement(members: Numbered, places: int) -> dict[str, int]:
    """Return how much of the first `places` each member is entitled to, in places of 10^9."""
    heaviest = sorted(members, key=lambda member: -member[1])
    rest, whole = sum(weight for _, weight in members), 0
    while whole < len(heaviest) and (places - whole) * heaviest[whole][1] >= rest:
        rest -= heaviest[whole][1]
        whole += 1
    found = dict.fromkeys((name for name, _ in heaviest[:whole]), _PLACE)
    for name, weight in heaviest[whole:]:
        found[name] = (places - whole) * _PLACE * weight // rest
    return found


@lru_cache(maxsize=4096)
def value_of(position: int) -> int:
    """Return 10^6 / log2(1 + position), rounded to the nearest integer."""
    ratio = _DIGITS.divide(_DIGITS.ln(Decimal(2)), _DIGITS.ln(Decimal(1 + position)))
    return int(_DIGITS.multiply(ratio, Decimal(10**6)).to_integral_value())


def _opened(name: str, before: Balances, depth: int) -> list[int]:
    lags = [*before.lags.get(name, ())[:depth]]
    lags += [0] * (depth - len(lags))
    if name in before.members:
        return lags
    return [min(0, max(-_PLACE, lag)) for lag in lags]


def _centre(lags: dict[str, list[int]], at: int, share: Mapping[str, int]) -> None:
    surplus, entitled = sum(lag[at] for lag in lags.values()), sum(share.values())
    if entitled:
        for name, lag in lags.items():
            lag[at] -= surplus * share[name] // entitled


def _order(
    pool: Pool, lots: Lots, lags: Mapping[str, tuple[int, ...]], depth: int
) -> tuple[str, ...]:
    """Give each free place to whoever is owed most from there to the horizon."""
    tie = {name: lots.of("tie", name) for name in pool.ids}
    values = [value_of(j) for j in range(1, depth + 2)]
    steps = [a - b for a, b in pairwise(values)]
    owed = {
        name: sum(step * lag for step, lag in zip(steps, lags[name], strict=True))
        for name in pool.ids
    }
    remaining, free = set(pool.ids), set(pool.free)
    order: list[str] = []
    for j in range(1, depth + 1):
        if j in free:
            chosen = min(remaining, key=lambda name: (-owed[name], tie[name]))
            order.append(chosen)
            remaining.remove(chosen)
        for name in remaining:
            owed[name] -= steps[j - 1] * lags[name][j - 1]
    return (*order, *sorted(remaining, key=lambda name: tie[name]))
