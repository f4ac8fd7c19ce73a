from datetime import date

import pytest

from pavgen.files.yamlwrite import file_text
from pavgen.model.scaffolds import SCAFFOLDS, Ground, scaffold

DAY = date(2026, 11, 21)
GROUND = Ground(
    DAY,
    {"tiers": ("gold", "basic"), "partner_types": ("reseller",), "opportunities": ("list",)},
    partners=("nordwind", "ostwind"),
    standings={"nordwind": "nw-009"},
    hubs=("guides",),
)


def drafts(kind, name, ground=GROUND):
    made = scaffold(kind, name, ground).value
    assert made is not None
    return made.drafts


def paths(kind, name):
    return [draft.path for draft in drafts(kind, name)]


def lines(kind, name):
    return file_text(drafts(kind, name)[0]).splitlines()


@pytest.mark.parametrize(
    ("kind", "name", "files"),
    [
        (
            "partner",
            "Süd & Co",
            ["partners/sud-and-co/listing.yaml", "partners/sud-and-co/about.md"],
        ),
        ("standing", "ostwind", ["content/standing/ostwind.yaml"]),
        ("site", "Docs", ["content/sites/docs.yaml"]),
        ("solution", "A case", ["content/solutions/a-case.md"]),
        ("article", "First steps", ["content/hubs/guides/first-steps.md"]),
        ("article", "guides/First steps", ["content/hubs/guides/first-steps.md"]),
        ("article", "news/Hello", ["content/hubs/news/index.md", "content/hubs/news/hello.md"]),
        ("theme", "Ours", ["themes/ours/theme.yaml", "themes/ours/README.md"]),
    ],
)
def test_a_scaffold_makes_the_files_of_its_kind(kind, name, files):
    assert paths(kind, name) == files


def test_a_display_name_is_kept_and_a_slug_is_made_readable():
    assert "name: Süd & Co" in lines("partner", "Süd & Co")
    assert "name: Sud and co" in lines("partner", "sud-and-co")


def test_a_standing_has_the_lowest_tier_and_the_next_id():
    assert {"tier: basic", "id: nw-010"} <= set(lines("standing", "ostwind"))


def test_a_site_lists_by_an_opportunity_that_is_there():
    assert "    list: list" in lines("site", "Docs")


@pytest.mark.parametrize(
    ("kind", "name", "what"),
    [
        ("standing", "nobody", "there is no partner `nobody`"),
        ("solution", "A case", "a solution needs a partner"),
        ("site", "Docs", "a site needs an opportunity"),
    ],
)
def test_a_record_that_needs_another_says_which(kind, name, what):
    assert [(d.code, d.what) for d in scaffold(kind, name, Ground(DAY)).diagnostics] == [
        ("new-needs", what)
    ]


@pytest.mark.parametrize("kind", SCAFFOLDS)
@pytest.mark.parametrize("name", ["", "  ", "///", "北", "../x", "a/b/c", "con"])
def test_a_name_without_a_slug_makes_nothing(kind, name):
    assert scaffold(kind, name, GROUND).value is None
