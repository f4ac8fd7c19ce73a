"""`balanced`: every prefix of the list is in balance, for any weights, joins and leaves.

Balancing only the sum of exposure leaves somebody never first for a year. So an account is
kept of how often each partner stood among the first 1, 2, … H, against what its weight
entitles it to, and every position goes to whoever is owed most from there on. The exact rule
is in `docs/ledger.md`; the entitlement is by water-filling, see `entitlement`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pavgen.place.entitlement import share_by_weight, weight_classes
from pavgen.place.exposure import exposure
from pavgen.place.pools import Pool
from pavgen.place.rounds import PLACE
from pavgen.place.tickets import Purpose

_PLACED = -(10**40)
"""A score no remaining member can have."""


@dataclass(frozen=True, slots=True)
class Balances:
    """The accounts after a period: by id the lag of each prefix 1 … H, in PLACEs.

    `members` are those of the last period; the accounts of absent ones are kept as they were.
    """

    members: tuple[str, ...]
    lags: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Accrual:
    """The accounts of a period before its places are given out.

    `columns[k - 1][i]` is what member `i` is owed in the first `k` places; `steps[k - 1]` is
    what position `k` is worth more than the next; `places` are the free positions in order.
    """

    pool: Pool
    members: tuple[str, ...]
    places: tuple[int, ...]
    steps: tuple[int, ...]
    columns: tuple[tuple[int, ...], ...]
    absent: Mapping[str, tuple[int, ...]]

    def owed(self, member: str) -> tuple[int, ...]:
        """Return a member's account, for each prefix 1 … H."""
        at = bisect_left(self.members, member)
        return tuple(column[at] for column in self.columns)

    def score(self, owed: Sequence[int], position: int) -> int:
        """Return T: what an account is worth at a position, from there to the horizon."""
        first = position - 1
        return sum(s * o for s, o in zip(self.steps[first:], owed[first:], strict=True))


def accrued(pool: Pool, before: Balances | None) -> Accrual:
    """Return the accounts with a period's entitlement added; who is new starts at nothing."""
    members = pool.ids()
    places = free_places(len(members), pool.pinned)
    depth = min(places[-1] - 1, pool.horizon) if places else 0
    classes = weight_classes(pool.members)
    weights = [weight for _, weight in pool.members]
    kept = before or Balances((), {})
    has_changed = members != kept.members
    columns = []
    for k, old in enumerate(_columns(members, kept, depth), start=1):
        shared = k - sum(1 for position in pool.pinned if position <= k)
        by_weight = share_by_weight(classes, shared)
        shares = [by_weight[weight] for weight in weights]
        column = _centred(old, shares) if has_changed else old
        columns.append(tuple(lag + share for lag, share in zip(column, shares, strict=True)))
    present = frozenset(members)
    absent = {member: lags for member, lags in kept.lags.items() if member not in present}
    return Accrual(pool, members, places, value_steps(depth), tuple(columns), absent)


def ordered(accrual: Accrual) -> tuple[str, ...]:
    """Give each free position to the remaining member that is owed most; ties by ticket."""
    scores = [0] * len(accrual.members)
    for step, column in zip(accrual.steps, accrual.columns, strict=True):
        scores = [score + step * lag for score, lag in zip(scores, column, strict=True)]
    tickets = accrual.pool.tickets.of(Purpose.TIE, accrual.members)
    order: list[int] = []
    free = iter(accrual.places)
    place = next(free, None)
    for k, (step, column) in enumerate(zip(accrual.steps, accrual.columns, strict=True), start=1):
        if k == place:
            chosen = _most_owed(scores, accrual.members, tickets)
            order.append(chosen)
            scores[chosen] = _PLACED
            place = next(free, None)
        scores = [score - step * lag for score, lag in zip(scores, column, strict=True)]
    rest = set(range(len(accrual.members))) - set(order)
    order += sorted(rest, key=lambda at: tickets[accrual.members[at]])
    return tuple(accrual.members[at] for at in order)


def charged(accrual: Accrual, shown: Iterable[tuple[str, int]]) -> Balances:
    """Return the accounts after the period; `shown` gives members their positions in the pool."""
    columns = [list(column) for column in accrual.columns]
    index = {member: at for at, member in enumerate(accrual.members)}
    for member, position in shown:
        for column in columns[position - 1 :]:
            column[index[member]] -= PLACE
    rows = zip(*columns, strict=True) if columns else (() for _ in accrual.members)
    lags = dict(accrual.absent)
    lags.update(zip(accrual.members, rows, strict=True))
    return Balances(accrual.members, lags)


def digest_part(after: Balances) -> dict[str, tuple[int, ...]]:
    """Return what the digest is made of: the accounts of the members of the last period."""
    return {member: after.lags[member] for member in after.members}


def free_places(count: int, pinned: Sequence[int]) -> tuple[int, ...]:
    """Return the first `count` positions, from 1, that no pin holds."""
    taken = frozenset(pinned)
    last = count + len(taken)
    return tuple(p for p in range(1, last + 1) if p not in taken)[:count]


def value_steps(depth: int) -> tuple[int, ...]:
    """Return what each position up to `depth` is worth more than the one after it."""
    return tuple(exposure(k) - exposure(k + 1) for k in range(1, depth + 1))


def _columns(members: Sequence[str], kept: Balances, depth: int) -> tuple[tuple[int, ...], ...]:
    """Return the accounts by prefix; of who comes back, debt up to a place and no credit."""
    before = frozenset(kept.members)
    nothing = (0,) * depth
    rows = []
    for member in members:
        lags = kept.lags.get(member, nothing)
        if len(lags) != depth:
            lags = (*lags, *nothing)[:depth]
        stayed = member in before
        rows.append(lags if stayed else tuple(min(0, max(-PLACE, lag)) for lag in lags))
    return tuple(zip(*rows, strict=True)) if rows and depth else ()


def _centred(lags: Sequence[int], shares: Sequence[int]) -> Sequence[int]:
    """Take the members' sum out of the accounts again, by entitlement, when they have changed."""
    surplus, entitled = sum(lags), sum(shares)
    if not surplus or not entitled:
        return lags
    return [lag - surplus * share // entitled for lag, share in zip(lags, shares, strict=True)]


def _most_owed(scores: Sequence[int], members: Sequence[str], tickets: Mapping[str, bytes]) -> int:
    best = max(scores)
    if scores.count(best) == 1:
        return scores.index(best)
    tied = [at for at, score in enumerate(scores) if score == best]
    return min(tied, key=lambda at: tickets[members[at]])
