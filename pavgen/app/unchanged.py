"""The shortest build: nothing changed since the last one, so that its report still holds.

What is compared are the stamps of every source, of the program and of every file that was
written, with those noted after the last build that was asked for the same. Nothing heavy is
imported here: this is what a command that has nothing to do costs.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pavgen
from pavgen.app.reports import BuildOptions, BuildReport, SiteReport
from pavgen.files.cache.stamps import read_note, stamps_below, write_note
from pavgen.files.outdir import settled
from pavgen.files.plainfile import read_file
from pavgen.files.reader import FOLDERS
from pavgen.files.trees.untouched import state_of_output
from pavgen.kernel.canonical import canonical_json
from pavgen.kernel.codec import Codec
from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.kernel.values import dataclass

BUILD, CHECK, LINKS = "build", "check", "check with links"
"""What may be done: the last two write nothing."""

_MOST = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sources:
    """The stamps of all that a build reads, as a digest, and the latest time among them."""

    digest: str
    latest: int


@dataclass(frozen=True, slots=True)
class _Site:
    """A site as it was written: how many pages and files, and the state of its folder."""

    site: str
    base: str
    pages: int
    files: int
    state: str


@dataclass(frozen=True, slots=True)
class _Note:
    """What is noted of a build; `following` is its next transition, or empty."""

    sources: str
    diagnostics: tuple[Diagnostic, ...]
    sites: tuple[_Site, ...]
    following: str
    pending: tuple[str, ...]


_CODEC = Codec((_Note, _Site, Diagnostic, Span, Severity))


def sources_of(root: Path) -> Sources:
    """Take the stamps of a project's sources and of the program itself."""
    home = Path(pavgen.__file__).parent
    # In a checkout the built-in themes lie beside the package, in a wheel inside it.
    program = [home, home.parent / "themes" / "standard"]
    return Sources(*stamps_below([*program, *(root / name for name in FOLDERS)]))


def unchanged(root: Path, options: BuildOptions, what: str = BUILD) -> BuildReport | None:
    """Return the report of the last time where another could only be the same, else None.

    `what` was done: a build, or a check, which leaves no output.
    """
    # What lies in the folder says nothing of a build of commits.
    asked = options.cache and not options.verify and options.overlay is None
    note = _read(root, _name(what, options)) if asked else None
    if note is None or note.sources != sources_of(root).digest:
        return None
    output = options.folder(root)
    if any(state_of_output(settled(output / site.site), root) != site.state for site in note.sites):
        return None
    return BuildReport(
        diagnostics=note.diagnostics,
        texts=_texts(root, note.diagnostics),
        sites=tuple(
            SiteReport(s.site, s.pages, 0, s.files, 0, output / s.site, s.base) for s in note.sites
        ),
        next_transition=date.fromisoformat(note.following) if note.following else None,
        pending=note.pending,
    )


def note_report(
    root: Path, options: BuildOptions, report: BuildReport, sources: Sources, what: str = BUILD
) -> None:
    """Note how it ended; `sources` were taken before any of them was read."""
    sites = tuple(
        _Site(
            s.site,
            s.base,
            s.pages,
            s.written + s.unchanged,
            state_of_output(settled(s.output), root),
        )
        for s in report.sites
    )
    is_known = options.cache and options.overlay is None and not report.stopped
    if not is_known or not all(site.state for site in sites):
        return
    following = report.next_transition.isoformat() if report.next_transition else ""
    note = _Note(sources.digest, report.diagnostics, sites, following, report.pending)
    name = _name(what, options)
    write_note(root, name, _CODEC.write(note).decode("utf-8", "replace"), sources.latest)


def _read(root: Path, name: str) -> _Note | None:
    said = read_note(root, name)
    try:
        note = _CODEC.read(said.encode()) if isinstance(said, str) else None
    except ValueError:
        return None
    return note if isinstance(note, _Note) else None


def _name(what: str, options: BuildOptions) -> str:
    """Name everything that was asked for, and that the output or the report depends on."""
    showing = options.showing
    return canonical_json(
        {
            "what": what,
            "sites": list(options.sites),
            "output": str(options.output.absolute()) if options.output else "",
            "as_of": showing.as_of.isoformat(),
            "drafts": showing.drafts,
            "future": showing.future,
            "strict": options.strict,
            "noindex": options.noindex,
        }
    )


def _texts(root: Path, diagnostics: Iterable[Diagnostic]) -> dict[str, str]:
    """Read the sources that findings are about anew, for quoting."""
    texts = {}
    for path in sorted({d.span.path for d in diagnostics if d.span.line}):
        data = read_file(str(root / path), _MOST)
        if isinstance(data, bytes):
            texts[path] = data.decode("utf-8-sig", "replace")
    return texts
