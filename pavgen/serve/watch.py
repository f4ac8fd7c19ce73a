"""Changes of files below some folders, told once they have come to rest."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

_QUIET_SECONDS = 0.2
_READING = frozenset({"opened", "closed_no_write"})


@dataclass(frozen=True, slots=True)
class Watching:
    """Which folders are watched, and what is called, in a thread, when they have changed."""

    folders: Sequence[Path]
    rebuild: Callable[[], None]


async def rebuild_on_change(watching: Watching) -> None:
    """Call `rebuild` after each burst of changes, one call at a time, until cancelled."""
    changed = asyncio.Event()
    loop = asyncio.get_running_loop()
    with _watched(watching.folders, lambda: loop.call_soon_threadsafe(changed.set)):
        while True:
            await changed.wait()
            while changed.is_set():
                changed.clear()
                await asyncio.sleep(_QUIET_SECONDS)
            await asyncio.to_thread(watching.rebuild)


class _Bell(FileSystemEventHandler):
    """Rings at every event but those of reading, which a rebuild causes itself."""

    def __init__(self, ring: Callable[[], object]) -> None:
        self._ring = ring

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _READING:
            self._ring()


@contextmanager
def _watched(folders: Sequence[Path], ring: Callable[[], object]) -> Iterator[None]:
    observer = _started(Observer(), folders, ring)
    if observer is None:
        # The system watches only so many folders; looking at them in turn always works.
        observer = _started(PollingObserver(), folders, ring)
    try:
        yield
    finally:
        if observer is not None:
            observer.stop()
            observer.join()


def _started(
    observer: BaseObserver, folders: Sequence[Path], ring: Callable[[], object]
) -> BaseObserver | None:
    try:
        for folder in folders:
            observer.schedule(_Bell(ring), str(folder), recursive=True)
        observer.start()
    except OSError:
        return None
    return observer
