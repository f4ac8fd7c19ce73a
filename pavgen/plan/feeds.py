"""Feeds of hubs, of their topics and of agendas, as Atom and as JSON Feed."""

from collections.abc import Iterator, Mapping

from pavgen.kernel.canonical import Json
from pavgen.kernel.values import dataclass
from pavgen.model.programme import LinkedArticle
from pavgen.model.records.site import HubSection, PavilionSection
from pavgen.plan.addresses import section_path
from pavgen.plan.articles import article_card, shown_articles
from pavgen.plan.dates import latest
from pavgen.plan.documents import Category, Feed, FeedEntry
from pavgen.plan.frame import Frame
from pavgen.plan.pages import DataFile, DocumentFile
from pavgen.plan.sections.pavilion.agenda.changes import changes_feed
from pavgen.plan.views import FeedLink

ATOM = "feed.xml"
JSON = "feed.json"
MOST = 50
"""Articles in a feed: the newest."""

_MEDIA = {ATOM: "application/atom+xml", JSON: "application/feed+json"}
_VERSION = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class PlannedFeed:
    """A feed, the path of the page whose articles it holds, and the file that asked for it."""

    path: str
    feed: Feed
    source: str


def planned_feeds(frame: Frame) -> Iterator[PlannedFeed]:
    """Yield a feed for each hub and each of its topics, and for the changes of each agenda.

    An article whose record has no day cannot stand in a feed, which is told by days; a feed
    without articles is not made.
    """
    for section in frame.site.sections:
        if isinstance(section, HubSection):
            yield from _of_hub(frame, section)
        elif isinstance(section, PavilionSection):
            yield from _of_agenda(frame, section)


def feed_documents(frame: Frame, planned: PlannedFeed) -> tuple[DocumentFile, DataFile]:
    """Return both files of a feed."""
    folder = planned.path.removeprefix(frame.here.base)
    atom = DocumentFile(f"{folder}{ATOM}", planned.feed, planned.source)
    address = frame.here.absolute(f"{planned.path}{JSON}")
    return atom, DataFile(f"{folder}{JSON}", json_feed(planned.feed, address), planned.source)


def feed_links(feeds: Mapping[str, PlannedFeed], path: str) -> tuple[FeedLink, ...]:
    """Return the feeds of a page: that of the nearest list it stands in, in both forms."""
    within = [home for home in feeds if path.startswith(home)]
    if not within:
        return ()
    home = max(within, key=len)
    title = feeds[home].feed.title
    return tuple(FeedLink(title, home + name, media) for name, media in _MEDIA.items())


def json_feed(feed: Feed, address: str) -> Json:
    """Write JSON Feed 1.1; `address` is where it will stand."""
    return {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": address,
        "description": feed.summary,
        "language": feed.language,
        "authors": [{"name": feed.publisher, "url": feed.publisher_url}],
        "items": [_item(entry) for entry in feed.entries],
    }


def _item(entry: FeedEntry) -> Json:
    names = (entry.author, *((entry.contributor,) if entry.contributor else ()))
    item: dict[str, Json] = {
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.summary,
        "date_modified": f"{entry.updated.isoformat()}T00:00:00Z",
        "authors": [{"name": name} for name in names],
        "tags": [category.label for category in entry.categories],
    }
    if entry.published:
        item["date_published"] = f"{entry.published.isoformat()}T00:00:00Z"
    if entry.image:
        item["image"] = entry.image
    return item


def _of_hub(frame: Frame, section: HubSection) -> Iterator[PlannedFeed]:
    record = frame.programme.hubs[section.hub].record
    home = section_path(frame.here.base, section)
    articles = shown_articles(frame, section.hub)
    wanted = [(home, record.title, record.summary, articles)]
    for topic in record.topics:
        own = tuple(article for article in articles if topic.id in article.record.topics)
        title = f"{record.title}: {topic.label}"
        wanted.append((f"{home}topics/{topic.id}/", title, topic.summary, own))
    for path, title, summary, found in wanted:
        entries = tuple(entry for article in found for entry in _entries(frame, article))[:MOST]
        if entries:
            feed = Feed(
                address=frame.here.absolute(path + ATOM),
                home=frame.here.absolute(path),
                title=title,
                summary=summary,
                language=frame.site.locale,
                publisher=frame.shell.vendor,
                publisher_url=frame.shell.vendor_url,
                updated=max(entry.updated for entry in entries),
                entries=entries,
            )
            yield PlannedFeed(path, feed, record.source.path)


def _of_agenda(frame: Frame, section: PavilionSection) -> Iterator[PlannedFeed]:
    found = changes_feed(section, frame)
    if found is not None:
        path = found.home.removeprefix(frame.here.origin)
        source = frame.programme.events[section.event].record.source.path
        yield PlannedFeed(path, found, source)


def _entries(frame: Frame, article: LinkedArticle) -> Iterator[FeedEntry]:
    """Yield the article's entry, if its record knows a day."""
    record = article.record
    updated = latest(record.published, record.reviewed)
    if updated is None:
        return
    labels = {topic.id: topic.label for topic in frame.programme.hubs[article.hub].record.topics}
    card = article_card(frame, article)
    yield FeedEntry(
        address=frame.here.absolute(card.href),
        title=record.title,
        summary=record.summary,
        author=record.author,
        contributor=card.contributor,
        categories=tuple(Category(t, labels[t]) for t in record.topics if t in labels),
        published=record.published,
        updated=updated,
        image=_image(frame, record.image),
    )


def _image(frame: Frame, image: str | None) -> str:
    return frame.here.absolute(f"{frame.media_base}{image}") if image else ""
