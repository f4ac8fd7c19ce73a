"""Builds in processes of their own, so that none remembers what another has seen.

Three ways to the same sites: `clean` from a copy of the sources in a new folder, `incremental`
into the project's long-lived output with whatever is kept beside it, and `served` by a session
that stays in memory. The first two run in a process each, a copy of one that has built something
before (else every build would spend seconds on reading libraries), but not this project.
"""

import gc
import multiprocessing
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

from pavgen.app.build import build, make
from pavgen.app.means import Means
from pavgen.app.reports import BuildOptions
from pavgen.app.serve import Preview, ServeOptions
from pavgen.app.unchanged import unchanged
from pavgen.kernel.diagnostics import Diagnostic, has_errors
from pavgen.model.showing import Showing
from tests.incremental.projects import DAY, small_files
from tests.plan.projects import files_of, partner, site, write

MOST_SESSIONS = 3
_CHANGING = ("open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod")
_RUNTIME = 120.0


@dataclass(frozen=True)
class Mode:
    """How to build: what the command line would say."""

    day: date = DAY
    drafts: bool = False
    future: bool = False
    noindex: bool = False
    sites: tuple[str, ...] = ()

    @property
    def showing(self) -> Showing:
        return Showing(self.day, self.drafts, self.future)


@dataclass(frozen=True)
class Built:
    """What a build gave: files by site and path, unless they are on the disk, and its findings.

    `crash` is the traceback of one that raised.
    """

    findings: str = ""
    stopped: bool = False
    facts: str = ""
    sites: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    crash: str = ""
    seconds: float = 0.0


