import os

import pytest

from pavgen.files.trees.applying import Source, apply, remove_below, write_file
from pavgen.files.trees.holding import Tree, examine
from pavgen.files.trees.manifest import EMPTY
from tests.files.trees.samples import applied, content, made, wanted

OLD = {"a": b"1", "d/e": b"2", "x/y/z": b"3", "build.json": b"old"}
NEW = {"a/b": b"1", "d/e": b"22", "d/g": b"4", "build.json": b"new"}


@pytest.fixture
def root(tmp_path):
    return tmp_path / "tree"


def test_a_tree_becomes_what_is_wanted_and_its_manifest_says_so(root):
    manifest = made(root, OLD)
    after = applied(root, NEW, manifest)
    assert content(root) == {"a": None, "d": None, **NEW}
    assert after.written == ("a/b", "d/e", "d/g", "build.json")
    assert after.folders == ("", "a", "d")
    assert examine(Tree(str(root), after.manifest, ""), wanted(NEW)).is_exact


def test_only_what_differs_is_touched(root):
    manifest = made(root, OLD)
    before = {path: (root / path).stat().st_ino for path in OLD}
    after = applied(root, {**OLD, "d/e": b"22"}, manifest)
    assert (after.written, after.folders) == (("d/e",), ("", "d"))
    assert (root / "a").stat().st_ino == before["a"]
    assert after.manifest.files["a"] == manifest.files["a"]


def test_a_file_that_another_tree_shares_is_replaced_and_not_changed(root, tmp_path):
    manifest = made(root, OLD)
    os.link(root / "d/e", tmp_path / "shared")
    applied(root, NEW, manifest)
    assert (tmp_path / "shared").read_bytes() == b"2"


def test_sound_files_of_the_source_are_linked_and_others_written(root, tmp_path):
    source = tmp_path / "source"
    sound = made(source, NEW)
    (source / "d/e").write_bytes(b"edited")
    after = applied(root, NEW, source=str(source), sound=sound)
    assert (after.written, sorted(after.linked)) == (("d/e",), ["a/b", "build.json", "d/g"])
    assert (root / "d/g").samefile(source / "d/g")
    assert content(root) == {"a": None, "d": None, **NEW}
    assert after.linked["d/g"] == after.manifest.files["d/g"]


def test_the_mark_of_a_tree_is_its_own_and_never_linked(root, tmp_path):
    source = tmp_path / "source"
    sound = made(source, NEW)
    holding = examine(Tree(str(made_root(root)), EMPTY, ""), wanted(NEW), mend=True)
    asked = Source(NEW.__getitem__, str(source), sound, own="d/g")
    after = apply(str(root), holding, wanted(NEW), asked)
    assert (after.written, sorted(after.linked)) == (("d/g",), ["a/b", "build.json", "d/e"])


def made_root(root):
    root.mkdir()
    return root


def test_case_alone_may_change(root):
    manifest = made(root, {"Acme/index.html": b"1"})
    applied(root, {"acme/Index.html": b"1"}, manifest)
    assert content(root) == {"acme": None, "acme/Index.html": b"1"}


def test_a_refusal_names_the_path(root):
    root.mkdir()
    (root / "there").write_bytes(b"")
    with pytest.raises(FileExistsError) as caught:
        write_file(str(root / "there"), b"1")
    assert caught.value.filename == str(root / "there")


def test_what_is_removed_below_a_tree_is_named_by_its_files(root, tmp_path):
    made(root, {"a/b/c": b"1", "a/d": b"2", "e": b"3", "kept": b"4"})
    (root / "link").symlink_to(tmp_path)
    assert remove_below(str(root), ["a", "e", "link", "missing"]) == ["a/b/c", "a/d", "e", "link"]
    assert content(root) == {"kept": b"4"}
