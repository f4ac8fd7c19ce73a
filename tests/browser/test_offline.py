"""An event without a network: all of it after one visit, and an update as a whole or not at all."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.pavilions import fair_site, serving, until
from tests.events import AGENDA

PATIENCE = 20_000
READY = "navigator.serviceWorker.ready.then(() => true)"
KEPT = "caches.keys().then((names) => names.filter((name) => name.startsWith('pavgen ')))"
IN_CONTROL = "Boolean(navigator.serviceWorker.controller)"
UPDATE = "navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => true)"
WAITING = "navigator.serviceWorker.getRegistration().then((r) => Boolean(r.waiting))"
PAGES = ("/fair/", "/fair/floor/", "/fair/exhibitors/", "/fair/agenda/", "/fair/kiosk/")
RENAMED = AGENDA.replace("title: On mills", "title: On windmills")


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    return fair_site(tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    return fair_site(tmp_path_factory.mktemp("second"), agenda=RENAMED)


@pytest.fixture
def context(browser):
    opened = browser.new_context(viewport={"width": 390, "height": 844})
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


SETTLED = (
    "navigator.serviceWorker.getRegistration().then((r) => !r || (!r.installing && !r.waiting))"
)
NO_ATTEMPT = "navigator.serviceWorker.getRegistration().then((r) => !r.installing)"


def taken(page, heading):
    """Wait until the update that a page has asked for is shown.

    It waits until the worker before it rests, and one that a test looks into never does by
    itself: so it is sent to rest, as a browser does that nobody looks into.
    """
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    for _ in range(30):
        page.wait_for_timeout(1000)
        if page.locator("h1").first.text_content() == heading:
            return
        session.send("ServiceWorker.stopAllWorkers")
    raise AssertionError(f"{heading} was never shown")


def visited(context, host, path="/fair/"):
    """Open a page and wait until everything is kept."""
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(host.address + path)
    page.evaluate(READY)
    return page


def test_after_one_visit_every_page_is_there_without_a_network(context, first):
    with serving(dict(first)) as host:
        page = visited(context, host)
        context.set_offline(True)
        host.asked.clear()
        titles = {}
        for path in (*PAGES, "/fair/agenda/sessions/mills/", "/fair/agenda/speakers/ida-holm/"):
            page.goto(host.address + path)
            titles[path] = page.locator("h1").first.text_content()
            assert page.evaluate("document.styleSheets.length") >= 2, path
            assert page.evaluate("document.styleSheets[0].cssRules.length") > 0, path

    assert titles["/fair/agenda/sessions/mills/"] == "On mills"
    assert titles["/fair/agenda/speakers/ida-holm/"] == "Ida Holm"
    assert host.asked == []


def test_a_code_on_a_sign_opens_the_plan_without_a_network(context, first):
    with serving(dict(first)) as host:
        page = visited(context, host)
        context.set_offline(True)
        page.goto(f"{host.address}/fair/floor/?here=a1#a1")

        assert page.locator("h1").count() == 1
        assert page.evaluate("location.search + location.hash") == "?here=a1#a1"


def test_logos_are_there_without_a_network(context, first):
    with serving(dict(first)) as host:
        page = visited(context, host)
        context.set_offline(True)
        page.goto(f"{host.address}/fair/kiosk/")
        logo = page.locator('[data-partner="ada"] img')
        logo.evaluate("image => { image.closest('li').hidden = false; }")

        assert logo.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")


def test_the_page_says_politely_that_all_is_kept_and_only_once(context, first):
    with serving(dict(first)) as host:
        page = visited(context, host)
        note = page.locator(".offline-note")
        expect(note).to_contain_text("kept on this device")
        assert note.get_attribute("role") == "status"

        page.reload()
        until(page, IN_CONTROL)
        expect(note).to_have_text("")
        assert page.said == []


def test_pages_of_the_site_beside_the_event_are_neither_kept_nor_watched(context, first):
    with serving(dict(first)) as host:
        page = visited(context, host)
        page.goto(f"{host.address}/")

        assert page.evaluate(IN_CONTROL) is False
        kept = page.evaluate(
            "caches.keys().then(([name]) => caches.open(name)).then((c) => c.keys())"
            ".then((all) => all.map((r) => new URL(r.url).pathname))"
        )
        assert "/" not in kept
        assert [p for p in kept if p.startswith(("/fair/signs/", "/fair/plan/"))] == []


def test_a_page_that_is_not_kept_says_so_and_leads_to_those_that_are(context, first):
    with serving(dict(first)) as host:
        page = visited(context, host)
        context.set_offline(True)
        page.goto(f"{host.address}/fair/signs/")

        expect(page.locator("h1")).to_have_text("Not without a network")
        page.get_by_role("link", name="Floor plan").first.click()
        expect(page).to_have_url(f"{host.address}/fair/floor/")


def test_what_a_visitor_keeps_stays_without_a_network(context, first):
    with serving(dict(first)) as host:
        page = visited(context, host, "/fair/agenda/")
        page.evaluate("localStorage.setItem('mine', 'mills')")
        context.set_offline(True)
        page.reload()

        assert page.evaluate("localStorage.getItem('mine')") == "mills"


def test_an_update_is_offered_and_taken_as_a_whole(context, first, second):
    with serving(dict(first)) as host:
        page = visited(context, host, "/fair/agenda/sessions/mills/")
        page.reload()
        host.files = dict(second)
        page.evaluate(UPDATE)
        until(page, WAITING)
        page.reload()
        taken(page, "On windmills")
        until(page, f"{KEPT}.then((names) => names.length === 1)")
        context.set_offline(True)
        page.goto(f"{host.address}/fair/agenda/")

        expect(page.locator("main")).to_contain_text("On windmills")


def test_with_two_pages_open_an_update_waits_until_it_is_wanted(context, first, second):
    with serving(dict(first)) as host:
        visited(context, host)
        one, two = context.new_page(), context.new_page()
        one.goto(f"{host.address}/fair/agenda/sessions/mills/")
        two.goto(f"{host.address}/fair/agenda/")
        host.files = dict(second)
        one.evaluate(UPDATE)
        until(one, WAITING)
        two.reload()
        expect(two.locator("main")).to_contain_text("On mills")
        expect(one.locator("h1")).to_have_text("On mills")

        one.get_by_role("button", name="Show the new version").click()
        taken(one, "On windmills")
        expect(two.locator("main")).to_contain_text("On windmills", timeout=PATIENCE)


@pytest.mark.parametrize(
    "harm", ["missing", "of another build", "cut off"], ids=lambda harm: harm.replace(" ", "-")
)
def test_an_update_of_which_one_file_is_wrong_changes_nothing(context, first, second, harm):
    broken = dict(second)
    path = "fair/agenda/index.html"
    with serving(dict(first)) as host:
        page = visited(context, host, "/fair/agenda/sessions/mills/")
        page.reload()
        before = page.evaluate(KEPT)
        if harm == "missing":
            host.failing["/fair/agenda/"] = 503
        else:
            broken[path] = second[path] + b"<!-- -->" if harm != "cut off" else second[path][:-9]
        host.files = broken
        page.evaluate(f"{UPDATE}.catch(() => true)")
        until(page, SETTLED)
        assert page.evaluate(KEPT) == before

        page.reload()
        expect(page.locator("h1")).to_have_text("On mills")
        host.failing.clear()
        host.files = dict(second)
        page.evaluate(UPDATE)
        until(page, WAITING)
        page.reload()
        taken(page, "On windmills")


def test_an_update_fetches_only_what_has_changed(context, first, second):
    with serving(dict(first)) as host:
        page = visited(context, host, "/fair/agenda/sessions/mills/")
        page.reload()
        host.asked.clear()
        host.files = dict(second)
        page.evaluate(UPDATE)
        until(page, WAITING)

    changed = {
        "/" + path.removesuffix("index.html") for path in second if second[path] != first.get(path)
    }
    assert set(host.asked) <= changed
    assert "/fair/agenda/sessions/mills/" in host.asked


def test_going_back_to_a_build_of_before_works(context, first, second):
    with serving(dict(first)) as host:
        visited(context, host)
        page, other = context.new_page(), context.new_page()
        page.goto(f"{host.address}/fair/agenda/sessions/mills/")
        other.goto(f"{host.address}/fair/")
        host.files = dict(second)
        page.evaluate(UPDATE)
        until(page, WAITING)
        host.files = dict(first)
        page.evaluate(UPDATE)
        until(page, NO_ATTEMPT)
        context.set_offline(True)
        page.reload()

        expect(page.locator("h1")).to_have_text("On mills")


def test_where_the_section_is_gone_nothing_stays_behind(context, first):
    with serving(dict(first)) as host:
        page = visited(context, host)
        page.reload()
        host.files = {p: data for p, data in first.items() if not p.startswith("fair/")}
        page.goto(f"{host.address}/fair/agenda/")
        until(page, f"{KEPT}.then((names) => names.length === 0)")
        until(page, "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
        page.reload()

        assert page.evaluate("document.body.textContent") == "failed"


def test_only_the_workers_address_gets_past_the_policy_of_the_page(context, first):
    with serving(dict(first)) as host:
        page = context.new_page()
        page.goto(f"{host.address}/fair/")
        page.evaluate(READY)
        tried = page.evaluate(
            """() => {
                const names = [];
                for (const name of ["pavgen-offline", "another"]) {
                    try { trustedTypes.createPolicy(name, {}); names.push(name); } catch { /* barred */ }
                }
                try { document.body.innerHTML = "<b>x</b>"; names.push("markup"); } catch { /* barred */ }
                return names;
            }"""
        )

    assert tried == []


def test_the_manifest_is_one_a_phone_can_install(context, first):
    manifest = json.loads(first["fair/manifest.webmanifest"])
    with serving(dict(first)) as host:
        page = visited(context, host)
        sizes = page.evaluate(
            "(all) => Promise.all(all.map(({src}) => fetch(src).then((r) => r.blob())"
            ".then(createImageBitmap).then((i) => `${i.width}x${i.height}`)))",
            manifest["icons"],
        )
        found = context.new_cdp_session(page).send("Page.getInstallabilityErrors")

    assert sizes == [icon["sizes"] for icon in manifest["icons"]]
    assert (manifest["start_url"], manifest["scope"]) == ("/fair/", "/fair/")
    assert found["installabilityErrors"] in (
        [],
        [{"errorId": "in-incognito", "errorArguments": []}],
    )
