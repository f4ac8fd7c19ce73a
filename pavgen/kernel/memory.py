"""What earlier runs worked out: a place to ask before working it out again.

An answer is found under a room (the kind of work) and a key (a digest of everything that the
work depends on), so that remembering cannot change what is made. A memory may forget anything
at any time; it never gives bytes that were not kept under that very room and key.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Protocol


class Memory(Protocol):
    """Bytes by room and key."""

    def recall(self, room: str, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Return what is remembered of a room under some keys, and nothing for the others."""

    def keep(self, room: str, values: Mapping[bytes, bytes]) -> None:
        """Remember values; one that cannot be kept is forgotten without a word."""


class Forgetful:
    """A memory that keeps nothing: everything is worked out anew."""

    def recall(self, room: str, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Return nothing."""
        del room, keys
        return {}

    def keep(self, room: str, values: Mapping[bytes, bytes]) -> None:
        """Keep nothing."""


class ReadOnly(Forgetful):
    """What another memory has, to which nothing is added."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def recall(self, room: str, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Return what the other remembers."""
        return self._memory.recall(room, keys)


def key_of(*ingredients: bytes) -> bytes:
    """Return the key of a work: 32 bytes of SHA-256 over its ingredients, each after its length."""
    running = hashlib.sha256()
    for ingredient in ingredients:
        running.update(len(ingredient).to_bytes(8, "big"))
        running.update(ingredient)
    return running.digest()
