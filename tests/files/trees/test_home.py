import shutil
from pathlib import Path

import pytest

from pavgen.app.clean import clean
from pavgen.files.outdir import MARKER, marker_bytes
from pavgen.files.trees.home import Home, known_home, open_home, sibling, tidy
from pavgen.files.writer import write_site

MARK = marker_bytes("main")


@pytest.fixture
def project(tmp_path):
    (tmp_path / "project/content").mkdir(parents=True)
    return tmp_path / "project"


@pytest.fixture
def out(project):
    (project / "output").mkdir()
    return project / "output/main"


def opened(out, project):
    return open_home(out, project, MARKER, MARK)


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def write(out, project, *versions):
    for mark in versions:
        write_site(out, {"a": mark, "b": b"same"}, site_id="main", project=project)
    return (out / "a").read_bytes()


def test_a_home_lies_in_the_cache_and_carries_the_marker(out, project):
    home = opened(out, project)
    assert home == known_home(out, project)
    assert names(project / ".pavgen-cache/outputs") == [Path(home.folder).name]
    assert names(home.folder) == [MARKER, "where"]
    assert home.spare == f"{home.folder}/spare"
    assert names(out.parent) == []


def test_looking_for_a_home_makes_nothing(out, project):
    known_home(out, project)
    assert names(project) == ["content", "output"]


def test_a_project_that_moves_takes_its_homes_along(out, project):
    write(out, project, b"1", b"2")
    moved = project.with_name("moved")
    project.rename(moved)
    home = known_home(moved / "output/main", moved)
    assert "spare" in names(home.folder)
    assert write(moved / "output/main", moved, b"3") == b"3"
    assert len(names(moved / ".pavgen-cache/outputs")) == 1


def test_a_cache_that_cannot_be_used_leaves_a_hidden_home_beside_the_output(out, project, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (project / ".pavgen-cache").symlink_to(tmp_path / "elsewhere")
    assert write(out, project, b"1", b"2", b"3") == b"3"
    assert names(out.parent) == [".main.pavgen", "main"]
    assert names(tmp_path / "elsewhere") == []
    assert known_home(out, project) == Home(str(sibling(out)))


def test_clean_removes_a_home_beside_the_output_and_in_the_cache(out, project):
    write(out, project, b"1", b"2")
    (project / ".pavgen-cache/outputs").rename(project / "aside")
    shutil.copytree(next((project / "aside").iterdir()), sibling(out))
    cleaned = clean(project).value
    assert cleaned.kept == ()
    assert names(project) == ["aside", "content"]


def test_homes_of_outputs_that_are_gone_are_removed(out, project):
    write(out, project, b"1", b"2")
    write(project / "other/main", project, b"1")
    assert len(names(project / ".pavgen-cache/outputs")) == 2
    shutil.rmtree(out)
    write(project / "other/main", project, b"2")
    (home,) = names(project / ".pavgen-cache/outputs")
    assert known_home(project / "other/main", project).folder.endswith(home)


@pytest.mark.parametrize("told", [b"", b"\n", b"\0", b"content\n", b"\xff\n", None])
def test_a_home_that_does_not_say_of_which_output_is_removed(out, project, told):
    damaged = project / ".pavgen-cache/outputs/0123456789abcdef"
    damaged.mkdir(parents=True)
    if told is not None:
        (damaged / "where").write_bytes(told)
    opened(out, project)
    assert not damaged.exists()


def odd_file(home):
    shutil.rmtree(home)
    home.write_bytes(b"")


def odd_link(home):
    shutil.rmtree(home)
    home.symlink_to(home.parent)


def odd_spare(home):
    shutil.rmtree(home / "spare")
    (home / "spare").symlink_to(home.parent.parent.parent)


def odd_where(home):
    (home / "where").unlink()
    (home / "where").symlink_to("/dev/null")


def odd_manifests(home):
    for manifest in home.glob("*.manifest"):
        manifest.write_bytes(b"?")


def odd_probe(home):
    (home / ".pavgen-probe").mkdir()
    (home.parent.parent.parent / "output/.main.pavgen-probe").mkdir()


@pytest.mark.parametrize(
    "harm", [odd_file, odd_link, odd_spare, odd_where, odd_manifests, odd_probe]
)
def test_a_damaged_home_is_made_anew(out, project, harm):
    write(out, project, b"1", b"2")
    (home,) = (project / ".pavgen-cache/outputs").iterdir()
    harm(home)
    assert write(out, project, b"3") == b"3"
    assert write(out, project, b"4") == b"4"
    assert names(project / "content") == []
    assert not home.is_symlink()
    assert {MARKER, "lock", "spare", "where"} < set(names(home))
    assert len(names(home)) == 6
    assert names(out.parent) == ["main"]


def test_what_a_killed_build_left_is_tidied(out, project):
    write(out, project, b"1", b"2")
    home = known_home(out, project)
    before = names(home.folder)
    odd_probe(next((project / ".pavgen-cache/outputs").iterdir()))
    (project / f".pavgen-cache/outputs/{Path(home.folder).name}/1.manifest").touch()
    tidy(home, out)
    assert names(home.folder) == before
    assert names(out.parent) == ["main"]
