"""What is looked up again and again, worked out once for the very same values."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def once(most: int = 8) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep the last `most` answers of a pure function, found by the identity of its arguments.

    For an index of a large frozen value, such as a list by slug: comparing or hashing the value
    would cost as much as making the index. Arguments are positional; their values are kept
    alive as long as the answer, so that an identity stands for one value alone.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        kept: OrderedDict[tuple[int, ...], tuple[tuple[object, ...], T]] = OrderedDict()

        @wraps(function)
        def answer(*args: P.args, **kwargs: P.kwargs) -> T:
            key = tuple(map(id, args))
            found = kept.get(key)
            if found is None:
                found = (args, function(*args, **kwargs))
                kept[key] = found
                if len(kept) > most:
                    kept.popitem(last=False)
            return found[1]

        return answer

    return decorate
