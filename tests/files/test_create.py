from pathlib import Path

import pytest

from pavgen.files.create import CreateResult, create_files
from pavgen.kernel.diagnostics import Checked, DefectError, Diagnostic, Span


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


FILES = {"partners/acme/listing.yaml": b"name: Acme\n", "content/standing/acme.yaml": b"id: 1\n"}


def tree(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_files_and_their_folders_are_made(tmp_path):
    result = create_files(tmp_path / "project", FILES, update=False)
    assert result == Checked(CreateResult(created=tuple(sorted(FILES))))
    assert tree(tmp_path / "project") == FILES


def test_the_same_again_changes_nothing(tmp_path):
    create_files(tmp_path, FILES, update=False)
    result = create_files(tmp_path, FILES, update=False)
    assert result == Checked(CreateResult(unchanged=tuple(sorted(FILES))))


def test_every_conflict_is_reported_and_nothing_is_written(tmp_path):
    create_files(tmp_path, {"a": b"1", "b/c": b"1"}, update=False)
    result = create_files(tmp_path, {"a": b"2", "b/c": b"2", "new": b"3"}, update=False)
    what, remedy = (
        "the file is there already, with other content",
        "give `--update` to replace it, or choose another name",
    )
    assert result == Checked(
        CreateResult(),
        tuple(Diagnostic(Span(p), "target-exists", what, remedy) for p in ("a", "b/c")),
    )
    assert tree(tmp_path) == {"a": b"1", "b/c": b"1"}


def test_an_update_replaces_only_what_differs(tmp_path):
    create_files(tmp_path, {"a": b"1", "b": b"1"}, update=False)
    result = create_files(tmp_path, {"a": b"1", "b": b"2", "c": b"3"}, update=True)
    assert result == Checked(CreateResult(("c",), ("b",), ("a",)))
    assert tree(tmp_path) == {"a": b"1", "b": b"2", "c": b"3"}


@pytest.mark.parametrize("update", [False, True])
def test_a_link_or_folder_in_the_way_is_a_conflict(tmp_path, update):
    (tmp_path / "root/sub").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "root/folder").symlink_to(tmp_path / "outside")
    (tmp_path / "root/file").symlink_to(tmp_path / "outside/x")
    files = {"folder/a": b"1", "file": b"1", "sub": b"1", "other": b"1"}
    result = create_files(tmp_path / "root", files, update=update)
    assert [(d.span.path, d.code) for d in result.diagnostics] == [
        ("file", "target-kind"),
        ("folder/a", "target-kind"),
        ("sub", "target-kind"),
    ]
    assert names(tmp_path / "outside") == []
    assert not (tmp_path / "root/other").exists()


def test_a_file_where_a_folder_would_be_is_a_conflict(tmp_path):
    (tmp_path / "a").write_bytes(b"1")
    result = create_files(tmp_path, {"a/b": b"2"}, update=True)
    assert [d.code for d in result.diagnostics] == ["target-kind"]


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "", "a//b"])
def test_a_path_that_leaves_the_root_is_a_defect(tmp_path, path):
    with pytest.raises(DefectError):
        create_files(tmp_path / "root", {path: b"1"}, update=True)
    assert names(tmp_path) == []
