"""`balanced`: every prefix of the list is in balance, for any weights, joins and leaves.

Balancing only the sum of exposure leaves somebody never first for a year. So an account is
kept of how often each partner stood among the first 1, 2, … H, against what its weight
entitles it to, and every position goes to whoever is owed most from there on. The exact rule
is in `docs/ledger.md`; the entitlement is by water-filling, see `entitlement`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from itertools import repeat
from operator import add, sub

from pavgen.kernel.values import dataclass
from pavgen.place.entitlement import share_by_weight, weight_classes
from pavgen.place.exposure import exposure
from pavgen.place.pools import Pool
from pavgen.place.rounds import PLACE
from pavgen.place.tickets import Purpose

_PLACED = -(10**40)
"""A score no remaining member can have."""


@dataclass(frozen=True, slots=True)
class Balances:
    """The accounts after a period, in PLACEs.

    `members` are those of the last period, sorted; `columns[k - 1]` is what each of them was
    owed in the first `k` places. `absent` has the accounts of others, by id, as they left them.
    """

    members: tuple[str, ...] = ()
    columns: tuple[tuple[int, ...], ...] = ()
    absent: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def lags(self) -> dict[str, tuple[int, ...]]:
        """Every account by id, also of those absent: the lag of each prefix 1 … H."""
        return {**self.absent, **self.own()}

    def own(self) -> dict[str, tuple[int, ...]]:
        """Return the accounts of the members of the last period."""
        rows = zip(*self.columns, strict=True) if self.columns else repeat(())
        return dict(zip(self.members, rows, strict=False))


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
        return tuple([column[at] for column in self.columns])

    def worth(self, member: str, position: int) -> int:
        """Return what a member's account is worth at a position; nothing beyond the horizon."""
        return self.score(self.owed(member), position) if position <= len(self.steps) else 0

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
    kept = before or Balances()
    has_changed = members != kept.members
    old = _columns(members, kept, depth) if has_changed else _deepened(kept, depth)
    columns = []
    for k, lags in enumerate(old, start=1):
        shared = k - sum(1 for position in pool.pinned if position <= k)
        by_weight = share_by_weight(classes, shared)
        shares = list(map(by_weight.__getitem__, weights))
        column = _centred(lags, shares) if has_changed else lags
        columns.append(tuple(map(add, column, shares)))
    absent = _absent(members, kept) if has_changed else kept.absent
    return Accrual(pool, members, places, value_steps(depth), tuple(columns), absent)


def ordered(accrual: Accrual) -> tuple[str, ...]:
    """Give each free position to the remaining member that is owed most; ties by ticket."""
    tickets = accrual.pool.tickets.of(Purpose.TIE, accrual.members)
    count = len(accrual.members)
    # In the order of tickets the first of the greatest is the one whose ticket is smallest.
    by_ticket = sorted(range(count), key=lambda at: tickets[accrual.members[at]])
    worth = _worth(accrual.steps, [[column[at] for at in by_ticket] for column in accrual.columns])
    chosen: list[int] = []
    for place in accrual.places:
        if place > len(worth):
            break
        scores = worth[place - 1]
        for placed in chosen:
            scores[placed] = _PLACED
        chosen.append(scores.index(max(scores)))
    taken = frozenset(chosen)
    rest = (n for n in range(count) if n not in taken)
    return tuple(accrual.members[by_ticket[n]] for n in (*chosen, *rest))


def _worth(steps: Sequence[int], columns: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return, for each position, what every account is worth from there to the horizon."""
    found: list[list[int]] = []
    running = [0] * (len(columns[0]) if columns else 0)
    for step, column in zip(reversed(steps), reversed(columns), strict=True):
        running = list(map(add, running, map(step.__mul__, column)))
        found.append(running)
    return found[::-1]


def charged(accrual: Accrual, shown: Iterable[tuple[str, int]]) -> Balances:
    """Return the accounts after the period; `shown` gives members their positions in the pool."""
    columns = [list(column) for column in accrual.columns]
    for member, position in shown:
        if position <= len(columns):
            at = bisect_left(accrual.members, member)
            for column in columns[position - 1 :]:
                column[at] -= PLACE
    return Balances(accrual.members, tuple(map(tuple, columns)), accrual.absent)


def free_places(count: int, pinned: Sequence[int]) -> tuple[int, ...]:
    """Return the first `count` positions, from 1, that no pin holds."""
    taken = frozenset(pinned)
    last = count + len(taken)
    return tuple(p for p in range(1, last + 1) if p not in taken)[:count]


def value_steps(depth: int) -> tuple[int, ...]:
    """Return what each position up to `depth` is worth more than the one after it."""
    return tuple(exposure(k) - exposure(k + 1) for k in range(1, depth + 1))


def _deepened(kept: Balances, depth: int) -> Sequence[Sequence[int]]:
    """Return the accounts of the same members for another horizon: cut, or begun at nothing."""
    nothing = (0,) * len(kept.members)
    return (*kept.columns, *repeat(nothing, depth - len(kept.columns)))[:depth]


def _columns(members: Sequence[str], kept: Balances, depth: int) -> Sequence[Sequence[int]]:
    """Return the accounts by prefix; of who comes back, debt up to a place and no credit."""
    if not kept.members and not kept.absent:
        return [(0,) * len(members)] * depth
    index = {member: at for at, member in enumerate(kept.members)}
    sources = [index.get(member, -1) for member in members]
    nothing = (0,) * (len(kept.members) + 1)
    whole = [(*column, 0) for column in kept.columns[:depth]]
    whole += repeat(nothing, depth - len(whole))
    columns = [[column[at] for at in sources] for column in whole]
    for at, member in enumerate(members):
        if sources[at] < 0 and member in kept.absent:
            for column, lag in zip(columns, kept.absent[member], strict=False):
                column[at] = min(0, max(-PLACE, lag))
    return columns


def _absent(members: Sequence[str], kept: Balances) -> dict[str, tuple[int, ...]]:
    """Return the accounts of those who are not there, with those who have just left."""
    present = frozenset(members)
    left = {
        member: tuple(column[at] for column in kept.columns)
        for at, member in enumerate(kept.members)
        if member not in present
    }
    return {**{i: lags for i, lags in kept.absent.items() if i not in present}, **left}


def _centred(lags: Sequence[int], shares: Sequence[int]) -> Sequence[int]:
    """Take the members' sum out of the accounts again, by entitlement, when they have changed."""
    surplus, entitled = sum(lags), sum(shares)
    if not surplus or not entitled:
        return lags
    back = {share: surplus * share // entitled for share in set(shares)}
    return list(map(sub, lags, map(back.__getitem__, shares)))
