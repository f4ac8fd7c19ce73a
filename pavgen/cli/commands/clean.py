"""`pavgen clean`."""

from pathlib import Path

import click

from pavgen.app.clean import CACHE, clean
from pavgen.cli.exits import Exit
from pavgen.cli.findings import status_of, tell
from pavgen.cli.project import project_root
from pavgen.cli.streams import say, shown_path
from pavgen.files.lock import build_lock

_EXAMPLES = """\b
Examples:
  pavgen clean
  pavgen clean --output /srv/preview
"""


@click.command(epilog=_EXAMPLES)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The folder that holds the sites' folders; default: output/ in the project.",
)
@click.pass_context
def command(context: click.Context, *, output: Path | None) -> int:
    """Remove what pavgen wrote (sites that carry its marker, its cache), and nothing else."""
    root = project_root(context)
    if not any((root / name).exists() for name in (output or "output", CACHE)):
        say("nothing to remove\n")
        return Exit.DONE
    with build_lock(root, out=output or root / "output"):
        cleaned = clean(root, output)
    for folder in cleaned.value.removed:
        say(f"removed {shown_path(folder)}\n")
    for folder in cleaned.value.kept:
        say(f"left {shown_path(folder)}, which pavgen did not write\n")
    if cleaned.diagnostics:
        tell(cleaned.diagnostics, {}, "text")
    return status_of(cleaned.diagnostics)
