"""`pavgen workflows`."""

from pathlib import Path

import click

from pavgen.app.codehost import workflows
from pavgen.cli.exits import Exit
from pavgen.cli.findings import tell
from pavgen.cli.generated import Generated, write_or_compare
from pavgen.cli.project import project_root
from pavgen.kernel.diagnostics import has_errors
from pavgen.render.codehost.workflows import BRANCH, Repository

_EXAMPLES = """\b
Examples:
  pavgen workflows
  pavgen workflows --check
  pavgen workflows --branch trunk
"""


@click.command(epilog=_EXAMPLES)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The top of the repository; default: the project's folder.",
)
@click.option(
    "--branch",
    default="main",
    show_default=True,
    metavar="NAME",
    help="The default branch, which is published and pull requests go to.",
)
@click.option("--check", is_flag=True, help="Write nothing; say whether the files are up to date.")
@click.pass_context
def command(context: click.Context, *, out: Path | None, branch: str, check: bool) -> int:
    """Write the workflows that judge, preview and publish, and a form for partners without git.

    docs/ci.md says how to set a repository up with them.
    """
    if not BRANCH.fullmatch(branch):
        raise click.UsageError(f"`{branch}` is no plain name of a branch; give one such as `main`")
    root = project_root(context)
    made = workflows(root, branch)
    if made.diagnostics:
        tell(made.diagnostics, {}, "text")
    if has_errors(made.diagnostics):
        return Exit.CONTENT
    again = Repository(branch).command + (f" --out {out}" if out else "")
    return write_or_compare(Generated(out or root, made.value, "file", again), check=check)
