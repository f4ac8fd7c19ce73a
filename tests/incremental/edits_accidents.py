"""What happens to the output and to what builds keep: hands, bad disks, and builds that are killed."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import TypeVar

from pavgen.files.cache.store import NAME
from tests.incremental.edits_records import field_changed
from tests.incremental.edits_texts import about_changed, block_added
from tests.incremental.edits_theme import macro_changed, option_changed, token_changed
from tests.incremental.trial import Trial
from tests.incremental.workshop import Kill

Thing = TypeVar("Thing")
_SPARED = ("lock", ".pavgen-output")
_CHANGES = (10, 60, 700)
"""How many changes of the disk a build makes at most: of a text, of a theme, of all."""


def output_edited(trial: Trial, random: Random) -> str:
    """Change a file of the output by hand."""
    file = _any_file(random, trial.output)
    if file is None:
        return ""
    file.write_bytes(file.read_bytes() + b"<!-- by hand -->")
    return str(file.relative_to(trial.tree.root))


def output_edited_in_secret(trial: Trial, random: Random) -> str:
    """Change a byte of the output by hand, and keep length and time."""
    file = _any_file(random, trial.output)
    if file is None:
        return ""
    before, data = file.stat(), file.read_bytes()
    file.write_bytes(b"#" + data[1:])
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    return str(file.relative_to(trial.tree.root))


def output_removed(trial: Trial, random: Random) -> str:
    """Remove a file of the output."""
    file = _any_file(random, trial.output)
    if file is None:
        return ""
    file.unlink()
    return str(file.relative_to(trial.tree.root))


def output_littered(trial: Trial, random: Random) -> str:
    """Leave a file of one's own in the output."""
    file = _any_file(random, trial.output)
    if file is None:
        return ""
    stray = file.with_name("stray.html")
    stray.write_bytes(b"mine")
    return str(stray.relative_to(trial.tree.root))


def kept_removed(trial: Trial, random: Random) -> str:
    """Remove a part of what builds keep, or all of it."""
    files = _files(trial.cache)
    if not files:
        return ""
    share = random.choice((0.1, 0.5, 1.0))
    gone = [file for file in files if random.random() < share]
    for file in gone:
        file.unlink()
    return f"{len(gone)} of {len(files)} files"


def kept_byte_flipped(trial: Trial, random: Random) -> str:
    """Flip a bit in some files that builds keep."""
    told = []
    for file in _some(random, _kept(trial, random)):
        data = bytearray(file.read_bytes())
        if data:
            at = random.randrange(len(data))
            data[at] ^= 1 << random.randrange(8)
            file.write_bytes(data)
            told.append(f"{file.name} at {at}")
    return ", ".join(told)


