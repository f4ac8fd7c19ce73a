"""Everybody who exhibits, in the order of the section's list, and by what they are needed for."""

from pavgen.plan.sections.pavilion.floor.exhibitors import NEED
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import BoothLink
from tests.events import EVENT
from tests.plan.projects import slugs
from tests.plan.sections.pavilion.fairs import fair


def rows(page):
    return [(row.card.slug, row.card.position) for row in page.rows]


def test_exhibitors_stand_in_the_order_of_the_list_with_their_booths(tmp_path):
    page = fair(tmp_path).content("fair/exhibitors/")

    assert page.surface.opportunity == "directory-list"
    assert rows(page) == [("ada", 1), ("bob", 2), ("cat", 3)]
    assert slugs(page.surface) == ["ada", "bob", "cat"]
    assert [(row.package, row.booths, row.with_it) for row in page.rows] == [
        ("A booth", (BoothLink("A1", "/fair/floor/#a1", ""),), (LinkView("Dot", "/dot/"),)),
        ("A booth", (BoothLink("A2", "/fair/floor/#a2", ""),), ()),
        ("A shared pod", (BoothLink("P1", "/fair/floor/#p1", "The first day"),), ()),
    ]


def test_a_need_has_a_page_of_those_who_meet_it_and_what_lies_below_it(tmp_path):
    found = fair(tmp_path)

    assert NEED == "area"
    assert [path for path in found.paths if path.startswith("fair/exhibitors/")] == [
        "fair/exhibitors/data/index.html",
        "fair/exhibitors/index.html",
        "fair/exhibitors/lake/index.html",
    ]
    assert rows(found.content("fair/exhibitors/data/")) == [("ada", 1), ("bob", 2)]
    assert rows(found.content("fair/exhibitors/lake/")) == [("bob", 1)]


def test_a_need_leads_to_the_plan_narrowed_alike(tmp_path):
    found = fair(tmp_path)

    assert found.content("fair/exhibitors/").plan == "/fair/floor/"
    assert found.content("fair/exhibitors/lake/").plan == "/fair/floor/?area=lake"


def test_every_page_of_the_list_links_every_need(tmp_path):
    page = fair(tmp_path).content("fair/exhibitors/lake/")

    assert [(v.label, v.href, v.count, v.current) for v in page.needs.values] == [
        ("Data", "/fair/exhibitors/data/", 2, False),
        ("Lakes", "/fair/exhibitors/lake/", 1, True),
    ]
    assert page.everybody == LinkView("floor-exhibitors", "/fair/exhibitors/", count=3)


def test_an_exhibitor_links_its_own_needs(tmp_path):
    page = fair(tmp_path).content("fair/exhibitors/")

    assert [row.does for row in page.rows] == [
        (LinkView("Data", "/fair/exhibitors/data/"),),
        (LinkView("Lakes", "/fair/exhibitors/lake/"),),
        (),
    ]


def test_who_is_suspended_or_has_withdrawn_is_not_in_the_list(tmp_path):
    main = EVENT.replace("booth: a2, reason: By lot.", "withdrew: 2026-06-01")
    standing = {"cat": "suspended: {from: 2026-06-01, reason: A review.}\n"}
    page = fair(tmp_path, main=main, standing=standing).content("fair/exhibitors/")

    assert rows(page) == [("ada", 1)]
