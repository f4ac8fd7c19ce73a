"""A small valid project for every test of the command line."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from pavgen.app.new import NewRequest, new

DAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def scaffold(tmp_path_factory) -> Path:
    """Make a project once; tests use copies of it."""
    root: Path = tmp_path_factory.mktemp("scaffold") / "north-sea"
    assert new(NewRequest("project", "north-sea", root, DAY)).ok
    return root


@pytest.fixture
def project(scaffold, tmp_path) -> Path:
    """Return a copy of the project that a test may change."""
    root: Path = tmp_path / "north-sea"
    shutil.copytree(scaffold, root)
    return root
