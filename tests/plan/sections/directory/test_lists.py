"""The lists of a directory: everyone, each facet value, the crossings, and the indexes."""

from pavgen.plan.views import (
    FacetIndex,
    FacetValue,
    FacetView,
    LinkView,
    PagerView,
    PartnerList,
)
from tests.plan.projects import PROGRAM, files_of, page, partner, planned, site, slugs

HOME = LinkView("Fernholt Network", "/")
ALL = LinkView("all-partners", "/browse/")
DRAWN = """\
groups:
  main: {strategy: draw, period: quarter, seed: {source: A beacon, value: beef}}
opportunities:
  directory-list: {title: All partners, rationale: By lot., group: main}
"""
TIERS = """\
groups:
  main: {strategy: alphabetical, period: quarter}
opportunities:
  directory-list: {title: All partners, rationale: By tier., group: main, blocks: tier}
"""
NAMES = ("alder", "birch", "cedar", "dogwood", "elm", "fir", "gorse", "holly")


def lists(found):
    """Return every list of partners that is a page, by its path."""
    return {
        page.view.path: page.view.content
        for page in found.plan.pages
        if isinstance(page.view.content, PartnerList)
    }


def eight(tmp_path, policy, more=""):
    """Plan a directory of eight partners of two types in three countries, six on a page."""
    regions, types, tiers = ("de", "at", "us"), ("reseller", "integrator"), ("gold", "silver")
    crowd = [
        partner(
            slug,
            f"regions: [{regions[n % 3]}]\nsolution_areas: [{'lake' if n % 2 else 'grid'}]\n",
            types=f"[{types[n // 4]}]",
            tier=tiers[n % 2],
        )
        for n, slug in enumerate(NAMES)
    ]
    files = files_of(
        *crowd, policy=policy, main=site([f"kind: directory, path: /, per_page: 6{more}"])
    )
    return planned(tmp_path, files)


def test_full_list_goes_on_over_pages_with_positions_of_the_whole(tmp_path):
    found = eight(tmp_path, DRAWN)
    first, second = found.view("browse/"), found.view("browse/page/2/")
    cards = [*first.content.surface.cards, *second.content.surface.cards]

    assert [(card.position, card.slug) for card in cards] == list(
        enumerate(found.placement.order_of("directory-list"), 1)
    )
    assert (second.title, second.content.title) == ("all-partners, page 2", "all-partners")
    assert second.content.pager == PagerView(
        number=2,
        count=2,
        previous="/browse/",
        next="",
        pages=(LinkView("1", "/browse/"), LinkView("2", "/browse/page/2/", current=True)),
    )
    assert [
        (view.content.surface.first, view.content.surface.last, view.content.surface.total)
        for view in (first, second)
    ] == [(1, 6, 8), (7, 8, 8)]


def test_every_list_is_the_full_one_with_others_left_out(tmp_path):
    for name, policy in (("drawn", DRAWN), ("tiers", TIERS)):
        found = eight(tmp_path / name, policy)
        order = found.placement.order_of("directory-list")
        shown = {path: slugs(content.surface) for path, content in lists(found).items()}

        assert order != tuple(sorted(NAMES))
        assert {path: s for path, s in shown.items() if s != sorted(s, key=order.index)} == {}


def test_list_of_a_value_says_what_it_is_and_where_it_leads(tmp_path):
    files = files_of(
        partner("alder", "regions: [de]\n"),
        partner("birch", "regions: [us]\n"),
        partner("cedar", types="[integrator]"),
    )
    found = planned(tmp_path, files)
    view = found.view("browse/type/reseller/")

    assert view.content == PartnerList(
        title="Resellers",
        lead="Sells it.",
        surface=view.content.surface,
        pager=view.content.pager,
        facets=view.content.facets,
        narrower=(
            FacetView(
                "region",
                "facet-region",
                "/browse/type/reseller/",
                (
                    FacetValue("Europe", "/browse/type/reseller/emea/", 1, id="emea"),
                    FacetValue("Central Europe", "/browse/type/reseller/dach/", 1, 1, id="dach"),
                    FacetValue("Germany", "/browse/type/reseller/de/", 1, depth=2, id="de"),
                    FacetValue("United States", "/browse/type/reseller/us/", 1, id="us"),
                ),
            ),
        ),
        proposition=None,
        given=(("type", "reseller"),),
        browse="/browse/",
        data=view.content.data,
    )
    assert (view.title, view.description) == ("Resellers", "Sells it.")
    assert view.crumbs == (HOME, ALL, LinkView("facet-type", "/browse/type/"))
    assert slugs(view.content.surface) == ["alder", "birch"]


def test_list_without_a_summary_is_described_in_words(tmp_path):
    found = planned(tmp_path, files_of(partner("alder")))

    assert found.view("browse/tier/gold/").description == "list-description"


def test_trail_of_a_country_leads_through_the_regions_above_it(tmp_path):
    view = planned(tmp_path, files_of(partner("alder", "regions: [de]\n"))).view(
        "browse/region/de/"
    )

    assert view.title == "In Germany"
    assert view.crumbs == (
        HOME,
        ALL,
        LinkView("facet-region", "/browse/region/"),
        LinkView("Europe", "/browse/region/emea/"),
        LinkView("Central Europe", "/browse/region/dach/"),
    )


