"""One build after another."""

import pytest

from pavgen.serve.notice import notice_saying
from pavgen.serve.site import Goal, Live, ServedSite
from pavgen.serve.succession import Built, changed_files, changed_pages, follow_up, page_for

FIRST = Built(
    {"index.html": b"home", "a/index.html": b"a", "m.png": b"1", "assets/s.1.css": b"1"},
    "/",
    {"index.html": "content/sites/main.yaml", "a/index.html": "content/pages/a.md"},
)
BEGUN = follow_up(ServedSite({}, live=Live("run", notice=notice_saying("wrong"))), FIRST)


def live(site):
    return site.live


def then(files=None, sources=None, goal=""):
    """Return what follows the first build."""
    built = Built({**FIRST.files, **(files or {})}, "/", {**FIRST.sources, **(sources or {})})
    kept = {name: data for name, data in built.files.items() if data}
    sources = {page: source for page, source in built.sources.items() if page in kept}
    return follow_up(BEGUN, Built(kept, "/", sources), goal)


def test_the_first_good_build_has_number_one_and_nothing_is_wrong_any_more():
    assert ServedSite(FIRST.files, "/", FIRST.sources, Live("run", version=1)) == BEGUN


def test_files_that_changed_are_noted_with_the_number_of_the_build():
    after = then({"m.png": b"2"})
    assert (after.live.version, after.live.changed) == (2, {"m.png": 2})
    again = follow_up(after, Built({**after.files, "index.html": b"new"}, "/", FIRST.sources))
    assert live(again).changed == {"m.png": 2, "index.html": 3}


def test_files_that_came_or_went_have_not_changed():
    assert changed_files({"a": b"1", "b": b"1"}, {"b": b"1", "c": b"1"}) == []


def test_assets_of_the_last_build_are_kept_for_one_build():
    after = then({"assets/s.1.css": b"", "assets/s.2.css": b"2"})
    assert after.live.older == {"assets/s.1.css": b"1"}
    assert live(follow_up(after, Built(after.files, "/", {}))).older == {}


def test_a_page_that_went_is_noted_with_the_page_that_its_source_makes_now():
    moved = then(
        {"a/index.html": b"", "b/index.html": b"a"}, {"b/index.html": "content/pages/a.md"}
    )
    assert moved.live.gone == {"a/index.html": "b/index.html"}
    deleted = then({"a/index.html": b""})
    assert deleted.live.gone == {"a/index.html": ""}
    back = follow_up(deleted, FIRST)
    assert live(back).gone == {}


def test_a_page_whose_source_makes_several_has_moved_nowhere():
    several = {"b/index.html": "content/pages/a.md", "c/index.html": "content/pages/a.md"}
    after = then({"a/index.html": b"", "b/index.html": b"b", "c/index.html": b"c"}, several)
    assert after.live.gone == {"a/index.html": ""}


def test_a_goal_is_kept_until_there_is_another():
    after = then(goal="a/index.html")
    assert after.live.goal == Goal("a/index.html", 2)
    assert live(follow_up(after, FIRST)).goal == Goal("a/index.html", 2)


def test_a_site_that_stands_still_goes_on_to():
    assert follow_up(ServedSite({}), FIRST) == ServedSite(FIRST.files, "/", FIRST.sources)


def test_pages_that_are_new_changed_or_gone_are_counted():
    files = {"index.html": b"new", "b/index.html": b"b"}
    built = Built(files, "/", dict.fromkeys(files, "content/pages/a.md"))
    assert changed_pages(BEGUN, built) == 3
    assert changed_pages(BEGUN, FIRST) == 0


SOURCES = {
    "index.html": "content/sites/main.yaml",
    "browse/index.html": "content/sites/main.yaml",
    "ada/index.html": "partners/ada/listing.yaml",
    "notes/mills/index.html": "content/hubs/notes/mills.md",
}


@pytest.mark.parametrize(
    ("saved", "page"),
    [
        (["content/hubs/notes/mills.md"], "notes/mills/index.html"),
        (["partners/ada/listing.yaml"], "ada/index.html"),
        (["partners/ada/about.md", "partners/ada/logo.svg"], "ada/index.html"),
        (["content/sites/main.yaml"], "index.html"),
        (["content/placement/policy.yaml"], ""),
        (["partners/bob/listing.yaml"], ""),
        (["partners/ada/about.md", "content/hubs/notes/mills.md"], ""),
        ([], ""),
    ],
)
def test_the_page_made_from_what_was_saved(saved, page):
    assert page_for(saved, SOURCES) == page