def kept_cut_short(trial: Trial, random: Random) -> str:
    """Cut some files that builds keep short, or empty them."""
    told = []
    for file in _some(random, _kept(trial, random)):
        data = file.read_bytes()
        kept = random.choice((0, len(data) // 2, max(0, len(data) - 1)))
        file.write_bytes(data[:kept])
        told.append(f"{file.name} to {kept}")
    return ", ".join(told)


def kept_swapped(trial: Trial, random: Random) -> str:
    """Exchange two files that builds keep: each is whole, and under a wrong name."""
    files = _files(trial.cache)
    if len(files) < 2:
        return ""
    one, two = random.sample(files, 2)
    data = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(data)
    return f"{one.name} and {two.name}"


def kept_rows_damaged(trial: Trial, random: Random) -> str:
    """Damage answers inside the cache's file: a byte, the end, or all of some."""
    how = random.choice(("byte", "end", "gone"))
    with _rows(trial) as (connection, rows):
        for row in _some(random, rows):
            [(value,)] = connection.execute("SELECT value FROM kept WHERE rowid = ?", (row,))
            data = bytearray(value or b"?")
            if how == "byte":
                data[random.randrange(len(data))] ^= 1 << random.randrange(8)
            else:
                data = data[: len(data) // 2]
            change = "UPDATE kept SET value = ? WHERE rowid = ?"
            connection.execute(change, (bytes(data), row))
            if how == "gone":
                connection.execute("DELETE FROM kept WHERE rowid = ?", (row,))
    return f"{how} of some of {len(rows)}" if rows else ""


def kept_rows_swapped(trial: Trial, random: Random) -> str:
    """Give each of two answers in the cache's file the other's place, seal and all."""
    with _rows(trial) as (connection, rows):
        if len(rows) > 1:
            one, two = random.sample(rows, 2)
            sealed = "SELECT seal, value FROM kept WHERE rowid = ?"
            pair = [connection.execute(sealed, (row,)).fetchone() for row in (one, two)]
            for row, (seal, value) in zip((two, one), pair, strict=True):
                change = "UPDATE kept SET seal = ?, value = ? WHERE rowid = ?"
                connection.execute(change, (seal, value, row))
    return f"two of {len(rows)}" if len(rows) > 1 else ""


@contextmanager
def _rows(trial: Trial) -> Iterator[tuple[sqlite3.Connection, list[int]]]:
    """Open the cache's file, if it can be; give the numbers of its answers."""
    path = trial.cache / NAME
    connection = sqlite3.connect(path if path.is_file() else ":memory:")
    try:
        rows = [row for (row,) in connection.execute("SELECT rowid FROM kept ORDER BY room, key")]
    except sqlite3.Error:
        rows = []
    try:
        with suppress(sqlite3.Error), connection:
            yield connection, rows
    finally:
        connection.close()


def kept_littered(trial: Trial, random: Random) -> str:
    """Leave something in the folder of what builds keep."""
    if not trial.cache.is_dir():
        return ""
    name = random.choice(("notes.txt", ".unfinished", "x" * 64))
    (random.choice([trial.cache, *_folders(trial.cache)]) / name).write_bytes(b"nothing")
    return name


def build_killed(trial: Trial, random: Random) -> str:
    """Change something, and kill the build that follows, at one of its steps or at any moment."""
    edits = (about_changed, block_added, macro_changed, token_changed, option_changed)
    told = random.choice(edits)(trial, random)
    if not told:
        told = field_changed(trial, random, kind="listing")
    if random.random() < 0.6:
        trial.killing = Kill(change=random.randint(1, random.choice(_CHANGES)))
    else:
        trial.killing = Kill(seconds=random.random())
    return f"{told}, then {trial.killing}"


def _kept(trial: Trial, random: Random) -> list[Path]:
    """Return the files that builds keep; half of the time without copies of the output."""
    files = _files(trial.cache)
    few = [file for file in files if "outputs" not in file.relative_to(trial.cache).parts]
    return few if few and random.random() < 0.5 else files


def _any_file(random: Random, folder: Path) -> Path | None:
    files = _files(folder)
    return random.choice(files) if files else None


def _files(folder: Path) -> list[Path]:
    """Return files but for locks, and for markers: a folder that lost its own is refused."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in _SPARED)
    return sorted(path for path in found if not path.is_symlink())


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_dir())


def _some(random: Random, items: Sequence[Thing]) -> list[Thing]:
    return random.sample(items, min(len(items), random.choice((1, 5, 40))))


EDITS = {
    "output-edited": (2, output_edited),
    "output-edited-in-secret": (2, output_edited_in_secret),
    "output-removed": (2, output_removed),
    "output-littered": (1, output_littered),
    "kept-removed": (3, kept_removed),
    "kept-byte-flipped": (4, kept_byte_flipped),
    "kept-cut-short": (3, kept_cut_short),
    "kept-swapped": (2, kept_swapped),
    "kept-rows-damaged": (4, kept_rows_damaged),
    "kept-rows-swapped": (3, kept_rows_swapped),
    "kept-littered": (1, kept_littered),
    "build-killed": (6, build_killed),
}
