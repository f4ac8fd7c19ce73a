"""Whether all who are left can still be placed: an exact search, within a budget."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pavgen.kernel.values import dataclass
from pavgen.place.strategies.pick_floor import Floor, members_of

_QUICK = 4


@dataclass(frozen=True, slots=True)
class Fit:
    """An item for each seeker, or None; not `settled` when the budget ended the search."""

    found: Mapping[int, int] | None
    settled: bool = True


def fit(floor: Floor, options: Mapping[int, int], plan: Mapping[int, int], budget: int) -> Fit:
    """Find an item for every seeker of `options` (seeker to its items as bits), or show none is.

    `plan` is where to look first, as far as it goes. A short search takes every seeker by
    itself, which is enough where there is room. Where it is not, seekers that can change
    places are taken as one kind, so that no arrangement is tried twice under other names;
    to find them every pair is asked for, which is why that comes second.
    """
    short = min(budget, _QUICK * len(options) + _QUICK)
    quick = _Search(floor, _kinds(options, range(len(floor.seekers))), plan).run(short)
    if quick.settled or short == budget:
        return quick
    return _Search(floor, _kinds(options, floor.alike()), plan).run(budget - short)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Seekers that can change places, with the same options; `family` also with others'."""

    family: int
    seekers: tuple[int, ...]
    options: int


@dataclass(frozen=True, slots=True)
class _State:
    """How many of each kind are left, the items each may have, and what was given to whom.

    `matched` are items for all of each kind, distinct, though perhaps not together.
    """

    left: tuple[int, ...]
    options: tuple[int, ...]
    matched: tuple[int, ...]
    given: tuple[int, ...]


def _kinds(options: Mapping[int, int], alike: Sequence[int]) -> tuple[_Kind, ...]:
    groups: dict[tuple[int, int], list[int]] = {}
    for seeker in sorted(options):
        groups.setdefault((alike[seeker], options[seeker]), []).append(seeker)
    return tuple(_Kind(family, tuple(seekers), bits) for (family, bits), seekers in groups.items())


