"""`apportion`: seats for classes in proportion to their support, then orders inside each."""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import field
from fractions import Fraction

from pavgen.kernel.values import dataclass


def seats_in_turn(
    classes: Sequence[tuple[str, int, int]], ticket_of: Mapping[str, bytes], wanted: int
) -> tuple[str, ...]:
    """Return the class of seat 1, 2, … up to `wanted`, or until all members are seated.

    `classes` are (name, votes, members). Each seat goes to the class, among those with
    members left, with the greatest votes / (2 · seats + 1); then the one with more votes, then
    the smaller ticket. The divisor method of Webster (1832) and Sainte-Laguë (1910); Balinski
    and Young, Fair Representation, 1982. Seats come one by one, so one more takes none from
    anybody (no Alabama paradox), and a class that loses votes gains no seat. The price,
    which every such method pays: a class may be more than a seat off its exact share.
    """
    queue = [_claim(name, votes, members, ticket_of) for name, votes, members in classes if members]
    heapq.heapify(queue)
    seats: list[str] = []
    while queue and len(seats) < wanted:
        claim = queue[0]
        seats.append(claim.name)
        if claim.left > 1:
            heapq.heapreplace(queue, claim.after_a_seat())
        else:
            heapq.heappop(queue)
    return tuple(seats)


def merged(pools: Mapping[str, Sequence[str]], seat_order: Sequence[str]) -> tuple[str, ...]:
    """Return one order: each seat is filled by the next of its class, in the order inside it."""
    nexts = {name: iter(order) for name, order in pools.items()}
    return tuple(next(nexts[name]) for name in seat_order)


@dataclass(frozen=True, slots=True, order=True)
class _Claim:
    """A class's claim to the next seat; smaller comes first."""

    against: Fraction
    fewer: int
    ticket: bytes
    name: str = field(compare=False)
    divisor: int = field(compare=False)
    left: int = field(compare=False)

    def after_a_seat(self) -> "_Claim":
        divisor = self.divisor + 2
        against = Fraction(self.fewer, divisor)
        return _Claim(against, self.fewer, self.ticket, self.name, divisor, self.left - 1)


def _claim(name: str, votes: int, members: int, ticket_of: Mapping[str, bytes]) -> _Claim:
    return _Claim(Fraction(-votes), -votes, ticket_of[name], name, 1, members)
