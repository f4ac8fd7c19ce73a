from pathlib import Path

import pytest

from pavgen.files.swap import OLD, exchange, replace_in_two_steps, sync_folder, sync_system_of


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def folders(tmp_path):
    for name in ("new", "out"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_bytes(b"")
    return str(tmp_path / "new"), str(tmp_path / "out")


def test_folders_are_exchanged(tmp_path):
    new, out = folders(tmp_path)
    if not exchange(new, out):
        pytest.skip("this system cannot exchange folders")
    assert (names(new), names(out)) == (["out"], ["new"])


def test_two_steps_come_to_the_same(tmp_path):
    new, out = folders(tmp_path)
    replace_in_two_steps(new, out)
    assert (names(new), names(out)) == (["out"], ["new"])
    assert names(tmp_path) == ["new", "out"]


def test_a_failed_second_step_undoes_the_first(tmp_path):
    _, out = folders(tmp_path)
    with pytest.raises(FileNotFoundError):
        replace_in_two_steps(str(tmp_path / "missing"), out)
    assert names(out) == ["out"]
    assert not (tmp_path / f"out{OLD}").exists()


def test_an_exchange_with_nothing_names_the_output(tmp_path):
    new, _ = folders(tmp_path)
    with pytest.raises(FileNotFoundError, match="missing"):
        exchange(new, str(tmp_path / "missing"))


def test_syncing_leaves_all_as_it_is(tmp_path):
    folders(tmp_path)
    sync_folder(str(tmp_path))
    sync_system_of(str(tmp_path))
    assert names(tmp_path) == ["new", "out"]
