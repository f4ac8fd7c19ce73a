"""Request targets: what may be asked for, and what is refused before anything is looked up."""

import pytest

from pavgen.serve.targets import path_of


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/", "/"),
        ("/acme/", "/acme/"),
        ("/acme/logo.svg?v=1&x=/../y", "/acme/logo.svg"),
        ("/s%C5%82o%C5%84ce/", "/słońce/"),
        ("/100%25", "/100%"),
        ("/%2525", "/%25"),
    ],
)
def test_plain_paths_are_decoded_once(target, path):
    assert path_of(target) == path


@pytest.mark.parametrize(
    "target",
    [
        "",
        "*",
        "acme",
        "http://localhost/",
        "//evil.example/",
        "/a//b",
        "/../etc/passwd",
        "/a/../b",
        "/a/./b",
        "/%2e%2e/etc/passwd",
        "/..%2fetc",
        "/a%5cb",
        "/a\\b",
        "/.git/config",
        "/a/.hidden",
        "/%2Egit",
        "/a%00b",
        "/a%0Ab",
        "/a%7F",
        "/%",
        "/%zz",
        "/%C5",
        "/ü",
    ],
)
def test_odd_targets_are_refused(target):
    assert path_of(target) is None
