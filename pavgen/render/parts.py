"""Parts that many pages share, each made once: a card that stands on eleven lists, a menu."""

from typing import Protocol


class Macro(Protocol):
    """What a template calls to have a part printed."""

    def __call__(self, *seen: object) -> str:
        """Return the part, as finished HTML."""
        ...


class Parts:
    """The parts of a site's pages, each kept for the values that it was made of.

    A macro that is imported without the context of a page sees its arguments and what all pages
    of the site share, so the same arguments give the same part. Texts and whole numbers are the
    same when they are equal, all else when it is one object, which is kept as long as its part.
    A macro of the page's own template is another object on each page, so its parts are never
    taken for those of another.
    """

    def __init__(self, most: int = 1 << 17) -> None:
        """Keep at most so many parts; one more, and all are made anew."""
        self._most = most
        self._made: dict[tuple[str | int, ...], tuple[str, Macro, tuple[object, ...]]] = {}

    def once(self, macro: Macro, *seen: object) -> str:
        """Return what the macro prints for these arguments."""
        key = (id(macro), *map(_same, seen))
        found = self._made.get(key)
        if found is None:
            if len(self._made) >= self._most:
                self._made.clear()
            found = (macro(*seen), macro, seen)
            self._made[key] = found
        return found[0]


def _same(value: object) -> str | int:
    """Return what two arguments have in common if they are the same, and else do not."""
    if type(value) is str:
        return value
    return value if type(value) is int and value >= 0 else -id(value)
