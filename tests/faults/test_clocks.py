"""A clock that was wrong, and files whose times say nothing."""

import os

import pytest

from tests.faults.harm import output_of

DAY = ("--as-of", "2026-11-21")
TIMES = {"1970": 0, "2100": 4_102_444_800}


@pytest.mark.parametrize("seconds", TIMES.values(), ids=TIMES)
def test_times_of_files_change_nothing_and_hide_no_edit(pavgen, project, seconds):
    page = project / "content/pages/programme.md"
    assert pavgen("build", *DAY, project=project).status == 0
    before = output_of(project)
    for path in project.rglob("*"):
        os.utime(path, (seconds, seconds))
    assert pavgen("build", *DAY, project=project).status == 0
    assert output_of(project) == before
    size, text = page.stat().st_size, page.read_text()
    page.write_text(text.replace("introduces", "introduXes"))
    os.utime(page, (seconds, seconds))
    assert page.stat().st_size == size
    assert pavgen("build", *DAY, project=project).status == 0
    after = output_of(project)
    assert after != before
    assert pavgen("build", *DAY, "--no-cache", "--verify", project=project).status == 0
    assert output_of(project) == after
