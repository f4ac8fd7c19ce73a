"""Searching and comparing partners in a real browser, by keyboard too."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.finding import LISTED, Register, asked, fitting, hrefs, tick


def test_a_partner_is_found_by_keyboard_alone(quiet: Page, address: str, register: Register):
    wanted = register["partners"][0]
    quiet.goto(address)
    quiet.locator("#masthead-q").focus()
    quiet.keyboard.type(wanted["name"])
    quiet.keyboard.press("Enter")
    quiet.wait_for_url("**/search/?q=*")
    expect(quiet.locator(".result").first).to_be_visible()
    expect(quiet.locator("[data-search] .find-status")).to_contain_text("result")
    quiet.locator("#search-q").focus()
    quiet.keyboard.press("ArrowDown")
    quiet.keyboard.press("Enter")
    quiet.wait_for_url(f"**/{wanted['href']}")

    expect(quiet.locator("h1")).to_have_text(wanted["name"])


def test_a_search_is_narrowed_and_its_address_says_how(quiet: Page, address: str):
    quiet.goto(f"{address}search/?q=energy")
    expect(quiet.locator(".result").first).to_be_visible()
    tick(quiet, "kind", "solution")
    kinds = quiet.locator(".result .eyebrow")
    expect(kinds.first).to_have_text("Solution")

    assert set(kinds.all_inner_texts()) == {"Solution"}
    assert asked(quiet) == {"q": ["energy"], "kind": ["solution"]}
    quiet.go_back()
    expect(quiet.locator('[data-value="solution"] input')).not_to_be_checked()


def test_without_a_word_what_fits_stands_in_the_order_of_the_placement(
    quiet: Page, site: Path, address: str, register: Register
):
    quiet.goto(f"{address}search/?kind=partner&type=integrator")
    expect(quiet.locator(".result").first).to_be_visible()
    links = [urlsplit(link).path for link in hrefs(quiet, ".result-link")]
    rows = {row["slug"]: "/" + row["href"] for row in register["partners"]}

    wanted = [rows[slug] for slug in fitting(site, register, type=["integrator"])]
    assert links == wanted[: len(links)]
    assert len(links) > 3


def test_nothing_of_the_search_is_loaded_before_it_is_asked(quiet: Page, address: str):
    loaded: list[str] = []
    quiet.on("request", lambda request: loaded.append(urlsplit(request.url).path))
    quiet.goto(f"{address}browse/")
    quiet.goto(f"{address}search/")
    quiet.wait_for_load_state("networkidle")

    assert [path for path in loaded if path.startswith("/pagefind/")] == []


def test_three_partners_are_compared_in_the_order_of_the_placement(
    quiet: Page, address: str, register: Register
):
    slugs = [row["slug"] for row in register["partners"]]
    quiet.goto(f"{address}browse/")
    for place in (5, 0, 2):
        quiet.locator(LISTED).nth(place).get_by_label("Compare").check()
    expect(quiet.locator(".tray-count")).to_contain_text("3 partners to compare")
    quiet.locator(".tray-go").click()
    quiet.wait_for_url(f"**/compare/?p={slugs[5]},{slugs[0]},{slugs[2]}")
    heads = quiet.locator("thead th")
    expect(heads).to_have_count(3)

    assert heads.evaluate_all("all => all.map((e) => [e.dataset.partner, e.dataset.position])") == [
        [slugs[0], "1"],
        [slugs[2], "2"],
        [slugs[5], "3"],
    ]
    heads.first.get_by_role("button").press("Enter")
    expect(heads).to_have_count(2)
    assert asked(quiet) == {"p": [f"{slugs[5]},{slugs[2]}"]}
    quiet.go_back()
    expect(heads).to_have_count(3)


def test_links_to_the_sites_of_those_compared_say_what_the_register_has(
    quiet: Page, address: str, register: Register
):
    (paying,) = [row for row in register["partners"] if "sponsored" in row["website"][2]][:1]
    (other,) = [row for row in register["partners"] if "ugc" in row["website"][2]][:1]
    quiet.goto(f"{address}compare/?p={paying['slug']},{other['slug']}")
    expect(quiet.locator("tbody tr").first).to_be_visible()
    links = quiet.locator("tbody a[rel]").evaluate_all("all => all.map((e) => [e.href, e.rel])")

    assert sorted(links) == sorted(
        [row["website"][0], row["website"][2]] for row in (paying, other)
    )


def test_only_what_differs_is_shown_on_request(quiet: Page, address: str, register: Register):
    one, other = (row["slug"] for row in register["partners"][:2])
    quiet.goto(f"{address}compare/?p={one},{other}")
    rows = quiet.locator("tbody tr")
    expect(rows.first).to_be_visible()
    quiet.get_by_label("Only what differs").check()

    cells = rows.evaluate_all(
        "all => all.map((r) => [...r.cells].slice(1).map((c) => c.innerText))"
    )
    assert cells
    assert [row for row in cells if row[0] == row[1]] == []


def test_a_fifth_partner_is_refused_with_a_sentence(quiet: Page, address: str):
    quiet.goto(f"{address}browse/")
    for place in range(4):
        quiet.locator(LISTED).nth(place).get_by_label("Compare").check()
    fifth = quiet.locator(LISTED).nth(4).get_by_label("Compare")
    fifth.click()

    expect(fifth).not_to_be_checked()
    expect(quiet.locator(".tray-count")).to_contain_text("No more than 4")


def test_a_comparison_of_nobody_known_says_so(quiet: Page, address: str):
    quiet.goto(f"{address}compare/?p=nobody,%3Cscript%3E")

    expect(quiet.locator(".find-status")).to_contain_text("Nobody is chosen yet")
    expect(quiet.locator("thead th")).to_have_count(0)
