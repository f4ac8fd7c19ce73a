"""What a plan holds for programs: no two files at one address, nothing that a page has."""

from pavgen.plan.structured import structured_data
from tests.plan.projects import article, files_of, hub, partner, planned, site

MAIN = site(["kind: directory, path: /", "kind: hub, path: /notes/, hub: notes"])


def test_files_for_programs_stand_in_the_plan_in_order_of_path(tmp_path):
    files = files_of(partner("alder"), hub(), article("one", "published: 2026-01-01\n"), main=MAIN)
    plan = planned(tmp_path, files).plan
    documents = [item.path for item in plan.documents]
    data = [item.path for item in plan.data]

    assert documents == ["_headers", "notes/feed.xml", "robots.txt", "sitemap.xml"]
    assert data == sorted(data)
    assert {"api/partners/alder.json", "notes/feed.json", "placement/directory-list.json"} <= set(
        data
    )


def test_a_partner_whose_page_would_hide_the_interface_is_told(tmp_path):
    main = site(["kind: directory, path: /"], "embed: {allow: [https://a.example]}\n")
    found = planned(tmp_path, files_of(partner("embed"), main=main))

    assert found.codes == ("address-taken",)


def test_a_redirect_has_no_feed_and_no_structured_data(tmp_path):
    files = files_of(
        partner("alder"),
        hub(),
        article("one", "published: 2026-01-01\naliases: [eins]\n"),
        main=MAIN,
    )
    view = planned(tmp_path, files).view("notes/eins/")

    assert (view.feeds, structured_data(view)) == ((), None)
