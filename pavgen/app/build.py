"""The build: load, place, plan, render, and then, if nothing is wrong, write."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pavgen.app.cards import with_cards
from pavgen.app.design import with_colours
from pavgen.app.links import links_of
from pavgen.app.load import Progress, Project, load_project
from pavgen.app.placed import placed, remember_states
from pavgen.app.sites import BuiltSite
from pavgen.app.themes import SiteKit, site_kit
from pavgen.files.lock import build_lock
from pavgen.files.outdir import output_findings
from pavgen.files.writer import WriteResult, write_site
from pavgen.kernel.canonical import Json, canonical_json, readable_json
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.model.programme import Showing
from pavgen.place.placement import Placement
from pavgen.plan.documents import ServiceWorker
from pavgen.plan.pages import SitePlan
from pavgen.plan.site import LOGOS, MEDIA, plan_site
from pavgen.plan.transition import next_transition
from pavgen.render.documents import write_document
from pavgen.render.offline import offline_files
from pavgen.render.search import search_index
from pavgen.render.theme.colours import BLACK, read_colour

_WORKER = "worker.js"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build: `sites` names them, none means all; `output` defaults to `output/`.

    Under `noindex` every page asks search engines not to list it, as a preview should.
    """

    showing: Showing
    sites: tuple[str, ...] = ()
    output: Path | None = None
    strict: bool = False
    noindex: bool = False


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What a build did to one site's folder; numbers of files."""

    site: str
    pages: int
    written: int
    unchanged: int
    removed: int
    output: Path
    base: str = "/"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build found and did; `texts` are the sources by path, for quoting."""

    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    sites: tuple[SiteReport, ...] = ()
    next_transition: date | None = None
    stopped: bool = False
    pending: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """Everything a build made in memory, whether or not it will be written."""

    project: Project
    placement: Placement | None = None
    sites: tuple[BuiltSite, ...] = field(default=())
    next_transition: date | None = None


def make(
    root: Path,
    showing: Showing,
    wanted: Sequence[str] = (),
    progress: Progress = lambda _: None,
    *,
    noindex: bool = False,
) -> Checked[Made]:
    """Build sites in memory: all, or those wanted. Every finding of every stage is returned."""
    loaded = load_project(root, progress, showing.as_of if showing.drafts else None)
    project = loaded.value
    findings = [*loaded.diagnostics, *_unknown_sites(project, wanted)]
    if has_errors(findings):
        return Checked(Made(project), in_order(findings))
    if noindex:
        project = _unlisted(project)
    progress("placing")
    decided = placed(root, project.programme, showing.as_of)
    findings += decided.diagnostics
    if has_errors(findings):
        return Checked(Made(project), in_order(findings))
    built = []
    for site in project.programme.sites:
        if not wanted or site in wanted:
            progress(f"site {site}")
            answer = _site(project, decided.value, site, showing)
            findings += answer.diagnostics
            if answer.value is not None:
                built.append(answer.value)
    following = next_transition(project.programme, showing.as_of)
    return Checked(Made(project, decided.value, tuple(built), following), in_order(findings))


def build(root: Path, options: BuildOptions, progress: Progress = lambda _: None) -> BuildReport:
    """Build and write the sites; with an error, or under `strict` a warning, nothing is written.

    Raises LockHeldError while another build writes, OSError where the machine refuses; the
    old output is then intact.
    """
    made = make(root, options.showing, options.sites, progress, noindex=options.noindex)
    texts = made.value.project.texts
    if has_errors(made.diagnostics) or (options.strict and made.diagnostics):
        return BuildReport(made.diagnostics, texts, stopped=True)
    output = options.output or root / "output"
    findings = [*made.diagnostics, *_refusals(made.value.sites, output, root)]
    if has_errors(findings):
        return BuildReport(in_order(findings), texts, stopped=True)
    reports = []
    with build_lock(root, out=output):
        for site in made.value.sites:
            progress(f"writing {site.site}")
            out = output / site.site
            answer = write_site(out, site.files, site_id=site.site, project=root)
            findings += answer.diagnostics
            if answer.value is not None:
                reports.append(_report(site, answer.value, out))
        if made.value.placement is not None:
            remember_states(root, made.value.placement)
    stopped = has_errors(findings)
    following = made.value.next_transition
    pending = made.value.project.programme.pending
    return BuildReport(in_order(findings), texts, tuple(reports), following, stopped, pending)


def check(
    root: Path,
    showing: Showing,
    wanted: Sequence[str] = (),
    progress: Progress = lambda _: None,
    *,
    links: bool = False,
) -> BuildReport:
    """Find everything a build would complain about; nothing is written.

    With `links` every link of the pages is followed too, if they could be made at all.
    """
    made = make(root, showing, wanted, progress)
    project = made.value.project
    findings = list(made.diagnostics)
    if links and not has_errors(findings):
        progress("links")
        findings += links_of(project.programme, made.value.sites, project.texts)
    return BuildReport(
        in_order(findings),
        project.texts,
        next_transition=made.value.next_transition,
        stopped=has_errors(findings),
        pending=project.programme.pending,
    )


def _site(
    project: Project, placement: Placement, site: str, showing: Showing
) -> Checked[BuiltSite | None]:
    kit = site_kit(project, site)
    if kit.value is None:
        return Checked(None, kit.diagnostics)
    plan = plan_site(project.programme, placement, site, showing, kit.value.words)
    findings = [*kit.diagnostics, *plan.diagnostics]
    if has_errors(findings):
        return Checked(None, tuple(findings))
    coloured = with_colours(plan.value, kit.value)
    pictured, cards = with_cards(coloured, project, kit.value)
    rendered = _files(project, pictured, kit.value)
    findings += rendered.diagnostics
    asked_at = project.programme.sites[site].source.at("search")
    found = search_index(plan.value.search, kit.value.words.locale, asked_at)
    findings += found.diagnostics
    files = {**rendered.value, **cards, **found.value}
    files |= _workers(plan.value, files, kit.value)
    sources = {page.path: page.source for page in plan.value.pages}
    built = BuiltSite(site, plan.value.base, len(plan.value.pages), files, sources)
    return Checked(built, tuple(findings))


def _files(project: Project, plan: SitePlan, kit: SiteKit) -> Checked[dict[str, bytes]]:
    renderer = kit.renderer(plan.base)
    findings: list[Diagnostic] = list(renderer.check())
    files: dict[str, bytes] = {}
    for page in plan.pages if not findings else ():
        rendered = renderer.render(page.template, page.view)
        findings += rendered.diagnostics
        files[page.path] = rendered.value
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
    return Checked(files, tuple(findings))


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


def _unlisted(project: Project) -> Project:
    """Return the project with no site for search engines to list."""
    programme = project.programme
    sites = {name: replace(site, index=False) for name, site in programme.sites.items()}
    return replace(project, programme=replace(programme, sites=sites))


def _refusals(sites: Sequence[BuiltSite], output: Path, root: Path) -> Iterator[Diagnostic]:
    """Ask of every folder before the first is written, so that one refusal stops all."""
    for site in sites:
        yield from output_findings(output / site.site, project=root, site_id=site.site)


def _unknown_sites(project: Project, wanted: Sequence[str]) -> list[Diagnostic]:
    known = project.programme.sites
    return [
        Diagnostic(Span("content/sites"), "site-unknown", f"there is no site `{name}`", remedy)
        for name in wanted
        if name not in known and (remedy := did_you_mean(name, known) or "name one of its files")
    ]


def _report(site: BuiltSite, result: WriteResult, out: Path) -> SiteReport:
    return SiteReport(
        site=site.site,
        pages=site.pages,
        written=len(result.written),
        unchanged=len(result.unchanged),
        removed=len(result.removed),
        output=out,
        base=site.base,
    )
