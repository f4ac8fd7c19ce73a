"""What `schema`, `codeowners` and `workflows` share: files are written, or compared and told."""

from collections.abc import Mapping
from pathlib import Path

from pavgen.app.generated import stale_files, write_generated
from pavgen.cli.exits import Exit
from pavgen.cli.findings import tell
from pavgen.cli.streams import say, shown_path
from pavgen.kernel.values import dataclass
from pavgen.render.reports.counting import counted


@dataclass(frozen=True, slots=True)
class Generated:
    """Texts by path below a folder; `noun` is what one is called, `command` writes them anew."""

    out: Path
    texts: Mapping[str, str]
    noun: str
    command: str


def write_or_compare(files: Generated, *, check: bool) -> Exit:
    """Write the files that differ; or only say which, and that it is an error."""
    return _compare(files) if check else _write(files)


def _compare(files: Generated) -> Exit:
    stale = stale_files(files.out, files.texts)
    for path in stale:
        say(f"{shown_path(files.out / path)} is missing or out of date\n")
    if stale:
        say(f"write {'it' if len(stale) == 1 else 'them'} anew with `{files.command}`\n")
        return Exit.CONTENT
    say(f"{counted(len(files.texts), files.noun)} up to date\n")
    return Exit.DONE


def _write(files: Generated) -> Exit:
    written = write_generated(files.out, files.texts)
    if written.diagnostics:
        tell(written.diagnostics, {}, "text")
        return Exit.CONTENT
    changed = len(written.value.created) + len(written.value.updated)
    say(f"{counted(changed, 'file')} changed in {shown_path(files.out)}\n")
    return Exit.DONE
