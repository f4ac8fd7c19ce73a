"""A build for a preview: every page and every answer asks search engines to look away."""

import re

from pavgen.app.build import build, make
from pavgen.app.reports import BuildOptions
from pavgen.model.showing import Showing
from tests.plan.projects import DAY, files_of, partner, site, write

MAIN = site(["kind: directory, path: /"])


def robots(files):
    pages = {path: data for path, data in files.items() if path.endswith(".html")}
    return {
        path: re.findall(rb'<meta name="robots" content="(\w+)">', data)
        for path, data in pages.items()
    }


def test_a_build_without_the_option_lists_its_pages(tmp_path):
    made = make(write(tmp_path, files_of(partner("alder"), main=MAIN)), Showing(DAY))
    files = made.value.sites[0].files

    listed = {path for path, found in robots(files).items() if not found}
    assert {"index.html", "alder/index.html", "browse/index.html"} <= listed
    assert "404.html" not in listed
    assert "sitemap.xml" in files
    assert b"X-Robots-Tag" not in files["_headers"]


def test_no_page_of_a_preview_is_to_be_listed(tmp_path):
    root = write(tmp_path, files_of(partner("alder"), main=MAIN))
    files = make(root, Showing(DAY), noindex=True).value.sites[0].files

    assert {tuple(found) for found in robots(files).values()} == {(b"noindex",)}
    assert b"  X-Robots-Tag: noindex\n" in files["_headers"]
    assert "sitemap.xml" not in files


def test_the_option_reaches_what_is_written(tmp_path):
    root = write(tmp_path / "project", files_of(partner("alder"), main=MAIN))
    out = tmp_path / "out"
    report = build(root, BuildOptions(Showing(DAY), output=out, noindex=True))

    assert not report.stopped
    assert "X-Robots-Tag: noindex" in (out / "main/_headers").read_text(encoding="utf-8")
