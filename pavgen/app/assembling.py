"""One site of a placed project: planned, its pictures drawn, its pages made, its search made."""

from collections.abc import Mapping
from functools import partial

from pavgen.app.cards import with_cards
from pavgen.app.datafiles import data_files
from pavgen.app.design import with_colours
from pavgen.app.load import Progress, Project
from pavgen.app.means import Means
from pavgen.app.pages import render_pages
from pavgen.app.searching import Search, search_files
from pavgen.app.sites import BuiltSite, PutOff
from pavgen.app.themes import SiteKit, site_kit
from pavgen.kernel.canonical import Json, readable_json
from pavgen.kernel.diagnostics import Checked, has_errors
from pavgen.model.showing import Showing
from pavgen.place.placement import Placement
from pavgen.plan.documents import ServiceWorker
from pavgen.plan.pages import SitePlan
from pavgen.plan.site import LOGOS, MEDIA, plan_site
from pavgen.render.documents import write_document
from pavgen.render.offline import offline_files
from pavgen.render.theme.colours import BLACK, read_colour

_WORKER = "worker.js"


def assemble(
    project: Project,
    placement: Placement,
    site: str,
    showing: Showing,
    means: Means,
    progress: Progress,
) -> Checked[BuiltSite | None]:
    """Make every file of a site in memory; the value is None where it cannot be planned."""
    progress(f"{site}: planning")
    kit = site_kit(project, site)
    if kit.value is None:
        return Checked(None, kit.diagnostics)
    plan = plan_site(project.programme, placement, site, showing, kit.value.words)
    findings = [*kit.diagnostics, *plan.diagnostics]
    if has_errors(findings):
        return Checked(None, tuple(findings))
    coloured = with_colours(plan.value, kit.value)
    progress(f"{site}: social cards")
    pictured, cards = with_cards(coloured, project, kit.value, means)
    progress(f"{site}: pages")
    rendered = _files(project, pictured, kit.value, means)
    findings += rendered.diagnostics
    progress(f"{site}: search")
    asked_at = project.programme.sites[site].source.at("search")
    search = Search(site, plan.value.search, kit.value.words.locale, asked_at)
    found, later = search_files(search, means)
    findings += found.diagnostics
    finish = partial(_whole, plan.value, kit.value, {**rendered.value, **cards})
    sources = {page.path: page.source for page in plan.value.pages}
    put_off = PutOff(later, finish) if later else None
    base, pages = plan.value.base, len(plan.value.pages)
    built = BuiltSite(site, base, pages, finish(found.value), sources, put_off)
    return Checked(built, tuple(findings))


def _whole(
    plan: SitePlan, kit: SiteKit, files: Mapping[str, bytes], index: Mapping[str, bytes]
) -> Mapping[str, bytes]:
    """Add to a site's other files its index, and its service workers, which may need all."""
    found = {**files, **index}
    return found | _workers(plan, found, kit)


def _files(
    project: Project, plan: SitePlan, kit: SiteKit, means: Means
) -> Checked[dict[str, bytes]]:
    rendered = render_pages(plan, kit, means)
    files = rendered.value
    files |= data_files(plan.data, means)
    for document in plan.documents:
        if not isinstance(document.content, ServiceWorker):
            files[document.path] = write_document(document.content)
    files |= {f"{LOGOS}{name}": project.logos[name] for name in plan.logos}
    files |= {f"{MEDIA}{name}": data for name, data in project.media.items()}
    files |= kit.assets
    files["build.json"] = readable_json(_record(plan)).encode()
    return Checked(files, rendered.diagnostics)


def _workers(plan: SitePlan, files: Mapping[str, bytes], kit: SiteKit) -> dict[str, bytes]:
    """Return the service workers, which need every other file; a theme without one has none."""
    code, ground = (
        kit.theme.files.get(kit.theme.assets.get(_WORKER, ""), b""),
        read_colour(kit.theme.options.get("accent", "")),
    )
    made: dict[str, bytes] = {}
    for document in plan.documents if code else ():
        if isinstance(document.content, ServiceWorker):
            made |= offline_files(
                document.content, document.path, plan.base, files, code, ground or BLACK
            )
    return made


def _record(plan: SitePlan) -> Json:
    return {"format": 1, "site": plan.site, "pages": len(plan.pages)}
