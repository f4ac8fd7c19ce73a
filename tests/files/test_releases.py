"""Releases onto the disk."""

import pytest

from pavgen.files.releases import add_release
from tests.cli.commands import tree_of

PATH = "content/events/fair/releases.jsonl"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "content/events/fair"
    made.mkdir(parents=True)
    return made


def test_the_first_release_makes_the_file_and_the_next_one_follows(tmp_path, folder):
    assert add_release(tmp_path, "fair", "", "one\n").value == PATH
    assert add_release(tmp_path, "fair", "one\n", "two\n").diagnostics == ()
    assert tree_of(tmp_path) == {PATH: b"one\ntwo\n"}
    assert folder.exists()


@pytest.mark.parametrize("there", [b"one\r\n", b"other\n", b"one\ntwo\n", b""])
def test_a_file_that_is_not_what_was_read_stays_as_it_is(tmp_path, folder, there):
    (folder / "releases.jsonl").write_bytes(there)
    answer = add_release(tmp_path, "fair", "one\n", "two\n")

    assert [(d.span.path, d.code) for d in answer.diagnostics] == [(PATH, "releases-changed")]
    assert tree_of(tmp_path) == {PATH: there}


def test_a_link_is_not_followed(tmp_path, folder):
    (tmp_path / "elsewhere").write_text("one\n")
    (folder / "releases.jsonl").symlink_to(tmp_path / "elsewhere")

    assert not add_release(tmp_path, "fair", "one\n", "two\n").ok
    assert (tmp_path / "elsewhere").read_text() == "one\n"
