"""An agenda as a visitor uses it: choosing, filtering, now and next, with and without scripts."""

import functools
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations
from tests.browser.conftest import _Quiet
from tests.browser.pavilions import until
from tests.events import AGENDA, EVENT, event
from tests.plan.projects import files_of, partner, site, write

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen in twelve lessons"
ROOMS = [f"r{n}" for n in range(12)]


def _wide() -> str:
    """Return an agenda of twelve rooms with a long title in each."""
    rooms = "".join(f"  - {{id: {room}, label: Room {room}}}\n" for room in ROOMS)
    slots = "".join(
        f"  - {{id: s-{room}, room: {room}, start: 2026-10-24T10:00, end: 2026-10-24T10:45}}\n"
        for room in ROOMS
    )
    held = "".join(
        f"  - {{id: t-{room}, title: {LONG}, slot: s-{room}, partners: [ada, bob]}}\n"
        for room in ROOMS
    )
    return f"rooms:\n{rooms}slots:\n{slots}sessions:\n{held}"


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build a site of two events and serve it; yield the address of its root."""
    agenda = AGENDA.replace("id: mills,", "id: mills, track: practice, notice: In the rain.,")
    agenda += "  - {id: sometime, title: Some time, partners: [bob]}\n"
    agenda += "  - {id: called-off, title: Called off, slot: s2, state: cancelled}\n"
    files = files_of(
        *(partner(slug) for slug in ("ada", "bob", "cat", "dot")),
        event(agenda=agenda),
        event("wide", main=EVENT.partition("packages:")[0], agenda=_wide()),
        main=site(
            [
                "kind: pavilion, path: /fair/, event: fair",
                "kind: pavilion, path: /wide/, event: wide",
                "kind: directory, path: /",
            ],
            "csp_meta: true\nlocale: en-GB\n",
        ),
    )
    root = write(tmp_path_factory.mktemp("project"), files)
    output = tmp_path_factory.mktemp("sites")
    command = [sys.executable, "-m", "pavgen", "--project", str(root), "build"]
    command += ["--output", str(output), "--as-of", "2026-10-01"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    yield from _served(output / "main")


def _served(folder: Path) -> Iterator[str]:
    answering = functools.partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def shown(page: Page) -> list[str]:
    """Return the sessions that can be seen, in the page's order."""
    found: list[str] = page.eval_on_selector_all(
        "article[data-session]",
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.session)",
    )
    return found


def choose(page: Page, *sessions: str) -> None:
    """Press the buttons of sessions."""
    for session in sessions:
        page.click(f"#s-{session} .agenda-pick")


