"""What is served: media types by ending."""

from pavgen.serve.site import content_type


def test_media_types_follow_the_ending_in_any_case():
    assert content_type("a/index.html") == "text/html; charset=utf-8"
    assert content_type("assets/LOGO.SVG") == "image/svg+xml"


def test_unknown_endings_are_bytes():
    assert content_type("html") == "application/octet-stream"
    assert content_type("a.html/file.exe") == "application/octet-stream"
