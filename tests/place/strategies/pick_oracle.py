"""A draw made the slow and obvious way, by `docs/ledger.md` alone: every way is tried."""

import hashlib

from hypothesis import strategies as st

from pavgen.place.rounds import Bound, GroupRule, Picking, PublicSeed, Round, Separate

IDS = ("a", "b", "c", "d")
ITEMS = ("p1@am", "p1@pm", "p2@am", "p2@pm", "x", "y")
BY_HAND = ("h1", "h2")
SEED = "1 2 3"


class Draw:
    """A draw's facts as plain Python, and what follows from them."""

    def __init__(self, rule, round_):
        self.picking = round_.picking
        self.weights = dict(self.picking.items)
        self.entitled = dict(round_.roster)
        self.may = {i: may for i, may, _ in self.picking.seekers}
        self.likes = {i: likes for i, _, likes in self.picking.seekers}
        self.near = {frozenset(pair) for pair in self.picking.near}
        self.clash = {frozenset(pair) for pair in self.picking.clash}
        self.apart = {frozenset(pair) for bound in round_.bounds for pair in bound.pairs}
        for bound in round_.bounds:
            for _, ids in bound.classes:
                self.apart |= {frozenset((a, b)) for a in ids for b in ids if a != b}
        ids = list(self.entitled)
        self.order = sorted(ids, key=lambda i: (round_.ranks.get(i, ()), ticket(i)))
        self.seats = min(len(ids), len(ids) if rule.slots is None else rule.slots)
        self.published = sorted(self.weights, key=lambda x: (-self.weights[x], ticket(x)))

    def turns(self):
        seated = self.order[: self.seats]
        return [(i, n) for n in range(1, 9) for i in seated if self.entitled[i] >= n]

    def is_open(self, partner, item, holds, gone=()):
        """Say whether an item is open; what those who are gone held by hand counts no more."""
        held = [*(hold for hold in self.picking.held if hold[0] not in gone), *holds]
        return (
            item in self.may[partner]
            and all(x != item for _, x in held)
            and not any(i == partner and frozenset((x, item)) in self.clash for i, x in held)
            and not any(
                frozenset((i, partner)) in self.apart and frozenset((x, item)) in self.near
                for i, x in held
            )
        )

    def way(self, turns, holds):
        """Say whether all of some turns can be served."""
        if not turns:
            return True
        (partner, _), *rest = turns
        return any(
            self.way(rest, [*holds, (partner, item)])
            for item in self.weights
            if self.is_open(partner, item, holds)
        )

    def picked(self):
        """Return who gets what in turn, or None where not all can be served."""
        turns = self.turns()
        if not self.way(turns, []):
            return None
        holds: list[tuple[str, str]] = []
        while turns:
            (partner, _), *turns = turns
            for item in (*self.likes[partner], *self.published):
                fits = item in self.weights and self.is_open(partner, item, holds)
                if fits and self.way(turns, [*holds, (partner, item)]):
                    holds.append((partner, item))
                    break
        return holds

    def queue(self, holds, gone, item):
        """Return who is asked for a vacant item, and what each would give up for it."""
        found = []
        for partner in (i for i in self.order if i not in gone):
            own = [x for i, x in holds if i == partner]
            less = ""
            if len(own) >= self.entitled[partner]:
                less = self.liked_least(partner, own)
                if not self.likes_more(partner, item, less):
                    continue
            rest = [hold for hold in holds if hold != (partner, less)]
            if self.is_open(partner, item, rest, gone):
                found.append((partner, less))
        return found

    def liked_least(self, partner, own):
        listed = [x for x in self.likes[partner] if x in own]
        rest = sorted(
            (x for x in own if x not in listed),
            key=lambda x: (self.weights[x], [-byte for byte in ticket(x)]),
        )
        return rest[0] if rest else listed[-1]

    def likes_more(self, partner, item, other):
        likes = self.likes[partner]
        if item not in likes:
            return False
        return other not in likes or likes.index(item) < likes.index(other)


def ticket(name, seed=SEED):
    parts = ("pavgen/ticket/v1", seed, "booths", "fair", "pick", name)
    data = b"".join(len(p.encode()).to_bytes(8, "big") + p.encode() for p in parts)
    return hashlib.sha256(data).digest()


@st.composite
def draws(draw):
    """Draw a rule and a round of up to four partners and six items."""
    ids = tuple(sorted(draw(st.sets(st.sampled_from(IDS), min_size=1))))
    items = tuple(sorted(draw(st.sets(st.sampled_from(ITEMS), min_size=2))))
    held = sorted({(draw(st.sampled_from((*ids, "z"))), x) for x in draw(some(BY_HAND))})
    known = (*items, *(x for _, x in held))
    kinds = draw(st.lists(st.sampled_from(("competitors", "labels")), max_size=2))
    constraints = tuple(Separate(kind, 2) for kind in kinds)
    picking = Picking(
        items=tuple((x, draw(st.integers(1, 2))) for x in items),
        seekers=tuple(
            (i, tuple(sorted(draw(some(items, least=1)))), tuple(draw(shuffled((*ITEMS, "q")))))
            for i in ids
        ),
        near=pairs(draw, known),
        clash=pairs(draw, items, most=3),
        held=tuple(held),
    )
    ranked = draw(st.booleans())
    round_ = Round(
        "booths",
        "fair",
        tuple((i, draw(st.sampled_from((1, 1, 2)))) for i in ids),
        ranks={i: (draw(st.integers(0, 1)),) for i in ids} if ranked else {},
        bounds=tuple(bound_of(draw, one, (*ids, "z")) for one in constraints),
        picking=picking,
    )
    slots = draw(st.none() | st.integers(1, 4))
    seed = PublicSeed("dice", SEED)
    return GroupRule("pick", slots=slots, seed=seed, constraints=constraints), round_


def some(names, least=0):
    return st.sets(st.sampled_from(names), min_size=least)


def shuffled(names):
    return st.permutations(names).flatmap(
        lambda order: st.integers(0, len(order)).map(lambda n: order[:n])
    )


def pairs(draw, names, most=6):
    ordered = sorted(set(names))
    every = [(a, b) for n, a in enumerate(ordered) for b in ordered[n + 1 :]]
    found = draw(st.sets(st.sampled_from(every), max_size=most)) if every else set()
    return tuple(sorted(found))


def bound_of(draw, constraint, ids):
    if constraint.of == "competitors":
        return Bound(pairs=pairs(draw, ids, most=3))
    members = tuple(sorted(draw(some(ids, least=1))))
    return Bound(classes=(("crm", members),))
