"""A build that has nothing to do says so at once; whatever was touched makes a real one."""

import os
import shutil
from datetime import date

import pytest

from pavgen.app.build import build
from pavgen.app.reports import BuildOptions
from pavgen.app.unchanged import unchanged
from pavgen.model.showing import Showing
from tests.plan.projects import files_of, partner, write

OPTIONS = BuildOptions(Showing(date(2026, 6, 15)))


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    """Build a project once; each test gets a copy, with a warm cache."""
    root = tmp_path_factory.mktemp("pattern") / "project"
    write(root, files_of(partner("alder"), partner("birch", "size: 11-50\n")))
    (root / "content/pages").mkdir(exist_ok=True)
    assert not build(root, OPTIONS).stopped
    return root


@pytest.fixture
def root(pattern, tmp_path):
    copy = shutil.copytree(pattern, tmp_path / "project")
    build(copy, OPTIONS)
    return copy


def test_report_of_the_last_build_holds_while_nothing_changed(root):
    last = build(root, OPTIONS)
    again = unchanged(root, OPTIONS)
    assert again is not None
    assert (again.sites, again.next_transition, again.diagnostics) == (
        last.sites,
        last.next_transition,
        last.diagnostics,
    )


def test_warnings_are_told_again_with_their_lines(root):
    write(root, {"partners/birch/about.md": "We\n<b>mill</b>.\n"})
    last = build(root, OPTIONS)
    again = unchanged(root, OPTIONS)
    assert [(d.code, d.span.line) for d in last.diagnostics] == [("prose-html-shown", 2)] * 2
    assert again is not None
    assert again.diagnostics == last.diagnostics
    assert {p: last.texts[p] for p in again.texts} == again.texts


PAGE = "---\ntitle: X\n---\nSee [it](partner:alder) <b>and</b> [no](event:nothing).\n"


def rewritten(path):
    """Write other bytes of the same size, and put the time back."""
    before = path.stat()
    data = path.read_bytes()
    path.write_bytes(data[::-1])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


MEDDLING = {
    "record written": lambda root: (root / "partners/alder/listing.yaml").write_text("name: A\n"),
    "record deleted": lambda root: (root / "partners/birch/listing.yaml").unlink(),
    "page added": lambda root: (root / "content/pages/new.md").write_text(PAGE),
    "partner renamed": lambda root: (root / "partners/alder").rename(root / "partners/elder"),
    "folder added": lambda root: (root / "themes").mkdir(),
    "time put back": lambda root: rewritten(root / "partners/alder/listing.yaml"),
    "output, time put back": lambda root: rewritten(root / "output/main/index.html"),
    "output deleted": lambda root: (root / "output/main/index.html").unlink(),
    "output added to": lambda root: (root / "output/main/new.html").write_text("stray"),
    "output's mode": lambda root: (root / "output/main/404.html").chmod(0o600),
    "output moved": lambda root: (root / "output/main").rename(root / "output/other"),
    "notes deleted": lambda root: shutil.rmtree(root / ".pavgen-cache/notes"),
    "notes spoiled": lambda root: [
        path.write_text("{}") for path in (root / ".pavgen-cache/notes").iterdir()
    ],
}


@pytest.mark.parametrize("meddling", MEDDLING)
def test_whatever_was_meddled_with_makes_a_real_build(root, meddling):
    assert unchanged(root, OPTIONS) is not None
    MEDDLING[meddling](root)
    assert unchanged(root, OPTIONS) is None


@pytest.mark.parametrize(
    "other",
    [
        BuildOptions(Showing(date(2026, 6, 16))),
        BuildOptions(Showing(date(2026, 6, 15), drafts=True)),
        BuildOptions(Showing(date(2026, 6, 15), future=True)),
        BuildOptions(OPTIONS.showing, noindex=True),
        BuildOptions(OPTIONS.showing, strict=True),
        BuildOptions(OPTIONS.showing, cache=False),
        BuildOptions(OPTIONS.showing, verify=True),
    ],
)
def test_what_was_not_asked_for_before_makes_a_real_build(root, other):
    assert unchanged(root, other) is None


def test_another_build_into_the_same_folder_makes_a_real_one_after_it(root):
    other = BuildOptions(OPTIONS.showing, noindex=True)
    build(root, other)
    assert unchanged(root, OPTIONS) is None
    assert unchanged(root, other) is not None


def test_build_that_failed_is_not_noted(root):
    write(root, {"partners/alder/listing.yaml": "name: [\n"})
    assert build(root, OPTIONS).stopped
    assert unchanged(root, OPTIONS) is None
