"""Which files have changed: some folders looked at, and compared with the last look.

What a system tells of changes differs from one to the next: it names files that editors make
for a moment, tells of reading, tells one saving as many changes, or late. So it is only taken
for a hint of where to look. What has changed is what looks different.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from pathlib import Path

from pavgen.kernel.values import dataclass

_Stamp = tuple[int, int, int, int]
_IS_FOLDER: _Stamp = (0, 0, 0, 0)


@dataclass(slots=True)
class Look:
    """What was last seen of some `folders` below `root`; names that `passes_over` are not.

    Paths are POSIX, from the root; links are not followed. It is used by one thread at a time.
    """

    root: Path
    folders: tuple[str, ...]
    passes_over: Callable[[str], bool]
    _seen: dict[str, dict[str, _Stamp]] = field(default_factory=dict)

    def everywhere(self) -> list[str]:
        """Look at every file; return the paths of those that changed, came or went, in order."""
        found: list[str] = []
        for folder in self.folders:
            found += self._below(folder, deep=True)
        return sorted(found)

    def at(self, places: Iterable[str]) -> list[str]:
        """Look at these folders, and whole at those that are new; return as `everywhere` does."""
        found: set[str] = set()
        for place in sorted({self._standing(place) for place in places}):
            found.update(self._below(place, deep=False))
        return sorted(found)

    def _standing(self, place: str) -> str:
        """Return the folder itself, or the nearest above it that was seen or is watched."""
        while place not in self.folders and place not in self._seen and "/" in place:
            place = place.rpartition("/")[0]
        return place

    def _below(self, start: str, *, deep: bool) -> Iterator[str]:
        if start.partition("/")[0] not in self.folders:
            return
        stack = [(start, deep)]
        while stack:
            folder, deep = stack.pop()
            before, now = self._seen.get(folder, {}), self._listed(folder)
            if now is None:
                yield from self._lost(folder, _IS_FOLDER)
                continue
            self._seen[folder] = now
            yield from self._replaced(folder, before, now)
            for name in now if deep else [n for n in now if now[n] != before.get(n)]:
                if now[name] == _IS_FOLDER:
                    stack.append((f"{folder}/{name}", True))
                elif now[name] != before.get(name):
                    yield f"{folder}/{name}"

    def _replaced(
        self, folder: str, before: dict[str, _Stamp], now: dict[str, _Stamp]
    ) -> Iterator[str]:
        """Yield what is no more, or was a folder and is a file, or the other way round."""
        for name, old in before.items():
            if old != now.get(name) and (name not in now or _IS_FOLDER in {old, now[name]}):
                yield from self._lost(f"{folder}/{name}", old)

    def _lost(self, path: str, stamp: _Stamp) -> Iterator[str]:
        """Forget what was at a path, and yield every file that went with it."""
        stack = [(path, stamp)]
        while stack:
            path, stamp = stack.pop()
            if stamp != _IS_FOLDER:
                yield path
                continue
            below = self._seen.pop(path, {})
            stack += [(f"{path}/{name}", found) for name, found in below.items()]

    def _listed(self, folder: str) -> dict[str, _Stamp] | None:
        try:
            with os.scandir(self.root / folder) as entries:
                return {e.name: _stamp(e) for e in entries if not self.passes_over(e.name)}
        except OSError:
            return None


def _stamp(entry: "os.DirEntry[str]") -> _Stamp:
    try:
        if entry.is_dir(follow_symlinks=False):
            return _IS_FOLDER
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return (0, 0, 0, -1)
    return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
