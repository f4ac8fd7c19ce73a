"""The build: load, place, plan, render, and then, if nothing is wrong, write."""

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from functools import partial
from pathlib import Path

from pavgen.app.assembling import assemble
from pavgen.app.links import links_of
from pavgen.app.load import Progress, Project, load_project, load_tree
from pavgen.app.means import Means, working
from pavgen.app.overlay import is_pending, overlaid
from pavgen.app.placed import placed
from pavgen.app.processes import cores, uncollected
from pavgen.app.reports import BuildOptions, BuildReport, Overlay, SiteReport
from pavgen.app.sites import BuiltSite
from pavgen.app.unchanged import CHECK, LINKS, note_report, sources_of
from pavgen.files.cache import cache_findings, forget_cache, harm_findings
from pavgen.files.lock import build_lock
from pavgen.files.outdir import output_findings
from pavgen.files.writer import WriteResult, write_site
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.showing import Showing
from pavgen.place.placement import Placement
from pavgen.plan.transition import next_transition

_WHAT = "the cache gave other bytes than a build from nothing"
_UNLIKE = "the cache was deleted; build again, and report it to those who maintain pavgen"


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
    means: Means | None = None,
    overlay: Overlay | None = None,
) -> Checked[Made]:
    """Build sites in memory: all, or those wanted. Every finding of every stage is returned.

    The sources are the folder's, or with an `overlay` those of two commits.
    """
    means = means or Means()
    loaded = _loaded(root, showing, overlay, progress, means)
    return make_loaded(loaded, showing, wanted, progress, noindex=noindex, means=means)


def make_loaded(
    loaded: Checked[Project],
    showing: Showing,
    wanted: Sequence[str] = (),
    progress: Progress = lambda _: None,
    *,
    noindex: bool = False,
    means: Means | None = None,
) -> Checked[Made]:
    """Build the sites of a project that was loaded, wherever its files came from."""
    means = means or Means()
    project = loaded.value
    findings = [*loaded.diagnostics, *_unknown_sites(project, wanted)]
    if has_errors(findings):
        return Checked(Made(project), in_order(findings))
    if noindex:
        project = _unlisted(project)
    progress("placing")
    decided = placed(project.programme, showing.as_of, means)
    findings += decided.diagnostics
    if has_errors(findings):
        return Checked(Made(project), in_order(findings))
    built = []
    for site in project.programme.sites:
        if not wanted or site in wanted:
            answer = assemble(project, decided.value, site, showing, means, progress)
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
    sources = sources_of(root)
    made, harm = _made(root, options, progress)
    report = _written(root, options, made, progress)
    note_report(root, options, report, sources)
    return replace(report, diagnostics=in_order([*report.diagnostics, *harm]))


def check(
    root: Path,
    showing: Showing,
    wanted: Sequence[str] = (),
    progress: Progress = lambda _: None,
    *,
    links: bool = False,
) -> BuildReport:
    """Find everything a build would complain about; nothing is written but the cache.

    With `links` every link of the pages is followed too, if they could be made at all.
    """
    sources = sources_of(root)
    with uncollected(), working(root, jobs=cores()) as means:
        made = make(root, showing, wanted, progress, means=means)
    harm = harm_findings(means.memory)
    project = made.value.project
    findings = [*made.diagnostics, *cache_findings(root)]
    if links and not has_errors(findings):
        progress("links")
        findings += links_of(project.programme, made.value.sites, project.texts)
    report = BuildReport(
        in_order(findings),
        project.texts,
        next_transition=made.value.next_transition,
        stopped=has_errors(findings),
        pending=project.programme.pending,
    )
    asked = BuildOptions(showing, tuple(wanted))
    note_report(root, asked, report, sources, LINKS if links else CHECK)
    return replace(report, diagnostics=in_order([*findings, *harm]))


def _written(
    root: Path, options: BuildOptions, made: Checked[Made], progress: Progress
) -> BuildReport:
    """Write the sites that were made, unless a finding stops it."""
    texts = made.value.project.texts
    if has_errors(made.diagnostics) or (options.strict and made.diagnostics):
        return BuildReport(made.diagnostics, texts, stopped=True)
    output = options.folder(root)
    findings = [*made.diagnostics, *_refusals(made.value.sites, output, root)]
    if has_errors(findings):
        return BuildReport(in_order(findings), texts, stopped=True)
    reports = []
    with build_lock(root, out=output):
        for site in made.value.sites:
            progress(f"writing {site.site}")
            out = output / site.site
            answer = write_site(
                out, site.files, site_id=site.site, project=root, thorough=options.verify
            )
            findings += answer.diagnostics
            if answer.value is not None:
                reports.append(_report(site, answer.value, out))
    stopped = has_errors(findings)
    following = made.value.next_transition
    pending = made.value.project.programme.pending
    return BuildReport(in_order(findings), texts, tuple(reports), following, stopped, pending)


def _made(
    root: Path, options: BuildOptions, progress: Progress
) -> tuple[Checked[Made], tuple[Diagnostic, ...]]:
    """Make the sites with the cache; to verify, make them from nothing and compare the two.

    The second are findings of this one build alone: they stop none, and no later one has them.
    """
    showing, sites = options.showing, options.sites
    asked = partial(make, root, showing, sites, noindex=options.noindex, overlay=options.overlay)
    with uncollected(), working(root, jobs=options.jobs or cores(), cache=options.cache) as means:
        made = asked(progress, means=means)
        found = cache_findings(root) if options.cache else ()
        made = replace(made, diagnostics=in_order([*made.diagnostics, *found]))
    harm = harm_findings(means.memory)
    if not options.verify:
        return made, harm
    anew = asked(lambda step: progress(f"anew: {step}"))
    unlike = [
        Diagnostic(Span(f"{site.site}/{path}"), "output-unlike", _WHAT, _UNLIKE)
        for site, other in zip(made.value.sites, anew.value.sites, strict=True)
        for path in sorted(site.files.keys() | other.files.keys())
        if site.files.get(path) != other.files.get(path)
    ]
    if unlike:
        forget_cache(root)
    return Checked(anew.value, in_order([*anew.diagnostics, *unlike])), harm


def _loaded(
    root: Path, showing: Showing, overlay: Overlay | None, progress: Progress, means: Means
) -> Checked[Project]:
    if overlay is None:
        return load_project(root, progress, showing.preview, means)
    progress("reading")
    tree = overlaid(root, overlay)
    # A new partner has no standing yet, and its preview shows what it would be once admitted.
    preview = showing.as_of if is_pending(tree.value, overlay) else showing.preview
    return load_tree(tree, progress, preview, means)


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