class KnownTemplates:
    """What templates ask for, kept in memory: their compiling would be most of a clean build.

    Nothing else is kept, so that all that follows from the project is worked out anew.
    """

    def __init__(self) -> None:
        self._known: dict[bytes, bytes] = {}

    def recall(self, room: str, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Return what is kept of templates."""
        asked = keys if room == "template" else ()
        return {key: self._known[key] for key in asked if key in self._known}

    def keep(self, room: str, values: Mapping[bytes, bytes]) -> None:
        """Keep what templates ask for."""
        if room == "template":
            self._known.update(values)


_known_templates = KnownTemplates()


@dataclass(frozen=True)
class Kill:
    """When to kill a build: at its n-th change of the disk, or after some seconds."""

    change: int = 0
    seconds: float = 0.0


def clean(sources: Mapping[str, bytes], mode: Mode) -> Built:
    """Build sources from nothing, into memory."""
    with tempfile.TemporaryDirectory(prefix="pavgen-clean-") as folder:
        root = write(Path(folder), sources)
        means = Means(_known_templates)
        made = make(root, mode.showing, mode.sites, noindex=mode.noindex, means=means)
    stopped = has_errors(made.diagnostics)
    sites = {} if stopped else {site.site: dict(site.files) for site in made.value.sites}
    pending = made.value.project.programme.pending
    facts = "" if stopped else f"{made.value.next_transition} {pending}"
    return Built(_told(made.diagnostics), stopped, facts, sites)


def incremental(root: Path, mode: Mode) -> Built:
    """Build a project where it stands, into its output, as the command does."""
    options = BuildOptions(mode.showing, mode.sites, noindex=mode.noindex)
    report = unchanged(root, options) or build(root, options)
    facts = "" if report.stopped else f"{report.next_transition} {report.pending}"
    return Built(_told(report.diagnostics), report.stopped, facts)


def broken_incremental(bug: Callable[[], None], root: Path, mode: Mode) -> Built:
    """Build like `incremental` with a bug; for a process that forgets, and so is rid of it."""
    bug()
    return incremental(root, mode)


class Sessions:
    """Servers of a project that stay in memory, the latest few by their mode."""

    def __init__(self) -> None:
        self._open: dict[tuple[Path, Mode], Preview] = {}

    def served(self, root: Path, mode: Mode) -> Built:
        """Build anew in the session of a mode, and return what is served after it."""
        preview = self._open.pop((root, mode), None)
        if preview is None:
            preview = Preview(root, ServeOptions(mode.showing, mode.sites))
        self._open[root, mode] = preview
        for key in list(self._open)[:-MOST_SESSIONS]:
            del self._open[key]
        preview.rebuild(())
        preview.catch_up()
        sites = {built.site: dict(preview.served(built.site).files) for built in preview.sites}
        return Built(_told(preview.findings), has_errors(preview.findings), "", sites)


def warm_with_another() -> None:
    """Read the libraries and the standard theme, and remember nothing of the project."""
    german = site(["kind: directory, path: /"], "locale: de\n")
    main = site(["kind: directory, path: /"], "locale: en-GB\n")
    _build_once({**files_of(partner("guest"), main=main), "content/sites/water.yaml": german})


def _build_once(files: Mapping[str, str | bytes]) -> None:
    with tempfile.TemporaryDirectory(prefix="pavgen-warm-") as folder:
        means = Means(_known_templates)
        made = make(write(Path(folder), files), Showing(DAY), means=means)
        assert made.ok, made.diagnostics


class Bench:
    """Three processes that build: `clean`, `incremental` and `served`.

    The first two do each job in a copy of themselves and so forget it; the third remembers all.
    They are copies of one process that called `prepare` first, given by an importable name.
    """

    def __init__(self, prepare: Callable[[], None] = warm_with_another) -> None:
        """Start them."""
        context = multiprocessing.get_context("spawn")
        pairs = [context.Pipe() for _ in range(3)]
        self._process = context.Process(target=_work, args=([pair[1] for pair in pairs], prepare))
        self._process.start()
        for _, theirs in pairs:
            theirs.close()
        self.clean, self.incremental, self.served = (Line(ours) for ours, _ in pairs)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        for line in (self.clean, self.incremental, self.served):
            line.connection.close()
        self._process.join(10)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


@dataclass(frozen=True)
class Line:
    """The way to a process that does jobs, one after another."""

    connection: Connection

    def begin(self, job: Callable[..., Built], *given: object, kill: Kill | None = None) -> None:
        """Ask for a job without waiting for it."""
        self.connection.send((job, given, kill))

    def result(self) -> Built:
        """Wait for the job that was begun last."""
        if not self.connection.poll(_RUNTIME):
            raise AssertionError(f"a build does not end within {_RUNTIME:.0f} seconds")
        found = self.connection.recv()
        assert isinstance(found, Built)
        return found

    def do(self, job: Callable[..., Built], *given: object, kill: Kill | None = None) -> Built:
        """Have a job done; one that was killed gives an empty answer that stopped."""
        self.begin(job, *given, kill=kill)
        return self.result()


def _told(findings: Iterable[Diagnostic]) -> str:
    """Write findings down, but for that of a harmed cache: a clean build has none to find harmed."""
    return "\n".join(
        f"{d.span} {d.severity} {d.code} {d.field}: {d.what}; {d.remedy}"
        for d in findings
        if d.code != "cache-harmed"
    )


_sessions = Sessions()


def served(root: Path, mode: Mode) -> Built:
    """Build anew in a session of this process, which must be one that stays."""
    return _sessions.served(root, mode)


def _work(lines: list[Connection], prepare: Callable[[], None]) -> None:
    prepare()
    gc.collect()
    gc.freeze()
    children = []
    for line, serve in zip(lines, (_serve_clean, _serve_copies, _serve_all), strict=True):
        child = os.fork()
        if child == 0:
            for other in lines:
                if other is not line:
                    other.close()
            with suppress(EOFError, BrokenPipeError):
                serve(line)
            os._exit(0)
        children.append(child)
    for line in lines:
        line.close()
    for child in children:
        os.waitpid(child, 0)


def _serve_clean(line: Connection) -> None:
    """Serve builds that begin with pictures of the project's first state, and with no more."""
    _build_once(small_files())
    _serve_copies(line)


def _serve_copies(line: Connection) -> None:
    while True:
        job, given, kill = line.recv()
        _in_a_copy(line, job, given, kill)


def _serve_all(line: Connection) -> None:
    while True:
        job, given, _ = line.recv()
        line.send(_done(job, given))


def _in_a_copy(
    line: Connection, job: Callable[..., Built], given: tuple[object, ...], kill: Kill | None
) -> None:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if kill is not None and kill.change:
                sys.addaudithook(_killing(kill.change))
            gc.disable()
            answer = _done(job, given)
            if kill is None:
                line.send(answer)
            code = 0
        finally:
            os._exit(code)
    if kill is not None and not kill.change:
        time.sleep(kill.seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if kill is not None:
        line.send(Built(stopped=os.WIFSIGNALED(status)))
    elif status:
        line.send(Built(crash=f"the build's process ended with {status}"))


def _done(job: Callable[..., Built], given: tuple[object, ...]) -> Built:
    start = time.monotonic()
    try:
        answer = job(*given)
    except Exception:  # noqa: BLE001 - whatever a build raises is a result here
        answer = Built(crash=traceback.format_exc())
    return replace(answer, seconds=time.monotonic() - start)


def _killing(at: int) -> Callable[[str, tuple[object, ...]], None]:
    """Return a hook that ends this process before its n-th change of the disk."""
    left = at

    def hook(event: str, given: tuple[object, ...]) -> None:
        nonlocal left
        if event in _CHANGING and (event != "open" or _writes(given)):
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return hook


def _writes(given: tuple[object, ...]) -> bool:
    flags = given[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
