from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pavgen.files.yamldoc import IMPORT, parse_yaml
from pavgen.files.yamlwrite import file_text
from pavgen.kernel.codes import CODES
from pavgen.model.document import RawDocument
from pavgen.model.imports.existing import Existing
from pavgen.model.imports.report import ImportCounts
from tests.model.imports.landscapes import MEMBERS, default_mapping, drafts_of, node_of, read


def texts_of(made):
    return {
        draft.path: "".join(
            line
            for line in file_text(draft).splitlines(keepends=True)
            if not line.startswith("# yaml-language-server")
        )
        for draft in made.value.drafts
    }


def test_a_company_with_several_items_becomes_one_partner():
    made, _ = drafts_of(MEMBERS, logos={"nordwind-systems": "logo.svg"})
    assert texts_of(made)["partners/nordwind-systems/listing.yaml"] == (
        "name: Nordwind Systems\n"
        "tagline: Nordwind helps banks to run Kubernetes.\n"
        "website: https://nordwind.example.com/\n"
        "types: [member, service-provider]\n"
        "solution_areas: [consulting]\n"
        "logo: logo.svg\n"
        "links:\n"
        "  crunchbase: https://www.crunchbase.com/organization/nordwind\n"
        "  services: https://nordwind.example.com/services\n"
    )


def test_the_member_level_is_the_tier_and_joined_is_kept():
    made, _ = drafts_of(MEMBERS)
    assert texts_of(made)["content/standing/nordwind-systems.yaml"] == (
        "id: cl-0002\nstatus: active\ntier: gold\njoined: 2021-03-01\n"
        'notes: "import key: nordwind"\n'
    )


def test_a_partner_without_membership_has_the_lowest_tier_and_the_day_of_import():
    made, _ = drafts_of(MEMBERS)
    assert texts_of(made)["content/standing/ostwind.yaml"] == (
        "id: cl-0003\nstatus: active\ntier: community\njoined: 2026-11-21\n"
        'notes: "import key: ostwind"\n'
    )


def test_a_description_is_escaped_as_the_partners_text():
    made, _ = drafts_of(MEMBERS)
    assert texts_of(made)["partners/nordwind-systems/about.md"] == (
        "Nordwind helps banks to run Kubernetes. It has \\*done so\\* for years.\n"
    )


def test_certified_platforms_are_solutions_of_their_company():
    made, _ = drafts_of(MEMBERS)
    assert texts_of(made)["content/solutions/nordwind-cloud-nwc.md"] == (
        "---\n"
        "title: Nordwind Cloud (NWC)\n"
        "summary: Kubernetes by the sea.\n"
        "partners:\n"
        "  - partner: nordwind-systems\n"
        "    role: Runs the platform\n"
        "solution_areas: [hosted]\n"
        "published: 2026-11-21\n"
        "---\n\n"
        "Kubernetes by the sea.\n\n"
        "[More about Nordwind Cloud (NWC)](<https://nordwind.example.com/cloud>)\n"
    )


def test_everything_that_could_not_be_mapped_is_reported_in_place():
    made, found = drafts_of(MEMBERS)
    assert [(d.span.line, d.code, d.what) for d in sorted(found, key=lambda d: d.span)] == [
        (
            19,
            "import-http",
            "`http://suedwind.example.com` is not encrypted and was imported as https",
        ),
        (22, "import-key", "the key `enduser` was not imported (1 item)"),
        (33, "import-name-differs", "`Nordwind` is called `Nordwind Systems` here"),
        (57, "import-company", "the company of the solution `Westwind` is not among the partners"),
        (60, "import-category", "`Platform / Installer Tools` was not imported (1 item)"),
    ]
    assert made.value.counts == ImportCounts(
        items=4,
        partners=3,
        solution_items=2,
        solutions=1,
        logos=0,
        untold=2,
        undated=1,
        left_out=1,
    )


def test_a_second_import_keeps_ids_and_what_was_added_by_hand():
    first, _ = drafts_of(MEMBERS)
    documents = {}
    for draft in first.value.drafts:
        if draft.root is not None and draft.path.endswith(".yaml"):
            root = parse_yaml(
                draft.path, file_text(draft) + "founded: 1999\n" * ("listing" in draft.path)
            )
            documents[draft.path] = RawDocument(draft.path, root.value)
    existing = Existing(default_mapping().program, None, documents)
    older = MEMBERS.replace("2019-05-01", "2022-01-01").replace("Südwind & Söhne", "Suedwind")
    second, found = drafts_of(older, existing)
    again = texts_of(second)
    assert "founded: 1999\n" in again["partners/nordwind-systems/listing.yaml"]
    assert again["content/standing/nordwind-systems.yaml"].startswith("id: cl-0002\n")
    # A company without a link is known by its name alone, so a new name is a new company.
    assert again["content/standing/suedwind.yaml"].startswith("id: cl-0004\n")
    assert "import-absent" in [d.code for d in found]


def test_names_that_pass_for_each_other_are_told_and_let_through():
    twice = MEMBERS.replace("Ostwind (KCSP)", "NORDWIND Systems (KCSP)")
    made, found = drafts_of(twice)
    assert texts_of(made)["content/name-exceptions.yaml"] == (
        "nordwind-systems-2: imported as another company than `nordwind-systems`\n"
    )
    assert {"import-lookalike", "import-slug"} <= {d.code for d in found}


def test_items_without_what_a_partner_needs_are_left_out_and_told():
    bare = MEMBERS.replace("homepage_url: https://ostwind.example.com/", "homepage_url: nowhere")
    made, found = drafts_of(bare)
    assert made.value.counts.partners == 2
    assert sorted(d.code for d in found if d.field == "website") == [
        "import-http",
        "key-missing",
        "link-host",
    ]


JUNK = st.recursive(
    st.text(max_size=12) | st.sampled_from(["~", "2020-13-40", "(member)", "../../x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["name", "items", "logo", "crunchbase", "joined", "description", "extra"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=10,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(JUNK, max_size=4), st.sampled_from(["Gold", "Silver", "Odd"]))
def test_no_landscape_raises(items, level):
    tree = {
        "landscape": [
            {"name": "CNCF Members", "subcategories": [{"name": level, "items": items}]},
            {
                "name": "Platform",
                "subcategories": [{"name": "Certified Kubernetes - Hosted", "items": items}],
            },
        ]
    }
    made, found = drafts_of(node_of(tree))
    assert {d.code for d in found} <= set(CODES)
    for draft in made.value.drafts:
        parse_yaml(draft.path, file_text(draft), limits=IMPORT)


def test_a_file_that_is_no_landscape_is_an_error():
    assert [(d.code, d.severity.value) for d in read("name: x\n").diagnostics] == [
        ("import-shape", "error")
    ]
