"""Filtering a list in a real browser, links to copy, and all of it without scripts."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.finding import LISTED, Register, asked, fitting, hrefs, numbered, shown, tick

KB = 1000


def test_two_facets_narrow_the_list_in_the_order_of_the_placement(
    quiet: Page, site: Path, address: str, register: Register
):
    quiet.goto(f"{address}browse/")
    tick(quiet, "type", "integrator")
    tick(quiet, "region", "emea")
    wanted = fitting(site, register, type=["integrator"], region=["emea"])

    expect(quiet.locator(".find-status").first).to_have_text(
        f"{len(wanted)} of {len(register['partners'])} partners fit"
    )
    assert shown(quiet) == numbered(wanted)
    assert asked(quiet) == {"type": ["integrator"], "region": ["emea"]}
    assert quiet.locator("ol.partners").get_attribute("data-surface") == register["surface"]
    expect(quiet.locator(".pager:visible")).to_have_count(0)


def test_values_of_one_facet_widen_each_other(
    quiet: Page, site: Path, address: str, register: Register
):
    quiet.goto(f"{address}browse/?type=integrator&type=reseller")
    wanted = fitting(site, register, type=["integrator", "reseller"])

    expect(quiet.locator(LISTED)).to_have_count(len(wanted))
    assert shown(quiet) == numbered(wanted)


def test_each_option_counts_what_it_would_give(
    quiet: Page, site: Path, address: str, register: Register
):
    quiet.goto(f"{address}browse/?region=emea")
    expect(quiet.locator(".find-chip")).to_have_count(1)
    counts = dict(
        quiet.locator('.facet[data-facet="type"] [data-value]').evaluate_all(
            "items => items.map((i) => [i.dataset.value, i.querySelector('.count').textContent])"
        )
    )

    assert counts == {
        kind: str(len(fitting(site, register, region=["emea"], type=[kind]))) for kind in counts
    }


def test_back_and_forward_walk_through_what_was_chosen(quiet: Page, address: str):
    quiet.goto(f"{address}browse/")
    before = shown(quiet)
    tick(quiet, "type", "integrator")
    expect(quiet.locator(".find-chip")).to_have_count(1)
    filtered = shown(quiet)
    tick(quiet, "region", "emea")
    expect(quiet.locator(".find-chip")).to_have_count(2)

    quiet.go_back()
    expect(quiet.locator(".find-chip")).to_have_count(1)
    assert shown(quiet) == filtered
    quiet.go_back()
    expect(quiet.locator(".find-bar")).to_be_hidden()
    assert shown(quiet) == before
    quiet.go_forward()
    expect(quiet.locator(".find-chip")).to_have_text(["Integrator"])
    assert quiet.locator('[data-value="integrator"] input').is_checked()


def test_a_country_is_chosen_without_asking_where_the_visitor_is(
    quiet: Page, site: Path, address: str, register: Register
):
    quiet.goto(f"{address}browse/")
    quiet.get_by_label("Country").select_option("PL")
    wanted = fitting(site, register, country=["PL"])

    expect(quiet.locator(".find-chip")).to_have_text(["Poland"])
    assert shown(quiet) == numbered(wanted)
    assert asked(quiet) == {"country": ["PL"]}
    quiet.goto(f"{address}browse/country/PL/")
    assert shown(quiet) == numbered(wanted)


def test_a_filter_is_taken_away_by_keyboard_and_the_focus_stays_near(quiet: Page, address: str):
    quiet.goto(f"{address}browse/?type=integrator&region=emea&tier=advanced")
    chips = quiet.locator(".find-chip")
    expect(chips).to_have_count(3)
    chips.first.focus()
    quiet.keyboard.press("Enter")

    expect(chips).to_have_count(2)
    assert chips.first.evaluate("e => e === document.activeElement")
    quiet.get_by_role("button", name="Clear all").press("Enter")
    expect(quiet.locator(".find-bar")).to_be_hidden()
    assert asked(quiet) == {}


def test_a_long_list_grows_by_pages_and_the_focus_moves_to_what_is_new(
    quiet: Page, site: Path, address: str, register: Register
):
    wanted = fitting(site, register, region=["emea"])
    quiet.goto(f"{address}browse/?region=emea")
    more = quiet.locator(".find-next")
    expect(more).to_be_visible()
    first = quiet.locator(LISTED).count()
    more.press("Enter")

    expect(quiet.locator(LISTED)).to_have_count(len(wanted))
    assert shown(quiet) == numbered(wanted)
    assert quiet.evaluate(
        "document.activeElement.closest('[data-position]').dataset.position"
    ) == str(first + 1)


def test_a_card_made_by_the_script_is_the_card_of_the_page(quiet: Page, address: str):
    quiet.goto(f"{address}browse/")
    card = f"{LISTED}:first-child"
    slug = quiet.locator(card).get_attribute("data-partner")
    of_page = quiet.locator(card).inner_html()
    quiet.goto(f"{address}browse/?tier=registered&tier=advanced&tier=principal")
    expect(quiet.locator(".find-chip").first).to_be_visible()

    made = quiet.locator(f'{LISTED}[data-partner="{slug}"]').inner_html()
    assert _plain(made) == _plain(of_page)


def _plain(html: str) -> str:
    """Leave out white space between elements and how soon an image is fetched."""
    return re.sub(r'\s+(?=<)|(?<=>)\s+| loading="lazy"', "", html)


def test_two_thousand_partners_are_filtered_a_page_at_a_time(
    quiet: Page, address: str, register: Register
):
    row = register["partners"][0]
    many = {
        **register,
        "partners": [row | {"slug": f"p{n}", "name": f"P {n}"} for n in range(2000)],
    }
    quiet.route("**/partners.json*", lambda route: route.fulfill(json=many))
    quiet.goto(f"{address}browse/")
    tier = register["facets"][-1]["terms"][row["values"]["tier"][0]][0]
    tick(quiet, "tier", tier)
    expect(quiet.locator(".find-status").first).to_have_text("2,000 of 2,000 partners fit")
    kind = register["facets"][0]["terms"][row["values"]["type"][0]][0]
    quiet.locator(f'[data-value="{kind}"] input').first.evaluate("box => box.click()")
    expect(quiet.locator(".find-chip")).to_have_count(2)

    assert quiet.locator(LISTED).count() == 24


def test_the_link_of_a_heading_is_copied(quiet: Page, address: str):
    quiet.goto(f"{address}how-we-place-partners/")
    button = quiet.locator(".copy-heading").first
    button.press("Enter")
    heading = quiet.locator(".prose :is(h2, h3)[id]").first.get_attribute("id")

    expect(quiet.get_by_text("Copied")).to_be_visible()
    assert quiet.evaluate("navigator.clipboard.readText()") == (
        f"{address}how-we-place-partners/#{heading}"
    )


def test_without_scripts_links_do_the_same(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}browse/")
    inputs = page.locator(".filters input").count()
    page.locator('[data-value="integrator"] a').click(force=True)
    listed = page.locator("h1").inner_text()
    page.goto(f"{address}search/?q=pumps")
    search = page.locator(".search-without").inner_text()
    ways = hrefs(page, ".search-without .facet-entry a")
    page.goto(f"{address}compare/")
    compare = page.locator(".compare-without").inner_text()
    context.close()

    assert (inputs, listed) == (0, "Integrators")
    assert "none is running" in search
    assert "none is running" in compare
    assert f"{address}browse/type/integrator/" in ways


@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize(
    "path",
    [
        "browse/?type=integrator&region=emea&country=DE",
        "browse/?type=distributor&country=PL&tier=principal",
        "search/?q=energy",
        "compare/",
    ],
)
def test_no_state_is_wider_than_the_window(
    browser: Browser, address: str, register: Register, width: int, path: str
):
    page = browser.new_page(viewport={"width": width, "height": 900})
    four = ",".join(row["slug"] for row in register["partners"][:4])
    page.goto(address + path + (f"?p={four}" if path == "compare/" else ""))
    expect(page.locator(".find-status").first).not_to_be_empty()
    excess = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    page.close()

    assert excess == 0


def test_a_list_of_partners_is_light(site: Path):
    html = (site / "browse" / "index.html").read_bytes()
    sheet, *_ = (site / "assets").glob("style.*.css")
    scripts = _modules(site, html.decode())
    cards = html.count(b"data-partner=")
    one = (len(gzip.compress(html)) - 3 * KB) / cards

    assert len(gzip.compress(html)) + (50 - cards) * one + _packed([sheet]) < 60 * KB
    assert _packed(scripts) < 15 * KB


def _packed(files: list[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def _modules(site: Path, html: str) -> list[Path]:
    """Return every script that a page loads, those that others import included."""
    left = re.findall(r'<script type="module" src="/assets/([^"]+)"', html)
    found: dict[str, Path] = {}
    while left:
        name = left.pop()
        if name not in found:
            found[name] = site / "assets" / name
            left += re.findall(
                r'^import [^"]*"\./([^"]+)"', found[name].read_text("utf-8"), re.MULTILINE
            )
    assert found
    return list(found.values())
