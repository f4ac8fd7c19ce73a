"""The process that decodes pictures: it may crash, hang or fill its memory, alone.

Started by `pavgen.render.images.pool`; reads jobs from standard input and answers on
standard output until its input ends.
"""

import math
import sys

from pavgen.render.images.frames import HELLO, read_frame, write_frame
from pavgen.render.images.raster import encode_raster
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
    """Answer jobs, each the name of a format and a file, until there are no more."""
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    _limit_process()
    write_frame(answers, HELLO)
    answers.flush()
    while (name := read_frame(source)) is not None:
        data = read_frame(source)
        if data is None:
            return
        _limit_job()
        encoded = encode_raster(data, ImageKind(name.decode("ascii")))
        write_frame(answers, bytes([encoded.status, len(encoded.variants)]))
        for variant in encoded.variants:
            write_frame(answers, variant)
        answers.flush()


def _limit_process() -> None:
    if LIMITED:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_job() -> None:
    """Give the next picture its own processor time, counted from what was used so far."""
    if LIMITED:
        used = resource.getrusage(resource.RUSAGE_SELF)
        end = math.ceil(used.ru_utime + used.ru_stime) + CPU_SECONDS
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (end, hard))


if __name__ == "__main__":
    main()
