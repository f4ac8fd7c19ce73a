"""The parts of structured data: full addresses, and no key for what is not known."""

from pavgen.plan.structured_parts import full_address, named, organisation, publisher, without_gaps
from pavgen.plan.views import FreePage, ProseView
from tests.render.standard_views import card
from tests.render.themes import page

PAGE = page(FreePage("A page", "", ProseView(), contents=False))


def test_addresses_within_the_site_get_its_origin_and_others_stay():
    assert full_address(PAGE, "/b/") == "https://p.example/b/"
    assert full_address(PAGE, "https://other.example/c/") == "https://other.example/c/"


def test_what_is_not_known_is_left_out_and_nought_is_not():
    assert without_gaps({"a": "", "b": [], "c": 0, "d": "x", "e": [""]}) == {
        "c": 0,
        "d": "x",
        "e": [""],
    }


def test_a_partner_is_known_by_its_profile_and_by_name_where_it_has_none():
    assert organisation(PAGE, card(0)) == {
        "@type": "Organization",
        "@id": "https://p.example/partners/partner-0/",
        "name": "Nordwind Systems",
    }
    assert organisation(PAGE, card(6)).keys() == {"@type", "name"}


def test_the_vendor_publishes_and_a_page_has_its_own_address():
    assert publisher(PAGE)["name"] == "Aurora Systems"
    assert named("WebPage", PAGE, "x")["url"] == "https://p.example/a/"
