import os
from pathlib import Path

from pavgen.files.removal import remove_tree


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def test_a_tree_is_removed_and_its_files_named(tmp_path):
    for name in ("a/b/c", "a/d", "e", ".mark"):
        (tmp_path / "t" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "t" / name).write_bytes(b"")
    (tmp_path / "t/a/b/empty").mkdir()
    assert remove_tree(str(tmp_path / "t"), last=".mark") == ("a/b/c", "a/d", "e")
    assert names(tmp_path) == []


def test_links_are_removed_and_not_followed(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/x").write_bytes(b"")
    (tmp_path / "t").mkdir()
    (tmp_path / "t/link").symlink_to(tmp_path / "kept")
    assert remove_tree(str(tmp_path / "t")) == ("link",)
    assert names(tmp_path) == ["kept"]
    assert names(tmp_path / "kept") == ["x"]


def test_a_tree_that_is_not_there_is_no_error(tmp_path):
    assert remove_tree(str(tmp_path / "t"), last="x") == ()


def test_a_removal_that_was_stopped_can_be_finished(tmp_path):
    for name in ("a/b/c/d", ".pavgen-removing-1/x", ".pavgen-removing-0/y"):
        (tmp_path / "t" / name).mkdir(parents=True)
    remove_tree(str(tmp_path / "t"))
    assert names(tmp_path) == []


def test_a_tree_deeper_than_any_path_is_removed(tmp_path):
    (tmp_path / "t").mkdir()
    folder = os.open(tmp_path / "t", os.O_RDONLY)
    for _ in range(900):
        os.mkdir("folder", dir_fd=folder)
        below = os.open("folder", os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = below
    os.close(folder)
    remove_tree(str(tmp_path / "t"))
    assert names(tmp_path) == []
