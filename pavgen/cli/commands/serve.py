"""`pavgen serve`."""

import errno
from datetime import date
from signal import SIGINT

import click

from pavgen.app.serve import Preview, ServeOptions
from pavgen.cli.exits import Exit, StoppedError
from pavgen.cli.findings import status_of
from pavgen.cli.options import as_of_option, drafts_option, future_option, showing_of, sites_option
from pavgen.cli.project import project_root
from pavgen.cli.streams import say, show_progress
from pavgen.serve.server import Door, serve

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_EXAMPLES = """\b
Examples:
  pavgen serve
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
    preview = Preview(root, ServeOptions(showing, sites, host, port, names))
    findings, report = preview.rebuild(show_progress)
    show_progress("")
    say(report)
    if not preview.sites:
        return status_of(findings)
    doors = _doors(preview)
    for site, door in zip(preview.sites, doors, strict=True):
        say(f"{site.site}: {_address(host, door, site.base)}\n")
    if host not in _LOOPBACK:
        say("other machines can reach this; it is a preview, not a server for the public\n")
    say("pages follow the files as you save them; press Ctrl-C to stop\n")
    try:
        serve(doors, preview.watching(say))
    except StoppedError as stopped:
        if stopped.number != SIGINT:
            raise
        say("stopped\n")
    return Exit.DONE


def _doors(preview: Preview) -> tuple[Door, ...]:
    try:
        return preview.doors()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            taken = f"{error.strerror}; choose another with `--port N`, or any with `--port 0`"
            raise click.UsageError(taken) from None
        raise


def _address(host: str, door: Door, base: str) -> str:
    name = "localhost" if host in _LOOPBACK else host
    return f"http://{name}:{door.port}{base}"
