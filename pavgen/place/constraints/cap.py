"""`cap`: at most so many of a class are seated; per partner, seats on other surfaces count."""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from pavgen.place.constraints.barred import Barring
from pavgen.place.constraints.board import Board
from pavgen.place.constraints.guard import Demand, Refusal, Shortage, Still, classes_of
from pavgen.place.rounds import Bound, Cap

PARTNER = "partner"


def capping(board: Board, rule: Cap, bound: Bound) -> "Capping | Barring":
    """Return the guard of a `cap`: of classes, or of partners with seats elsewhere."""
    if rule.per == PARTNER:
        full = {one for one, seats in bound.used if seats >= rule.most}
        barred = frozenset(who for who in board.loose if board.ids[who] in full)
        words = f"have {rule.most} of the seats that count already"
        return Barring(barred, words, len(board.free), len(board.loose))
    classes = [board.taking_part(ids) for _, ids in bound.classes]
    return Capping(board, rule, [members for members in classes if len(members) > rule.most])


class Capping(Still):
    """Who takes the places of each class, and what the classes can still give."""

    __slots__ = ("_first", "_most", "_of", "_pinned", "_supplies", "_takers", "_words")

    def __init__(self, board: Board, rule: Cap, classes: Sequence[tuple[int, ...]]) -> None:
        self._most = rule.most
        self._words = rule.per.replace("_", " ")
        self._of = classes_of(classes)
        self._first = {who: those[0] for who, those in self._of.items()}
        self._pinned = frozenset(board.pinned)
        seated = set(board.pinned.values())
        self._takers = [[who for who in members if who in seated] for members in classes]
        self._supplies: list[_Supply] = []

    def kinds(self) -> Mapping[int, Hashable]:
        """Return the classes."""
        return self._of

    def refuses(self, who: int, position: int) -> Refusal | None:
        """Refuse one of a class whose places are taken."""
        del position
        for number in self._of.get(who, ()):
            if len(self._takers[number]) >= self._most:
                return Refusal(self._takers[number][-1])
        return None

    def watch(self, demands: Sequence[Demand]) -> None:
        """Count for each demand what the classes can give."""
        self._supplies = [self._supply(demand) for demand in demands]

    def shortages(self) -> Iterator[Shortage]:
        """Say when the classes can give less than is asked for."""
        for supply in self._supplies:
            demand = supply.demand
            if demand.left > supply.total:
                counting = (
                    f"of {demand.remain}{demand.words} a cap of {self._most} per {self._words} "
                    f"allows {supply.total}; {demand.left} are asked for"
                )
                crowd = tuple(who for who in sorted(self._first) if who in demand.of)
                yield Shortage(counting, crowd, filling=demand.members is None)

    def starves(self, who: int, position: int) -> bool:
        """Say whether the classes can no longer give what is asked for after this partner."""
        del position
        return any(self._short(supply, who) for supply in self._supplies)

    def place(self, who: int, position: int) -> None:
        """Take a place of each of the partner's classes."""
        del position
        for supply in self._supplies:
            supply.total -= self._loss(supply, who)
            supply.move(who, self._first.get(who), -1)
        for number in self._of.get(who, ()):
            self._takers[number].append(who)

    def take_back(self, who: int, position: int) -> None:
        """Give the places back."""
        del position
        for number in self._of.get(who, ()):
            self._takers[number].pop()
        for supply in self._supplies:
            supply.move(who, self._first.get(who), 1)
            supply.total += self._loss(supply, who)

    def broken(self, places: Sequence[int]) -> tuple[int, ...]:
        """Be broken by who is not pinned and of a class that pins and those before have filled."""
        takers = [len(those) for those in self._takers]
        found: list[int] = []
        for position, who in enumerate(places, start=1):
            if position in self._pinned:
                continue
            numbers = self._of.get(who, ())
            if any(takers[number] >= self._most for number in numbers):
                found.append(position)
            for number in numbers:
                takers[number] += 1
        return tuple(found)

    def _supply(self, demand: Demand) -> "_Supply":
        counts: dict[int, int] = {}
        for who in demand.of:
            number = self._first.get(who, -1)
            counts[number] = counts.get(number, 0) + 1
        total = sum(n if c < 0 else min(n, self._room(c)) for c, n in counts.items())
        return _Supply(demand, counts, total)

    def _room(self, number: int) -> int:
        return max(self._most - len(self._takers[number]), 0)

    def _short(self, supply: "_Supply", who: int) -> bool:
        left = supply.demand.left - (1 if who in supply.demand.of else 0)
        return left > 0 and left > supply.total - self._loss(supply, who)

    def _loss(self, supply: "_Supply", who: int) -> int:
        """Return by how much a partner's placing lessens what the classes can give."""
        asked = who in supply.demand.of
        if who not in self._of:
            return 1 if asked else 0
        lost = 0
        for number in self._of[who]:
            there, room = supply.counts.get(number, 0), self._room(number)
            gone = 1 if asked and number == self._first[who] else 0
            lost += min(there, room) - min(there - gone, max(room - 1, 0))
        return lost


class _Supply:
    """How many of a demand's partners are counted in each class (−1: none), and the sum given."""

    __slots__ = ("counts", "demand", "total")

    def __init__(self, demand: Demand, counts: dict[int, int], total: int) -> None:
        self.demand = demand
        self.counts = counts
        self.total = total

    def move(self, who: int, number: int | None, step: int) -> None:
        """Count a partner placed (−1) or taken back (1)."""
        if who in self.demand.of:
            key = -1 if number is None else number
            self.counts[key] += step
