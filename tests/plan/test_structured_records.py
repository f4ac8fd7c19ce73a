"""Records told to programs, from views alone: full ones, and ones that say next to nothing."""

from dataclasses import replace

import pytest

from pavgen.plan.structured_parts import organisation
from pavgen.plan.structured_records import told_article, told_profile, told_solution
from pavgen.plan.views import ArticleText, SolutionStory
from tests.render.standard_views import BARE, PROFILE, VIEWS
from tests.render.themes import page


def told(profile):
    return told_profile(page(profile), profile)


def test_a_profile_that_says_nothing_has_no_empty_keys():
    found = told(BARE)

    assert found.keys() == {
        "@type",
        "@id",
        "name",
        "description",
        "logo",
        "memberOf",
        "mainEntityOfPage",
    } - (set() if BARE.card.tagline else {"description"}) - (set() if BARE.card.logo else {"logo"})


@pytest.mark.parametrize(
    ("size", "people"),
    [
        ("11-50", {"@type": "QuantitativeValue", "minValue": 11, "maxValue": 50}),
        ("5000+", {"@type": "QuantitativeValue", "minValue": 5000}),
        ("", None),
        ("many", None),
    ],
)
def test_the_size_of_a_company_is_told_as_bounds(size, people):
    assert told(replace(PROFILE, size=size)).get("numberOfEmployees") == people


def test_an_article_names_its_author_and_the_later_of_its_days():
    article = VIEWS["article"][1]
    assert isinstance(article, ArticleText)
    found = told_article(page(article), article)

    assert found["author"] == {
        "@type": "Person",
        "name": "Ines",
        "url": "https://p.example/h/by/ines/",
    }
    assert found["dateModified"] == "2026-11-21"
    assert found["isPartOf"] == {
        "@type": "CreativeWorkSeries",
        "name": "Steps",
        "url": "https://p.example/steps/",
    }


def test_a_solution_is_made_by_its_partners_in_the_order_of_the_view():
    solution = VIEWS["solution"][1]
    assert isinstance(solution, SolutionStory)
    view = page(solution)

    assert told_solution(view, solution)["creator"] == [
        organisation(view, role.card) for role in solution.roles
    ]
