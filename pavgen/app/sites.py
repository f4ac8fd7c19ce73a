"""A built site, before it is written, served or checked."""

from collections.abc import Callable, Mapping
from dataclasses import field

from pavgen.app.searching import Search
from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class PutOff:
    """What a site still lacks: its index of today, and how to make all its files with that."""

    search: Search
    finish: Callable[[Mapping[str, bytes]], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site in memory: every file by its path in the site's folder.

    `sources` names, for each page, the project's file that asked for it. With something
    `put_off` the site is whole but for its search, which is the one of before.
    """

    site: str
    base: str
    pages: int
    files: Mapping[str, bytes]
    sources: Mapping[str, str] = field(default_factory=dict)
    put_off: PutOff | None = field(default=None, compare=False, repr=False)
