"""`quota`, recomputed: exact entitlement under ceilings, then proportionate-fair scheduling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

from pavgen.place.verification.pooling import Pool
from pavgen.place.verification.records import Lots, Numbered, Round, Rule, classes

_FINEST = 10**9
_HALF = Fraction(1, 2)

Shares = Mapping[str, Fraction]
Ceiling = tuple[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Quotas:
    """The accounts after a period, and the members and entitlements it had."""

    shares: Shares = field(default_factory=dict)
    lags: Shares = field(default_factory=dict)

    def told(self) -> dict[str, object]:
        """Return what the digest is made of."""
        return {n: f"{self.lags[n].numerator}/{self.lags[n].denominator}" for n in self.shares}


@dataclass(frozen=True, slots=True)
class QuotaTurn:
    """A period: the order, what everybody is owed in it, and what it is entitled to."""

    order: tuple[str, ...]
    owed: Shares
    shares: Shares
    absent: Shares

    def close(self, places: Mapping[str, int], seated: frozenset[str]) -> Quotas:
        """Charge a whole seat to each who was seated."""
        del places
        lags = {name: owed - (name in seated) for name, owed in self.owed.items()}
        return Quotas(self.shares, {**self.absent, **lags})


def quota_turn(rule: Rule, round_: Round, pool: Pool, lots: Lots, before: Quotas) -> QuotaTurn:
    """Accrue a period's entitlement and order those who are due by their deadlines."""
    seats = len(pool.ids) if rule.slots is None else rule.slots - len(_seated(rule, round_))
    pause = max((int(str(c["cooldown"])) for c in rule.constraints if "cooldown" in c), default=0)
    shares = water_filled(pool.members, seats, Fraction(1, pause + 1), _ceilings(rule, round_))
    lags = {name: before.lags.get(name, Fraction(0)) for name in pool.ids}
    if shares != before.shares:
        lags = _centred(lags, shares, before)
    owed = {name: lag + shares[name] for name, lag in lags.items()}
    lot = {name: lots.of("tie", name) for name in pool.ids}
    due = [name for name in pool.ids if owed[name] > 0 and shares[name] > 0]
    rest = [name for name in pool.ids if name not in due]
    due.sort(key=lambda name: (*_urgency(owed[name], shares[name]), lot[name]))
    rest.sort(key=lambda name: (-owed[name], lot[name]))
    absent = {name: lag for name, lag in before.lags.items() if name not in lags}
    return QuotaTurn((*due, *rest), owed, shares, absent)


def water_filled(
    members: Numbered, seats: int, bound: Fraction, ceilings: Sequence[Ceiling]
) -> dict[str, Fraction]:
    """Raise everybody's share in step with its weight until seats, bounds and ceilings stop it."""
    weights = dict(members)
    stopped: dict[str, Fraction] = {}
    groups = [(Fraction(seats), frozenset(weights))]
    groups += [(Fraction(most), ids & weights.keys()) for most, ids in ceilings]
    while rising := [name for name in weights if name not in stopped]:
        levels = [bound / weights[name] for name in rising]
        levels += [
            level for group in groups if (level := _full(group, weights, stopped)) is not None
        ]
        level = min(levels)
        halted = {name for name in rising if level * weights[name] >= bound}
        for group in groups:
            if _full(group, weights, stopped) == level:
                halted |= group[1] - stopped.keys()
        stopped.update({name: level * weights[name] for name in sorted(halted)})
    return {name: stopped[name] for name in weights}


def _full(
    group: tuple[Fraction, frozenset[str]],
    weights: Mapping[str, int],
    stopped: Mapping[str, Fraction],
) -> Fraction | None:
    """Return the level at which the sum over a group reaches what it may; None when none rise."""
    most, ids = group
    rising = sum(weights[name] for name in ids if name not in stopped)
    if not rising:
        return None
    held = sum((stopped[name] for name in ids if name in stopped), Fraction(0))
    return (most - held) / rising


def _ceilings(rule: Rule, round_: Round) -> list[Ceiling]:
    """Return the caps of classes, less the seats that pins hold in them."""
    seated = _seated(rule, round_)
    pinned = {name for name, _ in round_.pins}
    found = []
    for constraint, bound in zip(rule.constraints, round_.bounds, strict=True):
        if "cap" in constraint and constraint["per"] != "partner":
            for _, ids in classes(bound.get("classes", [])):
                most = int(str(constraint["cap"])) - len(seated & set(ids))
                found.append((max(0, most), frozenset(ids) - pinned))
    return found


def _seated(rule: Rule, round_: Round) -> set[str]:
    """Return the pinned within the slots: all of them, where there is no number of slots."""
    return {name for name, at in round_.pins if rule.slots is None or at <= rule.slots}


def _centred(lags: Shares, shares: Shares, before: Quotas) -> dict[str, Fraction]:
    old = before.shares
    opened = {
        n: lag if n in old else min(Fraction(0), max(Fraction(-1), lag)) for n, lag in lags.items()
    }
    surplus, entitled = sum(opened.values()), sum(shares.values())
    if entitled:
        opened = {n: lag - surplus * shares[n] / entitled for n, lag in opened.items()}
    return {n: Fraction(floor(lag * _FINEST), _FINEST) for n, lag in opened.items()}


def _urgency(owed: Fraction, share: Fraction) -> tuple[int, int, int]:
    """Return deadline, successor bit and group deadline, as sorted: the most urgent least."""
    last = (1 - owed) / share
    deadline = ceil(last)
    group = 0
    if _HALF <= share < 1:
        idle = 1 - share
        group = ceil((ceil(deadline * idle - owed) + owed) / idle)
    return deadline, 0 if last.denominator != 1 else 1, -group
