"""What a rendered page leads to and loads, read by its tags alone.

A thousand pages are to be read within seconds, and what we read we wrote ourselves: tags and
attributes are well formed, so a scan that knows quotes, comments and raw text is enough. The
tests hold it against a browser's parser.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from html import unescape

from pavgen.kernel.values import dataclass


class Use(StrEnum):
    """What an address in a page is for."""

    LINK = "link"
    LOAD = "file"
    FEED = "feed"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as the page has it, and what it is for."""

    address: str
    use: Use


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page: its references in order, its anchors, and where it sends a visitor on at once."""

    references: tuple[Reference, ...]
    anchors: frozenset[str]
    moved: str | None = None


def read_page(html: str) -> ReadPage:
    """Gather the references of a page; one that stands there twice is given once."""
    references: dict[Reference, None] = {}
    anchors = []
    moved = None
    for found in _TAG.finditer(html):
        name = (found["raw"] or found["name"] or "").lower()
        text = found["attributes"] or found["rawattributes"] or ""
        if name not in _SOURCES and name not in _RULED and "id=" not in text:
            continue
        given = _attributes(text)
        if "id" in given:
            anchors.append(given["id"])
        if name == "meta" and given.get("http-equiv", "").lower() == "refresh":
            # Without an address a page only calls itself again after a while.
            _, sends_on, address = given.get("content", "").partition("url=")
            moved = address.strip() if sends_on else moved
        references |= dict.fromkeys(_references(name, given))
    return ReadPage(tuple(references), frozenset(anchors), moved)


def _references(name: str, given: dict[str, str]) -> Iterator[Reference]:
    for attribute, use in _SOURCES.get(name, ()):
        if attribute in given:
            for address in _addresses(attribute, given[attribute]):
                yield Reference(address, use)
    if name == "link" and "href" in given:
        uses = [_RELS[rel] for rel in given.get("rel", "").lower().split() if rel in _RELS]
        if uses:
            yield Reference(given["href"], uses[0])
    if name == "meta" and given.get("property", given.get("name", "")) in _PICTURES:
        yield Reference(given.get("content", ""), Use.LOAD)


def _addresses(attribute: str, value: str) -> list[str]:
    """Return the addresses of an attribute; a `srcset` holds several, each before its size."""
    if attribute == "srcset" and not value.startswith("data:"):
        return [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
    return [value.strip()]


def _attributes(text: str) -> dict[str, str]:
    """Return a tag's attributes; of two with one name, the first holds, as in a browser."""
    given: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        given.setdefault(name.lower(), unescape(double or single or bare))
    return given


_SOURCES: dict[str, tuple[tuple[str, Use], ...]] = {
    "a": (("href", Use.LINK),),
    "area": (("href", Use.LINK),),
    "form": (("action", Use.LINK),),
    "button": (("formaction", Use.LINK),),
    "iframe": (("src", Use.LINK),),
    "img": (("src", Use.LOAD), ("srcset", Use.LOAD)),
    "source": (("src", Use.LOAD), ("srcset", Use.LOAD)),
    "script": (("src", Use.LOAD),),
    "input": (("src", Use.LOAD),),
    "video": (("src", Use.LOAD), ("poster", Use.LOAD)),
    "audio": (("src", Use.LOAD),),
    "track": (("src", Use.LOAD),),
    "embed": (("src", Use.LOAD),),
    "object": (("data", Use.LOAD),),
    "use": (("href", Use.LOAD),),
    "image": (("href", Use.LOAD),),
}
_RULED = frozenset({"link", "meta"})
_RELS = {
    "stylesheet": Use.LOAD,
    "icon": Use.LOAD,
    "preload": Use.LOAD,
    "modulepreload": Use.LOAD,
    "manifest": Use.LOAD,
    "alternate": Use.FEED,
    "canonical": Use.HEAD,
    "next": Use.HEAD,
    "prev": Use.HEAD,
    "search": Use.LOAD,
}
_PICTURES = frozenset({"og:image", "twitter:image"})

_WITHIN = r"""(?:[^"'>]++|"[^"]*"|'[^']*')*+"""
_TAG = re.compile(
    r"<!--.*?-->"
    rf"|<(?P<raw>script|style|title|textarea)\b(?P<rawattributes>{_WITHIN})>.*?</(?P=raw)\s*>"
    rf"|<(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)(?P<attributes>{_WITHIN})>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
