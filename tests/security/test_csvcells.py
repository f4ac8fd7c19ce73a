import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.security.csvcells import csv_cell


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+49 30 1234567",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "  =1",
        '"=1',
        "'=1",
        ' "@x',
        "\u00a0=1",
        "\ufeff=1",
        "=cmd|' /C calc'!A0",
    ],
)
def test_csv_cell_marks_a_formula_as_text(text):
    assert csv_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Acme", "1=1", "a@b.example", "O'Hara", '"Acme"', "  x"])
def test_csv_cell_leaves_text_alone(text):
    assert csv_cell(text) == text


def test_csv_cell_leaves_everything_alone_for_machines():
    assert csv_cell("=1+1", raw=True) == "=1+1"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_csv_cell_survives_a_round_trip_of_quoted_csv(cells):
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(map(csv_cell, cells))
    [row] = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert row == [csv_cell(cell) for cell in cells]
