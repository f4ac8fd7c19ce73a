"""What a search finds: what is published and has a page, partners in the placement's order."""

from tests.plan.projects import article, files_of, hub, page, partner, planned, site, solution

EVERYTHING = site(
    [
        "kind: directory, path: /",
        "kind: showcase, path: /solutions/",
        "kind: hub, path: /notes/, hub: notes",
        "kind: pages, path: /",
    ]
)


def everything(tmp_path, *parts, main=EVERYTHING):
    return planned(tmp_path, files_of(hub(), *parts, main=main))


def test_everything_with_a_page_is_found_partners_first_and_in_their_order(tmp_path):
    made = everything(
        tmp_path,
        partner("zinc"),
        partner("acme"),
        solution("dam", ["zinc"]),
        article("first", "published: 2026-01-01\n"),
        page("about"),
    )

    assert [(record.path, record.kind, record.rank) for record in made.plan.search] == [
        ("acme/", "kind-partner", 0),
        ("zinc/", "kind-partner", 1),
        ("solutions/dam/", "kind-solution", 2),
        ("notes/first/", "kind-article", 3),
        ("about/", "kind-page", 4),
    ]


def test_a_partner_is_found_by_what_its_profile_says(tmp_path):
    listing = "regions: [de]\nlanguages: [de]\noffers: [Spare parts]\noffices: [{city: Graz, country: AT}]\n"
    made = everything(tmp_path, partner("acme", listing, about="We **mend** pumps."))
    record = made.plan.search[0]

    assert record.title == "Acme"
    assert record.text.splitlines() == [
        "Acme does one thing.",
        "Spare parts",
        "We mend pumps.",
        "Reseller, Europe, Central Europe, Germany, AT, Gold, Graz, German",
    ]
    assert record.filters == (
        ("kind", ("partner",)),
        ("type", ("reseller",)),
        ("region", ("emea", "dach", "de")),
        ("country", ("AT",)),
        ("tier", ("gold",)),
    )


def test_drafts_are_not_found_in_a_preview(tmp_path):
    files = files_of(partner("acme"), hub(), article("first", status="draft"), main=EVERYTHING)
    made = planned(tmp_path, files, drafts=True)

    assert "notes/first/index.html" in made.paths
    assert [record.path for record in made.plan.search] == ["acme/"]


def test_a_site_without_search_has_no_page_no_records_and_no_field(tmp_path):
    made = everything(tmp_path, partner("acme"), main=SITE_WITHOUT)

    assert made.plan.search == ()
    assert "search/index.html" not in made.paths
    assert made.view("").shell.search == ""


SITE_WITHOUT = site(["kind: directory, path: /"], "search: false\n")


def test_the_search_page_leads_on_without_a_script(tmp_path):
    made = everything(tmp_path, partner("acme"), page("about"))
    content = made.content("search/")

    assert [(value.id, value.count) for value in content.kinds.values] == [
        ("partner", 1),
        ("page", 1),
    ]
    assert [facet.id for facet in content.facets] == ["type", "tier"]
    assert [way.href for way in content.ways] == ["/browse/"]
    assert not made.view("search/").index
