from dataclasses import replace
from pathlib import Path

import pytest

from pavgen.files.trees.manifest import (
    EMPTY,
    UNKNOWN,
    Manifest,
    forget_manifests,
    is_file,
    is_folder,
    read_manifest,
    save_manifest,
    stamp_of,
)
from tests.files.trees.samples import made


@pytest.fixture
def home(tmp_path):
    (tmp_path / "home").mkdir()
    return str(tmp_path / "home")


@pytest.fixture
def root(tmp_path):
    return tmp_path / "tree"


def file_of(home):
    (path,) = Path(home).iterdir()
    return path


def saved(home, root, files):
    manifest = made(root, files)
    save_manifest(home, str(root), manifest, [*manifest.files, *manifest.folders])
    return manifest


def test_a_manifest_reads_back_whole(home, root):
    manifest = saved(home, root, {"a/é": b"1", "b": b"", "c/d/e": b"22"})
    assert read_manifest(home, str(root)) == manifest
    assert manifest.folders.keys() == {"a", "c", "c/d"}


def test_it_is_found_by_the_tree_wherever_that_has_gone(home, root):
    manifest = saved(home, root, {"a": b"1"})
    root.rename(root.with_name("moved"))
    assert read_manifest(home, str(root.with_name("moved"))) == manifest
    assert read_manifest(home, str(root)) == EMPTY


def test_a_manifest_with_any_damaged_byte_knows_nothing(home, root):
    saved(home, root, {"a/b": b"1"})
    data = file_of(home).read_bytes()
    for place in range(len(data)):
        damaged = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        file_of(home).write_bytes(damaged)
        assert read_manifest(home, str(root)) == EMPTY


@pytest.mark.parametrize("length", [0, 1, 60, -1])
def test_a_manifest_that_was_cut_knows_nothing(home, root, length):
    saved(home, root, {"a/b": b"1"})
    file_of(home).write_bytes(file_of(home).read_bytes()[:length])
    assert read_manifest(home, str(root)) == EMPTY


@pytest.mark.parametrize("path", ["../x", "/x", "a/../b", "a/./b", "a//b", "a/", ".", "..", ""])
def test_a_manifest_whose_paths_lead_elsewhere_knows_nothing(home, root, path):
    root.mkdir()
    stamp = stamp_of(root.stat())
    for manifest in (
        Manifest({path: b"d" * 32}, {path: stamp}, {}),
        Manifest({"fine": b"d" * 32}, {"fine": stamp}, {path: stamp}),
    ):
        save_manifest(home, str(root), manifest, [])
        assert read_manifest(home, str(root)) == EMPTY


def test_stamps_of_a_clock_that_stands_still_count_as_unknown(home, root):
    manifest = made(root, {"a": b"1", "b": b"2"})
    future = (*manifest.files["a"][:3], 2**62)
    files = {**manifest.files, "a": future}
    save_manifest(home, str(root), replace(manifest, files=files), ["a"])
    assert read_manifest(home, str(root)).files == {"a": UNKNOWN, "b": manifest.files["b"]}


def test_after_saving_any_change_of_a_file_changes_its_stamp(home, root):
    for turn in range(20):
        path = root / f"{turn}"
        root.mkdir(exist_ok=True)
        manifest = made(path, {"a": b"1"})
        save_manifest(home, str(path), manifest, ["a"])
        (path / "a").write_bytes(b"2")
        assert stamp_of((path / "a").stat()) != manifest.files["a"]


def test_a_disk_that_takes_no_manifest_is_no_error(tmp_path, root):
    manifest = made(root, {"a": b"1"})
    save_manifest(str(tmp_path / "missing"), str(root), manifest, ["a"])
    assert read_manifest(str(tmp_path / "missing"), str(root)) == EMPTY


def test_manifests_of_other_trees_are_forgotten(home, root):
    saved(home, root, {"a": b"1"})
    kept = file_of(home)
    for name in ("1.manifest", "2.manifest.new", "where"):
        Path(home, name).touch()
    forget_manifests(home, str(root), f"{root}-missing")
    assert set(Path(home).iterdir()) == {kept, Path(home, "where")}


def test_only_the_kinds_and_modes_of_an_output_are_in_order(root):
    root.mkdir()
    (root / "f").write_bytes(b"")
    (root / "f").chmod(0o644)
    (root / "d").mkdir()
    (root / "d").chmod(0o755)
    (root / "l").symlink_to("f")
    assert [is_file((root / name).lstat()) for name in "fdl"] == [True, False, False]
    assert [is_folder((root / name).lstat()) for name in "fdl"] == [False, True, False]
    (root / "f").chmod(0o4644)
    (root / "d").chmod(0o775)
    assert not is_file((root / "f").lstat())
    assert not is_folder((root / "d").lstat())
