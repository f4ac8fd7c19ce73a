"""`pavgen serve` as a marketer has it: an editor on one side, a browser on the other."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from playwright.sync_api import Error, expect

from tests.browser.pavilions import fair_site, serving
from tests.cli.commands import plain_environment
from tests.plan.projects import article, files_of, hub, page, partner, site, write

DAY = ("--as-of", "2026-10-01")
PATIENCE = 20_000
SECTIONS = [
    "kind: directory, path: /",
    "kind: hub, path: /notes/, hub: notes",
    "kind: pages, path: /",
]
THEME = {
    "themes/mine/theme.yaml": "name: Mine\nextends: standard\nstyles: [mine.css]\n",
    "themes/mine/assets/mine.css": ":root { --corner: 12px; }\n",
}
LONG = "\n\n".join(f"Paragraph {n} of the text." for n in range(80))
MILLS = "content/hubs/notes/mills.md"
EVENT = "content/events/fair/event.yaml"
LISTING = "partners/ada/listing.yaml"
RULES = "content/placement/policy.yaml"
NOTICE = "pavgen-notice .panel"


def project(root):
    """Write a small project whose pages are their own judges of what may run in them."""
    main = site(SECTIONS, "theme: mine\ncsp_meta: true\n")
    parts = [partner("ada"), partner("bob"), hub(), article("mills", body=LONG), THEME]
    return write(root, files_of(*parts, page("terms"), main=main))


@contextmanager
def previewing(root, *options, port=0):
    """Run `pavgen serve`; yield the address of the first site and all that is told, as it grows."""
    with (root / "told").open("w+") as told:
        running = subprocess.Popen(
            [sys.executable, "-m", "pavgen", "--project", str(root), "serve", *DAY, *options, "--port", str(port)],
            stderr=told, stdout=subprocess.DEVNULL, env=plain_environment(), text=True,
        )  # fmt: skip
        try:
            text = ""
            for _ in range(1200):
                text = (root / "told").read_text()
                if "Ctrl-C" in text or running.poll() is not None:
                    break
                time.sleep(0.05)
            found = re.search(r"^\w+: (http://localhost:\d+/)$", text, re.MULTILINE)
            assert found, text
            yield found.group(1), (root / "told").read_text
        finally:
            running.send_signal(signal.SIGINT)
            try:
                assert running.wait(20) == 0
            finally:
                running.kill()


def save(root, path, text):
    """Save as editors do that write beside the file and rename."""
    beside = root / f"{path}.new"
    beside.write_text(text)
    os.replace(beside, root / path)  # noqa: PTH105 - one call of the system


def edit(root, path, old, new):
    text = (root / path).read_text()
    assert old in text
    save(root, path, text.replace(old, new, 1))


def until(tab, expression):
    """Wait until an expression is true in a page that may be loaded anew meanwhile."""
    for _ in range(PATIENCE // 20):
        try:
            if tab.evaluate(expression):
                return
        except Error as error:
            # A page that is on its way has none of its elements yet, or no script of this page.
            if not any(word in error.message for word in ("context", "navigat", "of null")):
                raise
        tab.wait_for_timeout(20)
    raise AssertionError(f"never true: {expression}")


def top_of(tab, text):
    return round(tab.get_by_text(text, exact=True).bounding_box()["y"])


def listening(tab):
    """Wait until the page has been told of its site once."""
    until(tab, "performance.getEntriesByType('resource').some((e) => e.name.endsWith('sheets.js'))")
    tab.wait_for_timeout(150)


@pytest.fixture(scope="module", autouse=True)
def _patience():
    """Wait longer than usual: between an edit and its page lies a build."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return project(tmp_path_factory.mktemp("preview") / "project")


@pytest.fixture(scope="module")
def preview(root):
    with previewing(root, "--follow") as found:
        yield found


@pytest.fixture
def tab(browser):
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    opened.refused = []
    opened.on(
        "console", lambda said: opened.refused.append(said.text) if "Policy" in said.text else None
    )
    opened.on("pageerror", lambda error: opened.refused.append(error.message))
    yield opened
    assert opened.refused == []
    context.close()


