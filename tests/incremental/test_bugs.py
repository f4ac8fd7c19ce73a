"""The random edits would find a key that forgets something: bugs made by hand, one for each kind."""

from functools import partial

import pytest

from tests.incremental.bugs import BUGS
from tests.incremental.projects import few_files, write_project
from tests.incremental.run import run
from tests.incremental.trial import DifferenceError
from tests.incremental.workshop import Mode, broken_incremental, incremental

SEED = 7


@pytest.fixture(scope="module")
def start(bench, tmp_path_factory):
    """Build a project rightly; what that leaves is where the edits begin."""
    root = write_project(tmp_path_factory.mktemp("bugs") / "project", few_files())
    assert bench.incremental.do(incremental, root, Mode()).crash == ""
    return root


@pytest.mark.parametrize("name", BUGS)
def test_key_that_forgets_something_is_caught(bench, start, name):
    bug = BUGS[name]
    build = partial(broken_incremental, bug.make)
    steps = range(1, bug.most + 1)
    with pytest.raises(
        DifferenceError, match=r"^the output(: findings differ| differs) from a clean"
    ):
        run(bench, SEED, steps, bug.kinds, start=start, build=build, every=100)


def test_same_edits_without_a_bug_are_no_difference(bench, start):
    kinds = ("about-changed", "logo-replaced", "macro-changed", "recorded")
    run(bench, SEED, range(1, 5), kinds, start=start, every=100)
