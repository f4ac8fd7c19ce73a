import os
import shutil
import stat
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from pavgen.files import swap, writer
from pavgen.files.outdir import MARKER
from pavgen.files.trees.manifest import read_manifest, save_manifest, stamp_of
from pavgen.files.writer import WriteResult, write_site
from pavgen.kernel.diagnostics import DefectError


@pytest.fixture
def project(tmp_path):
    (tmp_path / "project/content").mkdir(parents=True)
    return tmp_path / "project"


@pytest.fixture
def out(project):
    return project / "output/main"


def write(out, project, files):
    checked = write_site(out, files, site_id="main", project=project)
    assert checked.diagnostics == ()
    return checked.value


def tree(folder):
    files = sorted(p for p in folder.rglob("*") if not p.is_dir())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files if p.name != MARKER}


def test_a_site_is_written_whole_with_its_marker(out, project):
    files = {"index.html": b"i", "a/b/c.css": b"c", "build.json": b"{}", "empty": b""}
    result = write(out, project, files)
    assert result == WriteResult(("a/b/c.css", "build.json", "empty", "index.html"), (), ())
    assert tree(out) == files
    assert (out / MARKER).read_bytes() == b'{"format": 1, "site": "main"}\n'
    assert names(out.parent) == ["main"]


def test_changed_files_are_written_and_stale_ones_removed(out, project):
    write(out, project, {"same": b"1", "other": b"2", "gone/x": b"3", "gone/y": b"4"})
    kept = (out / "same").stat().st_ino
    result = write(out, project, {"same": b"1", "other": b"22", "new": b"5"})
    assert result == WriteResult(("new", "other"), ("same",), ("gone/x", "gone/y"))
    assert tree(out) == {"same": b"1", "other": b"22", "new": b"5"}
    assert (out / "same").stat().st_ino == kept
    assert names(out.parent) == ["main"]


def test_the_same_site_again_touches_nothing(out, project):
    files = {"a/b": b"1", "c": b"2"}
    write(out, project, files)
    before = out.stat().st_ino, out.stat().st_mtime_ns
    assert write(out, project, files) == WriteResult((), ("a/b", "c"), ())
    assert (out.stat().st_ino, out.stat().st_mtime_ns) == before


@pytest.mark.parametrize("name", ["empty", "a/empty"])
def test_an_empty_folder_in_the_output_is_removed(out, project, name):
    write(out, project, {"a/b": b"1"})
    (out / name).mkdir()
    assert write(out, project, {"a/b": b"1"}) == WriteResult((), ("a/b",), ())
    assert not (out / name).exists()


def test_a_folder_s_mode_is_mended(out, project):
    write(out, project, {"a/b": b"1"})
    (out / "a").chmod(0o700)
    write(out, project, {"a/b": b"1"})
    assert modes(out) == ({0o755}, {0o644})


def test_a_missing_folder_is_made_again(out, project):
    write(out, project, {"a/b": b"1"})
    (out / "a/b").unlink()
    (out / "a").rmdir()
    assert write(out, project, {"a/b": b"1"}) == WriteResult(("a/b",), (), ())


def test_a_file_may_become_a_folder_and_back(out, project):
    write(out, project, {"a": b"1"})
    write(out, project, {"a/b": b"2"})
    assert tree(out) == {"a/b": b"2"}
    write(out, project, {"a": b"3"})
    assert tree(out) == {"a": b"3"}


def test_an_edited_output_is_mended(out, project):
    files = {"a": b"1", "b": b"2", "c": b"3", "d": b"4"}
    write(out, project, files)
    (out / "a").write_bytes(b"x")
    (out / "b").unlink()
    (out / "b").symlink_to("/etc/passwd")
    (out / "c").chmod(0o600)
    os.link(out / "d", out / "extra")
    result = write(out, project, files)
    assert result == WriteResult(("a", "b", "c", "d"), (), ("extra",))
    assert tree(out) == files
    assert not (out / "b").is_symlink()


