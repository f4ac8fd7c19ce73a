from pavgen.plan.views import DirectoryHome, LinkView, ProseView
from tests.plan.projects import (
    PROGRAM,
    article,
    files_of,
    hub,
    page,
    partner,
    planned,
    site,
    slugs,
    solution,
)

FRONT = """\
groups:
  main: {strategy: alphabetical, period: quarter}
opportunities:
  directory-list: {title: All partners, rationale: By name., group: main}
  front-row: {title: In front, rationale: By name., group: main, slots: 2}
"""
EVERYTHING = (
    "kind: directory, path: /",
    "kind: showcase, path: /stories/",
    "kind: hub, path: /notes/, hub: notes",
)


def test_home_of_a_directory_without_more_has_counts_and_ways_in(tmp_path):
    files = files_of(
        partner("alder", "offices: [{city: Kiel, country: DE}, {city: Wien, country: AT}]\n"),
        partner("birch", "offices: [{city: Bonn, country: DE}]\n"),
    )
    found = planned(tmp_path, files)
    content = found.content("index.html")

    assert content == DirectoryHome(
        title="Fernholt Network",
        intro=ProseView(),
        spotlight=None,
        facets=content.facets,
        partner_count=2,
        country_count=2,
        browse=LinkView("All 2", "/browse/"),
        propositions=(),
        solutions=(),
        articles=(),
    )
    assert [facet.id for facet in content.facets] == ["type", "country", "tier"]


def test_home_below_the_root_is_called_like_its_section(tmp_path):
    files = files_of(
        partner("alder"), page("index"),
        main=site(["kind: pages, path: /", "kind: directory, path: /who/, title: Who we are"]),
    )  # fmt: skip
    view = planned(tmp_path, files).view("who/")

    assert (view.title, view.content.title, view.content.browse.href) == (
        "Who we are",
        "Who we are",
        "/who/browse/",
    )


def test_introduction_is_the_text_of_a_page(tmp_path):
    files = files_of(
        partner("alder"), page("welcome", "Come *in*."),
        main=site(["kind: directory, path: /, intro: welcome"]),
    )  # fmt: skip
    (part,) = planned(tmp_path, files).content("index.html").intro.parts

    assert "Come <em>in</em>." in part.html


def test_spotlight_takes_its_own_opportunity_and_the_partners_of_the_directory(tmp_path):
    files = files_of(
        partner("alder", types="[integrator]"), partner("birch"), partner("cedar"),
        policy=FRONT.replace("slots: 2", "slots: 3"),
        main=site(["kind: directory, path: /, spotlight: front-row, only: {types: reseller}"]),
    )  # fmt: skip
    spotlight = planned(tmp_path, files).content("index.html").spotlight

    assert (spotlight.opportunity, spotlight.title, slugs(spotlight)) == (
        "front-row",
        "In front",
        ["birch", "cedar"],
    )


def test_partner_that_opts_out_of_the_list_is_not_counted(tmp_path):
    files = files_of(partner("alder"), partner("birch", "opt_out: [directory-list]\n"))
    content = planned(tmp_path, files).content("index.html")

    assert (content.partner_count, content.browse) == (1, LinkView("All 1", "/browse/"))


def test_home_leads_to_each_proposition_that_is_shown(tmp_path):
    program = PROGRAM.replace("summary: Sells it.}", "proposition: offer}").replace(
        "plural: Integrators}", "plural: Integrators, proposition: gone}"
    )
    files = files_of(
        partner("alder"), page("offer"), page("gone", more="status: draft\n"), program=program
    )

    assert planned(tmp_path, files).content("index.html").propositions == (
        LinkView("Reseller", "/for/reseller/"),
    )


def test_home_shows_the_three_newest_solutions_and_articles(tmp_path):
    days = (
        ("one", "2026-01-01"),
        ("two", "2026-03-01"),
        ("three", "2026-02-01"),
        ("four", "2025-01-01"),
    )
    files = files_of(
        partner("alder"),
        hub(),
        *(solution(slug, ["alder"], published=day) for slug, day in days),
        *(article(slug, f"published: {day}\n") for slug, day in days),
        main=site(EVERYTHING),
    )  # fmt: skip
    content = planned(tmp_path, files).content("index.html")

    assert [card.href for card in content.solutions] == [
        "/stories/two/",
        "/stories/three/",
        "/stories/one/",
    ]
    assert [card.href for card in content.articles] == [
        "/notes/two/",
        "/notes/three/",
        "/notes/one/",
    ]


def test_home_shows_articles_of_the_hubs_of_its_own_site_alone(tmp_path):
    other = {
        "content/sites/other.yaml": site(
            ["kind: hub, path: /, hub: tales"], base="https://tales.fernholt.example/"
        )
    }
    files = files_of(
        partner("alder"), hub(), hub("tales"), article("one"), article("two", of="tales"), other,
        main=site(EVERYTHING),
    )  # fmt: skip
    found = planned(tmp_path, files)

    assert [card.href for card in found.content("index.html").articles] == ["/notes/one/"]


def test_home_of_a_site_without_a_showcase_shows_no_solutions(tmp_path):
    files = files_of(partner("alder"), solution("frost", ["alder"]))

    assert planned(tmp_path, files).content("index.html").solutions == ()
