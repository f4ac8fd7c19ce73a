"""What the cache gives back is what it was given, or nothing, whatever happened to its file."""

import os
import random
import sqlite3
import subprocess
import sys

import pytest

from pavgen.files.cache.store import Store, cache_findings, open_store
from pavgen.kernel.diagnostics import Severity
from pavgen.kernel.memory import Forgetful

SALT = b"salt"
VALUES = {bytes([n]) * 32: bytes([n]) * (n * 10) for n in range(1, 60)}


def file_of(root):
    return root / ".pavgen-cache" / "cache.db"


def opened(root):
    store = open_store(root, SALT)
    assert isinstance(store, Store)
    return store


def filled(root, values=None):
    store = opened(root)
    store.keep("room", VALUES if values is None else values)
    store.close()


def test_values_come_back_in_a_later_run(tmp_path):
    filled(tmp_path)
    store = opened(tmp_path)
    assert store.recall("room", VALUES) == VALUES
    assert (store.found, store.missed, store.healed) == ({"room": 59}, {"room": 0}, 0)
    store.close()


def test_another_room_salt_or_key_has_nothing(tmp_path):
    filled(tmp_path)
    store = opened(tmp_path)
    assert store.recall("hall", VALUES) == {}
    assert store.recall("room", [b"\0" * 32, b""]) == {}
    assert open_store(tmp_path, b"pepper").recall("room", VALUES) == {}


def test_one_changed_byte_is_never_given_back(tmp_path):
    filled(tmp_path)
    whole = file_of(tmp_path).read_bytes()
    chance = random.Random(7)  # noqa: S311 - no secret
    noticed = 0
    for place in [*range(100), *(chance.randrange(len(whole)) for _ in range(50))]:
        spoiled = bytearray(whole)
        spoiled[place] ^= 1 << chance.randrange(8)
        file_of(tmp_path).write_bytes(spoiled)
        store = opened(tmp_path)
        found = store.recall("room", VALUES)
        assert found.items() <= VALUES.items()
        noticed += len(found) < len(VALUES)
        store.keep("room", VALUES)
        store.close()
    assert noticed > 20


def test_value_under_the_key_of_another_is_not_given_back(tmp_path):
    filled(tmp_path)
    with sqlite3.connect(file_of(tmp_path)) as connection:
        connection.execute(
            "UPDATE kept SET value = (SELECT value FROM kept WHERE size = 100), "
            "seal = (SELECT seal FROM kept WHERE size = 100) WHERE size = 200"
        )
    connection.close()
    store = opened(tmp_path)
    assert set(VALUES) - set(store.recall("room", VALUES)) == {bytes([20]) * 32}
    assert store.healed == 1


@pytest.mark.parametrize("data", [b"", b"not a database", b"SQLite format 3\0" + b"\0" * 5000])
def test_file_that_is_no_cache_is_begun_anew(tmp_path, data):
    filled(tmp_path)
    file_of(tmp_path).write_bytes(data)
    filled(tmp_path)
    assert opened(tmp_path).recall("room", VALUES) == VALUES


def test_half_a_file_gives_what_is_whole_and_heals(tmp_path):
    filled(tmp_path)
    data = file_of(tmp_path).read_bytes()
    file_of(tmp_path).write_bytes(data[: len(data) // 2])
    store = opened(tmp_path)
    assert store.recall("room", VALUES).items() <= VALUES.items()
    store.close()
    filled(tmp_path)
    filled(tmp_path)
    assert opened(tmp_path).recall("room", VALUES) == VALUES


def test_database_of_somebody_else_is_begun_anew(tmp_path):
    (tmp_path / ".pavgen-cache").mkdir()
    with sqlite3.connect(file_of(tmp_path)) as connection:
        connection.execute("CREATE TABLE kept (other TEXT)")
    connection.close()
    filled(tmp_path)
    assert opened(tmp_path).recall("room", VALUES) == VALUES


def test_folder_that_is_a_link_is_not_followed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".pavgen-cache").symlink_to(tmp_path / "elsewhere")
    assert isinstance(open_store(tmp_path, SALT), Forgetful)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("make", "found"),
    [(lambda path: path.symlink_to("nowhere"), "a link"), (lambda path: path.touch(), "no folder")],
)
def test_what_has_the_place_of_the_cache_is_told(tmp_path, make, found):
    make(tmp_path / ".pavgen-cache")
    what = f"this is {found}, so pavgen remembers nothing from one build to the next"
    assert [(d.code, d.severity, d.what) for d in cache_findings(tmp_path)] == [
        ("cache-place", Severity.WARNING, what)
    ]


