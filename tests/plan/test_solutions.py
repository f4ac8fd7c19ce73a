import pytest

from pavgen.plan.views import OutcomeView, SolutionCard
from tests.plan.projects import files_of, page, partner, planned, site, slugs, solution

SHOWCASE = site(["kind: showcase, path: /stories/", "kind: pages, path: /"])
MORE = """\
customer: A town
industries: [water, energy]
outcomes: [{measure: of the cost, value: −38 %}, {measure: of the time, value: half}]
"""


def test_card_shows_the_first_outcome_and_labels_in_the_programme_s_order(tmp_path):
    files = files_of(
        partner("alder"), partner("birch"), solution("frost", ["birch", "alder"], MORE),
        main=SHOWCASE,
    )  # fmt: skip
    (card,) = planned(tmp_path, files).content("stories/").solutions

    assert card == SolutionCard(
        slug="frost",
        title="Solution frost",
        href="/stories/frost/",
        summary="How frost went.",
        customer="A town",
        outcome=OutcomeView("−38 %", "of the cost"),
        partners=card.partners,
        industries=("Energy", "Water"),
    )
    assert (slugs(card.partners), card.partners.title) == (["alder", "birch"], "solution-partners")


def test_card_without_outcomes_has_none(tmp_path):
    files = files_of(partner("alder"), solution("frost", ["alder"]), main=SHOWCASE)
    (card,) = planned(tmp_path, files).content("stories/").solutions

    assert (card.outcome, card.customer, card.industries) == (None, "", ())


def test_partners_of_a_card_take_the_order_of_the_section_s_list(tmp_path):
    policy = """\
groups:
  main: {strategy: alphabetical, period: quarter}
  other: {strategy: points, period: quarter}
opportunities:
  directory-list: {title: All partners, rationale: By name., group: main}
  pointed: {title: Points, rationale: By points., group: other}
"""
    files = files_of(
        partner("alder", standing="points: 1\n"),
        partner("birch", standing="points: 2\n"),
        solution("frost", ["alder", "birch"]),
        policy=policy,
        main=site(["kind: showcase, path: /", "kind: showcase, path: /points/, list: pointed"]),
    )
    found = planned(tmp_path, files)

    assert [
        (card.partners.opportunity, slugs(card.partners))
        for path in ("index.html", "points/")
        for card in found.content(path).solutions
    ] == [("directory-list", ["alder", "birch"]), ("pointed", ["birch", "alder"])]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["frost", "melt", "thaw"]),
        ("industry=water", ["melt", "thaw"]),
        ("solution_area=data", ["frost", "melt"]),
        ("solution_area=data industry=water", ["melt"]),
        ("segment=large", ["thaw"]),
        ("partner=birch", ["melt"]),
        ("limit=2", ["frost", "melt"]),
    ],
)
def test_embedded_solutions_have_every_value_asked_for(tmp_path, options, expected):
    files = files_of(
        partner("alder"),
        partner("birch"),
        solution("frost", ["alder"], "solution_areas: [lake]\n"),
        solution("melt", ["birch"], "solution_areas: [data]\nindustries: [water]\n"),
        solution("thaw", ["alder"], "industries: [water]\nsegments: [large]\n"),
        page("about", f"::: solutions {options}\n"),
        main=SHOWCASE,
    )
    parts = planned(tmp_path, files).content("about/").text.parts

    assert [[card.slug for card in p.solutions] for p in parts if p.kind == "solutions"] == [
        expected
    ]


def test_partner_s_solutions_stand_newest_first(tmp_path):
    files = files_of(
        partner("alder"),
        partner("birch"),
        solution("frost", ["alder"], published="2024-01-01"),
        solution("melt", ["birch"], published="2025-01-01"),
        solution("thaw", ["alder", "birch"], published="2026-01-01"),
        main=site(["kind: directory, path: /", "kind: showcase, path: /stories/"]),
    )
    cards = planned(tmp_path, files).content("alder/").solutions

    assert [card.slug for card in cards] == ["thaw", "frost"]


def test_solution_that_shares_nothing_is_not_related(tmp_path):
    files = files_of(
        partner("alder"),
        solution("frost", ["alder"], "industries: [energy]\nsegments: [small]\n"),
        solution("thaw", ["alder"], "industries: [water]\nsegments: [small]\n"),
        main=SHOWCASE,
    )

    assert planned(tmp_path, files).content("stories/frost/").related == ()
