from dataclasses import replace

from pavgen.plan.facets import countries, facet_table, values_of
from pavgen.plan.views import FacetValue, FacetView, LinkView
from tests.plan.projects import PROGRAM, WORDS, files_of, page, partner, planned, site, slugs


def listed(found, path):
    return slugs(found.content(path).surface)


def lists_below(found, folder):
    return [path.removesuffix("index.html") for path in found.paths if path.startswith(folder)]


def test_partner_in_a_country_is_found_under_every_region_above_it(tmp_path):
    found = planned(tmp_path, files_of(partner("alder", "regions: [de]\n"), partner("birch")))
    words = found.programme.words

    assert values_of(words, found.programme.partners["alder"], "region") == ("emea", "dach", "de")
    assert [listed(found, f"browse/region/{term}/") for term in ("emea", "dach", "de")] == [
        ["alder"]
    ] * 3


def test_value_without_partners_has_no_page(tmp_path):
    found = planned(tmp_path, files_of(partner("alder", "regions: [at]\n")))

    assert lists_below(found, "browse/region/") == [
        "browse/region/at/",
        "browse/region/dach/",
        "browse/region/emea/",
        "browse/region/",
    ]


def test_facet_nobody_has_a_value_of_has_neither_index_nor_link(tmp_path):
    found = planned(tmp_path, files_of(partner("alder")))

    assert [facet.id for facet in found.content("index.html").facets] == ["type", "tier"]
    assert "browse/region/index.html" not in found.paths


def test_crossings_are_made_only_where_partners_are(tmp_path):
    files = files_of(
        partner("alder", "regions: [de]\nsolution_areas: [lake]\n"),
        partner("birch", "regions: [us]\n", types="[integrator]"),
    )
    crossings = [
        path for path in lists_below(planned(tmp_path, files), "browse/") if path.count("/") == 4
    ]

    assert crossings == [
        "browse/area/data/dach/",
        "browse/area/data/de/",
        "browse/area/data/emea/",
        "browse/area/lake/dach/",
        "browse/area/lake/de/",
        "browse/area/lake/emea/",
        "browse/type/integrator/us/",
        "browse/type/reseller/dach/",
        "browse/type/reseller/de/",
        "browse/type/reseller/emea/",
    ]


def test_crossing_holds_the_partners_of_both_values(tmp_path):
    files = files_of(
        partner("alder", "regions: [de]\n"),
        partner("birch", "regions: [us]\n"),
        partner("cedar", "regions: [at]\n"),
        partner("dogwood", "regions: [de]\n", types="[integrator]"),
    )
    found = planned(tmp_path, files)

    assert listed(found, "browse/type/reseller/emea/") == ["alder", "cedar"]
    assert found.view("browse/type/reseller/emea/").title == "Resellers in Europe"
    assert [c.href for c in found.view("browse/type/reseller/emea/").crumbs] == [
        "/",
        "/browse/",
        "/browse/type/",
        "/browse/type/reseller/",
    ] or [c.href for c in found.view("browse/type/reseller/emea/").crumbs][-1] == (
        "/browse/type/reseller/"
    )


def test_facet_counts_partners_and_indents_children(tmp_path):
    files = files_of(
        partner("alder", "regions: [de]\n"),
        partner("birch", "regions: [fr]\n"),
        partner("cedar", "regions: [us]\n"),
    )
    regions = next(
        f for f in planned(tmp_path, files).content("browse/region/fr/").facets if f.id == "region"
    )

    assert regions == FacetView(
        "region",
        "facet-region",
        "/browse/region/",
        (
            FacetValue("Europe", "/browse/region/emea/", 2, 0, id="emea"),
            FacetValue("Central Europe", "/browse/region/dach/", 1, 1, id="dach"),
            FacetValue("Germany", "/browse/region/de/", 1, 2, id="de"),
            FacetValue("France", "/browse/region/fr/", 1, 1, current=True, id="fr"),
            FacetValue("United States", "/browse/region/us/", 1, 0, id="us"),
        ),
    )


def test_narrower_counts_are_those_within_the_value(tmp_path):
    files = files_of(
        partner("alder", "regions: [de]\n"),
        partner("birch", "regions: [de]\n", types="[integrator]"),
    )
    (narrower,) = planned(tmp_path, files).content("browse/type/reseller/").narrower

    assert [(v.label, v.href, v.count) for v in narrower.values] == [
        ("Europe", "/browse/type/reseller/emea/", 1),
        ("Central Europe", "/browse/type/reseller/dach/", 1),
        ("Germany", "/browse/type/reseller/de/", 1),
    ]


def test_table_of_no_partners_is_empty(tmp_path):
    table = facet_table(planned(tmp_path, files_of()).programme, [])

    assert (dict(table.members), table.everyone, table.of("tier", "gold")) == (
        {},
        frozenset(),
        frozenset(),
    )


def test_directory_of_one_type_counts_only_that_type(tmp_path):
    files = files_of(
        partner("alder"),
        partner("birch", types="[integrator]"),
        main=site(["kind: directory, path: /, only: {types: integrator}"]),
    )
    found = planned(tmp_path, files)

    assert listed(found, "browse/") == ["birch"]
    assert [p for p in found.paths if "alder" in p or "reseller" in p] == []
    assert found.content("index.html").partner_count == 1


def test_type_with_a_proposition_leads_to_it(tmp_path):
    program = PROGRAM.replace("summary: Sells it.}", "summary: Sells it., proposition: offer}")
    found = planned(tmp_path, files_of(partner("alder"), page("offer"), program=program))

    assert found.content("browse/type/reseller/").proposition == LinkView(
        "For a Reseller", "/for/reseller/"
    )


def test_countries_of_offices_are_a_facet_named_in_the_language_of_the_site(tmp_path):
    files = files_of(
        partner("acme", "offices: [{city: Lyon, country: FR}, {city: Wien, country: AT}]\n"),
        partner("mill", "offices: [{city: Graz, country: AT}]\n"),
    )
    made = planned(tmp_path, files)
    facet = next(f for f in made.content("browse/").facets if f.id == "country")

    assert [(v.id, v.count, v.href) for v in facet.values] == [
        ("AT", 2, "/browse/country/AT/"),
        ("FR", 1, "/browse/country/FR/"),
    ]
    assert slugs(made.content("browse/country/AT/").surface) == ["acme", "mill"]


def test_countries_stand_by_their_names_without_regard_to_accents(tmp_path):
    names = {"AT": "Österreich", "PL": "Polen", "NO": "Norwegen"}
    offices = ", ".join(f"{{city: A, country: {code}}}" for code in names)
    made = planned(tmp_path, files_of(partner("acme", f"offices: [{offices}]\n")))
    words = replace(WORDS, country=names.__getitem__)

    found = countries(made.programme, words)

    assert [entry.label for entry in found] == ["Norwegen", "Österreich", "Polen"]
