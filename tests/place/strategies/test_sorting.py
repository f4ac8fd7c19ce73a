from pavgen.place.pools import Pool
from pavgen.place.rounds import Tickets
from pavgen.place.strategies.sorting import purpose_of, turn
from pavgen.place.tickets import Purpose

MEMBERS = (("a", 1), ("b", 1), ("c", 1))
TICKETS = Tickets("seed", "main", "w")


def test_ranks_come_before_tickets():
    pool = Pool("", MEMBERS, TICKETS, ranks={"a": (1,), "b": (0,), "c": (0,)})
    ties = TICKETS.of(Purpose.TIE, ["b", "c"])
    assert turn(pool, "points").order == (*sorted("bc", key=lambda i: ties[i]), "a")


def test_draw_and_ties_use_different_tickets():
    assert [purpose_of(s) for s in ("draw", "fixed", "rotation", "points", "balanced")] == [
        Purpose.DRAW,
        Purpose.DRAW,
        Purpose.DRAW,
        Purpose.TIE,
        Purpose.TIE,
    ]
