"""The line for each rebuild."""

import pytest

from pavgen.serve.reporting import Outcome, rebuild_line


@pytest.mark.parametrize(
    ("saved", "outcome", "line"),
    [
        (["a.md"], Outcome(412, 3), "a.md: 3 of 412 pages changed, 0.42 s\n"),
        (["a.md", "b.md"], Outcome(1, 0), "2 files: 0 of 1 page changed, 0.42 s\n"),
        (["a.md"], Outcome(9, 1, was_wrong=True), "a.md: mended, 1 of 9 pages changed, 0.42 s\n"),
        (
            ["a\n.md"],
            Outcome(0, 0, "2 errors in 1 file"),
            "a\\n.md: 2 errors in 1 file; the last good build stays, 0.42 s\n",
        ),
        (
            ["a.md"],
            Outcome(0, 0, "1 error in 1 file", was_wrong=True),
            "a.md: still 1 error in 1 file; the last good build stays, 0.42 s\n",
        ),
    ],
)
def test_a_line_says_what_was_saved_what_came_of_it_and_how_long_it_took(saved, outcome, line):
    assert rebuild_line(saved, outcome, 0.42) == line
