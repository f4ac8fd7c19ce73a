import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.plan.sections.pavilion.hall.fitting import LAST, fit


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("Vyr", 1),
        ("Brackenfold", 2),
        ("A-1", 1),
        ("青空", 1),
        ("株式会社アオゾラ技研", 2),
        ("شركة الأفق للحلول الرقمية", 3),
        ("Merrowdale Tancred", 2),
        ("Donaudampfschifffahrtsgesellschaft", LAST),
        ("n" * 300, LAST),
        ("", 1),
    ],
)
def test_a_name_is_written_as_large_as_it_fits(name, size):
    assert fit(name) == size


def test_marks_above_letters_need_no_room():
    assert fit("Z̈" * 9) == fit("Z" * 9)


@given(st.text(), st.text())
def test_a_longer_name_is_never_larger(name, more):
    assert fit(name + more) >= fit(name) or fit(name + more) == fit(name)
