"""Exit statuses: a contract, because scripts and CI depend on them."""

from enum import IntEnum


class Exit(IntEnum):
    """What the number a command ends with means."""

    DONE = 0
    CONTENT = 1
    USAGE = 2
    DEFECT = 3
    WARNINGS = 4
    MACHINE = 6
    BUSY = 7


def interrupted_by(signal_number: int) -> int:
    """Return the status of a command that a signal ended: 130 for SIGINT, 143 for SIGTERM."""
    return 128 + signal_number


class CrashedError(Exception):
    """A defect in a command whose statuses are its own: it ends with this one."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class StoppedError(BaseException):
    """A signal asked the command to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
