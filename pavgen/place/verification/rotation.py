"""`rotation`, recomputed: a mirrored Williams design."""

from collections.abc import Mapping
from dataclasses import dataclass

from pavgen.place.verification.pooling import Pool
from pavgen.place.verification.records import Lots


@dataclass(frozen=True, slots=True)
class Cycle:
    """The members of the last period, numbered as when their cycle began; `turn` comes next."""

    members: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    turn: int = 0

    def told(self) -> dict[str, object]:
        """Return what the digest is made of: nothing."""
        return {}


@dataclass(frozen=True, slots=True)
class RotationTurn:
    """A period of a cycle."""

    order: tuple[str, ...]
    after: Cycle

    def close(self, places: Mapping[str, int], seated: frozenset[str]) -> Cycle:
        """Return the cycle one period on; where anybody was shown changes nothing."""
        del places, seated
        return self.after


def rotation_turn(pool: Pool, lots: Lots, before: Cycle) -> RotationTurn:
    """Return the row of the design that is due; other members begin a cycle of their own."""
    numbers, turn = before.numbers, before.turn
    if pool.ids != before.members:
        numbers = tuple(sorted(pool.ids, key=lambda name: lots.of("draw", name)))
        turn = 0
    order = tuple(numbers[number] for number in row(len(numbers), turn))
    return RotationTurn(order, Cycle(pool.ids, numbers, turn + 1))


def row(count: int, turn: int) -> list[int]:
    """Return the numbers 0 … count − 1 as they stand in a period of the cycle."""
    if not count:
        return []
    zigzag = [0]
    for step in range(1, count // 2 + 1):
        zigzag += [step, count - step] if step != count - step else [step]
    if count % 2:
        half, mirrored = divmod(turn % (2 * count), 2)
        shifted = [(number + half) % count for number in zigzag]
        return shifted[::-1] if mirrored else shifted
    half, odd = divmod(turn % count, 2)
    return [(number + half + odd * count // 2) % count for number in zigzag]
