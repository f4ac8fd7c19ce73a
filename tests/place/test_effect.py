"""What a change does to who stands where: stories with real placements, then any two lists."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.model.conditions import Among
from pavgen.model.records.policy import Group
from pavgen.place.effect import Effect, Move, effect_of
from pavgen.place.placement import seated
from pavgen.place.placing import place
from tests.place.programmes import opportunity, partner, programme

DAY = date(2026, 11, 25)
LISTS = {
    "all": opportunity(),
    "resellers": opportunity(eligible=Among("types", ("reseller",))),
    "two": opportunity(slots=2),
}
FOUR = {name: partner(name) for name in ("acme", "bravo", "cutter", "dory")}


def placed(partners):
    groups = {"main": Group(strategy="alphabetical")}
    return place(programme(partners, groups=groups, opportunities=LISTS), DAY).value


def effect(before, after, *changed):
    return effect_of(placed(before.values()), placed(after.values()), changed)


def test_an_edit_that_no_rule_looks_at_moves_nobody():
    after = FOUR | {"bravo": partner("bravo", tagline="We row.")}
    assert effect(FOUR, after, "bravo") == Effect(
        shown=(Move("bravo", "all", 2, 2, 4), Move("bravo", "two", 2, 2, 2)),
    )
    assert effect(FOUR, after, "bravo").is_none


def test_who_joins_a_list_moves_those_behind_and_no_other():
    after = FOUR | {"cable": partner("cable")}
    found = effect(FOUR, after, "cable")
    assert found == Effect(
        shown=(Move("cable", "all", None, 3, 5),),
        others=(
            Move("cutter", "all", 3, 4, 5, "comes", ("cable",)),
            Move("dory", "all", 4, 5, 5, "comes", ("cable",)),
        ),
    )
    assert not found.is_none


def test_who_joins_a_full_list_in_front_puts_the_last_out():
    after = FOUR | {"aback": partner("aback")}
    found = effect(FOUR, after, "aback")
    assert [move for move in found.others if move.opportunity == "two"] == [
        Move("acme", "two", 1, 2, 2, "comes", ("aback",)),
        Move("bravo", "two", 2, None, 2, "comes", ("aback",)),
    ]


def test_who_leaves_lets_those_behind_move_up_and_the_next_in():
    after = {name: FOUR[name] for name in ("bravo", "cutter", "dory")}
    found = effect(FOUR, after, "acme")
    assert [move for move in (*found.shown, *found.others) if move.opportunity == "two"] == [
        Move("acme", "two", 1, None, 2),
        Move("bravo", "two", 2, 1, 2, "goes", ("acme",)),
        Move("cutter", "two", None, 2, 2, "goes", ("acme",)),
    ]


def test_another_name_in_a_sorted_list_moves_those_it_passes():
    after = FOUR | {"acme": partner("acme", name="Cord")}
    assert effect(FOUR, after, "acme").others[:1] == (
        Move("bravo", "all", 2, 1, 4, "moves", ("acme",)),
    )
    assert [m.slug for m in effect(FOUR, after, "acme").others if m.opportunity == "all"] == [
        "bravo"
    ]


def test_another_type_enters_and_leaves_what_it_may_be_in():
    before = FOUR | {"dory": partner("dory", types=("reseller",))}
    after = FOUR | {"bravo": partner("bravo", types=("reseller",)), "dory": before["dory"]}
    enters, leaves = effect(before, after, "bravo"), effect(after, before, "bravo")
    assert [m for m in (*enters.shown, *enters.others) if m.opportunity == "resellers"] == [
        Move("bravo", "resellers", None, 1, 2),
        Move("dory", "resellers", 1, 2, 2, "comes", ("bravo",)),
    ]
    assert [m for m in (*leaves.shown, *leaves.others) if m.opportunity == "resellers"] == [
        Move("bravo", "resellers", 1, None, 1),
        Move("dory", "resellers", 2, 1, 1, "goes", ("bravo",)),
    ]


def test_who_opts_out_of_a_list_stays_in_the_others():
    after = FOUR | {"acme": partner("acme", opt_out=("two",))}
    found = effect(FOUR, after, "acme")
    assert found.shown == (Move("acme", "all", 1, 1, 4), Move("acme", "two", 1, None, 2))
    assert {move.opportunity for move in found.others} == {"two"}


def test_a_change_of_the_rule_is_no_partners_doing():
    turned = placed(FOUR.values())
    listed = turned.opportunities["all"]
    swapped = replace(listed, decisions=seated(listed.decisions[::-1]))
    after = replace(turned, opportunities=turned.opportunities | {"all": swapped})
    found = effect_of(turned, after, ())
    assert [(m.slug, m.why, m.by) for m in found.others] == [
        (slug, "order", ()) for slug in ("dory", "cutter", "bravo", "acme")
    ]


def test_a_list_that_is_new_or_gone_is_told_too():
    one, none = placed(FOUR.values()), replace(placed(FOUR.values()), opportunities={})
    assert {(m.before, m.after) for m in effect_of(none, one, ("acme",)).shown} == {(None, 1)}
    assert {(m.before, m.after) for m in effect_of(one, none, ("acme",)).shown} == {(1, None)}


NAMES = "abcdefgh"
lists = st.permutations(NAMES).flatmap(lambda p: st.integers(0, len(p)).map(lambda n: p[:n]))
PARTNERS = placed([partner(name) for name in NAMES])


def listing_of(slugs):
    every = PARTNERS.opportunities["all"]
    by_slug = {decision.slug: decision for decision in every.decisions}
    listed = replace(every, decisions=seated([by_slug[slug] for slug in slugs]))
    return replace(PARTNERS, opportunities={"all": listed})


def ahead(order, slug):
    """Return who stands before somebody; whoever is not shown stands behind all."""
    return set(order[: order.index(slug)] if slug in order else order)


def place_in(order, slug):
    return order.index(slug) + 1 if slug in order else None


def expected(old, new, changed):
    """Say the same from the lists themselves, slug by slug."""
    same = [s for s in old if s in new and s not in changed] == [
        s for s in new if s in old and s not in changed
    ]
    shown, others = set(), set()
    for slug in {*old, *new}:
        before, after = place_in(old, slug), place_in(new, slug)
        if slug in changed:
            shown.add((slug, before, after, ()))
        elif before != after:
            crossed = (ahead(old, slug) ^ ahead(new, slug)) & changed if same else set()
            others.add((slug, before, after, tuple(sorted(crossed))))
    return shown, others


@settings(deadline=None, max_examples=300)
@given(lists, lists, st.sets(st.sampled_from(NAMES)))
def test_any_two_lists_are_compared_slug_by_slug(old, new, changed):
    found = effect_of(listing_of(old), listing_of(new), changed)
    told = tuple(
        {(m.slug, m.before, m.after, m.by) for m in part} for part in (found.shown, found.others)
    )
    assert told == expected(old, new, changed)
    assert {m.of for m in (*found.shown, *found.others)} <= {len(new)}
    assert all((m.why == "order") == (m.by == ()) for m in found.others)


@settings(deadline=None, max_examples=200)
@given(lists, st.sets(st.sampled_from(NAMES)), st.data())
def test_whoever_moves_in_a_list_that_keeps_its_order_is_told_why(old, changed, data):
    kept = [slug for slug in old if slug not in changed]
    new = list(kept)
    for slug in sorted(changed):
        if data.draw(st.booleans()):
            new.insert(data.draw(st.integers(0, len(new))), slug)
    found = effect_of(listing_of(old), listing_of(new), changed)
    for move in found.others:
        kinds = {
            "comes" if slug not in old else "goes" if slug not in new else "moves"
            for slug in move.by
        }
        assert move.why == (kinds.pop() if len(kinds) == 1 else "moves")


@pytest.mark.parametrize("changed", [(), ("acme",), tuple(FOUR)])
def test_nothing_moves_where_nothing_changes(changed):
    assert effect_of(placed(FOUR.values()), placed(FOUR.values()), changed).is_none
