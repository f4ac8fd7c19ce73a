"""Ten thousand partners: what must neither overflow nor come to a stand."""

from pavgen.place.constraints.arranging import Arranged
from pavgen.place.rounds import Bound, Separate
from tests.place.constraints.cases import Case

MANY = tuple(f"p{i * 7919 % 10_000:04}" for i in range(10_000))


def classes(count):
    return tuple((f"l{j}", tuple(i for i in MANY if int(i[1:]) % count == j)) for j in range(count))


def kept(shown, classes, distance):
    of = {i: label for label, ids in classes for i in ids}
    last: dict[str, int] = {}
    for position, one in enumerate(shown):
        label = of.get(one, one)
        if position - last.get(label, -distance) < distance:
            return False
        last[label] = position
    return True


def test_fifty_labels_are_kept_apart_in_an_order_sorted_by_label():
    order = tuple(sorted(MANY, key=lambda one: (int(one[1:]) % 50, one)))
    found = Case(order, ((Separate("labels", 2), Bound(classes=classes(50))),)).arranged()
    assert sorted(found.shown) == sorted(MANY)
    assert kept(found.shown, classes(50), 2)


def test_five_thousand_pairs_are_kept_apart_in_an_order_of_pairs():
    order = tuple(sorted(MANY))
    pairs = tuple(zip(order[::2], order[1::2], strict=True))
    found = Case(order, ((Separate("competitors", 2), Bound(pairs=pairs)),)).arranged()
    assert found.shown[:4] == ("p0000", "p0002", "p0001", "p0003")
    assert kept(found.shown, tuple((a, (a, b)) for a, b in pairs), 2)


def test_a_label_of_half_of_them_takes_every_second_position():
    halves = (("a", tuple(sorted(MANY)[:5000])), ("b", tuple(sorted(MANY)[5000:])))
    found = Case(tuple(sorted(MANY)), ((Separate("labels", 2), Bound(classes=halves)),)).arranged()
    assert found.shown[:2] == ("p0000", "p5000")
    assert kept(found.shown, halves, 2)


def test_a_label_of_more_than_half_is_a_conflict_told_by_counting():
    most = (("crm", tuple(sorted(MANY)[:5001])),)
    found = Case(MANY, ((Separate("labels", 2), Bound(classes=most)),)).conflict()
    assert found.counting == "5001 of 10000 carry `crm`; distance 2 allows 5000"
    assert not found.exhausted


def test_a_soft_label_of_more_than_half_is_waived_where_it_must_be():
    most = (("crm", tuple(sorted(MANY)[:5001])),)
    found = Case(MANY, ((Separate("labels", 2, hard=False), Bound(classes=most)),)).run()
    assert isinstance(found, Arranged)
    assert found.relaxed == (0,)
    assert found.waivers
