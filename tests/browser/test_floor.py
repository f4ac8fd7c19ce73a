"""The floor plan in a browser: a picture with links, and what scripts add to it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import LAPTOP_AND_PHONE, violations
from tests.browser.fairs import built, demo_halls, great_hall, served, settled

_LONG = 30_000
"""Milliseconds: how long a busy machine may take for 300 booths."""

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(built(tmp_path_factory.mktemp("fair"), demo_halls())) as address:
        yield address


@pytest.fixture(scope="module")
def great(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(built(tmp_path_factory.mktemp("great"), great_hall(), most=60)) as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Open a window of a phone."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type] # sizes
    yield context.new_page()
    context.close()


@pytest.fixture
def unscripted(browser: Browser) -> Iterator[Page]:
    """Open a phone's window that runs no script."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type] # sizes
    yield context.new_page()
    context.close()


# -- without a script -------------------------------------------------------------------------


def test_without_a_script_a_booth_leads_to_its_mark_in_the_picture(unscripted: Page, fair: str):
    unscripted.goto(f"{fair}floor/")
    assert not unscripted.locator(".floor-tools").is_visible()
    unscripted.locator('.floor-booth[data-booth="a2"]').click()

    assert unscripted.url == f"{fair}floor/#a2"
    assert unscripted.locator("#a2").is_visible()
    assert not unscripted.locator("#a3").is_visible()


def test_without_a_script_every_booth_is_told_in_words(unscripted: Page, fair: str):
    unscripted.goto(f"{fair}floor/")
    booths = unscripted.locator(".floor-booth").count()

    assert unscripted.locator(".floor-entry").count() == booths
    expect(unscripted.locator('[data-entry="a2"]')).to_contain_text("مرصد الهبوب")
    expect(unscripted.locator('[data-entry="a2"]')).to_contain_text("Guest")
    expect(unscripted.locator('[data-entry="a7"]')).to_contain_text("Nobody has this booth.")


def test_without_a_script_neighbours_are_drawn_when_asked_for(unscripted: Page, fair: str):
    unscripted.goto(f"{fair}floor/")
    lines = unscripted.locator(".floor-near-lines").first
    assert not lines.is_visible()
    unscripted.locator("[data-near]").check()

    assert lines.is_visible()
    assert unscripted.locator(".floor-near-legend").is_visible()


# -- moving -----------------------------------------------------------------------------------


def test_buttons_and_keys_zoom_and_the_whole_hall_comes_back(page: Page, fair: str):
    page.goto(f"{fair}floor/")
    whole = settled(page)
    page.get_by_role("button", name="Zoom in").first.click()
    near = settled(page)
    page.locator(".floor-scroll").first.focus()
    page.keyboard.press("+")
    nearer = settled(page)
    page.keyboard.press("ArrowRight")
    right = settled(page)
    page.keyboard.press("0")

    assert whole[2] > near[2] > nearer[2]
    assert right[0] > nearer[0]
    assert right[2] == nearer[2]
    assert settled(page) == whole


def test_the_wheel_zooms_where_it_points_and_lets_the_page_go_at_the_end(page: Page, fair: str):
    page.goto(f"{fair}floor/")
    whole = settled(page)
    page.locator('.floor-booth[data-booth="a10"]').hover()
    page.mouse.wheel(0, -300)
    near = settled(page)
    page.mouse.wheel(0, 3000)
    far = settled(page)
    page.wait_for_timeout(400)
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(300)

    assert near[2] < whole[2]
    assert far == whole
    assert page.evaluate("scrollY") > before


