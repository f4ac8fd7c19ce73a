from pavgen.place.constraints.dead_ends import NEAR, DeadEnds


def test_the_order_matters_only_within_reach():
    dead_ends = DeadEnds(free=5, reach=1)
    dead_ends.note([1, 2, 3])
    assert [dead_ends.known(those) for those in ([2, 1, 3], [3, 2, 1], [1, 2, 4], [1, 2])] == [
        True,
        False,
        False,
        False,
    ]


def test_without_reach_the_order_does_not_matter():
    dead_ends = DeadEnds(free=5, reach=0)
    dead_ends.note([1, 2, 3])
    assert dead_ends.known([3, 1, 2])


def test_it_is_remembered_only_near_the_end():
    dead_ends = DeadEnds(free=NEAR + 2, reach=1)
    dead_ends.note([1])
    dead_ends.note([1, 2])
    assert [dead_ends.known([1]), dead_ends.known([1, 2])] == [False, True]
