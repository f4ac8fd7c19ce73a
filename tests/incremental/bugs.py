"""Bugs made by hand: for each kind of key one that forgets something it depends on.

Each is called in the process of a single build, before it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pavgen.app import build, load, pages, rooms, unchanged
from pavgen.files.cache import Store
from pavgen.kernel.memory import key_of


@dataclass(frozen=True)
class Bug:
    """A bug, the kinds of edits that show it, and after how many of them it must be seen."""

    make: Callable[[], None]
    kinds: tuple[str, ...]
    most: int


def record_without_text() -> None:
    """Forget that what a file says depends on its bytes."""
    _replace(rooms.Source, "key", property(lambda source: key_of(source.path.encode())))


def prose_without_text() -> None:
    """Forget that HTML depends on the markdown it is made of."""
    _replace(rooms.Writing, "key", property(lambda writing: key_of(writing.path.encode())))


def logo_without_bytes() -> None:
    """Forget that a logo depends on more than its name."""
    for module in (rooms, load):
        if hasattr(module, "logo_key"):
            _replace(module, "logo_key", lambda path, data: key_of(path.encode(), data[:0]))


def page_without_imports() -> None:
    """Forget the templates that a page's own template asks for."""
    _replace(pages._Templates, "closure", lambda kit, name: kit._key(name))


def page_without_site() -> None:
    """Forget what templates get of the site: options, names of assets, words."""
    done = pages._Templates.__post_init__

    def forgetful(templates) -> None:
        done(templates)
        templates.shared = b""

    _replace(pages._Templates, "__post_init__", forgetful)


def page_without_view() -> None:
    """Forget what a page shows."""

    def forgetful(plan, templates) -> list[bytes]:
        closures = [templates.closure(page.template) for page in plan.pages]
        return [
            key_of(templates.shared, closure, page.path.encode())
            for page, closure in zip(plan.pages, closures, strict=True)
        ]

    _replace(pages, "_keys", forgetful)


def state_without_line() -> None:
    """Forget which line of which ledger a state stands before."""
    recall, keep = Store.recall, Store.keep

    def recalled(store, room: str, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        if room != "state":
            return recall(store, room, keys)
        found = recall(store, room, [b"state"])
        return {key: data for key in keys for data in found.values()}

    def kept(store, room: str, values: Mapping[bytes, bytes]) -> None:
        keep(store, room, {b"state" if room == "state" else k: v for k, v in values.items()})

    _replace(Store, "recall", recalled)
    _replace(Store, "keep", kept)


def note_without_stamps() -> None:
    """Forget that files may have changed since the last build was noted."""
    for module in (build, unchanged):
        _replace(module, "sources_of", lambda _: unchanged.Sources("", 0))


def _replace(holder: object, name: str, by: object) -> None:
    assert hasattr(holder, name), f"{holder} has no `{name}`; name what it is called now"
    setattr(holder, name, by)


BUGS: Mapping[str, Bug] = {
    "record": Bug(record_without_text, ("field-of-listing", "field-of-standing"), 3),
    "prose": Bug(prose_without_text, ("about-changed",), 4),
    "logo": Bug(logo_without_bytes, ("logo-replaced",), 3),
    "imports": Bug(page_without_imports, ("macro-changed",), 2),
    "site": Bug(page_without_site, ("script-changed", "word-changed"), 3),
    "view": Bug(page_without_view, ("partner-added",), 2),
    "stamps": Bug(note_without_stamps, ("about-changed",), 2),
    "state": Bug(state_without_line, ("recorded",), 6),
}
