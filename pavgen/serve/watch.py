"""Changes of files below some folders, told once they have come to rest."""

import asyncio
import errno
import os
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from pavgen.kernel.values import dataclass
from pavgen.serve.looking import Look

_QUIET_SECONDS = 0.03
_BURST_SECONDS = 0.2
_LONGEST_SECONDS = 2.0
_FEW = 30
"""Events: a saving causes fewer, a change of branch or a copied folder more."""

_TICK_SECONDS = 1.0
_PAUSES = 10
"""Where files are looked at in turn: how many times as long as a look a pause is at least."""

_WRITING: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""What is asked for: reading is not, because a rebuild reads."""


@dataclass(frozen=True, slots=True)
class Watching:
    """What is watched, and what is called, in a thread, with the files that have changed.

    `look` knows the folders, and how they were when what is served was built. `tell` gets a
    sentence when the system cannot watch. Without an `observer` files are looked at in turn.
    `catch_up` does what a rebuild put off, in a thread of its own, and says whether that was
    anything.
    """

    look: Look
    rebuild: Callable[[Sequence[str]], None]
    tell: Callable[[str], None]
    observer: Callable[[], BaseObserver] | None = Observer
    catch_up: Callable[[], bool] = lambda: False


async def rebuild_on_change(watching: Watching, rebuilt: Callable[[], None]) -> None:
    """Call `rebuild` after each burst of changes, one call at a time, until cancelled.

    What changes meanwhile leads to another. After each, `rebuilt` is called in the loop. When
    nothing newer is waiting, `catch_up` follows, which no rebuild waits for.
    """
    hints = _Hints(asyncio.get_running_loop())
    behind = asyncio.Event()
    behind.set()
    watcher = asyncio.ensure_future(_watch(watching, hints))
    follower = asyncio.ensure_future(_follow(watching, behind, rebuilt))
    try:
        while True:
            changed = await _next_changes(watching.look, hints, watcher)
            if changed:
                await in_thread(lambda: watching.rebuild(changed))  # noqa: B023 - awaited here
                rebuilt()
                if not hints.are_waiting():
                    behind.set()
    finally:
        for task in (watcher, follower):
            task.cancel()
        await asyncio.gather(watcher, follower, return_exceptions=True)


async def _follow(watching: Watching, behind: asyncio.Event, rebuilt: Callable[[], None]) -> None:
    """Catch up whenever a rebuild has left something behind."""
    done: list[bool] = []
    while True:
        await behind.wait()
        behind.clear()
        await in_thread(lambda: done.append(watching.catch_up()))
        if done.pop():
            rebuilt()


async def in_thread(work: Callable[[], object]) -> None:
    """Run work in a thread that does not keep the process from ending, and wait for it."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()

    def settle(error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)

    def run() -> None:
        caught: BaseException | None = None
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - it is raised where the work is awaited
            caught = error
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, caught)

    threading.Thread(target=run, daemon=True).start()
    await done


class _Hints:
    """Where something may have changed, and signs of what to do about the watches."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.look_seconds = 0.0
        self.now = loop.time
        self._loop = loop
        self._places: set[str] = set()
        self._signs: set[str] = set()
        self._all = False
        self._count = 0
        self._any = asyncio.Event()

    def note(self, places: Iterable[str] | None, signs: Iterable[str] = ()) -> None:
        """Take hints, in the loop: folders below the root, or None for everywhere."""
        self._places.update(places or ())
        self._signs.update(signs)
        self._all |= places is None
        self._count += 1
        self._any.set()

    def note_from_thread(self, places: Iterable[str], signs: Iterable[str]) -> None:
        """Take hints from any thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.note, places, signs)

    def taken(self, sign: str) -> bool:
        """Say whether there was a sign since the last time this was asked."""
        was = sign in self._signs
        self._signs.discard(sign)
        return was

    async def settled(self) -> None:
        """Wait for hints, and then until no more of them come."""
        await self._any.wait()
        start, until = self._count, self.now() + _LONGEST_SECONDS
        while self.now() < until:
            before = self._count
            await asyncio.sleep(_QUIET_SECONDS if before - start <= _FEW else _BURST_SECONDS)
            if before == self._count:
                break

    def are_waiting(self) -> bool:
        """Say whether there are hints that were not taken yet."""
        return self._any.is_set()

    def take(self) -> Sequence[str] | None:
        """Return all hints since the last time."""
        places = None if self._all else sorted(self._places)
        self._places, self._all = set(), False
        self._any.clear()
        return places


