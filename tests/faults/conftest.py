"""A process that runs commands, and a small project each test may harm."""

import os
import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest

from pavgen.app.new import NewRequest, new
from pavgen.files.removal import remove_tree
from tests.faults.forge import NOBODY, forge
from tests.faults.harm import output_of


@pytest.fixture(scope="session")
def pavgen():
    """Return what runs command lines, each in a process of its own."""
    with forge() as run:
        yield run


@pytest.fixture(scope="session")
def sound(tmp_path_factory):
    """Make a project that builds quickly, for its sites have neither search nor social cards."""
    root = tmp_path_factory.mktemp("sound") / "north-sea"
    assert new(NewRequest("project", "north-sea", root, date(2026, 11, 21))).ok
    site = root / "content/sites/partners.yaml"
    site.write_text(site.read_text() + "social_cards: false\nsearch: false\n")
    return root


@pytest.fixture(scope="session")
def cold(pavgen, sound, tmp_path_factory):
    """Return the site of 30 November, built from nothing."""
    root = tmp_path_factory.mktemp("cold") / "north-sea"
    shutil.copytree(sound, root)
    ran = pavgen("build", "--as-of", "2026-11-30", "--no-cache", project=root)
    assert ran.status == 0
    return output_of(root)


@pytest.fixture
def project(sound):
    """Return a copy of the project, where every user may reach it; removed however deep it is."""
    folder = tempfile.mkdtemp(prefix="pavgen-faults-")
    try:
        Path(folder).chmod(0o755)
        root = Path(folder, "north-sea")
        shutil.copytree(sound, root)
        for path in (root, *root.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        yield root
    finally:
        remove_tree(folder)


@pytest.fixture
def theirs(project):
    """Return the project of an ordinary user: root's own commands are refused nothing."""
    if os.geteuid() != 0:
        pytest.skip("only root may become an ordinary user")
    for path in (project, *project.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    return project
