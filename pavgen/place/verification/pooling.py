"""Pools: who shares which places, and how their orders become one."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from pavgen.place.verification.records import Lots, Numbered, Round, Rule


@dataclass(frozen=True, slots=True)
class Pool:
    """The unpinned members of a pool with their weights, sorted by id.

    `free` are the places they take, one each, counted from the pool's first position.
    """

    name: str
    members: Numbered
    free: tuple[int, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The members' ids."""
        return tuple(name for name, _ in self.members)


def pools_of(rule: Rule, round_: Round) -> tuple[Pool, ...]:
    """Part the roster; blocks stand behind each other, classes each by themselves."""
    weights = dict(round_.roster)
    pinned = {name for name, _ in round_.pins}
    held = {position for _, position in round_.pins}
    found = []
    start = 1
    for name, ids in round_.pools or (("", tuple(weights)),):
        members = tuple((i, weights[i]) for i in sorted(ids) if i not in pinned)
        if rule.strategy == "apportion":
            free = tuple(range(1, len(members) + 1))
        else:
            free = _free_from(start, len(members), held)
            start += free[-1] if free else 0
        found.append(Pool(name, members, free))
    return tuple(found)


def merged(
    rule: Rule, round_: Round, lots: Lots, orders: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Fill positions 1, 2, … by pins and by the pools' orders."""
    if rule.strategy == "apportion":
        line = _by_seats(round_, lots, orders)
    else:
        line = [name for order in orders.values() for name in order]
    pins = {position: name for name, position in round_.pins}
    found: list[str] = []
    while line or pins:
        position = len(found) + 1
        if position in pins:
            found.append(pins.pop(position))
        elif line:
            found.append(line.pop(0))
        else:
            found.append(pins.pop(min(pins)))
    return tuple(found)


def places_of(
    round_: Round, pools: tuple[Pool, ...], shown: tuple[str, ...]
) -> dict[str, dict[str, int]]:
    """Return by pool at which of its positions each member was shown."""
    if round_.pools is None:
        place = {name: position for position, name in enumerate(shown, start=1)}
        return {pool.name: {name: place[name] for name in pool.ids} for pool in pools}
    found = {}
    for pool in pools:
        members = set(pool.ids)
        own = [name for name in shown if name in members]
        found[pool.name] = dict(zip(own, pool.free, strict=True))
    return found


def _free_from(start: int, count: int, held: set[int]) -> tuple[int, ...]:
    found: list[int] = []
    position = start
    while len(found) < count:
        if position not in held:
            found.append(position - start + 1)
        position += 1
    return tuple(found)


def _by_seats(round_: Round, lots: Lots, orders: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Give seat after seat to the class with the greatest V / (2a + 1)."""
    weights = dict(round_.roster)
    votes = {name: sum(weights[i] for i in order) for name, order in orders.items()}
    lot = {name: lots.of("tie", name) for name in orders}
    taken = dict.fromkeys(orders, 0)
    line: list[str] = []
    while open_ := [name for name, order in orders.items() if taken[name] < len(order)]:
        chosen = min(
            open_,
            key=lambda n: (-Fraction(votes[n], 2 * taken[n] + 1), -votes[n], lot[n]),
        )
        line.append(orders[chosen][taken[chosen]])
        taken[chosen] += 1
    return line
