"""Where everything of a site is: one answer for every link, list, feed and menu."""

from collections.abc import Mapping
from dataclasses import field

from pavgen.kernel.values import dataclass
from pavgen.model.programme import Programme
from pavgen.model.records.site import Section
from pavgen.model.showing import Showing


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one site, as paths from the host's root, by record.

    `records` is keyed by kind and id: `("partner", "acme")`, `("article", "notes/fairness")`.
    """

    site: str
    origin: str
    base: str
    records: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def find(self, kind: str, target: str) -> str:
        """Return the path of a record's page in this site, or empty text."""
        return self.records.get((kind, target), "")

    def absolute(self, path: str) -> str:
        """Return the full address of a path of this site."""
        return self.origin + path


def section_path(base: str, section: Section) -> str:
    """Return the path of a section's front page from the host's root."""
    return base + section.path.removeprefix("/")


def page_shown(programme: Programme, slug: str, showing: Showing) -> bool:
    """Say whether a free page is shown, wherever its text stands."""
    record = programme.pages[slug].record
    return showing.shows(record.status, record.published, record.expires)