def modes(folder):
    return {stat.S_IMODE(p.stat().st_mode) for p in folder.rglob("*") if p.is_dir()} | {
        stat.S_IMODE(folder.stat().st_mode)
    }, {stat.S_IMODE(p.stat().st_mode) for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("umask", [0o077, 0o000, 0o777])
def test_modes_are_the_same_under_any_umask(out, project, umask):
    out.parent.mkdir()
    before = os.umask(umask)
    try:
        write(out, project, {"a/b/c": b"1", "d": b"2"})
    finally:
        os.umask(before)
    assert modes(out) == ({0o755}, {0o644})


def test_an_empty_folder_is_taken(out, project):
    out.mkdir(parents=True)
    write(out, project, {"a": b"1"})
    assert tree(out) == {"a": b"1"}


def test_a_foreign_folder_is_refused_and_stays(out, project):
    out.mkdir(parents=True)
    (out / "thesis.txt").write_bytes(b"years")
    checked = write_site(out, {"a": b"1"}, site_id="main", project=project)
    assert [d.code for d in checked.diagnostics] == ["output-foreign"]
    assert checked.value is None
    assert tree(out) == {"thesis.txt": b"years"}
    assert names(out.parent) == ["main"]


@pytest.mark.parametrize("path", ["../x", "/x", "a//b", "a/../../x", MARKER, "a\x00"])
def test_an_unsafe_path_is_a_defect_and_writes_nothing(out, project, path):
    with pytest.raises(DefectError):
        write_site(out, {path: b"1"}, site_id="main", project=project)
    assert not out.parent.exists()


class Breaking(dict[str, bytes]):
    """A mapping whose third file cannot be had."""

    def __init__(self, error):
        super().__init__({"a": b"2", "b": b"2", "c": b"2"})
        self.error = error

    def __getitem__(self, key):
        if key == "c":
            raise self.error
        return super().__getitem__(key)


@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt(), MemoryError()])
def test_an_error_in_the_middle_leaves_the_old_site_whole(out, project, error):
    write(out, project, {"a": b"1", "z": b"1"})
    with pytest.raises(type(error)):
        write_site(out, Breaking(error), site_id="main", project=project)
    assert tree(out) == {"a": b"1", "z": b"1"}
    assert names(out.parent) == ["main"]


def test_a_full_disk_names_the_path_and_leaves_the_old_site(out, project):
    write(out, project, {"a": b"1"})
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from pavgen.files.writer import write_site\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_site(Path(sys.argv[1]), {'a': b'2', 'b': b'x' * 5000}, site_id='main',"
        " project=Path(sys.argv[2]))\n"
        "except OSError as error: print(error.errno, error.filename.rpartition('/')[2])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, out, project], check=True, capture_output=True, text=True
    )
    assert done.stdout == "27 b\n"
    assert tree(out) == {"a": b"1"}
    assert names(out.parent) == ["main"]


def test_without_an_exchange_two_renames_do(out, project, monkeypatch):
    monkeypatch.setattr(writer, "exchange", lambda _new, _out: False)
    write(out, project, {"a": b"1", "b": b"1"})
    assert write(out, project, {"a": b"2"}) == WriteResult(("a",), (), ("b",))
    assert tree(out) == {"a": b"2"}
    assert names(out.parent) == ["main"]


def test_a_kill_between_the_two_renames_is_repaired_by_the_next_build(out, project):
    write(out, project, {"a": b"1", "same": b"1"})
    out.rename(f"{out}{swap.OLD}")
    result = write(out, project, {"a": b"2", "same": b"1"})
    assert result == WriteResult(("a",), ("same",), ())
    assert names(out.parent) == ["main"]


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def test_a_very_deep_folder_in_the_old_output_is_removed(out, project):
    write(out, project, {"a": b"1"})
    deep = os.open(out, os.O_RDONLY)
    for _ in range(900):
        os.mkdir("folder", dir_fd=deep)
        below = os.open("folder", os.O_RDONLY, dir_fd=deep)
        os.close(deep)
        deep = below
    os.close(deep)
    assert write(out, project, {"a": b"1"}) == WriteResult((), ("a",), ())
    assert tree(out) == {"a": b"1"}


def test_two_outputs_hold_the_same_bytes_in_the_same_modes(project):
    for name in ("one", "two"):
        write(Path(project / name), project, {"b": b"2", "a/c": b"1"})
    assert tree(project / "one") == tree(project / "two")


class Unread(dict[str, bytes]):
    """A mapping whose bytes nobody may ask for."""

    def __getitem__(self, key):
        raise AssertionError(key)


def digests_of(files):
    return {path: sha256(data).digest() for path, data in files.items()}


def test_bytes_of_known_digests_are_not_asked_for_unless_they_are_written(out, project):
    files = {"a/b": b"1", "c": b"2"}
    write(out, project, files)
    known = {"site_id": "main", "project": project, "digests": digests_of(files)}
    assert write_site(out, Unread(files), **known).value == WriteResult((), ("a/b", "c"), ())
    changed = {**files, "c": b"3"}
    write(out, project, changed)
    write(out, project, files)
    known["digests"] = digests_of(changed)
    assert write_site(out, changed, **known).value == WriteResult(("c",), ("a/b",), ())


