"""`separate`: two competitors, or two of a label, stand at least `distance` positions apart."""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from pavgen.place.constraints.board import Board
from pavgen.place.constraints.groups import alike, groups, neighbours
from pavgen.place.constraints.guard import Demand, Refusal, Shortage, Still, classes_of
from pavgen.place.constraints.room import Crowds, Room
from pavgen.place.rounds import Bound, Separate

COMPETITORS = "competitors"


def separating(board: Board, rule: Separate, bound: Bound) -> "Separating":
    """Return the guard of a `separate`; pairs of competitors become groups, which are classes."""
    if rule.of != COMPETITORS:
        labels = tuple((f"carry `{label}`", board.taking_part(ids)) for label, ids in bound.classes)
        kept = tuple((words, members) for words, members in labels if len(members) > 1)
        return Separating(board, rule.distance, kept, dict(classes_of(m for _, m in kept)))
    pairs = [(a, b) for a, b in bound.pairs if a in board.numbers and b in board.numbers]
    found = tuple(("compete with each other", board.taking_part(g)) for g in groups(pairs))
    seen = {board.numbers[i]: key for i, key in alike(neighbours(pairs)).items()}
    return Separating(board, rule.distance, found, seen)


class Separating(Still):
    """Who stands where, class by class, and how many of each class still have to be placed."""

    __slots__ = (
        "_board",
        "_classes",
        "_crowds",
        "_distance",
        "_kinds",
        "_last",
        "_of",
        "_room",
        "_undo",
    )

    def __init__(
        self,
        board: Board,
        distance: int,
        classes: tuple[tuple[str, tuple[int, ...]], ...],
        kinds: Mapping[int, Hashable],
    ) -> None:
        self._board = board
        self._distance = distance
        self._classes = classes
        self._kinds = kinds
        self._of = classes_of(members for _, members in classes)
        self._room = Room(board, distance, self._of)
        self._last: dict[int, tuple[int, int]] = {}
        self._undo: list[tuple[int, tuple[int, int] | None]] = []
        self._crowds: tuple[Crowds, ...] = ()

    def kinds(self) -> Mapping[int, Hashable]:
        """Return the classes, or for competitors with whom each competes."""
        return self._kinds

    def reach(self) -> int:
        """Look back as far as somebody can stand too near."""
        return self._distance - 1

    def refuses(self, who: int, position: int) -> Refusal | None:
        """Refuse who stands too near to one of its class who is placed, or pinned anywhere."""
        for number in self._of.get(who, ()):
            before = self._last.get(number)
            if before is not None and position - before[1] < self._distance:
                return Refusal(before[0])
            pin = self._room.pin_near(number, position, who)
            if pin is not None:
                return Refusal(pin)
        return None

    def watch(self, demands: Sequence[Demand]) -> None:
        """Count for each demand the members of each class."""
        members = [those for _, those in self._classes]
        self._crowds = tuple(Crowds(demand, members, self._of) for demand in demands)

    def shortages(self) -> Iterator[Shortage]:
        """Find pins too near each other, and classes with more members than fit."""
        yield from self._pins_too_near()
        for crowds in self._crowds:
            for number in range(len(self._classes)):
                if crowds.excess(number) > self._room.fit(number, 1):
                    yield self._too_many(crowds, number)

    def open(self, position: int) -> None:
        """Find the classes of which a member must stand here, or not all of them would fit.

        Those who stand too near before need no look: of such a class no more are left than fit
        beyond its next position, as that was seen to when the last of them was placed.
        """
        for crowds in self._crowds:
            crowds.pressing = [
                number
                for number in crowds.at(self._room.fit(None, position), self._room.own)
                if crowds.excess(number) > self._room.fit(number, position + 1)
            ]

    def starves(self, who: int, position: int) -> bool:
        """Say whether a class that must stand here is not who's, or too many of who's are left."""
        mine = self._of.get(who, ())
        after = position + self._distance
        for crowds in self._crowds:
            if any(number not in mine for number in crowds.pressing):
                return True
            one = 1 if who in crowds.demand.of else 0
            if any(crowds.excess(n) - one > self._room.fit(n, after) for n in mine):
                return True
        return False

    def place(self, who: int, position: int) -> None:
        """Remember who stands last of each of its classes."""
        for number in self._of.get(who, ()):
            self._undo.append((number, self._last.get(number)))
            self._last[number] = (who, position)
        for crowds in self._crowds:
            crowds.move(who, -1)

    def take_back(self, who: int, position: int) -> None:
        """Forget the last of each class again."""
        del position
        for _ in self._of.get(who, ()):
            number, before = self._undo.pop()
            if before is None:
                del self._last[number]
            else:
                self._last[number] = before
        for crowds in self._crowds:
            crowds.move(who, 1)

    def broken(self, places: Sequence[int]) -> tuple[int, ...]:
        """Be broken by the later of two that stand too near, pinned or not."""
        last: dict[int, int] = {}
        found: list[int] = []
        for position, who in enumerate(places, start=1):
            numbers = self._of.get(who, ())
            if any(position - last.get(n, -self._distance) < self._distance for n in numbers):
                found.append(position)
            last.update(dict.fromkeys(numbers, position))
        return tuple(found)

    def _pins_too_near(self) -> Iterator[Shortage]:
        ids = self._board.ids
        for position, who in sorted(self._board.pinned.items()):
            for number in self._of.get(who, ()):
                other = self._room.pin_near(number, position, who)
                if other is not None:
                    pair = f"`{ids[who]}` and `{ids[other]}`"
                    counting = f"{pair} are pinned less than {self._distance} positions apart"
                    yield Shortage(counting, (who, other))

    def _too_many(self, crowds: Crowds, number: int) -> Shortage:
        words, members = self._classes[number]
        fit, demand = self._room.fit(number, 1), crowds.demand
        pinned = [who for who in self._board.pinned.values() if demand.counts(who)]
        held = sum(1 for who in pinned if who in members)
        crowd = tuple(who for who in members if who in demand.of or who in pinned)
        needed = crowds.excess(number) + held
        asked = "" if needed == len(crowd) else f"{needed} of them are asked for, "
        return Shortage(
            f"{len(crowd)} of {demand.remain + len(pinned)}{demand.words} {words}; "
            f"{asked}distance {self._distance} allows {fit + held}",
            crowd,
            filling=demand.members is None,
        )
