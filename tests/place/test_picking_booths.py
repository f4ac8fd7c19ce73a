from dataclasses import replace
from datetime import date

import pytest

from pavgen.place.inputs import Elsewhere, group_round, group_rule
from pavgen.place.picking_booths import booth_items, items_named
from pavgen.place.rounds import Picking
from tests.place.fairs import APART, DAY, drawing, fair
from tests.place.programmes import partner

HEAD = """\
title: Fair
summary: A fair.
starts: 2026-10-24
ends: 2026-10-25
time_zone: Europe/Berlin
venue: {name: Mill, city: Altdorf, country: DE}
packages:
  - {id: any, label: Any}
  - {id: corner, label: Corner, kinds: [corner]}
  - {id: pod, label: Pod, shifts: 2}
  - {id: one-pod, label: Pod, shifts: 1}
shifts:
  - {id: am, label: Morning, times: [{start: 2026-10-24T09:00, end: 2026-10-24T12:00}]}
  - {id: pm, label: Afternoon, times: [{start: 2026-10-24T12:00, end: 2026-10-24T18:00}]}
exhibitors:
"""
PLAN = """\
halls: [{id: one, label: Hall 1, width: 30, height: 20}]
booths:
  - {id: a1, hall: one, x: 0, y: 0, width: 3, height: 3, kind: corner, weight: 3}
  - {id: a2, hall: one, x: 3, y: 0, width: 4, height: 3, kind: in-line, facilities: [power, water]}
  - {id: a3, hall: one, x: 7, y: 0, width: 3, height: 3, kind: corner, state: blocked}
  - {id: t1, hall: one, polygon: [[20, 10], [24, 10], [20, 15]], kind: island}
  - {id: p1, hall: one, x: 0, y: 8, width: 1, height: 1, kind: pod, shared: true, weight: 2}
  - {id: p2, hall: one, x: 1, y: 8, width: 1, height: 1, kind: pod, shared: true}
"""


def picking(*exhibitors, day=DAY, partners=("ada", "bob", "cat"), **more):
    made = drawing(event=fair(main=HEAD + lines(exhibitors), plan=PLAN), partners=partners, **more)
    rule = group_rule(made, "main")
    return group_round(made, "main", rule, ("fair", day), Elsewhere({}, {}))


def lines(exhibitors):
    return "".join(f"  - {{{exhibitor}}}\n" for exhibitor in exhibitors)


def may(terms):
    ((_, items, _),) = picking(f"partner: ada, {terms}").picking.seekers
    return " ".join(items)


def test_items_are_booths_and_shifts_of_pods_but_no_blocked_ones():
    made = picking("partner: ada, package: any").picking
    assert made.items == (
        ("a1", 3),
        ("a2", 1),
        ("p1@am", 2),
        ("p1@pm", 2),
        ("p2@am", 1),
        ("p2@pm", 1),
        ("t1", 1),
    )


@pytest.mark.parametrize(
    ("terms", "items"),
    [
        ("package: any", "a1 a2 t1"),
        ("package: corner", "a1"),
        ("package: pod", "p1@am p1@pm p2@am p2@pm"),
        ("package: any, needs: {kinds: [in-line, pod]}", "a2"),
        ("package: any, needs: {facilities: [water, power]}", "a2"),
        ("package: any, needs: {area: 9}", "a1 a2 t1"),
        ("package: any, needs: {area: 10}", "a2 t1"),
        ("package: any, needs: {area: 11}", "a2"),
        ("package: any, needs: {area: 13}", ""),
    ],
)
def test_partner_may_have_what_its_package_and_needs_allow(terms, items):
    assert may(terms) == items


def test_booth_given_by_hand_is_held_and_not_given_out():
    made = picking("partner: ada, package: any", "partner: bob, package: any, booth: a2").picking
    assert made.held == (("p-bob", "a2"),)
    assert "a2" not in dict(made.items)
    assert [row[0] for row in made.seekers] == ["p-ada"]


def test_pod_given_by_hand_without_a_shift_is_held_in_all():
    made = picking("partner: bob, package: pod, booth: p1").picking
    assert made.held == (("p-bob", "p1@am"), ("p-bob", "p1@pm"))


def test_booth_of_one_who_withdrew_is_given_out():
    gone = "partner: bob, package: any, booth: a2, withdrew: 2026-09-01"
    assert picking(gone).picking.held == ()
    later = gone.replace("09-01", "09-02")
    assert picking(later).picking.held == (("p-bob", "a2"),)


def test_wish_for_a_pod_means_its_shifts_in_their_order_and_each_wish_counts_once():
    terms = "package: pod, preferences: [p2@pm, p2, a2@am, q9]"
    ((_, _, likes),) = picking(f"partner: ada, {terms}").picking.seekers
    assert likes == ("p2@pm", "p2@am", "a2", "q9")


def test_neighbours_are_near_and_pods_only_at_the_same_time():
    near = picking("partner: ada, package: any").picking.near
    assert near == (("a1", "a2"), ("p1@am", "p2@am"), ("p1@pm", "p2@pm"))


def test_what_is_held_is_near_too_but_nothing_is_near_a_blocked_booth():
    near = picking("partner: bob, package: any, booth: a1").picking.near
    assert near[0] == ("a1", "a2")
    assert not any("a3" in pair for pair in near)


def test_shifts_at_one_time_clash_for_those_who_may_have_several():
    assert picking("partner: ada, package: pod").picking.clash == (
        ("p1@am", "p2@am"),
        ("p1@pm", "p2@pm"),
    )
    assert picking("partner: ada, package: one-pod").picking.clash == ()


def test_weight_in_the_roster_is_the_number_of_shifts_of_the_package():
    made = picking(
        "partner: ada, package: pod",
        "partner: bob, package: any",
        "partner: cat, package: one-pod",
    )
    assert made.roster == (("p-ada", 2), ("p-bob", 1), ("p-cat", 1))


def test_those_who_stand_by_hand_are_kept_apart_too():
    made = picking(
        "partner: ada, package: any",
        "partner: bob, package: any, booth: a1",
        partners=labelled("ada", "bob"),
        constraints=APART,
    )
    assert made.bounds[0].classes == (("crm", ("p-ada", "p-bob")),)


def labelled(*slugs):
    made = [partner(slug) for slug in slugs]
    return [replace(p, standing=replace(p.standing, exclusion_labels=("crm",))) for p in made]


def test_item_names_that_mean_nothing_stay_as_they_are():
    held = fair(main=HEAD + lines(["partner: ada, package: any"]), plan=PLAN)
    every = booth_items(held, held.plan)
    assert items_named(every, "q9@am") == ("q9@am",)
    assert items_named(every, "p1@night") == ("p1@night",)
    assert items_named(every, "a1@am") == ("a1",)


def test_day_of_the_draw_decides_who_has_withdrawn():
    gone = "partner: ada, package: any, withdrew: 2026-09-05"
    assert picking(gone, day=date(2026, 9, 4)).roster == (("p-ada", 1),)
    assert picking(gone, day=date(2026, 9, 5)).roster == ()


def test_group_without_a_plan_gives_nothing():
    made = drawing(event=fair(main=HEAD + lines(["partner: ada, package: any"]), plan=""))
    round_ = group_round(made, "main", group_rule(made, "main"), ("fair", DAY), Elsewhere({}, {}))
    assert round_.picking == Picking((), (("p-ada", (), ()),))
