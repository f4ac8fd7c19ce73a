import csv
import json
from datetime import date

import pytest

from pavgen.app.export import ExportRequest, export
from pavgen.app.import_csv import CsvRequest, import_csv
from pavgen.app.load import load_project
from pavgen.app.new import NewRequest, new
from pavgen.kernel.diagnostics import has_errors
from pavgen.place.placing import place

DAY = date(2026, 11, 21)
LISTING = """\
name: Nordwind
tagline: "=We: sail, \\"fast\\""
website: https://nordwind.example.com/
types: [reseller, integrator]
regions: [emea]
offices:
  - {city: Oslo, country: "NO", main: true}
  - {city: Bergen, country: "NO"}
size: 11-50
founded: 1999
contacts:
  - {purpose: sales, label: Sales, email: sales@nordwind.example.com, phone: +49 30 901820}
links: {docs: "https://nordwind.example.com/docs"}
seeks:
  - {types: [integrator], note: Partners at sea}
offers: ["a; b", training]
competes_with: [example-partner]
opt_out: [home-spotlight]
reviewed: 2026-01-02
"""
STANDING = """\
id: partner-0009
status: active
tier: gold
joined: 2020-02-03
points: 12
domains: [nordwind.example.com]
weights: {directory-list: 3}
aliases: [north-wind]
notes: a secret
"""


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    new(NewRequest("project", "North Sea", root, DAY))
    folder = root / "partners/nordwind"
    folder.mkdir()
    (folder / "listing.yaml").write_text(LISTING)
    (folder / "about.md").write_text("We *sail*.\n")
    (root / "content/standing/nordwind.yaml").write_text(STANDING)
    solution = root / "content/solutions/example-solution.md"
    solution.write_text(solution.read_text().replace("status: draft", "status: published"))
    assert load_project(root).diagnostics == ()
    return root


def exported(project, what, form="json", **options):
    answer = export(ExportRequest(project, what, DAY, form, **options))
    assert not has_errors(answer.diagnostics)
    return answer.value


def test_partners_stand_in_the_order_of_the_placement(project):
    order = place(load_project(project).value.programme, DAY).value.order_of("directory-list")
    partners = json.loads(exported(project, "partners"))["partners"]
    assert [(p["position"], p["slug"]) for p in partners] == list(enumerate(order, 1))
    rows = csv.DictReader(exported(project, "partners", "csv").splitlines())
    assert [row["slug"] for row in rows] == list(order)
    placement = json.loads(exported(project, "placement"))["opportunities"]["directory-list"]
    assert [row["partner"] for row in placement["order"]] == list(order)


def test_public_facts_are_told_and_notes_are_not(project):
    text = exported(project, "partners")
    nordwind = next(p for p in json.loads(text)["partners"] if p["slug"] == "nordwind")
    assert nordwind["contacts"][0]["email"] == "sales@nordwind.example.com"
    assert nordwind["weights"] == {"directory-list": 3}
    assert nordwind["about"] == "We sail."
    assert "secret" not in text
    assert "secret" not in exported(project, "partners", "csv")


def test_cells_that_a_spreadsheet_could_run_are_guarded_unless_raw(project):
    assert '"\'=We: sail, ""fast"""' in exported(project, "partners", "csv")
    assert '"=We: sail, ""fast"""' in exported(project, "partners", "csv", raw=True)


@pytest.mark.parametrize("raw", [False, True])
def test_an_export_imported_again_gives_the_same_listings_and_standings(project, tmp_path, raw):
    file = tmp_path / "partners.csv"
    file.write_text(exported(project, "partners", "csv", raw=raw), newline="")
    made = import_csv(CsvRequest(file, tmp_path / "again", DAY))
    assert {d.code for d in made.diagnostics} == {"import-columns"}
    again = load_project(tmp_path / "again")
    assert again.diagnostics == ()
    before = load_project(project).value.programme.partners
    after = again.value.programme.partners
    assert {s: p.listing for s, p in after.items()} == {s: p.listing for s, p in before.items()}
    assert after["nordwind"].standing.weights == (("directory-list", 3),)
    assert {s: p.standing.id for s, p in after.items()} == {
        s: p.standing.id for s, p in before.items()
    }


def test_an_export_imported_over_its_own_project_changes_nothing(project, tmp_path):
    file = tmp_path / "partners.csv"
    file.write_text(exported(project, "partners", "csv"), newline="")
    files = import_csv(CsvRequest(file, project, DAY, update=True)).value.files
    assert (files.created, files.updated) == ((), ())


def test_solutions_name_their_partners_in_the_order_of_the_placement(project):
    solutions = json.loads(exported(project, "solutions"))["solutions"]
    assert [(s["position"], s["slug"]) for s in solutions] == [(1, "example-solution")]
    assert solutions[0]["partners"] == [
        {"partner": "example-partner", "role": "Plans and delivers the project"}
    ]


def test_an_unknown_opportunity_is_an_error(project):
    answer = export(ExportRequest(project, "partners", DAY, opportunity="directory-lst"))
    assert [(d.code, d.remedy) for d in answer.diagnostics] == [
        ("export-opportunity", "did you mean `directory-list`?")
    ]
