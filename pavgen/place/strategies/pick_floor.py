"""Who may have what: seekers and items by number, and which choices exclude each other."""

from collections.abc import Callable, Sequence

Allowed = Callable[[str, str], bool]
Together = Callable[[str, str, str, str], bool]


class Floor:
    """Seekers in turn order and items in published order, by number; sets of items are bits.

    `allowed` holds the items of each seeker. `together` is asked for distinct seekers and
    items only, the earlier seeker first, and each answer is kept. Both must be pure.
    """

    def __init__(
        self, seekers: Sequence[str], items: Sequence[str], allowed: Allowed, together: Together
    ) -> None:
        self.seekers = tuple(seekers)
        self.items = tuple(items)
        self.allowed = tuple(
            sum(1 << x for x, item in enumerate(items) if allowed(seeker, item))
            for seeker in seekers
        )
        self.allows = allowed
        self.together = together
        self._excluded: dict[tuple[int, int, int], int] = {}
        self._alike: tuple[int, ...] | None = None

    def excluded(self, seeker: int, item: int, other: int) -> int:
        """Return the items that `other` may not have when `seeker` has `item`: that, and more."""
        asked = (seeker, item, other)
        if asked not in self._excluded:
            self._excluded[asked] = self._ask(*asked)
        return self._excluded[asked]

    def alike(self) -> tuple[int, ...]:
        """Return for each seeker the first that it can change places with, whoever else is where.

        Asks `together` for every pair of seekers and items, once.
        """
        if self._alike is None:
            first: list[int] = []
            for seeker in range(len(self.seekers)):
                known = (one for one in dict.fromkeys(first) if self._interchangeable(one, seeker))
                first.append(next(known, seeker))
            self._alike = tuple(first)
        return self._alike

    def _interchangeable(self, one: int, other: int) -> bool:
        places = range(len(self.items))
        return all(
            self.excluded(one, x, other) == self.excluded(other, x, one) for x in places
        ) and all(
            self.excluded(one, x, third) == self.excluded(other, x, third)
            for third in range(len(self.seekers))
            if third not in (one, other)
            for x in places
        )

    def _ask(self, seeker: int, item: int, other: int) -> int:
        a, x, b = self.seekers[seeker], self.items[item], self.seekers[other]
        bits = 1 << item
        for place, y in enumerate(self.items):
            if place != item:
                fits = self.together(a, x, b, y) if seeker < other else self.together(b, y, a, x)
                bits |= (not fits) << place
        return bits


def members_of(bits: int) -> list[int]:
    """Return the numbers of the items in a set, ascending."""
    found: list[int] = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return found
