"""What is printed: sheets of the right size, and codes that lead to the right page."""

import io

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from tests.browser.pavilions import fair_site, serving
from tests.browser.reading_pdf import black_parts, sizes
from tests.events import EVENT
from tests.plan.projects import partner

BASE = "https://partners.fernholt.example/fair/"
NAMES = (
    "Nordwind",
    "Kessel Run Logistics Gesellschaft für angewandte Informatik mbH",
    "株式会社アオゾラ技研アオゾラ技研アオゾラ技研アオゾラ技研",
    "شركة الأفق للحلول الرقمية والاستشارات",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau",
    "W" * 60,
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return fair_site(tmp_path_factory.mktemp("signs"))


def printed(browser, files, path):
    """Open a page and save it as PDF."""
    with serving(files) as host:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(host.address + path)
        data = page.pdf(prefer_css_page_size=True, print_background=True)
        page.close()
    return PdfReader(io.BytesIO(data))


def codes(picture):
    return sorted(found.text for found in zxingcpp.read_barcodes(picture))


def test_each_booth_has_a_sheet_whose_code_leads_to_its_place(browser, site):
    reader = printed(browser, site, "/fair/signs/")

    assert sizes(reader) == [(210, 148)] * 3
    assert [codes(black_parts(reader, n)) for n in range(3)] == [
        [f"{BASE}floor/?here={booth}#{booth}"] for booth in ("a1", "a2", "p1")
    ]


def test_each_door_has_a_sheet_whose_codes_lead_to_its_sessions(browser, site):
    reader = printed(browser, site, "/fair/signs/rooms/")

    assert sizes(reader) == [(210, 297)] * 3
    assert [codes(black_parts(reader, n, scale=6)) for n in range(3)] == [
        sorted([f"{BASE}agenda/", *(f"{BASE}agenda/sessions/{name}/" for name in names)])
        for names in (("opening", "mills"), ("farewell",), ("wheels",))
    ]


def test_each_hall_has_one_sheet_with_everybody_on_it(browser, site):
    reader = printed(browser, site, "/fair/plan/")

    assert sizes(reader) == [(297, 210)]
    assert codes(black_parts(reader, 0)) == [f"{BASE}floor/"]
    text = reader.pages[0].extract_text()
    assert [
        name for name in ("Hall 1", "Ada", "Cat", "A1", "P1", "Main entrance") if name not in text
    ] == []


def test_the_site_around_the_sheets_is_not_printed(browser, site):
    for path in ("/fair/signs/", "/fair/signs/rooms/", "/fair/plan/"):
        text = "".join(page.extract_text() for page in printed(browser, site, path).pages)
        assert "Print this page" not in text
        assert "Fernholt Network" not in text


def test_codes_on_a_screen_are_read_in_the_light_and_in_the_dark(browser, site):
    for scheme in ("light", "dark"):
        with serving(site) as host:
            page = browser.new_page(
                viewport={"width": 1440, "height": 900}, color_scheme=scheme, device_scale_factor=2
            )
            page.goto(f"{host.address}/fair/signs/")
            shot = page.locator("#sign-a1").screenshot()
            page.close()
        assert codes(Image.open(io.BytesIO(shot))) == [f"{BASE}floor/?here=a1#a1"]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_fits_its_sign(browser, tmp_path, name):
    site = fair_site(tmp_path, more=partner("bob", name=name))
    with serving(site) as host:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{host.address}/fair/signs/")
        over = page.locator(".sign-holders").evaluate_all(
            "all => all.map((e) => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth])"
        )
        page.close()

    assert [pair for pair in over if max(pair) > 1] == []


def test_a_pod_shared_by_four_has_them_all_on_one_sheet(browser, tmp_path):
    shifts = "".join(
        f"  - {{id: part-{n}, label: Part {n} of the fair, times: [{{start: 2026-10-24T{18 + n:02}:00, "
        f"end: 2026-10-24T{19 + n:02}:00}}]}}\n"
        for n in range(4)
    )
    crowd = "".join(
        f"  - {{partner: s{n}, package: pod, booth: p1@part-{n}, reason: By lot.}}\n"
        for n in range(4)
    )
    main = EVENT.replace("exhibitors:\n", f"{shifts}exhibitors:\n") + crowd
    main = main.replace("  - {partner: cat, package: pod, booth: p1@day-1, reason: By lot.}\n", "")
    more: dict[str, str] = {}
    for n in range(4):
        more |= partner(f"s{n}", name=NAMES[n])
    reader = printed(browser, fair_site(tmp_path, more=more, main=main), "/fair/signs/")
    text = reader.pages[2].extract_text()

    assert sizes(reader) == [(210, 148)] * 3
    assert [n for n in range(4) if f"Part {n} of the fair" not in text] == []
