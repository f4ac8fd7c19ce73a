"""What a key is made of cannot run together, and a memory that keeps nothing keeps nothing."""

from pavgen.kernel.memory import Forgetful, ReadOnly, key_of
from tests.app.kept import Kept


def test_ingredients_do_not_run_together():
    keys = {key_of(b"ab", b"c"), key_of(b"a", b"bc"), key_of(b"abc"), key_of(b"abc", b"")}
    assert len(keys) == 4


def test_a_memory_that_keeps_nothing_recalls_nothing():
    memory = Forgetful()
    memory.keep("room", {b"key": b"value"})
    assert memory.recall("room", [b"key"]) == {}


def test_a_memory_that_is_only_read_recalls_what_it_has_and_takes_no_more():
    kept = Kept()
    kept.keep("room", {b"one": b"1"})
    memory = ReadOnly(kept)
    memory.keep("room", {b"two": b"2"})
    assert memory.recall("room", [b"one", b"two"]) == {b"one": b"1"}
