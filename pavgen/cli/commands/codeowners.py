"""`pavgen codeowners`."""

from pathlib import Path

import click

from pavgen.app.codehost import codeowners
from pavgen.cli.exits import Exit
from pavgen.cli.findings import tell
from pavgen.cli.generated import Generated, write_or_compare
from pavgen.cli.project import project_root
from pavgen.kernel.diagnostics import has_errors
from pavgen.render.codehost.codeowners import PATH

_EXAMPLES = """\b
Examples:
  pavgen codeowners
  pavgen codeowners --check
"""


@click.command(epilog=_EXAMPLES)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=f"Write this file; default: {PATH} in the project.",
)
@click.option("--check", is_flag=True, help="Write nothing; say whether the file is up to date.")
@click.pass_context
def command(context: click.Context, *, out: Path | None, check: bool) -> int:
    """Write CODEOWNERS: which of your teams approves a change, by where it is made.

    The teams are those of content/owners.yaml.
    """
    root = project_root(context)
    made = codeowners(root)
    if made.diagnostics:
        tell(made.diagnostics, {}, "text")
    if has_errors(made.diagnostics):
        return Exit.CONTENT
    folder, path = (out.parent, out.name) if out else (root, PATH)
    again = f"pavgen codeowners --out {out}" if out else "pavgen codeowners"
    return write_or_compare(Generated(folder, {path: made.value}, "file", again), check=check)
