"""Whose each path of a project is."""

import pytest

from pavgen.model.ownership import PathClass, class_of

THEIRS = (
    "partners/acme/listing.yaml", "partners/acme/about.md", "partners/acme/logo.svg",
    "partners/acme/images/a.png", "partners/acme/a b",
)  # fmt: skip
GOVERNED = (
    "content/standing/acme.yaml", "content/standing/a\nb.yaml", "content/placement/policy.yaml",
    "content/placement/ledger/main.jsonl", "content/owners.yaml", "content/name-exceptions.yaml",
)  # fmt: skip
STAFF = (
    "content/program.yaml", "content/sites/partners.yaml", "content/pages/a/b.md",
    "content/standing", "content/owners.yaml.bak", "content/media/x.png",
)  # fmt: skip
CODE = (
    "", "README.md", "CODEOWNERS", "content", "partners", "partners/acme", "partners/notes.md",
    "partners/acme/a/b/c", "partners//listing.yaml", "partners/acme/", "partners/acme//x",
    "partners/acme/.gitattributes", "partners/acme/.github/w.yml", "partners/.git/config",
    "partners/../content/owners.yaml", "partners/acme/..", "content/.gitattributes", "content/a/.x/b",
    "Partners/acme/about.md", "Content/owners.yaml", "themes/x/theme.yaml", ".github/workflows/a.yml",
    "a/partners/acme/about.md", "../partners/acme/about.md", "/partners/acme/about.md",
    "pyproject.toml", "requirements/ci.txt", ".gitmodules",
)  # fmt: skip


@pytest.mark.parametrize("path", THEIRS)
def test_what_lies_in_a_partners_folder_is_the_partners(path):
    assert class_of(path) == PathClass("partner", "acme")


@pytest.mark.parametrize("path", GOVERNED)
def test_what_decides_on_partners_is_the_programmes(path):
    assert class_of(path) == PathClass("governed")


@pytest.mark.parametrize("path", STAFF)
def test_other_content_is_the_staffs(path):
    assert class_of(path) == PathClass("staff")


@pytest.mark.parametrize("path", CODE)
def test_everything_else_is_code(path):
    assert class_of(path) == PathClass("code")
