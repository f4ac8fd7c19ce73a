"""From the strategy's order to the list as shown: the constraints' search, once more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pavgen.place.verification.limits import Ids, Limit, limits_of
from pavgen.place.verification.records import Numbered, Round, Rule
from pavgen.place.verification.room import has_too_little

_MOST_TAKEN_BACK = 10_000
_MOST_REMEMBERED = 100
"""Free positions left, up to which it is remembered that nobody can stand at the next."""

Filling = tuple[str, ...]
Waived = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class Arranged:
    """The list as shown, how many of it are seated, and where constraints were not kept."""

    shown: tuple[str, ...]
    seats: int
    waivers: tuple[Waived, ...] = ()


def arranged(
    rule: Rule, round_: Round, order: tuple[str, ...], recent: Sequence[Ids]
) -> Arranged | None:
    """Return the list as shown; None where no list keeps the hard constraints."""
    most = len(order) if rule.slots is None else min(rule.slots, len(order))
    if not rule.constraints or rule.is_picking:
        return Arranged(order, most)
    held = {name for name, _ in round_.pins}
    pinned = tuple((n, at) for at, n in enumerate(order[:most], start=1) if n in held)
    line = tuple(name for name in order if name not in held)
    limits = limits_of(rule, round_, frozenset(line).union(dict(pinned)), recent)
    search = Search(pinned, line)
    found = _decided(search, limits, most, len(pinned) if rule.slots is not None else most)
    if found is None:
        return None
    filling, relaxed = found
    front = set(filling)
    shown = (*filling, *(name for name in order if name not in front))
    ordered = sorted(relaxed, key=lambda limit: limit.index)
    waivers = tuple(waived for limit in ordered for waived in _waived(limit, filling, pinned))
    return Arranged(shown, len(filling), waivers)


@dataclass(frozen=True, slots=True)
class Search:
    """The seated pinned with their positions in the order, and the others in their order."""

    pinned: Numbered
    line: tuple[str, ...]

    def filling(
        self, size: int, active: Sequence[Limit], relaxed: Sequence[Limit]
    ) -> Filling | None:
        """Return the first complete filling of so many positions, or None."""
        first = size - len(self.pinned) + 1
        pinned = {name: min(at, first + i) for i, (name, at) in enumerate(self.pinned)}
        others = [(n, {o: p for o, p in pinned.items() if o != n}) for n in pinned]
        apart = [limit for limit in active if limit.kind == "separate"]
        if any(limit.breaks(o, n, pinned[n]) for limit in apart for n, o in others):
            return None
        free = [at for at in range(1, size + 1) if at not in pinned.values()]
        if has_too_little(active, pinned, frozenset(self.line), free):
            return None
        places = _Trials(self.line, free, active, relaxed, dict(pinned)).succeed()
        if places is None:
            return None
        return tuple(name for name, _ in sorted(places.items(), key=lambda row: row[1]))


@dataclass(slots=True)
class _Trials:
    """A search under way: who has which place."""

    line: tuple[str, ...]
    free: Sequence[int]
    active: Sequence[Limit]
    relaxed: Sequence[Limit]
    places: dict[str, int]

    def succeed(self) -> dict[str, int] | None:
        """Return the places of the first complete filling; None when there is none."""
        placed: list[str] = []
        trials = [self._trials(0)]
        taken_back = 0
        hopeless: set[tuple[Ids, Filling]] = set()
        while len(placed) < len(self.free):
            name = next(trials[-1], None)
            if name is not None:
                if self._state([*placed, name]) not in hopeless:
                    placed.append(name)
                    self.places[name] = self.free[len(placed) - 1]
                    trials.append(self._trials(len(placed)))
                continue
            trials.pop()
            if len(self.free) - len(placed) <= _MOST_REMEMBERED:
                hopeless.add(self._state(placed))
            taken_back += 1
            if not placed or taken_back == _MOST_TAKEN_BACK:
                return None
            del self.places[placed.pop()]
        return self.places

    def _state(self, placed: Sequence[str]) -> tuple[Ids, Filling]:
        """Return all that the positions to come depend on."""
        distances = [limit.number for limit in self.active if limit.kind == "separate"]
        tail = max(distances, default=1) - 1
        return frozenset(placed), tuple(placed[max(0, len(placed) - tail) :] if tail > 0 else ())

    def _trials(self, depth: int) -> Iterator[str]:
        """Yield who can stand at a position; those who break nothing relaxed come first."""
        at = self.free[depth]
        left = [name for name in self.line if name not in self.places]
        tried: list[str] = []
        for name in sorted(left, key=lambda n: self._is_waived(n, at)) if self.relaxed else left:
            if not any(self._are_alike(name, other) for other in tried):
                tried.append(name)
                if self._can_stand(name, depth, left):
                    yield name

    def _is_waived(self, name: str, at: int) -> bool:
        return any(limit.breaks(self.places, name, at) for limit in self.relaxed)

    def _are_alike(self, one: str, other: str) -> bool:
        return all(limit.likens(one, other) for limit in (*self.active, *self.relaxed))

    def _can_stand(self, name: str, depth: int, left: Sequence[str]) -> bool:
        at = self.free[depth]
        if any(limit.breaks(self.places, name, at) for limit in self.active):
            return False
        places = {**self.places, name: at}
        rest = frozenset(left) - {name}
        return not has_too_little(self.active, places, rest, self.free[depth + 1 :])


def _decided(
    search: Search, limits: Sequence[Limit], most: int, least: int
) -> tuple[Filling, Sequence[Limit]] | None:
    """Return the filling and what was relaxed for it: as little as possible, the last first."""
    whole = search.filling(most, limits, ())
    if whole is not None:
        return whole, ()
    hard = [limit for limit in limits if limit.hard]
    sizes = range(most, least - 1, -1)
    fillings = (search.filling(size, hard, ()) for size in sizes)
    kept = next((filling for filling in fillings if filling is not None), None)
    if kept is None:
        return None
    soft = [limit for limit in limits if not limit.hard]
    for count in range(0 if len(kept) < most else 1, len(soft) + 1):
        relaxed = soft[len(soft) - count :]
        active = [limit for limit in limits if limit not in relaxed]
        filling = search.filling(len(kept), active, relaxed)
        if filling is not None:
            return filling, relaxed
    return kept, soft


def _waived(limit: Limit, filling: Filling, pinned: Numbered) -> Iterator[Waived]:
    """Yield the places of a filling at which a relaxed constraint is not kept."""
    if limit.kind == "at_least":
        if len(limit.members.intersection(filling)) < limit.number:
            yield limit.index, "", 0
        return
    held = dict(pinned)
    # What counts against a partner: for separation all who stand before it, for the rest the
    # seated pinned as well, and the pinned are not refused themselves.
    is_apart = limit.kind == "separate"
    before = {} if is_apart else {n: at for at, n in enumerate(filling, start=1) if n in held}
    for position, name in enumerate(filling, start=1):
        if (is_apart or name not in held) and limit.breaks(before, name, position):
            yield limit.index, name, position
        before[name] = position
