"""`pavgen build`."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import monotonic

import click

from pavgen.app.reports import BuildOptions, BuildReport, Overlay, SiteReport
from pavgen.app.unchanged import unchanged
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import (
    Format,
    as_of_option,
    drafts_option,
    format_option,
    future_option,
    showing_of,
    sites_option,
    strict_option,
)
from pavgen.cli.project import project_root
from pavgen.cli.stages import Stages
from pavgen.cli.streams import say, shown_path
from pavgen.kernel.canonical import Json
from pavgen.render.reports.counting import counted
from pavgen.security.slugs import slug_problems

_EXAMPLES = """\b
Examples:
  pavgen build
  pavgen build --site partners --as-of 2026-12-01
  pavgen build --strict --format github
  pavgen build --json | jq -r .next_transition
  pavgen build --tree-base origin/main --overlay pr-17:partners/arvedal --output preview
"""


@click.command(epilog=_EXAMPLES)
@sites_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write the sites' folders here; default: output/ in the project.",
)
@as_of_option
@drafts_option
@future_option
@strict_option
@click.option(
    "--noindex", is_flag=True, help="Ask search engines not to list anything: for previews."
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help="Processes at work at once; default: as many as there are cores.",
)
@click.option("--no-cache", is_flag=True, help="Work everything out anew, and remember nothing.")
@click.option(
    "--verify",
    is_flag=True,
    help="Build once more from nothing, and compare all bytes with what the cache gave.",
)
@click.option(
    "--tree-base",
    "base",
    default="",
    metavar="REV",
    help="Build this git revision, not the files in the folder; needs --overlay.",
)
@click.option(
    "--overlay",
    "above",
    default="",
    metavar="REV:partners/SLUG",
    help="Take this partner's folder, and nothing else, from another revision.",
)
@click.option("--timings", is_flag=True, help="Say how long each stage took.")
@click.option("--json", "as_json", is_flag=True, help="The same as `--format json`.")
@format_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option
    context: click.Context,
    *,
    sites: tuple[str, ...],
    output: Path | None,
    as_of: date | None,
    drafts: bool,
    future: bool,
    strict: bool,
    noindex: bool,
    jobs: int | None,
    no_cache: bool,
    verify: bool,
    base: str,
    above: str,
    timings: bool,
    as_json: bool,
    form: Format,
) -> int:
    """Build all sites, or those named; with an error nothing is written."""
    start = monotonic()
    root = project_root(context)
    overlay = _overlay(base, above)
    program = _program(root, overlay) if overlay else None
    showing = showing_of(root, as_of, drafts=drafts, future=future, program=program)
    options = BuildOptions(
        showing,
        sites,
        output,
        strict=strict,
        noindex=noindex,
        jobs=jobs or 0,
        cache=not no_cache,
        verify=verify,
        overlay=overlay,
    )
    stages = Stages()
    stages.step("comparing")
    report = unchanged(root, options) or _built(root, options, stages)
    stages.step("")
    form = "json" if as_json else form
    tell(report.diagnostics, report.texts, form, _facts(report, showing.as_of, start))
    if form != "json":
        say(_told(report, start))
    if timings:
        say(stages.table())
    return status_of(report.diagnostics, strict=strict)


def _overlay(base: str, above: str) -> Overlay | None:
    if not base and not above:
        return None
    if not base or not above:
        raise click.UsageError("`--tree-base` and `--overlay` need each other")
    head, _, slug = above.rpartition(":partners/")
    slug = slug.removesuffix("/")
    if not head or slug_problems(slug):
        wrong = f"`{above}` is not of the form REV:partners/SLUG"
        raise click.UsageError(f"{wrong}; give one such as `pr-17:partners/arvedal`")
    return Overlay(base, head, slug)


def _program(root: Path, overlay: Overlay) -> bytes | None:
    # Imported here, as below.
    from pavgen.app.overlay import program_at  # noqa: PLC0415

    return program_at(root, overlay)


def _built(root: Path, options: BuildOptions, stages: Stages) -> BuildReport:
    # Imported here: where nothing changed, none of it is needed.
    stages.step("starting")
    from pavgen.app.build import build  # noqa: PLC0415

    return build(root, options, stages.step)


def _facts(report: BuildReport, as_of: date, start: float) -> dict[str, Json]:
    following = report.next_transition
    return {
        "command": "build",
        "as_of": as_of.isoformat(),
        "written": not report.stopped,
        "next_transition": following.isoformat() if following else None,
        "milliseconds": round((monotonic() - start) * 1000),
        "sites": [_site(site) for site in report.sites],
    }


def _site(site: SiteReport) -> dict[str, Json]:
    return {
        "site": site.site,
        "pages": site.pages,
        "changed": site.written,
        "unchanged": site.unchanged,
        "removed": site.removed,
        "output": str(site.output),
    }


def _told(report: BuildReport, start: float) -> str:
    if report.stopped:
        return "nothing was written; the output is what it was\n"
    return "\n".join([*_sites_told(report.sites), *_ending(report, start)]) + "\n"


def _sites_told(sites: Sequence[SiteReport]) -> list[str]:
    return [
        f"{site.site}: {counted(site.pages, 'page')}; {counted(site.written, 'file')} changed, "
        f"{site.unchanged:,} unchanged, {site.removed:,} removed → {shown_path(site.output)}"
        for site in sites
    ]


def _ending(report: BuildReport, start: float) -> list[str]:
    following = report.next_transition
    told = [f"without an edit, the next change comes on {following}"] if following else []
    return [*told, f"done in {monotonic() - start:.1f} s"]
