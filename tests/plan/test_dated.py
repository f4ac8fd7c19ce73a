"""What is shown on a day: drafts, records to come and records gone by are left out."""

import pytest

from tests.plan.projects import (
    PROGRAM,
    article,
    files_of,
    hub,
    page,
    partner,
    pending,
    planned,
    site,
    slugs,
    solution,
)

SECTIONS = (
    "kind: directory, path: /",
    "kind: showcase, path: /stories/",
    "kind: hub, path: /notes/, hub: notes",
    "kind: pages, path: /",
)
STATES = {
    "shown": "published: 2026-06-15\nexpires: 2026-06-15\n",
    "draft": "status: draft\n",
    "review": "status: review\n",
    "future": "published: 2026-06-16\n",
    "expired": "expires: 2026-06-14\n",
}
RECORDS = (
    partner("alder"),
    hub(),
    *(page(name, more=more) for name, more in STATES.items()),
)


def article_of(name, more):
    status, _, rest = more.partition("\n") if more.startswith("status") else ("", "", more)
    return article(name, rest, status=status.removeprefix("status: ") or "published")


def solution_of(name, more):
    day = more.partition("published: ")[2][:10] or "2026-01-01"
    rest = "".join(f"{line}\n" for line in more.splitlines() if not line.startswith("published"))
    return solution(name, ["alder"], rest, published=day)


ALL = (
    *RECORDS,
    *(article_of(name, more) for name, more in STATES.items()),
    *(solution_of(name, more) for name, more in STATES.items()),
)


@pytest.mark.parametrize(
    "folder", ["", "notes/", "stories/"], ids=["pages", "articles", "solutions"]
)
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["shown"]),
        ({"drafts": True}, ["draft", "review", "shown"]),
        ({"future": True}, ["future", "shown"]),
        ({"drafts": True, "future": True}, ["draft", "future", "review", "shown"]),
    ],
)
def test_only_what_is_published_on_the_day_is_made_unless_asked(tmp_path, folder, asked, expected):
    found = planned(tmp_path, files_of(*ALL, main=site(SECTIONS)), **asked)
    paths = [f"{folder}{name}/index.html" for name in sorted(STATES)]

    assert [path for path in paths if path in found.paths] == [
        f"{folder}{name}/index.html" for name in expected
    ]


def test_draft_that_is_shown_asks_not_to_be_indexed(tmp_path):
    found = planned(tmp_path, files_of(*ALL, main=site(SECTIONS)), drafts=True)

    assert {
        f"{folder}{name}": found.view(f"{folder}{name}/").index
        for folder in ("", "notes/", "stories/")
        for name in ("shown", "draft")
    } == {
        "shown": True,
        "draft": False,
        "notes/shown": True,
        "notes/draft": False,
        "stories/shown": True,
        "stories/draft": False,
    }


@pytest.mark.parametrize("state", ["draft", "future", "expired"])
def test_introduction_that_is_not_shown_is_left_out(tmp_path, state):
    sections = (f"kind: directory, path: /, intro: {state}", "kind: pages, path: /")
    found = planned(tmp_path, files_of(*RECORDS, main=site(sections)))

    assert found.content("index.html").intro.parts == ()


@pytest.mark.parametrize("state", ["draft", "future", "expired"])
def test_proposition_that_is_not_shown_has_neither_page_nor_link(tmp_path, state):
    program = PROGRAM.replace("summary: Sells it.}", f"proposition: {state}}}")
    found = planned(
        tmp_path, files_of(*RECORDS, program=program, main=site(["kind: directory, path: /"]))
    )

    assert [path for path in found.paths if path.startswith("for/")] == []
    assert found.content("index.html").propositions == ()
    assert found.content("browse/type/reseller/").proposition is None


@pytest.mark.parametrize("state", ["draft", "future", "expired"])
def test_embed_of_what_is_not_shown_leaves_nothing(tmp_path, state):
    text = (
        f"::: solution {state}\n\n::: article notes/{state}\n\n"
        "::: solutions title=None industry=water\n\n::: articles title=None partner=alder\n"
    )
    found = planned(tmp_path, files_of(*ALL, page("about", text), main=site(SECTIONS)))

    assert {part.kind for part in found.content("about/").text.parts} <= {"html", "text"}
    assert found.codes == ("link-nowhere", "link-nowhere")


def test_solutions_stand_newest_first_and_then_by_slug(tmp_path):
    files = files_of(
        partner("alder"),
        solution("b-old", ["alder"], published="2025-01-01"),
        solution("z-new", ["alder"], published="2026-05-01"),
        solution("a-new", ["alder"], published="2026-05-01"),
        main=site(["kind: showcase, path: /"]),
    )
    cards = planned(tmp_path, files).content("index.html").solutions

    assert [card.slug for card in cards] == ["a-new", "z-new", "b-old"]


