"""`pick`: booths and talks, chosen in turn, each choice leaving room for all who follow."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.values import dataclass
from pavgen.place.strategies.pick_floor import Allowed, Floor, Together, members_of
from pavgen.place.strategies.pick_search import fit


class Refusal(StrEnum):
    """Why a preference was not granted; the first that holds is told."""

    UNKNOWN = "not offered"
    TAKEN = "taken"
    NOT_ALLOWED = "not allowed"
    CLASH = "at the same time as its own"
    NOT_TOGETHER = "not beside those already placed"
    NO_ROOM = "no room for the rest"
    UNSETTLED = "not known to leave room for the rest"


@dataclass(frozen=True, slots=True)
class Seeker:
    """One who picks; `prefers` are ids of items, the best first."""

    id: str
    prefers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A booth or a slot, with its published weight."""

    id: str
    weight: int


@dataclass(frozen=True, slots=True)
class Step:
    """One turn, from 1: what was free, which preferences were refused and why, and what was got.

    `by_preference` is the place of the item in the seeker's list, from 1; 0 where no
    preference could be granted and the best remaining item was given. `round` counts from 1
    the turns of one that has several; `open` are those of the free items that the seeker might
    have had, if they left a way on; `in_the_way` names, for each item refused because of
    somebody, the item, who it was, and the item that one had. `settled` is false where the
    budget did not suffice for an item that the seeker might have got.
    """

    turn: int
    seeker: str
    free: tuple[str, ...]
    tried: tuple[tuple[str, Refusal], ...]
    got: str
    by_preference: int
    round: int = 1
    open: tuple[str, ...] = ()
    in_the_way: tuple[tuple[str, str, str], ...] = ()
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Picked:
    """All turns, and the item of each seeker."""

    steps: tuple[Step, ...]
    assigned: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Stuck:
    """Seekers that cannot all be placed; `settled` is false when even that is not certain.

    `item` is the one that was not settled, empty where it is about all seekers.
    """

    seekers: tuple[str, ...]
    settled: bool
    item: str = ""


def pick(
    seekers: Sequence[Seeker],
    items: Sequence[Item],
    allowed: Allowed,
    together: Together,
    tickets: Mapping[str, bytes],
    budget: int = 200_000,
    *,
    strict: bool = False,
) -> Picked | Stuck:
    """Let seekers pick in the given turn order; each gets its best item that leaves a way on.

    Serial dictatorship (Satterthwaite and Sonnenschein 1981; Svensson 1999) within the
    assignments that place everybody. What a seeker can get in its turn follows from the rules
    and the choices before it, never from its own list, and it gets the first of these on
    its list, else the first of them by published weight, then ticket of the item. So no false
    list ever gets a seeker an item that is earlier on its true list, or a listed one in
    place of one not listed. This holds with any limits on who stands beside whom, and also
    when the budget refuses an item, for the search does not look at preferences. The promise
    needs the full list: items left out count as equal and worst.

    `allowed(seeker, item)` and `together(a, x, b, y)` (may a have x while b has y) say what is
    possible; items held by others are left out of `items`, and what they rule out is for
    `allowed` to say. `budget` bounds the states of each search for a way on; an item for
    which it does not suffice is refused as not known to leave one; if `strict` nothing is
    decided then, and the one whose turn it was is told as stuck, though not for certain.
    """
    ranked = sorted(items, key=lambda item: (-item.weight, tickets[item.id]))
    floor = Floor(
        [seeker.id for seeker in seekers], [item.id for item in ranked], allowed, together
    )
    options = dict(enumerate(floor.allowed))
    start = fit(floor, options, {}, budget)
    if start.found is None:
        return Stuck(tuple(floor.seekers), start.settled)
    rest = _Rest(floor, (1 << len(ranked)) - 1, options, start.found, budget)
    steps: list[Step] = []
    for number, seeker in enumerate(seekers):
        found = _step(rest, number, seeker, strict=strict)
        if isinstance(found, Stuck):
            return found
        step, rest = found
        steps.append(step)
    return Picked(tuple(steps), {step.seeker: step.got for step in steps})


def turn_order(
    ranks: Sequence[tuple[str, tuple[int, ...]]], tickets: Mapping[str, bytes]
) -> tuple[str, ...]:
    """Return ids by their ranks, compared one after the other, smaller first; then by ticket."""
    return tuple(seeker for seeker, _ in sorted(ranks, key=lambda row: (row[1], tickets[row[0]])))


@dataclass(frozen=True, slots=True)
class _Rest:
    """The free items, those that each who is still to pick may have, and a plan for them all."""

    floor: Floor
    free: int
    options: Mapping[int, int]
    plan: Mapping[int, int]
    budget: int

    def after(self, seeker: int, item: int) -> "_Rest | Refusal":
        """Return what is left when a seeker has an item, or why it may not have it."""
        if not self.options[seeker] >> item & 1:
            return self._barred(seeker, item)
        options = {
            other: bits & ~self.floor.excluded(seeker, item, other)
            for other, bits in self.options.items()
            if other != seeker
        }
        plan = {other: x for other, x in self.plan.items() if other != seeker}
        if self.plan[seeker] != item:
            way = fit(self.floor, options, plan, self.budget)
            if way.found is None:
                return Refusal.NO_ROOM if way.settled else Refusal.UNSETTLED
            plan = dict(way.found)
        return _Rest(self.floor, self.free & ~(1 << item), options, plan, self.budget)

    def _barred(self, seeker: int, item: int) -> Refusal:
        if not self.free >> item & 1:
            return Refusal.TAKEN
        if not self.floor.allowed[seeker] >> item & 1:
            return Refusal.NOT_ALLOWED
        return Refusal.NOT_TOGETHER


def _step(rest: _Rest, number: int, seeker: Seeker, *, strict: bool) -> tuple[Step, _Rest] | Stuck:
    items = rest.floor.items
    wanted = tuple(enumerate(seeker.prefers, start=1))
    may = (items[x] for x in members_of(rest.options[number]))
    others = tuple((0, item) for item in may if item not in seeker.prefers)
    tried: list[tuple[str, Refusal]] = []
    settled = True
    for nth, item in (*wanted, *others):
        answer = rest.after(number, items.index(item)) if item in items else Refusal.UNKNOWN
        if isinstance(answer, _Rest):
            return _taken(rest, number, tried, item, nth, settled=settled), answer
        if answer is Refusal.UNSETTLED:
            if strict:
                return Stuck((seeker.id,), settled=False, item=item)
            settled = False
        if nth:
            tried.append((item, answer))
    raise DefectError(f"{seeker.id} was promised {items[rest.plan[number]]}")


def _taken(
    rest: _Rest,
    number: int,
    tried: Sequence[tuple[str, Refusal]],
    got: str,
    by_preference: int,
    *,
    settled: bool,
) -> Step:
    items, seeker = rest.floor.items, rest.floor.seekers[number]
    free = tuple(items[x] for x in members_of(rest.free))
    may = tuple(items[x] for x in members_of(rest.options[number]))
    return Step(
        number + 1, seeker, free, tuple(tried), got, by_preference, open=may, settled=settled
    )
