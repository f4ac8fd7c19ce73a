"""The constraints' search on lists small enough to be tried in every order."""

from dataclasses import dataclass
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.verification.limits import cliques
from pavgen.place.verification.records import Round, Rule
from pavgen.place.verification.searching import Arranged, arranged

IDS = "abcdef"
_sets = st.sets(st.sampled_from(IDS)).map(sorted)


def rule(*constraints, slots=None):
    return Rule("draw", None, "none", None, "none", 60, slots, "", constraints)


def round_(*bounds, pins=()):
    roster = tuple((name, 1) for name in IDS)
    return Round("main", "2026-01", roster, pins, None, {}, bounds)


@dataclass(frozen=True)
class Case:
    order: list[str]
    distance: int
    pairs: set[str]
    cap: int
    capped: list[str]
    least: int
    members: list[str]
    barred: set[str]
    slots: int

    def keeps(self, line):
        """Say, without any cleverness, whether a filling keeps all the constraints."""
        near = [p for p in self.pairs if {*p} <= {*line} and self.gap(line, p) < self.distance]
        few = sum(name in self.capped for name in line) <= self.cap
        many = sum(name in self.members for name in line) >= self.least
        return not near and few and many and not self.barred & {*line}

    def gap(self, line, pair):
        return abs(line.index(pair[0]) - line.index(pair[1]))


_cases = st.builds(
    Case,
    order=st.permutations(IDS),
    distance=st.integers(1, 3),
    pairs=st.sets(st.sampled_from(["ab", "ac", "bd", "ce", "ef"])),
    cap=st.integers(0, 3),
    capped=_sets,
    least=st.integers(0, 3),
    members=_sets,
    barred=st.sets(st.sampled_from(IDS), max_size=2),
    slots=st.integers(1, 6),
)


@settings(max_examples=150, deadline=None)
@given(_cases)
def test_the_list_is_the_first_that_keeps_hard_constraints_with_as_many_seats_as_can_be(case):
    order = tuple(case.order)
    limits = (
        {"separate": "competitors", "distance": case.distance, "hard": True},
        {"cap": case.cap, "per": "type", "hard": True},
        {"at_least": case.least, "of": "w", "hard": True},
        {"cooldown": 1, "hard": True},
    )
    facts = round_(
        {"pairs": sorted(map(tuple, case.pairs))},
        {"classes": [["t", case.capped]]},
        {"members": case.members},
        {},
    )
    found = arranged(rule(*limits, slots=case.slots), facts, order, [frozenset(case.barred)])
    fillings = (
        line
        for size in range(case.slots, -1, -1)
        for line in permutations(order, size)
        if case.keeps(line)
    )
    first = next(fillings, None)
    expected = None
    if first is not None:
        rest = tuple(name for name in order if name not in first)
        expected = Arranged(first + rest, len(first))
    assert found == expected


def test_the_last_soft_constraint_is_relaxed_first_and_its_waivers_told():
    apart = {"separate": "competitors", "distance": 2, "hard": False}
    wanted = {"at_least": 3, "of": "w", "hard": False}
    pairs = {"pairs": [("a", "b"), ("a", "c"), ("b", "c")]}
    members = {"members": ["a", "b", "c"]}
    found = arranged(rule(apart, wanted, slots=4), round_(pairs, members), tuple(IDS), [])
    assert found == Arranged(("a", "d", "b", "e", "c", "f"), 4, ((1, "", 0),))
    other = arranged(rule(wanted, apart, slots=4), round_(members, pairs), tuple(IDS), [])
    assert other == Arranged(("a", "d", "b", "c", "e", "f"), 4, ((1, "c", 4),))


def test_a_soft_constraint_that_can_be_kept_with_fewer_seats_is_kept():
    apart = {"separate": "competitors", "distance": 2, "hard": False}
    used_up = {"cap": 1, "per": "partner", "across": [], "hard": True}
    bounds = ({"pairs": [("b", "c")]}, {"used": [["d", 1], ["e", 1], ["f", 1]]})
    found = arranged(rule(apart, used_up, slots=4), round_(*bounds), tuple(IDS), [])
    assert found == Arranged(("b", "a", "c", "d", "e", "f"), 3)


def test_the_pinned_are_counted_and_never_refused():
    cap = {"cap": 1, "per": "type", "hard": True}
    bound = {"classes": [["t", ["a", "b", "c"]]]}
    found = arranged(rule(cap, slots=3), round_(bound, pins=(("c", 2),)), tuple("acbdef"), [])
    assert found == Arranged(("d", "c", "e", "a", "b", "f"), 3)


def test_no_list_is_found_where_the_pinned_stand_too_near():
    apart = {"separate": "competitors", "distance": 3, "hard": True}
    bound = {"pairs": [("a", "b")]}
    assert arranged(rule(apart), round_(bound, pins=(("a", 1), ("b", 2))), tuple(IDS), []) is None


def test_competitors_are_grouped_pair_by_pair():
    pairs = [("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")]
    assert cliques(pairs) == (frozenset("abc"), frozenset("cd"))
