"""`pavgen schema`."""

from collections.abc import Mapping
from pathlib import Path

import click

from pavgen.app.schema import ENDING, schemas
from pavgen.cli.exits import Exit
from pavgen.cli.findings import tell
from pavgen.cli.generated import Generated, write_or_compare
from pavgen.cli.project import given_folder, possible_root, project_root
from pavgen.cli.streams import give, shown_path
from pavgen.kernel.diagnostics import has_errors

_EXAMPLES = """\b
Examples:
  pavgen schema --out schema
  pavgen schema --out schema --check
  pavgen schema | jq '.listing.properties | keys'
"""


@click.command(epilog=_EXAMPLES)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write <type>.schema.json files here; default: all of them to standard output.",
)
@click.option("--check", is_flag=True, help="Write nothing; say whether the files are up to date.")
@click.pass_context
def command(context: click.Context, *, out: Path | None, check: bool) -> int:
    """Write the JSON Schema of every record type, with the project's own vocabularies."""
    if check and out is None:
        raise click.UsageError("`--check` needs `--out DIR`, the folder to compare with")
    root = project_root(context) if given_folder(context) else possible_root(context)
    made = schemas(root)
    if has_errors(made.diagnostics):
        tell(made.diagnostics, {}, "text")
        return Exit.CONTENT
    if out is None:
        give(_together(made.value))
        return Exit.DONE
    texts = {f"{name}{ENDING}": text for name, text in made.value.items()}
    again = f"pavgen schema --out {shown_path(out)}"
    return write_or_compare(Generated(out, texts, "schema", again), check=check)


def _together(texts: Mapping[str, str]) -> str:
    members = ",\n".join(f'"{name}": {text.rstrip()}' for name, text in texts.items())
    return f"{{\n{members}\n}}\n"
