"""`quota`: a few seats among many, each shown as often as it is entitled to, by account."""

from collections.abc import Callable, Collection, Iterable, Mapping
from fractions import Fraction
from operator import add
from typing import TypeVar

from pavgen.kernel.values import dataclass
from pavgen.place.pools import Pool
from pavgen.place.strategies.quota_entitlement import shares
from pavgen.place.tickets import Purpose

T = TypeVar("T")

_GRAIN = 10**9
_HEAVY = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Quotas:
    """The accounts after a period, in seats.

    `members` are the unpinned members of the period, sorted, and `shares` what each was
    entitled to. `lags` is what each is still owed, by id, also of those absent.
    """

    members: tuple[str, ...]
    shares: Mapping[str, Fraction]
    lags: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Due:
    """How urgent a member is that has a seat to come.

    `deadline` is the number of periods that a seat may still wait (0: it is this one's turn),
    `successor` 1 when the time for the next seat begins before this one's has ended, and
    `group_deadline` when a run of such overlaps ends, for members shown every other period
    or more often.
    """

    deadline: int
    successor: int
    group_deadline: int


@dataclass(frozen=True, slots=True)
class QuotaTurn:
    """A period's order of all members, and what it follows from.

    `owed` is each member's lag after accrual, `due` the urgency of those with a seat to
    come, `absent` the lags of the others, kept for their return.
    """

    order: tuple[str, ...]
    shares: Mapping[str, Fraction]
    owed: Mapping[str, Fraction]
    due: Mapping[str, Due]
    absent: Mapping[str, Fraction]


def turn(pool: Pool, before: Quotas | None) -> QuotaTurn:
    """Return the order of a pool's members, the most urgent first.

    Pfair scheduling (Baruah, Cohen, Plaxton, Varvel, "Proportionate progress", Algorithmica
    15, 1996) with the tie rule of PD² (Anderson, Srinivasan 2000): while roster, weights and
    bounds stay as they are, and nothing but the seats narrows the choice, each member was
    shown its share of all periods so far, rounded up or down.
    """
    seats = len(pool.members) if pool.seats is None else pool.seats
    entitled = shares(pool.members, seats, pool.ceilings)
    lags = _opening(entitled, before)
    owed = _each(add, lags, entitled)
    due = {member: due for member, due in _each(_due, owed, entitled).items() if due is not None}
    tickets = pool.tickets.of(Purpose.TIE, pool.ids())
    urgent = sorted(due, key=lambda member: (*_urgency(due[member]), tickets[member]))
    others = [member for member in entitled if member not in due]
    ranks = _ranks(owed)
    others.sort(key=lambda member: (ranks[member], tickets[member]))
    kept = {} if before is None else before.lags
    absent = {member: lag for member, lag in kept.items() if member not in entitled}
    return QuotaTurn((*urgent, *others), entitled, owed, due, absent)


def charged(taken: QuotaTurn, seated: Collection[str]) -> Quotas:
    """Return the accounts after a period in which the `seated` were shown."""
    shown = frozenset(seated)
    lags = {member: lag - 1 if member in shown else lag for member, lag in taken.owed.items()}
    return Quotas(tuple(sorted(lags)), taken.shares, {**lags, **taken.absent})


def digest_part(after: Quotas) -> dict[str, str]:
    """Return each member's lag as `numerator/denominator` in lowest terms, for the digest."""
    return {
        member: f"{after.lags[member].numerator}/{after.lags[member].denominator}"
        for member in after.members
    }


def _opening(entitled: Mapping[str, Fraction], before: Quotas | None) -> dict[str, Fraction]:
    """Return the lags at the opening of a period; anew in balance if any share has changed.

    An entrant keeps a debt of one seat at most and no credit. The rounding, which no change
    can do without, keeps denominators from growing with every change.
    """
    if before is None:
        return dict.fromkeys(entitled, Fraction(0))
    lags = {member: before.lags.get(member, Fraction(0)) for member in entitled}
    if entitled == before.shares:
        return lags
    stayed = frozenset(before.members)
    for member in entitled:
        if member not in stayed:
            lags[member] = min(Fraction(0), max(Fraction(-1), lags[member]))
    whole = _sum(entitled.values())
    excess = _sum(lags.values()) / whole if whole else Fraction(0)
    return _each(lambda lag, share: _rounded_down(lag - excess * share), lags, entitled)


def _each(
    work: Callable[[Fraction, Fraction], T],
    first: Mapping[str, Fraction],
    second: Mapping[str, Fraction],
) -> dict[str, T]:
    """Work out something of two numbers of each member, in the order of the second.

    Of many members few numbers differ, and exact fractions take their time: where both numbers
    are the very same values as another member's, so is the answer.
    """
    known: dict[tuple[int, int], T] = {}
    found = {}
    for member, b in second.items():
        a = first[member]
        key = (id(a), id(b))
        if key not in known:
            known[key] = work(a, b)
        found[member] = known[key]
    return found


def _sum(amounts: Iterable[Fraction]) -> Fraction:
    counted: dict[int, tuple[Fraction, int]] = {}
    for amount in amounts:
        counted[id(amount)] = (amount, counted.get(id(amount), (amount, 0))[1] + 1)
    return sum((amount * count for amount, count in counted.values()), Fraction(0))


def _ranks(owed: Mapping[str, Fraction]) -> dict[str, int]:
    """Return the rank of each by what it is owed, the most first."""
    amounts = {id(amount): amount for amount in owed.values()}
    scale = {amount: n for n, amount in enumerate(sorted(set(amounts.values()), reverse=True))}
    ranks = {number: scale[amount] for number, amount in amounts.items()}
    return {member: ranks[id(amount)] for member, amount in owed.items()}


def _rounded_down(lag: Fraction) -> Fraction:
    return Fraction(lag.numerator * _GRAIN // lag.denominator, _GRAIN)


def _due(owed: Fraction, share: Fraction) -> Due | None:
    """Return how urgent a member is; None for one that has no seat to come."""
    if owed <= 0 or share <= 0:
        return None
    periods = (1 - owed) / share
    deadline = _ceiling(periods)
    successor = int(periods.denominator != 1)
    group = 0
    if _HEAVY <= share < 1:
        group = _ceiling((_ceiling(deadline * (1 - share) - owed) + owed) / (1 - share))
    return Due(deadline, successor, group)


def _urgency(due: Due) -> tuple[int, int, int]:
    return due.deadline, -due.successor, -due.group_deadline


def _ceiling(number: Fraction) -> int:
    return -(-number.numerator // number.denominator)
