"""Directions between two places of a floor plan, in a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from pavgen.files.yamldoc import parse_yaml
from pavgen.model.floor.routes import shortest
from pavgen.model.floor.walkways import walkways
from pavgen.model.records.floorplan import FloorPlan
from pavgen.model.schema.decoding import Decoding, Rules
from pavgen.model.schema.records import decode_record
from tests.browser.fairs import built, demo_halls, served, settled


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(built(tmp_path_factory.mktemp("fair"), demo_halls())) as address:
        yield address


def test_ways_are_as_long_as_those_of_the_model(page: Page, fair: str):
    tree = parse_yaml("floorplan.yaml", demo_halls()).value
    plan = decode_record(FloorPlan, tree, Decoding("floorplan.yaml", Rules()))
    network = walkways(plan)
    names = [b.id for b in plan.booths] + [f.id for f in plan.features if f.kind != "aisle"]
    pairs = [(a, b) for at, a in enumerate(names) for b in names[at + 1 :: 3]]
    page.goto(f"{fair}floor/")
    found = page.evaluate(
        """async ([pairs, address]) => {
          const script = [...performance.getEntriesByType("resource")]
            .find((entry) => /floor-ways\\.\\w+\\.js/.test(entry.name)).name;
          const { network, shortest } = await import(script);
          const net = network(await (await fetch(address)).json());
          const key = (name) => (net.places.has(name) ? name : `/${name}`);
          return pairs.map(([a, b]) => shortest(net, key(a), key(b))?.length ?? null);
        }""",
        [pairs, f"{fair}floor/ways.json"],
    )
    wanted = [shortest(network, a, b) for a, b in pairs]

    assert len(pairs) > 300
    assert found == [route.length if route else None for route in wanted]
    assert any(found)


def test_a_way_is_drawn_and_told_from_the_sign_to_a_booth_in_the_other_hall(page: Page, fair: str):
    page.goto(f"{fair}floor/?here=a12")
    expect(page.locator(".floor-mine text")).to_have_text("You are here")
    expect(page.locator("[data-go-steps]")).to_have_text("You are at Booth A12.")
    page.locator("[data-go-to]").select_option("b3")
    steps = page.locator("[data-go-steps] li")
    steps.first.wait_for()
    told = steps.all_inner_texts()

    assert told[0].startswith("Leave Booth A12 to ")
    assert "Go through Way to the Kontor." in told
    assert told[-1].startswith("Booth B3 is ")
    assert page.locator(".floor-route-line").count() == 2
    assert page.url.endswith("?here=a12&to=b3")


def test_from_here_and_to_here_of_two_booths_give_a_way(page: Page, fair: str):
    page.goto(f"{fair}floor/#a1")
    page.get_by_role("button", name="From here").click()
    assert page.evaluate("document.activeElement.name") == "to"
    page.evaluate("location.hash = 'a6'")
    page.get_by_role("button", name="To here").click()
    expect(page.locator("[data-go-steps] h2")).to_contain_text("The way from Booth A1 to Booth A6")
    page.get_by_role("button", name="The other way round").click()

    expect(page.locator("[data-go-steps] h2")).to_contain_text("from Booth A6 to Booth A1")


def test_a_sign_of_a_place_that_is_gone_says_nothing(page: Page, fair: str):
    page.goto(f"{fair}floor/?here=b999&to=%3Cb%3E")
    settled(page)

    assert page.locator(".floor-mine").count() == 0
    assert page.locator("[data-go-steps]").inner_text() == ""
