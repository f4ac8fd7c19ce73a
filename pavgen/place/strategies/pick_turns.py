"""The draw of an event: turns in rounds, and each partner's choice in each of its turns."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from pavgen.kernel.values import dataclass
from pavgen.place.rounds import GroupRule, Round, Tickets
from pavgen.place.strategies.pick import Item, Picked, Refusal, Seeker, Step, Stuck, pick
from pavgen.place.strategies.pick_floor import Floor
from pavgen.place.strategies.pick_rules import Bar, Hold, PickRules, pick_rules
from pavgen.place.strategies.pick_search import Fit, fit
from pavgen.place.strategies.pick_stuck import needed
from pavgen.place.tickets import Purpose

_REFUSALS: Mapping[Bar, Refusal] = {
    Bar.UNKNOWN: Refusal.UNKNOWN,
    Bar.TAKEN: Refusal.TAKEN,
    Bar.NOT_ALLOWED: Refusal.NOT_ALLOWED,
    Bar.CLASH: Refusal.CLASH,
    Bar.BESIDE: Refusal.NOT_TOGETHER,
}
_SEARCHED = frozenset({Refusal.NO_ROOM, Refusal.UNSETTLED})
BUDGET = 20_000
"""How many states each search for a way on may look at; full halls of forty need some hundreds."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The order of the roster, how many of it have turns, and each turn with what was got."""

    order: tuple[str, ...]
    seats: int
    steps: tuple[Step, ...]

    @property
    def picked(self) -> tuple[Hold, ...]:
        """Who got what, in the order of the turns."""
        return tuple((step.seeker, step.got) for step in self.steps)


@dataclass(frozen=True, slots=True)
class Deadlock:
    """A draw that places nobody: who cannot be placed together, and which constraints forbid it.

    Without any one of `constraints` (by index) all could be placed; none means that there is
    too little room whoever stands where. `partners` are in the order of their turns. `settled`
    is false where a search ended before it was known: then the partners are those concerned.
    """

    order: tuple[str, ...]
    seats: int
    partners: tuple[str, ...]
    constraints: tuple[int, ...]
    words: str
    settled: bool


def draw_turns(rule: GroupRule, round_: Round, budget: int = BUDGET) -> Drawn | Deadlock:
    """Let each partner of a round pick in its turns, as `docs/ledger.md` tells.

    In round 1 each of the seated has a turn, in round 2 each that is entitled to two items or
    more, and so on. A search that the budget ends decides nothing: it is a deadlock too.
    """
    hall = _Hall.of(pick_rules(rule, round_), rule, budget)
    line = hall.rules.order, hall.seats
    way = hall.way(hall.turns)
    if way.found is None:
        return _deadlock(rule, round_, hall) if way.settled else _unsettled(hall)
    found = hall.picked(Tickets(rule.seed.value, round_.group, round_.period))
    if isinstance(found, Stuck):
        turn = hall.keys.index(found.seekers[0])
        words = (
            f"whether `{found.item}` leaves room for the rest was not settled in turn {turn + 1}"
        )
        return Deadlock(*line, (hall.turns[turn][0],), (), words, settled=False)
    return Drawn(*line, tuple(_told(hall.rules, hall.turns, found.steps)))


def turns_of(rules: PickRules, seats: int) -> tuple[tuple[str, int], ...]:
    """Return whose turn it is, one after the other, and in which round."""
    seated = rules.order[:seats]
    rounds = max((rules.entitled[i] for i in seated), default=0)
    return tuple((i, n) for n in range(1, rounds + 1) for i in seated if rules.entitled[i] >= n)


