"""Git's objects, read as they are: any path, any mode, nothing run and nothing fetched."""

import subprocess

import pytest

from pavgen.files.git import (
    Change,
    Entry,
    changes_between,
    commit_of,
    content_name,
    contents_of,
    entries_of,
    has_git,
    is_shallow,
    merge_base,
    prefix_of,
    run_git,
    sizes_of,
)

NONE = "0" * 40
SETTINGS = {
    "PATH": "/usr/bin:/bin:/usr/local/bin",
    "HOME": "/nonexistent",
    "GIT_CONFIG_NOSYSTEM": "1",
}


class Folder:
    """A repository whose commits are given as git's own stream."""

    def __init__(self, path):
        self.path = path
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments, given=b""):
        done = subprocess.run(
            ["git", *arguments], cwd=self.path, input=given, capture_output=True, check=True,
            env=SETTINGS,
        )  # fmt: skip
        return done.stdout.decode().strip()

    def commit(self, *lines, parent=None):
        told = [
            b"commit refs/heads/main\nmark :1\ncommitter A <a@example.org> 1790000000 +0000\n",
            b"data 0\n",
            b"from %s\n" % parent.encode() if parent else b"",
            *(line + b"\n" for line in lines),
            b"get-mark :1\n",
        ]
        return self.git(
            "fast-import", "--quiet", "--force", "--cat-blob-fd=1", given=b"".join(told)
        )


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def file(path, data=b"x", mode=b"100644"):
    return b"M %s inline %s\ndata %d\n%s" % (mode, path, len(data), data)


def name(data):
    return content_name(data, like=NONE)


def test_every_kind_of_change_is_told_and_a_rename_is_two(folder):
    one = folder.commit(file(b"a"), file(b"b", b"long enough to be one\n" * 9), file(b"c"))
    two = folder.commit(
        b"D b", file(b"d", b"long enough to be one\n" * 9), file(b"c", b"/etc", b"120000"),
        file(b"a", b"x", b"100755"), parent=one,
    )  # fmt: skip
    long = name(b"long enough to be one\n" * 9)
    assert changes_between(folder.path, one, two) == (
        Change(b"a", "M", "100644", "100755", name(b"x"), name(b"x")),
        Change(b"b", "D", "100644", "000000", long, NONE),
        Change(b"c", "T", "100644", "120000", name(b"x"), name(b"/etc")),
        Change(b"d", "A", "000000", "100644", NONE, long),
    )


def test_paths_are_bytes_whatever_they_hold(folder):
    one = folder.commit(file(b"a"))
    two = folder.commit(file(b'"x\\n\\377\\t\\"y"'), parent=one)
    assert [c.path for c in changes_between(folder.path, one, two) or ()] == [b'x\n\xff\t"y']
    assert entries_of(folder.path, two, [b"a"]) == (Entry(b"a", "100644", name(b"x")),)


@pytest.mark.parametrize(
    "setting",
    ["diff.renames=copies", "diff.relative=true", "diff.noprefix=true", "diff.external=false",
     "core.quotePath=true", "diff.ignoreSubmodules=all", "core.fsmonitor=false"],
)  # fmt: skip
def test_the_settings_of_a_repository_change_nothing(folder, setting):
    one = folder.commit(file(b"a/x"), file(b"b/y"))
    two = folder.commit(b"D a/x", file(b"a/z"), file(b"b/y", b"2"), parent=one)
    below = folder.path / "a"
    below.mkdir()
    before = changes_between(below, one, two)
    folder.git("config", *setting.split("="))
    assert changes_between(below, one, two) == before
    assert before is not None
    assert [change.path for change in before] == [b"a/x", b"a/z", b"b/y"]


def test_a_folder_a_commit_does_not_have_is_empty(folder):
    one = folder.commit(file(b"a/x"), file(b"a[b]/y"), file(b"ab/z"))
    assert [e.path for e in entries_of(folder.path, one, [b"none", b"a[b]"]) or ()] == [b"a[b]/y"]


def test_what_is_not_there_is_nothing(folder):
    one = folder.commit(file(b"a"))
    assert commit_of(folder.path, "gone") is None
    assert commit_of(folder.path, "--all") is None
    assert commit_of(folder.path, name(b"x")) is None
    assert commit_of(folder.path, "main") == one
    assert changes_between(folder.path, one, "1" * 40) is None
    assert entries_of(folder.path, "1" * 40, [b"a"]) is None
    assert merge_base(folder.path, one, "1" * 40) is None


def test_sizes_and_contents_of_what_is_there(folder):
    one = folder.commit(file(b"a", b"one\n2 3\n"), file(b"b", b""))
    names = [name(b"one\n2 3\n"), name(b""), "1" * 40, one]
    assert sizes_of(folder.path, names) == {names[0]: 8, names[1]: 0}
    assert contents_of(folder.path, names) == {names[0]: b"one\n2 3\n", names[1]: b""}
    assert contents_of(folder.path, []) == {}


def test_the_name_of_a_content_is_gits(folder):
    assert folder.git("hash-object", "--stdin", given=b"abc") == name(b"abc")
    assert len(content_name(b"abc", like="0" * 64)) == 64


def test_the_last_common_commit_of_two_histories(folder):
    one = folder.commit(file(b"a"))
    two, three = folder.commit(file(b"b"), parent=one), folder.commit(file(b"c"), parent=one)
    assert merge_base(folder.path, two, three) == one
    assert merge_base(folder.path, one, two) == one


def test_where_a_folder_lies(folder):
    folder.commit(file(b"a"))
    (folder.path / "b/c").mkdir(parents=True)
    assert (prefix_of(folder.path), prefix_of(folder.path / "b/c")) == (b"", b"b/c/")
    assert not is_shallow(folder.path)


def test_no_repository_and_no_git_give_no_answer(tmp_path, monkeypatch):
    assert (prefix_of(tmp_path), run_git(tmp_path, "status")) == (None, None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (has_git(), run_git(tmp_path, "version")) == (False, None)


def test_a_replaced_object_is_not_what_is_read(folder):
    one = folder.commit(file(b"a"))
    two = folder.commit(file(b"a", b"other"), parent=one)
    folder.git("replace", two, one)
    assert [c.new for c in changes_between(folder.path, one, two) or ()] == [name(b"other")]
