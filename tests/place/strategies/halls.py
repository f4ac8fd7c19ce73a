"""Halls of booths for tests of picking: who may stand where, and next to whom."""

import hashlib
from itertools import permutations

from hypothesis import strategies as st

from pavgen.place.strategies.pick import Item, Seeker, pick

IDS = "abcde"
BOOTHS = "uvwxy"


def tickets(ids):
    return {one: hashlib.sha256(one.encode()).digest() for one in ids}


class Hall:
    """Booths with weights, what each seeker may have, and pairs of choices that exclude."""

    def __init__(self, weights, allowed, apart):
        self.weights, self.allows, self.apart = weights, allowed, apart

    def allowed(self, seeker, item):
        return (seeker, item) in self.allows

    def together(self, a, x, b, y):
        assert a != b
        assert x != y
        return frozenset(((a, x), (b, y))) not in self.apart

    def pick(self, lists, budget=200_000):
        seekers = [Seeker(seeker, tuple(prefers)) for seeker, prefers in lists.items()]
        items = [Item(item, weight) for item, weight in self.weights.items()]
        return pick(seekers, items, self.allowed, self.together, tickets(self.weights), budget)

    def published(self):
        return sorted(self.weights, key=lambda x: (-self.weights[x], tickets(x)[x]))

    def stands(self, placed):
        """Tell whether so many seekers may stand so (pairs of seeker and item)."""
        return all(pair in self.allows for pair in placed) and not any(
            frozenset((one, other)) in self.apart for one in placed for other in placed
        )

    def ways(self, seekers):
        """Return every way to place all seekers, as dictionaries, by trying everything."""
        for items in permutations(self.weights, len(seekers)):
            placed = tuple(zip(seekers, items, strict=True))
            if self.stands(placed):
                yield dict(placed)


@st.composite
def halls(draw, seekers=IDS[:4], booths=BOOTHS):
    """Draw a hall in which rivals may not stand on booths near each other."""
    pairs = [(s, b) for s in seekers for b in booths]
    refused = draw(st.sets(st.sampled_from(pairs), max_size=6))
    rivals = draw(st.sets(st.tuples(st.sampled_from(seekers), st.sampled_from(seekers))))
    near = draw(st.sets(st.tuples(st.sampled_from(booths), st.sampled_from(booths))))
    odd = draw(st.sets(st.frozensets(st.sampled_from(pairs), min_size=2, max_size=2), max_size=3))
    apart = {
        frozenset(((a, v), (b, w)))
        for a, b in rivals
        for x, y in near
        for v, w in ((x, y), (y, x))
        if a != b and x != y
    }
    weights = {booth: draw(st.integers(1, 2)) for booth in booths}
    return Hall(weights, set(pairs) - refused, apart | odd)


def lists(seekers=IDS[:4], booths=BOOTHS):
    """Draw each seeker's preferences, some of them short."""
    one = st.tuples(st.permutations(booths), st.integers(0, len(booths)))
    return st.fixed_dictionaries({s: one.map(lambda drawn: drawn[0][: drawn[1]]) for s in seekers})


class Grid:
    """A hall of rows and columns where two of a label may not share an edge, nor face each
    other; `labels` are those of the seekers in turn order.
    """

    def __init__(self, rows, columns, labels):
        self.booths = [f"{row}-{column:02}" for row in range(rows) for column in range(columns)]
        self.label_of = {f"s{n:02}": label for n, label in enumerate(labels)}

        self.near = {
            (x, y)
            for x in self.booths
            for y in self.booths
            if abs(int(x[0]) - int(y[0])) + abs(int(x[2:]) - int(y[2:])) == 1
        }

    def allowed(self, seeker, item):
        return seeker in self.label_of and item in self.booths

    def together(self, a, x, b, y):
        assert a != b
        assert x != y
        return (x, y) not in self.near or self.label_of[a] != self.label_of[b]

    def pick(self, prefers, budget=200_000):
        seekers = [Seeker(seeker, tuple(prefers(seeker))) for seeker in self.label_of]
        items = [Item(booth, 1) for booth in self.booths]
        known = tickets(self.booths)
        return pick(seekers, items, self.allowed, self.together, known, budget)
