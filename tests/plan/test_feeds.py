"""Feeds: what a hub shows, told to feed readers, with days that come from its records."""

from datetime import date

from pavgen.plan.documents import Category, FeedEntry
from pavgen.plan.views import FeedLink
from tests.plan.projects import article, files_of, hub, partner, planned, site

ORIGIN = "https://partners.fernholt.example"
MAIN = site(["kind: directory, path: /", "kind: hub, path: /notes/, hub: notes"])
TOPICS = "topics: [{id: law, label: Law, summary: Rules.}, {id: money, label: Money}]\n"


def documents(found):
    return {item.path: item.content for item in found.plan.documents}


def data(found):
    return {item.path: item.value for item in found.plan.data}


def filled(tmp_path, *more):
    files = files_of(
        partner("alder"),
        hub(more=TOPICS),
        article("one", "published: 2026-02-01\ntopics: [law]\ncontributed_by: alder\n"),
        article("two", "published: 2026-03-01\nreviewed: 2026-04-01\n"),
        article("undated", "topics: [money]\n"),
        *more,
        main=MAIN,
    )
    return planned(tmp_path, files)


def test_a_hub_has_a_feed_of_its_dated_articles_newest_first(tmp_path):
    feed = documents(filled(tmp_path))["notes/feed.xml"]

    assert [entry.address for entry in feed.entries] == [
        f"{ORIGIN}/notes/two/",
        f"{ORIGIN}/notes/one/",
    ]
    assert (feed.address, feed.home) == (f"{ORIGIN}/notes/feed.xml", f"{ORIGIN}/notes/")
    assert (feed.title, feed.summary, feed.publisher) == (
        "Hub notes",
        "What we learned.",
        "Fernholt",
    )
    assert feed.updated == date(2026, 4, 1)


def test_a_topic_has_a_feed_of_its_own_and_one_without_dated_articles_has_none(tmp_path):
    made = documents(filled(tmp_path))
    feed = made["notes/topics/law/feed.xml"]

    assert feed.entries == (
        FeedEntry(
            address=f"{ORIGIN}/notes/one/",
            title="Article one",
            summary="About one.",
            author="Ida",
            contributor="Alder",
            categories=(Category("law", "Law"),),
            published=date(2026, 2, 1),
            updated=date(2026, 2, 1),
        ),
    )
    assert feed.title == "Hub notes: Law"
    assert "notes/topics/money/feed.xml" not in made


def test_the_json_feed_tells_the_same_as_the_atom_feed(tmp_path):
    found = filled(tmp_path)
    told = data(found)["notes/feed.json"]

    assert told | {"items": None} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Hub notes",
        "home_page_url": f"{ORIGIN}/notes/",
        "feed_url": f"{ORIGIN}/notes/feed.json",
        "description": "What we learned.",
        "language": "en",
        "authors": [{"name": "Fernholt", "url": "https://www.fernholt.example/"}],
        "items": None,
    }
    assert told["items"][1] == {
        "id": f"{ORIGIN}/notes/one/",
        "url": f"{ORIGIN}/notes/one/",
        "title": "Article one",
        "content_text": "About one.",
        "date_modified": "2026-02-01T00:00:00Z",
        "authors": [{"name": "Ida"}, {"name": "Alder"}],
        "tags": ["Law"],
        "date_published": "2026-02-01T00:00:00Z",
    }
    assert [item["id"] for item in told["items"]] == [
        entry.address for entry in documents(found)["notes/feed.xml"].entries
    ]


def test_pages_link_the_feed_of_the_list_they_stand_in(tmp_path):
    found = filled(tmp_path)
    links = (
        FeedLink("Hub notes", "/notes/feed.xml", "application/atom+xml"),
        FeedLink("Hub notes", "/notes/feed.json", "application/feed+json"),
    )

    assert found.view("notes/").feeds == links
    assert found.view("notes/one/").feeds == links
    assert [link.href for link in found.view("notes/topics/law/").feeds] == [
        "/notes/topics/law/feed.xml",
        "/notes/topics/law/feed.json",
    ]
    assert found.view("").feeds == ()


def test_an_article_that_is_not_shown_yet_is_in_no_feed(tmp_path):
    feed = documents(filled(tmp_path, article("later", "published: 2026-06-16\n")))[
        "notes/feed.xml"
    ]

    assert f"{ORIGIN}/notes/later/" not in [entry.address for entry in feed.entries]


def test_a_hub_without_articles_has_no_feed(tmp_path):
    found = planned(tmp_path, files_of(partner("alder"), hub(), main=MAIN))

    assert [path for path in (*documents(found), *data(found)) if "feed" in path] == []
