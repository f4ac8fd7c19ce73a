"""Which file a path asks for."""

import pytest

from pavgen.serve.finding import file_at, is_folder, missing_page
from pavgen.serve.site import ServedSite
from tests.serve.samples import live_site

SITE = ServedSite({"index.html": b"", "acme/index.html": b"", "a.css": b""}, "/partners/")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/partners/", "index.html"),
        ("/partners/acme/", "acme/index.html"),
        ("/partners/acme/index.html", "acme/index.html"),
        ("/partners/a.css", "a.css"),
        ("/partners/a.css/", None),
        ("/partners/acme", None),
        ("/acme/", None),
        ("/", None),
    ],
)
def test_a_folder_is_its_page_and_all_else_is_named(path, file):
    assert file_at(path, SITE) == file


def test_a_folder_without_its_slash_is_known():
    assert is_folder("/partners/acme", SITE)
    assert not is_folder("/partners/acme/", SITE)
    assert not is_folder("/partners/other", SITE)


def test_where_there_is_no_page_the_sites_own_is_shown_or_one_that_stands_in():
    assert missing_page(ServedSite({"404.html": b"not here"})) == b"not here"
    assert missing_page(SITE) is None
    assert b"No page here" in (missing_page(live_site()) or b"")
