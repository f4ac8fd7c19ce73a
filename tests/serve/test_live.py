"""Pages that follow the files."""

import json

from pavgen.serve.answering import answer
from pavgen.serve.site import ServedSite

PAGE = b"<!doctype html><body>text</body>\n"
LIVE = ServedSite({"index.html": PAGE, "a.svg": b"</body>"}, "/", 3, "wrong <b>")


def asked(path, site):
    return answer(f"GET {path} HTTP/1.1\r\nHost: localhost".encode(), site)


def test_a_live_page_ends_with_the_script_and_a_still_one_is_left_alone():
    assert asked("/", LIVE).body == (
        b'<!doctype html><body>text<script src="/_pavgen/reload.js" defer></script>\n</body>\n'
    )
    assert asked("/", ServedSite(LIVE.files)).body == PAGE


def test_only_pages_get_the_script():
    assert asked("/a.svg", LIVE).body == b"</body>"


def test_the_state_holds_version_and_notice():
    found = asked("/_pavgen/state.json", LIVE)
    assert (found.kind, json.loads(found.body)) == (
        "application/json",
        {"version": 3, "notice": "wrong <b>"},
    )


def test_the_script_shows_the_notice_as_text():
    found = asked("/_pavgen/reload.js", LIVE)
    assert found.kind == "text/javascript; charset=utf-8"
    assert b"textContent" in found.body
    assert b"innerHTML" not in found.body


def test_a_still_site_has_neither():
    assert asked("/_pavgen/state.json", ServedSite({})).status == 404