def test_without_scripts_every_session_is_there_and_nothing_asks_for_one(
    browser: Browser, fair: str
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{fair}fair/agenda/")
    told = page.locator("article[data-session] .agenda-title").all_inner_texts()
    controls = page.locator(
        "main button:visible, main select:visible, .agenda-strip:visible"
    ).count()
    context.close()

    assert told == ["Opening", "On wheels", "Called off", "On mills", "Farewell", "Some time"]
    assert controls == 0


def test_two_talks_are_kept_when_the_page_is_loaded_again(quiet: Page, fair: str):
    quiet.goto(f"{fair}fair/agenda/")
    choose(quiet, "opening", "farewell")
    quiet.click("[data-agenda-mode=mine]")
    quiet.reload()

    assert shown(quiet) == ["opening", "farewell"]
    assert quiet.locator(".agenda-modes [data-agenda-count]").inner_text() == "2"
    assert quiet.url.endswith("#mine")


def test_choice_is_known_on_the_page_of_the_session(quiet: Page, fair: str):
    quiet.goto(f"{fair}fair/agenda/sessions/mills/")
    quiet.click(".agenda-lone .agenda-pick")
    quiet.goto(f"{fair}fair/agenda/#mine")

    assert shown(quiet) == ["mills"]


def test_choice_in_one_window_is_seen_in_the_other(quiet: Page, fair: str):
    quiet.goto(f"{fair}fair/agenda/")
    other = quiet.context.new_page()
    other.goto(f"{fair}fair/agenda/")
    choose(other, "mills")
    until(quiet, "document.querySelector('.agenda-modes .agenda-count').textContent === '1'")

    assert quiet.get_attribute("#s-mills .agenda-pick", "aria-pressed") == "true"


def test_keyboard_reaches_the_button_and_stays_on_it(quiet: Page, fair: str):
    quiet.goto(f"{fair}fair/agenda/")
    quiet.focus("#s-opening .agenda-title a")
    pressed = "document.activeElement.matches('#s-opening .agenda-pick')"
    for _ in range(6):
        quiet.keyboard.press("Tab")
        if quiet.evaluate(pressed):
            break
    quiet.keyboard.press("Enter")

    assert quiet.evaluate(pressed)
    assert quiet.evaluate("document.activeElement.textContent") == "In my agenda: Opening"
    assert quiet.inner_text("[data-agenda-status]") == "Opening: added."


def test_overlap_of_chosen_sessions_is_told(quiet: Page, fair: str):
    quiet.goto(f"{fair}fair/agenda/")
    choose(quiet, "opening", "wheels")
    at_once = quiet.inner_text("[data-agenda-status]")
    quiet.click("[data-agenda-mode=mine]")

    assert at_once == "On wheels: added. It overlaps with Opening."
    assert quiet.locator("[data-agenda-clashes] li").all_inner_texts() == [
        "Opening (10:00–10:45) and On wheels (10:00–10:45)"
    ]


def test_cancelled_session_overlaps_with_nothing(quiet: Page, fair: str):
    quiet.goto(f"{fair}fair/agenda/")
    choose(quiet, "mills", "called-off")

    assert quiet.inner_text("[data-agenda-status]") == "Called off: added."


def test_own_agenda_is_a_calendar_file_with_the_published_names(quiet: Page, fair: str):
    quiet.goto(f"{fair}fair/agenda/")
    choose(quiet, "opening", "sometime")
    quiet.click("[data-agenda-mode=mine]")
    with quiet.expect_download() as found:
        quiet.click("[data-agenda-export]")
    text = Path(found.value.path()).read_bytes().decode()
    lines = [line for line in text.split("\r\n") if not line.startswith("DTSTAMP")]

    assert found.value.suggested_filename == "fair.ics"
    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//pavgen//agenda//EN",
        "X-WR-CALNAME:Fernholt Fair",
        "BEGIN:VEVENT",
        "UID:opening.fair@partners.fernholt.example",
        "SEQUENCE:0",
        "DTSTART:20261024T080000Z",
        "DTEND:20261024T084500Z",
        "SUMMARY:Opening",
        "LOCATION:Stage",
        f"URL:{fair}fair/agenda/sessions/opening/",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_what_was_removed_can_be_brought_back(quiet: Page, fair: str):
    quiet.goto(f"{fair}fair/agenda/")
    choose(quiet, "opening", "mills")
    quiet.click("[data-agenda-mode=mine]")
    quiet.click("[data-agenda-clear]")
    cleared = shown(quiet)
    quiet.keyboard.press("Enter")

    assert (cleared, shown(quiet)) == ([], ["opening", "mills"])


def test_browser_that_keeps_nothing_says_so_and_works(quiet: Page, fair: str):
    quiet.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }})"
    )
    quiet.goto(f"{fair}fair/agenda/")
    choose(quiet, "opening")
    told = quiet.inner_text("[data-agenda-status]")
    quiet.click("[data-agenda-mode=mine]")

    assert told == (
        "Opening: added. This browser keeps nothing; your choice is lost when you leave this page."
    )
    assert shown(quiet) == ["opening"]


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [
        ("room", "loft", ["wheels"]),
        ("day", "2026-10-25", ["farewell"]),
        ("track", "practice", ["opening", "mills"]),
        ("kind", "workshop", ["wheels"]),
        ("partner", "bob", ["mills", "sometime"]),
    ],
)
def test_filter_leaves_what_fits_and_its_address_keeps_it(
    quiet: Page, fair: str, name: str, value: str, left: list[str]
):
    quiet.goto(f"{fair}fair/agenda/")
    quiet.click(".agenda-fold > summary")
    quiet.select_option(f"[name={name}]", value)
    at_once = shown(quiet)
    told = quiet.inner_text("[data-agenda-status]")
    quiet.reload()

    assert (at_once, shown(quiet)) == (left, left)
    assert told == f"{len(left)} of 6 sessions"
    assert quiet.url.endswith(f"?{name}={value}")


