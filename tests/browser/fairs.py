"""Events for a browser: the demo's halls with somebody in most booths, and one of 300 booths."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page

from pavgen.files.yamldoc import parse_yaml
from pavgen.model.document import Entries, Items, Scalar
from tests.browser.building import build_in_memory
from tests.browser.conftest import ROOT, _Quiet
from tests.events import event
from tests.plan.projects import DAY, files_of, partner, site, write

SECTIONS = ["kind: directory, path: /", "kind: pavilion, path: /fair/, event: fair"]
NAMES = (
    "Alder Water",
    "مرصد الهبوب",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
    "風車製作所",
    "O’Malley Windmill Works & Company",
)

EVENT = """\
title: Fernholt Fair
summary: Two days of booths.
starts: 2026-10-24
ends: 2026-10-25
time_zone: Europe/Berlin
venue: {name: Old Mill, city: Altdorf, country: DE}
packages: [{id: booth, label: A booth}, {id: pod, label: A shared pod, shifts: 1}]
shifts:
  - {id: am, label: Morning, times: [{start: 2026-10-24T09:00, end: 2026-10-24T13:00}]}
exhibitors:
"""


def demo_halls() -> str:
    """Return the floor plan of the demo's event."""
    return next((ROOT / "content/events").glob("*/floorplan.yaml")).read_text(encoding="utf-8")


def great_hall() -> str:
    """Return a floor plan of one hall with 300 booths in rows of fifteen, back to back."""
    booths, aisles = [], []
    for pair in range(10):
        y = 3 + pair * 9
        aisles.append(f"id: aisle-{pair}, label: Aisle {pair + 1}, x: 0, y: {y - 3}, height: 3")
        for row, column in ((row, column) for row in (0, 1) for column in range(15)):
            name = f"b{pair * 30 + row * 15 + column + 1}"
            place = f"x: {4 + column * 3}, y: {y + row * 3}, width: 3, height: 3"
            booths.append(f"  - {{id: {name}, hall: one, {place}, kind: in-line}}\n")
    lanes = "".join(f"  - {{kind: aisle, hall: one, width: 53, {aisle}}}\n" for aisle in aisles)
    return (
        "halls: [{id: one, label: Great hall, width: 53, height: 93}]\n"
        f"booths:\n{''.join(booths)}features:\n{lanes}"
        "  - {id: last, label: Last, kind: aisle, hall: one, x: 0, y: 90, width: 53, height: 3}\n"
        "  - {id: side, label: Side, kind: aisle, hall: one, x: 0, y: 0, width: 4, height: 93}\n"
        "  - {id: door, label: Door, kind: entrance, hall: one, x: 0, y: 1, width: 1, height: 2}\n"
    )


def built(root: Path, plan: str, most: int = 1000) -> Path:
    """Build a site whose event has this plan.

    Every seventh booth stays free, and all beyond the first `most`.
    """
    crowd, rows = [partner("guest", name="Guest")], []
    for number, (booth, shared, is_open) in enumerate(_booths(plan)):
        if is_open and number % 7 != 6 and number < most:
            slug = f"firm-{number:03d}"
            name = f"{NAMES[number % len(NAMES)]} {number}" if number > 4 else NAMES[number]
            area = ("data", "grid", "lake")[number % 3]
            crowd.append(partner(slug, f"solution_areas: [{area}]\n", name=name))
            terms = (
                f"package: pod, booth: {booth}@am" if shared else f"package: booth, booth: {booth}"
            )
            more = ", co_exhibitors: [guest]" if number == 1 else ""
            rows.append(f"  - {{partner: {slug}, {terms}, reason: By lot.{more}}}\n")
    text = EVENT + "".join(rows)
    files = files_of(*crowd, event(main=text, plan=plan, agenda=""), main=site(SECTIONS))
    write(root / "site", build_in_memory(write(root / "project", files), DAY))
    return root / "site"


def _booths(plan: str) -> Iterator[tuple[str, bool, bool]]:
    tree = parse_yaml("floorplan.yaml", plan).value
    assert isinstance(tree, Entries)
    booths = next(value for key, value in tree if key.text == "booths")
    assert isinstance(booths, Items)
    for booth in booths.items:
        assert isinstance(booth, Entries)
        told = {key.text: value.text for key, value in booth if isinstance(value, Scalar)}
        yield told["id"], told.get("shared") == "true", told.get("state") != "blocked"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a site on this machine; give the address of its event."""
    answering = functools.partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/fair/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def box_of(page: Page, hall: str = "packhaus") -> list[float]:
    """Return the part of a hall that is shown: x, y, width, height in centimetres."""
    told = page.locator(f'.floor-svg[data-hall="{hall}"]').get_attribute("viewBox") or ""
    return [round(float(number)) for number in told.split()]


def settled(page: Page) -> list[float]:
    """Wait until the drawing rests, and return what is shown."""
    last: list[float] = []
    while (now := box_of(page)) != last:
        last = now
        page.wait_for_timeout(80)
    return last
