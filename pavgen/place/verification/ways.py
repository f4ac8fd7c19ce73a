"""Whether all turns that are left can be given items: an exact search with a limit.

Partners have domains: the items open to them, as bits of an integer. What one takes leaves the
domains of the others, so that a domain holds at any time what is open given all that was taken.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

MOST_OF_ONE = 10_000
"""Steps that one search may take."""
MOST_OF_ALL = 100_000
"""Steps that all searches of a placement may take together."""

_Key = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Need:
    """What is open to each partner, as bits, and how many turns each has left."""

    open: tuple[int, ...]
    left: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Floor:
    """What taking an item takes from whom: bits of items by item, other partners by partner."""

    near: Sequence[int]
    clash: Sequence[int]
    apart: Sequence[frozenset[int]]

    def after(self, need: Need, partner: int, item: int) -> Need:
        """Return what is open and left once a partner has an item."""
        kept = ~(1 << item)
        open_ = [bits & kept for bits in need.open]
        open_[partner] &= ~self.clash[item]
        for other in self.apart[partner]:
            open_[other] &= ~self.near[item]
        left = [count - (who == partner) for who, count in enumerate(need.left)]
        return Need(tuple(open_), tuple(left))


@dataclass(slots=True)
class _Fork:
    """A state under way: `key` as it was reached, `need` less what was tried in vain."""

    key: _Key
    need: Need
    hints: Mapping[int, int]


@dataclass(slots=True)
class Ways:
    """The searches of a placement; a state without a way on is remembered for all of them."""

    floor: Floor
    most_of_one: int = MOST_OF_ONE
    most_of_all: int = MOST_OF_ALL
    steps: int = 0
    _dead: set[_Key] = field(default_factory=set)
    _alike: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Give partners numbers so that those who are apart from the same others are alike."""
        self._alike = tuple(_alike(self.floor.apart))

    def lead_on(self, need: Need) -> bool | None:
        """Say whether there is a way on; None where that takes too many steps."""
        most = min(self.most_of_all, self.steps + self.most_of_one)
        forks: list[_Fork] = []
        reached: Need | None = need
        while True:
            if reached is not None:
                if not any(reached.left):
                    return True
                fork = self._fork(reached)
                if fork is not None:
                    if self.steps == most:
                        return None
                    self.steps += 1
                    forks.append(fork)
            if not forks:
                return False
            reached = self._tried(forks)

    def _tried(self, forks: list[_Fork]) -> Need | None:
        """Take the next step from the last fork, or leave it for good when there is none."""
        fork = forks[-1]
        need = fork.need
        hints = fork.hints or _matched(need)
        if hints is None:
            self._dead.add(fork.key)
            forks.pop()
            return None
        partner = min(
            (who for who, count in enumerate(need.left) if count),
            key=lambda who: need.open[who].bit_count() - need.left[who],
        )
        item = hints[partner]
        # What follows is without this item for this partner: with it, all is tried here.
        kept = [bits & ~(1 << item) if p == partner else bits for p, bits in enumerate(need.open)]
        fork.need, fork.hints = Need(tuple(kept), need.left), {}
        return self.floor.after(need, partner, item)

    def _fork(self, need: Need) -> _Fork | None:
        key = tuple(
            sorted(
                (alike, bits, count)
                for alike, bits, count in zip(self._alike, need.open, need.left, strict=True)
                if count
            )
        )
        if key in self._dead:
            return None
        hints = _matched(need)
        if hints is None:
            self._dead.add(key)
            return None
        return _Fork(key, need, hints)


def _alike(apart: Sequence[frozenset[int]]) -> Iterator[int]:
    """Yield numbers of partners, the same for those who are apart from the same others."""
    firsts: list[int] = []
    for who, others in enumerate(apart):
        same = (f for f in firsts if others - {f} == apart[f] - {who})
        first = next(same, who)
        if first == who:
            firsts.append(who)
        yield first


def _matched(need: Need) -> Mapping[int, int] | None:
    """Return an item for each partner with turns left; None unless all turns get different ones.

    Each turn by itself looks for an item, and asks others to move on where it finds none free.
    """
    rows = [who for who, count in enumerate(need.left) for _ in range(count)]
    if any(need.open[who].bit_count() < need.left[who] for who in rows):
        return None
    rows.sort(key=lambda who: need.open[who].bit_count())
    holds: dict[int, int] = {}
    owner: dict[int, int] = {}
    taken = 0
    wanted = [need.open[who] for who in rows]
    for row in range(len(rows)):
        path = _path(wanted, row, taken, owner)
        if path is None:
            return None
        for turn, bit in path:
            holds[turn], owner[bit] = bit, turn
            taken |= bit
    return {rows[turn]: bit.bit_length() - 1 for turn, bit in holds.items()}


def _path(
    open_: Sequence[int], start: int, taken: int, owner: Mapping[int, int]
) -> Iterable[tuple[int, int]] | None:
    """Return who moves to which item so that one more turn has one; None where none is left."""
    came: dict[int, tuple[int, int]] = {}
    seen = 0
    turns = [start]
    while turns:
        turn = turns.pop()
        found = open_[turn] & ~taken
        if found:
            return _moves(turn, found & -found, start, came)
        fresh = open_[turn] & ~seen
        seen |= fresh
        while fresh:
            bit = fresh & -fresh
            fresh -= bit
            came[owner[bit]] = (turn, bit)
            turns.append(owner[bit])
    return None


def _moves(
    turn: int, bit: int, start: int, came: Mapping[int, tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    while True:
        yield turn, bit
        if turn == start:
            return
        turn, bit = came[turn]
