import pytest

from pavgen.kernel.diagnostics import DefectError
from pavgen.security.paths import (
    collision_key,
    path_collisions,
    path_problems,
    redirect_problems,
    safe_path_join,
)
from pavgen.security.problem import Problem


def test_safe_path_join_joins_checked_segments():
    assert safe_path_join("partners", "acme-co", "index.html") == "partners/acme-co/index.html"


@pytest.mark.parametrize(
    "segment",
    ["index.html", ".nojekyll", ".well-known", "_headers", "a..b", "café", "日本", "..."[:0] + "a"],
)
def test_path_accepts_a_segment_every_file_system_holds(segment):
    assert path_problems(segment) == ()


@pytest.mark.parametrize(
    "segment",
    [
        "",
        ".",
        "..",
        "...",
        "a/b",
        "/etc",
        "../x",
        "a\\b",
        "C:",
        "C:\\x",
        "a\0b",
        "a\nb",
        "a\x7f",
        "%2e%2e",
        "a%2fb",
        "a.",
        "a ",
        " a",
        "~",
        "~root",
        "con",
        "NUL.txt",
        "lpt1",
        "a*",
        "a?",
        'a"',
        "a<b",
        "a|b",
        "cafe\u0301",
        "a\u202eb",
        "a\u200b",
        "\ud800",
        "x" * 256,
        "ü" * 128,
    ],
)
def test_path_refuses_a_segment(segment):
    assert [p.code for p in path_problems("ok", segment)] == ["path-segment"]
    with pytest.raises(DefectError):
        safe_path_join("ok", segment)


def test_path_refuses_no_segments():
    assert path_problems() == (
        Problem("path-segment", 0, "the output path is empty", "name a file"),
    )


def test_path_says_what_is_wrong_with_a_segment():
    assert path_problems("nul") == (
        Problem("path-segment", 0, "`nul` is a device on Windows", "choose another name"),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("Acme", "acme"), ("café", "cafe\u0301"), ("straße", "strasse"), ("a/B", "A/b")],
)
def test_collision_key_is_one_for_paths_that_collide(one, other):
    assert collision_key(one) == collision_key(other)


def test_path_collisions_name_every_member_of_a_group_in_order():
    assert path_collisions(["b", "acme", "ACME", "Acme", "acme", "c"]) == (
        ("ACME", "Acme", "acme"),
    )


@pytest.mark.parametrize("target", ["/", "/a", "/a/", "/a-b/c_d.html", "/~x/"])
def test_redirect_accepts_a_path_of_the_site(target):
    assert redirect_problems(target) == ()


@pytest.mark.parametrize(
    "target",
    [
        "",
        "a",
        "//evil",
        "//evil.example/",
        "/\\evil",
        "\\\\evil",
        "https:evil",
        "https://evil.example",
        "/a\r\nb",
        "/%0d%0a",
        "/a b",
        "/a//b",
        "/../a",
        "/a/./b",
        "/a?b",
        "/a#b",
        "/a\n",
    ],
)
def test_redirect_refuses_anything_else(target):
    assert [p.code for p in redirect_problems(target)] == ["redirect-target"]
