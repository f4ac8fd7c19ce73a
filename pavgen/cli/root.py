"""The command `pavgen` itself: its options and the list of its commands."""

from pathlib import Path

import click

from pavgen import __version__
from pavgen.cli.lazy import LazyCommand, lazy_group

_HERE = "pavgen.cli.commands"
COMMANDS = {
    "build": LazyCommand(f"{_HERE}.build", "build all sites, or those named"),
    "serve": LazyCommand(f"{_HERE}.serve", "build, then serve the sites on this machine"),
    "check": LazyCommand(f"{_HERE}.check", "say everything that is wrong; write nothing"),
    "new": LazyCommand(f"{_HERE}.new", "begin a project, a partner, a page … with a valid file"),
    "import": LazyCommand(f"{_HERE}.imports", "make partner records from a landscape or a CSV"),
    "export": LazyCommand(f"{_HERE}.export", "give the same facts to other systems"),
    "placement": LazyCommand(f"{_HERE}.placement", "who stands where, and why"),
    "event": LazyCommand(f"{_HERE}.event", "release the agenda of an event, with what has changed"),
    "review": LazyCommand(f"{_HERE}.review", "judge a pull request, and say what it changes"),
    "schema": LazyCommand(f"{_HERE}.schema", "write the JSON Schemas of all records"),
    "codeowners": LazyCommand(f"{_HERE}.codeowners", "write CODEOWNERS from content/owners.yaml"),
    "workflows": LazyCommand(f"{_HERE}.workflows", "write the workflows that judge and publish"),
    "clean": LazyCommand(f"{_HERE}.clean", "remove what pavgen wrote, and nothing else"),
}
_EXAMPLES = """\b
Examples:
  pavgen new project my-programme
  pavgen check
  pavgen build --site partners
  pavgen --project ../programme serve
"""


@click.group(
    cls=lazy_group(COMMANDS),
    epilog=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--project",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The project's folder; default: the nearest upwards that holds content/program.yaml.",
)
@click.version_option(__version__, message="pavgen %(version)s")
@click.pass_context
def pavgen(context: click.Context, project: Path | None) -> None:
    """Build partner directories, showcases and hubs, with placement anyone can recompute."""
    context.obj = project
