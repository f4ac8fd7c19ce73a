"""A site as a whole: menus, redirects, the page for lost visitors, and addresses wanted twice."""

import pytest

from pavgen.plan.frame import shortened
from pavgen.plan.views import LinkView, NotFound, Redirect, ShellView
from tests.plan.projects import (
    article,
    files_of,
    hub,
    page,
    partner,
    pending,
    planned,
    site,
    solution,
)

ALL = (
    "kind: directory, path: /",
    "kind: showcase, path: /stories/",
    "kind: hub, path: /notes/, hub: notes",
    "kind: pages, path: /",
)
NOWHERE = "no site has a page for `{}` today; the link leads to the home page until one has"
MENUS = """\
menus:
  main:
    - {label: Partners, to: "section:/"}
    - {label: Stories, to: /stories/}
    - {label: About, to: "page:about"}
    - {label: Vendor, to: "https://www.fernholt.example/"}
  footer:
    - {label: Alder, to: "partner:alder"}
"""


def test_shell_carries_the_menus_with_their_addresses(tmp_path):
    files = files_of(
        partner("alder", standing="aliases: [old-alder]\n"),
        hub(),
        page("about"),
        main=site(ALL, MENUS, base="https://fernholt.example/net/"),
    )
    found = planned(tmp_path, files)

    assert found.view("about/").shell == ShellView(
        site="main",
        title="Fernholt Network",
        summary="Find a partner.",
        locale="en",
        home="/net/",
        programme="Fernholt Partners",
        vendor="Fernholt",
        vendor_url="https://www.fernholt.example/",
        main_menu=(
            LinkView("Partners", "/net/"),
            LinkView("Stories", "/net/stories/"),
            LinkView("About", "/net/about/", current=True),
            LinkView("Vendor", "https://www.fernholt.example/"),
        ),
        footer_menu=(LinkView("Alder", "/net/alder/"),),
        options=(),
        search="/net/search/",
        compare="/net/compare/",
    )


def test_menu_marks_a_section_on_every_page_of_it_and_home_on_home_alone(tmp_path):
    files = files_of(
        partner("alder", standing="aliases: [old-alder]\n"),
        solution("frost", ["alder"]),
        hub(),
        page("about"),
        main=site(ALL, MENUS),
    )
    found = planned(tmp_path, files)

    def marked(path):
        return [link.label for link in found.view(path).shell.main_menu if link.current]

    assert [marked(path) for path in ("index.html", "stories/frost/", "alder/", "about/")] == [
        ["Partners"],
        ["Stories"],
        [],
        ["About"],
    ]


def test_menu_that_leads_to_nothing_leads_home_with_a_warning(tmp_path):
    menus = "menus:\n  main: [{label: Gone, to: page:gone}, {label: No, to: section:/none/}]\n"
    files = files_of(page("gone", more="status: draft\n"), main=site(ALL[:1], menus))
    found = planned(tmp_path, files)

    assert [link.href for link in found.view("404.html").shell.main_menu] == ["/", "/"]
    assert found.messages == tuple(
        f"content/sites/main.yaml: {NOWHERE.format(target)}"
        for target in ("page:gone", "section:/none/")
    )


def test_page_for_lost_visitors_shows_the_ways_on(tmp_path):
    menus = "menus:\n  main: [{label: About, to: page:about}]\n"
    found = planned(tmp_path, files_of(page("about"), main=site(ALL[3:], menus)))
    page_ = found.page("404.html")

    assert (page_.template, page_.view.content, page_.view.index) == (
        "errors/404.html",
        NotFound("not-found", (LinkView("Fernholt Network", "/"), LinkView("About", "/about/"))),
        False,
    )


def test_former_addresses_lead_to_the_present_ones(tmp_path):
    files = files_of(
        partner("alder", standing="aliases: [old-alder, older-alder]\n"),
        solution("frost", ["alder"], "aliases: [old-frost]\n"),
        hub(),
        article("one", "aliases: [erste]\n"),
        main=site(ALL, base="https://fernholt.example/net/"),
    )
    found = planned(tmp_path, files)
    moved = {
        p.path: p.view.content for p in found.plan.pages if isinstance(p.view.content, Redirect)
    }

    assert moved == {
        "notes/erste/index.html": Redirect("moved", "/net/notes/one/"),
        "old-alder/index.html": Redirect("moved", "/net/alder/"),
        "older-alder/index.html": Redirect("moved", "/net/alder/"),
        "stories/old-frost/index.html": Redirect("moved", "/net/stories/frost/"),
    }
    assert {found.view(path).index for path in moved} == {False}


