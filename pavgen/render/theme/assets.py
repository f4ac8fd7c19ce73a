"""Assets under names that change with their content, so that browsers may keep them for ever."""

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from posixpath import dirname, join, normpath

from pavgen.kernel.canonical import sha256_hex
from pavgen.kernel.diagnostics import Diagnostic, Span
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass

FOLDER = "assets"
"""The folder of a site that holds a theme's assets, flat."""


@dataclass(slots=True)
class Assets:
    """The assets of one theme as a site publishes them.

    `names` maps an asset's path in the theme to its path in the site, `files` that path to
    its bytes; both grow as assets are added.
    """

    sources: Mapping[str, bytes]
    paths: Mapping[str, str]
    names: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[Diagnostic] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def add(self, name: str) -> str:
        """Publish an asset of the theme, and what it refers to; return its path in the site."""
        if name not in self.names:
            self._open.append(name)
            data = self._published_bytes(name)
            self._open.pop()
            self.publish(name, data)
        return self.names[name]

    def _published_bytes(self, name: str) -> bytes:
        if name.endswith(".css"):
            return self.rewritten(name)
        return self._script(name) if name.endswith(".js") else self.sources[name]

    def publish(self, name: str, data: bytes) -> None:
        """Publish bytes under a name from their content."""
        stem, _, suffix = name.rpartition("/")[2].rpartition(".")
        path = f"{FOLDER}/{stem}.{sha256_hex(data)[:8]}.{suffix}"
        self.names[name], self.files[path] = path, data

    def rewritten(self, name: str) -> bytes:
        """Return a style sheet whose references lead to the published names of other assets."""
        text = self.sources[name].decode("utf-8", "replace")
        plain = _COMMENT.sub(_same_lines, text)
        return _REFERENCE.sub(self._replacer(name, plain), plain).encode()

    def _script(self, name: str) -> bytes:
        """Return a module whose imports lead to the published names of the modules it needs."""
        text = self.sources[name].decode("utf-8", "replace")

        def replace(found: re.Match[str]) -> str:
            span = Span(self.paths[f"{FOLDER}/{name}"], text.count("\n", 0, found.start()) + 1)
            return f'{found["before"]}"./{self._target(name, found["address"], span)}"'

        return _IMPORT.sub(replace, text).encode()

    def _replacer(self, name: str, text: str) -> Callable[[re.Match[str]], str]:
        def replace(found: re.Match[str]) -> str:
            address = found["address"]
            span = Span(self.paths[f"{FOLDER}/{name}"], text.count("\n", 0, found.start()) + 1)
            if address is None:
                self._error(span, "`@import` has no effect here", "name the sheet under `styles`")
                return found[0]
            if address.startswith("#"):
                return found[0]
            return f'url("{self._target(name, address.strip(), span)}")'

        return replace

    def _target(self, name: str, address: str, span: Span) -> str:
        if _ELSEWHERE.match(address):
            what = f"`{address[:60]}` is not an asset of the theme"
            self._error(span, what, "put the file below `assets/`, give its relative path")
            return address
        place, tail = _SPLIT.match(address).groups()  # type: ignore[union-attr]  # matches all text
        wanted = normpath(join(dirname(name), place))
        if wanted not in self.sources:
            what = f"there is no asset `{wanted}`"
            self._error(span, what, did_you_mean(wanted, self.sources, list_up_to=0))
            return address
        if wanted in self._open:
            self._error(span, f"`{wanted}` refers to itself", "remove one of the references")
            return address
        return self.add(wanted).rpartition("/")[2] + tail

    def _error(self, span: Span, what: str, remedy: str) -> None:
        self.notes.append(Diagnostic(span, "theme-asset", what, remedy))


def _same_lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_REFERENCE = re.compile(r"""@import\b|url\(\s*["']?(?P<address>[^"')]+)["']?\s*\)""")
_IMPORT = re.compile(
    r"""^(?P<before>(?:import|export)\b[^"'\n;=]*)["'](?P<address>[^"'\n]+)["']""", re.MULTILINE
)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")
_SPLIT = re.compile(r"([^?#]*)(.*)", re.DOTALL)
