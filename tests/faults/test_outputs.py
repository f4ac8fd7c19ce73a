"""What may stand where the site should be written: refused, and left as it was."""

import os

import pytest

from tests.faults.harm import output_of

BUILD = ("build", "--as-of", "2026-11-21")


def a_link(out):
    (out.parent / "elsewhere").mkdir()
    out.symlink_to(out.parent / "elsewhere")


def a_dangling_link(out):
    out.symlink_to("nowhere")


def a_file(out):
    out.write_text("mine")


def a_folder_of_mine(out):
    out.mkdir()
    (out / "mine").write_text("mine")


def a_site_of_another_name(out):
    out.mkdir()
    (out / ".pavgen-output").write_text('{"format": 1, "site": "other"}\n')
    (out / "index.html").write_text("other")


def a_marker_that_says_nothing(out):
    out.mkdir()
    (out / ".pavgen-output").write_text("{")


def a_marker_that_is_a_link(out):
    a_site_of_another_name(out.parent / "other")
    out.mkdir()
    (out / ".pavgen-output").symlink_to("../other/.pavgen-output")


REFUSALS = {
    a_link: "output-place",
    a_dangling_link: "output-place",
    a_file: "output-place",
    os.mkfifo: "output-place",
    a_folder_of_mine: "output-foreign",
    a_site_of_another_name: "output-foreign",
    a_marker_that_says_nothing: "output-foreign",
    a_marker_that_is_a_link: "output-foreign",
}


def listed(folder):
    return sorted((str(path), path.is_symlink(), path.is_file()) for path in folder.rglob("*"))


@pytest.mark.parametrize(("make", "code"), REFUSALS.items(), ids=[m.__name__ for m in REFUSALS])
def test_an_output_that_is_not_ours_is_refused_and_stays(pavgen, project, make, code):
    (project / "output").mkdir()
    make(project / "output/partners")
    before = listed(project / "output")
    ran = pavgen(*BUILD, project=project)
    assert (ran.status, f"error[{code}]" in ran.err) == (1, True)
    assert "nothing was written" in ran.err
    assert listed(project / "output") == before


def test_harm_to_what_the_cache_keeps_of_a_site_takes_nothing_from_the_site(pavgen, project):
    for day in ("21", "30", "21"):
        pavgen("build", "--as-of", f"2026-11-{day}", project=project)
    before = output_of(project)
    for path in (project / ".pavgen-cache").rglob("*"):
        if path.is_file():
            path.write_bytes(b"damaged")
    assert pavgen(*BUILD, project=project).status == 0
    assert output_of(project) == before


def test_the_folder_above_an_output_may_be_a_file(pavgen, project):
    (project / "output").write_text("mine")
    ran = pavgen(*BUILD, project=project)
    assert (ran.status, ran.err) == (6, f"pavgen: {project}/output/partners: Not a directory\n")


@pytest.mark.parametrize(
    "conditions",
    [
        {"umask": 0o077},
        {"unset": ["HOME", "PATH"]},
        {"environment": {"TZ": "Asia/Kathmandu", "LANG": "tr_TR", "LC_ALL": "C"}},
        {"environment": {"TZ": ":/etc/passwd", "COLUMNS": "0", "TERM": ""}},
    ],
    ids=["umask", "home and path", "locale", "nonsense"],
)
def test_surroundings_change_neither_bytes_nor_modes(pavgen, project, cold, conditions):
    ran = pavgen("build", "--as-of", "2026-11-30", project=project, **conditions)
    assert (ran.status, output_of(project)) == (0, cold)
    folders = [path for path in (project / "output").rglob("*") if path.is_dir()]
    assert {path.stat().st_mode & 0o777 for path in [project / "output", *folders]} == {0o755}
