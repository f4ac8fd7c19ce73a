"""Frozen values to bytes and back, for what a build remembers: JSON, of a closed list of types.

Reading makes nothing but the types it was given, by the makers it was given, so bytes that were
tampered with can give a wrong value and never a strange one.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from typing import Protocol, TypeVar, cast

from pavgen.kernel.canonical import Json
from pavgen.kernel.diagnostics import DefectError

Value = TypeVar("Value")
_BYTES, _MAPPING = "b", "m"


class _Maker(Protocol):
    def __call__(self, *parts: object) -> object: ...


class Codec:
    """Writes and reads values made of text, numbers, None, bytes, tuples, mappings and `types`.

    A type is a dataclass, a named tuple, an enum or a kind of text, written as its place there;
    `makers` make the kinds of text that are not made by calling the type.
    """

    def __init__(
        self, types: Sequence[type], makers: Mapping[type, Callable[[str], object]] | None = None
    ) -> None:
        given = makers or {}
        self._place = {kind: str(n) for n, kind in enumerate(types)}
        self._makers = {
            str(n): cast("_Maker", given.get(kind, kind)) for n, kind in enumerate(types)
        }
        self._names = {
            kind: tuple(field.name for field in fields(kind))
            for kind in types
            if hasattr(kind, "__dataclass_fields__")
        } | {kind: tuple(kind.__annotations__) for kind in types if issubclass(kind, tuple)}

    def write(self, value: object) -> bytes:
        """Return the bytes of a value. Raises DefectError for a type that is not in the list."""
        return json.dumps(
            self._plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False
        ).encode("utf-8", "surrogatepass")

    def read(self, data: bytes) -> object:
        """Return the value that was written. Raises ValueError for other bytes."""
        try:
            return self._value(json.loads(data.decode("utf-8", "surrogatepass")))
        except (KeyError, TypeError, AttributeError, RecursionError, DefectError) as error:
            raise ValueError("not what was written") from error

    def read_a(self, kind: type[Value], data: bytes) -> Value:
        """Return the value that was written, of the type it was of. Raises ValueError otherwise."""
        value = self.read(data)
        if not isinstance(value, kind):
            raise ValueError("not what was written")  # noqa: TRY004 - wrong bytes, no wrong type
        return value

    def _plain(self, value: object) -> Json:
        kind = type(value)
        if kind in _PLAIN:
            return value  # type: ignore[return-value]  # text, a number or None
        if kind is tuple:
            return [self._plain(item) for item in value]  # type: ignore[attr-defined]  # a tuple
        if kind in self._place:
            return {self._place[kind]: self._parts(value, kind)}
        if isinstance(value, bytes):
            return {_BYTES: b64encode(value).decode("ascii")}
        if isinstance(value, Mapping):
            return {_MAPPING: [[self._plain(k), self._plain(v)] for k, v in value.items()]}
        raise DefectError(f"a `{kind.__qualname__}` cannot be remembered")

    def _parts(self, value: object, kind: type) -> list[Json]:
        if isinstance(value, Enum):
            return [self._plain(value.value)]
        if isinstance(value, str):
            return [str(value)]
        return [self._plain(getattr(value, name)) for name in self._names[kind]]

    def _value(self, plain: Json) -> object:
        if isinstance(plain, list):
            return tuple([self._value(item) for item in plain])
        if not isinstance(plain, dict):
            return plain
        [(name, parts)] = plain.items()
        if name == _BYTES:
            return b64decode(parts, validate=True)
        if name == _MAPPING:
            return {self._value(key): self._value(item) for key, item in parts}
        return self._makers[name](*[self._value(part) for part in parts])


_PLAIN = frozenset({str, int, bool, type(None)})
