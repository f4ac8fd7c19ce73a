"""Built sites as mappings from path to bytes, and which of their pages there are."""

import re
from collections.abc import Mapping
from pathlib import Path

from tests.browser.samples import KINDS


def built_sites(folder: Path) -> dict[str, dict[str, bytes]]:
    """Return the files of every site below a build's output."""
    return {
        index.parent.name: files_below(index.parent)
        for index in sorted(folder.glob("*/index.html"))
    }


def files_below(folder: Path) -> dict[str, bytes]:
    """Return every file of a site's folder by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pages_of(files: Mapping[str, bytes]) -> list[str]:
    """Return the paths of all pages as visitors ask for them; those that only lead on are left out."""
    return [
        path.removesuffix("index.html")
        for path, data in files.items()
        if path.endswith(".html") and b'http-equiv="refresh" content="0' not in data
    ]


def kinds_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the first page of each kind, told by its markup, by kind."""
    found: dict[str, str] = {}
    for path in pages_of(files):
        data = files[f"{path}index.html" if path.endswith("/") or not path else path].decode(
            "utf-8"
        )
        for kind, mark in KINDS.items():
            if kind not in found and re.search(mark, data):
                found[kind] = path
    return found
