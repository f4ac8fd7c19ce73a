import os

import pytest

from pavgen.files.plainfile import Unread, read_file


def test_a_plain_file_is_read_whole(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * 300_000)
    assert read_file(str(tmp_path / "a"), 300_000) == b"x" * 300_000


def test_a_file_one_byte_too_large_is_not_read(tmp_path):
    (tmp_path / "a").write_bytes(b"xxx")
    assert read_file(str(tmp_path / "a"), 2) is Unread.LARGE


def test_a_missing_file_counts_as_changed(tmp_path):
    assert read_file(str(tmp_path / "a"), 9) is Unread.CHANGED


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to("a")
    assert read_file(str(tmp_path / "b"), 9) is Unread.ODD


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_plain_file_is_odd(tmp_path, make):
    make(tmp_path / "a")
    assert read_file(str(tmp_path / "a"), 9) is Unread.ODD


def test_a_device_without_end_is_odd():
    assert read_file("/dev/zero", 9) is Unread.ODD
