"""Pages as an independent parser reads them: what is in one that no harmless build puts there."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

SPACE = "{http://www.w3.org/1999/xhtml}"
SVG_SPACE = "{http://www.w3.org/2000/svg}"
HERE = "https://partners.fernholt.example"
LOADING = {
    "src": ("img", "script", "iframe", "source", "audio", "video", "embed", "input", "track"),
    "href": ("link", "image", "use"),
    "poster": ("video",),
    "data": ("object",),
}
"""Attributes from which a browser loads something by itself, and of which elements."""

LINKED = re.compile(
    r"https://[^\s\"'<>\\]+|mailto:[^\s\"'<>\\?]+|tel:\+[0-9]+|/[^/\\].*|/|[#?].*"
    r"|mailto:\?subject=[A-Za-z0-9%._~/-]*&body=https%3A//[A-Za-z0-9%._~/-]*"
)
OURS = re.compile(r"https://(partners|www)\.fernholt\.example(/.*)?|mailto:\?.*|[/#?].*")
"""Links that staff wrote or that lead within the site; all others are partners'."""

REL = "nofollow ugc noopener"

TOLD = frozenset({"canonical", "alternate"})
"""Links that a browser does not follow by itself."""

Shape = tuple[str, frozenset[str]]
"""An element's name and the names of its attributes."""


PROSE: frozenset[Shape] = frozenset(
    (tag, frozenset(names.split()))
    for tag, names in {
        **dict.fromkeys(
            ["p", "br", "em", "strong", "ul", "li", "blockquote", "code", "pre", "h3", "h4", "hr"],
            "",
        ),
        "ol": "start",
        "a": "href rel",
    }.items()
)
"""What partners may make in a text about themselves."""


def parsed(page: bytes) -> Element:
    """Return a page's elements."""
    tree: Element = html5lib.parse(page.decode("utf-8"), treebuilder="etree")
    return tree


def shapes(trees: Iterable[Element]) -> frozenset[Shape]:
    """Return every kind of element that harmless pages have, with the attributes it has there."""
    return frozenset(_shape(element) for tree in trees for element in _elements(tree))


def page_faults(
    path: str, tree: Element, harmless: Collection[Shape], files: Collection[str]
) -> list[str]:
    """Say what a page holds that it may not.

    `harmless` are the shapes of pages without any hostile word, `files` all paths of the site.
    """
    found = [f"a strange element {shape}" for shape in _strange(tree, harmless)]
    ids: set[str] = set()
    for element in _elements(tree):
        found += _attribute_faults(element)
        found += _load_faults(path, element, files)
        if _tag(element) == "script":
            found += _script_faults(element)
        name = element.get("id")
        if name in ids:
            found.append(f"the id {name} twice")
        ids |= {name} if name else set()
    return [f"{path}: {fault}" for fault in found]


def words_of(tree: Element) -> frozenset[str]:
    """Return the texts of all elements that hold nothing but text, and of all that are set apart."""
    return frozenset(
        "".join(element.itertext())
        for element in _elements(tree)
        if len(element) == 0 or _tag(element) == "bdi"
    )


def told(tree: Element) -> Iterator[str]:
    """Return every text of a page's structured data."""
    for element in _elements(tree):
        if _tag(element) == "script" and element.get("type") == "application/ld+json":
            yield from strings(json.loads(element.text or ""))


def strings(value: object) -> Iterator[str]:
    """Return every text and key within a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def _strange(tree: Element, harmless: Collection[Shape]) -> list[Shape]:
    """Return the shapes no harmless page has; fewer attributes than there are no danger."""
    known: dict[str, list[frozenset[str]]] = {}
    for tag, names in harmless:
        known.setdefault(tag, []).append(names)
    return sorted(
        {
            shape
            for shape in map(_shape, _elements(tree))
            if not any(shape[1] <= names for names in known.get(shape[0], []))
        },
        key=lambda shape: (shape[0], sorted(shape[1])),
    )


def _attribute_faults(element: Element) -> Iterator[str]:
    for key, value in element.attrib.items():
        name = str(key).lower()
        if name.startswith("on") or name in {"style", "srcdoc", "formaction", "ping", "action"}:
            if name == "action" and value.startswith("/") and not value.startswith("//"):
                continue
            yield f"{_tag(element)} {name}={value}"
        if name == "href" and _tag(element) in {"a", "area"} and not LINKED.fullmatch(value):
            yield f"a link to {value}"
        is_partners = name == "href" and _tag(element) == "a" and not OURS.fullmatch(value)
        if is_partners and element.get("rel") != REL:
            yield f"a link to {value} as if we vouched for it"
        if name == "http-equiv" and not _leads_on(element):
            yield f"http-equiv={value}"


def _leads_on(element: Element) -> bool:
    """Say whether it only leads on from a former address, or loads the same page again."""
    content = element.get("content") or ""
    return element.get("http-equiv") == "refresh" and bool(
        re.fullmatch(r"0; ?url=/(?!/)[a-z0-9/-]*|[0-9]+", content)
    )


def _load_faults(path: str, element: Element, files: Collection[str]) -> Iterator[str]:
    tag = _tag(element)
    for key, value in element.attrib.items():
        name = str(key).rpartition("}")[2]
        loads = tag in LOADING.get(name, ()) and not (tag == "link" and element.get("rel") in TOLD)
        addresses = [value] if loads else []
        if name in {"srcset", "imagesrcset"}:
            addresses = [part.split()[0] for part in value.split(",")]
        for address in addresses:
            whole = urlsplit(urljoin(f"{HERE}/{path}", address))
            if f"{whole.scheme}://{whole.netloc}" != HERE or unquote(whole.path)[1:] not in files:
                yield f"{tag} {name} loads {address}"


def _script_faults(element: Element) -> Iterator[str]:
    if element.get("type") == "application/ld+json":
        try:
            json.loads(element.text or "")
        except ValueError as error:
            yield f"structured data that cannot be read: {error}"
    elif (element.text or "").strip() or not (element.get("src") or "").startswith("/assets/"):
        yield f"a script of its own: {element.text}"


def _shape(element: Element) -> Shape:
    return _tag(element), frozenset(str(name) for name in element.attrib)


def _tag(element: Element) -> str:
    return str(element.tag).removeprefix(SPACE).removeprefix(SVG_SPACE)


def _elements(tree: Element) -> Iterator[Element]:
    return (element for element in tree.iter() if str(element.tag).startswith("{"))