@dataclass(frozen=True, slots=True)
class _Hall:
    """A draw as turns that pick as if each were a seeker of its own.

    Two of one partner differ from two partners in what they exclude: clashes, not neighbours.
    """

    rules: PickRules
    seats: int
    turns: tuple[tuple[str, int], ...]
    floor: Floor
    budget: int

    @classmethod
    def of(cls, rules: PickRules, rule: GroupRule, budget: int) -> "_Hall":
        """Seat the first of the order, and give them their turns."""
        seats = len(rules.order) if rule.slots is None else min(rule.slots, len(rules.order))
        turns = turns_of(rules, seats)
        of = dict(zip(_keys(turns), (i for i, _ in turns), strict=True))
        may = {i: frozenset(rules.open_to(i, ())) for i, _ in turns}
        floor = Floor(
            tuple(of),
            rules.ranked,
            lambda key, x: x in may[of[key]],
            lambda a, x, b, y: rules.together(of[a], x, of[b], y),
        )
        return cls(rules, seats, turns, floor, budget)

    @property
    def keys(self) -> tuple[str, ...]:
        """The turns by name."""
        return self.floor.seekers

    def way(self, turns: Collection[tuple[str, int]]) -> Fit:
        """Look for a way to serve some turns."""
        options = {n: self.floor.allowed[n] for n, turn in enumerate(self.turns) if turn in turns}
        return fit(self.floor, options, {}, self.budget)

    def is_dead(self, partners: Collection[str]) -> bool:
        """Say whether it is certain that some partners cannot be placed together."""
        way = self.way([turn for turn in self.turns if turn[0] in partners])
        return way.settled and way.found is None

    def picked(self, tickets: Tickets) -> Picked | Stuck:
        """Let all turns pick."""
        likes = self.rules.likes
        items, floor = self.rules.weights, self.floor
        return pick(
            [Seeker(key, likes[i]) for key, (i, _) in zip(self.keys, self.turns, strict=True)],
            [Item(x, weight) for x, weight in items.items()],
            floor.allows,
            floor.together,
            tickets.of(Purpose.PICK, list(items)),
            self.budget,
            strict=True,
        )


def _keys(turns: Sequence[tuple[str, int]]) -> Iterator[str]:
    return (f"{number} {partner}" for partner, number in turns)


def _told(
    rules: PickRules, turns: Sequence[tuple[str, int]], steps: Sequence[Step]
) -> Iterator[Step]:
    """Tell turns by partner, and refusals by what was in the way, by hand or from the draw."""
    holds: list[Hold] = []
    for (partner, number), step in zip(turns, steps, strict=True):
        tried: list[tuple[str, Refusal]] = []
        in_the_way: list[tuple[str, str, str]] = []
        for item, why in step.tried:
            bar = None if why in _SEARCHED else rules.barred(partner, item, holds)
            tried.append((item, why if bar is None else _REFUSALS[bar.why]))
            if bar is not None and bar.partner:
                in_the_way.append((item, bar.partner, bar.item))
        yield replace(
            step,
            seeker=partner,
            tried=tuple(tried),
            round=number,
            in_the_way=tuple(in_the_way),
        )
        holds.append((partner, step.got))


def _deadlock(rule: GroupRule, round_: Round, hall: _Hall) -> Deadlock:
    """Leave out each constraint, then each partner that is not needed; what is open is kept.

    Those who pick last are left out first, so that the earliest of several dead ends is told.
    """
    seated = hall.rules.order[: hall.seats]

    def under(kept: Sequence[int]) -> _Hall:
        less = replace(rule, constraints=tuple(rule.constraints[i] for i in kept))
        bounds = tuple(round_.bounds[i] for i in kept)
        return _Hall.of(pick_rules(less, replace(round_, bounds=bounds)), less, hall.budget)

    kept = needed(range(len(rule.constraints)), lambda those: under(those).is_dead(seated))
    hall = under(kept)
    partners = needed(seated, hall.is_dead)
    words = _in_words(hall, partners)
    return Deadlock(hall.rules.order, hall.seats, partners, kept, words, settled=True)


def _unsettled(hall: _Hall) -> Deadlock:
    seated = hall.rules.order[: hall.seats]
    words = f"whether all {len(seated)} can be placed was not settled within the budget"
    return Deadlock(hall.rules.order, hall.seats, seated, (), words, settled=False)


def _in_words(hall: _Hall, partners: Collection[str]) -> str:
    """Count: how many items these partners are entitled to, and how many they may have."""
    numbers = [n for n, (partner, _) in enumerate(hall.turns) if partner in partners]
    may = 0
    for n in numbers:
        may |= hall.floor.allowed[n]
    turns, items = len(numbers), may.bit_count()
    if not items:
        return "nothing that is left to give suits it" if len(partners) == 1 else "nothing suits"
    if turns > len(partners):
        but = f"only {items}" if items < turns else f"{items}, but not enough of them at once"
        return f"entitled to {turns}, they may have {but}"
    if items < turns:
        return f"{turns} may have only {items} between them"
    return f"{turns} may have {items} between them, but no more than {turns - 1} at once"
