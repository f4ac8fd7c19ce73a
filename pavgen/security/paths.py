"""Paths of published files, and where a redirect may lead."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NewType

from pavgen.kernel.diagnostics import DefectError
from pavgen.security.problem import Problem, quoted
from pavgen.security.reserved import is_device_name
from pavgen.security.text import text_problems

OutputPath = NewType("OutputPath", str)
"""A relative POSIX path that every file system and web server reads alike."""

LONGEST_SEGMENT = 255
"""Bytes in UTF-8, the limit of common file systems."""

_NEVER = re.compile(r"[/\\:*?\"<>|%\x00-\x1f\x7f]")
_REDIRECT = re.compile(r"(?:/[A-Za-z0-9._~-]+)*/?")


def safe_path_join(*segments: str) -> OutputPath:
    """Join checked segments into the path of an output file.

    Raises DefectError on a segment that `path_problems` would refuse: callers check what
    comes from outside first.
    """
    found = path_problems(*segments)
    if found:
        raise DefectError(f"unsafe output path: {found[0].what}")
    return OutputPath("/".join(segments))


def path_problems(*segments: str) -> tuple[Problem, ...]:
    """Return what is wrong with the segments of an output path, one problem for each."""
    if not segments:
        return (Problem("path-segment", 0, "the output path is empty", "name a file"),)
    reasons = ((segment, _reason(segment)) for segment in segments)
    return tuple(
        Problem("path-segment", 0, f"{quoted(segment)} {reason}", "choose another name")
        for segment, reason in reasons
        if reason
    )


def collision_key(path: str) -> str:
    """Return what two paths share if some file system takes them for one: NFC, caseless."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def path_collisions(paths: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of distinct paths that would overwrite each other, in order."""
    groups: dict[str, list[str]] = {}
    for path in sorted(set(paths)):
        groups.setdefault(collision_key(path), []).append(path)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def redirect_problems(target: str) -> tuple[Problem, ...]:
    """Return what keeps `target` from being the target of a redirect within the site."""
    if target and _REDIRECT.fullmatch(target) and not {".", ".."} & set(target.split("/")):
        return ()
    what = f"{quoted(target)} is not a path of this site"
    return (Problem("redirect-target", 0, what, "write it as `/path/`"),)


def _reason(segment: str) -> str:
    if segment in {"", ".", ".."}:
        return "is not a name"
    if _NEVER.search(segment) or text_problems(segment, emoji=True):
        return "holds a character that not every file system can"
    if segment.startswith(("~", " ")) or segment.endswith((".", " ")):
        return "begins or ends in a way that not every file system can hold"
    if is_device_name(segment):
        return "is a device on Windows"
    if not unicodedata.is_normalized("NFC", segment):
        return "is not in composed form (NFC)"
    return "is too long" if len(segment.encode()) > LONGEST_SEGMENT else ""
