from dataclasses import replace

import pytest

from pavgen.files.trees.manifest import stamp_of
from pavgen.files.trees.survey import survey
from tests.files import meddling
from tests.files.trees.samples import made

FILES = {"a": b"1", "d/e": b"2", "d/f/g": b"3"}


@pytest.fixture
def root(tmp_path):
    return tmp_path / "tree"


def test_an_untouched_tree_is_as_recorded_wherever_it_stands(root):
    manifest = made(root, FILES)
    root.rename(root.with_name("moved"))
    assert survey(str(root.with_name("moved")), manifest) == ([], [])


@pytest.mark.parametrize("deed", meddling.TO_A_FILE)
def test_whatever_is_done_to_a_file_shows(root, tmp_path, deed):
    manifest = made(root, FILES)
    (tmp_path / "aside").mkdir()
    deed(root / "d/e", tmp_path / "aside")
    lost, odd = survey(str(root), manifest)
    assert lost == ["d/e"]
    assert odd in ([], ["d"])


@pytest.mark.parametrize("deed", meddling.TO_ANY_FOLDER)
def test_whatever_is_done_in_a_folder_shows(root, tmp_path, deed):
    manifest = made(root, FILES)
    deed(root / "d/f", tmp_path)
    assert survey(str(root), manifest) == ([], ["d/f"])


@pytest.mark.parametrize("deed", meddling.TO_A_FOLDER)
def test_whatever_becomes_of_a_folder_shows(root, tmp_path, deed):
    manifest = made(root, FILES)
    deed(root / "d", tmp_path)
    lost, odd = survey(str(root), manifest)
    assert "d" in odd
    assert set(lost) <= {"d/e", "d/f/g"}


def test_a_root_that_is_a_link_is_refused(root, tmp_path):
    manifest = made(root, FILES)
    (tmp_path / "link").symlink_to(root)
    with pytest.raises(OSError, match="link"):
        survey(str(tmp_path / "link"), manifest)


def test_a_wrong_mode_shows_though_the_stamp_be_right(root):
    manifest = made(root, FILES)
    (root / "a").chmod(0o600)
    (root / "d").chmod(0o700)
    files = {**manifest.files, "a": stamp_of((root / "a").stat())}
    folders = {**manifest.folders, "d": stamp_of((root / "d").stat())}
    assert survey(str(root), replace(manifest, files=files, folders=folders)) == (["a"], ["d"])
