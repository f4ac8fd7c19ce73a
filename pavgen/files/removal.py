"""Removing a folder however deep it is, without recursion and without following links."""

import os
import secrets
from contextlib import suppress


def remove_tree(root: str, *, last: str = "") -> tuple[str, ...]:
    """Remove the folder `root` and all below it; return the paths of its files, sorted.

    Each subfolder is first moved to the top, so that no path grows past what the system takes.
    The file `last` of the root goes last: while it stands, the rest is known to be pavgen's.
    A root that is not there is no error. Raises OSError naming what could not be removed.
    """
    removed: list[str] = []
    waiting = [(root, "")]
    lifted_name = f"{root}/.pavgen-removing-{secrets.token_hex(4)}"
    lifted = 0
    while waiting:
        folder, logical = waiting.pop()
        subfolders = _empty(folder, logical, removed, last if folder == root else "")
        for name in subfolders:
            here = f"{folder}/{name}"
            if folder != root:
                lifted += 1
                here = _moved(here, f"{lifted_name}-{lifted}")
            waiting.append((here, f"{logical}{name}/"))
        if folder != root:
            os.rmdir(folder)  # noqa: PTH106 - text paths: a site has 100,000 files
    if last:
        with suppress(FileNotFoundError):
            os.unlink(f"{root}/{last}")  # noqa: PTH108 - the same
    with suppress(FileNotFoundError):
        os.rmdir(root)  # noqa: PTH106 - the same
    return tuple(sorted(removed))


def _empty(folder: str, logical: str, removed: list[str], spared: str) -> list[str]:
    try:
        with os.scandir(folder) as found:
            entries = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in found]
    except FileNotFoundError:
        return []
    subfolders: list[str] = []
    for name, is_folder in entries:
        if is_folder:
            subfolders.append(name)
        elif name != spared:
            os.unlink(f"{folder}/{name}")  # noqa: PTH108 - text paths: a site has 100,000 files
            removed.append(logical + name)
    return subfolders


def _moved(folder: str, to: str) -> str:
    os.rename(folder, to)  # noqa: PTH104 - text paths: a site has 100,000 files
    return to
