from datetime import date

import pytest

from pavgen.model.showing import Showing
from pavgen.plan.shelf import fill_shelf, full_order, shown_solutions
from tests.plan.projects import (
    DAY,
    article,
    files_of,
    hub,
    partner,
    pending,
    planned,
    solution,
)

POLICY = """\
groups:
  main: {strategy: alphabetical, period: quarter}
  other: {strategy: points, period: quarter}
  tiers: {strategy: alphabetical, period: quarter}
opportunities:
  directory-list: {title: All partners, rationale: By name., group: main}
  by-tier: {title: By tier, rationale: By tier., group: tiers, blocks: tier}
  first-two: {title: Two, rationale: By name., group: main, slots: 2}
  gold-only: {title: Gold, rationale: Gold., group: main, eligible: {tier: gold}}
  pointed: {title: Points, rationale: By points., group: other}
"""
FOUR = (
    partner("alder", tier="silver"),
    partner("birch", standing="points: 5\n"),
    partner("cedar", "opt_out: [directory-list]\n", "points: 9\n", tier="silver"),
    partner("dogwood", standing="points: 1\n"),
)


def shelf_of(found, day=DAY):
    return fill_shelf(found.programme, found.placement, Showing(day))


@pytest.mark.parametrize(
    ("opportunity", "expected"),
    [
        ("directory-list", ("alder", "birch", "cedar", "dogwood")),
        ("by-tier", ("birch", "dogwood", "alder", "cedar")),
        ("first-two", ("alder", "birch", "cedar", "dogwood")),
        ("gold-only", ("alder", "birch", "cedar", "dogwood")),
        ("pointed", ("cedar", "birch", "dogwood", "alder")),
    ],
)
def test_full_order_is_the_group_s_also_for_those_the_list_leaves_out(
    tmp_path, opportunity, expected
):
    found = planned(tmp_path, files_of(*FOUR, policy=POLICY))
    listed = found.placement.order_of(opportunity)

    assert full_order(found.programme, found.placement, opportunity) == expected
    assert tuple(slug for slug in expected if slug in listed) == listed


def test_ranks_count_from_zero_for_every_opportunity(tmp_path):
    ranks = shelf_of(planned(tmp_path, files_of(*FOUR, policy=POLICY))).ranks

    assert ranks == {
        "directory-list": {"alder": 0, "birch": 1, "cedar": 2, "dogwood": 3},
        "by-tier": {"birch": 0, "dogwood": 1, "alder": 2, "cedar": 3},
        "first-two": {"alder": 0, "birch": 1, "cedar": 2, "dogwood": 3},
        "gold-only": {"alder": 0, "birch": 1, "cedar": 2, "dogwood": 3},
        "pointed": {"cedar": 0, "birch": 1, "dogwood": 2, "alder": 3},
    }


def test_partner_that_is_not_shown_has_no_rank(tmp_path):
    files = files_of(
        partner("alder"), partner("birch", standing="suspended: {from: 2026-06-01}\n"),
        pending("cedar"),
    )  # fmt: skip

    assert shelf_of(planned(tmp_path, files)).ranks == {"directory-list": {"alder": 0}}


def test_solutions_are_looked_up_by_partner_newest_first(tmp_path):
    files = files_of(
        partner("alder"),
        partner("birch"),
        solution("frost", ["alder", "birch"], published="2025-01-01"),
        solution("thaw", ["alder"], published="2026-01-01"),
    )
    shelf = shelf_of(planned(tmp_path, files))

    assert shelf.solutions == ("thaw", "frost")
    assert shelf.solutions_of == {"alder": ("thaw", "frost"), "birch": ("frost",)}


def test_marks_hold_the_values_above_a_solution_s_own(tmp_path):
    more = "solution_areas: [lake]\nindustries: [water]\nsegments: [small, large]\n"
    files = files_of(partner("alder"), solution("frost", ["alder"], more))

    assert shelf_of(planned(tmp_path, files)).marks == {
        "frost": {
            "partner": frozenset({"alder"}),
            "solution_area": frozenset({"lake", "data"}),
            "industry": frozenset({"water"}),
            "segment": frozenset({"small", "large"}),
        }
    }


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 9), ()),
        (date(2026, 1, 10), ("frost",)),
        (date(2026, 1, 20), ("frost",)),
        (date(2026, 1, 21), ()),
    ],
)
def test_solution_is_shown_from_its_first_day_to_its_last(tmp_path, day, expected):
    frost = solution("frost", ["alder"], "expires: 2026-01-20\n", published="2026-01-10")
    programme = planned(tmp_path, files_of(partner("alder"), frost)).programme

    assert shown_solutions(programme, Showing(day)) == expected


def test_solution_of_nobody_who_is_shown_is_left_out(tmp_path):
    paused = partner("alder", standing="suspended: {from: 2026-06-15, until: 2026-06-16}\n")
    programme = planned(tmp_path, files_of(paused, solution("frost", ["alder"]))).programme

    shown = [shown_solutions(programme, Showing(date(2026, 6, day))) for day in (14, 15, 16, 17)]
    assert shown == [("frost",), (), (), ("frost",)]


def test_articles_of_all_hubs_stand_newest_first_then_by_hub_and_slug(tmp_path):
    files = files_of(
        hub(),
        hub("tales"),
        article("bee", "published: 2026-01-01\n"),
        article("ant", "published: 2026-01-01\n"),
        article("cat", "published: 2026-01-01\n", of="tales"),
        article("new", "published: 2026-02-01\n", of="tales"),
        article("draft", status="draft"),
    )
    shelf = shelf_of(planned(tmp_path, files))

    assert [(one.hub, one.slug) for one in shelf.articles] == [
        ("tales", "new"),
        ("notes", "ant"),
        ("notes", "bee"),
        ("tales", "cat"),
    ]


def test_article_that_names_its_contributor_too_is_found_once(tmp_path):
    one = article("one", "partners: [alder, birch]\ncontributed_by: alder\n")
    shelf = shelf_of(planned(tmp_path, files_of(partner("alder"), partner("birch"), hub(), one)))
    (found,) = shelf.articles

    assert shelf.articles_of == {"alder": (found,), "birch": (found,)}
