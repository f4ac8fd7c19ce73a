from hypothesis import given
from hypothesis import strategies as st

from pavgen.place.constraints.groups import alike, groups, neighbours

IDS = "abcdefg"
PAIRS = [(a, b) for a in IDS for b in IDS if a < b]


def test_a_triangle_is_one_group_and_a_further_pair_another():
    assert groups([("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")]) == (("a", "b", "c"), ("c", "d"))


def test_a_path_is_a_group_for_each_pair():
    assert groups([("b", "c"), ("a", "b")]) == (("a", "b"), ("b", "c"))


def test_no_pairs_make_no_groups():
    assert groups([]) == ()


@given(st.lists(st.sampled_from(PAIRS), unique=True))
def test_two_compete_just_if_a_group_holds_both_and_each_group_is_as_great_as_can_be(pairs):
    found = groups(pairs)
    within = {(a, b) for group in found for a in group for b in group if a < b}
    assert within == set(pairs)
    for group in found:
        others = set(IDS) - set(group)
        assert not any(all((min(a, b), max(a, b)) in pairs for b in group) for a in others)


@given(st.lists(st.sampled_from(PAIRS), unique=True))
def test_alike_are_those_with_the_same_competitors_but_for_each_other(pairs):
    near = neighbours(pairs)
    keys = alike(near)
    for a, b in PAIRS:
        if a in near and b in near:
            assert (keys[a] == keys[b]) == (near[a] - {b} == near[b] - {a})
