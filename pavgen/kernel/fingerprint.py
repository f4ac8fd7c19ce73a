"""A digest of any frozen value: equal for equal values, in every run and on every machine.

For keys alone: nothing is ever read back. A value is flattened to plain data, each record as its
type's name and its fields in order, and written by `marshal` in version 2, which knows no
references and so writes equal data as equal bytes.
"""

import hashlib
import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from operator import attrgetter

from pavgen.kernel.diagnostics import DefectError

_SIZE = 20
_WITHOUT_REFERENCES = 2
_ATOMS = frozenset({str, int, bool, bytes, type(None)})

Flat = None | bool | int | str | bytes | tuple["Flat", ...]


class Fingerprints:
    """Digests of values that share parts: each part is digested once, found by its identity.

    What was asked for is kept alive as long as this is, so that an identity stands for one
    value; use one for a build, and let go of it.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """Return 20 bytes of BLAKE2b. Raises DefectError for a type that may not be in a value."""
        return _digest(self._flat(value))

    def _flat(self, value: object) -> Flat:
        kind = type(value)
        if kind in _ATOMS:
            return value  # type: ignore[return-value]  # an atom, looked up by its exact type
        if kind is tuple:
            return tuple(map(self._flat, value))  # type: ignore[call-overload]  # the same
        found = self._known.get(id(value))
        if found is None:
            found = (value, _digest((f"{kind.__module__}.{kind.__qualname__}", self._parts(value))))
            self._known[id(value)] = found
        return found[1]

    def _parts(self, value: object) -> Flat:
        found: Flat
        match value:
            case Enum() | str():
                found = str(value)
            case date():
                found = value.isoformat()
            case Mapping():
                found = tuple((self._flat(key), self._flat(item)) for key, item in value.items())
            case list():
                found = tuple(map(self._flat, value))
            case frozenset():
                found = tuple(sorted(_digest(self._flat(item)) for item in value))
            case _ if is_dataclass(value):
                found = tuple(map(self._flat, _fields_of(type(value))(value)))
            case _:
                raise DefectError(f"a `{type(value).__qualname__}` has no fingerprint")
        return found


def _digest(flat: Flat) -> bytes:
    data = marshal.dumps(flat, _WITHOUT_REFERENCES)
    return hashlib.blake2b(data, digest_size=_SIZE).digest()


_getters: dict[type, Callable[[object], tuple[object, ...]]] = {}


def _fields_of(kind: type) -> Callable[[object], tuple[object, ...]]:
    """Return what reads all fields of a type at once; made once for each type."""
    getter = _getters.get(kind)
    if getter is None:
        names = [field.name for field in fields(kind)]
        getter = _reader(names)
        _getters[kind] = getter
    return getter


def _reader(names: list[str]) -> Callable[[object], tuple[object, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
