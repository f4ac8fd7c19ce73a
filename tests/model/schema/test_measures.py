"""Lengths, points and local times."""

from datetime import datetime

import pytest

from pavgen.model.schema.measures import Length, LocalTime, PointKind
from tests.model.schema.reading import read

METRES = "give metres such as `3` or `2.50`"
A_TIME = "give a day and time at the event's place such as 2026-11-24T09:30"


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Length(), "3", 300),
        (Length(), "2.5", 250),
        (Length(), "2.50", 250),
        (Length(), "2.05", 205),
        (Length(), "0.5", 50),
        (Length(), "0", 0),
        (Length(), "012", 1200),
        (Length(), '"7"', 700),
        (Length(), "9999.99", 999_999),
        (Length(50), "0.50", 50),
        (PointKind(), "[12, 4.5]", (1200, 450)),
        (PointKind(), "[0, 0]", (0, 0)),
        (LocalTime(), "2026-11-24T09:30", datetime.fromisoformat("2026-11-24T09:30")),
        (LocalTime(), "2024-02-29T23:59", datetime.fromisoformat("2024-02-29T23:59")),
    ],
)
def test_a_value_in_its_form_is_read(kind, text, value):
    assert read(kind, text) == (value, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wide", f"value-length key: `wide` is not a length in metres; {METRES}"),
        ("-1", f"value-length key: `-1` is not a length in metres; {METRES}"),
        ("1.005", f"value-length key: `1.005` is not a length in metres; {METRES}"),
        ("1,5", f"value-length key: `1,5` is not a length in metres; {METRES}"),
        ("1e3", f"value-length key: `1e3` is not a length in metres; {METRES}"),
        (".5", f"value-length key: `.5` is not a length in metres; {METRES}"),
        ("12345", f"value-length key: `12345` is not a length in metres; {METRES}"),
        ("3 m", f"value-length key: `3 m` is not a length in metres; {METRES}"),
        ("٣", f"value-length key: `٣` is not a length in metres; {METRES}"),
        ("[3]", f"value-shape key: a list stands here; {METRES}"),
    ],
)
def test_a_length_of_another_form_is_told(text, expected):
    assert read(Length(), text) == (0, [f"1:6: {expected}"])


def test_a_length_below_the_least_is_told_with_the_least():
    assert read(Length(50), "0.49") == (
        50,
        ["1:6: value-range key: `0.49` is out of range; " + METRES + ", at least 0.5"],
    )


@pytest.mark.parametrize("text", ["[1]", "[1, 2, 3]", "{x: 1, y: 2}", '"1, 2"'])
def test_a_point_is_two_lengths(text):
    value, [line] = read(PointKind(), text)

    assert value == (0, 0)
    assert line.endswith(
        "value-shape key: a point belongs here; write `[x, y]` in metres, such as `[12, 4.5]`"
    )


def test_a_faulty_coordinate_is_told_at_its_own_place():
    assert read(PointKind(), "[1, far]") == (
        (100, 0),
        [f"1:10: value-length key[1]: `far` is not a length in metres; {METRES}"],
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("2026-02-30T10:00", "does not exist"),
        ("2026-10-24T24:00", "does not exist"),
        ("2026-10-24T09:30+02:00", "is not a local day and time"),
        ("2026-10-24T09:30Z", "is not a local day and time"),
        ("2026-10-24T09:30:00", "is not a local day and time"),
        ("2026-10-24 09:30", "is not a local day and time"),
        ("2026-10-24", "is not a local day and time"),
        ("09:30", "is not a local day and time"),
    ],
)
def test_a_time_of_another_form_is_told(text, complaint):
    assert read(LocalTime(), text) == (
        datetime.fromisoformat("0001-01-01T00:00"),
        [f"1:6: value-moment key: `{text}` {complaint}; {A_TIME}"],
    )


def test_editors_are_told_the_forms():
    assert Length().json_schema({})["pattern"] == r"^[0-9]{1,4}(\.[0-9]{1,2})?$"
    assert PointKind().json_schema({})["minItems"] == 2
    assert LocalTime().json_schema({})["type"] == "string"
