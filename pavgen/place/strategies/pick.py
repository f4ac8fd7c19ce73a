"""`pick`: booths and talks, chosen in turn, each choice leaving room for all who follow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pavgen.kernel.diagnostics import DefectError
from pavgen.place.strategies.pick_floor import Allowed, Floor, Together, members_of
from pavgen.place.strategies.pick_search import fit
from pavgen.place.strategies.pick_stuck import smallest_stuck


class Refusal(StrEnum):
    """Why a preference was not granted; the first that holds is told."""

    UNKNOWN = "not offered"
    TAKEN = "taken"
    NOT_ALLOWED = "not allowed"
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
    preference could be granted and the best remaining item was given.
    """

    turn: int
    seeker: str
    free: tuple[str, ...]
    tried: tuple[tuple[str, Refusal], ...]
    got: str
    by_preference: int


@dataclass(frozen=True, slots=True)
class Picked:
    """All turns, and the item of each seeker."""

    steps: tuple[Step, ...]
    assigned: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Stuck:
    """Seekers, in turn order, that cannot all be placed, and the items any of them may have.

    `smallest`: without any one of them the others can be placed. It is not known to hold
    when the budget ended a search. `settled` is false when even that they cannot be placed
    is not known. `words` says it in numbers.
    """

    seekers: tuple[str, ...]
    items: tuple[str, ...]
    smallest: bool
    settled: bool
    words: str


def pick(
    seekers: Sequence[Seeker],
    items: Sequence[Item],
    allowed: Allowed,
    together: Together,
    tickets: Mapping[str, bytes],
    budget: int = 200_000,
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
    which it does not suffice is refused as not known to leave one.
    """
    ranked = sorted(items, key=lambda item: (-item.weight, tickets[item.id]))
    floor = Floor(
        [seeker.id for seeker in seekers], [item.id for item in ranked], allowed, together
    )
    options = dict(enumerate(floor.allowed))
    start = fit(floor, options, {}, budget)
    if start.found is None:
        return _stuck(floor, budget, settled=start.settled)
    rest = _Rest(floor, (1 << len(ranked)) - 1, options, start.found, budget)
    steps: list[Step] = []
    for number, seeker in enumerate(seekers):
        step, rest = _step(rest, number, seeker)
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


def _step(rest: _Rest, number: int, seeker: Seeker) -> tuple[Step, _Rest]:
    items = rest.floor.items
    free = tuple(items[x] for x in members_of(rest.free))
    tried: list[tuple[str, Refusal]] = []
    for nth, item in enumerate(seeker.prefers, start=1):
        answer = rest.after(number, items.index(item)) if item in items else Refusal.UNKNOWN
        if isinstance(answer, _Rest):
            return Step(number + 1, seeker.id, free, tuple(tried), item, nth), answer
        tried.append((item, answer))
    for x in members_of(rest.options[number]):
        answer = rest.after(number, x)
        if isinstance(answer, _Rest):
            return Step(number + 1, seeker.id, free, tuple(tried), items[x], 0), answer
    raise DefectError(f"{seeker.id} was promised {items[rest.plan[number]]}")


def _stuck(floor: Floor, budget: int, *, settled: bool) -> Stuck:
    everybody = tuple(range(len(floor.seekers)))
    core, smallest = smallest_stuck(floor, budget) if settled else (everybody, False)
    may = 0
    for seeker in core:
        may |= floor.allowed[seeker]
    items = tuple(floor.items[x] for x in members_of(may))
    seekers = tuple(floor.seekers[seeker] for seeker in core)
    words = _in_words(len(core), len(items), settled=settled, smallest=smallest)
    return Stuck(seekers, items, smallest, settled, words)


def _in_words(seekers: int, items: int, *, settled: bool, smallest: bool) -> str:
    if not settled:
        return f"whether all {seekers} can be placed was not settled within the budget"
    if items < seekers:
        return f"{seekers} may have only {items} between them"
    most = f"no more than {seekers - 1}" if smallest else "not all"
    return f"{seekers} may have {items} between them, but {most} can be placed at once"
