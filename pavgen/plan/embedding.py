"""Lists that other web sites may show in a frame, and the page that gives the line to copy."""

from collections.abc import Iterator

from pavgen.kernel.values import dataclass
from pavgen.plan.facets import FACETS, FacetTable, facet_table, terms_of
from pavgen.plan.frame import Frame, Head, directories
from pavgen.plan.pages import Page
from pavgen.plan.paging import slices
from pavgen.plan.sections.directory.scope import held_partners
from pavgen.plan.surfaces import kept, surface
from pavgen.plan.views import EmbedChoice, EmbedGroup, EmbedList, EmbedMaker, LinkView

FOLDER = "embed/"
HEIGHT = 640
PER_PAGE = 24


@dataclass(frozen=True, slots=True)
class Embeddable:
    """A list for other web sites: where it stands, in whose order, of whom, and its name.

    `more` is where the same list stands in the site.
    """

    path: str
    opportunity: str
    title: str
    label: str
    members: frozenset[str]
    more: str


def embed_folders(frame: Frame) -> tuple[str, ...]:
    """Return the path of each opportunity's lists, below which everything may be framed."""
    return tuple(f"{_home(frame)}{name}/" for name, _ in frame.programme.policy.opportunities)


def embed_link(frame: Frame) -> tuple[LinkView, ...]:
    """Return the link to the page with the lines to copy; none where the site allows no frames."""
    if frame.site.embed is None:
        return ()
    return (LinkView(frame.words.say("plan-embed"), _home(frame)),)


def embed_pages(frame: Frame) -> Iterator[Page]:
    """Yield the bare lists and the page that offers them, if the site allows frames at all."""
    if frame.site.embed is None:
        return
    offered = [(label, tuple(lists)) for label, lists in _offered(frame)]
    for _, lists in offered:
        for wanted in lists:
            yield from _list_pages(frame, wanted)
    title = frame.words.say("plan-embed")
    groups = tuple(
        EmbedGroup(label, tuple(_choice(frame, one) for one in lists)) for label, lists in offered
    )
    head = Head(_home(frame), title, frame.site.source.path)
    yield frame.page(head, "embed/maker.html", EmbedMaker(title, groups))


def _offered(frame: Frame) -> Iterator[tuple[str, list[Embeddable]]]:
    """Yield groups of lists: whole opportunities, then the directory's list by each facet."""
    everyone = frozenset(_table(frame).everyone)
    whole = [
        Embeddable(
            f"{_home(frame)}{name}/", name, record.title, record.title, everyone, frame.shell.home
        )
        for name, record in frame.programme.policy.opportunities
    ]
    yield frame.words.say("plan-embed-lists"), whole
    for directory in directories(frame.site)[:1]:
        listed = frozenset(frame.placement.order_of(directory.list))
        for facet in FACETS:
            found = list(_values(frame, facet, directory.list, listed))
            if found:
                yield frame.words.say(f"plan-facet-{facet}"), found


def _values(
    frame: Frame, facet: str, opportunity: str, listed: frozenset[str]
) -> Iterator[Embeddable]:
    table = _table(frame)
    plurals = {kind.id: kind.plural for kind in frame.programme.program.partner_types}
    for entry in terms_of(frame, facet):
        members = table.of(facet, entry.id) & listed
        if members:
            label = plurals[entry.id] if facet == "type" else entry.label
            title = frame.words.say(f"plan-title-{facet}", label=label)
            path = f"{_home(frame)}{opportunity}/{facet}/{entry.id}/"
            more = frame.facet(facet, entry.id) or frame.shell.home
            yield Embeddable(path, opportunity, title, label, members, more)


def _table(frame: Frame) -> FacetTable:
    """Gather who has a page in the site; in one without a directory, everyone who is shown."""
    sections = directories(frame.site)
    if not sections:
        shown = [p for p in frame.programme.partners.values() if frame.is_shown(p.slug)]
        return facet_table(frame.programme, shown)
    held = {
        partner.slug: partner
        for section in sections
        for partner in held_partners(frame.programme, section, frame.showing)
    }
    return facet_table(frame.programme, held.values())


def _list_pages(frame: Frame, wanted: Embeddable) -> Iterator[Page]:
    total = len(kept(frame.placement, wanted.opportunity, wanted.members))
    more = LinkView(frame.shell.title, frame.here.absolute(wanted.more))
    for part in slices(wanted.path, total, PER_PAGE):
        shown = surface(
            frame,
            wanted.opportunity,
            wanted.members,
            title=wanted.title,
            first=part.first,
            most=PER_PAGE,
        )
        content = EmbedList(wanted.title, shown, part.pager, more)
        title = wanted.title
        if part.number > 1:
            title = frame.words.say("plan-page-title", title=title, number=part.number)
        head = Head(part.path, title, frame.site.source.path, index=False)
        yield frame.page(head, "embed/list.html", content)


def _choice(frame: Frame, wanted: Embeddable) -> EmbedChoice:
    return EmbedChoice(
        label=wanted.label,
        href=wanted.path,
        count=len(kept(frame.placement, wanted.opportunity, wanted.members)),
        src=frame.here.absolute(wanted.path),
        title=f"{wanted.title} – {frame.shell.title}",
        height=HEIGHT,
    )


def _home(frame: Frame) -> str:
    return f"{frame.here.base}{FOLDER}"
