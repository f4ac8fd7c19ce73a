"""What is given out at an event and to whom, as the facts of a placement tell it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import cast

from pavgen.place.verification.records import Pairs, Round, classes, pairs

Ids = frozenset[str]
Holdings = Mapping[str, tuple[str, ...]]
"""Who holds an item; more than one only where it was given so by hand."""
NONE: Ids = frozenset()


@dataclass(frozen=True, slots=True)
class Hall:
    """What is given out, to whom, and what stands in the way.

    `items` have weights; `may` and `likes` are by partner, `near` and `clash` by item, both
    ways; `apart` says from whom each partner is kept; `held` are partners with items.
    """

    items: Mapping[str, int]
    may: Mapping[str, Ids]
    likes: Mapping[str, tuple[str, ...]]
    near: Mapping[str, Ids]
    clash: Mapping[str, Ids]
    apart: Mapping[str, Ids]
    held: Pairs

    @property
    def by_hand(self) -> dict[str, tuple[str, ...]]:
        """Return who holds what before the first turn."""
        found: dict[str, tuple[str, ...]] = {}
        for partner, item in self.held:
            found[item] = (*found.get(item, ()), partner)
        return found

    def obstacle(self, holdings: Holdings, partner: str, item: str) -> tuple[str, str] | None:
        """Return why an item is not open to a partner, and what or who stands in its way."""
        if item not in self.may.get(partner, NONE):
            return "barred", ""
        if holders := holdings.get(item):
            return "taken", holders[0]
        for other in sorted(self.clash.get(item, NONE)):
            if partner in holdings.get(other, ()):
                return "clash", other
        apart = self.apart.get(partner, NONE)
        for other in sorted(self.near.get(item, NONE)):
            if rivals := apart.intersection(holdings.get(other, ())):
                return "near", min(rivals)
        return None


def hall_of(round_: Round) -> Hall:
    """Read what a placement says of the items and of who may have them."""
    facts = round_.picking or {}
    seekers = cast("list[tuple[str, list[str], list[str]]]", facts["seekers"])
    apart: set[tuple[str, str]] = set()
    for bound in round_.bounds:
        apart.update(pairs(bound.get("pairs", [])))
        for _, ids in classes(bound.get("classes", [])):
            apart.update(combinations(ids, 2))
    return Hall(
        items=dict(cast("list[tuple[str, int]]", facts["items"])),
        may={name: frozenset(may) for name, may, _ in seekers},
        likes={name: tuple(likes) for name, _, likes in seekers},
        near=_both_ways(pairs(facts["near"])),
        clash=_both_ways(pairs(facts["clash"])),
        apart=_both_ways(apart),
        held=pairs(facts["held"]),
    )


def hall_problem(round_: Round) -> str:
    """Return the key by which what is picked contradicts itself or the roster, or ""."""
    if round_.picking is None:
        return ""
    hall = hall_of(round_)
    held = {item for _, item in hall.held}
    known = held.union(hall.items)
    odd = (
        tuple(hall.may) != tuple(name for name, _ in round_.roster),
        not NONE.union(*hall.may.values()) <= set(hall.items),
        not held.isdisjoint(hall.items),
        not known.issuperset(hall.near),
        not known.issuperset(hall.clash),
    )
    return "facts" if any(odd) else ""


def _both_ways(couples: Iterable[tuple[str, str]]) -> dict[str, Ids]:
    found: dict[str, set[str]] = {}
    for one, other in couples:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {name: frozenset(others) for name, others in found.items()}
