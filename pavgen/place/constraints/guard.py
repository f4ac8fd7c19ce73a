"""What the search asks of a constraint: the protocol behind which each kind is a module."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from pavgen.kernel.values import dataclass


@dataclass(slots=True)
class Demand:
    """So many positions are to be filled from a set of partners: a tally the search moves.

    `left` positions are asked for, `remain` partners of the set can still take them: those
    in `of`, until they are placed. The difference never changes while positions are filled,
    so `slack` is worked out once. `members` are all of the set, None meaning everybody.
    """

    words: str
    of: frozenset[int]
    left: int
    remain: int
    members: frozenset[int] | None = None

    @property
    def slack(self) -> int:
        """How many of the set may be left over."""
        return self.remain - self.left

    def counts(self, who: int) -> bool:
        """Say whether a partner, pinned or not, is one of the set."""
        return self.members is None or who in self.members

    def move(self, who: int, step: int) -> None:
        """Count a partner placed (`step` −1) or taken back (1)."""
        if who in self.of:
            self.left += step
            self.remain += step


@dataclass(frozen=True, slots=True)
class Refusal:
    """Who stood in the way of a partner, as a number; None where it was nobody in particular."""

    other: int | None = None


@dataclass(frozen=True, slots=True)
class Shortage:
    """Why a constraint cannot be kept, by counting; `crowd` are those of whom there are too many.

    `filling` tells that it is only a matter of filling all seats: with fewer it might be kept.
    """

    counting: str
    crowd: tuple[int, ...] = ()
    filling: bool = False


class Guard(Protocol):
    """One constraint during one search.

    A guard that is active also looks ahead; a relaxed one only tells who breaks it.
    """

    def kinds(self) -> Mapping[int, Hashable]:
        """Return what the constraint sees in each partner; who is left out, it does not see."""
        ...

    def barred(self) -> frozenset[int]:
        """Return those whom the constraint refuses at every position."""
        ...

    def reach(self) -> int:
        """Return how many positions before one matter, not only who stands somewhere."""
        ...

    def refuses(self, who: int, position: int) -> Refusal | None:
        """Say whether a partner would break the constraint at a position."""
        ...

    def watch(self, demands: Sequence[Demand]) -> None:
        """Begin to look ahead: the demands are those of the search, the first that of all seats."""
        ...

    def shortages(self) -> Iterator[Shortage]:
        """Say why no filling can keep the constraint, as far as counting tells at first."""
        ...

    def open(self, position: int) -> None:
        """Prepare for trials at a position."""
        ...

    def starves(self, who: int, position: int) -> bool:
        """Say whether too little is left for what follows once a partner stands at a position."""
        ...

    def place(self, who: int, position: int) -> None:
        """Count a partner in."""
        ...

    def take_back(self, who: int, position: int) -> None:
        """Count the partner placed last out again."""
        ...

    def broken(self, places: Sequence[int]) -> tuple[int, ...]:
        """Return the positions of a filling where the constraint is not kept; 0 is the whole."""
        ...


class Still:
    """The answers of a guard that keeps no tally; constraints inherit what is not their own."""

    __slots__ = ()

    def kinds(self) -> Mapping[int, Hashable]:
        """See nothing in anybody."""
        return {}

    def barred(self) -> frozenset[int]:
        """Refuse nobody everywhere."""
        return frozenset()

    def reach(self) -> int:
        """Look at no position but one."""
        return 0

    def refuses(self, who: int, position: int) -> Refusal | None:
        """Refuse nobody."""
        del who, position
        return None

    def watch(self, demands: Sequence[Demand]) -> None:
        """Look at nothing."""

    def shortages(self) -> Iterator[Shortage]:
        """Find nothing missing."""
        return iter(())

    def open(self, position: int) -> None:
        """Prepare nothing."""

    def starves(self, who: int, position: int) -> bool:
        """See no want."""
        del who, position
        return False

    def place(self, who: int, position: int) -> None:
        """Count nobody."""

    def take_back(self, who: int, position: int) -> None:
        """Count nobody."""

    def broken(self, places: Sequence[int]) -> tuple[int, ...]:
        """Be broken by those it would have refused."""
        return tuple(p for p, who in enumerate(places, 1) if self.refuses(who, p) is not None)


def classes_of(classes: Iterable[Sequence[int]]) -> dict[int, tuple[int, ...]]:
    """Return the classes (by index) of each partner who is in one."""
    found: dict[int, list[int]] = {}
    for index, members in enumerate(classes):
        for who in members:
            found.setdefault(who, []).append(index)
    return {who: tuple(those) for who, those in found.items()}