def test_a_digest_that_is_not_of_the_bytes_is_a_defect_and_the_site_stays(out, project):
    write(out, project, {"a": b"1", "b": b"1"})
    wrong = {"a": sha256(b"2").digest(), "b": sha256(b"3").digest()}
    for _ in range(2):
        with pytest.raises(DefectError, match="`b`"):
            write_site(out, {"a": b"2", "b": b"2"}, site_id="main", project=project, digests=wrong)
    assert tree(out) == {"a": b"1", "b": b"1"}
    assert write(out, project, {"a": b"2"}) == WriteResult(("a",), (), ("b",))


def test_the_spare_and_what_is_known_of_it_lie_in_the_cache(out, project):
    for mark in (b"1", b"2", b"3"):
        write(out, project, {"a": mark, "b/c": b"same"})
    (home,) = (project / ".pavgen-cache/outputs").iterdir()
    assert tree(home / "spare") == {"a": b"2", "b/c": b"same"}
    assert sorted(p.suffix for p in home.iterdir()) == ["", "", "", "", ".manifest", ".manifest"]
    assert names(project) == [".pavgen-cache", "content", "output"]


def test_a_file_edited_in_place_is_mended_though_the_spare_shares_it(out, project):
    files = {"a": b"1", "b": b"2"}
    write(out, project, {**files, "c": b"1"})
    write(out, project, {**files, "c": b"2"})
    (out / "a").write_bytes(b"x")
    assert write(out, project, {**files, "c": b"2"}) == WriteResult(("a",), ("b", "c"), ())
    (out / "b").write_bytes(b"x")
    write(out, project, {**files, "c": b"3"})
    assert tree(out) == {**files, "c": b"3"}


def test_an_edit_of_the_spare_does_not_come_into_the_site(out, project):
    for mark in (b"1", b"2"):
        write(out, project, {"a": mark, "b": b"same", "d/e": b"same"})
    (home,) = (project / ".pavgen-cache/outputs").iterdir()
    (home / "spare/b").write_bytes(b"evil")
    (home / "spare/d/stranger").write_bytes(b"evil")
    shutil.rmtree(home / "spare/d/e", ignore_errors=True)
    write(out, project, {"a": b"3", "b": b"same", "d/e": b"same"})
    assert tree(out) == {"a": b"3", "b": b"same", "d/e": b"same"}


def test_a_change_that_no_stamp_shows_is_found_by_a_thorough_build(out, project):
    write(out, project, {"a": b"1", "b": b"2"})
    (home,) = (project / ".pavgen-cache/outputs").iterdir()
    (manifest,) = home.glob("*.manifest")
    (out / "a").write_bytes(b"x")
    refresh_stamp(manifest, out, "a")
    assert write(out, project, {"a": b"1", "b": b"2"}) == WriteResult((), ("a", "b"), ())
    checked = write_site(
        out, {"a": b"1", "b": b"2"}, site_id="main", project=project, thorough=True
    )
    assert checked.value == WriteResult(("a",), ("b",), ())
    assert tree(out) == {"a": b"1", "b": b"2"}


def refresh_stamp(manifest, root, path):
    """Make a manifest believe that a file as it is now is the one it recorded."""
    known = read_manifest(str(manifest.parent), str(root))
    stamp = stamp_of((root / path).stat())
    files = {**known.files, path: stamp}
    save_manifest(str(manifest.parent), str(root), replace(known, files=files), [path])


@pytest.mark.parametrize("lost", [".pavgen-cache", "output"])
def test_without_its_cache_or_its_output_a_build_is_right_at_once(out, project, lost):
    for mark in (b"1", b"2"):
        write(out, project, {"a": mark, "b/c": b"same"})
    shutil.rmtree(project / lost)
    write(out, project, {"a": b"3", "b/c": b"same"})
    assert tree(out) == {"a": b"3", "b/c": b"same"}
    assert write(out, project, {"a": b"3", "b/c": b"same"}).written == ()


def test_an_output_whose_cache_is_gone_is_known_again_by_its_bytes(out, project):
    write(out, project, {"a": b"1", "b/c": b"2"})
    shutil.rmtree(project / ".pavgen-cache")
    before = (out / "a").stat().st_ino
    assert write(out, project, {"a": b"1", "b/c": b"2"}) == WriteResult((), ("a", "b/c"), ())
    assert (out / "a").stat().st_ino == before


def test_two_projects_may_write_one_output_in_turn(tmp_path, project):
    (tmp_path / "other/content").mkdir(parents=True)
    out = tmp_path / "both/main"
    for turn in range(6):
        root = (project, tmp_path / "other")[turn % 2]
        write(out, root, {"a": b"%d" % turn, "b": b"same", f"c/{turn}": b""})
        assert tree(out) == {"a": b"%d" % turn, "b": b"same", f"c/{turn}": b""}
