"""What a site tells feed readers, search engines and hosts, as values; `render` writes them."""

from datetime import date, datetime

from pavgen.kernel.values import dataclass
from pavgen.model.zone import Zone


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


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Something in a calendar, on the clocks of the place; texts may have several lines.

    `uid` stays the same whatever changes, `sequence` counts the changes from 0, `stamp` is the
    moment in naive UTC at which it was last told.
    """

    uid: str
    stamp: datetime
    sequence: int
    start: datetime
    end: datetime
    title: str
    text: str
    place: str
    address: str
    topics: tuple[str, ...] = ()
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Entries with the zone their times are of."""

    title: str
    zone: Zone
    entries: tuple[CalendarEntry, ...]


@dataclass(frozen=True, slots=True)
class ScheduledPerson:
    """Someone who speaks; `address` is that person's page."""

    guid: str
    number: int
    name: str
    biography: str
    address: str


@dataclass(frozen=True, slots=True)
class ScheduledLink:
    """Something to read or watch; `kind` is one the format knows, such as `slides`."""

    kind: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class ScheduledSession:
    """A session in the terms of the format; times in ISO 8601 with the offset, `HH:MM` else."""

    guid: str
    number: int
    slug: str
    title: str
    kind: str
    track: str
    language: str
    abstract: str
    room: str
    date: str
    start: str
    end: str
    duration: str
    address: str
    persons: tuple[ScheduledPerson, ...]
    links: tuple[ScheduledLink, ...]
    attachments: tuple[ScheduledLink, ...] = ()


@dataclass(frozen=True, slots=True)
class ScheduledRoom:
    """A room; every room has a name of its own."""

    guid: str
    name: str
    capacity: int | None


@dataclass(frozen=True, slots=True)
class ScheduledDay:
    """A day from 1, and what is on in each room by its name, in the order of the rooms."""

    index: int
    day: date
    start: str
    end: str
    rooms: tuple[tuple[ScheduledRoom, tuple[ScheduledSession, ...]], ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """An agenda as conference apps read it: the format of frab and its successors.

    `address` is where the file itself stands, `home` the event's page; `tracks` are slugs and
    labels.
    """

    address: str
    home: str
    version: str
    acronym: str
    title: str
    starts: date
    ends: date
    zone: str
    tracks: tuple[tuple[str, str], ...]
    rooms: tuple[ScheduledRoom, ...]
    days: tuple[ScheduledDay, ...]


@dataclass(frozen=True, slots=True)
class ServiceWorker:
    """A part of a site that shall work without a network; it is made of that part's files.

    `home` is its address. `kept` are pages below it, `floor/` for one and `sessions/*` for all
    of a folder, that are kept in any case; those of `further` are kept, one after the other,
    while all together has no more than `most` bytes. `offline` is the address of the page that
    stands in for all others; `icons` are files to be drawn, by size.
    """

    home: str
    kept: tuple[str, ...]
    further: tuple[str, ...]
    most: int
    offline: str
    icons: tuple[tuple[str, int], ...]


Document = Sitemap | Robots | Feed | Headers | Redirects | PlainText | Calendar | Schedule
