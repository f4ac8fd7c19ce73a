from datetime import date

from pavgen.place.ordering import Key, Measure, Ranked, by_points, in_key_order
from pavgen.place.tickets import Purpose, ticket
from tests.place.candidates import RULE, candidate


def test_in_key_order_compares_keys_in_turn():
    low, high = Key(Measure.POINTS, 1, (-1, "")), Key(Measure.POINTS, 2, (-2, ""))
    early, late = Key(Measure.TICKET, "0a", (0, "0a")), Key(Measure.TICKET, "0b", (0, "0b"))
    rows = [Ranked("c", (low, early)), Ranked("b", (high, late)), Ranked("a", (high, early))]
    assert [row.partner for row in in_key_order(rows)] == ["a", "b", "c"]


def test_ticket_of_a_rule_is_that_of_its_group_and_period():
    number = ticket("seed", "main", "2026-W48", Purpose.TIE, "x")
    assert RULE.ticket(Purpose.TIE, "x") == Key(Measure.TICKET, number, (0, number))


def test_candidate_does_not_print_its_name():
    made = candidate("x", name="Visible", joined=date(2024, 1, 1))
    assert "Visible" not in repr(made)
    assert by_points(made) == Key(Measure.POINTS, 0, (0, ""))