def test_an_article_that_is_edited_is_shown_anew_at_the_same_place(tab, preview, root):
    tab.goto(f"{preview[0]}notes/mills/")
    listening(tab)
    tab.get_by_text("Paragraph 40 of the text.").scroll_into_view_if_needed()
    before = top_of(tab, "Paragraph 40 of the text.")

    edit(
        root,
        MILLS,
        "Paragraph 2 of",
        "A new paragraph, " + "very " * 300 + "long.\n\nParagraph 2 of",
    )

    until(tab, "document.body.textContent.includes('very very')")
    until(tab, "document.readyState === 'complete'")
    tab.wait_for_timeout(300)
    assert abs(top_of(tab, "Paragraph 40 of the text.") - before) <= 1


def test_what_was_typed_opened_and_focused_outlives_a_new_load(tab, preview, root):
    tab.goto(f"{preview[0]}browse/")
    listening(tab)
    field, fold = tab.locator("#masthead-q"), tab.locator(".card-why").first
    box = tab.get_by_label("Compare Ada")
    box.check()
    fold.locator("summary").click()
    field.fill("ada and bob")
    field.evaluate("(field) => field.setSelectionRange(2, 5)")

    edit(root, RULES, "period: quarter", "period: month")

    expect(tab.locator("main .audit")).to_contain_text("period 2026-10")
    expect(field).to_have_value("ada and bob")
    expect(field).to_be_focused()
    assert field.evaluate("(field) => [field.selectionStart, field.selectionEnd]") == [2, 5]
    assert fold.get_attribute("open") is not None
    expect(box).to_be_checked()


def test_a_style_sheet_is_swapped_in_place(tab, preview, root):
    tab.goto(f"{preview[0]}notes/mills/")
    listening(tab)
    tab.evaluate("window.isOld = true")

    edit(root, "themes/mine/assets/mine.css", "12px", "17px")

    corner = "getComputedStyle(document.documentElement).getPropertyValue('--corner')"
    until(tab, f"{corner} === '17px'")
    until(tab, "document.querySelectorAll('link[rel=stylesheet]').length === 1")
    assert tab.evaluate("window.isOld") is True


def test_what_is_wrong_is_shown_over_the_last_good_page_until_it_is_mended(tab, preview, root):
    tab.goto(f"{preview[0]}notes/mills/")
    listening(tab)
    tab.get_by_role("link").first.focus()

    edit(root, MILLS, "title: Article mills", "title: [Article mills")

    notice = tab.locator(NOTICE)
    expect(notice).to_be_visible()
    assert (
        notice.get_by_role("alert").text_content()
        == "1 error in 1 file. You see the last good build."
    )
    assert notice.locator(".place code").all_text_contents() == [f"{MILLS}:2:8"]
    assert "close it and put commas" in notice.locator(".remedy").text_content()
    assert [line.strip() for line in notice.locator(".line").all_text_contents()] == [
        "1---", "2title: [Article mills", "3summary: About mills."
    ]  # fmt: skip
    assert tab.evaluate("document.activeElement.localName") == "a"
    assert tab.locator("h1").text_content() == "Article mills"
    tab.keyboard.press("Escape")
    expect(notice).to_be_hidden()
    tab.reload()
    again = tab.locator("pavgen-notice .open")
    expect(again).to_have_text("1 error in 1 file")
    again.click()
    expect(notice).to_be_visible()

    edit(root, MILLS, "title: [Article mills", "title: Article wheels")

    expect(tab.locator("h1")).to_have_text("Article wheels")
    expect(tab.locator("pavgen-notice")).to_have_count(0)


def test_the_panel_is_as_wide_as_a_phone_and_no_wider(tab, preview, root):
    tab.set_viewport_size({"width": 360, "height": 640})
    tab.goto(f"{preview[0]}notes/mills/")
    listening(tab)
    edit(root, MILLS, "summary: ", f"hue: {'long' * 60}\nsummary: ")
    expect(tab.locator(NOTICE)).to_be_visible()
    box = tab.locator(NOTICE).bounding_box()
    wide = tab.locator(f"{NOTICE} .scroll").evaluate(
        "(part) => part.scrollWidth <= part.clientWidth"
    )
    edit(root, MILLS, f"hue: {'long' * 60}\n", "")
    expect(tab.locator("pavgen-notice")).to_have_count(0)
    assert (box["x"], box["width"], wide) == (0, 360, True)
    assert box["height"] <= 0.6 * 640 + 1


