"""What the tests of incremental builds share."""

from collections.abc import Iterator

import pytest

from tests.incremental.workshop import Bench


@pytest.fixture(scope="session")
def bench() -> Iterator[Bench]:
    """Start the processes that build, once."""
    with Bench() as started:
        yield started
