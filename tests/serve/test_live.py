"""What a preview adds to pages: a script, and the files that it needs."""

import re
from dataclasses import replace

import pytest

from pavgen.serve.live import blank_page, body_digest, sheets_of, with_script
from pavgen.serve.site import ServedSite
from tests.serve.samples import LIVE, PAGE, asked, live_site

PICTURE = b'<meta property="og:image" content="/cards/a.png">'


def test_a_live_page_ends_with_the_script_which_is_told_what_it_stands_in():
    found = with_script(PAGE, live_site()).decode()
    tag = (
        '<script type="module" src="/_pavgen/preview.js" data-run="run-1" '
        f'data-version="3" data-body="{body_digest(PAGE)}"></script>\n</body>\n'
    )
    assert found == PAGE.decode().replace("</body>\n", tag)


def test_a_page_is_held_back_before_anything_of_it_is_shown():
    found = with_script(b"<html><head><title>x</title></head><body></body>", live_site())
    assert found.startswith(
        b'<html><head><script src="/_pavgen/hold.js"></script><title>x</title></head><body><script'
    )


def test_a_still_page_is_left_alone():
    assert asked("/", ServedSite({"index.html": PAGE})).body == PAGE


def test_only_pages_get_the_script():
    assert asked("/a.svg", live_site({"a.svg": b"</body>"})).body == b"</body>"


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (PAGE.replace(b"0a1b2c3d", b"99999999"), True),
        (PICTURE + PAGE, True),
        (PAGE.replace(b"text", b"words"), False),
        (PAGE.replace(b"style", b"print"), False),
        (PAGE.replace(b".css", b".js"), False),
    ],
)
def test_pages_are_the_same_but_for_the_names_of_sheets_and_what_is_not_seen(other, is_same):
    assert (body_digest(other) == body_digest(PAGE)) is is_same


def test_style_sheets_of_a_page_are_found():
    assert sheets_of(PAGE) == ["/assets/style.0a1b2c3d.css"]


@pytest.mark.parametrize(
    "name", ["preview.js", "hold.js", "notice.js", "place.js", "sheets.js", "notice.css"]
)
def test_the_scripts_and_the_style_sheet_are_served(name):
    found = asked(f"/_pavgen/{name}", live_site())
    assert (found.status, bool(found.body)) == (200, True)
    assert asked(f"/_pavgen/{name}", ServedSite({})).status == 404


@pytest.mark.parametrize(
    "path", ["/_pavgen/", "/_pavgen/nothing.js", "/preview.js", "/_pavgen/__init__.py"]
)
def test_nothing_else_of_the_previews_own_is_served(path):
    assert asked(path, live_site()).status == 404


@pytest.mark.parametrize("name", ["preview.js", "hold.js", "notice.js", "place.js", "sheets.js"])
def test_no_script_writes_markup_or_code(name):
    text = asked(f"/_pavgen/{name}", live_site()).body.decode()
    assert (
        re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(", text
        )
        == []
    )
    assert 'setAttribute("style"' not in text


def test_a_service_worker_is_replaced_by_one_that_lets_go():
    files = {"fair/sw.js": b"const BUILD = 1"}
    assert b"unregister" in asked("/fair/sw.js", live_site(files)).body
    assert asked("/fair/sw.js", ServedSite(files)).body == b"const BUILD = 1"
    assert asked("/other/sw.js", live_site(files)).status == 404


def test_the_page_that_stands_in_tells_what_is_the_matter():
    assert b"Not built yet" in blank_page(replace(LIVE, version=0))
    assert b"No page here" in blank_page(LIVE)
