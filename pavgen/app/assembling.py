"""One site of a placed project: planned, its pictures drawn, its pages made, its search made."""

from collections.abc import Mapping, Sequence

from pavgen.app.cards import with_cards
from pavgen.app.design import with_colours
from pavgen.app.load import Progress, Project
from pavgen.app.means import Means, Room
from pavgen.app.pages import render_pages
from pavgen.app.sites import BuiltSite
from pavgen.app.themes import SiteKit, site_kit
from pavgen.kernel.canonical import Json, canonical_json, readable_json
from pavgen.kernel.codec import Codec
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors
from pavgen.kernel.fingerprint import Fingerprints
from pavgen.model.showing import Showing
from pavgen.place.placement import Placement
from pavgen.plan.documents import ServiceWorker
from pavgen.plan.pages import SearchRecord, SitePlan
from pavgen.plan.site import LOGOS, MEDIA, plan_site
from pavgen.render.documents import write_document
from pavgen.render.offline import offline_files
from pavgen.render.search import search_index
from pavgen.render.theme.colours import BLACK, read_colour

_WORKER = "worker.js"
_FILES = Codec(())


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
    asked_at = project.programme.sites[site].source.at("search")
    progress(f"{site}: search")
    found = _search(plan.value.search, kit.value.words.locale, asked_at, means)
    findings += found.diagnostics
    files = {**rendered.value, **cards, **found.value}
    files |= _workers(plan.value, files, kit.value)
    sources = {page.path: page.source for page in plan.value.pages}
    built = BuiltSite(site, plan.value.base, len(plan.value.pages), files, sources)
    return Checked(built, tuple(findings))


def _files(
    project: Project, plan: SitePlan, kit: SiteKit, means: Means
) -> Checked[dict[str, bytes]]:
    rendered = render_pages(plan, kit, means)
    files = rendered.value
    for item in plan.data:
        written = canonical_json if item.compact else readable_json
        files[item.path] = written(item.value).encode()
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


def _search(
    records: Sequence[SearchRecord], locale: str, asked_at: Span, means: Means
) -> Checked[Mapping[str, bytes]]:
    findings: list[Diagnostic] = []

    def make(asked: Sequence[Sequence[SearchRecord]]) -> list[Mapping[str, bytes] | None]:
        answers = [search_index(some, locale, asked_at) for some in asked]
        findings.extend(found for answer in answers for found in answer.diagnostics)
        return [None if answer.diagnostics else answer.value for answer in answers]

    room: Room[Sequence[SearchRecord], Mapping[str, bytes]] = Room(
        "search", make, _FILES.write, _read_files
    )
    key = Fingerprints().of((locale, tuple(records)))
    return Checked(means.answers(room, {key: records})[key] or {}, tuple(findings))


def _read_files(data: bytes) -> Mapping[str, bytes]:
    value = _FILES.read(data)
    if not isinstance(value, dict):
        raise ValueError("no files")  # noqa: TRY004 - bytes that are no answer
    return value
