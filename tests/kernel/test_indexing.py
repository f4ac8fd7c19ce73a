"""An index is made once for a value, and again for another one that is only equal."""

from pavgen.kernel.indexing import once


def counted(most=8):
    calls = []

    @once(most)
    def index(value):
        calls.append(value)
        return {item: place for place, item in enumerate(value)}

    return index, calls


def test_same_value_is_indexed_once():
    index, calls = counted()
    value = ("a", "b")
    assert index(value) is index(value)
    assert calls == [value]


def test_equal_value_that_is_another_is_indexed_again():
    index, calls = counted()
    assert index(["a"]) == index(["a"])
    assert calls == [["a"], ["a"]]


def test_answers_are_those_of_their_own_value_when_many_come_and_go():
    index, _ = counted(most=2)
    for n in range(100):
        assert index((n, n + 1)) == {n: 0, n + 1: 1}


def test_only_the_last_answers_are_kept():
    index, calls = counted(most=2)
    one, two, three = ("a",), ("b",), ("c",)
    for value in (one, two, three, three, two, one):
        index(value)
    assert calls == [one, two, three, one]
