"""What a strategy is given in a pool: a block, a class, or everybody who is not pinned."""

from collections.abc import Mapping
from dataclasses import field

from pavgen.kernel.values import dataclass
from pavgen.place.rounds import Tickets


@dataclass(frozen=True, slots=True)
class Ceilings:
    """What bounds entitlement in a quota: a pause after each seat, and caps of classes of ids.

    `cooldown` is the pause in periods; `classes` are the caps, each with its members.
    """

    cooldown: int = 0
    classes: tuple[tuple[int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Pool:
    """The unpinned members of a pool in a period, with their weights, sorted by id.

    `pinned` are the positions, counted from the pool's first, that pins hold. `seats` is how
    many are shown, less pins (None for all). `ranks` are what sorting strategies compare.
    """

    name: str
    members: tuple[tuple[str, int], ...]
    tickets: Tickets
    pinned: tuple[int, ...] = ()
    horizon: int = 60
    seats: int | None = None
    ranks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    ceilings: Ceilings = field(default_factory=Ceilings)

    def ids(self) -> tuple[str, ...]:
        """Return the members' ids, sorted."""
        return tuple(member for member, _ in self.members)
