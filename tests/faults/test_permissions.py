"""An ordinary user who may not read or write: a line that names the path, and the old site stays."""

import os

import pytest

from tests.faults.forge import NOBODY
from tests.faults.harm import output_of

OLD, NEW = (("build", "--as-of", f"2026-11-{day}") for day in (21, 30))


def closed(*places):
    def close(project):
        for place in places:
            path = project / place
            path.chmod(0o555 if path.is_dir() else 0o444)

    return close


def hidden(place):
    return lambda project: (project / place).chmod(0)


REFUSED = {
    "an output": (closed("output", "output/partners"), "output"),
    "a page": (hidden("content/pages/programme.md"), "content/pages/programme.md"),
    "a folder of pages": (hidden("content/pages"), "content/pages"),
    "a partner's folder": (hidden("partners/example-partner"), "partners/example-partner"),
}


@pytest.mark.parametrize(("close", "place"), REFUSED.values(), ids=REFUSED)
def test_what_may_not_be_read_or_written_ends_with_6_and_its_path(pavgen, theirs, close, place):
    pavgen(*OLD, project=theirs, user=NOBODY)
    before = output_of(theirs)
    close(theirs)
    ran = pavgen(*NEW, project=theirs, user=NOBODY)
    lines = ran.err.splitlines()
    assert (ran.status, len(lines), "Permission denied" in lines[0]) == (6, 1, True)
    assert str(theirs) in lines[0]
    assert place in lines[0]
    assert output_of(theirs) == before


ALLOWED = {
    "sources": closed("content", "partners", "content/pages", "content/program.yaml"),
    "a cache": closed(".pavgen-cache", ".pavgen-cache/cache.db", ".pavgen-cache/notes"),
}


@pytest.mark.parametrize("close", ALLOWED.values(), ids=ALLOWED)
def test_what_need_not_be_written_may_be_read_only(pavgen, theirs, close):
    pavgen(*OLD, project=theirs, user=NOBODY)
    close(theirs)
    before = output_of(theirs)
    assert pavgen(*NEW, project=theirs, user=NOBODY).status == 0
    assert output_of(theirs) != before


def test_a_project_of_somebody_else_is_built_into_a_folder_of_ones_own(pavgen, project):
    if os.geteuid() != 0:
        pytest.skip("only root may become an ordinary user")
    out = project.with_name("mine")
    out.mkdir()
    os.chown(out, NOBODY, NOBODY)
    assert pavgen(*OLD, "--output", out, project=project, user=NOBODY).status == 0
    assert not (project / ".pavgen-cache").exists()


def test_no_folder_for_temporary_files_is_needed(pavgen, theirs):
    ran = pavgen(*OLD, project=theirs, user=NOBODY, environment={"TMPDIR": "/proc"})
    assert ran.status == 0
