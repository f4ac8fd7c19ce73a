"""Hubs: lists by topic, series, author and partner, and the articles they lead to."""

from datetime import date

import pytest

from pavgen.plan.views import ArticleText, LinkView, PagerView
from tests.plan.projects import article, files_of, hub, page, partner, planned, site, slugs

DECLARED = """\
topics:
  - {id: cold, label: Cold, summary: Of ice.}
  - {id: warm, label: Warmth}
  - {id: dry, label: Dryness}
series:
  - {id: basics, label: Basics, summary: To begin with.}
  - {id: unused, label: Unused}
"""
SITE = site(["kind: hub, path: /learn/, hub: notes, per_page: 4", "kind: directory, path: /"])


def written(slug, author, more=""):
    """Return the files of an article by someone else than usual."""
    return {
        path: text.replace("author: Ida", f"author: {author}")
        for path, text in article(slug, more).items()
    }


def shown(found, path):
    """Return the slugs of the articles of a list, in order."""
    cards = found.content(path).articles
    return [card.href.removeprefix("/learn/").removesuffix("/") for card in cards]


def lists(found):
    """Return the paths of all lists below the hub."""
    return [
        page.path.removesuffix("index.html")
        for page in found.plan.pages
        if page.template == "hub/list.html"
    ]


def test_front_page_has_the_hub_s_words_and_every_article(tmp_path):
    files = files_of(hub(body="Read *on*."), article("one"), article("two"), main=SITE)
    found = planned(tmp_path, files)
    view = found.view("learn/")

    assert (view.title, view.description, view.content.lead) == (
        "Hub notes",
        "What we learned.",
        "What we learned.",
    )
    assert "Read <em>on</em>." in view.content.intro.parts[0].html
    assert shown(found, "learn/") == ["one", "two"]


def test_long_list_goes_on_without_the_introduction(tmp_path):
    names = [f"part-{n}" for n in range(6)]
    articles = [article(name, f"published: 2026-01-0{9 - n}\n") for n, name in enumerate(names)]
    found = planned(tmp_path, files_of(hub(body="Read on."), *articles, main=SITE))
    second = found.view("learn/page/2/")

    assert shown(found, "learn/") == names[:4]
    assert shown(found, "learn/page/2/") == names[4:]
    assert (second.title, second.content.title, second.content.intro.parts) == (
        "Hub notes, page 2",
        "Hub notes",
        (),
    )
    assert second.content.pager == PagerView(
        number=2,
        count=2,
        previous="/learn/",
        next="",
        pages=(LinkView("1", "/learn/"), LinkView("2", "/learn/page/2/", current=True)),
    )


def test_hub_without_articles_has_an_empty_front_page_alone(tmp_path):
    found = planned(tmp_path, files_of(hub(more=DECLARED), main=SITE))

    assert lists(found) == ["learn/"]
    assert found.content("learn/").articles == ()


def test_topic_has_a_list_of_its_articles_and_one_without_has_none(tmp_path):
    files = files_of(
        hub(more=DECLARED),
        article("one", "topics: [warm, cold]\npublished: 2026-01-01\n"),
        article("two", "topics: [cold]\npublished: 2026-02-01\n"),
        article("three"),
        main=SITE,
    )
    found = planned(tmp_path, files)
    cold = found.view("learn/topics/cold/")

    assert [path for path in lists(found) if "topics" in path] == [
        "learn/topics/cold/",
        "learn/topics/warm/",
    ]
    assert shown(found, "learn/topics/cold/") == ["two", "one"]
    assert (cold.title, cold.content.lead, cold.content.numbered) == ("Cold", "Of ice.", False)
    assert cold.content.topics == (
        LinkView("Cold", "/learn/topics/cold/", current=True, count=2),
        LinkView("Warmth", "/learn/topics/warm/", count=1),
    )
    assert cold.crumbs == (LinkView("Fernholt Network", "/"), LinkView("Hub notes", "/learn/"))


def test_series_is_numbered_and_stands_in_the_order_of_reading(tmp_path):
    files = files_of(
        hub(more=DECLARED),
        article("end", "series: basics\npublished: 2026-03-01\n"),
        article("middle", "series: basics\npublished: 2026-02-01\n"),
        article("start", "series: basics\npublished: 2026-01-01\n"),
        article("aside", "published: 2026-01-15\n"),
        main=SITE,
    )
    found = planned(tmp_path, files)
    series = found.content("learn/series/basics/")

    assert [path for path in lists(found) if "series" in path] == ["learn/series/basics/"]
    assert shown(found, "learn/series/basics/") == ["start", "middle", "end"]
    assert (series.title, series.lead, series.numbered) == ("Basics", "To begin with.", True)
    assert series.series == (
        LinkView("Basics", "/learn/series/basics/", current=True, count=3),
    )  # fmt: skip
    assert found.content("learn/middle/").parts == (
        LinkView("Article start", "/learn/start/"),
        LinkView("Article middle", "/learn/middle/", current=True),
        LinkView("Article end", "/learn/end/"),
    )


def test_numbers_of_a_series_go_on_in_reading_order_over_pages(tmp_path):
    names = [f"part-{n}" for n in range(6)]
    articles = [
        article(name, f"series: basics\npublished: 2026-01-0{n + 1}\n")
        for n, name in enumerate(names)
    ]
    found = planned(tmp_path, files_of(hub(more=DECLARED), *articles, main=SITE))
    folder = "learn/series/basics/"

    assert shown(found, folder) + shown(found, f"{folder}page/2/") == names


