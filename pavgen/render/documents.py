"""Documents to bytes: one writer for each kind."""

from datetime import date
from typing import assert_never

from pavgen.plan.documents import (
    Calendar,
    Document,
    Feed,
    FeedEntry,
    Headers,
    PlainText,
    Redirects,
    Robots,
    Schedule,
    Sitemap,
)
from pavgen.render.calendars import write_calendar
from pavgen.render.schedules import schedule_element
from pavgen.render.textfiles import write_headers, write_redirects, write_robots
from pavgen.render.xml import Element, write_xml

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ATOM = "http://www.w3.org/2005/Atom"


def write_document(document: Document) -> bytes:
    """Return the bytes of a document."""
    match document:
        case Sitemap() | Feed() | Schedule():
            return write_xml(_element(document))
        case Calendar():
            return write_calendar(document)
        case Robots() | Headers() | Redirects() | PlainText():
            return _lines(document)
    assert_never(document)


def _element(document: Sitemap | Feed | Schedule) -> Element:
    match document:
        case Sitemap():
            return _sitemap(document)
        case Feed():
            return _atom(document)
        case Schedule():
            return schedule_element(document)
    assert_never(document)


def _lines(document: Robots | Headers | Redirects | PlainText) -> bytes:
    match document:
        case Robots():
            return write_robots(document)
        case Headers():
            return write_headers(document)
        case Redirects():
            return write_redirects(document)
        case PlainText(text):
            return text.encode()
    assert_never(document)


def _sitemap(sitemap: Sitemap) -> Element:
    outer, inner = ("sitemapindex", "sitemap") if sitemap.is_index else ("urlset", "url")
    rows = []
    for entry in sitemap.entries:
        modified = (_text("lastmod", entry.modified.isoformat()),) if entry.modified else ()
        rows.append(Element(inner, (_text("loc", entry.address), *modified)))
    return Element(outer, tuple(rows), (("xmlns", _SITEMAPS),))


def _atom(feed: Feed) -> Element:
    """Write RFC 4287; a feed and an entry are known by the address of their page."""
    children = (
        _text("id", feed.home),
        _text("title", feed.title),
        *((_text("subtitle", feed.summary),) if feed.summary else ()),
        _link("self", feed.address, "application/atom+xml"),
        _link("alternate", feed.home, "text/html"),
        _text("updated", _moment(feed.updated)),
        _person("author", feed.publisher, feed.publisher_url),
        *(_entry(entry) for entry in feed.entries),
    )
    return Element("feed", children, (("xmlns", _ATOM), ("xml:lang", feed.language)))


def _entry(entry: FeedEntry) -> Element:
    contributor = (_person("contributor", entry.contributor),) if entry.contributor else ()
    published = (_text("published", _moment(entry.published)),) if entry.published else ()
    categories = (
        Element("category", attributes=(("term", c.term), ("label", c.label)))
        for c in entry.categories
    )
    children = (
        _text("id", entry.address),
        _text("title", entry.title),
        _link("alternate", entry.address, "text/html"),
        *published,
        _text("updated", _moment(entry.updated)),
        _person("author", entry.author),
        *contributor,
        *categories,
        _text("summary", entry.summary),
    )
    return Element("entry", children)


def _person(name: str, who: str, address: str = "") -> Element:
    uri = (_text("uri", address),) if address else ()
    return Element(name, (_text("name", who), *uri))


def _link(rel: str, href: str, media_type: str) -> Element:
    return Element("link", attributes=(("rel", rel), ("type", media_type), ("href", href)))


def _text(name: str, text: str) -> Element:
    return Element(name, (text,))


def _moment(day: date) -> str:
    """Write a day as RFC 3339 wants it; records know no hour, so it is the first of the day."""
    return f"{day.isoformat()}T00:00:00Z"
