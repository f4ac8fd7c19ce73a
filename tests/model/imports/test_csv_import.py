from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.files.yamldoc import parse_yaml
from pavgen.files.yamlwrite import file_text
from pavgen.kernel.codes import CODES
from pavgen.model.imports.csv_import import import_rows
from pavgen.model.imports.csv_mapping import CsvMapping, decode_csv_mapping
from pavgen.model.imports.existing import Existing
from pavgen.model.records.program import PartnerType, Program, Term, Tier

DAY = date(2026, 11, 21)
PROGRAM = Program(
    name="Programme",
    tiers=(Tier(id="gold", label="Gold"), Tier(id="basic", label="Basic")),
    partner_types=(PartnerType(id="reseller", label="Reseller", plural="Resellers"),),
    industries=(Term(id="public", label="Public sector"),),
)
THERE = Existing(PROGRAM)


def mapped(text):
    checked = decode_csv_mapping("map.yaml", parse_yaml("map.yaml", text).value)
    assert checked.diagnostics == ()
    return checked.value


def rows(text, mapping=None, existing=THERE, **options):
    return import_rows("crm.csv", text, mapping or CsvMapping(), existing, DAY, **options)


def text_of(found, path):
    draft = next(draft for draft in found.value.drafts if draft.path == path)
    return "".join(file_text(draft).splitlines(keepends=True)[1:])


def told(found):
    return [(d.severity.value, d.code, d.what) for d in found.diagnostics]


def test_headings_of_a_crm_are_understood_and_labels_become_ids():
    found = rows(
        "Account Name,Partner Tier,Web Site,Partner Type,Vertical,Short Description,Member Since\n"
        "Nordwind,GOLD,https://nordwind.example.com/,resellers,Public  Sector,We sail.,2020-02-03\n"
    )
    assert told(found) == []
    assert text_of(found, "partners/nordwind/listing.yaml") == (
        "name: Nordwind\ntagline: We sail.\nwebsite: https://nordwind.example.com/\n"
        "types: [reseller]\nindustries: [public]\n"
    )
    assert text_of(found, "content/standing/nordwind.yaml") == (
        "id: partner-0001\nstatus: active\ntier: gold\njoined: 2020-02-03\n"
    )


def test_unknown_values_are_told_with_row_and_column_and_left_out():
    found = rows("Company,Website,Industry\nNordwind,nordwind.example.com,Public sector; Whaling\n")
    assert told(found) == [
        (
            "warning",
            "import-value",
            "row 2, column `Industry`: `Whaling` is not among the industries (left out)",
        )
    ]
    assert "industries: [public]\n" in text_of(found, "partners/nordwind/listing.yaml")


def test_an_unknown_tier_is_an_error_of_its_row():
    found = rows("Company,Website,Tier\nNordwind,nordwind.example.com,Gould\n")
    assert [severity for severity, _, _ in told(found)] == ["error", "error"]
    assert found.value.counts.partners == 0


def test_bad_rows_are_warnings_when_they_are_skipped():
    text = "Company,Website\nNordwind,\nOstwind,ostwind.example.com\n"
    found = rows(text, skip_bad_rows=True)
    assert found.value.counts.partners == 1
    assert {severity for severity, _, _ in told(found)} == {"warning"}


def test_a_new_project_takes_its_words_from_the_file():
    found = rows(
        "Company;Website;Tier;Type\nNordwind;nordwind.example.com;Gold;Reseller | System integrator\n",
        existing=Existing(),
    )
    assert told(found) == []
    assert text_of(found, "content/program.yaml") == (
        "name: Partner programme\n"
        "vendor:\n  name: Our company\n  url: https://www.example.org/\n"
        "tiers:\n  - id: gold\n    label: Gold\n"
        "partner_types:\n"
        "  - id: reseller\n    label: Reseller\n    plural: Resellers\n"
        "  - id: system-integrator\n    label: System integrator\n    plural: System integrators\n"
    )


def test_a_mapping_names_columns_words_and_defaults():
    mapping = mapped(
        "columns: {Firma: name, Stufe: tier, Netz: website}\n"
        "ignored: [Notiz]\n"
        "values: {tier: {A: gold}}\n"
        "defaults: {types: reseller, tagline: Partner since long}\n"
    )
    found = rows("Firma,Stufe,Netz,Notiz\nNordwind,A,nordwind.example.com,x\n", mapping)
    assert told(found) == []
    assert "tagline: Partner since long\n" in text_of(found, "partners/nordwind/listing.yaml")
    assert "tier: gold\n" in text_of(found, "content/standing/nordwind.yaml")


def test_a_mapping_that_names_no_column_or_field_is_an_error():
    found = rows("Firma\nNordwind\n", mapped("columns: {Frima: name, Firma: nmae}\n"))
    assert [(d.code, d.remedy) for d in found.diagnostics if d.severity == "error"] == [
        ("import-columns", "name it under `columns` in a mapping, such as `Company: name`"),
        ("import-mapping", "did you mean `Firma`?"),
        ("import-mapping", "did you mean `name`?"),
    ]


@pytest.mark.parametrize(
    ("cell", "dates", "day"),
    [
        ("2020-03-04", "iso", "2020-03-04"),
        ("2020-03-04T10:00:00Z", "iso", "2020-03-04"),
        ("4.3.2020", "iso", "2020-03-04"),
        ("4/3/2020", "day-first", "2020-03-04"),
        ("3/4/2020", "month-first", "2020-03-04"),
    ],
)
def test_dates_are_read_where_they_mean_one_day(cell, dates, day):
    found = rows(
        f"Company,Website,Joined\nNordwind,nordwind.example.com,{cell}\n",
        mapped(f"dates: {dates}\n"),
    )
    assert f"joined: {day}\n" in text_of(found, "content/standing/nordwind.yaml")


def test_a_date_that_may_be_two_days_is_an_error():
    found = rows("Company,Website,Joined\nNordwind,nordwind.example.com,3/4/2020\n")
    assert told(found)[0] == (
        "error",
        "value-date",
        "row 2, column `Joined`: `3/4/2020` is not a date (this record cannot be made without it)",
    )


def test_the_same_partner_twice_is_an_error():
    found = rows("Company,Website\nNordwind,a.example.com\nNordwind,b.example.com\n")
    assert told(found) == [
        ("error", "import-row", "row 3: `Nordwind` stands in an earlier row as well")
    ]


CELLS = st.text(max_size=30) | st.sampled_from(
    [
        "[[[[",
        "{}",
        '[{"city": 1}]',
        "=1+1",
        "'=1+1",
        "../../x",
        "2020-99-99",
        "Gold",
        "🙂",
        "[" * 3000,
    ]
)


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, min_size=8, max_size=8), max_size=4), st.sampled_from(",;\t"))
def test_no_spreadsheet_raises(table, delimiter):
    headings = [
        "Company",
        "Website",
        "Tier",
        "Offices",
        "Links",
        "Certifications",
        "Joined",
        "Slug",
    ]
    lines = [delimiter.join(headings)]
    for cells in table:
        quoted = ('"' + cell.replace('"', '""') + '"' for cell in cells)
        lines.append(delimiter.join(quoted))
    for existing in (THERE, Existing()):
        found = rows("\n".join(lines), existing=existing, skip_bad_rows=True)
        assert {d.severity.value for d in found.diagnostics} <= {"warning"}
        assert {d.code for d in found.diagnostics} <= set(CODES)
        for draft in found.value.drafts:
            assert ".." not in draft.path
            file_text(draft)


@given(st.text(max_size=400))
def test_no_text_raises(text):
    rows(text)
