import os
import subprocess
import sys
from pathlib import Path

import pytest

from pavgen.files.outdir import (
    MARKER,
    Marker,
    marker_bytes,
    output_findings,
    read_marker,
    remove_output,
    repair_output,
)
from pavgen.files.swap import OLD


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.fixture
def project(tmp_path):
    (tmp_path / "project/content").mkdir(parents=True)
    return tmp_path / "project"


def codes(out, project, site_id="main"):
    return [d.code for d in output_findings(out, project=project, site_id=site_id)]


def ours(folder, site_id="main"):
    folder.mkdir(parents=True)
    (folder / MARKER).write_bytes(marker_bytes(site_id))
    (folder / "index.html").write_bytes(b"i")
    return folder


def test_a_marker_reads_back(tmp_path):
    assert read_marker(ours(tmp_path / "o", "fr")) == Marker(1, "fr")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"site": 1}', b"\xff", b"x" * 9999])
def test_a_marker_that_is_not_ours_counts_as_none(tmp_path, data):
    (tmp_path / MARKER).write_bytes(data)
    assert read_marker(tmp_path) is None


@pytest.mark.parametrize("name", ["output/main", "elsewhere", "../beside", "a/b/c"])
def test_a_folder_that_is_not_there_may_be_written(project, name):
    assert codes(project / name, project) == []


@pytest.mark.parametrize(
    "name",
    [".", "..", "content", "content/x", "partners/acme", "themes", ".git/x", ".pavgen-cache", "/",
     "output/../content/y"],
)  # fmt: skip
def test_a_place_among_or_above_the_sources_is_refused(project, name):
    (project / "output").mkdir()
    assert codes(project / name, project) == ["output-place"]


def test_the_home_folder_is_refused(project, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path / "home/me"))
    assert codes(tmp_path / "home", project) == ["output-place"]
    assert codes(tmp_path / "home/me", project) == ["output-place"]
    assert codes(tmp_path / "home/me/site", project) == []


def test_a_git_repository_is_refused(project, tmp_path):
    (tmp_path / "repo/.git").mkdir(parents=True)
    assert codes(tmp_path / "repo", project) == ["output-place"]


def test_a_file_and_a_link_are_refused(project, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    ours(tmp_path / "target")
    assert codes(tmp_path / "file", project) == ["output-place"]
    assert codes(tmp_path / "link", project) == ["output-place"]


def test_a_link_above_the_output_is_seen_through(project, tmp_path):
    (tmp_path / "way").symlink_to(project)
    assert codes(tmp_path / "way/content/site", project) == ["output-place"]


def test_only_our_own_site_s_folder_is_replaced(project):
    out = ours(project / "output/main")
    assert codes(out, project) == []
    assert codes(out, project, "other") == ["output-foreign"]
    (out / MARKER).unlink()
    assert codes(out, project) == ["output-foreign"]


def test_clean_removes_what_carries_the_marker(project):
    out = ours(project / "output/main")
    assert remove_output(out) == ()
    assert names(out.parent) == []
    assert remove_output(out) == ()


def test_clean_keeps_what_is_not_ours(project):
    out = project / "output"
    out.mkdir()
    (out / "x").write_bytes(b"x")
    (project / "link").symlink_to(ours(project / "real"))
    assert [d.code for d in remove_output(out)] == ["output-foreign"]
    assert [d.code for d in remove_output(project / "link")] == ["output-foreign"]
    assert (out / "x").exists()
    assert (project / "real/index.html").exists()


def dead_pid():
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    return process.pid


def test_leftovers_of_dead_builds_are_removed_and_of_living_ones_kept(project):
    out = ours(project / "output/main")
    dead = ours(project / f"output/main.pavgen-{dead_pid()}-0123abcd")
    living = ours(project / f"output/main.pavgen-{os.getppid()}-0123abcd")
    other = ours(project / f"output/main2.pavgen-{dead_pid()}-0123abcd")
    odd = ours(project / "output/main.pavgen-old-notes")
    assert repair_output(out) == (f"removed `{dead.name}`, which a killed build had left",)
    assert names(out.parent) == sorted([out.name, living.name, other.name, odd.name])


def test_an_output_moved_aside_is_put_back(project):
    out = ours(project / "output/main")
    out.rename(f"{out}{OLD}")
    assert repair_output(out) == ("put back `main`, which a killed build had moved aside",)
    assert read_marker(out) == Marker(1, "main")


def test_an_old_output_beside_a_new_one_is_removed(project):
    out = ours(project / "output/main")
    ours(project / f"output/main{OLD}")
    assert repair_output(out) == ("removed `main.pavgen-old`, the output before the last build",)
    assert names(out.parent) == ["main"]


def test_a_folder_of_somebody_else_under_the_old_name_stays(project):
    out = project / "output/main"
    (project / f"output/main{OLD}").mkdir(parents=True)
    assert repair_output(out) == ()
    assert (project / f"output/main{OLD}").is_dir()


def test_a_loop_of_links_above_is_the_machine_s_refusal(project, tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="a/site"):
        output_findings(tmp_path / "a/site", project=project, site_id="main")
