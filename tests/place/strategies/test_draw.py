from collections import Counter
from datetime import date

from pavgen.place.ordering import Rule
from pavgen.place.strategies.draw import keys
from tests.place.candidates import candidate, ordered


def test_draw_is_by_ticket_alone():
    plain = [candidate(letter) for letter in "abcdef"]
    rich = [
        candidate(c.id, points=n, joined=date(2000 + n, 1, 1), certifications=n)
        for n, c in enumerate(plain)
    ]
    assert ordered("draw", rich) == ordered("draw", plain)
    assert keys(rich[0], Rule()) == ()


def test_draw_gives_each_partner_each_position_alike():
    """Regression: sorting with a comparator that answers by chance favours the early input."""
    field = [candidate(letter) for letter in "abcde"]
    counts: Counter[tuple[str, int]] = Counter()
    for n in range(2000):
        order = ordered("draw", field, period=str(n))
        counts.update((partner, position) for position, partner in enumerate(order))
    assert len(counts) == 25
    assert 330 <= min(counts.values()) <= max(counts.values()) <= 470


def test_every_order_of_three_is_as_likely_as_any_other():
    """Chi-squared over the six permutations, 5 degrees of freedom, one in a thousand."""
    field = [candidate(letter) for letter in "abc"]
    counts = Counter(tuple(ordered("draw", field, period=str(n))) for n in range(3000))
    assert len(counts) == 6
    assert sum((count - 500) ** 2 / 500 for count in counts.values()) < 20.5