def test_filters_that_leave_nothing_say_so_and_can_be_taken_back(quiet: Page, fair: str):
    quiet.goto(f"{fair}fair/agenda/?room=loft&partner=bob&day=1999-01-01")
    nothing = (shown(quiet), quiet.is_visible(".agenda-empty"))
    quiet.click(".agenda-reset")
    until(quiet, "!location.search")

    assert nothing == ([], True)
    assert len(shown(quiet)) == 6
    assert not quiet.is_visible(".agenda-empty")


@pytest.mark.parametrize("path", ["fair/agenda/", "fair/"])
def test_now_and_next_follow_the_visitors_clock(quiet: Page, fair: str, path: str):
    found = {}
    for moment in (
        "2026-10-23T12:00+02:00",
        "2026-10-24T09:00+02:00",
        "2026-10-24T10:20+02:00",
        "2026-10-24T10:50+02:00",
        "2026-10-25T10:44+01:00",
        "2026-10-25T10:45+01:00",
    ):
        quiet.clock.set_fixed_time(moment)
        quiet.goto(fair + path)
        found[moment] = [
            quiet.locator(f"[data-agenda-{part}] a:visible").all_inner_texts()
            for part in ("now", "next")
        ]

    assert found == {
        "2026-10-23T12:00+02:00": [[], []],
        "2026-10-24T09:00+02:00": [[], ["Opening", "On wheels"]],
        "2026-10-24T10:20+02:00": [["Opening", "On wheels"], ["On mills"]],
        "2026-10-24T10:50+02:00": [[], ["On mills"]],
        "2026-10-25T10:44+01:00": [["Farewell"], []],
        "2026-10-25T10:45+01:00": [[], []],
    }


def test_running_session_is_marked_and_a_line_crosses_it(quiet: Page, fair: str):
    quiet.clock.set_fixed_time("2026-10-24T10:20:00+02:00")
    quiet.goto(f"{fair}fair/agenda/")
    line = quiet.locator(".agenda-line-now").bounding_box()
    cell = quiet.locator(".agenda-cell:has(#s-opening)").bounding_box()

    assert quiet.locator("article.is-now").evaluate_all("all => all.map((one) => one.id)") == [
        "s-opening",
        "s-wheels",
    ]
    assert line is not None
    assert cell is not None
    share = (line["y"] - cell["y"]) / cell["height"]
    assert 0.40 < share < 0.48


def test_no_page_is_broader_than_the_window(page: Page, fair: str):
    broad = {}
    for path in ("fair/", "fair/agenda/", "fair/agenda/sessions/mills/", "wide/", "wide/agenda/"):
        page.goto(fair + path)
        for width in (320, 390, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            broad[path, width] = page.evaluate("document.documentElement.scrollWidth") > width

    assert [key for key, is_broad in broad.items() if is_broad] == []


def test_twelve_rooms_can_be_moved_sideways_by_keyboard(quiet: Page, fair: str):
    quiet.goto(f"{fair}wide/agenda/")
    quiet.focus(".agenda-scroll")
    quiet.keyboard.press("ArrowRight")
    until(quiet, "document.querySelector('.agenda-scroll').scrollLeft > 0")

    assert len(shown(quiet)) == 12


def test_axe_finds_nothing_on_any_page_of_the_events(browser: Browser, fair: str):
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    page.clock.set_fixed_time("2026-10-24T10:20:00+02:00")
    found = {}
    paths = ["", "agenda/", "agenda/#mine", "agenda/sessions/mills/", "agenda/sessions/called-off/"]
    paths += ["agenda/speakers/", "agenda/speakers/ida-holm/"]
    for path in [f"fair/{path}" for path in paths] + ["wide/agenda/"]:
        page.goto(fair + path)
        page.reload()
        found[path] = violations(page)
    context.close()

    assert {path: looks for path, looks in found.items() if any(looks.values())} == {}