def test_authors_stand_by_the_number_of_their_articles(tmp_path):
    files = files_of(
        hub(),
        article("one", "published: 2026-03-01\n"),
        written("two", "Jo Berg", "published: 2026-02-01\n"),
        written("three", "Jo Berg", "published: 2026-01-01\n"),
        main=SITE,
    )
    found = planned(tmp_path, files)
    berg = found.content("learn/authors/jo-berg/")

    assert found.content("learn/").authors == (
        LinkView("Jo Berg", "/learn/authors/jo-berg/", count=2),
        LinkView("Ida", "/learn/authors/ida/", count=1),
    )
    assert shown(found, "learn/authors/jo-berg/") == ["two", "three"]
    assert berg.title == "author"
    assert [link.current for link in berg.authors] == [True, False]


def test_author_is_called_as_in_the_newest_article(tmp_path):
    files = files_of(
        hub(),
        written("old", "JO BERG", "published: 2025-01-01\n"),
        written("new", "Jo Berg", "published: 2026-01-01\n"),
        main=SITE,
    )
    found = planned(tmp_path, files)

    assert found.content("learn/").authors == (
        LinkView("Jo Berg", "/learn/authors/jo-berg/", count=2),
    )
    assert found.content("learn/old/").author == found.content("learn/").authors[0]


def test_author_of_a_name_without_latin_letters_has_an_address_of_its_own(tmp_path):
    files = files_of(hub(), written("one", "高橋"), written("two", "佐藤"), main=SITE)
    authors = planned(tmp_path, files).content("learn/").authors

    assert [author.label for author in authors] == ["高橋", "佐藤"]
    assert len({author.href for author in authors}) == 2
    assert [len(author.href) for author in authors] == [len("/learn/authors//") + 12] * 2


def test_partner_that_gave_articles_has_a_list_of_them(tmp_path):
    files = files_of(
        partner("alder"),
        partner("birch"),
        hub(),
        article("one", "contributed_by: alder\npublished: 2026-01-01\n"),
        article("two", "contributed_by: alder\npublished: 2026-02-01\n"),
        article("three", "partners: [birch]\n"),
        main=SITE,
    )
    found = planned(tmp_path, files)

    assert [path for path in lists(found) if "/by/" in path] == ["learn/by/alder/"]
    assert found.view("learn/by/alder/").title == "By Alder"
    assert shown(found, "learn/by/alder/") == ["two", "one"]
    assert found.content("learn/one/").contributions == LinkView("By Alder", "/learn/by/alder/")
    assert found.content("learn/three/").contributions is None


def test_partner_that_is_suspended_has_no_list_of_its_articles(tmp_path):
    files = files_of(
        partner("alder", standing="suspended: {from: 2026-06-15}\n"), hub(),
        article("one", "contributed_by: alder\n"), main=SITE,
    )  # fmt: skip
    found = planned(tmp_path, files)

    assert "learn/by/alder/" not in lists(found)
    assert shown(found, "learn/") == ["one"]
    assert found.content("learn/one/").contributions is None


def test_article_has_everything_its_record_says(tmp_path):
    more = """\
contributed_by: cedar
partners: [cedar, birch]
topics: [warm, cold]
series: basics
image: ice/berg.jpg
published: 2026-01-02
reviewed: 2026-05-01
"""
    files = files_of(
        *(partner(slug) for slug in ("alder", "birch", "cedar")),
        hub(more=DECLARED),
        article("one", more),
        {"content/media/ice/berg.jpg": JPEG},
        main=SITE,
    )
    found = planned(tmp_path, files)
    content = found.content("learn/one/")
    (card,) = found.content("learn/").articles

    assert content == ArticleText(
        card=card,
        text=content.text,
        image="/media/ice/berg.jpg",
        author=LinkView("Ida", "/learn/authors/ida/", count=1),
        contributor=found.content("cedar/").card,
        partners=content.partners,
        topics=(
            LinkView("Cold", "/learn/topics/cold/", count=1),
            LinkView("Warmth", "/learn/topics/warm/", count=1),
        ),
        series=LinkView("Basics", "/learn/series/basics/", count=1),
        parts=(LinkView("Article one", "/learn/one/", current=True),),
        related=(),
        reviewed=date(2026, 5, 1),
        status="published",
        contributions=LinkView("By Cedar", "/learn/by/cedar/"),
    )
    assert (slugs(content.partners), content.partners.title) == (
        ["birch", "cedar"],
        "article-partners",
    )


JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")


@pytest.mark.parametrize("standing", ["", "suspended: {from: 2026-06-15}\n"])
def test_article_that_names_nobody_who_is_shown_has_no_partners(tmp_path, standing):
    named = "partners: [alder]\n" if standing else ""
    files = files_of(
        partner("alder", standing=standing), hub(), article("one", named), main=SITE
    )  # fmt: skip

    assert planned(tmp_path, files).content("learn/one/").partners is None


def test_hub_of_two_sections_has_each_article_once_and_lists_in_both(tmp_path):
    sections = ["kind: hub, path: /learn/, hub: notes", "kind: hub, path: /again/, hub: notes"]
    found = planned(tmp_path, files_of(hub(), article("one"), main=site(sections)))

    assert lists(found) == ["again/authors/ida/", "again/", "learn/authors/ida/", "learn/"]
    assert [p.path for p in found.plan.pages if p.template == "hub/article.html"] == [
        "learn/one/index.html"
    ]
    assert [card.href for card in found.content("again/").articles] == ["/learn/one/"]


def test_article_and_page_at_one_address_are_told(tmp_path):
    files = files_of(
        hub(), article("one"), page("learn/one"),
        main=site(["kind: hub, path: /learn/, hub: notes", "kind: pages, path: /"]),
    )  # fmt: skip

    assert planned(tmp_path, files).codes == ("address-taken",)
