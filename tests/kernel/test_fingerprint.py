"""Equal values have one fingerprint, and values that differ in anything have two."""

import subprocess
import sys
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.fingerprint import Fingerprints, alike_but, print_of_json
from pavgen.security.markup import staff_html


class Kind(StrEnum):
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Leaf:
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Other:
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Single:
    part: object


@dataclass(frozen=True, slots=True)
class Placed:
    text: str
    place: int
    alike: "Placed | None" = field(default=None, metadata=alike_but("place"))


def print_of(value):
    return Fingerprints().of(value)


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.dates(),
    lambda inner: (
        st.tuples(inner, inner)
        | st.lists(inner, max_size=2)
        | st.builds(Leaf, st.text(max_size=2), st.integers(0, 3))
        | st.builds(Single, inner)
        | st.dictionaries(st.text(max_size=2), inner, max_size=2)
        | st.frozensets(st.text(max_size=2), max_size=3)
    ),
    max_leaves=6,
)


def typed(value):
    """Say a value with its types, as `repr` does not for dates and sets."""
    if isinstance(value, frozenset):
        return ("set", tuple(sorted(value)))
    if isinstance(value, (tuple, list)):
        return (type(value).__name__, tuple(map(typed, value)))
    if isinstance(value, dict):
        return ("dict", tuple((key, typed(item)) for key, item in value.items()))
    if isinstance(value, Single):
        return ("Single", typed(value.part))
    return (type(value).__name__, repr(value))


@given(plain, plain)
def test_fingerprints_are_equal_just_where_values_are(one, other):
    assert (print_of(one) == print_of(other)) == (typed(one) == typed(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (0, None),
        ("1", 1),
        ("", None),
        ("a", b"a"),
        ("<b>", staff_html("<b>")),
        ("one", Kind.ONE),
        (Leaf("a"), Other("a")),
        (Leaf("a"), ("a", 0)),
        (Leaf("a", 1), Leaf("a", 2)),
        ((1, (2,)), (1, 2)),
        (((), ()), ((),)),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (date(2026, 1, 1), datetime(2026, 1, 1)),  # noqa: DTZ001 - a local time has no zone
        (date(2026, 1, 1), "2026-01-01"),
    ],
)
def test_values_that_a_template_could_tell_apart_differ(one, other):
    assert print_of(Single(one)) != print_of(Single(other))


def test_a_part_that_is_shared_counts_like_one_that_is_equal():
    shared = Leaf("a")
    assert print_of((shared, shared)) == print_of((Leaf("a"), replace(shared)))


def test_order_of_a_set_does_not_matter_in_any_process():
    code = (
        "from pavgen.kernel.fingerprint import Fingerprints;"
        "print(Fingerprints().of((frozenset('abcdefgh'), 'x')).hex())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in "123"
    }
    assert len(runs) == 1


@pytest.mark.parametrize("value", [1.5, object(), print_of, {1}, bytearray(b"a")])
def test_what_may_not_be_in_a_view_has_no_fingerprint(value):
    with pytest.raises(DefectError, match="has no fingerprint"):
        print_of(Single(value))


def test_a_record_with_one_that_is_alike_is_told_by_that_and_by_what_differs():
    one, other = Placed("a", 0), Placed("b", 0)
    records = [Placed(same.text, place, same) for same in (one, other) for place in (1, 2)]
    prints = [print_of((record,)) for record in records]
    assert len(set(prints)) == 4
    assert [
        print_of((replace(r, alike=replace(one if n < 2 else other)),))
        for n, r in enumerate(records)
    ] == prints


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1}, {"a": True}),
        ({"a": 1}, {"a": "1"}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ([[], {}], [{}, []]),
        (["ab", "c"], ["a", "bc"]),
        (None, False),
    ],
)
def test_plain_data_that_is_written_in_another_way_differs(one, other):
    assert print_of_json(one) != print_of_json(other)


def test_plain_data_that_is_equal_has_one_print_whatever_shares_its_parts():
    text = chr(252) * 3
    assert print_of_json([{"a": text}, {"a": text}]) == print_of_json([{"a": chr(252) * 3}] * 2)


def test_data_that_is_not_quite_plain_has_no_print():
    assert print_of_json([Kind.ONE]) is None
