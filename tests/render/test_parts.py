"""Parts of pages that are made once for the same values."""

from pavgen.render.parts import Parts


def _made(*rounds: object, most: int = 100) -> list[str]:
    """Ask for a part of each value in turn; return the values that a part was made of."""
    made: list[str] = []

    def printed(*seen: object) -> str:
        made.append(repr(*seen))
        return repr(*seen)

    parts = Parts(most)
    assert [parts.once(printed, value) for value in rounds] == [repr(value) for value in rounds]
    return made


def test_equal_texts_and_equal_numbers_give_one_part():
    assert _made("ab", "".join("ab"), 1000, int("1000")) == ["'ab'", "1000"]


def test_one_object_gives_one_part_and_an_equal_one_another():
    first, second = ["x"], ["x"]

    assert _made(first, first, second) == ["['x']", "['x']"]


def test_values_that_python_takes_for_equal_are_told_apart():
    values = (1, True, 1.0, "1", -1, 0, False, None)

    assert _made(*values) == ["1", "True", "1.0", "'1'", "-1", "0", "False", "None"]


def test_an_object_that_was_let_go_leaves_no_part_to_another_at_its_place():
    parts = Parts()
    said = [parts.once(_listed, [number]) for number in range(1000)]

    assert said == [f"([{number}],)" for number in range(1000)]


def test_one_part_too_many_makes_all_anew():
    assert _made("a", "b", "a", "c", "a", most=2) == ["'a'", "'b'", "'c'", "'a'"]


def test_two_macros_have_parts_of_their_own():
    parts = Parts()

    assert [parts.once(macro, "a") for macro in (_listed, _counted)] == ["('a',)", "1"]


def _listed(*seen: object) -> str:
    return repr(seen)


def _counted(*seen: object) -> str:
    return str(len(seen))
