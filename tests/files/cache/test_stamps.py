"""Stamps differ when anything below a folder does, and notes are kept only of files at rest."""

import os

import pytest

from pavgen.files.cache.stamps import read_note, stamps_below, write_note
from pavgen.files.removal import remove_tree
from tests.faults.harm import deep


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.txt").write_text("text")
    (tmp_path / "a" / "d.txt").write_text("more")
    return tmp_path / "a"


def test_stamps_are_the_same_while_nothing_happens(folder):
    assert stamps_below([folder]) == stamps_below([folder])


HAPPENINGS = {
    "written": lambda folder: (folder / "b" / "c.txt").write_text("TEXT"),
    "mode": lambda folder: (folder / "b" / "c.txt").chmod(0o600),
    "renamed": lambda folder: (folder / "b" / "c.txt").rename(folder / "b" / "e.txt"),
    "folder": lambda folder: (folder / "b" / "e").mkdir(),
    "deleted": lambda folder: (folder / "d.txt").unlink(),
    "link": lambda folder: (folder / "link").symlink_to("nowhere"),
    "time": lambda folder: os.utime(folder / "d.txt", (0, 0)),
}


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_stamps_differ_after_whatever_happens(folder, happening):
    before = stamps_below([folder])[0]
    HAPPENINGS[happening](folder)
    assert stamps_below([folder])[0] != before


def test_latest_time_is_that_of_the_last_change(folder):
    (folder / "d.txt").write_text("last")
    assert stamps_below([folder])[1] == (folder / "d.txt").stat().st_ctime_ns


def test_folder_that_is_not_there_has_no_stamps(tmp_path):
    assert stamps_below([tmp_path / "gone"])[1] == 0


def test_note_comes_back_as_it_was(tmp_path):
    write_note(tmp_path, "name", {"a": ["ü", 1]}, latest=0)
    assert read_note(tmp_path, "name") == {"a": ["ü", 1]}
    assert read_note(tmp_path, "other") is None


def test_note_of_files_newer_than_the_clock_is_not_kept_and_the_old_one_goes(tmp_path):
    write_note(tmp_path, "name", 1, latest=0)
    write_note(tmp_path, "name", 2, latest=2**62)
    assert read_note(tmp_path, "name") is None


@pytest.mark.parametrize("text", ["", "{}", "0" * 64 + "\n{}", "\xff"])
def test_note_that_was_changed_is_not_read(tmp_path, text):
    write_note(tmp_path, "name", 1, latest=0)
    [path] = (tmp_path / ".pavgen-cache/notes").iterdir()
    path.write_text(text, encoding="latin-1")
    assert read_note(tmp_path, "name") is None


def test_notes_do_not_grow_for_ever(tmp_path):
    for n in range(30):
        write_note(tmp_path, str(n), n, latest=0)
    assert len(list((tmp_path / ".pavgen-cache/notes").iterdir())) == 20


def test_project_that_cannot_be_written_to_has_no_notes(tmp_path):
    (tmp_path / ".pavgen-cache").write_text("a file where the folder should be")
    write_note(tmp_path, "name", 1, latest=0)
    assert read_note(tmp_path, "name") is None


def test_folders_deeper_than_any_path_end_the_looking_and_are_no_fault(tmp_path):
    (tmp_path / "a").mkdir()
    deep(tmp_path / "a", levels=2_100)
    digest, latest = stamps_below([tmp_path / "a"])
    assert (len(digest), latest > 0) == (64, True)
    remove_tree(str(tmp_path / "a"))


@pytest.mark.parametrize("linked", [".pavgen-cache", ".pavgen-cache/notes"])
def test_notes_are_neither_written_nor_read_through_a_link(tmp_path, linked):
    there = tmp_path / "there"
    (there / "notes").mkdir(parents=True)
    (tmp_path / linked).parent.mkdir(exist_ok=True)
    (tmp_path / linked).symlink_to(there)
    write_note(tmp_path, "a", {"b": 1}, 0)
    assert [*there.rglob("*.json")] == []
    assert read_note(tmp_path, "a") is None
