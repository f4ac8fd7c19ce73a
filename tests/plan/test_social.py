"""What the card of a page says."""

from dataclasses import replace

import pytest

from pavgen.plan.social import SocialCard, social_card
from pavgen.plan.views import FacetValue, FacetView
from tests.render.standard_views import VIEWS
from tests.render.themes import page

SITE = "Aurora Partners"


@pytest.mark.parametrize(
    ("name", "card"),
    [
        ("home", SocialCard(SITE, "Independent companies.", SITE)),
        ("list", SocialCard("Integrators", "They build.", SITE)),
        ("facet", SocialCard("Regions", "What it is.", SITE)),
        (
            "profile",
            SocialCard(
                "Kessel Run Logistics Software Gesellschaft für angewandte Informatik mbH",
                "Runs private clouds",
                SITE,
                "/assets/p/a.png",
            ),
        ),
        ("profile-bare", SocialCard("株式会社アオゾラ技研", "Runs private clouds", SITE)),
        ("proposition", SocialCard("For integrators", "What it is.", SITE)),
        ("solutions", SocialCard("Solutions", "Done.", SITE)),
        ("solution", SocialCard("A port that closes", "−38 % idle hours", SITE)),
        ("hub", SocialCard("Knowledge", "Read.", SITE)),
        ("article", SocialCard("Seven questions", "Ines", SITE)),
        ("page", SocialCard("About", "What it is.", SITE)),
        ("lost", None),
        ("moved", None),
    ],
)
def test_a_card_says_what_its_page_is_about(name: str, card: SocialCard | None):
    assert social_card(page(VIEWS[name][1])) == card


def test_a_list_of_two_facets_has_the_card_of_the_site():
    _, view = VIEWS["list"]
    crossing = FacetView("region", "Region", "", (FacetValue("Nordics", "", 3, current=True),))
    shown = page(replace(view, narrower=(crossing,)))  # type: ignore[type-var]  # a view of a list

    assert social_card(shown) == social_card(page(VIEWS["home"][1]))


def test_a_page_that_is_not_listed_has_no_card():
    assert social_card(replace(page(VIEWS["home"][1]), index=False)) is None
