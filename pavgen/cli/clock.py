"""The clock: nothing else in pavgen reads it."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pavgen.files.plainfile import read_file
from pavgen.files.text import decode_text
from pavgen.files.yamldoc import parse_yaml
from pavgen.model.document import Entries, Scalar

PROGRAM = "content/program.yaml"
_MOST = 1024 * 1024


def today_in(root: Path, program: bytes | None = None) -> date:
    """Return today's date in the programme's time zone, or in UTC while that cannot be read.

    `program` is its `content/program.yaml`, where the one in the folder is not meant.
    """
    now = datetime.now(UTC)  # noqa: TID251 - the one reading of the clock
    try:
        return now.astimezone(ZoneInfo(_time_zone(root, program))).date()
    except (KeyError, ValueError, OSError):
        return now.date()


def _time_zone(root: Path, program: bytes | None) -> str:
    data = read_file(str(root / PROGRAM), _MOST) if program is None else program
    text = decode_text(PROGRAM, data).value if isinstance(data, bytes) else None
    document = parse_yaml(PROGRAM, text).value if text is not None else None
    zone = document.get("time_zone") if isinstance(document, Entries) else None
    return zone.text if isinstance(zone, Scalar) else "UTC"
