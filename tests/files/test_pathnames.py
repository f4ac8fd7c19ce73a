import pytest

from pavgen.files.pathnames import folded, is_ignored, name_fault, proven_paths, shown_path
from pavgen.kernel.diagnostics import DefectError


def test_plain_relative_paths_are_proven():
    proven_paths(["index.html", "a/index.html", "a/b/c.css", "é/ü.html", "a b.txt"])


@pytest.mark.parametrize(
    "path",
    ["", "/", "/etc/passwd", "//x", "..", "../x", "a/../b", "a//b", "a/", "./a", "a/.", "a\\b",
     "a\x00b", "a\nb", "x" * 256, "a/\x1b"],
)  # fmt: skip
def test_a_path_that_could_leave_its_root_is_a_defect(path):
    with pytest.raises(DefectError):
        proven_paths([path])


@pytest.mark.parametrize(
    ("first", "second"),
    [("A/x", "a/x"), ("A/x", "a/y"), ("a", "a/b"), ("a/b", "a"), ("A", "a/b"), ("b/a", "b/A"),
     ("café", "cafe\u0301"), ("straße", "strasse")],
)  # fmt: skip
def test_paths_that_a_system_takes_for_one_are_a_defect(first, second):
    with pytest.raises(DefectError, match="collide"):
        proven_paths([first, second])


@pytest.mark.parametrize("name", ["a", "a.md", "café.md", "a b", "日本.svg", "a-b_c.d", "x.tar.gz"])
def test_a_usual_name_has_no_fault(name):
    assert (is_ignored(name), name_fault(name)) == (False, "")


def test_a_name_may_not_hide_a_character():
    assert name_fault("a\u202eb") == "the name holds a line break or an invisible character"


def test_a_shown_path_is_one_printable_line():
    assert shown_path("a\n\u2028\x1b\udcff/é") == "a\\n\\u2028\\x1b\\xff/é"


def test_folding_follows_case_and_composition():
    assert folded("CAFE\u0301") == folded("café")
