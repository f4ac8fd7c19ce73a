"""Pages full of hostile words in a real browser that no policy restrains, used as a visitor would."""

import pytest

from tests.hostile.hosting import hosting
from tests.hostile.trap import ASKED, trapped

USED = {
    "browse/": 12,
    "compare/?p=h-0000,h-0001,h-0018,h-0023": 6,
    "search/": 8,
    "fair/agenda/": 15,
    "fair/floor/": 12,
    "h-0000/": 8,
    "h-0001/": 8,
}
"""Pages whose scripts build parts from data, and how many things of each at least are used."""

SEEN = (
    "embed/",
    "fair/",
    "fair/kiosk/",
    "fair/signs/",
    "fair/exhibitors/",
    "notes/",
    "placement/",
    "solutions/s-0/",
)


@pytest.fixture(scope="module")
def home(hostile):
    with hosting(hostile.files, strict=False) as address:
        yield address


@pytest.fixture(scope="module")
def window(browser, home):
    with trapped(browser, home, strict=False) as trap:
        yield trap


@pytest.fixture
def trap(window):
    window.caught.clear()
    return window


@pytest.mark.parametrize("path", USED)
def test_nothing_runs_or_is_asked_of_others_however_a_page_is_used(trap, path):
    trap.visit(path)
    used = trap.use()
    trap.look()

    assert trap.caught == []
    assert used >= USED[path]


def test_nothing_runs_on_the_pages_that_are_only_read(trap, hostile):
    for path in SEEN:
        assert f"{path}index.html" in hostile.files
        trap.visit(path)
        trap.look()

    assert trap.caught == []


@pytest.mark.parametrize("path", ["browse/", "compare/", "search/", "fair/floor/", "fair/agenda/"])
def test_an_address_made_by_a_stranger_runs_nothing(trap, path):
    trap.visit(path + ASKED)
    trap.page.wait_for_timeout(150)
    trap.look()

    assert trap.caught == []


def test_what_scripts_show_is_the_text_as_it_was_written(trap, hostile):
    said = {s.path: s.text for s in hostile.said if s.field == "tagline"}
    slugs = [f"h-{number:04d}" for number in (0, 1, 24, 28)]

    trap.visit(f"compare/?p={','.join(slugs)}")
    trap.page.locator(".compare-table").wait_for()
    shown = trap.texts(".compare-table tbody tr:first-child td")

    assert set(shown) == {" ".join(said[f"partners/{slug}/listing.yaml"].split()) for slug in slugs}
    assert trap.caught == []


def test_a_result_of_the_search_shows_brackets_and_ampersands_as_they_were_written(trap):
    shown = {}
    for word in ("two", "amp"):
        trap.visit(f"search/?q={word}")
        trap.page.locator(".result").first.wait_for()
        shown[word] = " ".join(trap.texts(".result .card-line"))

    assert "<mark>one</mark>" in shown["two"]
    assert "&amp;lt;b&amp;gt;" in shown["amp"]
    assert trap.caught == []


ALIVE = {
    "alert": "<img src=x onerror=alert(1)>",
    "request": "<img src=//evil.example/pixel.gif>",
    "frame": "<iframe srcdoc='<p>x</p>'></iframe>",
    "handler": "<p onclick='x'>",
    "link": "<a href='javascript:alert(1)'>x</a>",
    "script": "<script>document.title = 1</script>",
    "write": "<script>document.body.innerHTML = 'x'</script>",
}


def test_the_trap_catches_what_is_alive(browser):
    page = "<!doctype html><title>x</title><body>"
    files = {f"{kind}/index.html": f"{page}{html}".encode() for kind, html in ALIVE.items()}
    caught = {}
    with hosting(files, strict=False) as home, trapped(browser, home, strict=False) as trap:
        for kind in ALIVE:
            trap.visit(f"{kind}/")
            trap.look()
            caught[kind] = len(trap.caught)
            trap.caught.clear()

    assert {kind for kind, count in caught.items() if not count} == set()
