"""A digest of any frozen value: equal for equal values, in every run and on every machine.

For keys alone: nothing is ever read back. A value is flattened to plain data and written by
`marshal` in version 2, which knows no references and so writes equal data as equal bytes.

A note on a field of a record spares work: `alike_but`, that it holds a record of the same kind
which differs from this one in the fields named, and in nothing else.
"""

import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import blake2b
from operator import attrgetter
from typing import cast

from pavgen.kernel.canonical import Json
from pavgen.kernel.diagnostics import DefectError

_SIZE = 20
_WITHOUT_REFERENCES = 2
_ATOMS = frozenset({str, int, bool, bytes, type(None)})

_ALIKE_BUT = "alike but"

Flat = None | bool | int | str | bytes | tuple["Flat", ...]
_Flatten = Callable[["Fingerprints", object], Flat]


def alike_but(*names: str) -> Mapping[str, object]:
    """Return the metadata of a field that holds this record but for some fields, or None."""
    return {_ALIKE_BUT: names}


def print_of_json(value: Json) -> bytes | None:
    """Return a digest of plain data at once; None where a text or number is of a special kind.

    The order of a mapping's keys counts, because JSON keeps it.
    """
    try:
        return _digest(cast("Flat", value))
    except ValueError:
        return None


class Fingerprints:
    """Digests of values that share records: each is digested once, found by its identity.

    What was asked for is kept alive as long as this is, so that an identity stands for one
    value; use one for a build, and let go of it.
    """

    def __init__(self) -> None:
        self.known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """Return 20 bytes of BLAKE2b. Raises DefectError for a type that may not be in a value."""
        return _digest(self.flat(value))

    def flat(self, value: object) -> Flat:
        """Return a value as plain data: a record as its digest, all else with its kind."""
        kind = type(value)
        if kind in _ATOMS:
            return cast("Flat", value)
        if kind is tuple:
            flat = self.flat
            items = cast("tuple[object, ...]", value)
            return tuple([flat(item) for item in items])  # a list is made faster than a generator
        flatten = _flattens.get(kind)
        if flatten is None:
            flatten = _flattens[kind] = _way_of(kind)
        return flatten(self, value)


_flattens: dict[type, _Flatten] = {}


def _way_of(kind: type) -> _Flatten:
    """Return how values of a kind become plain data; asked once for each kind."""
    tag = f"{kind.__module__}.{kind.__qualname__}".encode()
    if issubclass(kind, Enum | str):
        return lambda _, value: (tag, str(value))
    if issubclass(kind, date):
        return lambda _, value: (tag, cast("date", value).isoformat())
    if issubclass(kind, list | tuple):
        return lambda prints, value: (tag, *map(prints.flat, cast("list[object]", value)))
    if issubclass(kind, Mapping):
        return _mapping
    if issubclass(kind, frozenset):
        return _set
    if is_dataclass(kind):
        return _record(kind, tag)
    raise DefectError(f"a `{kind.__qualname__}` has no fingerprint")


def _mapping(prints: Fingerprints, value: object) -> Flat:
    flat = prints.flat
    entries = cast("Mapping[object, object]", value).items()
    return (b"mapping", *[(flat(key), flat(item)) for key, item in entries])


def _set(prints: Fingerprints, value: object) -> Flat:
    items = cast("frozenset[object]", value)
    return (b"set", *sorted(_digest(prints.flat(item)) for item in items))


def _record(kind: type, tag: bytes) -> _Flatten:
    read = _reader([field.name for field in fields(kind)])

    def flatten(prints: Fingerprints, value: object) -> Flat:
        known = prints.known.get(id(value))
        if known is None:
            flat = prints.flat
            parts = [flat(part) if type(part) not in _ATOMS else part for part in read(value)]
            known = (value, _digest((tag, *cast("list[Flat]", parts))))
            prints.known[id(value)] = known
        return known[1]

    for field in fields(kind):
        if _ALIKE_BUT in field.metadata:
            but = cast("tuple[str, ...]", field.metadata[_ALIKE_BUT])
            return _shortened(tag, _reader([field.name, *but]), flatten)
    return flatten


def _shortened(
    tag: bytes, read: Callable[[object], tuple[object, ...]], whole: _Flatten
) -> _Flatten:
    """Tell a record by one that is alike and by what it differs in, where it has such a one."""

    def flatten(prints: Fingerprints, value: object) -> Flat:
        found = read(value)
        return whole(prints, value) if found[0] is None else (tag, *map(prints.flat, found))

    return flatten


def _reader(names: list[str]) -> Callable[[object], tuple[object, ...]]:
    """Return what reads some fields of a record; for one alone there is no tuple of it else."""
    read = attrgetter(*names) if names else lambda _: ()
    return (lambda value: (read(value),)) if len(names) == 1 else read


def _digest(flat: Flat) -> bytes:
    return blake2b(marshal.dumps(flat, _WITHOUT_REFERENCES), digest_size=_SIZE).digest()
