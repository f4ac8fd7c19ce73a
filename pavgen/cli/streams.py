"""What goes where: the result asked for to standard output, everything else to standard error.

A reader that goes away (`pavgen … | head`) is no reason to fail: what it did not want is
dropped, and the command ends with the status it has earned.
"""

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from pavgen.cli.environment import wants_no_colour

_ERASE_LINE = "\r\x1b[K"


def prepare_streams() -> None:
    """Write UTF-8 in any locale; what cannot be encoded is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def give(text: str) -> None:
    """Write the result a command was asked for to standard output."""
    _write(sys.stdout, text)


def say(text: str) -> None:
    """Write findings and messages to standard error."""
    _write(sys.stderr, text)


def finish_streams() -> None:
    """Flush both streams now, where a refusal can still be told."""
    for stream in (sys.stdout, sys.stderr):
        _write(stream, "")


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether a person reads the stream on a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def colours() -> bool:
    """Say whether messages are coloured: on a terminal, unless the environment asks not to."""
    return is_terminal(sys.stderr) and not wants_no_colour()


def show_progress(step: str) -> None:
    """Show what is being done in one line of the terminal; nothing where there is none."""
    if is_terminal(sys.stderr):
        _write(sys.stderr, f"{_ERASE_LINE}{step} …" if step else _ERASE_LINE)


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None or stream.closed:
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        # The stream keeps what it could not write; at exit that goes where nobody minds.
        nowhere = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        if not isinstance(error, BrokenPipeError):
            name = "standard output" if stream is sys.stdout else "standard error"
            raise OSError(error.errno, error.strerror, name) from error


def shown_path(path: Path) -> str:
    """Show a path from the working folder where that is shorter."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
