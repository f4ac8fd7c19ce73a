"""A whole site: addresses first, then every section's pages, then what all pages share."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span, in_order
from pavgen.model.programme import Programme
from pavgen.model.prose import RecordLink
from pavgen.model.records.site import (
    DirectorySection,
    FairnessSection,
    MenuItem,
    ShowcaseSection,
    Site,
)
from pavgen.model.showing import Showing
from pavgen.place.placement import Placement
from pavgen.place.published import published_order
from pavgen.plan.addresses import Addresses, page_shown, section_path
from pavgen.plan.contact import thanks_pages
from pavgen.plan.design import design_pages
from pavgen.plan.embedding import embed_link, embed_pages
from pavgen.plan.facets import countries
from pavgen.plan.frame import Frame, Head, directories
from pavgen.plan.pages import DataFile, DocumentFile, Page, SitePlan
from pavgen.plan.prose import link_target
from pavgen.plan.publication import publish
from pavgen.plan.reasons import why_here
from pavgen.plan.searching import search_pages, search_records
from pavgen.plan.sections.directory import facet_addresses, list_findings
from pavgen.plan.sections.kinds import section_addresses, section_pages
from pavgen.plan.shelf import fill_shelf
from pavgen.plan.views import LinkView, NotFound, Redirect, ShellView
from pavgen.plan.words import Words

LOGOS = "assets/p/"
MEDIA = "media/"
SEARCH = "search/"
COMPARE = "compare/"


def site_addresses(programme: Programme, site: str, showing: Showing) -> Addresses:
    """Work out the address of every record that a site has a page for; the first section wins."""
    record = programme.sites[site]
    parts = urlsplit(record.base_url)
    base = parts.path or "/"
    found = dict(_introduced(programme, record, base, showing))
    for section in record.sections:
        home = section_path(base, section)
        found.setdefault(("section", section.path), home)
        for key, path in section_addresses(programme, section, home, showing):
            found.setdefault(key, path)
    return Addresses(site, f"{parts.scheme}://{parts.netloc}", base, found)


def _introduced(
    programme: Programme, site: Site, base: str, showing: Showing
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the pages whose text introduces a section: they stand at its front page."""
    for section in reversed(site.sections):
        if not isinstance(section, DirectorySection | ShowcaseSection | FairnessSection):
            continue
        if section.intro is not None and page_shown(programme, section.intro, showing):
            yield ("page", section.intro), section_path(base, section)


def plan_site(
    programme: Programme, placement: Placement, site: str, showing: Showing, words: Words
) -> Checked[SitePlan]:
    """Plan every page of a site; two sources for one address are an error that names both."""
    everywhere = {name: site_addresses(programme, name, showing) for name in programme.sites}
    frame = _frame(programme, placement, site, showing, words, everywhere)
    made = [made for s in frame.site.sections for made in section_pages(s, frame)]
    pages = [page for page in made if isinstance(page, Page)]
    pages += [*search_pages(frame), *embed_pages(frame)]
    pages += thanks_pages(frame)
    pages += design_pages(frame)
    pages.append(_not_found(frame))
    pages += _redirects(frame, {page.path for page in pages})
    published = publish(frame, pages)
    data = published.data + tuple(file for file in made if isinstance(file, DataFile))
    data += tuple(
        DataFile(
            f"placement/{name}.json",
            published_order(programme, placement, name),
            programme.policy.source.path,
        )
        for name, _ in programme.policy.opportunities
    )
    documents = [*published.documents, *(file for file in made if isinstance(file, DocumentFile))]
    media = [(f"{MEDIA}{name}", path) for name, path in programme.media.items()]
    findings = [
        *_collisions(pages, (*data, *documents), media),
        *_nowhere(programme, site, everywhere),
        *list_findings(frame.site, frame),
    ]
    plan = SitePlan(
        site=site,
        base=frame.here.base,
        pages=tuple(sorted(published.pages, key=lambda page: page.path)),
        data=tuple(sorted(data, key=lambda item: item.path)),
        logos=_logos(frame),
        documents=tuple(sorted(documents, key=lambda item: item.path)),
        search=search_records(frame),
    )
    return Checked(plan, in_order(findings))