def test_a_new_rule_of_placement_is_seen_in_lists_and_other_pages_stay_as_they_are(
    tab, preview, root
):
    tab.goto(f"{preview[0]}browse/")
    other = tab.context.new_page()
    other.goto(f"{preview[0]}terms/")
    for opened in (tab, other):
        listening(opened)
    other.evaluate("window.isOld = true")

    edit(root, RULES, "period: month", "period: week")

    expect(tab.locator("main .audit")).to_contain_text("period 2026-W40")
    other.wait_for_timeout(300)
    assert other.evaluate("[location.pathname, window.isOld]") == ["/terms/", True]


def test_a_template_of_the_theme_can_be_added_in_a_folder_that_was_not_there(tab, preview, root):
    tab.goto(f"{preview[0]}notes/mills/")
    listening(tab)
    path = root / "themes/mine/templates/partials/crumbs.html"
    path.parent.mkdir(parents=True)
    path.write_text("{% macro trail(links) %}<p>Trail of {{ links|length }}</p>{% endmacro %}")
    expect(tab.get_by_text("Trail of 2")).to_be_visible()


def test_the_tab_goes_to_the_page_that_was_just_edited(tab, preview, root):
    tab.goto(f"{preview[0]}notes/mills/")
    listening(tab)
    edit(root, "partners/bob/listing.yaml", "does one thing", "does many things")
    tab.wait_for_url(f"{preview[0]}bob/")
    expect(tab.get_by_text("does many things").first).to_be_visible()


def test_a_page_that_is_renamed_or_deleted_says_that_it_is_gone(tab, preview, root):
    tab.goto(f"{preview[0]}terms/")
    listening(tab)
    (root / "content/pages/terms.md").unlink()
    expect(tab.locator(NOTICE)).to_contain_text("This page is gone")
    write(root, page("terms"))
    expect(tab.locator("h1")).to_have_text("Terms")
    expect(tab.locator("pavgen-notice")).to_have_count(0)


def test_a_preview_begins_with_errors_and_comes_up_when_they_are_mended(browser, tmp_path):
    root = project(tmp_path / "project")
    good = (root / MILLS).read_text()
    (root / MILLS).write_text("---\ntitle: [a\n---\n")
    with previewing(root) as (address, told):
        tab = browser.new_page()
        assert tab.goto(address).status == 503
        expect(tab.locator("h1")).to_have_text("Not built yet")
        expect(tab.locator(NOTICE)).to_contain_text(f"{MILLS}:2:8")
        (root / MILLS).write_text(good)
        expect(tab.locator("h1")).to_have_text("Fernholt Network", timeout=PATIENCE)
        assert "mended, " in told()
        tab.close()


def test_a_worker_from_an_earlier_visit_lets_the_preview_through(browser, tmp_path):
    files = fair_site(tmp_path / "project")
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    with serving(files) as host:
        address = host.address.replace("127.0.0.1", "localhost")
        tab.goto(f"{address}/fair/")
        until(tab, "navigator.serviceWorker.ready.then(() => true)")
        tab.reload()
        until(tab, "Boolean(navigator.serviceWorker.controller)")
    edit(tmp_path / "project", EVENT, "title: Fernholt Fair", "title: Fernholt Market")
    with previewing(tmp_path / "project", port=int(address.rpartition(":")[2])) as (again, _):
        tab.goto(f"{again}fair/")
        let_workers_rest(tab, "document.querySelector('h1').textContent === 'Fernholt Market'")
        until(tab, "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
        until(tab, "caches.keys().then((names) => names.length === 0)")
    context.close()


def let_workers_rest(tab, expression):
    """Wait until an expression is true, and send workers to rest meanwhile.

    A worker gives way to the next when it rests, and one that a test looks into never does.
    """
    session = tab.context.new_cdp_session(tab)
    session.send("ServiceWorker.enable")
    for _ in range(40):
        tab.wait_for_timeout(500)
        try:
            if tab.evaluate(expression):
                return
        except Error:
            continue
        session.send("ServiceWorker.stopAllWorkers")
    raise AssertionError(f"never true: {expression}")