async def _next_changes(look: Look, hints: _Hints, watcher: "asyncio.Future[None]") -> list[str]:
    """Return what has changed where hints point to; what made the watcher fail is raised."""
    settled = asyncio.ensure_future(hints.settled())
    try:
        await asyncio.wait({settled, watcher}, return_when=asyncio.FIRST_COMPLETED)
        if watcher.done():
            watcher.result()
    finally:
        settled.cancel()
    places = hints.take()
    found: list[str] = []
    start = hints.now()
    await in_thread(lambda: found.extend(look.everywhere() if places is None else look.at(places)))
    hints.look_seconds = hints.now() - start
    return found


async def _watch(watching: Watching, hints: _Hints) -> None:
    """Take hints from the system; where it gives none, say so and look at everything in turn."""
    if watching.observer is not None:
        try:
            await _by_system(watching.observer, watching.look, hints)
        except OSError as error:
            watching.tell(_refusal(error))
    while True:
        hints.note(None)
        await asyncio.sleep(max(_TICK_SECONDS, _PAUSES * hints.look_seconds))


async def _by_system(start: Callable[[], BaseObserver], look: Look, hints: _Hints) -> None:
    """Take hints from the system; folders that come or go are watched from then on.

    Raises OSError where the system has no more watches to give.
    """
    while True:
        watched = _identities(look)
        try:
            observer = await asyncio.to_thread(_started, start, watched, look, hints)
        except (FileNotFoundError, NotADirectoryError):
            await asyncio.sleep(_TICK_SECONDS)
            continue
        try:
            # Now that changes are told, those since the last look are sought.
            hints.note(None)
            while not hints.taken("lost") and _identities(look) == watched:
                await asyncio.sleep(_TICK_SECONDS)
                if hints.taken("grown"):
                    await asyncio.to_thread(_probe, observer)
        finally:
            _stop(observer)


def _started(
    start: Callable[[], BaseObserver], folders: Iterable[Path], look: Look, hints: _Hints
) -> BaseObserver:
    observer = start()
    try:
        for folder in folders:
            bell = _Bell(look.root, hints)
            observer.schedule(bell, str(folder), recursive=True, event_filter=_WRITING)
        observer.start()
        _probe(observer)
    except OSError:
        _stop(observer)
        raise
    return observer


def _stop(observer: BaseObserver) -> None:
    observer.stop()
    if observer.is_alive():
        observer.join(_TICK_SECONDS)


def _probe(observer: BaseObserver) -> None:
    """Raise OSError where the system would give no further watch: then some may be missing.

    The library passes over folders that it could not watch.
    """
    if sys.platform == "linux":
        folder = str(Path(__file__).parent)
        observer.unschedule(observer.schedule(FileSystemEventHandler(), folder))


class _Bell(FileSystemEventHandler):
    """Turns what the system tells into folders to look at."""

    def __init__(self, root: Path, hints: _Hints) -> None:
        self._root = root
        self._hints = hints

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        within = [p.relative_to(self._root) for p in paths if p.is_relative_to(self._root)]
        places = {place.parent.as_posix() for place in within}
        signs = set()
        if event.is_directory:
            places |= {place.as_posix() for place in within}
            signs.add("lost" if any(len(place.parts) == 1 for place in within) else "grown")
        self._hints.note_from_thread(sorted(places), signs)


def _refusal(error: OSError) -> str:
    limits = {errno.ENOSPC: "max_user_watches", errno.EMFILE: "max_user_instances"}
    why = f"the system cannot watch the files ({error.strerror or error})"
    limit = limits.get(error.errno or 0)
    remedy = f"; on Linux, raise `fs.inotify.{limit}`" if limit else ""
    return f"{why}: they are looked at every few moments instead{remedy}\n"


def _identities(look: Look) -> dict[Path, tuple[int, int]]:
    """Return the watched folders that are there, and what tells them from others of the name."""
    found = {}
    for name in look.folders:
        folder = look.root / name
        try:
            if folder.is_dir() and not folder.is_symlink():
                at = folder.stat()
                found[folder] = (at.st_dev, at.st_ino)
        except OSError:
            continue
    return found
