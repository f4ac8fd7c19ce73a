from collections import Counter
from datetime import date

from pavgen.place.ordering import Measure
from pavgen.place.strategies.draw import order
from tests.place.candidates import RULE, candidate, rule


def test_draw_is_by_ticket_alone():
    plain = [candidate(letter) for letter in "abcdef"]
    rich = [
        candidate(c.id, points=n, joined=date(2000 + n, 1, 1), certifications=n)
        for n, c in enumerate(plain)
    ]
    assert order(rich, RULE) == order(plain, RULE)


def test_draw_sorts_tickets_ascending_and_gives_them_as_reasons():
    rows = order([candidate(letter) for letter in "abcdef"], RULE)
    tickets = [str(key.value) for row in rows for key in row.keys]
    assert tickets == sorted(tickets)
    assert {key.measure for row in rows for key in row.keys} == {Measure.TICKET}


def test_draw_gives_each_partner_each_position_alike():
    """Regression: sorting with a comparator that answers by chance favours the early input."""
    field = [candidate(letter) for letter in "abcde"]
    counts: Counter[tuple[str, int]] = Counter()
    for n in range(2000):
        rows = order(field, rule(label=str(n)))
        counts.update((row.partner, position) for position, row in enumerate(rows))
    assert len(counts) == 25
    assert 330 <= min(counts.values()) <= max(counts.values()) <= 470
