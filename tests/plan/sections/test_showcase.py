"""Showcases: lists of solutions by industry, area and segment, and their stories."""

from datetime import date

from pavgen.plan.views import (
    FacetIndex,
    FacetValue,
    FacetView,
    LinkView,
    OutcomeView,
    RoleView,
    SolutionStory,
)
from tests.plan.projects import files_of, page, partner, planned, site, slugs, solution

SITE = site(
    ["kind: showcase, path: /stories/, title: Stories, per_page: 6", "kind: pages, path: /"]
)
FULL = """\
customer: A town
industries: [water, energy]
solution_areas: [lake]
segments: [large]
outcomes: [{measure: of the cost, value: −38 %}, {measure: of the time, value: half}]
products: [Pump One]
"""


def shown(found, path):
    return [card.slug for card in found.content(path).solutions]


def lists(found):
    return [
        page.path.removesuffix("index.html")
        for page in found.plan.pages
        if page.template.startswith("showcase/") and page.template != "showcase/solution.html"
    ]


def three(tmp_path):
    files = files_of(
        partner("alder"),
        solution("frost", ["alder"], "industries: [energy]\nsolution_areas: [lake]\n"),
        solution("melt", ["alder"], "industries: [energy, water]\n", published="2026-02-01"),
        solution("thaw", ["alder"], "solution_areas: [data, grid]\n", published="2026-03-01"),
        main=SITE,
    )
    return planned(tmp_path, files)


def test_lists_are_made_of_the_values_that_solutions_have(tmp_path):
    assert lists(three(tmp_path)) == [
        "stories/by/area/data/",
        "stories/by/area/grid/",
        "stories/by/area/",
        "stories/by/area/lake/",
        "stories/by/industry/energy/",
        "stories/by/industry/",
        "stories/by/industry/water/",
        "stories/",
    ]


def test_list_of_a_value_holds_its_solutions_newest_first_and_those_below_it(tmp_path):
    found = three(tmp_path)

    assert {
        path: shown(found, f"stories/{path}")
        for path in ("", "by/area/data/", "by/area/lake/", "by/industry/energy/")
    } == {
        "": ["thaw", "melt", "frost"],
        "by/area/data/": ["thaw", "frost"],
        "by/area/lake/": ["frost"],
        "by/industry/energy/": ["melt", "frost"],
    }


def test_index_of_a_facet_counts_and_indents_its_values(tmp_path):
    view = three(tmp_path).view("stories/by/area/")

    assert view.content == FacetIndex(
        "facet-title",
        FacetView(
            "area",
            "facet-area",
            "/stories/by/area/",
            (
                FacetValue("Data", "/stories/by/area/data/", 2),
                FacetValue("Lakes", "/stories/by/area/lake/", 1, depth=1),
                FacetValue("Grids", "/stories/by/area/grid/", 1),
            ),
        ),
    )
    assert view.crumbs == (LinkView("Fernholt Network", "/"), LinkView("Stories", "/stories/"))


def test_facets_of_a_list_mark_its_value_and_leave_out_those_without_any(tmp_path):
    content = three(tmp_path).content("stories/by/industry/water/")

    assert [(facet.id, [v.label for v in facet.values if v.current]) for facet in content.facets] == [
        ("industry", ["Water"]),
        ("area", []),
    ]  # fmt: skip


def test_list_of_a_value_leads_back_to_its_facet(tmp_path):
    view = three(tmp_path).view("stories/by/industry/water/")

    assert (view.title, view.content.total) == ("solutions-industry", 1)
    assert view.crumbs == (
        LinkView("Fernholt Network", "/"),
        LinkView("Stories", "/stories/"),
        LinkView("facet-industry", "/stories/by/industry/"),
    )


def test_long_list_goes_on_in_order_without_its_introduction(tmp_path):
    names = [f"part-{n}" for n in range(8)]
    many = [
        solution(slug, ["alder"], published=f"2026-01-{20 - n}") for n, slug in enumerate(names)
    ]
    sections = ["kind: showcase, path: /, intro: welcome, per_page: 6"]
    found = planned(
        tmp_path, files_of(partner("alder"), page("welcome"), *many, main=site(sections))
    )
    first, second = found.view("index.html"), found.view("page/2/")

    assert shown(found, "index.html") + shown(found, "page/2/") == names
    assert "Some words." in first.content.intro.parts[0].html
    assert (second.title, second.content.intro.parts, second.content.total) == (
        "Fernholt Network, page 2",
        (),
        8,
    )
    assert (second.content.pager.previous, second.content.pager.next) == ("/", "")


