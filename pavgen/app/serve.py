"""`serve`: the sites built in memory, each behind its own door, anew when files change."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pavgen.app.build import make
from pavgen.app.load import Progress
from pavgen.app.sites import BuiltSite
from pavgen.files.reader import FOLDERS
from pavgen.kernel.diagnostics import Diagnostic, has_errors
from pavgen.model.programme import Showing
from pavgen.render.reports.text import as_text
from pavgen.serve.answering import LOCAL_NAMES
from pavgen.serve.server import Door, listen
from pavgen.serve.site import ServedSite
from pavgen.serve.watch import Watching


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """What to serve and where: the first site on `port`, each other on the next free one.

    `names` are the names by which visitors may ask for it, apart from this machine's own.
    """

    showing: Showing
    sites: tuple[str, ...] = ()
    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()


class Preview:
    """The last good build of every site, and what has been wrong since."""

    def __init__(self, root: Path, options: ServeOptions) -> None:
        self.sites: tuple[BuiltSite, ...] = ()
        self._root = root
        self._options = options
        self._version = 0
        self._notice = ""

    def rebuild(self, progress: Progress = lambda _: None) -> tuple[tuple[Diagnostic, ...], str]:
        """Build in memory; return the findings, and the report of them.

        With an error the last good build stays, and its pages show the report.
        """
        made = make(self._root, self._options.showing, self._options.sites, progress)
        report = as_text(made.diagnostics, made.value.project.texts)
        if has_errors(made.diagnostics):
            self._notice = report
        else:
            self._notice = ""
            self._version += 1
            self.sites = made.value.sites
        return made.diagnostics, report

    def served(self, site: str) -> ServedSite:
        """Return what is served of a site now."""
        found = next((built for built in self.sites if built.site == site), None)
        if found is None:
            return ServedSite({}, "/", self._version, self._notice)
        return ServedSite(found.files, found.base, self._version, self._notice)

    def doors(self) -> tuple[Door, ...]:
        """Listen for each site. Raises OSError where the first port is taken."""
        hosts = LOCAL_NAMES | {name.lower() for name in self._options.names}
        doors: list[Door] = []
        for site in self.sites:
            first = self._options.port
            port = doors[-1].port + 1 if doors and first else first
            listening = listen(self._options.host, port, or_next=bool(doors))
            doors.append(Door(listening, partial(self.served, site.site), hosts))
        return tuple(doors)

    def watching(self, tell: Callable[[str], None]) -> Watching:
        """Watch the project's folders; `tell` gets the report of every rebuild."""

        def rebuild() -> None:
            tell(self.rebuild()[1])

        folders = [self._root / name for name in FOLDERS if (self._root / name).is_dir()]
        return Watching(folders, rebuild)
