"""`pavgen new`."""

from pathlib import Path

import click

from pavgen.app.new import NewRequest, new
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import showing_of
from pavgen.cli.project import given_folder, project_root
from pavgen.cli.streams import say, shown_path
from pavgen.kernel.diagnostics import has_errors
from pavgen.model.scaffolds import SCAFFOLDS, ScaffoldKind

_EXAMPLES = """\b
Examples:
  pavgen new project my-programme
  pavgen new partner "Fjordlys AS"
  pavgen new standing fjordlys
  pavgen new event summit-2027
  pavgen new article what-we-learnt-in-spring
"""


@click.command(epilog=_EXAMPLES)
@click.argument("kind", type=click.Choice(SCAFFOLDS), metavar="KIND")
@click.argument("name")
@click.pass_context
def command(context: click.Context, *, kind: ScaffoldKind, name: str) -> int:
    """Begin a record with a complete, valid, commented file; nothing is ever overwritten.

    KIND is one of project, site, partner, standing, solution, event, article, theme. NAME is a
    slug, or the words visitors see. A project is made in the folder NAME.
    """
    root, own_name = _place(context, kind, name)
    made = new(NewRequest(kind, own_name, root, showing_of(root, None).as_of))
    if made.diagnostics:
        tell(made.diagnostics, {}, "text")
    if has_errors(made.diagnostics):
        return status_of(made.diagnostics)
    for path in made.value.files.created:
        say(f"made {shown_path(root / path)}\n")
    for hint in made.value.hints:
        say(f"{hint}\n")
    return status_of(made.diagnostics)


def _place(context: click.Context, kind: ScaffoldKind, name: str) -> tuple[Path, str]:
    """Return the folder to make it in and its name; a project's is the last part of a path."""
    if kind != "project":
        return project_root(context), name
    folder = (given_folder(context) or Path()) / name
    return folder, folder.resolve().name
