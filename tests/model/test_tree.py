"""The source of a project as bytes."""

import pytest

from pavgen.model.tree import SourceTree

TREE = SourceTree({"content/a.md": b"a", "content/b/c.md": b"c", "contents/d.md": b"d"})


@pytest.mark.parametrize("folder", ["content", "content/"])
def test_files_below_a_folder_are_not_those_of_one_that_begins_alike(folder):
    assert list(TREE.under(folder)) == [("content/a.md", b"a"), ("content/b/c.md", b"c")]


def test_a_folder_that_is_not_there_holds_nothing():
    assert list(TREE.under("partners")) == []
