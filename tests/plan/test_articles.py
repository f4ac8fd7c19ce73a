from datetime import date

import pytest

from pavgen.plan.articles import minutes
from pavgen.plan.views import ArticleCard
from tests.plan.projects import article, files_of, hub, partner, planned, site

TOPICS = "topics: [{id: cold, label: Cold}, {id: warm, label: Warmth}, {id: dry, label: Dryness}]\n"
HUB = site(["kind: hub, path: /notes/, hub: notes", "kind: directory, path: /"])


@pytest.mark.parametrize(
    ("words", "expected"), [(0, 1), (1, 1), (329, 1), (330, 2), (549, 2), (550, 3), (22_000, 100)]
)
def test_minutes_are_rounded_and_at_least_one(words, expected):
    assert minutes(words) == expected


def test_card_of_a_contribution_names_its_partner(tmp_path):
    more = "contributed_by: alder\ntopics: [warm, cold]\npublished: 2026-01-02\n"
    files = files_of(
        partner("alder"), hub(more=TOPICS), article("one", more, "word " * 500), main=HUB
    )

    assert planned(tmp_path, files).content("notes/").articles == (
        ArticleCard(
            title="Article one",
            href="/notes/one/",
            summary="About one.",
            author="Ida",
            contributor="Alder",
            published=date(2026, 1, 2),
            minutes=2,
            topics=("Warmth", "Cold"),
        ),
    )


def test_card_of_an_article_of_staff_has_neither_contributor_nor_day(tmp_path):
    found = planned(tmp_path, files_of(hub(), article("one", "partners: []\n"), main=HUB))
    (card,) = found.content("notes/").articles

    assert (card.contributor, card.published, card.topics) == ("", None, ())


def test_article_without_a_day_counts_as_the_newest(tmp_path):
    files = files_of(
        hub(), article("old", "published: 2020-01-01\n"), article("undated"),
        article("new", "published: 2026-06-15\n"), main=HUB,
    )  # fmt: skip
    cards = planned(tmp_path, files).content("notes/").articles

    assert [card.href for card in cards] == ["/notes/undated/", "/notes/new/", "/notes/old/"]


def test_related_articles_are_three_of_the_same_hub_that_share_most_topics(tmp_path):
    files = files_of(
        hub(more=TOPICS),
        hub("tales", TOPICS),
        article("base", "topics: [cold, warm]\n"),
        article("both", "topics: [warm, cold]\npublished: 2020-01-01\n"),
        article("elsewhere", "topics: [cold, warm]\n", of="tales"),
        article("first", "topics: [cold]\npublished: 2026-01-01\n"),
        article("second", "topics: [warm]\npublished: 2025-01-01\n"),
        article("third", "topics: [warm]\npublished: 2024-01-01\n"),
        article("unlike", "topics: [dry]\n"),
        main=HUB,
    )
    related = planned(tmp_path, files).content("notes/base/").related

    assert [card.href for card in related] == ["/notes/both/", "/notes/first/", "/notes/second/"]


def test_article_without_topics_has_no_related_ones(tmp_path):
    files = files_of(hub(more=TOPICS), article("base"), article("other"), main=HUB)

    assert planned(tmp_path, files).content("notes/base/").related == ()


def test_partner_s_articles_are_those_it_gave_and_those_that_name_it(tmp_path):
    files = files_of(
        partner("alder"),
        hub(),
        article("given", "contributed_by: alder\npublished: 2026-01-01\n"),
        article("naming", "partners: [alder]\npublished: 2026-02-01\n"),
        article("other"),
        main=HUB,
    )
    cards = planned(tmp_path, files).content("alder/").articles

    assert [card.href for card in cards] == ["/notes/naming/", "/notes/given/"]
