"""Which records have most in common with another, found through what they have in common."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import field
from heapq import nsmallest

from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class Shared:
    """Who has which value: places of records, from 0, by value, and each record's values.

    Records with the same values have the same relations, so these are worked out once for all
    of them: ten thousand articles have some hundred sets of topics.
    """

    holders: Mapping[Hashable, Sequence[int]]
    values: Sequence[frozenset[Hashable]]
    _nearest: dict[tuple[frozenset[Hashable], int], list[int]] = field(
        default_factory=dict, compare=False
    )

    def closest(self, place: int, most: int) -> tuple[int, ...]:
        """Return the places of those that share most values with one, best first, then in order.

        Those that share none are left out, and so is the one itself.
        """
        own = self.values[place]
        if (own, most) not in self._nearest:
            counts: Counter[int] = Counter()
            for value in own:
                counts.update(self.holders[value])
            # One more than asked for, since the one itself may be among them.
            best = nsmallest(most + 1, counts, key=lambda other: (-counts[other], other))
            self._nearest[own, most] = best
        found = [other for other in self._nearest[own, most] if other != place]
        return tuple(found[:most])


def shared_by(values: Sequence[frozenset[Hashable]]) -> Shared:
    """Work out who has which value; the records are told by their places in the sequence."""
    holders: dict[Hashable, list[int]] = {}
    for place, own in enumerate(values):
        for value in own:
            holders.setdefault(value, []).append(place)
    return Shared(holders, values)
