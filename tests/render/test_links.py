"""Links of rendered sites: what is read of a page, where it leads, and what is said of it."""

import html5lib
import pytest

from pavgen.kernel.diagnostics import Severity
from pavgen.render.links import RenderedSite, link_findings
from pavgen.render.links.crawling import Crawl
from pavgen.render.links.findings import Origins
from pavgen.render.links.reading import Reference, Use, read_page

LINK, LOAD, FEED = Use.LINK, Use.LOAD, Use.FEED
RECORD = "content/sites/main.yaml"


def site(pages, name="main", base="/", origin="https://main.example", more=()):
    """Return a site of pages by path; `more` are paths of further files."""
    files = {path: html.encode() for path, html in pages.items()}
    return RenderedSite(name, origin, base, files | dict.fromkeys(more, b""))


def told(*sites, sources=None, texts=None):
    """Return every finding as place, code, severity and message."""
    origins = {s.name: Origins(sources or {}, RECORD, texts or {}) for s in sites}
    return [
        (d.span.path, d.span.line, d.code, d.severity, d.message)
        for d in link_findings(sites, origins)
    ]


@pytest.mark.parametrize(
    ("html", "references"),
    [
        ('<a href="/a/">x</a><area href="b">', [("/a/", LINK), ("b", LINK)]),
        ("<a title='>' href='/a/?x&amp;y#z'>", [("/a/?x&y#z", LINK)]),
        ("<A HREF=/a/>", [("/a/", LINK)]),
        ("<a name=x>", []),
        ('<a href="">', [("", LINK)]),
        ('<form action="/thanks/">', [("/thanks/", LINK)]),
        ('<img src="a.png" srcset="b.png 1x, c.png 2x">', [("a.png", LOAD), ("b.png", LOAD), ("c.png", LOAD)]),
        ('<source srcset="a.webp">', [("a.webp", LOAD)]),
        ('<link rel="stylesheet" href="s.css">', [("s.css", LOAD)]),
        ('<link rel="alternate" href="feed.xml">', [("feed.xml", FEED)]),
        ('<link rel="license" href="l">', []),
        ('<meta property="og:image" content="https://m.example/c.png">', [("https://m.example/c.png", LOAD)]),
        ('<!-- <a href="x"> --><a href="y">', [("y", LINK)]),
        ('<script type="application/ld+json">{"a": "<a href=x>"}</script><a href="y">', [("y", LINK)]),
        ('<script src="s.js"></script>', [("s.js", LOAD)]),
        ('<p>1 < 2 <a href="y">', [("y", LINK)]),
        ('<a href="x"><a href="x">', [("x", LINK)]),
    ],
)  # fmt: skip
def test_reference_is_read_with_its_use(html, references):
    assert read_page(html).references == tuple(Reference(*found) for found in references)


def test_anchors_and_onward_address_are_read():
    page = read_page(
        '<meta http-equiv="refresh" content="0; url=/new/"><h2 id="a">x</h2><b data-id="no" id=b>'
    )

    assert (sorted(page.anchors), page.moved) == (["a", "b"], "/new/")


def test_reading_agrees_with_a_browser_s_parser():
    html = (
        "<!doctype html><title><a href=t></title><body><a href='1' id=one>x</a>"
        '<p title="a > b"><a\nhref="2">y</a><!-- > <a href=3> --><a href=4 id="f&amp;o">z</a>'
        "<textarea><a href=5></textarea><style>a{b:'<a href=6>'}</style>"
    )
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    page = read_page(html)

    assert [r.address for r in page.references] == [e.get("href") for e in tree.iter("a")]
    assert page.anchors == {e.get("id") for e in tree.iter() if e.get("id")}


def test_sound_sites_have_no_findings():
    home = (
        '<a href="/a/#x">a</a> <a href="#here">h</a><b id="here"><img src="/i.png"> <a href="#top">'
    )
    page = '<b id="x"><a href="../">up</a> <a href="https://other.example/sub/b/">b</a> <a href="mailto:a@b.example">'
    other = site(
        {"index.html": '<a href="b/">b</a>', "b/index.html": ""},
        "other",
        "/sub/",
        "https://other.example",
    )

    assert told(site({"index.html": home, "a/index.html": page}, more=["i.png"]), other) == []