def _frame(
    programme: Programme,
    placement: Placement,
    site: str,
    showing: Showing,
    words: Words,
    everywhere: dict[str, Addresses],
) -> Frame:
    here = everywhere[site]
    record = programme.sites[site]
    shell = ShellView(
        site=site,
        title=record.title,
        summary=record.summary,
        locale=record.locale,
        home=here.base,
        programme=programme.program.name,
        vendor=programme.program.vendor.name,
        vendor_url=programme.program.vendor.url,
        main_menu=(),
        footer_menu=(),
        options=record.theme_options,
        search=f"{here.base}{SEARCH}" if record.search else "",
        compare=f"{here.base}{COMPARE}" if directories(record) else "",
    )
    frame = Frame(
        programme=programme,
        placement=placement,
        site=record,
        showing=showing,
        here=here,
        elsewhere=tuple(found for name, found in everywhere.items() if name != site),
        shell=shell,
        words=words,
        shelf=fill_shelf(programme, placement, showing),
        facet_pages={},
        logo_base=f"{here.base}{LOGOS}",
        media_base=f"{here.base}{MEDIA}",
        countries=countries(programme, words),
        why=why_here(programme, placement, words),
    )
    facets: dict[tuple[str, str], str] = {}
    for section in directories(record):
        facets = facet_addresses(section, frame) | facets
    full = replace(
        shell,
        main_menu=_menu(frame, record.menus.main),
        footer_menu=(*_menu(frame, record.menus.footer), *embed_link(frame)),
    )
    return replace(frame, facet_pages=facets, shell=full)


def _menu(frame: Frame, items: Iterable[MenuItem]) -> tuple[LinkView, ...]:
    return tuple(LinkView(item.label, link_target(frame, item.to)) for item in items)


def _logos(frame: Frame) -> tuple[str, ...]:
    """Return the files of the logos of every partner that is shown."""
    shown = [p for slug, p in frame.programme.partners.items() if frame.is_shown(slug)]
    logos = [logo for partner in shown for logo in (partner.logo, partner.logo_dark) if logo]
    return tuple(sorted({variant.name for logo in logos for variant in logo.variants}))


def _not_found(frame: Frame) -> Page:
    title = frame.words.say("plan-not-found")
    ways = (LinkView(frame.shell.title, frame.shell.home), *frame.shell.main_menu)
    head = Head(f"{frame.here.base}404.html", title, frame.site.source.path, index=False)
    return frame.page(head, "errors/404.html", NotFound(title, ways))


def _redirects(frame: Frame, taken: set[str]) -> Iterator[Page]:
    """Yield a page at each former address that leads to the present one."""
    for kind, slug, aliases, source in _former(frame):
        target = frame.here.find(kind, slug)
        for alias in aliases if target else ():
            path = f"{target.rstrip('/').rpartition('/')[0]}/{alias}/"
            if frame.file_of(path) not in taken:
                title = frame.words.say("plan-moved")
                head = Head(path, title, source, index=False)
                yield frame.page(head, "errors/redirect.html", Redirect(title, target))


def _former(frame: Frame) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    programme = frame.programme
    for slug, partner in programme.partners.items():
        standing = partner.standing
        yield "partner", slug, standing.aliases, standing.source.path
    for slug, solution in programme.solutions.items():
        yield "solution", slug, solution.record.aliases, solution.record.source.path
    for hub in programme.hubs.values():
        for article in hub.articles:
            record = article.record
            key = f"{hub.slug}/{article.slug}"
            yield "article", key, record.aliases, record.source.path


def _collisions(
    pages: Iterable[Page],
    data: Iterable[DataFile | DocumentFile],
    media: Iterable[tuple[str, str]],
) -> Iterator[Diagnostic]:
    seen: dict[str, tuple[str, str]] = {}
    made = [(p.path, p.source) for p in pages] + [(d.path, d.source) for d in data]
    for path, source in [*made, *media]:
        folded = path.casefold()
        if folded in seen:
            first, other = seen[folded]
            what = f"`/{path.removesuffix('index.html')}` is also made by {other}"
            if first != path:
                what += f" as `/{first.removesuffix('index.html')}`"
            remedy = "give one of them another slug or section path"
            yield Diagnostic(Span(source), "address-taken", what, remedy)
        seen.setdefault(folded, (path, source))


def _nowhere(
    programme: Programme, site: str, everywhere: dict[str, Addresses]
) -> Iterator[Diagnostic]:
    """Warn of each link to a record that no site has a page for on this day."""
    for link in _links(programme, site):
        is_partner = link.kind == "partner"
        target = programme.aliases.get(link.target, link.target) if is_partner else link.target
        if link.kind in {"opportunity", "event"}:
            continue
        if not any(found.find(link.kind, target) for found in everywhere.values()):
            what = f"no site has a page for `{link.kind}:{link.target}` today"
            remedy = "the link leads to the home page until one has"
            yield Diagnostic(link.span, "link-nowhere", what, remedy, "", Severity.WARNING)


def _links(programme: Programme, site: str) -> Iterator[RecordLink]:
    texts = [page.text for page in programme.pages.values()]
    texts += [solution.story for solution in programme.solutions.values()]
    for hub in programme.hubs.values():
        texts += [hub.introduction, *(article.text for article in hub.articles)]
    for text in texts:
        yield from text.references
    record = programme.sites[site]
    for name in ("main", "footer"):
        for index, item in enumerate(getattr(record.menus, name)):
            kind, colon, target = item.to.partition(":")
            if colon and kind in {"partner", "solution", "article", "page", "section"}:
                span = record.source.at(f"menus.{name}[{index}].to")
                yield RecordLink(kind, target, "", span)
