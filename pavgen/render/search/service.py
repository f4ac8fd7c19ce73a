"""Pagefind's program, spoken to through its pipes: records in, files out.

Its Python package waits a tenth of a second for every answer and stops at answers above
2 MiB, so its program is started here. Files come back over the pipe: when asked to write
them itself, the program may answer before the last of them is whole.
"""

import base64
import binascii
import json
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pagefind_bin import get_executable

from pavgen.kernel.canonical import Json

WALL_SECONDS = 300.0
_END = b","


class SearchServiceError(Exception):
    """The program is missing, died, hung, or answered what nobody asked."""


def ask_service(
    records: Sequence[Mapping[str, Json]], language: str, program: Path | None = None
) -> dict[str, bytes]:
    """Index records; return the files of the index by their path in its folder.

    Raises SearchServiceError for whatever goes wrong with the program.
    """
    options: dict[str, Json] = {"force_language": language, "keep_index_url": True}
    asked: list[Mapping[str, Json]] = [{"type": "NewIndex", "config": options}]
    asked += [{"type": "AddRecord", "index_id": 0, **record} for record in records]
    asked.append({"type": "GetFiles", "index_id": 0})
    try:
        last = _exchange(program or Path(get_executable()), asked)
        return {
            str(file["path"]): base64.b64decode(file["content"], validate=True)
            for file in last["files"]
        }
    except (OSError, binascii.Error, KeyError, TypeError, UnicodeDecodeError) as error:
        raise SearchServiceError(_said(error)) from error
    except json.JSONDecodeError as error:
        raise SearchServiceError("its answer is not JSON") from error


def _exchange(
    program: Path, asked: Sequence[Mapping[str, Json]]
) -> dict[str, list[dict[str, str]]]:
    """Send every request, read an answer to each, return the last one."""
    payload = b"".join(_packed(number, request) for number, request in enumerate(asked, 1))
    with _running(program) as (sink, source):
        writer = threading.Thread(target=_pour, args=(sink, payload), daemon=True)
        writer.start()
        answers = _answers(source, len(asked))
        last: dict[str, list[dict[str, str]]] = {}
        for number, answer in enumerate(answers, 1):
            unpacked = json.loads(base64.b64decode(answer))
            last = unpacked["payload"]
            if last.get("type") == "Error":  # type: ignore[comparison-overlap] # a text, beside the files
                raise SearchServiceError(f"request {number} was refused")
        return last


@contextmanager
def _running(program: Path) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Start the program in a folder of its own; kill it when left, or after the wall limit."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(  # noqa: S603 - the program of our own dependency, no user's text
            [program, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        timer = threading.Timer(WALL_SECONDS, process.kill)
        timer.start()
        try:
            if process.stdin is None or process.stdout is None:
                raise SearchServiceError("its pipes are closed")
            yield process.stdin, process.stdout
        finally:
            timer.cancel()
            process.kill()
            process.communicate()


def _pour(sink: IO[bytes], payload: bytes) -> None:
    """Write everything; a program that has died is noticed by whoever reads."""
    try:
        sink.write(payload)
        sink.flush()
    except (BrokenPipeError, ValueError):
        return


def _answers(source: IO[bytes], count: int) -> Iterator[bytes]:
    """Yield so many answers, each without its final comma."""
    rest: list[bytes] = []
    while count:
        data = source.read1(1 << 20)  # type: ignore[attr-defined] # a buffered pipe has it
        if not data:
            raise SearchServiceError("its program ended before it had answered")
        first, *others = data.split(_END)
        rest.append(first)
        for other in others:
            yield b"".join(rest)
            rest = [other]
            count -= 1


def _packed(number: int, request: Mapping[str, Json]) -> bytes:
    message = json.dumps({"message_id": number, "payload": request}, ensure_ascii=False)
    return base64.b64encode(message.encode()) + _END


def _said(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"its program does not start ({error.strerror or 'unknown'})"
    return "its answer cannot be understood"
