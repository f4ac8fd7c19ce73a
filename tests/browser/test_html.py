"""Every page of the demo, as a strict parser reads it."""

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

SOURCES = ("src", "srcset", "poster")


def _pages(folder: Path) -> dict[str, Element]:
    found = {}
    for file in sorted(folder.glob("*/**/*.html")):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        found[file.relative_to(folder).as_posix()] = parser.parse(file.read_text(encoding="utf-8"))
    return found


def test_every_page_is_valid_with_one_h1_and_unique_ids(built_demo: Path):
    pages = _pages(built_demo)
    headings = {path: len(list(tree.iter("h1"))) for path, tree in pages.items()}
    repeated = {path: _repeated(tree) for path, tree in pages.items()}

    assert pages
    assert {path: count for path, count in headings.items() if count != 1} == {}
    assert {path: ids for path, ids in repeated.items() if ids} == {}


def test_every_source_of_every_page_is_local(built_demo: Path):
    foreign = {
        path: [
            value
            for element in tree.iter()
            for value in (element.get(key) or "" for key in SOURCES)
            if urlsplit(value).netloc or urlsplit(value).scheme
        ]
        for path, tree in _pages(built_demo).items()
    }

    assert {path: values for path, values in foreign.items() if values} == {}


def test_every_surface_names_its_partners_in_order(built_demo: Path):
    for path, tree in _pages(built_demo).items():
        for surface in (e for e in tree.iter("ol") if e.get("data-surface")):
            items = [e for e in surface if e.get("data-partner")]
            positions = [int(e.get("data-position") or 0) for e in items]
            assert items, path
            assert positions == sorted(set(positions)), path


def _repeated(tree: Element) -> list[str]:
    ids = Counter(element.get("id") or "" for element in tree.iter())
    return sorted(id_ for id_, times in ids.items() if id_ and times > 1)
