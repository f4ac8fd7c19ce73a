"""Ledgers on the disk: they grow whole or stay as they were, whatever happens meanwhile."""

import signal
import stat
import subprocess
import sys

import pytest

from pavgen.files.ledgers import Growth, grow_ledgers, read_ledger
from pavgen.kernel.diagnostics import DefectError

PATH = "content/placement/ledger/main.jsonl"
OTHER = "content/placement/ledger/spot.jsonl"


def tree(root):
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def put(root, path, data):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


def test_a_new_ledger_is_made_with_its_folders(tmp_path):
    answer = grow_ledgers(tmp_path, {PATH: Growth(b"", b"1\n")})
    assert (answer.value, answer.diagnostics) == ((PATH,), ())
    assert tree(tmp_path) == {PATH: b"1\n"}


def test_several_grow_at_once_and_others_stay(tmp_path):
    put(tmp_path, PATH, b"1\n")
    put(tmp_path, OTHER, b"x\n")
    grown = {PATH: Growth(b"1\n", b"1\n2\n"), OTHER: Growth(b"x\n", b"x\ny\n")}
    assert grow_ledgers(tmp_path, grown).value == (PATH, OTHER)
    assert tree(tmp_path) == {PATH: b"1\n2\n", OTHER: b"x\ny\n"}


def test_the_mode_of_the_file_stays(tmp_path):
    put(tmp_path, PATH, b"1\n")
    (tmp_path / PATH).chmod(0o666)
    grow_ledgers(tmp_path, {PATH: Growth(b"1\n", b"1\n2\n")})
    assert stat.S_IMODE((tmp_path / PATH).stat().st_mode) == 0o666


@pytest.mark.parametrize(
    ("there", "told"),
    [
        (b"1\n2\n", "the ledger has changed since it was read"),
        (b"", "the ledger has changed since it was read"),
        (b"1\r\n", "the ledger has Windows line ends, which change every digest"),
    ],
)
def test_what_is_not_what_was_read_is_refused_and_no_other_is_written(tmp_path, there, told):
    put(tmp_path, PATH, there)
    grown = {PATH: Growth(b"1\n", b"1\n3\n"), OTHER: Growth(b"", b"x\n")}
    answer = grow_ledgers(tmp_path, grown)
    assert [(d.code, d.what) for d in answer.diagnostics] == [("ledger-changed", told)]
    assert tree(tmp_path) == {PATH: there}


def test_a_ledger_that_has_gone_is_refused(tmp_path):
    answer = grow_ledgers(tmp_path, {PATH: Growth(b"1\n", b"1\n2\n")})
    assert [d.code for d in answer.diagnostics] == ["ledger-changed"]
    assert tree(tmp_path) == {}


def test_a_link_in_its_place_is_refused(tmp_path):
    put(tmp_path, "elsewhere", b"1\n")
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).symlink_to(tmp_path / "elsewhere")
    answer = grow_ledgers(tmp_path, {PATH: Growth(b"1\n", b"1\n2\n")})
    assert [d.code for d in answer.diagnostics] == ["ledger-changed"]
    assert (tmp_path / "elsewhere").read_bytes() == b"1\n"


def test_a_linked_folder_is_not_followed(tmp_path):
    (tmp_path / "away").mkdir()
    (tmp_path / "content").symlink_to(tmp_path / "away")
    with pytest.raises(OSError, match="content"):
        grow_ledgers(tmp_path, {PATH: Growth(b"", b"1\n")})
    assert tree(tmp_path / "away") == {}


@pytest.mark.parametrize(
    "growth", [Growth(b"1\n", b"2\n"), Growth(b"1\n", b"1\n2"), Growth(b"1\n", b"")]
)
def test_what_would_not_only_grow_is_a_defect(tmp_path, growth):
    put(tmp_path, PATH, b"1\n")
    with pytest.raises(DefectError):
        grow_ledgers(tmp_path, {PATH: growth})
    assert tree(tmp_path) == {PATH: b"1\n"}


def test_a_path_that_leaves_the_root_is_a_defect(tmp_path):
    with pytest.raises(DefectError):
        grow_ledgers(tmp_path, {"../x.jsonl": Growth(b"", b"1\n")})


GROW = """
import os, resource, signal, sys
from pathlib import Path
from pavgen.files.ledgers import Growth, grow_ledgers
root, left, most = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
if most:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

def step(event, arguments):
    global left
    if event == "open" or event.startswith("os."):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

folder = "content/placement/ledger/"
grown = {
    folder + "main.jsonl": Growth(b"1\\n", b"1\\n2\\n"),
    folder + "spot.jsonl": Growth(b"x\\n", b"x\\n" + b"y" * 5000 + b"\\n"),
}
sys.addaudithook(step)
try:
    grow_ledgers(root, grown)
except OSError as error:
    print(error.errno, error.filename)
print(-left)
"""


def grown_in_its_own_process(root, last_step=0, most=0):
    command = [sys.executable, "-c", GROW, root, str(last_step), str(most)]
    return subprocess.run(command, capture_output=True, check=False, text=True, timeout=60)


def test_a_full_disk_leaves_every_ledger_as_it_was(tmp_path):
    before = {PATH: b"1\n", OTHER: b"x\n"}
    for path, data in before.items():
        put(tmp_path, path, data)
    done = grown_in_its_own_process(tmp_path, most=1000)
    assert done.stdout.splitlines()[0] == f"27 {OTHER}"
    assert tree(tmp_path) == before


def test_a_kill_at_any_step_leaves_whole_ledgers(tmp_path):
    before = {PATH: b"1\n", OTHER: b"x\n"}
    after = {PATH: b"1\n2\n", OTHER: b"x\n" + b"y" * 5000 + b"\n"}
    for path, data in before.items():
        put(tmp_path, path, data)
    steps = int(grown_in_its_own_process(tmp_path).stdout)
    assert tree(tmp_path) == after
    seen = set()
    for last in range(1, steps + 1, max(1, steps // 12)):
        for path, data in before.items():
            put(tmp_path, path, data)
        assert grown_in_its_own_process(tmp_path, last).returncode == -signal.SIGKILL
        left = {path: data for path, data in tree(tmp_path).items() if "/.pavgen-" not in path}
        assert all(left[path] in {before[path], after[path]} for path in before)
        seen.add(left == before)
    assert True in seen


def test_bytes_that_are_no_utf_8_are_read_as_surrogates(tmp_path):
    put(tmp_path, PATH, b"a\xff\n")
    assert read_ledger(tmp_path / PATH) == "a\udcff\n"


def test_a_folder_is_no_ledger(tmp_path):
    assert read_ledger(tmp_path) is None
