"""Which booths count as next to each other: as lines, and in words."""

from pavgen.plan.sections.pavilion.floor.near import near_lines, near_views
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import NearLine, NearView
from tests.events import FLOORPLAN
from tests.plan.projects import WORDS
from tests.plan.sections.pavilion.fairs import fair

DECLARED = FLOORPLAN + (
    "adjacency: [{a: a1, b: p1, adjacent: true, reason: They face the same stairs.}]\n"
)


def plan_of(root, text=FLOORPLAN):
    return fair(root, plan=text).programme.events["fair"].plan


def test_lines_join_the_middles_of_booths(tmp_path):
    lines = near_lines(plan_of(tmp_path))

    assert lines[:2] == (
        NearLine("a1", "a2", "one", "edge", 350, 350, 650, 350),
        NearLine("a1", "b1", "one", "aisle", 350, 350, 350, 950),
    )
    assert len(lines) == 8


def test_each_booth_names_those_beside_it_before_those_across(tmp_path):
    labels = {booth: booth.upper() for booth in ("a1", "a2", "a3", "b1", "b2", "b3", "p1")}

    assert near_views(WORDS, plan_of(tmp_path), labels)["a2"] == (
        NearView(LinkView("A1", "#a1"), "floor-near-edge", ""),
        NearView(LinkView("A3", "#a3"), "floor-near-edge", ""),
        NearView(LinkView("B2", "#b2"), "floor-near-aisle", ""),
    )


def test_a_correction_is_told_with_its_reason(tmp_path):
    page = fair(tmp_path, plan=DECLARED).content("fair/floor/")
    pod = next(entry for entry in page.entries[0].booths if entry.id == "p1")

    assert pod.near == (
        NearView(LinkView("A3", "#a3"), "floor-near-aisle", ""),
        NearView(LinkView("A1", "#a1"), "floor-near-declared", "They face the same stairs."),
    )
    assert ("declared", "floor-near-declared") in page.near_kinds
