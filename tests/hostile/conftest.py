"""A project full of hostile words, built once for all tests of it, and what harmless pages are like."""

import os

import pytest

from tests.browser.conftest import built_demo
from tests.conftest import ROOT
from tests.hostile.crowd import Hostile, built
from tests.hostile.crowds import harmless_crowd, own_crowd

__all__ = ["built_demo"]


@pytest.fixture(scope="session")
def hostile() -> Hostile:
    """Build our own words; those of the collections too, where these are present."""
    folder = ROOT / os.environ.get("PAVGEN_TEST_DATA", "../shared")
    return built(own_crowd(folder if (folder / "corpora").is_dir() else None))


@pytest.fixture(scope="session")
def harmless() -> Hostile:
    """Build the same kinds of pages and files without a hostile word."""
    return built(harmless_crowd())
