"""A project's files out of git, as if they were read from a folder."""

import zlib

import pytest

from pavgen.files.gittree import Blob, path_fault, read_blobs, tree_at, tree_of
from pavgen.files.reader import read_project
from tests.files.test_git import Folder, file, name

LIMIT = 20 * 1024 * 1024


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def codes(checked):
    return [(d.span.path, d.code) for d in checked.diagnostics]


def test_a_commit_reads_as_its_checkout_does(folder):
    lines = (
        file(b"content/program.yaml", b"a"), file(b"partners/acme/about.md", b"b"),
        file(b"content/.hidden", b"c"), file(b"content/x~", b"d"), file(b"README.md", b"e"),
        file(b"themes/x/run", b"f", b"100755"),
    )  # fmt: skip
    commit = folder.commit(*lines)
    folder.git("reset", "--quiet", "--hard")
    found, read = tree_at(folder.path, commit), read_project(folder.path)
    assert found is not None
    assert (dict(found.value.files), found.diagnostics) == (dict(read.value.files), ())
    assert read.diagnostics == ()


def test_what_is_no_plain_file_and_odd_names_are_found_and_left_out(folder):
    commit = folder.commit(
        file(b"content/a", b"/etc/passwd", b"120000"), file(b'"content/b\\n"'), file(b"content/c"),
        b"M 160000 %s content/d" % (b"1" * 40),
    )  # fmt: skip
    found = tree_at(folder.path, commit)
    assert found is not None
    assert dict(found.value.files) == {"content/c": b"x"}
    assert codes(found) == [
        ("content/a", "path-kind"), ("content/b\\n", "path-name"), ("content/d", "path-kind"),
    ]  # fmt: skip


def test_a_commit_that_is_not_there_has_no_tree(folder):
    folder.commit(file(b"content/a"))
    assert tree_at(folder.path, "1" * 40) is None
    assert tree_at(folder.path.parent, "1" * 40) is None


def test_a_missing_and_a_large_content_are_found_and_left_out(folder):
    folder.commit(file(b"a", b"small"))
    # Only its size is there, so that it could not be read at all.
    large = folder.path / ".git/objects/ab" / ("ab" * 19)
    large.parent.mkdir()
    large.write_bytes(zlib.compress(b"blob %d\0" % (LIMIT + 1)))
    read = read_blobs(
        folder.path, [Blob("a", name(b"small")), Blob("b", "ab" * 20), Blob("c", "1" * 40)]
    )
    assert (dict(read.value), codes(read)) == (
        {"a": b"small"}, [("b", "file-size"), ("c", "content-missing")],
    )  # fmt: skip


def test_names_that_some_systems_take_for_one_are_found():
    found = tree_of({"partners/acme/x": b"", "partners/Acme/y": b""})
    assert codes(found) == [("partners/acme", "path-collision")]


def test_a_crowded_folder_of_a_partner_is_found():
    found = tree_of({f"partners/acme/{n}": b"" for n in range(41)})
    assert [code for _, code in codes(found)] == ["folder-size"]


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        (b"partners/acme/logo.svg", ""),
        (b"partners/caf\xc3\xa9/x", ""),
        (b"partners/\xff", "the name is not UTF-8"),
        ("partners/cafe\u0301/x".encode(), "the name is not in Unicode's composed form"),
        (b"a\nb", "the name holds a line break or an invisible character"),
        ("a\u202eb".encode(), "the name holds a line break or an invisible character"),
        (b"a\\b", "the name holds `\\`, which some systems do not allow"),
        (b"a:b", "the name holds `:`, which some systems do not allow"),
        (b"a /b", "the name begins or ends with a space, or ends with a full stop"),
        (b"../b", "the name begins or ends with a space, or ends with a full stop"),
    ],
)
def test_faults_of_names(path, fault):
    assert path_fault(path) == fault