def test_list_marks_its_own_value_in_its_own_facet_alone(tmp_path):
    found = planned(tmp_path, files_of(partner("alder", "regions: [de]\n", tier="gold")))
    facets = found.content("browse/region/de/").facets

    assert [(f.id, v.label) for f in facets for v in f.values if v.current] == [
        ("region", "Germany")
    ]


def test_crossing_is_a_list_of_its_own_below_the_first_value(tmp_path):
    files = files_of(
        partner("alder", "regions: [de]\n"),
        partner("birch", "regions: [de]\n", types="[integrator]"),
        partner("cedar", "regions: [us]\n"),
    )
    view = planned(tmp_path, files).view("browse/type/reseller/de/")
    (narrower,) = view.content.narrower

    assert (view.title, view.content.lead, slugs(view.content.surface)) == (
        "Resellers in Germany",
        "",
        ["alder"],
    )
    assert view.crumbs == (
        HOME,
        ALL,
        LinkView("facet-type", "/browse/type/"),
        LinkView("Resellers", "/browse/type/reseller/"),
    )
    assert [(v.label, v.current) for v in narrower.values] == [
        ("Europe", False),
        ("Central Europe", False),
        ("Germany", True),
        ("United States", False),
    ]
    assert [(f.id, v.label) for f in view.content.facets for v in f.values if v.current] == [
        ("type", "Reseller")
    ]


def test_crossings_cover_type_and_area_by_region_and_no_other_pair(tmp_path):
    listing = "regions: [us]\nsolution_areas: [grid]\nindustries: [water]\nsegments: [small]\n"
    found = planned(tmp_path, files_of(partner("alder", listing)))

    assert [path for path in lists(found) if path.count("/") == 5] == [
        "/browse/area/grid/us/",
        "/browse/type/reseller/us/",
    ]
    assert [
        found.content(path).narrower != ()
        for path in ("browse/area/grid/", "browse/region/us/", "browse/industry/water/")
    ] == [True, False, False]


def test_every_count_is_the_number_of_partners_behind_it(tmp_path):
    found = eight(tmp_path, DRAWN)
    totals = {path: content.surface.total for path, content in lists(found).items()}
    values = {
        value.href: value.count
        for content in lists(found).values()
        for facet in (*content.facets, *content.narrower)
        for value in facet.values
    }

    assert values == {href: totals[href] for href in values}
    assert len(values) > 20


def test_index_of_a_facet_has_all_its_values(tmp_path):
    program = PROGRAM.replace("{id: us, label: United States}",
                              "{id: us, label: United States, summary: Overseas.}")  # fmt: skip
    files = files_of(
        partner("alder", "regions: [us]\n"), partner("birch", "regions: [fr]\n"), program=program
    )
    found = planned(tmp_path, files)
    made = found.page("browse/region/")

    assert (made.template, made.view.title, made.view.crumbs) == (
        "directory/facet.html",
        "facet-title",
        (HOME, ALL),
    )
    assert made.view.content == FacetIndex(
        "facet-title",
        FacetView(
            "region",
            "facet-region",
            "/browse/region/",
            (
                FacetValue("Europe", "/browse/region/emea/", 1, id="emea"),
                FacetValue("France", "/browse/region/fr/", 1, depth=1, id="fr"),
                FacetValue("United States", "/browse/region/us/", 1, summary="Overseas.", id="us"),
            ),
        ),
    )
    assert found.content("browse/region/us/").lead == "Overseas."


def test_indexes_are_made_of_the_facets_that_have_values(tmp_path):
    found = planned(tmp_path, files_of(partner("alder", "segments: [small]\n")))

    assert [p.view.path for p in found.plan.pages if p.template == "directory/facet.html"] == [
        "/browse/segment/",
        "/browse/tier/",
        "/browse/type/",
    ]


def test_directory_of_nobody_has_one_empty_list(tmp_path):
    found = planned(tmp_path, files_of())
    content = found.content("browse/")

    assert list(lists(found)) == ["/browse/"]
    assert (content.surface.cards, content.surface.total, content.facets) == ((), 0, ())


def test_list_of_an_opportunity_for_some_holds_them_alone(tmp_path):
    policy = """\
groups:
  main: {strategy: alphabetical, period: quarter}
opportunities:
  directory-list: {title: All partners, rationale: By name., group: main}
  gold-list: {title: Gold, rationale: Gold., group: main, eligible: {tier: gold}}
"""
    files = files_of(
        partner("alder"), partner("birch", "regions: [us]\n", tier="silver"), policy=policy,
        main=site(["kind: directory, path: /, list: gold-list"]),
    )  # fmt: skip
    found = planned(tmp_path, files)

    assert slugs(found.content("browse/").surface) == ["alder"]
    assert [path for path in lists(found) if "silver" in path or "us" in path] == []
    assert found.content("birch/").card.href == "/birch/"


def test_address_of_a_facet_value_is_that_of_its_list(tmp_path):
    files = files_of(
        partner("alder", "regions: [de]\n"), page("about"),
        main=site(["kind: directory, path: /who/", "kind: pages, path: /"],
                  base="https://fernholt.example/net/"),
    )  # fmt: skip
    found = planned(tmp_path, files)

    assert {v.href for f in found.content("who/browse/").facets for v in f.values} == {
        "/net/who/browse/region/dach/",
        "/net/who/browse/region/de/",
        "/net/who/browse/region/emea/",
        "/net/who/browse/tier/gold/",
        "/net/who/browse/type/reseller/",
    }
    assert found.content("who/alder/").tier == LinkView("Gold", "/net/who/browse/tier/gold/")
