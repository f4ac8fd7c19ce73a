"""`rotation`: everybody at every position, by a design that balances neighbours as well."""

from pavgen.kernel.values import dataclass
from pavgen.place.pools import Pool
from pavgen.place.tickets import Purpose


@dataclass(frozen=True, slots=True)
class Cycle:
    """Where a rotation stands: members by their numbers, and periods since it began."""

    numbered: tuple[str, ...]
    t: int


@dataclass(frozen=True, slots=True)
class RotationTurn:
    """A period's order, and the row of the design that gave it, read backwards or not."""

    order: tuple[str, ...]
    numbered: tuple[str, ...]
    t: int
    row: int
    reversed_: bool


def turn(pool: Pool, before: Cycle | None) -> RotationTurn:
    """Return the order of a pool's members; a change among them begins a new cycle.

    Among the same n members each stands at every position once in n periods, and next
    before every other once (odd n: twice in 2n periods). The periods t and t + 1 mirror each
    other when t is even, so any even number of periods from an even t gives all members of
    any filtered list the same mean rank. From an odd t that holds for whole cycles; over
    another even number p of periods the mean ranks in a list of f differ from (f + 1) / 2
    by (f − 1) / p at most, since all but the first and the last period are in pairs.
    """
    members = pool.ids()
    if before is not None and sorted(before.numbered) == sorted(members):
        numbered, t = before.numbered, before.t + 1
    else:
        tickets = pool.tickets.of(Purpose.DRAW, members)
        numbered, t = tuple(sorted(members, key=lambda member: tickets[member])), 0
    row, reversed_ = _row(len(numbered), t)
    order = tuple(numbered[number] for number in williams_row(len(numbered), t))
    return RotationTurn(order, numbered, t, row, reversed_)


def charged(taken: RotationTurn) -> Cycle:
    """Return where the rotation stands after a period."""
    return Cycle(taken.numbered, taken.t)


def williams_row(n: int, t: int) -> tuple[int, ...]:
    """Return the order of the numbers 0 … n − 1 at period t of a cycle.

    A square balanced for neighbours (Williams, "Experimental designs balanced for the
    estimation of residual effects of treatments", Australian Journal of Scientific Research
    A 2, 1949), its rows in such an order that mirrored ones follow each other.
    """
    row, reversed_ = _row(n, t)
    numbers = tuple((number + row) % n for number in _zigzag(n))
    return numbers[::-1] if reversed_ else numbers


def _zigzag(n: int) -> tuple[int, ...]:
    """Return 0, 1, n − 1, 2, n − 2, …: each step between neighbours occurs once, modulo n."""
    return tuple((place + 1) // 2 if place % 2 else (-place // 2) % n for place in range(n))


def _row(n: int, t: int) -> tuple[int, bool]:
    """Return the row for period t; in an even square each row's mirror is n / 2 rows on."""
    if not n:
        return 0, False
    if n % 2:
        pair, second = divmod(t % (2 * n), 2)
        return pair, bool(second)
    pair, second = divmod(t % n, 2)
    return pair + second * n // 2, False
