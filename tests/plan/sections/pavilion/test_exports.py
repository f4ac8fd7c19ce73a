import csv
import io

import jsonschema

from tests.events import EVENT
from tests.plan.projects import partner
from tests.plan.sections.pavilion.agendas import BEFORE, fair


def told(found, name):
    file = f"fair/{name}"
    data = {d.path: d.value for d in found.plan.data}
    return data[file] if file in data else {d.path: d.content for d in found.plan.documents}[file]


def rows(found):
    return list(csv.DictReader(io.StringIO(told(found, "exhibitors.csv").text, newline="")))


def test_the_table_has_a_row_for_each_exhibitor_in_the_order_of_the_list(tmp_path):
    assert rows(fair(tmp_path)) == [
        {
            "position": "1",
            "slug": "ada",
            "name": "Ada",
            "tagline": "Ada does one thing.",
            "package": "booth",
            "booths": "a1",
            "places": "Hall 1, A1",
            "co_exhibitors": "Dot",
            "profile": "",
            "website": "https://ada.example/",
        },
        {
            "position": "2",
            "slug": "bob",
            "name": "Bob",
            "tagline": "Bob does one thing.",
            "package": "booth",
            "booths": "a2",
            "places": "Hall 1, A2",
            "co_exhibitors": "",
            "profile": "",
            "website": "https://bob.example/",
        },
        {
            "position": "3",
            "slug": "cat",
            "name": "Cat",
            "tagline": "Cat does one thing.",
            "package": "pod",
            "booths": "p1@day-1",
            "places": "Hall 1, P1, The first day",
            "co_exhibitors": "",
            "profile": "",
            "website": "https://cat.example/",
        },
    ]


def test_the_json_says_the_same_and_fits_its_schema(tmp_path):
    found = fair(tmp_path)
    document = told(found, "exhibitors.json")
    schema = told(found, "exhibitors.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(
        document
    )

    assert document["opportunity"] == "directory-list"
    assert [(e["position"], e["slug"]) for e in document["exhibitors"]] == [
        (int(row["position"]), row["slug"]) for row in rows(found)
    ]
    assert document["exhibitors"][2]["booths"] == [
        {
            "booth": "p1",
            "label": "P1",
            "hall": "one",
            "shift": "day-1",
            "address": "https://partners.fernholt.example/fair/floor/#p1",
        }
    ]


def test_no_cell_can_be_run_by_a_spreadsheet(tmp_path):
    files = partner("ada")
    path = "partners/ada/listing.yaml"
    evil = files | {path: files[path].replace("Ada does one thing.", '"=HYPERLINK(1) \\"a\\""')}

    assert rows(fair(tmp_path, more=(evil,)))[0]["tagline"] == '\'=HYPERLINK(1) "a"'


def test_who_has_withdrawn_is_not_told_and_who_has_no_booth_is(tmp_path):
    main = EVENT.replace("booth: a2, reason: By lot.", "withdrew: 2026-06-01").replace(
        "booth: p1@day-1, reason: By lot.", "needs: {area: 1}"
    )
    assert [(row["slug"], row["booths"]) for row in rows(fair(tmp_path, main=main))] == [
        ("ada", "a1"),
        ("cat", ""),
    ]


def test_they_are_there_before_the_agenda_is(tmp_path):
    assert len(rows(fair(tmp_path, day=BEFORE))) == 3
