from pavgen.place.constraints.board import Board, set_up


def test_pins_beyond_the_end_stand_last_and_those_beyond_the_seats_are_left_out():
    assert set_up(tuple("abcdef"), 5, 3, ("b", "e", "f"), ()) == Board(
        ids=tuple("abcdef"),
        k=3,
        pinned={2: 1, 3: 4},
        free=(1,),
        loose=(0, 2, 3),
        numbers={"a": 0, "c": 2, "d": 3, "b": 1, "e": 4},
        recent=(),
    )


def test_pins_close_up_from_the_end_where_few_positions_are_left():
    assert set_up(tuple("abcdef"), 5, 4, "bde", ()).pinned == {2: 1, 3: 3, 4: 4}
    assert set_up(tuple("abcdef"), 5, 3, "bde", ()).pinned == {1: 1, 2: 3, 3: 4}


def test_those_who_take_part_are_numbered_once_in_the_order_given():
    board = set_up(tuple("ab"), 2, 2, (), ())
    assert board.taking_part(("b", "z", "a", "b")) == (1, 0)
