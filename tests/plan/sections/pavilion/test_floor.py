"""The page of the floor: legend, filters, places, and what it leads to."""

from pavgen.plan.sections.pavilion.floor.pages import floor_pages
from pavgen.plan.views import FacetValue, FacetView
from pavgen.plan.views.pavilion import PlaceGroup
from tests.events import FLOORPLAN
from tests.plan.sections.pavilion.fairs import fair

TWO_HALLS = FLOORPLAN.replace(
    "booths:\n", "  - {id: two, label: Hall 2, width: 10, height: 8}\nbooths:\n"
).replace(
    "features:\n",
    "  - {id: c1, hall: two, x: 1, y: 1, width: 3, height: 3, kind: island, state: blocked}\n"
    "features:\n"
    "  - {id: round, kind: aisle, label: Round, hall: two, x: 0, y: 4, width: 10, height: 4}\n"
    "  - {id: arch, kind: entrance, hall: two, x: 0, y: 5, width: 0.5, height: 1.5}\n",
)


def test_the_legend_explains_what_the_plan_has_and_nothing_else(tmp_path):
    page = fair(tmp_path).content("fair/floor/")

    assert floor_pages.__module__ == "pavgen.plan.sections.pavilion.floor.pages"
    assert page.kinds == (
        ("corner", "floor-kind-corner"),
        ("in-line", "floor-kind-in-line"),
        ("pod", "floor-kind-pod"),
    )
    assert page.states == (("taken", "floor-state-taken"), ("free", "floor-state-free"))
    assert page.features == (
        ("entrance", "floor-feature-entrance"),
        ("exit", "floor-feature-exit"),
        ("stage", "floor-feature-stage"),
    )
    assert page.near_kinds == (("edge", "floor-near-edge"), ("aisle", "floor-near-aisle"))


def test_filters_are_what_exhibitors_do_with_how_many_do_it(tmp_path):
    page = fair(tmp_path).content("fair/floor/")

    assert [facet.id for facet in page.facets] == ["area", "industry", "type"]
    assert page.facets[0] == FacetView(
        "area",
        "facet-area",
        "",
        (
            FacetValue("Data", "data/", 2, 0, "", current=False, id="data"),
            FacetValue("Lakes", "lake/", 1, 1, "", current=False, id="lake"),
        ),
    )


def test_one_may_walk_between_doors_places_and_booths(tmp_path):
    booths = tuple((booth, "floor-place") for booth in ("a1", "a2", "a3", "b1", "b2", "b3", "p1"))

    assert fair(tmp_path).content("fair/floor/").places == (
        PlaceGroup(
            "floor-landmarks",
            (("/door", "Main entrance"), ("/way-out", "Exit"), ("/stage", "Stage")),
        ),
        PlaceGroup("floor-booths", booths),
    )


def test_places_of_several_halls_stand_under_their_halls(tmp_path):
    page = fair(tmp_path, plan=TWO_HALLS).content("fair/floor/")

    assert [group.label for group in page.places] == [
        "Hall 1: floor-landmarks",
        "Hall 1: floor-booths",
        "Hall 2: floor-landmarks",
        "Hall 2: floor-booths",
    ]
    assert [hall.id for hall in page.halls] == ["one", "two"]
    assert ("blocked", "floor-state-blocked") in page.states


def test_the_page_names_its_ways_and_the_list(tmp_path):
    found = fair(tmp_path)
    page = found.content("fair/floor/")

    assert page.ways == "/fair/floor/ways.json"
    assert page.exhibitors == "/fair/exhibitors/"
    assert "fair/floor/ways.json" in [file.path for file in found.plan.data]


def test_without_a_plan_there_is_the_list_alone(tmp_path):
    main = """\
title: Fernholt Fair
summary: Two days.
starts: 2026-10-24
ends: 2026-10-25
time_zone: Europe/Berlin
venue: {name: Old Mill, city: Altdorf, country: DE}
packages: [{id: booth, label: A booth}]
exhibitors: [{partner: ada, package: booth}]
"""
    found = fair(tmp_path, main=main, plan="", agenda="")

    assert [path for path in found.paths if path.startswith("fair/floor")] == []
    assert found.content("fair/exhibitors/").plan == ""
    assert found.content("fair/exhibitors/").rows[0].booths == ()
