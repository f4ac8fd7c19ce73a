"""The interface for programs: documents that keep to their schemas, in the order of the pages."""

import json
import re
from datetime import timedelta

import jsonschema
import pytest

from pavgen.app.build import make
from pavgen.model.showing import Showing
from pavgen.plan.api_schemas import SCHEMAS
from tests.plan.projects import DAY, article, files_of, hub, partner, planned, site, slugs, solution
from tests.plan.reading import DEMO_DAY, REMEMBERING, ROOT, demo_made

ORIGIN = "https://partners.fernholt.example"
SECTIONS = [
    "kind: directory, path: /",
    "kind: showcase, path: /stories/",
    "kind: hub, path: /notes/, hub: notes",
]
PARTNERS = (
    partner("cedar"),
    partner(
        "alder",
        "competes_with: [cedar]\ngives_reference: [{to: cedar, quote: Slow.}]\n"
        "contacts: [{purpose: sales, email: hello@alder.example}]\n",
        "aliases: [erle]\n",
        "Hello **you**.",
    ),
    partner("birch", "opt_out: [directory-list]\n"),
)


def data(found):
    return {item.path: item.value for item in found.plan.data}


def filled(tmp_path, **more):
    files = files_of(
        *PARTNERS,
        solution("frost", ["cedar", "alder"]),
        hub(more="topics: [{id: law, label: Law}]\n"),
        article("one", "published: 2026-02-01\ntopics: [law]\npartners: [cedar, alder]\n"),
        main=site(SECTIONS),
    )
    return planned(tmp_path, files, **more)


def schema_of(path):
    name = path.removeprefix("api/").removesuffix(".json")
    return "partner" if name.startswith("partners/") else name


def checker(schema):
    formats = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(schema, format_checker=formats)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name):
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


def test_documents_of_the_demo_keep_to_the_schemas_published_beside_them():
    wrong = []
    for built in demo_made().sites:
        files = {p: json.loads(d) for p, d in built.files.items() if p.startswith("api/")}
        for path, value in files.items():
            if not path.startswith("api/schema/"):
                schema = files[f"api/schema/{schema_of(path)}.json"]
                wrong += [(path, e.message) for e in checker(schema).iter_errors(value)]

    assert wrong == []


def test_documents_of_a_bare_programme_keep_to_their_schemas(tmp_path):
    found = data(planned(tmp_path, files_of()))
    told = [path for path in found if path.startswith("api/") and "/schema/" not in path]
    wrong = [e.message for p in told for e in checker(SCHEMAS[schema_of(p)]).iter_errors(found[p])]

    assert wrong == []
    assert told == [
        "api/articles.json",
        "api/index.json",
        "api/partners.json",
        "api/solutions.json",
    ]


def test_partners_stand_in_the_order_of_the_list_with_its_positions(tmp_path):
    found = filled(tmp_path)
    told = data(found)["api/partners.json"]

    assert [(row["position"], row["slug"]) for row in told["partners"]] == [
        (1, "alder"),
        (2, "cedar"),
    ]
    assert [row["slug"] for row in told["partners"]] == slugs(found.content("browse/").surface)
    assert told["opportunity"] == "directory-list"
    assert told["order"] == f"{ORIGIN}/placement/directory-list.json"
    assert told["period"] == {"label": "2026-Q2", "first": "2026-04-01", "last": "2026-06-30"}


def test_a_partner_outside_the_list_has_a_document_without_a_position(tmp_path):
    told = data(filled(tmp_path))["api/partners/birch.json"]["partner"]

    assert (told["slug"], told["position"], told["exposure"]) == ("birch", None, None)
    assert told["url"] == f"{ORIGIN}/birch/"


def test_a_partners_own_document_says_the_same_and_what_it_takes_part_in(tmp_path):
    found = data(filled(tmp_path))
    row = found["api/partners.json"]["partners"][0]

    assert found["api/partners/alder.json"]["partner"] == {
        **row,
        "solutions": [f"{ORIGIN}/stories/frost/"],
        "articles": [f"{ORIGIN}/notes/one/"],
    }
    assert (row["tagline"], row["about"]) == ("Alder does one thing.", "Hello you.")
    assert row["contacts"][0]["email"] == "hello@alder.example"


def test_what_a_listing_says_of_others_is_not_told(tmp_path):
    text = json.dumps(data(filled(tmp_path))["api/partners/alder.json"])

    assert re.findall("competes_with|gives_reference|accepts_reference|opt_out|Slow", text) == []


def test_solutions_and_articles_name_partners_in_the_order_of_the_list(tmp_path):
    found = data(filled(tmp_path))
    [frost] = found["api/solutions.json"]["solutions"]
    [one] = found["api/articles.json"]["articles"]

    assert [part["partner"] for part in frost["partners"]] == ["alder", "cedar"]
    assert one["partners"] == ["alder", "cedar"]
    assert (one["url"], one["topics"]) == (f"{ORIGIN}/notes/one/", ["Law"])


def test_the_index_leads_to_every_document_and_its_schema(tmp_path):
    found = data(filled(tmp_path))
    index = found["api/index.json"]
    there = {f"{ORIGIN}/{path}" for path in found}
    links = {link[key] for link in index["documents"] for key in ("href", "schema")}

    assert links <= there
    assert {link["href"] for link in index["orders"]} <= there
    assert index["home"] == f"{ORIGIN}/"


def test_documents_do_not_change_from_day_to_day_within_a_period(tmp_path):
    one = filled(tmp_path / "one", day=DAY)
    other = filled(tmp_path / "other", day=DAY + timedelta(days=1))

    assert data(one) == data(other)
    assert one.plan.documents == other.plan.documents


def test_the_demo_does_not_change_before_its_next_transition():
    following = demo_made().next_transition
    day_before = following - timedelta(days=1)
    later = make(ROOT, Showing(day_before), ("partners",), means=REMEMBERING).value.sites[0]
    first = next(built for built in demo_made().sites if built.site == "partners")

    assert day_before >= DEMO_DAY
    assert [p for p in first.files if first.files[p] != later.files.get(p)] == []


def test_the_reference_names_every_key_of_every_document():
    text = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    keys = {key for schema in SCHEMAS.values() for key in _keys(schema)}

    assert [key for key in sorted(keys) if f"`{key}`" not in text] == []


def _keys(schema):
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        schema = list(schema.values())
    for inner in schema if isinstance(schema, list) else []:
        yield from _keys(inner)