def test_a_folder_or_nothing_in_the_place_of_the_cache_is_fine(tmp_path):
    assert cache_findings(tmp_path) == ()
    (tmp_path / ".pavgen-cache").mkdir()
    assert cache_findings(tmp_path) == ()


def test_file_that_is_a_link_is_not_followed(tmp_path):
    (tmp_path / ".pavgen-cache").mkdir()
    file_of(tmp_path).symlink_to(tmp_path / "elsewhere.db")
    assert isinstance(open_store(tmp_path, SALT), Forgetful)
    assert not (tmp_path / "elsewhere.db").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_project_that_may_not_be_written_to_forgets(tmp_path):
    tmp_path.chmod(0o555)
    assert isinstance(open_store(tmp_path, SALT), Forgetful)


def test_file_where_the_folder_should_be_forgets(tmp_path):
    (tmp_path / ".pavgen-cache").write_text("a file")
    assert isinstance(open_store(tmp_path, SALT), Forgetful)


def test_what_was_used_longest_ago_goes_first_and_its_place_is_taken(tmp_path):
    old = {b"old" + bytes([n]): os.urandom(20_000) for n in range(100)}
    new = {b"new" + bytes([n]): os.urandom(20_000) for n in range(100)}
    filled(tmp_path, old)
    store = opened(tmp_path)
    store.keep("room", new)
    large = file_of(tmp_path).stat().st_size
    store.close(most_bytes=3_200_000)  # more than half as much again as these two million bytes

    again = opened(tmp_path)
    assert again.recall("room", new) == new
    assert len(again.recall("room", old)) == 20
    again.keep("other", {key: value[:15_000] for key, value in old.items()})
    again.close()
    assert file_of(tmp_path).stat().st_size <= large * 1.05


def test_all_that_one_build_used_is_kept_however_much_it_is(tmp_path):
    old = {b"old" + bytes([n]): os.urandom(20_000) for n in range(100)}
    new = {b"new" + bytes([n]): os.urandom(20_000) for n in range(100)}
    filled(tmp_path, old)
    store = opened(tmp_path)
    store.keep("room", {key: new[key] for key in list(new)[:50]})
    store.keep("room", {key: new[key] for key in list(new)[50:]})
    store.close(most_bytes=100_000)

    again = opened(tmp_path)
    assert again.recall("room", new) == new
    assert len(again.recall("room", old)) == 12
    again.close(most_bytes=100_000)
    last = opened(tmp_path)
    assert last.recall("room", new) == new


def test_two_at_once_both_find_what_they_kept(tmp_path):
    one, two = opened(tmp_path), opened(tmp_path)
    one.keep("room", {b"a": b"1"})
    two.keep("room", {b"b": b"2"})
    assert one.recall("room", [b"a", b"b"]) == {b"a": b"1", b"b": b"2"}
    assert two.recall("room", [b"a", b"b"]) == {b"a": b"1", b"b": b"2"}


_FILL = """\
import sys, os
from pathlib import Path
from pavgen.files.cache.store import open_store
store = open_store(Path(sys.argv[1]), b"salt")
print("ready", flush=True)
for n in range(10**6):
    store.keep("room", {b"%d" % (n * 50 + k): (b"v%d" % (n * 50 + k)) * 100 for k in range(50)})
"""


def test_killed_while_it_keeps_it_has_all_of_a_batch_or_nothing(tmp_path):
    for wait in range(1, 9, 3):
        command = [sys.executable, "-c", _FILL, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            try:
                process.wait(0.02 * wait)
            except subprocess.TimeoutExpired:
                process.kill()
        store = opened(tmp_path)
        asked = [b"%d" % n for n in range(50_000)]
        found = store.recall("room", asked)
        assert len(found) % 50 == 0
        assert all(value == (b"v" + key) * 100 for key, value in found.items())
        assert store.healed == 0
        store.close()