@pytest.mark.parametrize(
    ("address", "code", "message"),
    [
        ("/abuot/", "link-broken", "`/abuot/` leads to nothing, on `/` of `main`; did you mean `/about/`?"),
        ("/about", "link-broken", "`/about` leads to nothing, on `/` of `main`; did you mean `/about/`?"),
        ("zzz.pdf", "link-broken", "`zzz.pdf` leads to nothing, on `/` of `main`; mend the address, or remove it"),
        ("", "link-broken", "a link is empty, on `/` of `main`; give it an address, or remove it"),
        ("/about/#tema", "anchor-broken", "`/about/#tema` leads to no such place in its page, on `/` of `main`; use the anchor of a heading of that page"),
        ("https://other.example/b/", "link-broken", "`https://other.example/b/` leads to nothing, on `/` of `main`; did you mean `https://other.example/`?"),
    ],
)  # fmt: skip
def test_link_that_leads_nowhere_is_told(address, code, message):
    main = site(
        {"index.html": f'<a href="/about/">a</a><a href="{address}">', "about/index.html": ""}
    )
    other = site({"index.html": ""}, "other", origin="https://other.example")

    assert told(main, other) == [(RECORD, 0, code, Severity.ERROR, message)]


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<img src="/logo.png">', "file-missing"),
        ('<img src="/i.png" srcset="/i.png 1x, /i2.png 2x">', "file-missing"),
        ('<link rel="alternate" href="/feed.xml">', "feed-missing"),
        ('<link rel="stylesheet" href="/s.css">', "file-missing"),
        ('<meta property="og:image" content="https://main.example/card.png">', "file-missing"),
        ('<form action="/thanks/">', "link-broken"),
    ],
)
def test_file_that_is_not_there_is_told(html, code):
    assert [row[2] for row in told(site({"index.html": html}, more=["i.png"]))] == [code]


def test_finding_names_the_file_and_line_that_ask_for_the_page():
    main = site({"index.html": '<a href="/a/">', "a/index.html": '<a href="/nothing/at/all/">'})
    source = "content/pages/a.md"
    texts = {source: "---\ntitle: A\n---\n\nSee [it](/nothing/at/all/).\n"}

    assert [row[:3] for row in told(main, sources={"a/index.html": source}, texts=texts)] == [
        (source, 5, "link-broken")
    ]


def test_line_is_found_below_the_path_of_a_site():
    main = site({"index.html": '<a href="/sub/nothing/">'}, base="/sub/")
    texts = {RECORD: "title: Main\nmenus:\n  main: [{label: X, to: /nothing/}]\n"}

    assert [row[:2] for row in told(main, texts=texts)] == [(RECORD, 3)]


def test_address_of_every_page_is_told_once_at_the_site():
    pages = {f"p{n}/index.html": '<a href="/gone/">' for n in range(5)}
    home = "".join(f'<a href="/p{n}/">' for n in range(5))
    sources = {path: f"content/pages/{path}" for path in pages}

    assert told(site({"index.html": home, **pages}), sources=sources) == [
        (
            RECORD,
            0,
            "link-broken",
            Severity.ERROR,
            "`/gone/` leads to nothing, on 5 pages of `main`; mend the address, or remove it",
        )
    ]


def test_rooted_address_outside_the_path_of_a_site_is_told():
    assert [row[4] for row in told(site({"index.html": '<a href="/about/">'}, base="/sub/"))] == [
        "`/about/` lies outside the site, on `/sub/` of `main`; begin it with `/sub/`, or give the whole address"
    ]


def test_site_below_another_is_told_apart_from_it():
    upper = site({"index.html": '<a href="https://main.example/low/a/">'}, "upper")
    lower = site({"index.html": '<a href="a/">', "a/index.html": ""}, "lower", "/low/")

    assert told(upper, lower) == []


def test_links_to_a_site_that_was_not_built_are_not_judged():
    main = site({"index.html": '<a href="https://other.example/whatever/#x">'})
    other = RenderedSite("other", "https://other.example", "/", None)

    assert told(main, other) == []


def moved(address):
    return f'<meta http-equiv="refresh" content="0; url={address}"><a href="{address}">go</a>'


def test_redirect_to_a_page_has_no_finding_and_needs_no_link_to_it():
    assert told(site({"index.html": "", "old/index.html": moved("/")})) == []


def test_redirect_to_a_redirect_is_told_with_where_it_ends():
    pages = {"index.html": "", "a/index.html": moved("/b/"), "b/index.html": moved("/")}

    assert [row[2:] for row in told(site(pages))] == [
        (
            "redirect-chain",
            Severity.ERROR,
            "the redirect to `/b/` leads to another redirect, on `/a/` of `main`; lead straight to `/`",
        )
    ]


def test_redirects_in_a_circle_are_told():
    pages = {"index.html": "", "a/index.html": moved("/b/"), "b/index.html": moved("/a/")}

    assert [row[2] for row in told(site(pages))] == ["redirect-loop", "redirect-loop"]


def test_page_that_no_link_leads_to_is_a_warning_at_its_source():
    main = site({"index.html": "", "a/index.html": "", "404.html": ""})

    assert told(main, sources={"a/index.html": "content/pages/a.md"}) == [
        (
            "content/pages/a.md",
            0,
            "page-unreached",
            Severity.WARNING,
            "no page of `main` leads to `/a/`; link to it, from a menu or from another page",
        )
    ]


def test_files_and_headings_do_not_make_a_page_reached():
    main = site({"index.html": '<link rel="canonical" href="/a/">', "a/index.html": ""})

    assert Crawl([main]).unreached(main) == ["a/index.html"]
