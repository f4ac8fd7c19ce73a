"""What a visitor's browser makes of the demo: widths, requests, keyboard, contrast."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize

from tests.browser.samples import OPEN_DETAILS, samples

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8").partition("\n")[2]
_LAPTOP: ViewportSize = {"width": 1440, "height": 900}


@dataclass(frozen=True, slots=True)
class Tour:
    """What one visit to a page of each kind has shown, by path: nothing where all is well."""

    wider: dict[str, int] = field(default_factory=dict)
    unreadable: dict[str, list[str]] = field(default_factory=dict)
    unmarked: dict[str, list[str]] = field(default_factory=dict)
    disordered: dict[str, list[list[int]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def tour(browser: Browser, site: Path, address: str) -> Tour:
    """Load each page once, for loading costs most, and look at it in every way."""
    seen = Tour()
    # A change of colours takes its time unless the visitor wants less motion.
    page = browser.new_page(viewport=_LAPTOP, color_scheme="light", reduced_motion="reduce")
    page.on("request", lambda request: seen.asked.append(request.url))
    page.on("response", lambda r: seen.missed.append(r.url) if r.status >= 400 else None)
    page.on("console", lambda message: seen.said.extend(_complaint(message)))
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    for path in samples(site):
        page.goto(address + path)
        page.evaluate(_LOAD_EVERY_IMAGE)
        seen.disordered[path] = [p for p in page.evaluate(_POSITIONS) if p != sorted(p)]
        for width in (390, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            seen.wider[f"{path} at {width}"] = page.evaluate(_EXCESS)
        page.evaluate(_NOTE_UNMARKED)
        for _ in range(25):
            page.keyboard.press("Tab")
        seen.unmarked[path] = page.evaluate("window.unmarked")
        page.evaluate(OPEN_DETAILS)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            seen.unreadable[f"{path} {scheme}"] = page.evaluate(CONTRAST)
        page.emulate_media(color_scheme="light")
    page.close()
    assert seen.asked
    return seen


def test_no_page_is_wider_than_the_window(tour: Tour):
    assert {path: excess for path, excess in tour.wider.items() if excess} == {}


def test_no_page_asks_another_host_misses_a_file_or_complains(tour: Tour, address: str):
    assert [url for url in tour.asked if not url.startswith(address)] == []
    assert tour.missed == []
    assert tour.said == []


def test_every_text_can_be_read_in_the_light_and_in_the_dark(tour: Tour):
    assert {path: texts for path, texts in tour.unreadable.items() if texts} == {}


def test_what_the_keyboard_reaches_is_seen_to_be_reached(tour: Tour):
    assert {path: elements for path, elements in tour.unmarked.items() if elements} == {}


def test_positions_on_the_screen_follow_the_document(tour: Tour):
    assert {path: lists for path, lists in tour.disordered.items() if lists} == {}


def test_the_first_tab_reaches_the_skip_link_and_it_leads_to_the_content(page: Page, address: str):
    page.goto(address)
    page.keyboard.press("Tab")
    link = page.locator(".skip")

    assert link.evaluate("e => e === document.activeElement")
    assert link.evaluate("e => getComputedStyle(e).clipPath") == "none"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_filters_fold_on_a_phone_and_stand_open_on_a_laptop(
    browser: Browser, site: Path, address: str
):
    with_filters = [p for p in samples(site) if 'class="filters"' in _text(site, p)]
    if not with_filters:
        pytest.skip("the demo has no list with filters")
    seen = {}
    for width in (390, 1440):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(address + with_filters[0])
        seen[width] = page.locator(".facet-entry :is(a:not([hidden]), label)").first.is_visible()
        if width == 390:
            page.locator(".filters-fold > summary").click()
            assert page.locator(".facet-entry :is(a:not([hidden]), label)").first.is_visible()
        page.close()

    assert seen == {390: False, 1440: True}


def _complaint(message: ConsoleMessage) -> list[str]:
    """Return what the console says, but for the icon of a page that is made for a frame."""
    about = message.location["url"]
    return [] if about.endswith("/favicon.ico") else [f"{message.text} {about}"]


def _text(site: Path, path: str) -> str:
    file = site / path
    return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")


_EXCESS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

_LOAD_EVERY_IMAGE = """() => {
  for (const image of document.images) image.loading = "eager";
  return Promise.allSettled([...document.images].map((image) => image.decode()));
}"""

_NOTE_UNMARKED = """() => {
  window.unmarked = [];
  const marked = (e) => e && getComputedStyle(e).outlineStyle !== "none";
  document.addEventListener("focusin", ({ target }) => {
    const holder = target.closest(".card, .row, .article-card");
    if (!marked(target) && !marked(holder)) window.unmarked.push(target.outerHTML.slice(0, 80));
  });
}"""

_POSITIONS = """() => [...document.querySelectorAll("ol[data-surface]")].map((list) =>
  [...list.children].map((item) => Number(item.dataset.position)))"""
