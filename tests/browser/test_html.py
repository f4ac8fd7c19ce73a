"""Every page of the demo, as a strict parser reads it."""

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

SOURCES = ("src", "srcset", "poster")


@pytest.fixture(scope="module")
def pages(built_demo: Path) -> dict[str, Element]:
    """Parse each page once; what is not valid raises with its name."""
    found = {}
    for file in sorted(built_demo.glob("*/**/*.html")):
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        found[file.relative_to(built_demo).as_posix()] = parser.parse(file.read_text("utf-8"))
        assert parser.errors == [], file
    return found


def test_every_page_is_valid_with_one_h1_and_unique_ids(pages: dict[str, Element]):
    headings = {path: len(list(tree.iter("h1"))) for path, tree in pages.items()}
    repeated = {path: _repeated(tree) for path, tree in pages.items()}

    assert pages
    assert {path: count for path, count in headings.items() if count != 1} == {}
    assert {path: ids for path, ids in repeated.items() if ids} == {}


def test_every_source_of_every_page_is_local(pages: dict[str, Element]):
    foreign = {
        path: [
            value
            for element in tree.iter()
            for value in (element.get(key) or "" for key in SOURCES)
            if urlsplit(value).netloc or urlsplit(value).scheme
        ]
        for path, tree in pages.items()
    }

    assert {path: values for path, values in foreign.items() if values} == {}


def test_every_surface_names_its_partners_in_order(pages: dict[str, Element]):
    for path, tree in pages.items():
        for surface in (e for e in tree.iter("ol") if e.get("data-surface")):
            items = [e for e in surface if e.get("data-partner")]
            positions = [int(e.get("data-position") or 0) for e in items]
            assert items, path
            assert positions == sorted(set(positions)), path


def _repeated(tree: Element) -> list[str]:
    ids = Counter(element.get("id") or "" for element in tree.iter())
    return sorted(id_ for id_, times in ids.items() if id_ and times > 1)
