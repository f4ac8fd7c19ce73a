"""What a command works with: its memory, its processes, and what it made a moment ago."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pavgen.app.processes import spread
from pavgen.files.cache import Store, open_store, salt_of_this_program
from pavgen.kernel.memory import Forgetful, Memory

Item = TypeVar("Item")
Made = TypeVar("Made")
_ROUNDS_KEPT = 2


@dataclass(frozen=True, slots=True)
class Room(Generic[Item, Made]):
    """One kind of work: how its answers are made, and how they are written and read.

    `make` answers many items at once, in their order; None is an answer that is not remembered.
    `read` raises ValueError for bytes that are no answer. In a room with `worth_a_process`,
    that many items are worth a process of their own; 0 means that `make` shares work out itself.
    """

    name: str
    make: Callable[[Sequence[Item]], Sequence[Made | None]]
    write: Callable[[Made], bytes]
    read: Callable[[bytes], Made]
    worth_a_process: int = 0


@dataclass(slots=True)
class Recent:
    """Answers of the last builds of this process, as they are: for a server's next build."""

    rooms: dict[str, dict[bytes, tuple[int, object]]] = field(default_factory=dict)
    round: int = 0

    def begin(self) -> None:
        """Begin another build; forget what none of the last two asked for."""
        self.round += 1
        for name, kept in self.rooms.items():
            self.rooms[name] = {
                key: found for key, found in kept.items() if found[0] + _ROUNDS_KEPT > self.round
            }


@dataclass(frozen=True, slots=True)
class Means:
    """The means of one build: by default none, so that everything is worked out here and now."""

    memory: Memory = field(default_factory=Forgetful)
    jobs: int = 1
    recent: Recent | None = None

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
            written = [b"" if one is None else room.write(one) for one in made]
        fresh = {key: data for key, data in zip(missing, written, strict=True) if data}
        self.memory.keep(room.name, fresh)
        return dict(zip(missing, made, strict=True))


@contextmanager
def working(root: Path, *, jobs: int = 1, cache: bool = True) -> Iterator[Means]:
    """Open the cache of a project for one build, and let go of it at the end."""
    memory: Memory = open_store(root, salt_of_this_program()) if cache else Forgetful()
    try:
        yield Means(memory, jobs)
    finally:
        if isinstance(memory, Store):
            memory.close()


def _written(room: Room[Item, Made], items: Sequence[Item]) -> list[bytes]:
    return [b"" if one is None else room.write(one) for one in room.make(items)]
