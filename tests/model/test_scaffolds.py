from datetime import date

import pytest

from pavgen.files.yamlwrite import file_text
from pavgen.model.imports.project import ProjectWords, policy_draft
from pavgen.model.records.policy import Policy, Seed
from pavgen.model.scaffolds import SCAFFOLDS, Ground, scaffold
from tests.model.schema.reading import decoded

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
        (
            "event",
            "Fair 2027",
            [
                f"content/events/fair-2027/{name}"
                for name in ("event.yaml", "floorplan.yaml", "agenda.yaml", "index.md")
            ],
        ),
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


def test_a_site_says_how_partners_are_placed():
    section = ["  - kind: fairness", "    path: /how-we-place-partners/", "    list: list"]
    written = "\n".join(lines("site", "Docs"))
    assert "\n".join(section) in written
    assert "      to: section:/how-we-place-partners/" in written


def policy():
    found = [d for d in drafts("project", "North Sea") if d.path.endswith("policy.yaml")]
    return file_text(found[0])


def test_a_project_has_a_policy_that_evens_out_turns_by_tier():
    record = decoded(Policy, policy())
    main, spotlight = (group for _, group in record.groups)
    assert (main.strategy, main.weights, main.period) == ("balanced", "tier", "week")
    assert (spotlight.strategy, spotlight.weights, spotlight.period) == ("quota", "none", "week")
    assert main.seed == spotlight.seed == Seed(source=main.seed.source, value="north-sea")
    assert [(name, o.group, o.slots) for name, o in record.opportunities] == [
        ("directory-list", "main", None),
        ("home-spotlight", "spotlight", 3),
    ]


def test_the_policy_of_a_project_teaches_above_each_key_that_decides():
    written = policy().splitlines()
    for key in ("strategy: balanced", "weights: tier", "period: week", "seed:", "strategy: quota"):
        above = written[written.index(f"    {key}") - 1]
        assert above.startswith("    # "), key


def test_a_project_that_is_imported_has_the_same_policy_without_the_notes():
    said = ProjectWords("North Sea", "North Sea", "https://a.example/", "Dice", "4 1 6")
    bare = file_text(policy_draft(said))
    assert "#" not in bare.partition("\n")[2]
    taught = file_text(policy_draft(said, explained=True))
    assert decoded(Policy, bare) == decoded(Policy, taught)


@pytest.mark.parametrize(
    ("kind", "name", "what"),
    [
        ("standing", "nobody", "there is no partner `nobody`"),
        ("solution", "A case", "a solution needs a partner"),
        ("event", "Fair", "an event needs a partner"),
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
