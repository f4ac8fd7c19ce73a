"""Feeds and sitemaps as other programs read them."""

from dataclasses import replace
from datetime import date

from pavgen.plan.documents import (
    Category,
    Feed,
    FeedEntry,
    HeaderRule,
    Headers,
    PlainText,
    Redirects,
    Robots,
    Sitemap,
    SitemapEntry,
)
from pavgen.render.documents import write_document
from tests.render.reading_xml import read_xml

ATOM = "{http://www.w3.org/2005/Atom}"
MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DAY = date(2026, 3, 1)
ODD = "</title><b>&amp; 'x' \"y\" ]]>"


ENTRY = FeedEntry(
    address="https://p.example/notes/1/",
    title="Note 1",
    summary="About it.",
    author="Ida",
    contributor="",
    categories=(),
    published=DAY,
    updated=DAY,
)


def entry(number, **more):
    address, title = f"https://p.example/notes/{number}/", f"Note {number}"
    return replace(replace(ENTRY, address=address, title=title), **more)


def feed(*entries):
    return Feed(
        "https://p.example/notes/feed.xml", "https://p.example/notes/", ODD, ODD, "en", ODD,
        "https://v.example/", DAY, entries,
    )  # fmt: skip


def read(document):
    return read_xml(write_document(document))


def test_a_feed_has_what_the_standard_asks_for_and_entries_in_their_order():
    root = read(feed(entry(2), entry(1)))

    assert root.tag == f"{ATOM}feed"
    assert [root.findtext(f"{ATOM}{name}") for name in ("id", "title", "subtitle", "updated")] == [
        "https://p.example/notes/", ODD, ODD, "2026-03-01T00:00:00Z",
    ]  # fmt: skip
    assert {e.get("rel"): e.get("href") for e in root.findall(f"{ATOM}link")} == {
        "self": "https://p.example/notes/feed.xml",
        "alternate": "https://p.example/notes/",
    }
    assert [e.findtext(f"{ATOM}title") for e in root.findall(f"{ATOM}entry")] == [
        "Note 2",
        "Note 1",
    ]


def test_an_entry_keeps_every_text_as_it_is():
    topics = (Category("law", ODD),)
    given = entry(1, title=ODD, summary=ODD, author=ODD, contributor=ODD, categories=topics)
    found = read(feed(given)).find(f"{ATOM}entry")

    assert [found.findtext(f"{ATOM}{name}") for name in ("title", "summary")] == [ODD, ODD]
    assert found.findtext(f"{ATOM}author/{ATOM}name") == ODD
    assert found.findtext(f"{ATOM}contributor/{ATOM}name") == ODD
    assert [e.attrib for e in found.findall(f"{ATOM}category")] == [{"term": "law", "label": ODD}]


def test_an_entry_without_a_day_of_publication_has_none():
    found = read(feed(entry(1, published=None))).find(f"{ATOM}entry")

    assert found.findtext(f"{ATOM}published") is None
    assert found.findtext(f"{ATOM}updated") == "2026-03-01T00:00:00Z"


def test_a_sitemap_gives_days_only_where_they_are_known():
    root = read(
        Sitemap(
            (SitemapEntry("https://p.example/?a=1&b=2", DAY), SitemapEntry("https://p.example/b/"))
        )
    )

    assert root.tag == f"{MAPS}urlset"
    assert [(e.findtext(f"{MAPS}loc"), e.findtext(f"{MAPS}lastmod")) for e in root] == [
        ("https://p.example/?a=1&b=2", "2026-03-01"),
        ("https://p.example/b/", None),
    ]


def test_an_index_of_sitemaps_has_elements_of_its_own():
    root = read(Sitemap((SitemapEntry("https://p.example/sitemap-1.xml"),), is_index=True))

    assert [root.tag, *(e.tag for e in root)] == [f"{MAPS}sitemapindex", f"{MAPS}sitemap"]


def test_files_of_lines_are_written_too():
    assert write_document(Robots("")).startswith(b"User-agent: *\n")
    assert write_document(Headers((HeaderRule("/*", (("X-A", "b"),)),))) == b"/*\n  X-A: b\n"
    assert write_document(Redirects(())) == b""


def test_plain_text_is_written_byte_for_byte():
    assert write_document(PlainText("a\r\nä\n")) == b"a\r\n\xc3\xa4\n"
