"""Free pages: each stands by itself, at the address its place in the folder gives it."""

from collections.abc import Iterator
from datetime import date

from pavgen.model.programme import Programme
from pavgen.model.records.site import PagesSection
from pavgen.model.showing import Showing
from pavgen.plan.addresses import section_path
from pavgen.plan.dates import latest
from pavgen.plan.frame import Frame, Head
from pavgen.plan.pages import Page
from pavgen.plan.prose import prose_view
from pavgen.plan.views import FreePage


def addresses(
    programme: Programme, section: PagesSection, home: str, showing: Showing
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the address of each page of the folder that is shown."""
    folder = section.folder.strip("/")
    for slug, page in sorted(programme.pages.items()):
        if folder and not slug.startswith(folder + "/"):
            continue
        if showing.shows(page.record.status, page.record.published, page.record.expires):
            name = slug.removeprefix(folder + "/") if folder else slug
            yield ("page", slug), home + _below(name)


def plan(section: PagesSection, frame: Frame) -> Iterator[Page]:
    """Yield each page whose address is in this section; others stand in another's place."""
    home = section_path(frame.here.base, section)
    own = dict(addresses(frame.programme, section, home, frame.showing))
    introductions = frame.introductions()
    for (_, slug), path in own.items():
        if slug in introductions or frame.here.find("page", slug) != path:
            continue
        page = frame.programme.pages[slug]
        record = page.record
        text = prose_view(frame, page.text, section.list, record.locale)
        changed = latest(record.published, _rule_changed(frame, slug))
        content = FreePage(record.title, record.summary, text, record.contents, changed)
        index = record.status == "published"
        head = Head(path, record.title, record.source.path, record.summary, index=index)
        yield frame.page(head, "pages/page.html", content)


def _rule_changed(frame: Frame, slug: str) -> date | None:
    """Return the day the policy was announced for the page that explains it, else None."""
    return frame.programme.policy.announced if slug == frame.site.why else None


def _below(name: str) -> str:
    parts = name.split("/")
    if parts[-1] == "index":
        parts.pop()
    return "".join(f"{part}/" for part in parts)
