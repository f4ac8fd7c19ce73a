import os
from dataclasses import replace

import pytest

from pavgen.files.trees.holding import Tree, examine, folders_of
from pavgen.files.trees.manifest import EMPTY, UNKNOWN
from tests.files import meddling
from tests.files.trees.samples import made, wanted

FILES = {"a": b"1", "d/e": b"2", "d/f/g": b"3"}


@pytest.fixture
def root(tmp_path):
    return tmp_path / "tree"


def look(root, manifest, files=None, peer="", **options):
    return examine(Tree(str(root), manifest, peer), wanted(files or FILES), **options)


def test_a_tree_as_recorded_is_exact_and_none_of_it_is_read(root):
    manifest = made(root, FILES)
    holding = look(root, manifest)
    assert (holding.is_exact, holding.looked_at, holding.sound) == (True, frozenset(), manifest)


def test_a_tree_of_which_nothing_is_known_is_known_by_its_bytes(root):
    manifest = made(root, FILES)
    holding = look(root, EMPTY)
    assert (holding.is_exact, holding.sound) == (True, manifest)
    assert holding.looked_at == {*manifest.files, *manifest.folders}


def test_a_file_with_other_bytes_or_another_name_elsewhere_is_not_sound(root, tmp_path):
    manifest = made(root, FILES)
    (root / "a").write_bytes(b"x")
    os.link(root / "d/e", tmp_path / "elsewhere")
    holding = look(root, manifest)
    assert (holding.is_exact, holding.sound.files.keys()) == (False, {"d/f/g"})


def test_a_file_shared_with_the_peer_alone_is_sound(root, tmp_path):
    made(root, FILES)
    (tmp_path / "peer").mkdir()
    os.link(root / "a", tmp_path / "peer/a")
    assert look(root, EMPTY, peer=str(tmp_path / "peer")).is_exact
    (tmp_path / "peer/a").rename(tmp_path / "peer/b")
    assert not look(root, EMPTY, peer=str(tmp_path / "peer")).is_exact


def test_what_nobody_asked_for_is_a_stranger(root, tmp_path):
    manifest = made(root, FILES)
    (root / "x/y").mkdir(parents=True)
    (root / "d/z").symlink_to(tmp_path)
    holding = look(root, manifest)
    assert (holding.is_exact, holding.strangers) == (False, ("d/z", "x"))


def test_a_folder_behind_a_link_is_not_looked_into(root, tmp_path):
    manifest = made(root, FILES)
    meddling.link_for_folder(root / "d", tmp_path)
    (tmp_path / "tree/d").chmod(0o755)
    for known in (manifest, EMPTY):
        holding = look(root, known, mend=True)
        assert (holding.strangers, holding.sound.files.keys()) == (("d",), {"a"})
        assert holding.sound.folders == {}


def test_modes_of_folders_are_mended_only_on_request(root):
    manifest = made(root, FILES)
    (root / "d").chmod(0o700)
    assert not look(root, manifest).is_exact
    assert not look(root, manifest).is_exact
    assert look(root, manifest, mend=True).is_exact
    assert (root / "d").stat().st_mode & 0o777 == 0o755


def test_a_thorough_look_reads_what_its_stamp_would_vouch_for(root):
    manifest = made(root, FILES)
    (root / "a").write_bytes(b"x")
    status = (root / "a").stat()
    stamp = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    fooled = replace(manifest, files={**manifest.files, "a": stamp})
    assert look(root, fooled).is_exact
    assert look(root, fooled, thorough=True).sound.files.keys() == {"d/e", "d/f/g"}


def test_an_unknown_stamp_is_looked_up(root):
    manifest = made(root, FILES)
    unsure = replace(
        manifest, files={**manifest.files, "a": UNKNOWN}, folders=dict(manifest.folders)
    )
    holding = look(root, unsure)
    assert (holding.is_exact, holding.looked_at, holding.sound) == (True, {"a"}, manifest)


def test_a_file_no_longer_wanted_that_was_changed_in_place_is_a_stranger(root):
    manifest = made(root, FILES)
    (root / "d/e").write_bytes(b"edited")
    holding = look(root, manifest, {"d/f/g": b"3"})
    assert holding.strangers == ("d/e",)
    assert holding.sound.files.keys() == {"a", "d/f/g"}


def test_a_file_that_became_the_folder_that_is_wanted_now_is_no_stranger(root):
    manifest = made(root, FILES)
    meddling.folder_for_file(root / "a", None)
    holding = look(root, manifest, {"a/new": b"1", "d/e": b"2"})
    assert "a" in holding.sound.folders
    assert holding.strangers == ("a/below",)


def test_folders_are_those_above_the_files():
    assert folders_of(["a", "b/c", "b/d/e/f"]) == {"b", "b/d", "b/d/e"}
    assert folders_of([]) == set()
