"""Service workers: every file that a part of a site needs, with its digest, before the code."""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from hashlib import sha256
from html.parser import HTMLParser
from posixpath import dirname, join, normpath

from pavgen.kernel.canonical import Json, canonical_json, sha256_hex
from pavgen.kernel.values import dataclass
from pavgen.plan.documents import ServiceWorker
from pavgen.render.images.icons import draw_icon
from pavgen.render.theme.colours import Colour

_PAGE = "index.html"
_ENOUGH = 200
"""Pixels that a logo's file is wide at least, of those that are kept for all its sizes."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a worker keeps: files by address, and further addresses that each stands in for."""

    files: Mapping[str, bytes]
    same: Mapping[str, str]


def offline_files(
    worker: ServiceWorker,
    path: str,
    base: str,
    site: Mapping[str, bytes],
    code: bytes,
    ground: Colour,
) -> dict[str, bytes]:
    """Return the icons of a part of a site and, last, its worker at `path`.

    `site` is all that is published otherwise, by path; it is served below `base`. The worker's
    name for what it keeps is a digest of the bytes of every file and of its own `code`, so a
    build that changes nothing changes no worker, and any other is a new one as a whole.
    """
    icons = {address.removeprefix(base): draw_icon(size, ground) for address, size in worker.icons}
    kept = kept_files(worker, base, {**site, **icons})
    listed = [[address, sha256_hex(data)] for address, data in kept.files.items()]
    version = sha256_hex(canonical_json([sha256_hex(code), listed]).encode())[:16]
    build: Json = {
        "version": version,
        "home": worker.home,
        "offline": worker.offline,
        "files": [[address, _digest(data)] for address, data in kept.files.items()],
        "same": dict(kept.same),
    }
    head = f"const BUILD = {json.dumps(build, ensure_ascii=True, separators=(',', ':'))};\n"
    return {**icons, path: head.encode() + code}


def kept_files(worker: ServiceWorker, base: str, site: Mapping[str, bytes]) -> Kept:
    """Return the pages of a worker and all that they load, in order of address."""
    home = worker.home.removeprefix(base)
    gathering = _Gathering(base, site)
    for wanted in worker.kept:
        gathering.add_all(_pages(site, home, wanted))
    for wanted in worker.further:
        more = gathering.copy()
        more.add_all(_pages(site, home, wanted))
        if sum(map(len, more.found.values())) <= worker.most:
            gathering = more
    found = dict(sorted(gathering.found.items()))
    return Kept(found, dict(sorted(gathering.same.items())))


def _pages(site: Mapping[str, bytes], home: str, wanted: str) -> list[str]:
    """Return the page and the data at `wanted`; with a `*` all pages below it."""
    start, is_all = home + wanted.removesuffix("*"), wanted.endswith("*")
    found = [path for path in site if path.startswith(start) and path.endswith((".html", ".json"))]
    if not wanted:
        return [path for path in found if path == start + _PAGE]
    return sorted(path for path in found if is_all or "/" not in path.removeprefix(start))


@dataclass(slots=True)
class _Gathering:
    base: str
    site: Mapping[str, bytes]
    found: dict[str, bytes] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)

    def copy(self) -> "_Gathering":
        """Return the same, to be tried with more."""
        return _Gathering(self.base, self.site, dict(self.found), dict(self.same))

    def add_all(self, paths: Iterable[str]) -> None:
        """Take several files."""
        for path in paths:
            self.add(path)

    def add(self, path: str) -> None:
        """Take a file and what it loads; one that is not of this site is left out."""
        address = self.base + path.removesuffix(_PAGE)
        if path not in self.site or address in self.found:
            return
        data = self.site[path]
        self.found[address] = data
        if path.endswith(".html"):
            self._add_page(data)
        elif path.endswith(".css"):
            self._add_beside(path, _SHEET.findall(data.decode("utf-8", "replace")))
        elif path.endswith(".js"):
            self._add_beside(path, _MODULE.findall(data.decode("utf-8", "replace")))

    def _add_page(self, data: bytes) -> None:
        page = _Page()
        page.feed(data.decode("utf-8"))
        for address in page.loads:
            if address.startswith(self.base):
                self.add(address.removeprefix(self.base))
        for candidates in page.pictures:
            self._add_picture(candidates)

    def _add_beside(self, path: str, references: Iterable[str]) -> None:
        for reference in references:
            self.add(normpath(join(dirname(path), reference.partition("#")[0])))

    def _add_picture(self, candidates: tuple[tuple[str, int], ...]) -> None:
        """Keep one file of a picture, the smallest that is wide enough, for all its others."""
        here = [
            (address, width, self.site[address.removeprefix(self.base)])
            for address, width in candidates
            if address.removeprefix(self.base) in self.site
        ]
        if not here:
            return
        wide = [row for row in here if row[1] >= _ENOUGH] or here
        chosen = min(wide, key=lambda row: (len(row[2]), row[0]))[0]
        self.add(chosen.removeprefix(self.base))
        self.same |= {address: chosen for address, _, _ in here if address != chosen}


class _Page(HTMLParser):
    """What a page loads; `pictures` are the files of each picture, with their widths."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.pictures: list[tuple[tuple[str, int], ...]] = []
        self._groups: dict[str, list[tuple[str, int]]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element loads."""
        given = {name: value or "" for name, value in attrs}
        if tag == "picture":
            self._groups = {}
        elif tag == "source" and self._groups is not None:
            group = self._groups.setdefault(given.get("media", ""), [])
            group += _candidates(given.get("srcset", ""))
        elif tag == "img" and self._groups is not None:
            self._groups.setdefault("", []).append((given.get("src", ""), 0))
        elif tag == "link" and set(given.get("rel", "").split()) & _LOADED:
            self.loads.append(given.get("href", ""))
        elif tag in {"img", "script"} and "src" in given:
            self.loads.append(given["src"])

    def handle_endtag(self, tag: str) -> None:
        """Close a picture: its files by the condition they are shown under."""
        if tag == "picture" and self._groups is not None:
            self.pictures += [tuple(dict.fromkeys(group)) for group in self._groups.values()]
            self._groups = None


def _candidates(srcset: str) -> Iterator[tuple[str, int]]:
    for candidate in srcset.split(","):
        address, _, width = candidate.strip().partition(" ")
        number = width.removesuffix("w")
        yield address, int(number) if number.isdecimal() else 0


def _digest(data: bytes) -> str:
    return b64encode(sha256(data).digest()).decode()


_LOADED = frozenset({"stylesheet", "icon", "apple-touch-icon", "manifest", "modulepreload"})
_SHEET = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_MODULE = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.[^"'\n]+)["']""")
