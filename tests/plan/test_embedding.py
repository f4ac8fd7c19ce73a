"""Lists for other sites: the same order, nothing but the list, and a line to copy."""

from tests.plan.projects import files_of, page, partner, planned, site, slugs

ORIGIN = "https://partners.fernholt.example"
EMBED = "embed: {allow: [https://www.fernholt.example]}\n"
MAIN = site(["kind: directory, path: /"], EMBED)
PARTNERS = (
    partner("cedar", "regions: [de]\n"),
    partner("alder", "regions: [us]\n", tier="silver"),
    partner("birch", "regions: [de]\n", types="[integrator]"),
)


def test_a_whole_list_stands_alone_in_its_own_order(tmp_path):
    found = planned(tmp_path, files_of(*PARTNERS, main=MAIN))
    content = found.content("embed/directory-list/")

    assert slugs(content.surface) == slugs(found.content("browse/").surface)
    assert [card.position for card in content.surface.cards] == [1, 2, 3]
    assert content.surface.opportunity == "directory-list"
    assert content.more.href == f"{ORIGIN}/"


def test_lists_by_facet_follow_the_same_order(tmp_path):
    found = planned(tmp_path, files_of(*PARTNERS, main=MAIN))
    shown = slugs(found.content("embed/directory-list/region/de/").surface)

    assert shown == ["birch", "cedar"]
    assert shown == slugs(found.content("browse/region/de/").surface)
    assert (
        found.content("embed/directory-list/region/de/").more.href == f"{ORIGIN}/browse/region/de/"
    )


def test_embedded_lists_are_not_to_be_listed_by_search_engines_and_the_offer_is(tmp_path):
    found = planned(tmp_path, files_of(*PARTNERS, main=MAIN))

    assert not found.view("embed/directory-list/").index
    assert found.view("embed/").index
    assert found.page("embed/directory-list/").template == "embed/list.html"


def test_the_offer_has_the_address_of_every_list(tmp_path):
    found = planned(tmp_path, files_of(*PARTNERS, main=MAIN))
    groups = found.content("embed/").groups
    offered = [choice for group in groups for choice in group.choices]
    there = {p.view.canonical for p in found.plan.pages if p.template == "embed/list.html"}

    assert {choice.src for choice in offered} == there
    assert [(c.label, c.count) for c in groups[0].choices] == [("All partners", 3)]
    assert groups[0].choices[0].title == "All partners – Fernholt Network"
    assert found.view("").shell.footer_menu[-1].href == "/embed/"


def test_a_long_list_is_parted_into_pages_that_count_on(tmp_path):
    many = [partner(f"p{n:02}") for n in range(30)]
    found = planned(tmp_path, files_of(*many, main=MAIN))
    second = found.content("embed/directory-list/page/2/")

    assert (second.surface.first, second.surface.last, second.surface.total) == (25, 30, 30)
    assert second.pager.previous == "/embed/directory-list/"


def test_a_site_that_allows_no_frames_has_none_of_it(tmp_path):
    found = planned(tmp_path, files_of(*PARTNERS))

    assert [path for path in found.paths if path.startswith("embed/")] == []
    assert found.view("").shell.footer_menu == ()


def test_a_site_without_a_directory_offers_whole_lists(tmp_path):
    main = site(["kind: pages, path: /"], EMBED)
    found = planned(tmp_path, files_of(*PARTNERS, page("about"), main=main))

    assert [path for path in found.paths if path.startswith("embed/")] == [
        "embed/directory-list/index.html",
        "embed/index.html",
    ]
    assert slugs(found.content("embed/directory-list/").surface) == ["alder", "birch", "cedar"]


def test_a_directory_of_some_offers_only_those(tmp_path):
    main = site(["kind: directory, path: /, only: {types: integrator}"], EMBED)
    found = planned(tmp_path, files_of(*PARTNERS, main=main))

    assert slugs(found.content("embed/directory-list/").surface) == ["birch"]
