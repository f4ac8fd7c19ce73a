"""The indexing program: its answers, and what becomes of a program that gives none."""

import stat

import pytest

from pavgen.kernel.canonical import Json
from pavgen.render.search.service import SearchServiceError, ask_service

ASKED: list[dict[str, Json]] = [
    {"url": "/a/", "content": "pumps", "language": "en", "meta": {}, "filters": {}, "sort": {}}
]


def program(tmp_path, lines):
    """Write a program that stands in for the real one."""
    file = tmp_path / "program"
    file.write_text(f"#!/bin/sh\n{lines}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def test_files_of_an_index_come_back_in_memory():
    files = ask_service(ASKED, "en")

    assert {"pagefind.js", "pagefind-entry.json"} <= files.keys()
    assert sum(name.startswith("fragment/") for name in files) == 1


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("exit 1", "ended before it had answered"),
        ("printf 'YWJj,YWJj,YWJj,'", "not JSON"),
        ("printf '!,!,!,'", "not JSON"),
        ("printf 'e30=,e30=,e30=,'", "cannot be understood"),
        ("printf 'W10=,W10=,W10=,'", "cannot be understood"),
    ],
)
def test_a_program_that_fails_is_told_in_a_sentence(tmp_path, lines, said):
    with pytest.raises(SearchServiceError, match=said):
        ask_service(ASKED, "en", program(tmp_path, lines))


def test_a_program_that_is_not_there_is_told_in_a_sentence(tmp_path):
    with pytest.raises(SearchServiceError, match="does not start"):
        ask_service(ASKED, "en", tmp_path / "none")