def test_articles_stand_newest_first_and_a_series_in_order_of_reading(tmp_path):
    series = "series: [{id: basics, label: Basics}]\n"
    files = files_of(
        hub(more=series),
        article("two", "published: 2026-02-01\nseries: basics\n"),
        article("one", "published: 2026-01-01\nseries: basics\n"),
        article("three", "published: 2026-03-01\nseries: basics\n"),
        main=site(["kind: hub, path: /, hub: notes"]),
    )
    found = planned(tmp_path, files)

    assert [card.title for card in found.content("index.html").articles] == [
        "Article three",
        "Article two",
        "Article one",
    ]
    assert [card.title for card in found.content("series/basics/").articles] == [
        "Article one",
        "Article two",
        "Article three",
    ]
    assert [(part.label, part.current) for part in found.content("two/").parts] == [
        ("Article one", False),
        ("Article two", True),
        ("Article three", False),
    ]


def test_related_are_those_that_share_most_and_then_the_newest(tmp_path):
    files = files_of(
        partner("alder"),
        solution("base", ["alder"], "industries: [energy]\nsolution_areas: [lake]\n"),
        solution(
            "both",
            ["alder"],
            "industries: [energy]\nsolution_areas: [lake]\n",
            published="2024-01-01",
        ),
        solution("half", ["alder"], "industries: [energy]\n", published="2024-01-01"),
        solution("half-new", ["alder"], "solution_areas: [lake]\n", published="2025-01-01"),
        solution("half-old", ["alder"], "solution_areas: [lake]\n", published="2020-01-01"),
        solution("none", ["alder"], "industries: [water]\n", published="2026-01-01"),
        main=site(["kind: showcase, path: /"]),
    )
    related = planned(tmp_path, files).content("base/").related

    assert [card.slug for card in related] == ["both", "half-new", "half"]


def test_solution_whose_partners_are_all_suspended_is_left_out(tmp_path):
    files = files_of(
        partner("alder", standing="suspended: {from: 2026-06-01, until: 2026-06-30}\n"),
        partner("birch"),
        solution("frost", ["alder"]),
        solution("thaw", ["alder", "birch"]),
        main=site(["kind: showcase, path: /"]),
    )
    found = planned(tmp_path, files)

    assert [card.slug for card in found.content("index.html").solutions] == ["thaw"]
    assert slugs(found.content("thaw/").card.partners) == ["birch"]
    assert "frost/index.html" not in found.paths


@pytest.mark.parametrize(
    "standing",
    ["suspended: {from: 2026-06-15, until: 2026-06-15}\n", "suspended: {from: 2020-01-01}\n"],
)
def test_suspended_partner_is_nowhere(tmp_path, standing):
    files = files_of(
        partner(
            "alder",
            "regions: [fr]\naccepts_reference_from: [birch]\n"
            "gives_reference: [{to: birch, quote: Fine.}]\n",
            standing,
        ),
        partner(
            "birch",
            "accepts_reference_from: [alder]\ngives_reference: [{to: alder, quote: Good.}]\n",
        ),
        solution("frost", ["alder", "birch"]),
        page("about", "::: partners\n\n::: partner alder\n\n::: opportunity directory-list\n"),
        hub(),
        article("one", "partners: [alder]\ncontributed_by: alder\n"),
        main=site(SECTIONS),
    )
    found = planned(tmp_path, files)
    values = repr([page.view.content for page in found.plan.pages])

    assert "slug='alder'" not in values
    assert "/alder/" not in values
    assert [path for path in found.paths if "alder" in path or "/fr/" in path] == []
    assert found.content("notes/one/").contributor is None
    assert repr(found.plan.data).count("alder") == 0


def test_partner_that_has_left_is_nowhere(tmp_path):
    files = files_of(partner("alder"), partner("birch"))
    files["content/standing/alder.yaml"] = files["content/standing/alder.yaml"].replace(
        "status: active", "status: former"
    )
    found = planned(tmp_path, files)

    assert slugs(found.content("browse/").surface) == ["birch"]
    assert "alder/index.html" not in found.paths


def test_pending_partner_is_not_published(tmp_path):
    found = planned(tmp_path, files_of(partner("alder"), pending("birch")))

    assert slugs(found.content("browse/").surface) == ["alder"]
    assert "birch/index.html" not in found.paths
    assert found.programme.pending == ("birch",)


def test_pending_partner_is_shown_with_drafts_in_the_lowest_tier(tmp_path):
    found = planned(tmp_path, files_of(partner("alder"), pending("birch")), drafts=True)

    assert [(c.slug, c.tier) for c in found.content("browse/").surface.cards] == [
        ("alder", "gold"),
        ("birch", "silver"),
    ]
    assert "birch/index.html" in found.paths


def test_partner_that_joins_later_is_not_shown_yet(tmp_path):
    files = files_of(partner("alder"), partner("birch"))
    files["content/standing/birch.yaml"] = files["content/standing/birch.yaml"].replace(
        "2024-01-01", "2026-06-16"
    )

    assert slugs(planned(tmp_path, files).content("browse/").surface) == ["alder"]
