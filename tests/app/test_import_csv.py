from datetime import date

from pavgen.app.import_csv import CsvRequest, import_csv
from pavgen.app.load import load_project

DAY = date(2026, 11, 21)
TEXT = (
    "\ufeffCompany;Website;Partner Tier;Owner\r\n"
    "Nordwind;nordwind.example.com;Gold;Ann\r\n"
    "Ostwind;ostwind.example.com;Silver;Bob\r\n"
)


def request(tmp_path, text=TEXT, **options):
    file = tmp_path / "crm.csv"
    file.write_text(text, newline="")
    return CsvRequest(file, tmp_path / "project", DAY, **options)


def test_a_spreadsheet_becomes_a_project_without_errors(tmp_path):
    made = import_csv(request(tmp_path))
    assert [d.code for d in made.diagnostics] == ["import-columns"]
    loaded = load_project(tmp_path / "project")
    assert loaded.diagnostics == ()
    assert sorted(loaded.value.programme.partners) == ["nordwind", "ostwind"]


def test_a_dry_run_shows_columns_and_rows_and_writes_nothing(tmp_path):
    made = import_csv(request(tmp_path, dry_run=True)).value
    assert [(c.heading, c.field) for c in made.columns] == [
        ("Company", "name"),
        ("Website", "website"),
        ("Partner Tier", "tier"),
        ("Owner", ""),
    ]
    assert made.sample[0] == {
        "name": "Nordwind",
        "website": "nordwind.example.com",
        "tier": "Gold",
    }
    assert not (tmp_path / "project").exists()


def test_nothing_is_written_when_a_row_is_wrong(tmp_path):
    made = import_csv(request(tmp_path, TEXT + ";x.example.com;Gold;\r\n"))
    assert "error" in [d.severity for d in made.diagnostics]
    assert not (tmp_path / "project").exists()


def test_an_existing_partner_changes_only_with_update(tmp_path):
    import_csv(request(tmp_path))
    changed = TEXT.replace("nordwind.example.com", "www.nordwind.example.com")
    listing = tmp_path / "project/partners/nordwind/listing.yaml"
    before = listing.read_text()
    refused = import_csv(request(tmp_path, changed))
    assert [d.code for d in refused.diagnostics if d.severity == "error"] == ["target-exists"]
    assert listing.read_text() == before
    updated = import_csv(request(tmp_path, changed, update=True))
    assert updated.value.files.updated == ("partners/nordwind/listing.yaml",)
    assert listing.read_text() == before.replace("nordwind.example.com", "www.nordwind.example.com")


def test_the_same_import_twice_writes_nothing(tmp_path):
    import_csv(request(tmp_path))
    again = import_csv(request(tmp_path)).value.files
    assert (again.created, again.updated) == ((), ())


def test_a_file_in_another_encoding_is_an_error(tmp_path):
    asked = request(tmp_path)
    asked.file.write_bytes("Company\nSüdwind\n".encode("latin-1"))
    assert [d.code for d in import_csv(asked).diagnostics] == ["text-encoding"]


def test_a_missing_file_is_an_error(tmp_path):
    asked = CsvRequest(tmp_path / "none.csv", tmp_path / "project", DAY)
    assert [d.code for d in import_csv(asked).diagnostics] == ["import-file"]
