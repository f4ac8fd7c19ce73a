"""A build of two commits: all of one, but one partner's folder of the other."""

from datetime import date
from pathlib import Path

import pytest

from pavgen.app.build import build
from pavgen.app.new import NewRequest, new
from pavgen.app.overlay import is_pending, overlaid, program_at
from pavgen.app.reports import BuildOptions, Overlay
from pavgen.app.unchanged import unchanged
from pavgen.model.showing import Showing
from tests.app.commits import commit, git

DAY = date(2026, 11, 21)
LISTING = "partners/example-partner/listing.yaml"
NEW = """\
name: Example Partner
tagline: Says something new in the pull request.
website: https://www.example.org/
types: [integrator]
logo: logo.svg
"""
LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z"/></svg>
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """Make a project in a repository: `main`, and `head`, which changes far more than it may."""
    root: Path = tmp_path_factory.mktemp("overlay") / "north-sea"
    assert new(NewRequest("project", "north-sea", root, DAY)).ok
    commit(root, {"README.md": "a project\n"})
    git(root, "switch", "--quiet", "--create", "head")
    commit(
        root,
        {
            LISTING: NEW,
            "partners/example-partner/logo.svg": LOGO,
            "partners/other-partner/listing.yaml": NEW.replace("Example", "Other"),
            "content/program.yaml": "name: taken over\n",
            "themes/mine/templates/page.html": "taken over\n",
        },
        gone=["partners/example-partner/about.md"],
    )
    git(root, "switch", "--quiet", "main")
    return root


def test_only_the_one_folder_comes_from_the_head_whole_with_what_it_deletes(project):
    base = overlaid(project, Overlay("main", "main", "example-partner")).value.files
    both = overlaid(project, Overlay("main", "head", "example-partner")).value.files
    assert both.keys() - base.keys() == {"partners/example-partner/logo.svg"}
    assert base.keys() - both.keys() == {"partners/example-partner/about.md"}
    assert [path for path in base.keys() & both.keys() if base[path] != both[path]] == [LISTING]
    assert both[LISTING].decode() == NEW


def test_what_lies_in_the_folder_is_not_read(project):
    overlay = Overlay("main", "head", "example-partner")
    before = overlaid(project, overlay)
    (project / "content/program.yaml").write_text("broken: [\n")
    try:
        assert overlaid(project, overlay) == before
        assert program_at(project, overlay) == before.value.files["content/program.yaml"]
    finally:
        git(project, "checkout", "--quiet", "--", ".")


def test_a_link_in_the_heads_folder_is_a_finding(project):
    git(project, "switch", "--quiet", "--create", "link", "main")
    (project / "partners/example-partner/logo.png").symlink_to("/etc/passwd")
    commit(project, {})
    git(project, "switch", "--quiet", "main")
    found = overlaid(project, Overlay("main", "link", "example-partner"))
    assert [(d.span.path, d.code) for d in found.diagnostics] == [
        ("partners/example-partner/logo.png", "path-kind")
    ]


@pytest.mark.parametrize(
    ("overlay", "what"),
    [
        (Overlay("gone", "head", "example-partner"), "git has no commit `gone` here"),
        (Overlay("main", "--help", "example-partner"), "git has no commit `--help` here"),
        (Overlay("main", "head", "nobody"), "`partners/nobody` has no file in `head`"),
    ],
)
def test_a_revision_or_folder_that_git_does_not_have_is_said(project, overlay, what):
    found = overlaid(project, overlay)
    assert [(d.code, d.what) for d in found.diagnostics] == [("revision-unread", what)]


def test_a_partner_without_a_standing_in_the_base_is_pending(project):
    for slug, pending in (("example-partner", False), ("other-partner", True)):
        overlay = Overlay("main", "head", slug)
        assert is_pending(overlaid(project, overlay).value, overlay) is pending


def test_the_site_shows_the_change_and_the_next_build_of_the_folder_does_not(project, tmp_path):
    overlay = Overlay("main", "head", "example-partner")
    options = BuildOptions(Showing(DAY), output=tmp_path / "out", jobs=1, overlay=overlay)
    assert build(project, options).diagnostics == ()
    page = tmp_path / "out/partners/example-partner/index.html"
    assert "something new in the pull request" in page.read_text()
    assert unchanged(project, options) is None
    assert unchanged(project, BuildOptions(Showing(DAY), output=tmp_path / "out", jobs=1)) is None
