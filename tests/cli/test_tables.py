"""Tables for a terminal."""

from pavgen.cli.tables import table


def test_columns_line_up_numbers_to_the_right_and_wide_letters_counted_twice():
    rows = [("1", "Acme", "10"), ("12", "汐凪", "–")]
    assert table(("no", "name", "points"), rows) == (
        "no  name  points\n 1  Acme      10\n12  汐凪       –"
    )


def test_decimals_and_signs_stand_to_the_right_too():
    assert table(("a",), [("+0.25",), ("−1,000.50",)]) == "a\n    +0.25\n−1,000.50".replace(
        "a\n", "        a\n"
    )
