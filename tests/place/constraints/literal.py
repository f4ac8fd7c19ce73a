"""The search of `docs/ledger.md` word by word, with all that only the limit depends on.

It works everything out anew at each trial, from sets of ids.
"""

from itertools import combinations

from pavgen.place.rounds import AtLeast, Cap, Cooldown, Separate
from tests.place.constraints.oracle import breaks, pinned_at, too_near


class LimitReachedError(Exception):
    """The search took back once too often."""


class Literal:
    def __init__(self, case, k, active, relaxed, budget):
        self.case, self.k, self.active, self.relaxed = case, k, active, relaxed
        self.pins = pinned_at(case, k)
        pinned = {one for one, _ in case.pins}
        self.loose = [one for one in case.order if one not in pinned]
        self.part = {*self.loose, *self.pins.values()}
        self.free = [p for p in range(1, k + 1) if p not in self.pins]
        self.left, self.dead = budget, set()

    def run(self):
        """The filling; None where there is none; the word `limit` where it gave up."""
        if any(
            too_near(self.case, i, one, p, self.pins)
            for i in self.of(Separate, self.active)
            for p, one in self.pins.items()
        ) or self.too_little({}):
            return None
        try:
            return self.fill(())
        except LimitReachedError:
            return "limit"

    def of(self, kind, indices):
        return [i for i in indices if isinstance(self.case.constraints[i], kind)]

    def fill(self, placed):
        if len(placed) == len(self.free):
            whole = self.pins | dict(zip(self.free, placed, strict=True))
            return [whole[p] for p in sorted(whole)]
        position = self.free[len(placed)]
        before = dict(zip(self.free, placed, strict=False))
        for one in self.candidates(position, before):
            if self.fails(one, position, before, placed):
                continue
            found = self.fill((*placed, one))
            if found is not None:
                return found
            self.left -= 1
            if self.left == 0:
                raise LimitReachedError
        if len(self.free) - len(placed) <= 100:
            self.dead.add(self.situation(placed))
        return None

    def candidates(self, position, before):
        rest = [one for one in self.loose if one not in before.values()]
        bad = [one for one in rest if self.breaks_any(self.relaxed, one, position, before)]
        return [
            one
            for one in [x for x in rest if x not in bad] + bad
            if not any(self.alike(one, other) for other in rest[: rest.index(one)])
        ]

    def fails(self, one, position, before, placed):
        return (
            self.breaks_any(self.active, one, position, before)
            or self.too_little(before | {position: one})
            or self.situation((*placed, one)) in self.dead
        )

    def breaks_any(self, indices, one, position, before):
        return any(breaks(self.case, i, one, position, before | self.pins) for i in indices)

    def situation(self, placed):
        reach = max(
            [1, *(self.case.constraints[i].distance for i in self.of(Separate, self.active))]
        )
        return frozenset(placed), placed[max(0, len(placed) - reach + 1) :]

    def classes(self, i):
        constraint, bound = self.case.constraints[i], self.case.bounds[i]
        least = 2 if isinstance(constraint, Separate) else constraint.most + 1
        found = [set(ids) & self.part for _, ids in bound.classes]
        return [ids for ids in found if len(ids) >= least]

    def alike(self, one, other):
        return all(self.same(i, one, other) for i in (*self.active, *self.relaxed))

    def same(self, i, one, other):
        constraint, bound = self.case.constraints[i], self.case.bounds[i]
        if isinstance(constraint, Cooldown):
            sat = {x for those in self.case.recent[: constraint.periods] for x in those}
            return (one in sat) == (other in sat)
        if isinstance(constraint, AtLeast):
            return (one in bound.members) == (other in bound.members)
        if isinstance(constraint, Cap) and constraint.per == "partner":
            full = {x for x, n in bound.used if n >= constraint.most}
            return (one in full) == (other in full)
        if isinstance(constraint, Separate) and constraint.of == "competitors":
            return self.near(i, one) - {other} == self.near(i, other) - {one}
        return all((one in ids) == (other in ids) for ids in self.classes(i))

    def near(self, i, one):
        pairs = self.case.bounds[i].pairs
        return {x for pair in pairs if one in pair for x in pair if x in self.part} - {one}

    def groups(self, i):
        if self.case.constraints[i].of == "labels":
            return self.classes(i)
        pairs = [p for p in self.case.bounds[i].pairs if set(p) <= self.part]
        found: list[set[str]] = []
        for pair in sorted(pairs):
            if not any(set(pair) <= group for group in found):
                group = set(pair)
                for x in sorted(self.part - group):
                    if all((min(x, y), max(x, y)) in pairs for y in group):
                        group.add(x)
                found.append(group)
        return found

    def too_little(self, placed):
        free = [p for p in self.free if p not in placed]
        everywhere = self.pins | placed
        barring = [
            i
            for i in self.active
            if isinstance(self.case.constraints[i], Cooldown)
            or (
                isinstance(self.case.constraints[i], Cap)
                and self.case.constraints[i].per == "partner"
            )
        ]
        remain = {
            one
            for one in self.loose
            if one not in placed.values() and not self.breaks_any(barring, one, 1, {})
        }
        asked = [(len(free), remain)]
        for i in self.of(AtLeast, self.active):
            members = set(self.case.bounds[i].members)
            wanted = self.case.constraints[i].least - len(members & set(everywhere.values()))
            asked.append((wanted, remain & members))
        return any(self.too_much(u, those, free, everywhere) for u, those in asked)

    def too_much(self, u, those, free, everywhere):
        if u > min(len(free), len(those)):
            return True
        for i in self.of(Cap, self.active):
            if self.case.constraints[i].per != "partner" and u > self.given(i, those, everywhere):
                return True
        for i in self.of(Separate, self.active):
            distance = self.case.constraints[i].distance
            for group in self.groups(i):
                taken = [p for p, one in everywhere.items() if one in group]
                open_ = [p for p in free if all(abs(p - q) >= distance for q in taken)]
                if u - len(those - group) > most_apart(open_, distance):
                    return True
        return False

    def given(self, i, those, everywhere):
        total = 0
        counted: set[str] = set()
        for ids in self.classes(i):
            room = self.case.constraints[i].most - len(ids & set(everywhere.values()))
            total += min(max(room, 0), len((those & ids) - counted))
            counted |= ids
        return total + len(those - counted)


def most_apart(positions, distance):
    return max(
        len(those)
        for size in range(len(positions) + 1)
        for those in combinations(positions, size)
        if all(b - a >= distance for a, b in combinations(those, 2))
    )
