"""Which records have most in common with another, found through what they have in common."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shared:
    """Who has which value: places of records, from 0, by value, and each record's values."""

    holders: Mapping[Hashable, Sequence[int]]
    values: Sequence[frozenset[Hashable]]

    def closest(self, place: int, most: int) -> tuple[int, ...]:
        """Return the places of those that share most values with one, best first, then in order.

        Those that share none are left out, and so is the one itself.
        """
        counts: Counter[int] = Counter()
        for value in self.values[place]:
            counts.update(self.holders[value])
        del counts[place]
        found: list[int] = []
        for shared in sorted(set(counts.values()), reverse=True):
            found += sorted(other for other, count in counts.items() if count == shared)
            if len(found) >= most:
                break
        return tuple(found[:most])


def shared_by(values: Sequence[frozenset[Hashable]]) -> Shared:
    """Work out who has which value; the records are told by their places in the sequence."""
    holders: dict[Hashable, list[int]] = {}
    for place, own in enumerate(values):
        for value in own:
            holders.setdefault(value, []).append(place)
    return Shared(holders, values)