class _Search:
    """Depth first, the tightest choice first; each choice is made or ruled out, then the next.

    So no state is met in two orders of the same choices; one met again by another way has
    failed before.
    """

    def __init__(self, floor: Floor, kinds: tuple[_Kind, ...], plan: Mapping[int, int]) -> None:
        self._floor = floor
        self._kinds = kinds
        self._planned = tuple(
            sum(1 << plan[seeker] for seeker in kind.seekers if seeker in plan) for kind in kinds
        )
        families: dict[int, list[int]] = {}
        for number, kind in enumerate(kinds):
            families.setdefault(kind.family, []).append(number)
        self._families = tuple(
            tuple(numbers)
            for numbers in families.values()
            if sum(len(kinds[number].seekers) for number in numbers) > 1
        )

    def run(self, budget: int) -> Fit:
        """Search through at most `budget` states."""
        none = (0,) * len(self._kinds)
        left = tuple(len(kind.seekers) for kind in self._kinds)
        waiting = [_State(left, tuple(kind.options for kind in self._kinds), none, none)]
        met: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()
        while waiting:
            state = self._matched(waiting.pop())
            if state is None or (state.left, state.options) in met:
                continue
            if not any(state.left):
                return Fit(self._told(state))
            if not budget:
                return Fit(None, settled=False)
            budget -= 1
            met.add((state.left, state.options))
            if not self._families_fit(state):
                continue
            kind, item = self._choice(state)
            waiting += (_without(state, kind, item), self._with(state, kind, item))
        return Fit(None)

    def _told(self, state: _State) -> dict[int, int]:
        found: dict[int, int] = {}
        for kind, items in zip(self._kinds, state.given, strict=True):
            found.update(zip(kind.seekers, members_of(items), strict=True))
        return found

    def _with(self, state: _State, kind: int, item: int) -> _State:
        left = tuple(n - (k == kind) for k, n in enumerate(state.left))
        options = tuple(
            bits & ~self._excluded(kind, item, k) if left[k] else 0
            for k, bits in enumerate(state.options)
        )
        given = tuple(bits | ((k == kind) << item) for k, bits in enumerate(state.given))
        return replace(state, left=left, options=options, given=given)

    def _excluded(self, kind: int, item: int, other: int) -> int:
        """Return the items that one of kind `other` may not have when one of `kind` has `item`."""
        first, theirs = self._kinds[kind].seekers[0], self._kinds[other].seekers
        return self._floor.excluded(first, item, theirs[kind == other])

    def _matched(self, state: _State) -> _State | None:
        """Return the state with distinct items matched to all who are left; None if none are.

        Augmenting paths (Berge 1957), from what is left of the matching before.
        """
        matched = [have & may for have, may in zip(state.matched, state.options, strict=True)]
        # All that is too much is let go first: an item that one holds in vain is another's way on.
        for kind, left in enumerate(state.left):
            while matched[kind].bit_count() > left:
                matched[kind] &= matched[kind] - 1
        for kind, left in enumerate(state.left):
            while matched[kind].bit_count() < left:
                if not _augment(kind, state.options, matched):
                    return None
        return replace(state, matched=tuple(matched))

    def _families_fit(self, state: _State) -> bool:
        """Tell whether no family of rivals is larger than a cover of its items by cliques.

        Of items that exclude each other for a family it can hold one, so the number of such
        groups that its items fall into bounds how many of it can be placed.
        """
        for family in self._families:
            wanted = sum(state.left[kind] for kind in family)
            if wanted > 1:
                items = 0
                for kind in family:
                    items |= state.options[kind]
                if self._cliques(family, items, wanted) < wanted:
                    return False
        return True

    def _cliques(self, family: tuple[int, ...], items: int, enough: int) -> int:
        """Count groups, made greedily from the item with the fewest neighbours left."""
        near = {x: self._near(family, x) for x in members_of(items)}
        count = 0
        while items and count < enough:
            start = min(members_of(items), key=lambda x: ((near[x] & items).bit_count(), x))
            items &= ~(1 << start)
            count += 1
            common = near[start] & items
            while common:
                x = min(members_of(common), key=lambda y: ((near[y] & items).bit_count(), y))
                items &= ~(1 << x)
                common &= near[x] & ~(1 << x)
        return count

    def _near(self, family: tuple[int, ...], item: int) -> int:
        one, other = [s for kind in family for s in self._kinds[kind].seekers][:2]
        return self._floor.excluded(one, item, other)

    def _choice(self, state: _State) -> tuple[int, int]:
        """Return the tightest choice: of a kind's items, or of kinds for an item all need."""
        spare, kind = min(
            (bits.bit_count() - left, kind)
            for kind, (left, bits) in enumerate(zip(state.left, state.options, strict=True))
            if left
        )
        scarce = self._scarce(state) if spare else None
        if scarce is not None and scarce[0] <= spare:
            return scarce[1:]
        planned = state.options[kind] & self._planned[kind]
        choices = planned or state.options[kind]
        return kind, (choices & -choices).bit_length() - 1

    def _scarce(self, state: _State) -> tuple[int, int, int] | None:
        """Return the item with the fewest takers, if no item may stay free.

        As the number of takers beyond one, the taker to try first, the item.
        """
        usable = 0
        for bits in state.options:
            usable |= bits
        if usable.bit_count() > sum(state.left):
            return None
        takers = {
            x: [kind for kind, bits in enumerate(state.options) if bits >> x & 1]
            for x in members_of(usable)
        }
        item = min(takers, key=lambda x: (len(takers[x]), x))
        planned = [kind for kind in takers[item] if self._planned[kind] >> item & 1]
        return len(takers[item]) - 1, (planned or takers[item])[0], item


def _without(state: _State, kind: int, item: int) -> _State:
    options = tuple(bits & ~((k == kind) << item) for k, bits in enumerate(state.options))
    return replace(state, options=options)


def _augment(kind: int, options: Sequence[int], matched: list[int]) -> bool:
    """Match one more of a kind, others giving way; breadth first over the kinds."""
    taken = 0
    for bits in matched:
        taken |= bits
    came_from: dict[int, tuple[int, int]] = {}
    reached, queue = {kind}, [kind]
    for current in queue:
        free = options[current] & ~taken
        if free:
            _shift(kind, current, free & -free, came_from, matched)
            return True
        for other, held in enumerate(matched):
            wanted = held & options[current]
            if wanted and other not in reached:
                reached.add(other)
                came_from[other] = (current, wanted & -wanted)
                queue.append(other)
    return False


def _shift(
    start: int, last: int, item: int, came_from: dict[int, tuple[int, int]], matched: list[int]
) -> None:
    """Hand items along the path: each kind on it gives up one to the kind before and gets one."""
    while True:
        matched[last] |= item
        if last == start:
            return
        before, given_up = came_from[last]
        matched[last] &= ~given_up
        last, item = before, given_up
