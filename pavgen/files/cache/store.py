"""The cache: answers by room and key in one SQLite file, each sealed with a digest of its own.

SQLite makes every change whole or not at all, whenever the program is killed. What it cannot
promise, that no byte was changed since, the seals notice: an answer whose seal is wrong is
forgotten, and a file that SQLite cannot read is begun anew. Nothing in it is trusted further
than its seal, nothing is executed, and deleting it costs time alone.
"""

import hashlib
import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.kernel.memory import Forgetful, Memory, key_of

FOLDER = ".pavgen-cache"
NAME = "cache.db"
MOST_BYTES = 2 * 1024 * 1024 * 1024
_FORMAT = 1
_AT_ONCE = 500
_SEAL = 16
_PATIENCE_SECONDS = 5.0
_KEEP_OF_FULL = 3, 4
_OF_LARGE = 3, 2
_STALE = 8
"""An answer's last use is written down when it is so many builds old, not at each build."""

_TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS kept
  (room TEXT, key BLOB, used INTEGER, size INTEGER, seal BLOB, value BLOB);
CREATE UNIQUE INDEX IF NOT EXISTS places ON kept (room, key);
CREATE INDEX IF NOT EXISTS ages ON kept (used, size);
PRAGMA user_version = {_FORMAT};
COMMIT;
"""
_PASSING = frozenset(
    {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_NOMEM}
)
"""What SQLite says of the moment; all else it says of a file that is not what we wrote."""


class Store:
    """An open cache; a memory for one build at a time.

    `healed` counts what was found damaged and forgotten; `found` and `missed` are counted by
    room. When the machine refuses, the store forgets instead of failing.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, salt: bytes, healed: int = 0
    ) -> None:
        self.healed = healed
        self.found: dict[str, int] = {}
        self.missed: dict[str, int] = {}
        self._asked_bytes = 0
        self._path = path
        self._salt = salt
        self._connection: sqlite3.Connection | None = connection
        [(age,)] = connection.execute("SELECT COALESCE(MAX(used), 0) + 1 FROM kept").fetchall()
        self._age: int = age

    def recall(self, room: str, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Return what is kept under some keys and whole; what is damaged is forgotten."""
        asked = {key_of(self._salt, key): key for key in keys}
        values: dict[bytes, bytes] = {}
        with self._guarded() as connection:
            if connection is not None:
                for salted, value in self._rows(connection, room, asked):
                    values[asked[salted]] = value
        self._asked_bytes += sum(map(len, values.values()))
        self.found[room] = self.found.get(room, 0) + len(values)
        self.missed[room] = self.missed.get(room, 0) + len(asked) - len(values)
        return values

    def keep(self, room: str, values: Mapping[bytes, bytes]) -> None:
        """Keep values, all or none."""
        self._asked_bytes += sum(map(len, values.values()))
        rows = (
            (room, salted, self._age, len(value), _seal(room, salted, value), value)
            for key, value in values.items()
            if (salted := key_of(self._salt, key))
        )
        with self._guarded() as connection:
            if connection is not None:
                with connection:
                    connection.executemany("REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?)", rows)

    def close(self, most_bytes: int = MOST_BYTES) -> None:
        """Forget what was used longest ago beyond a size in bytes, and let go of the file.

        Of a site that needs more than that, half as much again as this build used is allowed, so
        that there is room for all of it.
        """
        part, whole = _OF_LARGE
        most = max(most_bytes, self._asked_bytes * part // whole)
        with self._guarded() as connection:
            if connection is not None:
                _prune(connection, most)
        self._let_go()

    def _rows(
        self, connection: sqlite3.Connection, room: str, asked: Iterable[bytes]
    ) -> Iterator[tuple[bytes, bytes]]:
        waiting = iter(asked)
        while some := list(islice(waiting, _AT_ONCE)):
            marks = ", ".join("?" * len(some))
            query = f"SELECT key, used, seal, value FROM kept WHERE room = ? AND key IN ({marks})"  # noqa: S608 - marks alone
            old: list[bytes] = []
            bad: list[bytes] = []
            for key, used, seal, value in connection.execute(query, (room, *some)).fetchall():
                if not isinstance(value, bytes) or _seal(room, key, value) != seal:
                    bad.append(key)
                    continue
                if used + _STALE <= self._age:
                    old.append(key)
                yield key, value
            self.healed += len(bad)
            self._note(connection, room, old, bad)

    def _note(
        self, connection: sqlite3.Connection, room: str, old: Sequence[bytes], bad: Sequence[bytes]
    ) -> None:
        if old or bad:
            with connection:
                connection.executemany(
                    "UPDATE kept SET used = ? WHERE room = ? AND key = ?",
                    [(self._age, room, key) for key in old],
                )
                connection.executemany(
                    "DELETE FROM kept WHERE room = ? AND key = ?", [(room, key) for key in bad]
                )

    @contextmanager
    def _guarded(self) -> Iterator[sqlite3.Connection | None]:
        """Give the connection, if there still is one, and survive what SQLite says."""
        try:
            yield self._connection
        except sqlite3.Error as error:
            self._let_go()
            if _is_damage(error):
                self.healed += 1
                _remove(self._path)

    def _let_go(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None


def open_store(project: Path, salt: bytes) -> Store | Forgetful:
    """Open the cache of a project, making it where there is none.

    A memory that keeps nothing is returned where the folder may not be written to, is a link
    or belongs to somebody else; a damaged file is begun anew.
    """
    folder = project / FOLDER
    path = folder / NAME
    try:
        folder.mkdir(exist_ok=True)
        if not _is_own(folder, stat.S_IFDIR):
            return Forgetful()
        if os.path.lexists(path) and not _is_own(path, stat.S_IFREG):
            return Forgetful()
        for attempt in range(2):
            store = _opened(path, salt, attempt)
            if store is not None:
                return store
            _remove(path)
    except (OSError, sqlite3.Error):
        pass
    return Forgetful()


def cache_findings(project: Path) -> tuple[Diagnostic, ...]:
    """Say that nothing is remembered where something else has the place of the cache."""
    for place, kind, name in (
        (FOLDER, stat.S_IFDIR, "folder"),
        (f"{FOLDER}/{NAME}", stat.S_IFREG, "file"),
    ):
        found = _instead(project / place, kind, name)
        if found:
            what = f"this is {found}, so pavgen remembers nothing from one build to the next"
            remedy = f"remove it; pavgen makes a {name} of its own"
            return (_warning(place, "cache-place", what, remedy),)
    return ()


def harm_findings(memory: Memory) -> tuple[Diagnostic, ...]:
    """Say that a memory was found damaged, or of another pavgen, and what became of it."""
    if not isinstance(memory, Store) or not memory.healed:
        return ()
    what = "what was remembered here is damaged, or another pavgen's, and was not used"
    remedy = "nothing; it was made anew, and the result is that of a build from nothing"
    return (_warning(f"{FOLDER}/{NAME}", "cache-harmed", what, remedy),)


def forget_cache(project: Path) -> None:
    """Delete the cache of a project, if it has one."""
    _remove(project / FOLDER / NAME)


def _opened(path: Path, salt: bytes, healed: int) -> Store | None:
    """Open a file, or return None where it holds something else, or damage."""
    connection = sqlite3.connect(path, timeout=_PATIENCE_SECONDS, check_same_thread=False)
    try:
        # A power cut may damage the file; that is noticed, and speed matters more.
        connection.execute("PRAGMA synchronous = OFF")
        [(form,)] = connection.execute("PRAGMA user_version").fetchall()
        if form not in {0, _FORMAT}:
            connection.close()
            return None
        connection.executescript(_TABLES)
        return Store(path, connection, salt, healed)
    except sqlite3.Error as error:
        connection.close()
        if _is_damage(error):
            return None
        raise


def _is_damage(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", None) not in _PASSING


def _is_own(path: Path, kind: int) -> bool:
    """Say whether a path is of a kind, no link, and belongs to the user who builds."""
    found = path.lstat()
    return stat.S_IFMT(found.st_mode) == kind and found.st_uid == os.geteuid()


def _instead(path: Path, kind: int, name: str) -> str:
    """Say what stands at a path in place of what belongs there, if anything does."""
    try:
        found = path.lstat()
    except OSError:
        return ""
    if stat.S_IFMT(found.st_mode) == kind:
        return "" if found.st_uid == os.geteuid() else "somebody else's"
    return "a link" if stat.S_ISLNK(found.st_mode) else f"no {name}"


def _warning(place: str, code: str, what: str, remedy: str) -> Diagnostic:
    return Diagnostic(Span(place), code, what, remedy, severity=Severity.WARNING)


def _remove(path: Path) -> None:
    """Remove the file; its journal first, which belongs to no other file."""
    for name in (f"{path}-journal", str(path)):
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - a name with an ending of SQLite's


def _prune(connection: sqlite3.Connection, most_bytes: int) -> None:
    """Forget the answers used longest ago until three quarters of what is allowed are left.

    The file keeps its size, and what comes next takes the place: to make it smaller takes SQLite
    minutes for each gigabyte, in which no signal is heeded.
    """
    [(size,)] = connection.execute("SELECT COALESCE(SUM(size), 0) FROM kept").fetchall()
    if size <= most_bytes:
        return
    part, whole = _KEEP_OF_FULL
    over = size - most_bytes * part // whole
    gone: list[tuple[int]] = []
    for row, weight in connection.execute("SELECT rowid, size FROM kept ORDER BY used, size"):
        if over <= 0:
            break
        gone.append((row,))
        over -= weight
    with connection:
        connection.executemany("DELETE FROM kept WHERE rowid = ?", gone)


def _seal(room: str, key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=_SEAL, key=key, person=room.encode()[:16]).digest()
