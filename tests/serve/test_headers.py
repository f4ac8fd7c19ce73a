"""The site's own headers, sent by the preview too."""

import pytest

from pavgen.serve.headers import sent_with

HEADERS = b"""\
/*
  Content-Security-Policy: default-src 'none'; script-src 'self'; upgrade-insecure-requests
  X-Content-Type-Options: nosniff
  Permissions-Policy: camera=()
  Strict-Transport-Security: max-age=31536000

/search/*
  ! Content-Security-Policy
  Content-Security-Policy: default-src 'self'

/list.csv
  Content-Disposition: attachment
  Access-Control-Allow-Origin: *
"""
FILES = {"_headers": HEADERS}
CAMERA = ("Permissions-Policy", "camera=()")
COMMON = ("Content-Security-Policy", "default-src 'none'; script-src 'self'")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/", (COMMON, CAMERA)),
        ("/search/", (("Content-Security-Policy", "default-src 'self'"), CAMERA)),
        ("/list.csv", (("Content-Disposition", "attachment"), COMMON, CAMERA)),
        ("/list.csv.html", (COMMON, CAMERA)),
    ],
)
def test_later_rules_replace_what_they_drop_and_what_is_about_public_sites_is_left_out(
    path, fields
):
    assert sent_with(path, FILES) == tuple(sorted(fields))


def test_a_site_without_the_file_asks_for_nothing():
    assert sent_with("/", {}) == ()
