import pytest

from pavgen.model.imports.sheet import Row, read_sheet


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_headings(delimiter):
    sheet = read_sheet("a.csv", f"Name{delimiter}Tier\nA{delimiter}B\n").value
    assert (sheet.delimiter, sheet.headings) == (delimiter, ("Name", "Tier"))


def test_delimiters_within_quotes_do_not_count():
    assert read_sheet("a.csv", '"Name, full; long";Tier\n').value.delimiter == ";"


def test_excels_line_names_the_delimiter():
    sheet = read_sheet("a.csv", "sep=;\nName;Tier\nA;B\n").value
    assert (sheet.headings, sheet.rows) == (("Name", "Tier"), (Row(2, 3, ("A", "B")),))


def test_rows_are_counted_as_spreadsheets_do_across_line_breaks_in_cells():
    sheet = read_sheet("a.csv", 'Name,Note\n"A\nB",x\n\nC,y\n').value
    assert sheet.rows == (Row(2, 2, ("A\nB", "x")), Row(4, 5, ("C", "y")))


def test_the_mark_that_guards_a_formula_is_taken_off():
    sheet = read_sheet("a.csv", "Phone,Name\n'+49 30 1,'Quoted'\n").value
    assert sheet.rows[0].cells == ("+49 30 1", "'Quoted'")


def test_an_empty_file_is_an_error():
    assert [d.code for d in read_sheet("a.csv", "\n\n").diagnostics] == ["import-csv"]
