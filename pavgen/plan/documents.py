"""What a site tells feed readers, search engines and hosts, as values; `render` writes them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page, or a part of a sitemap, by its full address; `modified` only where it is known."""

    address: str
    modified: date | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The pages that search engines may list; `is_index` where the entries are sitemaps."""

    entries: tuple[SitemapEntry, ...]
    is_index: bool = False


@dataclass(frozen=True, slots=True)
class Robots:
    """What crawlers are told; `sitemap` is a full address, or empty."""

    sitemap: str


@dataclass(frozen=True, slots=True)
class Category:
    """A topic of an entry, as identifier and in words."""

    term: str
    label: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article in a feed; its address is its identity. Dates are those its record gives."""

    address: str
    title: str
    summary: str
    author: str
    contributor: str
    categories: tuple[Category, ...]
    published: date | None
    updated: date
    image: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """Articles newest first; `home` is the page that shows them, `address` the feed's own."""

    address: str
    home: str
    title: str
    summary: str
    language: str
    publisher: str
    publisher_url: str
    updated: date
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """Headers of the answers below a path; `dropped` are those of wider rules that do not hold."""

    path: str
    fields: tuple[tuple[str, str], ...]
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headers:
    """What a host is asked to send with its answers."""

    rules: tuple[HeaderRule, ...]


@dataclass(frozen=True, slots=True)
class RedirectRule:
    """A former path and the present one, both from the host's root."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Redirects:
    """Where a host is asked to send visitors of former addresses."""

    rules: tuple[RedirectRule, ...]


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text that is published as it is, byte for byte."""

    text: str


Document = Sitemap | Robots | Feed | Headers | Redirects | PlainText
