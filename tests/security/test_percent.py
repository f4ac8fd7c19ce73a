import pytest

from pavgen.security.percent import escaped_control, percent_encoded, without_dot_segments


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("/a-b_c~d.e", "/a-b_c~d.e"),
        ("/%7e%2f", "/%7E%2F"),
        ("100%", "100%25"),
        ("%zz%4", "%25zz%254"),
        ("ü", "%C3%BC"),
        ("🚀", "%F0%9F%9A%80"),
        ("[{^}]|'", "%5B%7B%5E%7D%5D%7C%27"),
        ("a b", "a%20b"),
    ],
)
def test_percent_encoding_has_one_normal_form(text, encoded):
    assert percent_encoded(text) == encoded
    assert percent_encoded(encoded) == encoded


@pytest.mark.parametrize(
    ("text", "escape"),
    [
        ("/a%0d%0ab", "%0d"),
        ("%00", "%00"),
        ("%7F", "%7F"),
        ("%1F", "%1F"),
        ("%20%80", ""),
        ("%", ""),
    ],
)
def test_escaped_control_is_found(text, escape):
    assert escaped_control(text) == escape


@pytest.mark.parametrize(
    ("path", "resolved"),
    [
        ("/", "/"),
        ("/a/./b", "/a/b"),
        ("/a/../b", "/b"),
        ("/a/..", "/"),
        ("/a/b/..", "/a/"),
        ("/../../a", "/a"),
        ("/a/%2E%2e/b", "/b"),
        ("/a/.%2e", "/"),
        ("/a/.", "/a/"),
        ("/a//b/", "/a//b/"),
        ("/..a/...", "/..a/..."),
    ],
)
def test_dot_segments_are_resolved_as_in_a_browser(path, resolved):
    assert without_dot_segments(path) == resolved
