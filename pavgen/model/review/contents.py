"""What differs between two versions of a partner's folder: keys, hosts, words, names."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Literal

from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Items, Node, Scalar
from pavgen.model.prose import Prose
from pavgen.model.records.listing import Listing
from pavgen.model.schema.records import GOVERNED
from pavgen.security.characters import described, forbidden_code, is_blank
from pavgen.security.names import skeleton
from pavgen.security.urls import SafeUrl

_MOST_HIDDEN = 200
_NEAR = 6
"""From this length on, skeletons that differ in one letter are worth a look."""

FieldClass = Literal["partner", "governed", "derived"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A key of a record before and after, as written; None where it is not there."""

    path: str
    key: str
    before: str | None
    after: str | None
    kind: FieldClass = "partner"


@dataclass(frozen=True, slots=True)
class TextChange:
    """Lines of the shown text that are not in both versions: `-` were there, `+` are now."""

    path: str
    lines: tuple[tuple[Literal["-", "+"], str], ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A partner whose name could be taken for another's; `same` where only looks differ."""

    slug: str
    name: str
    other: str
    other_name: str
    same: bool


def field_changes(path: str, old: Node | None, new: Node | None) -> tuple[FieldChange, ...]:
    """Compare two versions of a record key by key, in the order of the newer one."""
    before, after = dict(_leaves(old, "")), dict(_leaves(new, ""))
    keys = dict.fromkeys([*after, *before])
    return tuple(
        FieldChange(path, key, before.get(key), after.get(key), _class(path, key))
        for key in keys
        if before.get(key) != after.get(key)
    )


def text_change(path: str, old: str, new: str) -> TextChange:
    """Compare two texts as they are shown, a line for each block."""
    before, after = old.splitlines(), new.splitlines()
    lines: list[tuple[Literal["-", "+"], str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            lines += [("-", line) for line in before[a:b]]
            lines += [("+", line) for line in after[c:d]]
    return TextChange(path, tuple(lines))


def hosts_of(listing: Listing | None, about: Prose) -> frozenset[str]:
    """Return the hosts that a partner's links and mail addresses lead to."""
    found = {url.host for url in _urls(listing)} if listing is not None else set()
    found |= {_host(link) for link in about.links}
    return frozenset(host for host in found if host)


def foreign(hosts: Iterable[str], domains: Iterable[str]) -> tuple[str, ...]:
    """Return the hosts that belong to none of some domains, sorted."""
    known = tuple(domains)
    return tuple(
        host
        for host in sorted(set(hosts))
        if not any(host == domain or host.endswith(f".{domain}") for domain in known)
    )


def neighbours(names: Mapping[str, str], changed: Iterable[str]) -> tuple[Neighbour, ...]:
    """Return who has a name like that of a changed partner; `names` are by slug."""
    skeletons = {slug: skeleton(name) for slug, name in names.items() if name}
    found = []
    for slug in sorted(set(changed) & skeletons.keys()):
        mine = skeletons[slug]
        for other, theirs in sorted(skeletons.items()):
            if other != slug and (mine == theirs or _is_near(mine, theirs)):
                found.append(Neighbour(slug, names[slug], other, names[other], mine == theirs))
    return tuple(found)


def _leaves(node: Node | None, at: str) -> Iterator[tuple[str, str]]:
    """Yield every value with its key; a list of plain words is one value."""
    match node:
        case Scalar(text=text):
            yield at, text
        case Items(items=items):
            words = [
                item.text for item in items if isinstance(item, Scalar) and "," not in item.text
            ]
            if len(words) == len(items):
                yield at, ", ".join(words)
            else:
                for index, item in enumerate(items):
                    yield from _leaves(item, f"{at}[{index}]")
        case Entries(entries=entries):
            for key, value in entries:
                yield from _leaves(value, f"{at}.{key.text}" if at else key.text)
        case None:
            return


def _class(path: str, key: str) -> FieldClass:
    first = key.partition(".")[0].partition("[")[0].strip().casefold()
    return "governed" if not path.startswith("partners/") or first in GOVERNED else "partner"


def _urls(value: object) -> Iterator[SafeUrl]:
    if isinstance(value, SafeUrl):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _urls(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            if field.name != "source":
                yield from _urls(getattr(value, field.name))


def _host(link: str) -> str:
    scheme, _, rest = link.partition(":")
    if scheme == "https":
        return rest.removeprefix("//").partition("/")[0].partition("?")[0].partition("#")[0]
    return rest.rpartition("@")[2] if scheme == "mailto" else ""


def _is_near(one: str, other: str) -> bool:
    """Say whether two skeletons of some length differ in one letter: put in, left out, changed."""
    if min(len(one), len(other)) < _NEAR or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, remaining = one[start:], other[start:]
    return rest[1:] == remaining[1:] or rest[1:] == remaining or rest == remaining[1:]


@dataclass(frozen=True, slots=True)
class Hidden:
    """A character a reader does not see, or sees as another: where, which, and how often."""

    path: str
    line: int
    character: str
    times: int


def hidden_in(path: str, text: str) -> tuple[Hidden, ...]:
    """Return the invisible characters of a file, in order of lines, named and never shown.

    Behind so many kinds and lines as nobody reads, the file is not looked at any further.
    """
    found: dict[tuple[int, str], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if len(found) >= _MOST_HIDDEN:
            break
        if line.isascii() and line.isprintable():
            continue
        for character in line.removesuffix("\r"):
            if character != "\t" and (forbidden_code(character) or is_blank(character)):
                key = (number, described(character))
                found[key] = found.get(key, 0) + 1
    return tuple(Hidden(path, line, named, n) for (line, named), n in sorted(found.items()))
