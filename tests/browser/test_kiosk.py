"""The screen in the hall: turns by the clock, what is on next, and no way to stay broken."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.pavilions import fair_site, serving
from tests.events import AGENDA

TURN = ".kiosk-turn:visible"
NEXT = ".kiosk-session:visible"
WITH_WORKER = 2  # a screen loads, and again when its service worker has all it needs


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return fair_site(tmp_path_factory.mktemp("kiosk"), day=date(2026, 10, 24))


@pytest.fixture
def opened(browser, site):
    """Return a function that opens the screen at a moment of the clock, which then stands still."""
    contexts = []

    def open_at(host, moment, **options):
        context = browser.new_context(
            viewport={"width": 1920, "height": 1080}, **{"service_workers": "block", **options}
        )
        contexts.append(context)
        page = context.new_page()
        page.said = []
        page.loads = []
        page.on("load", lambda _: page.loads.append(page.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.clock.install(time=moment)
        page.goto(f"{host.address}/fair/kiosk/")
        return page

    with serving(dict(site)) as host:
        yield lambda moment, **options: (open_at(host, moment, **options), host)
    for context in contexts:
        context.close()


def shown(page):
    return page.locator(TURN).get_attribute("data-partner")


def test_one_exhibitor_is_shown_at_a_time_and_each_has_its_share(opened):
    page, _ = opened("2026-10-24T09:00:00+02:00")
    turns = page.locator("body").get_attribute("data-turns").split()
    seconds = int(page.locator("body").get_attribute("data-seconds"))
    seen = []
    for _ in range(2 * len(turns)):
        expect(page.locator(TURN)).to_have_count(1)
        seen.append(shown(page))
        page.clock.run_for(seconds * 1000)

    assert {slug: seen.count(slug) for slug in seen} == {"ada": 2, "bob": 2, "cat": 2}
    assert seen[: len(turns)] == seen[len(turns) :]


def test_whoever_has_the_turn_has_it_on_a_screen_that_starts_again(opened):
    moments = [f"2026-10-24T09:0{n}:0{n}+02:00" for n in range(3)]
    one = [shown(opened(moment)[0]) for moment in moments]
    other = [shown(opened(moment)[0]) for moment in moments]

    assert one == other
    assert len(set(one)) > 1


def test_now_and_next_are_those_of_the_clock_at_the_place_wherever_the_screen_thinks_it_is(opened):
    for zone in ("Europe/Berlin", "America/New_York", "Asia/Kolkata"):
        page, _ = opened("2026-10-24T10:30:00+02:00", timezone_id=zone)

        assert page.locator(f"{NEXT} .kiosk-title").all_text_contents() == [
            "Opening",
            "On wheels",
            "On mills",
        ]
        assert page.locator(f"{NEXT}:has(.kiosk-now:visible) .kiosk-title").all_text_contents() == [
            "Opening",
            "On wheels",
        ]
        expect(page.locator(".kiosk-clock")).to_have_text(re.compile("10:30"))


def test_after_the_last_session_of_a_day_the_next_day_is_shown(opened):
    page, _ = opened("2026-10-24T20:00:00+02:00")
    assert page.locator(f"{NEXT} .kiosk-title").all_text_contents() == ["Farewell"]
    expect(page.locator(f"{NEXT} .kiosk-day")).to_be_visible()

    late, _ = opened("2026-10-25T20:00:00+01:00")
    expect(late.locator(NEXT)).to_have_count(0)
    expect(late.locator(".kiosk-none")).to_be_visible()


def test_the_screen_changes_by_itself_when_a_session_begins(opened):
    page, _ = opened("2026-10-24T10:50:00+02:00")
    assert page.locator(f"{NEXT}:has(.kiosk-now:visible)").count() == 0
    page.clock.run_for(11 * 60 * 1000)

    assert page.locator(f"{NEXT}:has(.kiosk-now:visible) .kiosk-title").all_text_contents() == [
        "On mills"
    ]


def test_it_starts_again_when_the_build_is_another(opened, tmp_path):
    page, host = opened("2026-10-24T09:00:00+02:00")
    page.wait_for_load_state("networkidle")
    host.files = fair_site(
        tmp_path, agenda=AGENDA.replace("On mills", "On windmills"), day=date(2026, 10, 24)
    )
    page.clock.run_for(6 * 60 * 1000)

    expect(page.get_by_text("On windmills")).to_be_attached()


def test_it_starts_again_after_an_error_but_not_into_nothing(opened):
    page, host = opened("2026-10-24T09:00:00+02:00")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.body.dataset.before = '1'")
    host.failing["/fair/kiosk/"] = 503
    page.evaluate("dispatchEvent(new ErrorEvent('error'))")
    page.clock.run_for(65_000)
    expect(page.locator("body[data-before]")).to_have_count(1)

    host.failing.clear()
    page.clock.run_for(65_000)
    expect(page.locator("body[data-before]")).to_have_count(0)
    expect(page.locator(TURN)).to_have_count(1)


def test_nothing_is_said_and_nothing_is_cut_off(opened):
    for size in ((1920, 1080), (1280, 720), (3840, 2160), (1080, 1920)):
        page, _ = opened("2026-10-24T10:30:00+02:00", service_workers="allow")
        while len(page.loads) < WITH_WORKER:
            page.wait_for_event("load")
        page.set_viewport_size({"width": size[0], "height": size[1]})
        over = page.evaluate(
            "[document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]"
        )
        assert over == [0, 0], size
        inside = page.locator(".kiosk-turns, .kiosk-next").evaluate_all(
            "all => all.map((element) => element.scrollHeight - element.clientHeight)"
        )
        assert max(inside) <= 1, size
        assert page.said == []


def test_a_visitor_who_wants_less_motion_sees_no_bar(opened):
    page, _ = opened("2026-10-24T10:30:00+02:00", reduced_motion="reduce")

    expect(page.locator(".kiosk-bar")).to_be_hidden()


def test_without_scripts_everybody_and_everything_is_listed(opened):
    page, _ = opened("2026-10-24T10:30:00+02:00", java_script_enabled=False)

    assert [item.get_attribute("data-partner") for item in page.locator(TURN).all()] == [
        "ada",
        "cat",
        "bob",
    ]
    expect(page.locator(NEXT)).to_have_count(4)
