"""The environment: nothing else in pavgen reads it."""

import os


def wants_no_colour() -> bool:
    """Say whether the environment asks for plain text (see no-color.org)."""
    return bool(_variable("NO_COLOR")) or _variable("TERM") == "dumb"


def wants_traceback() -> bool:
    """Say whether a defect is to be shown with its traceback, for those who mend pavgen."""
    return _variable("PAVGEN_TRACEBACK") == "1"


def _variable(name: str) -> str:
    return os.environ.get(name, "")  # noqa: TID251 - the one reading of the environment
