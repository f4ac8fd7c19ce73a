from pavgen.place.constraints.guard import Still
from pavgen.place.constraints.problem import Problem
from pavgen.place.constraints.search import Failure, Filling, search
from pavgen.place.constraints.trials import Trials
from pavgen.place.constraints.waived import waivers
from pavgen.place.rounds import GroupRule, Waiver
from tests.place.constraints.cases import Case, cap, labels


def problem(case):
    rule = GroupRule("draw", slots=case.slots, constraints=case.constraints)
    recent = tuple(frozenset(sat) for sat in case.recent)
    return Problem(case.order, rule, case.bounds, case.pins, recent)


def trials(case):
    asked = problem(case)
    board = asked.board(asked.seats)
    return Trials(board, tuple(asked.setting((0,)).guards(board, (0,)).values()), ())


def test_of_partners_who_are_alike_only_the_first_is_tried():
    found = trials(Case(tuple("abcdef"), (labels(2, x="abe", y="cf"),)))
    seen, after = [], (0, -1)
    while (trial := found.next(1, after)) is not None:
        seen.append(trial)
        after = trial
    assert seen == [(0, 0), (0, 2), (0, 3)]


def test_who_breaks_a_relaxed_constraint_is_tried_last():
    asked = problem(Case(tuple("abcd"), (cap(1, x="ac"),), pins=(("a", 1),)))
    board = asked.board(4)
    found = Trials(board, (), tuple(asked.setting((), (0,)).guards(board, (0,)).values()))
    seen, after = [], (0, -1)
    while (trial := found.next(2, after)) is not None:
        seen.append(trial)
        after = trial
    assert seen == [(0, 1), (1, 2)]


def test_who_is_placed_gives_way_to_the_next_of_its_kind_and_comes_back():
    found = trials(Case(tuple("abcdef"), (labels(2, x="abe", y="cf"),)))
    found.place(0, 1)
    assert found.next(2, (0, -1)) == (0, 2)
    assert found.next(3, (0, -1)) == (0, 1)
    found.take_back(0, 1)
    assert found.next(1, (0, -1)) == (0, 0)


def test_the_first_filling_is_found_and_that_there_is_none():
    asked = problem(Case(tuple("abc"), (labels(2, x="ab"), cap(1, x="ab"))))
    assert search(asked.board(3), asked.setting((0,))) == Filling((0, 2, 1))
    assert search(asked.board(3), asked.setting((0, 1))) == Failure(exhausted=False)
    assert search(asked.board(2), asked.setting((0, 1))) == Filling((0, 2))


def test_waivers_are_told_by_constraint_and_position():
    asked = problem(Case(tuple("abc"), (labels(2, x="ab"), cap(1, x="abc"))))
    setting = asked.setting((), (0, 1))
    assert waivers(asked.board(3), setting, (0, 1, 2)) == (
        Waiver(0, "b", 2),
        Waiver(1, "b", 2),
        Waiver(1, "c", 3),
    )


def test_a_problem_counts_down_to_its_pins_only_with_slots():
    case = Case(tuple("abcd"), (labels(2, x="ab"),), 3, (("b", 2),))
    assert problem(case).lengths() == (3, 2, 1)
    assert problem(Case(tuple("abcd"), case.parts)).lengths() == (4,)


def test_a_guard_that_keeps_no_tally_has_nothing_against_anybody():
    still = Still()
    still.open(1)
    still.watch(())
    still.place(0, 1)
    still.take_back(0, 1)
    assert (still.kinds(), still.barred(), still.reach(), list(still.shortages())) == (
        {},
        frozenset(),
        0,
        [],
    )
    assert (still.refuses(0, 1), still.starves(0, 1), still.broken((0, 1))) == (None, False, ())
