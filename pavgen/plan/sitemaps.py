"""What search engines are told of a site: which pages there are, and since when."""

from collections.abc import Iterable, Iterator, Sequence

from pavgen.plan.dates import modified
from pavgen.plan.documents import Robots, Sitemap, SitemapEntry
from pavgen.plan.frame import Frame
from pavgen.plan.pages import DocumentFile, Page

MOST = 50_000
"""Pages in one sitemap; more are parted over several, with an index of them."""

NAME = "sitemap.xml"


def sitemap_files(frame: Frame, pages: Iterable[Page]) -> Iterator[DocumentFile]:
    """Yield the sitemap of all pages that may be listed, and robots.txt; no page, no sitemap."""
    source = frame.site.source.path
    root = frame.here.absolute(frame.here.base)
    entries = [
        SitemapEntry(page.view.canonical, modified(page))
        for page in sorted(pages, key=lambda page: page.path)
        if page.view.index
    ]
    for name, sitemap in parted(entries, root):
        yield DocumentFile(name, sitemap, source)
    yield DocumentFile("robots.txt", Robots(root + NAME if entries else ""), source)


def parted(
    entries: Sequence[SitemapEntry], root: str, most: int = MOST
) -> Iterator[tuple[str, Sitemap]]:
    """Yield names and sitemaps of at most `most` entries; several below `root` get an index."""
    parts = [tuple(entries[first : first + most]) for first in range(0, len(entries), most)]
    if len(parts) == 1:
        yield NAME, Sitemap(parts[0])
    elif parts:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=True):
            yield name, Sitemap(part)
        yield NAME, Sitemap(tuple(SitemapEntry(root + name) for name in names), is_index=True)
