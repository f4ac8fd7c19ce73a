"""Tables for a terminal."""

from pavgen.cli.tables import table


def test_columns_line_up_numbers_to_the_right_and_wide_letters_counted_twice():
    rows = [("1", "Acme", "10"), ("12", "汐凪", "–")]
    assert table(("no", "name", "points"), rows) == (
        "no  name  points\n 1  Acme      10\n12  汐凪       –"
    )