def test_a_drag_moves_the_plan_and_opens_no_booth(page: Page, fair: str):
    page.goto(f"{fair}floor/")
    page.get_by_role("button", name="Zoom in").first.click()
    page.get_by_role("button", name="Zoom in").first.click()
    before = settled(page)
    page.locator('.floor-booth[data-booth="a10"]').hover()
    booth = page.locator('.floor-booth[data-booth="a10"]').bounding_box()
    assert booth
    x, y = booth["x"] + booth["width"] / 2, booth["y"] + booth["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 80, y - 40, steps=4)
    page.mouse.up()

    after = settled(page)
    assert after[0] > before[0]
    assert after[1] > before[1]
    assert "#" not in page.url


def test_two_fingers_zoom_about_the_middle_between_them(phone: Page, fair: str):
    phone.goto(f"{fair}floor/")
    frame = phone.locator(".floor-scroll").first
    frame.scroll_into_view_if_needed()
    whole = settled(phone)
    box = frame.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    fingers = phone.context.new_cdp_session(phone)
    for kind, apart in (("touchStart", 30), ("touchMove", 60), ("touchMove", 110)):
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    near = settled(phone)

    assert near[2] < whole[2] / 2
    assert abs((near[0] + near[2] / 2) - (whole[0] + whole[2] / 2)) < 60
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_names_are_read_after_a_step_of_zoom_on_a_phone(phone: Page, fair: str):
    phone.goto(f"{fair}floor/")
    settled(phone)
    assert phone.locator('[data-booth="a1"] .floor-number').is_visible()
    phone.evaluate("location.hash = 'a1'")
    phone.locator(".floor-panel").wait_for()
    settled(phone)
    name = phone.locator('[data-booth="a1"] .floor-name').first

    assert name.is_visible()
    assert name.evaluate("e => e.getBoundingClientRect().height") >= 10


# -- a booth ----------------------------------------------------------------------------------


def test_a_booth_is_opened_by_keys_alone_and_escape_gives_the_focus_back(page: Page, fair: str):
    page.goto(f"{fair}floor/")
    page.locator('.floor-booth[data-booth="a4"]').focus()
    page.keyboard.press("Enter")
    panel = page.locator(".floor-panel")

    expect(panel).to_contain_text("風車製作所")
    assert page.evaluate("document.activeElement.className") == "floor-panel"
    assert page.url.endswith("#a4")
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("document.activeElement.dataset.booth") == "a4"
    assert page.url == f"{fair}floor/"


def test_an_address_opens_its_booth_and_going_back_the_one_before(page: Page, fair: str):
    page.goto(f"{fair}floor/#b1")
    panel = page.locator(".floor-panel")
    panel.wait_for()
    heading = panel.get_by_role("heading", level=2)
    expect(heading).to_contain_text("Booth B1")
    panel.get_by_role("link", name="B2", exact=True).first.click()
    expect(heading).to_contain_text("Booth B2")
    page.go_back()
    expect(heading).to_contain_text("Booth B1")
    page.go_back()

    assert not page.url.endswith("#b2")


def test_an_address_of_no_booth_opens_nothing(page: Page, fair: str):
    page.goto(f"{fair}floor/#nothing")
    settled(page)

    assert not page.locator(".floor-panel").is_visible()


def test_a_list_of_exhibitors_leads_to_a_booth(page: Page, fair: str):
    page.goto(f"{fair}exhibitors/")
    page.locator('[data-partner="firm-000"] .floor-plate').click()

    expect(page.locator(".floor-panel")).to_contain_text("Alder Water")


# -- finding ----------------------------------------------------------------------------------


def test_a_name_is_found_whatever_its_accents_and_the_count_is_told(page: Page, fair: str):
    page.goto(f"{fair}floor/")
    page.get_by_label("Name or booth").fill("elektrizitaten")
    status = page.locator("[data-find-status]")

    expect(status).to_contain_text("fit")
    shown = page.locator(".floor-entry:visible")
    assert shown.count() == page.locator(".floor-booth.is-match").count() > 0
    assert page.url.endswith("?q=elektrizitaten")
    page.get_by_role("button", name="Show all").click()
    expect(status).to_have_text("All booths are shown.")
    assert page.locator(".floor-entry[hidden]").count() == 0


@pytest.mark.parametrize("name", ["area", "need"])
def test_a_need_in_the_address_filters_booths_and_what_lies_below_counts(
    page: Page, fair: str, name: str
):
    page.goto(f"{fair}floor/?{name}=data")
    values = page.locator(".floor-entry:visible").evaluate_all(
        "all => all.map((e) => e.dataset.values)"
    )

    assert values
    assert [told for told in values if "area:data" not in told] == []
    assert any("area:lake" in told for told in values)


def test_who_shares_a_booth_is_found_and_free_booths_are(page: Page, fair: str):
    page.goto(f"{fair}floor/?q=guest")
    assert page.locator(".floor-entry:visible").evaluate_all(
        "a => a.map((e) => e.dataset.entry)"
    ) == ["a2"]
    page.goto(f"{fair}floor/?free=1")

    assert "a7" in page.locator(".floor-entry:visible").evaluate_all(
        "a => a.map((e) => e.dataset.entry)"
    )
    page.get_by_label("Name or booth").fill("zzz")
    expect(page.locator("[data-find-status]")).to_have_text("No booth fits.")


# -- directions -------------------------------------------------------------------------------


# -- how it looks -----------------------------------------------------------------------------


def test_axe_finds_nothing_with_a_booth_and_a_way_open(browser: Browser, fair: str):
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto(f"{fair}floor/?from=a1&to=p6#a2")
    page.locator("[data-go-steps] li").first.wait_for()
    found = violations(page)
    wide = {}
    for _, width in LAPTOP_AND_PHONE:
        page.set_viewport_size({"width": width, "height": 900})
        wide[width] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    context.close()

    assert found == {"light 1440": [], "dark 390": []}
    assert wide == {1440: 0, 390: 0}


def test_no_text_reaches_out_of_its_booth(page: Page, fair: str):
    page.goto(f"{fair}floor/")
    out = page.evaluate("""() => {
      const found = [];
      for (const svg of document.querySelectorAll(".floor-svg")) {
        for (const detail of ["far", "close"]) {
          svg.dataset.detail = detail;
          for (const booth of svg.querySelectorAll(".floor-booth")) {
            const area = booth.querySelector(".floor-area").getBBox();
            for (const text of booth.querySelectorAll("text")) {
              const { x, y, width, height } = text.getBBox();
              const isOut = width && (x < area.x - 1 || x + width > area.x + area.width + 1 ||
                y < area.y - height / 2 || y + height > area.y + area.height + height / 2);
              if (isOut) found.push(`${booth.dataset.booth}: ${text.textContent}`);
            }
          }
        }
      }
      return found;
    }""")

    assert out == []


def test_a_hall_of_300_booths_is_found_in_opened_and_walked(page: Page, great: str):
    page.goto(f"{great}floor/")
    assert page.locator(".floor-booth").count() == 300
    page.get_by_label("Name or booth").fill("b299")
    expect(page.locator("[data-find-status]")).to_have_text("1 booth fits.", timeout=_LONG)
    page.goto(f"{great}floor/?from=b1&to=b300")
    page.locator("[data-go-steps] li").first.wait_for()

    assert page.locator("[data-go-steps]").get_attribute("data-length") is not None
    page.evaluate("location.hash = 'b150'")
    expect(page.locator(".floor-panel")).to_contain_text("B150", timeout=_LONG)


def test_nothing_is_said_on_the_console_and_nobody_else_is_asked(quiet: Page, fair: str):
    asked: list[str] = []
    quiet.on("request", lambda request: asked.append(request.url))
    quiet.goto(f"{fair}floor/?here=a1&to=p3#a2")
    quiet.locator("[data-go-steps] li").first.wait_for()

    origin = fair.removesuffix("fair/")
    assert [url for url in asked if not url.startswith(origin)] == []
