"""What is to be arranged, and the searches it gives rise to."""

from collections.abc import Sequence
from dataclasses import replace

from pavgen.kernel.values import dataclass
from pavgen.place.constraints.board import Board, set_up
from pavgen.place.constraints.search import Setting
from pavgen.place.rounds import Bound, GroupRule


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be arranged; see `arranging.arrange`."""

    order: tuple[str, ...]
    rule: GroupRule
    bounds: tuple[Bound, ...]
    pins: tuple[tuple[str, int], ...]
    recent: tuple[frozenset[str], ...]

    @property
    def seats(self) -> int:
        """How many positions there are to fill."""
        whole = len(self.order)
        return whole if self.rule.slots is None else min(self.rule.slots, whole)

    def lengths(self) -> tuple[int, ...]:
        """Return how many positions may be filled, the most first: without slots only all."""
        if self.rule.slots is None:
            return (self.seats,)
        pinned = {one for one, _ in self.pins}
        least = sum(1 for one in self.order[: self.seats] if one in pinned)
        return tuple(range(self.seats, least - 1, -1))

    def board(self, k: int) -> Board:
        """Return the board of a search over `k` positions."""
        pinned = frozenset(one for one, _ in self.pins)
        return set_up(self.order, self.seats, k, pinned, self.recent)

    def setting(self, active: Sequence[int], relaxed: Sequence[int] = ()) -> Setting:
        """Return the setting of a search with some constraints active, some relaxed."""
        return Setting(self.rule.constraints, self.bounds, tuple(active), tuple(relaxed))

    def with_pins(self, pins: Sequence[tuple[str, int]]) -> "Problem":
        """Keep only some pins; the others stand in the order as if it were the strategy's."""
        return replace(self, pins=tuple(pins))

    def letting_off(self, partners: frozenset[str]) -> "Problem":
        """Let partners off all constraints; as members of an `at_least` they still count."""
        return replace(
            self,
            bounds=tuple(_letting_off(bound, partners) for bound in self.bounds),
            recent=tuple(ids - partners for ids in self.recent),
        )


def _letting_off(bound: Bound, partners: frozenset[str]) -> Bound:
    return replace(
        bound,
        pairs=tuple(pair for pair in bound.pairs if partners.isdisjoint(pair)),
        classes=tuple(
            (label, tuple(i for i in ids if i not in partners)) for label, ids in bound.classes
        ),
        used=tuple((i, n) for i, n in bound.used if i not in partners),
    )
