"""What a command works with: its memory, its processes, and what it made a moment ago."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import Generic, TypeVar, cast

from pavgen.app.processes import spread
from pavgen.files.cache import Store, open_store, salt_of_this_program
from pavgen.files.cache.store import FOLDER, NAME
from pavgen.kernel.memory import Forgetful, Memory, ReadOnly
from pavgen.kernel.values import dataclass
from pavgen.plan.views import PageView

Item = TypeVar("Item")
Made = TypeVar("Made")
_ROUNDS_KEPT = 2


@dataclass(frozen=True, slots=True)
class Room(Generic[Item, Made]):
    """One kind of work: how its answers are made, and how they are written and read.

    `make` answers many items at once, in their order; None is an answer that is not remembered.
    `read` raises ValueError for bytes that are no answer. In a room with `worth_a_process`,
    that many items are worth a process of their own; 0 means that `make` shares work out itself.
    An answer of more than `most_bytes` is not kept on the disk.
    """

    name: str
    make: Callable[[Sequence[Item]], Sequence[Made | None]]
    write: Callable[[Made], bytes]
    read: Callable[[bytes], Made]
    worth_a_process: int = 0
    most_bytes: int = 1 << 30


@dataclass(slots=True)
class Recent:
    """Answers of the last builds of this process, as they are: for a server's next build.

    `latest` is the last search index of each site, whatever it was made of; `views` has the view
    of each of its pages, with its fingerprint.
    """

    rooms: dict[str, dict[bytes, tuple[int, object]]] = field(default_factory=dict)
    latest: dict[str, Mapping[str, bytes]] = field(default_factory=dict)
    views: dict[str, Mapping[str, tuple[PageView, bytes]]] = field(default_factory=dict)
    round: int = 0

    def keep(self, room: str, key: bytes, answer: object) -> None:
        """Take an answer as if the last build had made it."""
        self.rooms.setdefault(room, {})[key] = (self.round, answer)

    def begin(self) -> None:
        """Begin another build; forget what none of the last two asked for."""
        self.round += 1
        for name, kept in self.rooms.items():
            self.rooms[name] = {
                key: found for key, found in kept.items() if found[0] + _ROUNDS_KEPT > self.round
            }


@dataclass(frozen=True, slots=True)
class Means:
    """The means of one build: by default none, so that everything is worked out here and now.

    With `put_off` a search index that would have to be made is left for later.
    """

    memory: Memory = field(default_factory=Forgetful)
    jobs: int = 1
    recent: Recent | None = None
    put_off: bool = False

    def answers(
        self, room: Room[Item, Made], items: Mapping[bytes, Item]
    ) -> Mapping[bytes, Made | None]:
        """Return the answer for each item by its key, made only where it is not remembered."""
        kept = self.recent.rooms.setdefault(room.name, {}) if self.recent else {}
        found: dict[bytes, Made | None] = {}
        for key in items:
            if key in kept:
                found[key] = kept[key][1]  # type: ignore[assignment]  # of this room
        recalled = self._recalled(room, [key for key in items if key not in found])
        found.update(recalled)
        missing = {key: item for key, item in items.items() if key not in found}
        made = self._made(room, missing)
        found.update(made)
        if self.recent:
            kept.update({key: (self.recent.round, made) for key, made in found.items()})
        return found

    def recalled(self, room: Room[Item, Made], key: bytes) -> Made | None:
        """Return an answer if it is remembered; nothing is made."""
        kept = self.recent.rooms.get(room.name, {}) if self.recent else {}
        if key in kept:
            return cast("Made | None", kept[key][1])
        return self._recalled(room, [key]).get(key)

    def _recalled(self, room: Room[Item, Made], keys: Sequence[bytes]) -> dict[bytes, Made]:
        found: dict[bytes, Made] = {}
        for key, data in self.memory.recall(room.name, keys).items() if keys else ():
            try:
                found[key] = room.read(data)
            except ValueError:
                continue
        return found

    def _made(
        self, room: Room[Item, Made], missing: Mapping[bytes, Item]
    ) -> dict[bytes, Made | None]:
        if not missing:
            return {}
        items = list(missing.values())
        jobs = min(self.jobs, len(items) // room.worth_a_process) if room.worth_a_process else 1
        if jobs > 1:
            written = spread(lambda some: _written(room, some), items, jobs)
            made = [room.read(data) if data else None for data in written]
        else:
            made = list(room.make(items))
            if isinstance(self.memory, Forgetful):
                return dict(zip(missing, made, strict=True))
            written = [b"" if one is None else room.write(one) for one in made]
        fresh = {
            key: data
            for key, data in zip(missing, written, strict=True)
            if 0 < len(data) <= room.most_bytes
        }
        self.memory.keep(room.name, fresh)
        return dict(zip(missing, made, strict=True))


@contextmanager
def working(root: Path, *, jobs: int = 1, cache: bool = True) -> Iterator[Means]:
    """Open the cache of a project for one build, and let go of it at the end."""
    with _opened(root, wanted=cache) as memory:
        yield Means(memory, jobs)


@contextmanager
def previewing(root: Path, recent: Recent, *, jobs: int = 1) -> Iterator[Means]:
    """Work for a server: as it comes up, it reads what builds have left in the cache.

    Once it is up it has all that it needs in its own memory, and works in one process.
    """
    if recent.round:
        yield Means(recent=recent, put_off=True)
        return
    with _opened(root, wanted=(root / FOLDER / NAME).is_file()) as memory:
        yield Means(ReadOnly(memory), jobs, recent, put_off=True)


@contextmanager
def _opened(root: Path, *, wanted: bool) -> Iterator[Memory]:
    memory: Memory = open_store(root, salt_of_this_program()) if wanted else Forgetful()
    try:
        yield memory
    finally:
        if isinstance(memory, Store):
            memory.close()


def _written(room: Room[Item, Made], items: Sequence[Item]) -> list[bytes]:
    return [b"" if one is None else room.write(one) for one in room.make(items)]
