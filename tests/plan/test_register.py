"""A directory's list for scripts: everybody in the placement's order, with all that cards say."""

import json

from pavgen.kernel.canonical import canonical_json
from tests.plan.projects import files_of, partner, planned, site

OFFICES = "offices: [{city: Lyon, country: FR}, {city: Wien, country: AT, main: true}]\n"


def register_of(made, path="browse/partners.json"):
    return next(file for file in made.plan.data if file.path == path)


def test_a_register_holds_the_partners_of_the_list_in_its_order(tmp_path):
    made = planned(tmp_path, files_of(partner("zinc"), partner("acme"), partner("mill")))
    value = register_of(made).value

    assert value["surface"] == "directory-list"
    assert [row["slug"] for row in value["partners"]] == list(
        made.placement.order_of("directory-list")
    )


def test_a_row_points_at_terms_by_number_and_leaves_out_what_is_empty(tmp_path):
    listing = f"regions: [de]\nlanguages: [de]\nsize: 11-50\n{OFFICES}"
    value = register_of(planned(tmp_path, files_of(partner("acme", listing)))).value
    terms = {facet["id"]: facet["terms"] for facet in value["facets"]}

    assert terms["region"] == [
        ["emea", "Europe"],
        ["dach", "Central Europe", 0],
        ["de", "Germany", 1],
        ["at", "Austria", 1],
        ["fr", "France", 0],
        ["us", "United States"],
    ]
    assert value["partners"] == [
        {
            "slug": "acme",
            "why": "why-sentence",
            "name": "Acme",
            "initials": "A",
            "href": "acme/",
            "tagline": "Acme does one thing.",
            "values": {
                "type": [0],
                "area": [],
                "region": [2],
                "country": [0, 1],
                "industry": [],
                "segment": [],
                "tier": [0],
            },
            "size": "11-50",
            "languages": ["German"],
            "offices": ["Lyon, FR", "Wien, AT"],
            "website": ["https://acme.example/", "acme.example", "nofollow ugc noopener"],
        }
    ]


def test_the_address_of_a_register_stays_when_its_content_changes(tmp_path):
    one = planned(tmp_path / "one", files_of(partner("acme")))
    other = planned(tmp_path / "other", files_of(partner("acme", name="Acme Two")))

    assert register_of(one).value != register_of(other).value
    assert [made.content("browse/").data for made in (one, other)] == ["/browse/partners.json"] * 2


def test_a_register_below_another_path_differs_in_its_base_alone(tmp_path):
    sections = ["kind: directory, path: /"]
    above, below = (
        planned(tmp_path / name, files_of(partner("acme"), main=site(sections, base=base)))
        for name, base in (("a", "https://a.example/"), ("b", "https://a.example/sub/dir/"))
    )
    values = [dict(register_of(made).value) for made in (above, below)]

    assert [value.pop("base") for value in values] == ["/", "/sub/dir/"]
    assert values[0] == values[1]
    assert below.content("browse/").data == f"/sub/dir{above.content('browse/').data}"


def test_a_register_is_written_on_one_line(tmp_path):
    file = register_of(planned(tmp_path, files_of(partner("acme"))))

    assert file.compact
    assert json.loads(canonical_json(file.value)) == file.value


def test_a_list_says_which_values_make_it(tmp_path):
    made = planned(tmp_path, files_of(partner("acme", "regions: [de]\n")))

    assert made.content("browse/").given == ()
    assert made.content("browse/type/reseller/").given == (("type", "reseller"),)
    assert made.content("browse/type/reseller/de/").given == (
        ("type", "reseller"),
        ("region", "de"),
    )
