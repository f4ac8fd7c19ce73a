"""`serve`: sites built in memory and put behind doors."""

import resource
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pavgen.app.build import build, make
from pavgen.app.reports import BuildOptions
from pavgen.app.serve import Preview, ServeOptions
from pavgen.model.showing import Showing
from pavgen.serve.reporting import Outcome
from pavgen.serve.site import Goal
from tests.plan.projects import SITE, files_of, partner, write

DAY = date(2026, 11, 21)
LISTING = "partners/ada/listing.yaml"


@pytest.fixture
def root(tmp_path):
    return write(tmp_path / "project", files_of(partner("ada")))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build once for what a build does not change; return the preview and its first report."""
    root = write(tmp_path_factory.mktemp("built") / "project", files_of(partner("ada")))
    before = sorted(root.rglob("*"))
    preview, report = previewed(root)
    assert sorted(root.rglob("*")) == before
    return preview, report


def previewed(root, **options):
    preview = Preview(root, ServeOptions(Showing(DAY), **options))
    return preview, preview.begin()


def live(preview, site="main"):
    return preview.served(site).live


def close(doors):
    for door in doors.values():
        door.listening.close()


def test_sites_are_built_in_memory(built):
    preview, report = built
    assert report == "no errors, no warnings\n"
    assert b"<!doctype html>" in preview.served("main").files["index.html"]


def test_a_page_is_named_by_its_address_or_by_its_source(built):
    preview, _ = built
    assert [preview.page_of(p) for p in ("/", "/browse/", "browse/", LISTING)] == [
        "/", "/browse/", "/browse/", "/ada/"
    ]  # fmt: skip


def test_only_the_projects_own_folders_are_watched_and_how_they_were_is_known(built):
    look = built[0].watching(print, float).look
    assert (look.folders, look.everywhere()) == (("content", "partners", "themes"), [])


def test_files_may_be_looked_at_in_turn(root):
    preview = Preview(root, ServeOptions(Showing(DAY), poll=True))
    assert preview.watching(print, float).observer is None


def test_each_site_has_a_door_of_its_own_that_stays_when_the_site_goes(root):
    preview, _ = previewed(root, port=0, names=("Demo.Example",))
    first = preview.doors()
    second = write(root, {"content/sites/second.yaml": SITE}) / "content/sites/second.yaml"
    preview.rebuild(["content/sites/second.yaml"])
    doors = preview.doors()
    try:
        assert (list(first), list(doors)) == (["main"], ["main", "second"])
        assert doors["main"] == first["main"]
        assert doors["main"].port != doors["second"].port
        assert doors["second"].site() == preview.served("second")
        assert "demo.example" in doors["second"].hosts
        second.unlink()
        preview.rebuild(["content/sites/second.yaml"])
        left = doors["second"].site()
        assert (preview.doors(), dict(left.files), left.live.version) == (doors, {}, 2)
    finally:
        close(doors)


def test_with_an_error_the_last_good_build_stays_and_shows_it_until_it_is_mended(root):
    preview, _ = previewed(root, follow=True)
    good = preview.served("main")
    text = (root / LISTING).read_text()
    (root / LISTING).write_text("name: [")

    report, outcome = preview.rebuild([LISTING])

    wrong = preview.served("main")
    assert wrong == replace(good, live=replace(good.live, notice=wrong.live.notice))
    assert wrong.live.notice.findings[0]["place"].startswith(f"{LISTING}:1:")
    assert report.startswith(f"{LISTING}:1:")
    assert outcome == Outcome(0, 0, "1 error in 1 file")

    (root / LISTING).write_text(text.replace("tagline:", "tagline: Also"))
    report, outcome = preview.rebuild([LISTING])

    now = live(preview)
    assert (now.version, now.notice, now.goal) == (2, None, Goal("ada/index.html", 2))
    assert (report, outcome.was_wrong) == ("", True)
    assert 0 < outcome.changed < outcome.pages == preview.sites[0].pages


def test_a_project_that_begins_with_errors_waits_behind_one_door_until_they_are_mended(root):
    text = (root / LISTING).read_text()
    (root / LISTING).write_text("name: [")
    preview, report = previewed(root, port=0)
    doors = preview.doors()
    try:
        waiting = doors[""].site()
        assert (preview.sites, list(doors)) == ((), [""])
        assert (dict(waiting.files), waiting.live.version) == ({}, 0)
        assert live(preview).notice.summary in report
        again = preview.rebuild([LISTING])
        assert again == ("", Outcome(0, 0, "1 error in 1 file", was_wrong=True))
        (root / LISTING).write_text(text)
        preview.rebuild([LISTING])
        assert preview.doors() == {"main": doors[""]}
        assert doors[""].site() == preview.served("main")
        assert (live(preview).version, live(preview).goal) == (1, None)
    finally:
        close(doors)


def test_a_folder_that_is_no_project_gives_no_site(tmp_path):
    preview, _ = previewed(tmp_path)
    assert preview.sites == ()
    assert "project-missing" in {finding.code for finding in preview.findings}


def test_what_the_machine_refuses_is_shown_and_the_next_build_may_succeed(root):
    told: list[str] = []
    ticks = iter([1.0, 1.5, 2.0, 2.25])
    preview = Preview(root, ServeOptions(Showing(DAY)))
    watching = preview.watching(told.append, lambda: next(ticks))
    few, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, most))
    try:
        watching.rebuild([LISTING])
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (few, most))
    shown = live(preview).notice.summary
    watching.rebuild([LISTING])
    assert "Too many open files" in shown
    pages = preview.sites[0].pages
    assert told == [
        f"{shown}\n{LISTING}: no build; the last good build stays, 0.50 s\n",
        f"{LISTING}: {pages} of {pages} pages changed, 0.25 s\n",
    ]


def test_a_defect_of_a_build_is_shown_and_does_not_end_the_preview(root):
    told: list[str] = []
    nowhen: Any = "no day"
    preview = Preview(root, ServeOptions(nowhen))
    preview.watching(told.append, lambda: 0.0).rebuild([LISTING])
    assert told[0].startswith("pavgen failed, by a defect of its own (AttributeError")
    shown = live(preview).notice.summary
    assert shown.endswith("; `pavgen build` tells what to report")


def index_of(files):
    return {path: data for path, data in files.items() if path.startswith("pagefind/")}


def test_the_search_index_follows_the_pages_and_is_the_one_of_before_until_then(root):
    preview, _ = previewed(root)
    first = index_of(preview.served("main").files)
    report = preview.catch_up()
    whole = index_of(preview.served("main").files)
    (root / LISTING).write_text((root / LISTING).read_text().replace("tagline:", "tagline: Also"))
    preview.rebuild([LISTING])
    shown = preview.served("main")
    preview.catch_up()
    clean = make(root, Showing(DAY)).value.sites[0].files

    assert (first, report, preview.catch_up()) == ({}, "", None)
    assert b"Also" in shown.files["ada/index.html"]
    assert index_of(shown.files) == whole != index_of(clean)
    assert dict(preview.served("main").files) == dict(clean)
    assert live(preview).version == shown.live.version + 1


def test_an_index_of_the_same_records_is_put_off_no_further(root):
    preview, _ = previewed(root)
    preview.catch_up()
    preview.rebuild([])
    assert (preview.catch_up(), live(preview).version) == (None, 3)


def test_an_index_that_cannot_be_made_is_told_and_the_pages_stay(root):
    preview, _ = previewed(root)
    few, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, most))
    try:
        told = preview.catch_up()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (few, most))
    wrong = live(preview)
    assert "the search index could not be made" in told
    assert wrong.notice.findings[0]["what"] in told
    assert "index.html" in preview.served("main").files
    preview.rebuild([])
    assert (live(preview).notice, preview.catch_up()) == (None, "")


def test_a_server_begins_with_what_a_build_left_and_adds_nothing_to_it(root):
    build(root, BuildOptions(Showing(DAY)))
    cache = root / ".pavgen-cache/cache.db"
    size = cache.stat().st_size
    preview, _ = previewed(root)
    assert index_of(preview.served("main").files) != {}
    assert (preview.catch_up(), cache.stat().st_size) == (None, size)
