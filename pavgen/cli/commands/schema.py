"""`pavgen schema`."""

from collections.abc import Mapping
from pathlib import Path

import click

from pavgen.app.schema import schemas, stale_schemas, write_schemas
from pavgen.cli.exits import Exit
from pavgen.cli.findings import tell
from pavgen.cli.project import given_folder, possible_root, project_root
from pavgen.cli.streams import give, say, shown_path
from pavgen.kernel.diagnostics import Diagnostic, has_errors
from pavgen.render.reports.counting import counted

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
    return _compare(out, made.value) if check else _write(out, made.value)


def _together(texts: Mapping[str, str]) -> str:
    members = ",\n".join(f'"{name}": {text.rstrip()}' for name, text in texts.items())
    return f"{{\n{members}\n}}\n"


def _compare(out: Path, texts: Mapping[str, str]) -> Exit:
    stale = stale_schemas(out, texts)
    for name in stale:
        say(f"{shown_path(out / name)} is missing or out of date\n")
    if stale:
        say(f"write them anew with `pavgen schema --out {shown_path(out)}`\n")
        return Exit.CONTENT
    say(f"{counted(len(texts), 'schema')} up to date\n")
    return Exit.DONE


def _write(out: Path, texts: Mapping[str, str]) -> Exit:
    written = write_schemas(out, texts)
    found: tuple[Diagnostic, ...] = written.diagnostics
    if found:
        tell(found, {}, "text")
        return Exit.CONTENT
    changed = len(written.value.created) + len(written.value.updated)
    say(f"{counted(changed, 'file')} changed in {shown_path(out)}\n")
    return Exit.DONE
