"""What a visitor's browser makes of the demo: widths, requests, keyboard, contrast."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.samples import samples

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8").partition("\n")[2]


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_no_page_is_wider_than_the_window(browser: Browser, site: Path, address: str, width: int):
    page = browser.new_page(viewport={"width": width, "height": 900})
    wider = {}
    for path in samples(site):
        page.goto(address + path)
        wider[path] = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
    page.close()

    assert {path: excess for path, excess in wider.items() if excess} == {}


def test_no_page_asks_another_host_misses_a_file_or_complains(page: Page, site: Path, address: str):
    asked: list[str] = []
    missed: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda r: missed.append(r.url) if r.status >= 400 else None)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in samples(site):
        page.goto(address + path)
        page.evaluate(_LOAD_EVERY_IMAGE)

    assert asked
    assert [url for url in asked if not url.startswith(address)] == []
    assert missed == []
    assert said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(browser: Browser, site: Path, address: str, scheme: str):
    page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type] # one of its words
    found = {}
    for path in samples(site):
        page.goto(address + path)
        page.evaluate(
            "() => { for (const d of document.querySelectorAll('details')) d.open = true }"
        )
        found[path] = page.evaluate(CONTRAST)
    page.close()

    assert {path: texts for path, texts in found.items() if texts} == {}


def test_the_first_tab_reaches_the_skip_link_and_it_leads_to_the_content(page: Page, address: str):
    page.goto(address)
    page.keyboard.press("Tab")
    link = page.locator(".skip")

    assert link.evaluate("e => e === document.activeElement")
    assert link.evaluate("e => getComputedStyle(e).clipPath") == "none"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_what_the_keyboard_reaches_is_seen_to_be_reached(page: Page, site: Path, address: str):
    unseen = {}
    for path in samples(site):
        page.goto(address + path)
        page.evaluate(_NOTE_UNMARKED)
        for _ in range(25):
            page.keyboard.press("Tab")
        unseen[path] = page.evaluate("window.unmarked")

    assert {path: elements for path, elements in unseen.items() if elements} == {}


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


def test_positions_on_the_screen_follow_the_document(page: Page, site: Path, address: str):
    for path in samples(site):
        page.goto(address + path)
        for positions in page.evaluate(_POSITIONS):
            assert positions == sorted(positions), path


def _text(site: Path, path: str) -> str:
    file = site / path
    return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")


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
