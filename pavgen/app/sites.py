"""A built site, before it is written, served or checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site in memory: every file by its path in the site's folder.

    `sources` names, for each page, the project's file that asked for it.
    """

    site: str
    base: str
    pages: int
    files: Mapping[str, bytes]
    sources: Mapping[str, str] = field(default_factory=dict)