def test_former_address_of_a_suspended_partner_leads_nowhere(tmp_path):
    files = files_of(
        partner("alder", standing="aliases: [old-alder]\nsuspended: {from: 2026-01-01}\n")
    )

    assert [path for path in planned(tmp_path, files).paths if "alder" in path] == []


def test_every_opportunity_has_its_order_published(tmp_path):
    found = planned(tmp_path, files_of(partner("alder")))

    orders = [item for item in found.plan.data if item.path.startswith("placement/")]
    assert [(item.path, item.value["order"][0]["partner"]) for item in orders] == [
        ("placement/directory-list.json", "alder")
    ]


def test_pages_stand_in_order_of_path(tmp_path):
    files = files_of(*(partner(name) for name in ("cedar", "alder", "birch")))
    paths = planned(tmp_path, files).paths

    assert paths == sorted(paths)


# -- one address, two sources -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "sections", "message"),
    [
        pytest.param(
            [partner("browse")],
            ALL[:1],
            "partners/browse/listing.yaml: `/browse/` is also made by content/sites/main.yaml;"
            " give one of them another slug or section path",
            id="a partner called browse",
        ),
        pytest.param(
            [partner("alder"), page("alder")],
            (ALL[0], ALL[3]),
            "content/pages/alder.md: `/alder/` is also made by partners/alder/listing.yaml;"
            " give one of them another slug or section path",
            id="a page and a partner",
        ),
        pytest.param(
            [partner("alder"), solution("alder", ["alder"])],
            (ALL[0], "kind: showcase, path: /stories/", "kind: showcase, path: /"),
            None,
            id="a solution that stands elsewhere",
        ),
        pytest.param(
            [partner("alder"), solution("by-birch", ["alder"]), page("stories/by-birch")],
            (ALL[0], ALL[1], ALL[3]),
            "content/pages/stories/by-birch.md: `/stories/by-birch/` is also made by"
            " content/solutions/by-birch.md; give one of them another slug or section path",
            id="a page below another section",
        ),
        pytest.param(
            [page("media/index"), {"content/media/index.html": "<p>"}],
            ALL[3:],
            "content/media/index.html: `/media/` is also made by content/pages/media/index.md;"
            " give one of them another slug or section path",
            id="a page and a file",
        ),
        pytest.param(
            [solution("frost", ["alder"], "aliases: [old]\n"), partner("alder"),
             solution("thaw", ["alder"], "aliases: [old]\n")],
            ALL[1:2],
            "content/solutions/thaw.md: `/stories/old/` is also made by"
            " content/solutions/frost.md; give one of them another slug or section path",
            id="one former address of two",
        ),
    ],
)  # fmt: skip
def test_address_wanted_twice_is_an_error_that_names_both(tmp_path, parts, sections, message):
    found = planned(tmp_path, files_of(*parts, main=site(sections)))
    expected = [message] if message else []
    if message is None:
        expected = [m for m in found.messages if "is also made by" in m]
        assert len(expected) == 1  # two front pages at `/`

    assert [m for m in found.messages if "is also made by" in m] == expected


@pytest.mark.parametrize("slug", ["for", "page", "by", "topics", "placement", "assets", "media"])
def test_partner_may_be_called_like_a_folder_of_the_site(tmp_path, slug):
    found = planned(tmp_path, files_of(partner(slug), main=site(ALL[:1])))

    assert found.codes == ()
    assert found.content(f"{slug}/").card.href == f"/{slug}/"


def test_alias_that_is_another_page_s_address_gives_way(tmp_path):
    files = files_of(
        partner("alder", standing="aliases: [about]\n"), page("about"), main=site((ALL[0], ALL[3]))
    )
    found = planned(tmp_path, files)

    assert found.codes == ()
    assert found.page("about/").template == "pages/page.html"


def test_pending_partner_does_not_take_an_address(tmp_path):
    files = files_of(pending("about"), page("about"), main=site((ALL[0], ALL[3])))

    assert planned(tmp_path, files).codes == ()


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("short", 10, "short"),
        ("two  words\nhere", 20, "two words here"),
        ("one two three", 9, "one two…"),
        ("one two, three", 9, "one two…"),
        ("unbroken-and-long", 8, "unbroke…"),
        ("", 5, ""),
    ],
)
def test_description_is_cut_at_a_word(text, most, expected):
    assert shortened(text, most) == expected
