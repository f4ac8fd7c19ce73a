"""What a site gives to programs besides its pages, and what its pages tell them."""

from collections.abc import Iterable
from dataclasses import replace

from pavgen.kernel.values import dataclass
from pavgen.plan.api import api_files
from pavgen.plan.feeds import PlannedFeed, feed_documents, feed_links, planned_feeds
from pavgen.plan.frame import Frame
from pavgen.plan.hosting import host_files, page_policy
from pavgen.plan.pages import DataFile, DocumentFile, Page
from pavgen.plan.sitemaps import sitemap_files
from pavgen.plan.views import Redirect


@dataclass(frozen=True, slots=True)
class Publication:
    """Pages with their heads complete, and every file made of them for programs."""

    pages: tuple[Page, ...]
    data: tuple[DataFile, ...]
    documents: tuple[DocumentFile, ...]


def publish(frame: Frame, pages: Iterable[Page]) -> Publication:
    """Complete the heads of a site's pages, and add feeds, interface, sitemap and host files."""
    feeds = {planned.path: planned for planned in planned_feeds(frame)}
    complete = tuple(_with_head(frame, page, feeds) for page in pages)
    files = [feed_documents(frame, planned) for planned in feeds.values()]
    return Publication(
        pages=complete,
        data=(*(json for _, json in files), *api_files(frame)),
        documents=(
            *(atom for atom, _ in files),
            *sitemap_files(frame, complete),
            *host_files(frame, complete),
        ),
    )


def _with_head(frame: Frame, page: Page, feeds: dict[str, PlannedFeed]) -> Page:
    view = page.view
    is_gone = isinstance(view.content, Redirect)
    head = replace(
        view,
        index=view.index and frame.site.index,
        feeds=() if is_gone else feed_links(feeds, view.path),
        policy=page_policy(frame, view.path),
    )
    return replace(page, view=head)
