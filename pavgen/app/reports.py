"""What a build is asked for, and what it found and did."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.kernel.values import dataclass
from pavgen.model.showing import Showing


@dataclass(frozen=True, slots=True)
class Overlay:
    """Two revisions: `base` gives all files, but for those of `slug`'s folder, which `head` gives.

    So a pull request is shown with the themes, settings and other partners of the branch it
    would be merged into, and nothing of its own but what its partner may change.
    """

    base: str
    head: str
    slug: str

    @property
    def folder(self) -> str:
        """The folder that is taken from the head."""
        return f"partners/{self.slug}"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build: `sites` names them, none means all; `output` defaults to `output/`.

    Under `noindex` every page asks search engines not to list it, as a preview should. The
    output is the same whatever `jobs` (processes at once; 0: as many as there are cores) and
    `cache` say; with `verify` that is proved, by a second build from nothing. With an `overlay`
    two commits are built, and the folder's own sources are not read.
    """

    showing: Showing
    sites: tuple[str, ...] = ()
    output: Path | None = None
    strict: bool = False
    noindex: bool = False
    jobs: int = 0
    cache: bool = True
    verify: bool = False
    overlay: Overlay | None = None

    def folder(self, root: Path) -> Path:
        """Return the folder that holds the sites' own folders."""
        return self.output or root / "output"


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
