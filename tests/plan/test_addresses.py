from pavgen.model.showing import Showing
from pavgen.plan.addresses import Addresses
from pavgen.plan.site import site_addresses
from tests.plan.projects import DAY, PROGRAM, article, files_of, hub, page, partner, planned, site
from tests.plan.projects import solution as made

ALL = (
    "kind: directory, path: /partners/",
    "kind: showcase, path: /stories/",
    "kind: hub, path: /notes/, hub: notes",
    "kind: pages, path: /",
)
RECORDS = (
    partner("alder"),
    made("frost", ["alder"]),
    hub(),
    article("one"),
    page("about"),
    page("legal/imprint"),
    page("legal/index"),
)


def test_site_of_several_sections_has_an_address_for_every_record(tmp_path):
    found = planned(tmp_path, files_of(*RECORDS, main=site(ALL)))

    assert site_addresses(found.programme, "main", Showing(DAY)) == Addresses(
        "main",
        "https://partners.fernholt.example",
        "/",
        {
            ("section", "/partners/"): "/partners/",
            ("partner", "alder"): "/partners/alder/",
            ("section", "/stories/"): "/stories/",
            ("solution", "frost"): "/stories/frost/",
            ("section", "/notes/"): "/notes/",
            ("article", "notes/one"): "/notes/one/",
            ("section", "/"): "/",
            ("page", "about"): "/about/",
            ("page", "legal/imprint"): "/legal/imprint/",
            ("page", "legal/index"): "/legal/",
        },
    )


def test_site_below_a_path_has_it_before_every_address(tmp_path):
    base = "https://fernholt.example/net/crew/"
    found = planned(tmp_path, files_of(*RECORDS, main=site(ALL, base=base)))
    addresses = site_addresses(found.programme, "main", Showing(DAY))

    assert (addresses.origin, addresses.base) == ("https://fernholt.example", "/net/crew/")
    assert {path.startswith("/net/crew/") for path in addresses.records.values()} == {True}
    assert found.view("notes/one/").canonical == "https://fernholt.example/net/crew/notes/one/"
    assert found.view("notes/one/").path == "/net/crew/notes/one/"


def test_section_of_a_folder_has_its_pages_without_the_folders_name(tmp_path):
    sections = ("kind: pages, path: /law/, folder: legal", "kind: pages, path: /")
    found = planned(tmp_path, files_of(page("about"), page("legal/imprint"), main=site(sections)))

    assert found.paths == [
        "404.html",
        "about/index.html",
        "law/imprint/index.html",
        "search/index.html",
    ]


def test_record_with_two_sections_stands_in_the_first(tmp_path):
    sections = (
        "kind: directory, path: /",
        "kind: directory, path: /more/",
        "kind: showcase, path: /stories/",
        "kind: showcase, path: /again/",
        "kind: hub, path: /notes/, hub: notes",
        "kind: hub, path: /news/, hub: notes",
    )
    found = planned(tmp_path, files_of(*RECORDS, main=site(sections)))

    assert [p for p in found.paths if p.split("/")[-2:-1] in (["alder"], ["frost"], ["one"])] == [
        "alder/index.html",
        "notes/one/index.html",
        "stories/frost/index.html",
    ]
    assert found.content("more/browse/").surface.cards[0].href == "/alder/"


def test_record_of_another_site_is_linked_in_full(tmp_path):
    files = files_of(*RECORDS, main=site(["kind: directory, path: /"])) | {
        "content/sites/stories.yaml": site(
            ["kind: showcase, path: /"], base="https://stories.example/all/"
        )
    }

    assert planned(tmp_path, files).content("alder/").solutions[0].href == (
        "https://stories.example/all/frost/"
    )


def test_record_of_two_sites_is_linked_in_its_own(tmp_path):
    files = files_of(*RECORDS, main=site(["kind: directory, path: /"])) | {
        "content/sites/another.yaml": site(["kind: directory, path: /"], base="https://a.example/")
    }

    assert planned(tmp_path, files).content("browse/").surface.cards[0].href == "/alder/"


def test_page_that_introduces_a_section_stands_at_its_front(tmp_path):
    sections = ("kind: pages, path: /", "kind: directory, path: /partners/, intro: welcome")
    files = files_of(page("welcome"), page("about", "[](page:welcome)"), main=site(sections))
    found = planned(tmp_path, files)

    assert "welcome/index.html" not in found.paths
    assert [p.text for p in found.content("about/").text.parts if p.kind == "text"] == [
        "/partners/",
        "Welcome",
    ]


def test_proposition_stands_in_the_directory(tmp_path):
    program = PROGRAM.replace("summary: Sells it.}", "proposition: offers/reseller}")
    sections = ("kind: directory, path: /", "kind: pages, path: /")
    found = planned(
        tmp_path,
        files_of(partner("alder"), page("offers/reseller"), program=program, main=site(sections)),
    )

    assert [path for path in found.paths if "reseller" in path and "browse" not in path] == [
        "for/reseller/index.html"
    ]
