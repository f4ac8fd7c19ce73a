"""What every section of a site plans from, and the links and pages it makes with it."""

from collections.abc import Mapping
from dataclasses import replace

from pavgen.kernel.indexing import once
from pavgen.kernel.values import dataclass
from pavgen.model.programme import Programme
from pavgen.model.records.site import DirectorySection, FairnessSection, ShowcaseSection, Site
from pavgen.model.showing import Showing
from pavgen.model.taxonomy import Taxonomy
from pavgen.place.placement import Placement
from pavgen.plan.addresses import Addresses
from pavgen.plan.pages import Page
from pavgen.plan.shelf import Shelf
from pavgen.plan.views import LinkView, PageView, ShellView
from pavgen.plan.words import Words
from pavgen.security.markup import PARTNER_REL, PAYING_REL

DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself: `path` from the host's root, and what asked for the page."""

    path: str
    title: str
    source: str
    description: str = ""
    crumbs: tuple[LinkView, ...] = ()
    index: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """One site being planned: the programme, the placement, and where everything is.

    `why` says, by opportunity and slug, why a partner stands where it does.
    """

    programme: Programme
    placement: Placement
    site: Site
    showing: Showing
    here: Addresses
    elsewhere: tuple[Addresses, ...]
    shell: ShellView
    words: Words
    shelf: Shelf
    facet_pages: Mapping[tuple[str, str], str]
    logo_base: str
    media_base: str
    countries: Taxonomy
    why: Mapping[tuple[str, str], str]

    def find(self, kind: str, target: str) -> str:
        """Return the address of a record: in this site, else in full in another, else empty."""
        if kind == "partner":
            target = self.programme.aliases.get(target, target)
        found = self.here.find(kind, target)
        if found:
            return found
        for site in self.elsewhere:
            path = site.find(kind, target)
            if path:
                return site.absolute(path)
        return ""

    def introductions(self) -> frozenset[str]:
        """Return the pages whose text introduces a section of the site."""
        return frozenset(
            section.intro
            for section in self.site.sections
            if isinstance(section, DirectorySection | ShowcaseSection | FairnessSection)
            and section.intro
        )

    def rel(self, slug: str) -> str:
        """Return what links to a partner's own sites say of themselves to search engines."""
        return PAYING_REL if slug in self.placement.paying else PARTNER_REL

    def facet(self, facet: str, value: str) -> str:
        """Return the address of a facet's value in the site's directory, or empty."""
        return self.facet_pages.get((facet, value), "")

    def is_shown(self, slug: str) -> bool:
        """Say whether a partner is shown on the day."""
        partner = self.programme.partner(slug)
        return partner is not None and partner.standing.shown_on(self.showing.as_of)

    def page(self, at: Head, template: str, content: object) -> Page:
        """Make a page; its trail begins at the site's home and ends before itself."""
        home = LinkView(self.shell.title, self.shell.home)
        trail = {crumb.href: crumb for crumb in (*reversed(at.crumbs), home)}
        view = PageView(
            shell=self._current(at.path),
            title=at.title,
            description=shortened(at.description or self.site.summary, DESCRIPTION),
            canonical=self.here.absolute(at.path),
            path=at.path,
            crumbs=tuple(c for c in reversed(trail.values()) if c.href != at.path),
            content=content,
            index=at.index,
        )
        return Page(self.file_of(at.path), template, view, at.source)

    def file_of(self, path: str) -> str:
        """Return the file of an address: `index.html` in its folder, or the file itself."""
        relative = self.file_at(path)
        return relative if relative.endswith(".html") else f"{relative}index.html"

    def file_at(self, path: str) -> str:
        """Return where the file served at exactly this path stands in the site's folder."""
        return path.removeprefix(self.here.base)

    def _current(self, path: str) -> ShellView:
        """Return the shell with the menu's current item marked: one object for all its pages."""
        home = self.shell.home
        marks = tuple(_is_at(path, item.href, home) for item in self.shell.main_menu)
        shells = _shells(self.shell)
        if marks not in shells:
            items = zip(self.shell.main_menu, marks, strict=True)
            menu = tuple(replace(item, current=current) for item, current in items)
            shells[marks] = replace(self.shell, main_menu=menu)
        return shells[marks]


@once(most=2)
def _shells(shell: ShellView) -> dict[tuple[bool, ...], ShellView]:
    """Return where a shell's copies are kept, by which items of its menu are current."""
    del shell
    return {}


def directories(site: Site) -> tuple[DirectorySection, ...]:
    """Return a site's directory sections."""
    return tuple(s for s in site.sections if isinstance(s, DirectorySection))


def shortened(text: str, most: int) -> str:
    """Cut a text at a word's end so that it holds at most `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[:most]
    return (head.rsplit(" ", 1)[0] if " " in head else head[: most - 1]).rstrip(" ,;:–-") + "…"


def _is_at(path: str, href: str, home: str) -> bool:
    return path == href if href == home else path.startswith(href)
