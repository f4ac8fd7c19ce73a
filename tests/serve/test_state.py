"""What a page is told."""

from dataclasses import replace

import pytest

from pavgen.serve.live import body_digest
from pavgen.serve.notice import notice_saying
from pavgen.serve.site import Goal, ServedSite
from pavgen.serve.state import Seen, read_seen, state_for
from tests.serve.samples import LIVE, PAGE, live_site

SEEN = Seen("/", "run-1", 3, body_digest(PAGE))
NOTHING_NEW = {
    "version": 3,
    "page": "sheets",
    "sheets": ["/assets/style.0a1b2c3d.css"],
    "files": [],
    "moved": None,
    "goal": None,
    "notice": None,
}


def told(seen=SEEN, files=None, **live):
    site = live_site(files, live=replace(LIVE, **live))
    return state_for(seen, site, site.live)


def test_what_a_page_says_of_itself_is_read():
    asked = "/_pavgen/events?page=%2Fs%25C5%2582o%2F&run=run-1&body=ab&version=12"
    assert read_seen(asked) == Seen("/sło/", "run-1", 12, "ab")


@pytest.mark.parametrize(
    "query",
    ["", "page=%2F", "page=%2F&version=x", "page=%2F&version=-1", "page=%2F..%2F&version=1",
     "page=%2F&version=1&version", "page=%2F&version=9999999999", "page=%2F&version=1&a=b&c=d&e=f"],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(query):
    assert read_seen(f"/_pavgen/events?{query}") is None


def test_nothing_new_is_told_as_that():
    assert told() == NOTHING_NEW


def test_another_name_of_a_style_sheet_is_told_with_the_page_being_the_same():
    files = {"index.html": PAGE.replace(b"0a1b2c3d", b"99999999")}
    assert told(files=files) == {**NOTHING_NEW, "sheets": ["/assets/style.99999999.css"]}


def test_other_words_make_it_another_page():
    assert told(files={"index.html": PAGE.replace(b"text", b"words")})["page"] == "changed"


def test_files_that_changed_since_are_told_but_for_pages():
    changed = {"media/a b.png": 4, "media/old.png": 3, "about/index.html": 4}
    assert told(version=4, changed=changed)["files"] == ["/media/a%20b.png"]


def test_too_many_files_are_told_as_such():
    assert told(version=4, changed={f"media/{n}.png": 4 for n in range(5001)})["files"] is None


def test_a_page_of_another_run_is_told_nothing_but_that_it_is_old():
    notice = notice_saying("secret")
    assert told(replace(SEEN, run="run-0"), notice=notice) == {"page": "changed"}


def test_a_page_that_is_gone_is_told_where_its_source_is_shown_now():
    gone = {"a/index.html": "b/index.html", "c/index.html": ""}
    assert told(replace(SEEN, page="/a/"), gone=gone)["moved"] == "/b/"
    assert told(replace(SEEN, page="/c/"), gone=gone)["moved"] == ""
    assert told(replace(SEEN, page="/d/"), gone=gone)["moved"] is None


def test_a_page_that_never_was_is_that_of_what_is_missing():
    site = live_site({"404.html": PAGE})
    assert state_for(replace(SEEN, page="/nothing/"), site, LIVE) == NOTHING_NEW


def test_what_is_wrong_is_told():
    notice = notice_saying("no space left")
    assert told(notice=notice)["notice"] == {
        "key": notice.key,
        "summary": "no space left",
        "more": "",
        "findings": (),
    }


def test_where_the_writer_is_told_below_the_sites_base():
    live = replace(LIVE, goal=Goal("ada/index.html", 3))
    site = ServedSite({"index.html": PAGE}, "/partners/", {}, live)
    assert state_for(SEEN, site, live)["goal"] == {"page": "/partners/ada/", "version": 3}
