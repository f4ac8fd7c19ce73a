"""The process that decodes and draws pictures: it may crash, hang or fill its memory, alone.

Started by `pavgen.render.images.pool`; reads jobs from standard input and answers on
standard output until its input ends.
"""

import math
import sys

from pavgen.render.images.frames import HELLO, Status, pack_metrics, read_frame, write_frame
from pavgen.render.images.measure import measure_drawing
from pavgen.render.images.optical import Ground
from pavgen.render.images.raster import encode_raster
from pavgen.render.images.social import draw_card
from pavgen.security.sniff import ImageKind

try:
    import resource
except ImportError:  # only POSIX has limits of a process; elsewhere the wall limit remains
    LIMITED = False
else:
    LIMITED = True

MEMORY_BYTES = 1024**3
FILE_BYTES = 64 * 1024**2
CPU_SECONDS = 10


def main() -> None:
    """Answer jobs, each its words and its bytes, until there are no more."""
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    _limit_process()
    write_frame(answers, HELLO)
    answers.flush()
    while (words := read_frame(source)) is not None:
        data = read_frame(source)
        if data is None:
            return
        _limit_job()
        status, parts = _done(words.decode("ascii"), data)
        write_frame(answers, bytes([status, len(parts)]))
        for part in parts:
            write_frame(answers, part)
        answers.flush()


def _done(words: str, data: bytes) -> tuple[Status, tuple[bytes, ...]]:
    """Do one job: draw a social card, or measure a logo, which for a picture is encoded too."""
    what, _, ground = words.partition(" ")
    if what == "card":
        return Status.DONE, (draw_card(data),)
    if ImageKind(what) is ImageKind.SVG:
        return _measured(data, Ground(ground))
    encoded = encode_raster(data, ImageKind(what), Ground(ground))
    if not encoded.variants:
        return encoded.status, ()
    first = pack_metrics(encoded.metrics, encoded.sides) if encoded.metrics else b""
    return encoded.status, (first, *encoded.variants)


def _measured(drawing: bytes, ground: Ground) -> tuple[Status, tuple[bytes, ...]]:
    try:
        metrics = measure_drawing(drawing, ground)
    except ValueError:
        return Status.UNREADABLE, ()
    return (Status.DONE, (pack_metrics(metrics, (1, 1)),)) if metrics else (Status.BLANK, ())


def _limit_process() -> None:
    if LIMITED:
        for kind, most in (
            (resource.RLIMIT_AS, MEMORY_BYTES),
            (resource.RLIMIT_FSIZE, FILE_BYTES),
            (resource.RLIMIT_CORE, 0),
        ):
            least = _within(kind, most)
            resource.setrlimit(kind, (least, least))


def _limit_job() -> None:
    """Give the next picture its own processor time, counted from what was used so far."""
    if LIMITED:
        used = resource.getrusage(resource.RUSAGE_SELF)
        end = math.ceil(used.ru_utime + used.ru_stime) + CPU_SECONDS
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (_within(resource.RLIMIT_CPU, end), hard))


def _within(kind: int, most: int) -> int:
    """Return a limit that this process may set: where it was given less, nobody may raise it."""
    _, hard = resource.getrlimit(kind)
    return most if hard == resource.RLIM_INFINITY else min(most, hard)


if __name__ == "__main__":
    main()
