"""Files that are written from a project and kept beside it: written, or compared."""

from collections.abc import Mapping
from pathlib import Path

from pavgen.files.create import CreateResult, create_files
from pavgen.files.plainfile import read_file
from pavgen.kernel.diagnostics import Checked, Diagnostic

_MOST = 8 * 1024 * 1024


def write_generated(out: Path, texts: Mapping[str, str]) -> Checked[CreateResult]:
    """Write texts by path below a folder; older ones are replaced."""
    return create_files(out, {path: text.encode() for path, text in texts.items()}, update=True)


def stale_files(out: Path, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the paths of files that are missing or not what would be written."""
    return tuple(
        path
        for path, text in sorted(texts.items())
        if read_file(str(out / path), _MOST) != text.encode()
    )


def write_report(file: Path, text: str) -> tuple[Diagnostic, ...]:
    """Write a report to a file, whole or not at all; an older one is replaced."""
    return write_generated(file.parent, {file.name: text}).diagnostics
