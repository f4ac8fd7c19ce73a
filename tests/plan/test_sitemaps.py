"""The sitemap: every page that may be listed, with the days its record names."""

from datetime import date

from pavgen.plan.dates import latest
from pavgen.plan.documents import Robots, Sitemap, SitemapEntry
from pavgen.plan.sitemaps import parted
from tests.plan.projects import (
    POLICY,
    article,
    files_of,
    hub,
    page,
    partner,
    planned,
    site,
    solution,
)

ORIGIN = "https://partners.fernholt.example"
SECTIONS = [
    "kind: directory, path: /",
    "kind: showcase, path: /stories/",
    "kind: hub, path: /notes/, hub: notes",
    "kind: pages, path: /",
]
FILES = (
    partner("alder", "reviewed: 2026-05-01\n", "aliases: [old]\n"),
    partner("birch"),
    solution("frost", ["alder"], published="2026-04-01"),
    page("about", more="published: 2026-01-05\n"),
    page("rules", more="published: 2026-01-05\n"),
    hub(),
    article("one", "published: 2026-02-01\nreviewed: 2026-03-01\n"),
    article("two"),
)


def documents(found):
    return {item.path: item.content for item in found.plan.documents}


def days(found):
    entries = documents(found)["sitemap.xml"].entries
    return {entry.address.removeprefix(ORIGIN): entry.modified for entry in entries}


def test_pages_have_the_days_of_their_records_and_none_where_none_is_known(tmp_path):
    policy = "announced: 2026-02-02\n" + POLICY
    files = files_of(*FILES, policy=policy, main=site(SECTIONS, "why: rules\n"))
    found = days(planned(tmp_path, files))

    assert {path: day for path, day in found.items() if day} == {
        "/alder/": date(2026, 5, 1),
        "/stories/frost/": date(2026, 4, 1),
        "/notes/one/": date(2026, 3, 1),
        "/about/": date(2026, 1, 5),
        "/rules/": date(2026, 2, 2),
    }
    assert {"/", "/birch/", "/browse/", "/notes/", "/notes/two/"} <= found.keys()


def test_pages_that_are_not_to_be_listed_are_left_out(tmp_path):
    found = planned(tmp_path, files_of(*FILES, main=site(SECTIONS)))
    listed = days(found)

    assert {"/404.html", "/old/"} & listed.keys() == set()
    assert len(listed) == sum(page.view.index for page in found.plan.pages)


def test_a_site_that_is_not_to_be_listed_has_no_sitemap(tmp_path):
    found = planned(tmp_path, files_of(*FILES, main=site(SECTIONS, "index: false\n")))

    assert "sitemap.xml" not in documents(found)
    assert documents(found)["robots.txt"] == Robots("")
    assert [page.path for page in found.plan.pages if page.view.index] == []


def test_more_pages_than_one_sitemap_holds_are_parted_under_an_index():
    entries = [SitemapEntry(f"{ORIGIN}/{n}/") for n in range(5)]

    assert list(parted(entries, f"{ORIGIN}/", most=2)) == [
        ("sitemap-1.xml", Sitemap(tuple(entries[:2]))),
        ("sitemap-2.xml", Sitemap(tuple(entries[2:4]))),
        ("sitemap-3.xml", Sitemap(tuple(entries[4:]))),
        (
            "sitemap.xml",
            Sitemap(
                tuple(SitemapEntry(f"{ORIGIN}/sitemap-{n}.xml") for n in (1, 2, 3)), is_index=True
            ),
        ),
    ]


def test_as_many_pages_as_a_sitemap_holds_need_no_index():
    entries = [SitemapEntry(f"{ORIGIN}/{n}/") for n in range(2)]

    assert list(parted(entries, f"{ORIGIN}/", most=2)) == [("sitemap.xml", Sitemap(tuple(entries)))]
    assert list(parted([], f"{ORIGIN}/")) == []


def test_latest_passes_over_days_that_are_not_known():
    assert latest(None, date(2026, 1, 1), date(2025, 1, 1)) == date(2026, 1, 1)
    assert latest(None) is None
