"""One repository for all pull requests: each is a few objects more in it."""

import pytest

from tests.review.repository import Repository


@pytest.fixture(scope="session")
def repository(tmp_path_factory) -> Repository:
    """Return the repository whose `main` is the base of every pull request."""
    return Repository(tmp_path_factory.mktemp("review") / "north-sea")
