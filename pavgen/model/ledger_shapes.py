"""The forms of a ledger's values, as small tests that are put together."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from pavgen.kernel.canonical import Json

_LONGEST_LABEL = 80
_LARGEST = 2**53
Fits = Callable[[Json], bool]


def text(value: Json) -> bool:
    """Say whether a value is a string."""
    return isinstance(value, str)


def ident(value: Json) -> bool:
    """Say whether a value may name a partner or an item: visible ASCII."""
    return isinstance(value, str) and bool(value) and all("!" <= c <= "~" for c in value)


def one_of(*words: str) -> Fits:
    """Make the form of one of some words."""
    return lambda value: isinstance(value, str) and value in words


def label(value: Json) -> bool:
    """Say whether a value may name a period."""
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_LABEL and value.isascii()


def number(value: Json) -> bool:
    """Say whether a value is a natural number that canonical JSON may hold."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST


def positive(value: Json) -> bool:
    """Say whether a value is a natural number of one or more."""
    return number(value) and value != 0


def truth(value: Json) -> bool:
    """Say whether a value is true or false."""
    return isinstance(value, bool)


def maybe(fits: Fits) -> Fits:
    """Allow null too."""
    return lambda value: value is None or fits(value)


def listed(fits: Fits) -> Fits:
    """Make the form of a list of values of a form."""
    return lambda value: isinstance(value, list) and all(fits(item) for item in value)


def pair(first: Fits, second: Fits) -> Fits:
    """Make the form of a list of two."""
    return lambda value: (
        isinstance(value, list) and len(value) == 2 and first(value[0]) and second(value[1])  # noqa: PLR2004 - a pair
    )


def keyed(needed: Mapping[str, Fits], more: Mapping[str, Fits] | None = None) -> Fits:
    """Make the form of an object with these keys, and perhaps some of those in `more`."""
    known = {**needed, **(more or {})}
    return lambda value: (
        isinstance(value, dict)
        and set(needed) <= set(value) <= set(known)
        and all(known[key](item) for key, item in value.items())
    )


def ids(value: Json) -> bool:
    """Say whether a value is a list of ids, each once."""
    return (
        isinstance(value, list) and listed(text)(value) and len(set(map(str, value))) == len(value)
    )


def sorted_ids(value: Json) -> bool:
    """Say whether a value is a list of ids in order, each once."""
    return isinstance(value, list) and listed(text)(value) and _rises([str(i) for i in value])


def roster(value: Json) -> bool:
    """Say whether a value is a list of ids in order, each with a weight of one or more."""
    return by_id(number)(value) and isinstance(value, list) and all(row[1] for row in value)


def by_id(fits: Fits) -> Fits:
    """Make the form of a list of ids in order, each with a value of a form."""
    rows = listed(pair(text, fits))
    return lambda value: (
        isinstance(value, list) and rows(value) and _rises([str(row[0]) for row in value])
    )


def rising(fits: Fits) -> Fits:
    """Make the form of a list of pairs of strings in order, each once."""
    rows = listed(fits)
    return lambda value: (
        isinstance(value, list)
        and rows(value)
        and all(a < b for a, b in pairwise([tuple(map(str, row)) for row in value]))
    )


def couples(value: Json) -> bool:
    """Say whether a value is a list of pairs of names in order, the smaller name first in each."""
    return (
        isinstance(value, list)
        and rising(pair(ident, ident))(value)
        and all(row[0] < row[1] for row in value)
    )


def seekers(value: Json) -> bool:
    """Say whether a value lists by id what each may have, in order, and what it would like."""
    return (
        isinstance(value, list)
        and all(
            isinstance(row, list)
            and len(row) == 3  # noqa: PLR2004 - a partner, what it may have, what it would like
            and ident(row[0])
            and sorted_ids(row[1])
            and ids(row[2])
            for row in value
        )
        and _rises([str(row[0]) for row in value])
    )


def _rises(names: list[str]) -> bool:
    return all(a < b for a, b in pairwise(names))
