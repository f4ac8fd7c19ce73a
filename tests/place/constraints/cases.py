"""Cases to arrange: what `arrange` is given, written short, and drawn at random."""

from dataclasses import dataclass

from hypothesis import strategies as st

from pavgen.place.constraints.arranging import Arranged, arrange
from pavgen.place.constraints.conflict import Conflict
from pavgen.place.rounds import AtLeast, Bound, Cap, Constraint, Cooldown, GroupRule, Separate

LETTERS = "abcdefg"


@dataclass(frozen=True)
class Case:
    order: tuple[str, ...]
    parts: tuple[tuple[Constraint, Bound], ...] = ()
    slots: int | None = None
    pins: tuple[tuple[str, int], ...] = ()
    recent: tuple[tuple[str, ...], ...] = ()

    @property
    def constraints(self) -> tuple[Constraint, ...]:
        return tuple(constraint for constraint, _ in self.parts)

    @property
    def bounds(self) -> tuple[Bound, ...]:
        return tuple(bound for _, bound in self.parts)

    @property
    def seats(self) -> int:
        return len(self.order) if self.slots is None else min(self.slots, len(self.order))

    def run(self) -> Arranged | Conflict:
        rule = GroupRule("draw", slots=self.slots, constraints=self.constraints)
        return arrange(self.order, rule, self.bounds, self.pins, self.recent)

    def arranged(self) -> Arranged:
        found = self.run()
        assert isinstance(found, Arranged)
        return found

    def conflict(self) -> Conflict:
        found = self.run()
        assert isinstance(found, Conflict)
        return found


def labels(distance, *, hard=True, **classes):
    return Separate("labels", distance, hard), classed(classes)


def competitors(distance, *pairs, hard=True):
    return Separate("competitors", distance, hard), Bound(pairs=tuple((a, b) for a, b in pairs))


def cap(most, *, hard=True, **classes):
    return Cap(most, "home_region", hard=hard), classed(classes)


def elsewhere(most, *, hard=True, **used):
    return Cap(most, "partner", ("home",), hard), Bound(used=tuple(sorted(used.items())))


def cooldown(periods, *, hard=True):
    return Cooldown(periods, hard), Bound()


def at_least(least, members, *, hard=True):
    return AtLeast(least, "tier is gold", hard), Bound(members=tuple(members))


def classed(classes):
    return Bound(classes=tuple((label, tuple(ids)) for label, ids in sorted(classes.items())))


def _some(ids):
    return st.lists(st.sampled_from(ids), max_size=4, unique=True).map(sorted).map(tuple)


def _parts(ids):
    hard = st.booleans()
    distance = st.integers(2, 4)
    known = [*ids, "z"]
    classes = st.lists(_some(known), max_size=3).map(
        lambda those: Bound(classes=tuple((f"l{i}", ids) for i, ids in enumerate(those)))
    )
    every = [(a, b) for a in sorted(known) for b in sorted(known) if a < b]
    few = st.lists(st.sampled_from(every), max_size=8, unique=True) if every else st.just([])
    pairs = few.map(lambda those: Bound(pairs=tuple(sorted(those))))
    used = _some(known).map(lambda those: Bound(used=tuple((i, 1) for i in those)))
    members = _some(known).map(lambda those: Bound(members=those))
    return st.one_of(
        st.tuples(st.builds(Separate, st.just("competitors"), distance, hard), pairs),
        st.tuples(st.builds(Separate, st.just("labels"), distance, hard), classes),
        st.tuples(st.builds(Cap, st.integers(1, 2), st.just("tier"), st.just(()), hard), classes),
        st.tuples(
            st.builds(Cap, st.integers(1, 2), st.just("partner"), st.just(("x",)), hard), used
        ),
        st.tuples(st.builds(Cooldown, st.integers(1, 2), hard), st.just(Bound())),
        st.tuples(st.builds(AtLeast, st.integers(0, 3), st.just("gold"), hard), members),
    )


@st.composite
def cases(draw, most=6):
    ids = draw(st.permutations(LETTERS[: draw(st.integers(0, most))]))
    pinned = ids[: draw(st.integers(0, min(2, len(ids))))]
    places = st.lists(st.integers(1, 8), min_size=len(pinned), max_size=len(pinned), unique=True)
    pins = tuple(zip(pinned, sorted(draw(places)), strict=True))
    sat = st.lists(st.sampled_from(ids), max_size=3, unique=True) if ids else st.just([])
    return Case(
        with_pins(ids[len(pinned) :], pins),
        tuple(draw(st.lists(_parts(ids), min_size=1, max_size=4))),
        draw(st.one_of(st.none(), st.integers(0, 7))),
        pins,
        tuple(tuple(ids) for ids in draw(st.lists(sat, max_size=2))),
    )


@st.composite
def tight_cases(draw):
    """Seven partners of whom most are in each other's way, so that the search goes back."""
    ids = draw(st.permutations(LETTERS))
    member = st.lists(st.sampled_from(LETTERS), min_size=2, max_size=4, unique=True).map(sorted)
    bound = st.lists(member, min_size=2, max_size=4).map(
        lambda those: Bound(classes=tuple((f"l{i}", tuple(ids)) for i, ids in enumerate(those)))
    )
    every = [(a, b) for a in LETTERS for b in LETTERS if a < b]
    pairs = st.lists(st.sampled_from(every), min_size=5, max_size=10, unique=True)
    near = pairs.map(lambda those: Bound(pairs=tuple(sorted(those))))
    distance = st.integers(2, 3)
    apart = st.one_of(
        st.tuples(st.builds(Separate, st.just("labels"), distance), bound),
        st.tuples(st.builds(Separate, st.just("competitors"), distance), near),
    )
    capped = st.tuples(st.builds(Cap, st.integers(1, 2), st.just("tier")), bound)
    wanted = st.tuples(
        st.builds(AtLeast, st.integers(2, 3), st.just("gold")),
        member.map(lambda ids: Bound(members=tuple(ids))),
    )
    if draw(st.booleans()):
        return Case(tuple(ids), tuple(draw(st.lists(apart, min_size=1, max_size=2))))
    parts = (draw(capped), draw(wanted), draw(st.one_of(apart, capped)))
    return Case(tuple(ids), parts, draw(st.integers(3, 5)))


def with_pins(loose, pins):
    order: list[str] = []
    rest, left = list(loose), {place: one for one, place in pins}
    while rest:
        position = len(order) + 1
        order.append(left.pop(position) if position in left else rest.pop(0))
    return (*order, *(left[place] for place in sorted(left)))


def knotted(size):
    """Two halves that all compete across, and some within: no list of both can be made."""
    left, right = [f"l{i:02}" for i in range(size)], [f"r{i:02}" for i in range(size)]
    within = [(a, b) for i, a in enumerate(left) for b in left[i + 1 :: 5]]
    within += [(a.replace("l", "r"), b.replace("l", "r")) for a, b in within]
    across = [(a, b) for a in left for b in right]
    bound = Bound(pairs=tuple(sorted(within + across)))
    return Case((*left, *right), ((Separate("competitors", 2), bound),))
