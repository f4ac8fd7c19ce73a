"""`serve`: the sites built in memory, each behind its own door."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pavgen.app.build import BuiltSite, make
from pavgen.app.load import Progress
from pavgen.kernel.diagnostics import Checked, has_errors
from pavgen.model.programme import Showing
from pavgen.serve.answering import LOCAL_NAMES
from pavgen.serve.server import Door, listen
from pavgen.serve.site import ServedSite


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


@dataclass(frozen=True, slots=True)
class Preview:
    """Sites built in memory, with the text of the sources for quoting."""

    sites: tuple[BuiltSite, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)


def preview(
    root: Path, options: ServeOptions, progress: Progress = lambda _: None
) -> Checked[Preview]:
    """Build the sites in memory; there are none when a finding is an error."""
    made = make(root, options.showing, options.sites, progress)
    texts = dict(made.value.project.texts)
    sites = () if has_errors(made.diagnostics) else made.value.sites
    return Checked(Preview(sites, texts), made.diagnostics)


def open_doors(sites: Sequence[BuiltSite], options: ServeOptions) -> tuple[Door, ...]:
    """Listen for each site. Raises OSError where the first port is taken."""
    hosts = LOCAL_NAMES | {name.lower() for name in options.names}
    doors: list[Door] = []
    for site in sites:
        port = doors[-1].port + 1 if doors and options.port else options.port
        listening = listen(options.host, port, or_next=bool(doors))
        doors.append(Door(listening, partial(ServedSite, site.files, site.base), hosts))
    return tuple(doors)
