"""What every key of the cache has in it: the program that does the work, to the byte."""

import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pavgen
from pavgen.kernel.memory import key_of

_LIBRARIES = (
    "babel",
    "confusable-homoglyphs",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "mdit-py-plugins",
    "nh3",
    "pagefind-bin",
    "pillow",
    "pygments",
    "pyyaml",
    "resvg-py",
    "segno",
    "tzdata",
)
"""Those whose release could change a byte of what is made."""


@cache
def salt_of_this_program() -> bytes:
    """Return 32 bytes that differ when pavgen, a library it makes pages with, or Python does.

    The program's own files are read rather than its version trusted: a working copy changes
    many times under one version.
    """
    home = Path(pavgen.__file__).resolve().parent
    sources = sorted(home.rglob("*.py"))
    return key_of(
        sys.version.encode(),
        *(f"{name} {version(name)}".encode() for name in _LIBRARIES),
        *(
            path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes()
            for path in sources
        ),
    )
