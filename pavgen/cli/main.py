"""From arguments to an exit status: the one place where exceptions end."""

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

import click

from pavgen import __version__
from pavgen.cli.environment import wants_traceback
from pavgen.cli.exits import CrashedError, Exit, StoppedError, interrupted_by
from pavgen.cli.root import pavgen
from pavgen.cli.streams import finish_streams, prepare_streams, say
from pavgen.files.lock import LockHeldError

_REPORT = (
    f"This is a defect in pavgen {__version__}; whatever your files hold, it should have said so "
    "plainly. Please report it to those who maintain pavgen, with the command you gave, this "
    "message, and what it says when you set PAVGEN_TRACEBACK=1 in the environment. "
    "CONTRIBUTING.md says where"
)

_SOON_SECONDS = 0.01


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run pavgen and end the process with its exit status."""
    prepare_streams()
    _listen_to_signals()
    status = run(sys.argv[1:] if arguments is None else arguments)
    try:
        finish_streams()
    except OSError as error:
        status = status or _refused(error)
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run a command line; return its exit status, whatever happens."""
    try:
        status: object = pavgen.main(list(arguments), prog_name="pavgen", standalone_mode=False)
    except BaseException as error:  # noqa: BLE001 - here every exception becomes a sentence
        return _status_after(error)
    return int(status) if isinstance(status, int) else Exit.DONE


def _status_after(error: BaseException) -> int:
    """Say why the command ended, in a line or a paragraph, and return its exit status."""
    status: int = Exit.MACHINE
    match error:
        case click.ClickException():
            error.show(sys.stderr)
            status = Exit.USAGE
        case click.Abort() | KeyboardInterrupt():
            status = _ended_by(signal.SIGINT)
        case StoppedError(number=number):
            status = _ended_by(number)
        case LockHeldError():
            say(f"pavgen: {error.strerror}; wait until it is done, then try again\n")
            status = Exit.BUSY
        case OSError():
            status = _refused(error)
        case CrashedError():
            _defect(error.__cause__ or error)
            status = error.status
        case MemoryError():
            say("pavgen: the machine has no memory left\n")
        case _:
            status = _defect(error)
    return status


def _listen_to_signals() -> None:
    owner = os.getpid()

    lost: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        del frame
        if os.getpid() != owner:
            os._exit(interrupted_by(number))
        raise StoppedError(lost[0] if number == signal.SIGALRM else number)

    def notice(unraisable: "sys.UnraisableHookArgs") -> None:
        if isinstance(unraisable.exc_value, StoppedError):
            lost[:] = [unraisable.exc_value.number]
            signal.setitimer(signal.ITIMER_REAL, _SOON_SECONDS)
        else:
            sys.__unraisablehook__(unraisable)

    # What is raised in a destructor or a callback, where a signal may come as well as anywhere,
    # Python throws away: then it is raised again, a moment later.
    sys.unraisablehook = notice
    signal.signal(signal.SIGALRM, stop)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)


def _ended_by(number: int) -> int:
    say("pavgen: interrupted\n")
    return interrupted_by(number)


def _refused(error: OSError) -> Exit:
    where = f"{error.filename}: " if error.filename else ""
    say(f"pavgen: {where}{error.strerror or error}\n")
    return Exit.MACHINE


def _defect(error: BaseException) -> Exit:
    if wants_traceback():
        say("".join(traceback.format_exception(error)))
    say(f"pavgen: {type(error).__name__}: {' '.join(str(error).split())[:500]}\n{_REPORT}\n")
    return Exit.DEFECT