def test_showcase_without_solutions_is_one_empty_page(tmp_path):
    found = planned(tmp_path, files_of(partner("alder"), main=SITE))

    assert lists(found) == ["stories/"]
    assert (found.content("stories/").total, found.content("stories/").facets) == (0, ())


def test_showcase_at_the_root_is_called_like_the_site(tmp_path):
    titles = [
        planned(tmp_path / str(n), files_of(main=main)).view(path).title
        for n, (main, path) in enumerate([(SITE, "stories/"), (site(["kind: showcase, path: /"]), "index.html")])
    ]  # fmt: skip

    assert titles == ["Stories", "Fernholt Network"]


def test_story_has_everything_its_record_says(tmp_path):
    files = files_of(
        partner("alder"), partner("birch"), solution("frost", ["birch", "alder"], FULL),
        solution("thaw", ["alder"], "industries: [water]\n"), main=SITE,
    )  # fmt: skip
    found = planned(tmp_path, files)
    view = found.view("stories/frost/")
    frost, thaw = found.content("stories/").solutions
    alder, birch = frost.partners.cards

    assert view.content == SolutionStory(
        card=frost,
        roles=(RoleView(alder, "Work of alder"), RoleView(birch, "Work of birch")),
        story=view.content.story,
        outcomes=(OutcomeView("−38 %", "of the cost"), OutcomeView("half", "of the time")),
        industries=(
            LinkView("Energy", "/stories/by/industry/energy/"),
            LinkView("Water", "/stories/by/industry/water/"),
        ),
        areas=(LinkView("Lakes", "/stories/by/area/lake/"),),
        segments=(LinkView("Large", "/stories/by/segment/large/"),),
        products=("Pump One",),
        published=date(2026, 1, 1),
        related=(thaw,),
    )
    assert (view.title, view.description) == ("Solution frost", "How frost went.")
    assert "<p>It worked.</p>" in view.content.story.parts[0].html


def test_every_link_of_a_story_leads_to_a_list_that_is_made(tmp_path):
    files = files_of(partner("alder"), solution("frost", ["alder"], FULL), main=SITE)
    found = planned(tmp_path, files)
    story = found.content("stories/frost/")
    links = [link.href for link in (*story.industries, *story.areas, *story.segments)]

    assert [href for href in links if f"{href[1:]}index.html" not in found.paths] == []
    assert [shown(found, href[1:]) for href in links] == [["frost"]] * 4


def test_roles_leave_out_a_partner_that_is_suspended(tmp_path):
    files = files_of(
        partner("alder"), partner("birch", standing="suspended: {from: 2026-06-15}\n"),
        solution("frost", ["birch", "alder"]), main=SITE,
    )  # fmt: skip
    story = planned(tmp_path, files).content("stories/frost/")

    assert [role.role for role in story.roles] == ["Work of alder"]
    assert slugs(story.card.partners) == ["alder"]


def test_related_solutions_are_three_that_share_most_areas_and_industries(tmp_path):
    files = files_of(
        partner("alder"),
        solution("base", ["alder"], "industries: [energy, water]\nsolution_areas: [lake]\n"),
        solution("one", ["alder"], "industries: [water]\n", published="2026-05-01"),
        solution("three", ["alder"], "industries: [energy, water]\nsolution_areas: [lake]\n", published="2020-01-01"),
        solution("two", ["alder"], "industries: [energy]\nsolution_areas: [lake]\n", published="2021-01-01"),
        solution("four", ["alder"], "industries: [energy]\n", published="2025-05-01"),
        solution("parent", ["alder"], "solution_areas: [data]\n"),
        main=SITE,
    )  # fmt: skip
    related = planned(tmp_path, files).content("stories/base/").related

    assert [card.slug for card in related] == ["three", "two", "one"]


def test_solution_of_two_showcases_has_one_page_and_stands_in_both_lists(tmp_path):
    sections = ["kind: showcase, path: /stories/", "kind: showcase, path: /again/"]
    found = planned(
        tmp_path, files_of(partner("alder"), solution("frost", ["alder"]), main=site(sections))
    )

    assert [p.path for p in found.plan.pages if p.template == "showcase/solution.html"] == [
        "stories/frost/index.html"
    ]
    assert [card.href for card in found.content("again/").solutions] == ["/stories/frost/"]
