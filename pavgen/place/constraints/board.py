"""The positions to fill and the partners who may fill them, as integers."""

from collections.abc import Collection, Mapping, Sequence

from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class Board:
    """`k` positions, counted from 1; partners are numbers, their indices in `ids`.

    `ids` is the strategy's order. `pinned` says who is seated by a pin at which position;
    `free` are the other positions, `loose` the partners without a pin. `recent` are the
    seated of the last periods, latest first.
    """

    ids: tuple[str, ...]
    k: int
    pinned: Mapping[int, int]
    free: tuple[int, ...]
    loose: tuple[int, ...]
    numbers: Mapping[str, int]
    recent: tuple[frozenset[str], ...]

    def taking_part(self, ids: Collection[str]) -> tuple[int, ...]:
        """Return the numbers of those who take part, each once, in the order given."""
        return tuple(dict.fromkeys(self.numbers[i] for i in ids if i in self.numbers))


def set_up(
    order: Sequence[str],
    seats: int,
    k: int,
    pinned: Collection[str],
    recent: Sequence[frozenset[str]],
) -> Board:
    """Return the board for `k` of `seats` positions; pins that lie beyond `k` stand last.

    A partner pinned beyond the seats is left out: it neither is shown nor stands in a way.
    """
    held = [i for i, one in enumerate(order[:seats]) if one in pinned]
    places = {min(i + 1, k - len(held) + rank): i for rank, i in enumerate(held, start=1)}
    loose = tuple(i for i, one in enumerate(order) if one not in pinned)
    return Board(
        ids=tuple(order),
        k=k,
        pinned=places,
        free=tuple(p for p in range(1, k + 1) if p not in places),
        loose=loose,
        numbers={order[i]: i for i in (*loose, *held)},
        recent=tuple(recent),
    )
