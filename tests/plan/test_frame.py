from pavgen.plan.frame import directories
from pavgen.plan.views import LinkView
from tests.plan.projects import (
    article,
    files_of,
    hub,
    page,
    partner,
    planned,
    site,
    solution,
)

OTHER = {
    "content/sites/stories.yaml": site(
        ["kind: showcase, path: /", "kind: hub, path: /notes/, hub: notes"],
        base="https://stories.fernholt.example/all/",
    )
}
LINKS = "[](solution:frost) [](article:notes/one) [](partner:alder) [](page:gone)\n"


def addresses(found, path):
    parts = found.content(path).text.parts
    return [part.text for part in parts if part.kind == "text" and "/" in part.text]


def test_record_of_another_site_is_linked_in_full_and_one_without_page_leads_home(tmp_path):
    files = files_of(
        partner("alder"),
        solution("frost", ["alder"]),
        hub(),
        article("one"),
        page("about", LINKS),
        page("gone", more="status: draft\n"),
        OTHER,
        main=site(["kind: directory, path: /", "kind: pages, path: /"]),
    )

    assert addresses(planned(tmp_path, files), "about/") == [
        "https://stories.fernholt.example/all/frost/",
        "https://stories.fernholt.example/all/notes/one/",
        "/alder/",
        "/",
    ]


def test_record_of_both_sites_is_linked_in_this_one(tmp_path):
    sections = ["kind: showcase, path: /own/", "kind: pages, path: /"]
    files = files_of(
        partner("alder"), solution("frost", ["alder"]), hub(), OTHER,
        page("about", "[](solution:frost)\n"), main=site(sections),
    )  # fmt: skip

    assert addresses(planned(tmp_path, files), "about/") == ["/own/frost/"]


def test_trail_begins_at_the_home_of_the_site_and_ends_before_the_page(tmp_path):
    files = files_of(
        partner("alder"), main=site(["kind: directory, path: /who/, title: Who", "kind: pages, path: /"])
    )  # fmt: skip
    found = planned(tmp_path, files)

    assert {
        path: found.view(path).crumbs for path in ("who/", "who/browse/", "who/alder/")
    } == {
        "who/": (LinkView("Fernholt Network", "/"),),
        "who/browse/": (LinkView("Fernholt Network", "/"), LinkView("Who", "/who/")),
        "who/alder/": (
            LinkView("Fernholt Network", "/"),
            LinkView("Who", "/who/"),
            LinkView("all-partners", "/who/browse/"),
        ),
    }  # fmt: skip


def test_section_at_the_root_is_called_like_the_site_in_the_trail(tmp_path):
    found = planned(tmp_path, files_of(partner("alder")))

    assert found.view("index.html").crumbs == ()
    assert found.view("browse/").crumbs == (LinkView("Fernholt Network", "/"),)


def test_page_has_its_address_in_full_and_a_file_below_the_base(tmp_path):
    files = files_of(
        partner("alder"), main=site(["kind: directory, path: /"], base="https://fernholt.example/net/")
    )  # fmt: skip
    found = planned(tmp_path, files)

    assert {p.path: (p.view.path, p.view.canonical) for p in found.plan.pages if "type" not in p.path} == {
        "404.html": ("/net/404.html", "https://fernholt.example/net/404.html"),
        "alder/index.html": ("/net/alder/", "https://fernholt.example/net/alder/"),
        "browse/index.html": ("/net/browse/", "https://fernholt.example/net/browse/"),
        "browse/tier/gold/index.html": (
            "/net/browse/tier/gold/",
            "https://fernholt.example/net/browse/tier/gold/",
        ),
        "browse/tier/index.html": ("/net/browse/tier/", "https://fernholt.example/net/browse/tier/"),
        "compare/index.html": ("/net/compare/", "https://fernholt.example/net/compare/"),
        "index.html": ("/net/", "https://fernholt.example/net/"),
        "search/index.html": ("/net/search/", "https://fernholt.example/net/search/"),
    }  # fmt: skip


def test_page_without_a_description_takes_the_site_s(tmp_path):
    files = files_of(page("about"), page("more", more="summary: More of it.\n"),
                     main=site(["kind: pages, path: /"]))  # fmt: skip
    found = planned(tmp_path, files)

    assert [found.view(path).description for path in ("about/", "more/")] == [
        "Find a partner.",
        "More of it.",
    ]


def test_page_names_the_file_that_asked_for_it(tmp_path):
    files = files_of(
        partner("alder"), solution("frost", ["alder"]), hub(), article("one"), page("about"),
        main=site(["kind: directory, path: /", "kind: showcase, path: /stories/",
                   "kind: hub, path: /notes/, hub: notes", "kind: pages, path: /"]),
    )  # fmt: skip
    found = planned(tmp_path, files)
    paths = ("alder/", "browse/", "stories/", "stories/frost/", "notes/", "notes/one/", "about/")

    assert [found.page(path).source for path in paths] == [
        "partners/alder/listing.yaml",
        "content/sites/main.yaml",
        "content/sites/main.yaml",
        "content/solutions/frost.md",
        "content/hubs/notes/index.md",
        "content/hubs/notes/one.md",
        "content/pages/about.md",
    ]


def test_directories_are_the_sections_of_that_kind_in_order(tmp_path):
    sections = ["kind: pages, path: /", "kind: directory, path: /b/", "kind: directory, path: /a/"]
    programme = planned(tmp_path, files_of(main=site(sections))).programme

    assert [section.path for section in directories(programme.sites["main"])] == ["/b/", "/a/"]


def test_label_links_to_the_lists_of_the_first_directory_that_has_them(tmp_path):
    sections = (
        "kind: directory, path: /resellers/, only: {types: reseller}",
        "kind: directory, path: /",
    )
    files = files_of(
        partner("alder", "regions: [de]\n"), partner("birch", "regions: [fr]\n", types="[integrator]"),
        main=site(sections),
    )  # fmt: skip
    found = planned(tmp_path, files)

    assert [found.content(path).regions for path in ("resellers/alder/", "birch/")] == [
        (LinkView("Germany", "/resellers/browse/region/de/"),),
        (LinkView("France", "/browse/region/fr/"),),
    ]
