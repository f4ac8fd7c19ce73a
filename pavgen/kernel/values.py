"""Data classes that are quick to define: there are hundreds, and every command defines them anew.

For each class the standard library writes and compiles the source of up to six methods, which
took nearly half of the time before a command began. Here all but `__init__` are functions that
exist already, and `__init__` is compiled when the first object is made.
"""

import dataclasses
from collections.abc import Callable, Iterable
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - what type checkers know well

    from _typeshed import DataclassInstance
else:

    def dataclass(
        *, frozen: bool = False, slots: bool = False, kw_only: bool = False, order: bool = False
    ) -> Callable[[type], type]:
        """Define a class whose objects are compared, shown, pickled and kept from change alike.

        All is as `dataclasses.dataclass` has it; its `fields`, `replace` and `asdict` take them.
        """

        def define(plain: type) -> type:
            # A class with `__eq__` of its own has a `__hash__` that is None: that is none.
            own = frozenset(name for name, value in vars(plain).items() if value is not None)
            if plain.__doc__ is None:
                plain.__doc__ = plain.__name__  # else one is made of the signature
            made = dataclasses.dataclass(
                plain, init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
            )
            methods = _methods(made, frozen=frozen, slots=slots, order=order)
            for name in methods.keys() - own:
                setattr(made, name, methods[name])
            if not frozen and "__hash__" not in own:
                made.__hash__ = None
            return made

        return define


_Values = Callable[[object], tuple[object, ...]]
_Methods = dict[str, object]
_ORDER = ("__lt__", "__le__", "__gt__", "__ge__")


class _Init(Protocol):
    def __call__(self, made: object, /, *args: object, **kwargs: object) -> None: ...


def _methods(made: type, *, frozen: bool, slots: bool, order: bool) -> _Methods:
    fields = dataclasses.fields(made)
    compared = _values(f.name for f in fields if f.compare)
    methods: _Methods = {
        "__init__": _first_init(made, frozen=frozen),
        "__repr__": _repr([f.name for f in fields if f.repr]),
        "__eq__": _comparison(compared, tuple.__eq__),
    }
    if order:
        methods |= {name: _comparison(compared, getattr(tuple, name)) for name in _ORDER}
    if frozen:
        hashed = _values(f.name for f in fields if (f.compare if f.hash is None else f.hash))
        methods |= {"__hash__": _hash(hashed), "__setattr__": _set, "__delattr__": _delete}
    if frozen and slots:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    return methods


def _first_init(made: type, *, frozen: bool) -> _Init:
    def __init__(self: object, /, *args: object, **kwargs: object) -> None:  # noqa: N807 - its name
        compiled = _compiled_init(made, frozen=frozen)
        type.__setattr__(made, "__init__", compiled)  # for all that follow
        compiled(self, *args, **kwargs)

    __init__.__qualname__ = f"{made.__qualname__}.__init__"
    return __init__


def _compiled_init(made: type, *, frozen: bool) -> _Init:
    """Let the standard library write `__init__`, for a class of the same fields."""
    fields = dataclasses.fields(made)
    names: dict[str, object] = {
        field.name: dataclasses.field(
            default=field.default,
            default_factory=field.default_factory,
            init=field.init,
            kw_only=field.kw_only,
        )
        for field in fields
    }
    names["__annotations__"] = dict.fromkeys([field.name for field in fields], object)
    names["__qualname__"] = made.__qualname__
    if hasattr(made, "__post_init__"):
        names["__post_init__"] = made.__post_init__
    bare = type(made.__name__, (), names)
    dataclasses.dataclass(frozen=frozen, repr=False, eq=False)(bare)
    return cast("_Init", vars(bare)["__init__"])


def _values(names: Iterable[str]) -> _Values:
    """Return what reads these attributes of an object, always as a tuple."""
    known = tuple(names)
    if len(known) > 1:
        return cast("_Values", attrgetter(*known))
    return lambda value: tuple([getattr(value, name) for name in known])


def _comparison(
    compared: _Values, holds: Callable[[tuple[object, ...], tuple[object, ...]], bool]
) -> Callable[[object, object], object]:
    def compare(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented  # so that Python asks the other, as operators do
        return holds(compared(self), compared(other))

    return compare


def _hash(hashed: _Values) -> Callable[[object], int]:
    return lambda self: hash(hashed(self))


def _repr(shown: list[str]) -> Callable[[object], str]:
    @recursive_repr()
    def __repr__(self: object) -> str:  # noqa: N807 - its name
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({values})"

    return __repr__


def _set(self: object, name: str, value: object) -> None:
    del self, value
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: object, name: str) -> None:
    del self
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: "DataclassInstance") -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: "DataclassInstance", state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
