"""`pavgen serve`."""

import errno
import threading
import webbrowser
from collections.abc import Callable, Sequence
from datetime import date
from signal import SIGINT
from time import perf_counter

import click

from pavgen.app.serve import Preview, ServeOptions
from pavgen.cli.exits import Exit, StoppedError
from pavgen.cli.findings import status_of
from pavgen.cli.options import as_of_option, drafts_option, future_option, showing_of, sites_option
from pavgen.cli.project import project_root
from pavgen.cli.streams import say, show_progress
from pavgen.serve.server import Door, serve

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_HOPELESS = frozenset({"project-missing", "site-unknown"})
"""What no saved file mends: the command was given the wrong folder or name."""

_EXAMPLES = """\b
Examples:
  pavgen serve
  pavgen serve --open --follow
  pavgen serve --open content/hubs/notes/what-we-learnt.md
  pavgen serve --site partners --port 8080 --drafts
  pavgen serve --host 0.0.0.0 --allow-host demo.example.org
"""


@click.command(epilog=_EXAMPLES)
@sites_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The first site's port, others follow; 0 takes any free one.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--allow-host",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name visitors may ask for, where --host is not this machine alone; may be repeated.",
)
@click.option(
    "--open",
    "page",
    is_flag=False,
    flag_value="/",
    metavar="[PAGE]",
    help="Open the browser at the first site, or at a page of it: its address or its source file.",
)
@click.option(
    "--follow", is_flag=True, help="Let the browser go to the page made from the file just saved."
)
@click.option(
    "--poll",
    is_flag=True,
    help="Look at all files again and again, where the system tells of no changes.",
)
@as_of_option
@drafts_option
@future_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option
    context: click.Context,
    *,
    sites: tuple[str, ...],
    port: int,
    host: str,
    names: tuple[str, ...],
    page: str | None,
    follow: bool,
    poll: bool,
    as_of: date | None,
    drafts: bool,
    future: bool,
) -> int:
    """Build in memory and serve the sites, each at an address of its own, until Ctrl-C.

    When a file is saved, the sites are built anew and the pages in the browser follow; with an
    error they show it, and the last good build stays.
    """
    root = project_root(context)
    if host not in _LOOPBACK and not names:
        raise click.UsageError(
            f"`--host {host}` lets other machines in: say by which name with `--allow-host NAME`"
        )
    showing = showing_of(root, as_of, drafts=drafts, future=future)
    preview = Preview(root, ServeOptions(showing, sites, host, port, names, follow, poll))
    report = preview.begin(show_progress)
    show_progress("")
    say(report)
    if not preview.sites and any(finding.code in _HOPELESS for finding in preview.findings):
        return status_of(preview.findings)
    doors = _doors(preview, host)
    if host not in _LOOPBACK:
        say("other machines can reach this; it is a preview, not a server for the public\n")
    if not preview.sites:
        say("the sites come up as soon as the errors are mended\n")
    say("pages follow the files as you save them; press Ctrl-C to stop\n")
    if page is not None:
        _open(_address(host, doors()[0], preview.page_of(page)))
    try:
        serve(doors, preview.watching(say, perf_counter))
    except StoppedError as stopped:
        if stopped.number != SIGINT:
            raise
        say("stopped\n")
    return Exit.DONE


def _doors(preview: Preview, host: str) -> Callable[[], Sequence[Door]]:
    """Return what opens the doors; each address is told once it is open."""
    told: set[str] = set()

    def doors() -> Sequence[Door]:
        opened = preview.doors()
        for site, door in opened.items():
            if site not in told:
                told.add(site)
                say(f"{site or 'preview'}: {_address(host, door, preview.served(site).base)}\n")
        return tuple(opened.values())

    try:
        doors()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            taken = f"{error.strerror}; choose another with `--port N`, or any with `--port 0`"
            raise click.UsageError(taken) from None
        raise
    return doors


def _open(address: str) -> None:
    """Open the browser; some wait until it is closed, so nobody waits for them."""

    def show() -> None:
        if not webbrowser.open(address):
            say(f"no browser was found; open {address}\n")

    threading.Thread(target=show, daemon=True).start()


def _address(host: str, door: Door, path: str) -> str:
    name = "localhost" if host in _LOOPBACK else host
    return f"http://{name}:{door.port}{path}"
