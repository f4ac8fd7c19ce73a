"""Mutated listings and texts through the loader: a sample; `tests.fuzz.run` takes many more."""

import pytest

from tests.fuzz.cases import ABOUT, LISTING, NOTE, case_of
from tests.fuzz.judge import Court, deviations
from tests.work import no_hang

_FILES = 400


@pytest.fixture(scope="module")
def court():
    return Court()


@pytest.mark.parametrize("seed", ["one", "two"])
def test_no_mutated_file_raises_hangs_or_is_refused_without_a_place(court, seed):
    wrong = {}
    accepted: dict[str, int] = {}
    for number in range(_FILES):
        case = case_of(seed, number)
        with no_hang():
            verdict = court.judge(case.path, case.data)
        accepted[case.path] = accepted.get(case.path, 0) + verdict.accepted
        if verdict.faults:
            wrong[number, case.path, case.how] = verdict.faults
    assert wrong == {}
    # Were all refused, little would have been tried.
    assert accepted[LISTING] > 10
    assert accepted[ABOUT] > 50
    assert accepted[NOTE] > 5


def test_a_number_always_makes_the_same_file():
    again = [case_of("one", number) for number in (3, 2, 1)]
    assert again == [case_of("one", number) for number in (1, 2, 3)][::-1]
    assert len({case.data for case in again}) == 3


def test_the_judge_sees_what_partners_may_not_have():
    bad = '<p id="x"><img src="y"><a href="javascript:z" rel="me">b</a></p>'
    assert list(deviations(bad)) == [
        "<p id>",
        "<img>",
        "<img src>",
        "a link without its `rel`",
        "a link to {'href': 'javascript:z', 'rel': 'me'}",
    ]


def test_a_sound_file_is_accepted(court):
    assert court.judge(ABOUT, b"We read **meters**.\n").accepted
